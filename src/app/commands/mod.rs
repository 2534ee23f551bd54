//! What a patient can do, one verb per function.

mod capture;
mod check_in;
mod choices;
mod driver;
mod moving;
mod own_questions;
mod practice;
mod queue;
mod read_and_meant;
mod reminders;
mod session_day;
mod tick;
mod told_times;
pub(in crate::app) mod urgent;

pub(super) use check_in::UNDO;
pub use check_in::{NewCheckIn, Saved};
pub(super) use choices::LANGUAGE;
pub(super) use reminders::{LATER, REMINDERS};
pub(super) use session_day::{CARDS, soft_choice};
pub(super) use told_times::told_times;
