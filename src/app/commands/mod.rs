//! What a patient can do, one verb per function.

mod bring_back;
mod capture;
mod check_in;
mod choices;
mod driver;
mod erase;
mod filled_forms;
mod journal;
mod moving;
mod own_questions;
mod practice;
mod queue;
mod read_and_meant;
mod reminders;
mod session_day;
mod side_effect;
mod skip;
mod take_along;
mod tick;
mod told_times;
pub(in crate::app) mod urgent;

pub(super) use check_in::UNDO;
pub use check_in::{NewCheckIn, RemovedCheckIn, Saved};
pub(super) use choices::LANGUAGE;
pub(super) use erase::ASKED;
pub use filled_forms::Finishing;
pub(super) use reminders::{LATER, REMINDERS};
pub(super) use session_day::{CARDS, soft_choice};
pub use side_effect::{NewSideEffect, RemovedSideEffect};
pub(super) use told_times::told_times;
