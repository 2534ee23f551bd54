//! Read models: what a screen shows, whole and already true, as plain nouns.
//!
//! A screen asks for one, shows it, and asks again when [`super::Changed`] names what it read.

mod asked;
mod booking;
mod check_ins;
mod consent;
mod door;
mod driver;
mod filled_form;
mod find;
mod for_session;
mod help;
mod in_calendar;
mod insight;
mod journal;
mod journey;
mod learn;
mod messages;
mod own;
mod pieces;
mod practised;
mod preparation;
mod reminders;
mod safety;
mod session_day;
mod settings;
mod share;
mod side_effects;
mod step;
mod summary;
mod to_do;
mod today;
mod trends;
mod visit;

pub use crate::care::today::Next;
pub use asked::{AskedFor, AskedLine};
pub use booking::{
    BookableKinds, Bookings, CancelLine, FreeDay, FreeTimeLine, FreeTimes, VisitBooking, WishLine, WishView,
    WishesNow,
};
pub use check_ins::{CheckInLine, CheckIns, OneCheckIn};
pub use consent::{Ask, Consent, ConsentView, Consents, PaperLine, SignedLine, SignedView, SignedWhere};
pub use door::Door;
pub use driver::{DriverView, HandOff};
pub use filled_form::{
    Asked, FinishedForm, FinishedLine, FormDoor, FormIntro, FormPage, FormView, Forms, GroupHead, OpenForm,
    Part, RefusedForm, Total, attached, is_in_the_way,
};
pub use find::{FoundPages, JournalMonth, SessionChoice, Timeline, TimelineItem, TimelineMonth, Wanted};
pub use for_session::{ForSession, KeptLine};
pub use help::{Help, HelpNumber, NumberKind};
pub use in_calendar::VisitInCalendar;
pub use insight::{InsightLine, Marking, PageMarks, Passage, Stretch};
pub use journal::{
    EarlierView, EarlierWords, EntryLine, EntryPlace, EntryView, Journal, Moment, SessionOn, Story, Writing,
};
pub use journey::{Journey, JourneyLine};
pub use learn::{Article, ArticleView, Learn, MyQuestion, MyQuestions, Shelf};
pub use messages::{
    Begun, Goes, MessageLine, MessageSheet, MessageWith, Messages, Newest, ThreadLine, ThreadView,
    UnreadMessages, Voice, WritingMessage,
};
pub use own::{Copies, CopyFound, DeletionAsked, OwnRecord, OwnTrouble, Taken};
pub use pieces::{ByteRange, DrawingView, PieceBytes, PieceView, Pieces};
pub use practised::{OnePractice, Practices, PractisedLine};
pub use preparation::{MedicineView, Medicines, Preparation, Times, ToRead};
pub use reminders::{Coming, KindLine, Quiet, ReminderChoices, Reminders, Standing, Wishes};
pub use safety::SafetyView;
pub use session_day::{
    CardLine, Centering, Day, FirstDay, Page, Questions, SessionView, SettledLine, SoftView, VitalsLine,
};
pub use settings::{Language, QueueLine, SignIn, SyncDetails, SyncState, SyncTrouble, UnreadLine};
pub use share::{PageShares, ShareView, ShareWith, SharedLine, SharedList};
pub use side_effects::{SideEffectLine, SideEffects};
pub use step::{StepLine, Steps};
pub use summary::{ScoreLine, Summary, SummaryVisit};
pub use to_do::{Done, DueLine, FormToFill, LeadsTo, ToDo, Whose};
pub use today::{DayPart, Today};
pub use trends::{AroundSession, AroundSessions, Marked, Trends};
pub use visit::{Arrival, VisitView};
