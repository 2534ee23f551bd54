//! Builds the read models from the store, each in one consistent look.

mod centering;
mod check_ins;
mod driver;
mod help;
mod journey;
mod learn;
mod preparation;
mod readiness;
mod records;
mod reminders;
mod safety;
mod session_day;
mod settings;
mod to_do;
mod today;
mod trends;
mod visit;

pub(super) use records::Records;
pub(super) use reminders::to_ring;
pub(super) use session_day::cards_to_keep;
