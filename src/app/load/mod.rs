//! Builds the read models from the store, each in one consistent look.

mod asked;
mod centering;
mod check_ins;
mod driver;
pub(super) mod filled_forms;
mod form_pages;
pub(super) mod forms;
mod help;
pub(super) mod journal;
mod journey;
mod learn;
pub(super) mod own;
mod preparation;
mod readiness;
mod records;
mod reminders;
mod safety;
mod session_day;
mod settings;
mod shelf;
mod side_effects;
mod summary;
mod to_do;
mod today;
mod trends;
mod visit;

pub(super) use journal::here as journal_moment;
pub(super) use records::Records;
pub(super) use reminders::to_ring;
pub(super) use session_day::cards_to_keep;
pub(super) use shelf::lay_out;
