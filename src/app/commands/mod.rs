//! What a patient can do, one verb per function.

mod check_in;
mod choices;
mod moving;
mod practice;
mod reminders;

pub(super) use check_in::UNDO;
pub use check_in::{NewCheckIn, Saved};
pub(super) use choices::LANGUAGE;
pub(super) use reminders::{LATER, REMINDERS};
