//! Builds the read models from the store, each in one consistent look.

mod check_ins;
mod help;
mod journey;
mod learn;
mod preparation;
mod records;
mod settings;
mod to_do;
mod today;
mod visit;

pub(super) use records::Records;
