//! Read models: what a screen shows, whole and already true, as plain nouns.
//!
//! A screen asks for one, shows it, and asks again when [`super::Changed`] names what it read.

mod check_ins;
mod help;
mod journey;
mod reminders;
mod settings;
mod today;
mod visit;

pub use crate::care::today::Next;
pub use check_ins::{CheckInLine, CheckIns};
pub use help::{Help, HelpNumber, NumberKind};
pub use journey::{Journey, JourneyLine};
pub use reminders::{Coming, KindLine, Quiet, ReminderChoices, Reminders, Standing, Wishes};
pub use settings::{Language, QueueLine, SignIn, SyncDetails, SyncState, SyncTrouble, UnreadLine};
pub use today::{DayPart, DueLine, Today};
pub use visit::{Arrival, VisitView};
