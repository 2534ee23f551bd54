//! What a patient can do, one verb per function.

mod capture;
mod check_in;
mod choices;
mod drawing;
mod driver;
mod filled_forms;
mod find;
mod journal;
mod moving;
mod own_questions;
mod pieces;
mod practice;
mod queue;
mod read_and_meant;
mod recording;
mod reminders;
mod session_day;
mod share;
mod side_effect;
mod skip;
mod tick;
mod told_times;
pub(in crate::app) mod urgent;

pub(super) use check_in::UNDO;
pub use check_in::{NewCheckIn, RemovedCheckIn, Saved};
pub(super) use choices::LANGUAGE;
pub use filled_forms::Finishing;
pub(super) use find::ON_THIS_DAY;
pub(super) use journal::tidy;
pub use pieces::Adding;
pub(super) use reminders::{LATER, REMINDERS};
pub(super) use session_day::{CARDS, soft_choice};
pub use share::NewShare;
pub(super) use share::SHARED;
pub use side_effect::{NewSideEffect, RemovedSideEffect};
pub(super) use told_times::told_times;
