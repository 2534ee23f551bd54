//! FHIR both ways: golden files in and out, and what happens when a clinic's server sends something else.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod booking;
#[cfg(test)]
mod bundle;
#[cfg(test)]
mod check_in;
#[cfg(test)]
mod consent;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod instruments;
#[cfg(test)]
mod malformed;
#[cfg(test)]
mod medicines;
#[cfg(test)]
mod message;
#[cfg(test)]
mod mutation;
#[cfg(test)]
mod operation;
#[cfg(test)]
mod outcome;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod safety;
#[cfg(test)]
mod session_day;
#[cfg(test)]
mod share;
#[cfg(test)]
mod side_effect;
#[cfg(test)]
mod verbatim;
