//! Builds the read models from the store, each in one consistent look.

mod asked;
mod centering;
mod check_ins;
mod driver;
pub(super) mod filled_forms;
mod find;
mod for_session;
mod form_pages;
pub(super) mod forms;
mod help;
mod insight;
mod intention_above;
pub(super) mod journal;
mod journey;
mod learn;
mod pieces;
mod practised;
mod preparation;
mod readiness;
mod records;
mod reminders;
mod safety;
mod session_day;
mod settings;
mod share;
mod side_effects;
mod step;
mod timeline;
mod to_do;
mod today;
mod trends;
mod visit;

pub(super) use journal::{here as journal_moment, phase_around};
pub(super) use records::Records;
pub(super) use reminders::to_ring;
pub(super) use session_day::cards_to_keep;
