//! What a patient can do, one verb per function.

mod capture;
mod check_in;
mod choices;
mod driver;
mod filled_forms;
mod for_session;
mod insight;
mod journal;
mod moving;
mod own_questions;
mod practice;
mod practised;
mod queue;
mod read_and_meant;
mod reminders;
mod session_day;
mod side_effect;
mod skip;
mod step;
mod tick;
mod told_times;
pub(in crate::app) mod urgent;

pub(super) use check_in::UNDO;
pub use check_in::{NewCheckIn, RemovedCheckIn, Saved};
pub(super) use choices::LANGUAGE;
pub use filled_forms::Finishing;
pub use insight::RemovedInsight;
pub use practised::RemovedPractised;
pub(super) use reminders::{LATER, REMINDERS};
pub(super) use session_day::{CARDS, soft_choice};
pub use side_effect::{NewSideEffect, RemovedSideEffect};
pub use step::RemovedStep;
pub(super) use told_times::told_times;
