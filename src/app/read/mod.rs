//! Read models: what a screen shows, whole and already true, as plain nouns.
//!
//! A screen asks for one, shows it, and asks again when [`super::Changed`] names what it read.

mod asked;
mod check_ins;
mod driver;
mod filled_form;
mod help;
mod journal;
mod journey;
mod learn;
mod own;
mod preparation;
mod reminders;
mod safety;
mod session_day;
mod settings;
mod side_effects;
mod summary;
mod to_do;
mod today;
mod trends;
mod visit;

pub use crate::care::today::Next;
pub use asked::{AskedFor, AskedLine};
pub use check_ins::{CheckInLine, CheckIns, OneCheckIn};
pub use driver::{DriverView, HandOff};
pub use filled_form::{
    Asked, FinishedForm, FinishedLine, FormDoor, FormIntro, FormPage, FormView, Forms, GroupHead, OpenForm,
    Part, RefusedForm, Total, attached, is_in_the_way,
};
pub use help::{Help, HelpNumber, NumberKind};
pub use journal::{EntryLine, EntryPlace, EntryView, Journal, Moment};
pub use journey::{Journey, JourneyLine};
pub use learn::{Article, ArticleView, Learn, MyQuestion, MyQuestions, Shelf};
pub use own::{Copies, CopyFound, DeletionAsked, OwnRecord, OwnTrouble, Taken};
pub use preparation::{MedicineView, Medicines, Preparation, Times, ToRead};
pub use reminders::{Coming, KindLine, Quiet, ReminderChoices, Reminders, Standing, Wishes};
pub use safety::SafetyView;
pub use session_day::{
    CardLine, Centering, Day, FirstDay, Page, Questions, SessionView, SettledLine, SoftView, VitalsLine,
};
pub use settings::{Language, QueueLine, SignIn, SyncDetails, SyncState, SyncTrouble, UnreadLine};
pub use side_effects::{SideEffectLine, SideEffects};
pub use summary::{ScoreLine, Summary, SummaryVisit};
pub use to_do::{Done, DueLine, FormToFill, ToDo, Whose};
pub use today::{DayPart, Today};
pub use trends::{AroundSession, AroundSessions, Marked, Trends};
pub use visit::{Arrival, VisitView};
