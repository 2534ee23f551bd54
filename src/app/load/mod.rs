//! Builds the read models from the store, each in one consistent look.

mod check_ins;
mod help;
mod journey;
mod records;
mod reminders;
mod settings;
mod today;
mod visit;

pub(super) use records::Records;
pub(super) use reminders::to_ring;
