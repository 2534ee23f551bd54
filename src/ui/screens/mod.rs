//! The screens: each a plain function of what it shows and of what its buttons do.

mod article;
mod ask_first;
mod booking;
mod cannot_open;
mod carry;
mod centering;
mod check_in;
mod check_ins;
mod connecting;
mod consent;
mod drawing;
mod driver;
mod find;
mod first_day;
mod form;
mod hand_off;
mod help;
mod intention;
mod journal;
mod journey;
mod learn;
mod messages;
mod more;
mod my_questions;
mod notices;
mod own;
mod pieces;
mod practice;
mod prepare;
mod questions;
mod reminders;
mod session;
mod share;
mod side_effects;
mod sign_out;
mod soft;
mod sync_details;
mod to_do;
mod today;
mod trends;
mod visit;
mod visit_calendar;
mod welcome;

pub use article::ArticlePage;
pub use ask_first::AskFirstPage;
pub use booking::{
    AskTimePage, BookKindPage, CancelVisitPage, EarlierPage as EarlierTimePage, FindTimePage, NoTimePage,
    NoWishPage, VisitBookingPart, VisitCancelling, WishPage, WishesPage,
};
pub use cannot_open::CannotOpenPage;
pub use carry::{
    CarryLinks, ForSessionPage, KeepMark, LookBackPart, MarkPage, MarksPart, NewStepPage, NoStepPage,
    PickBar, ReviewPage, SessionSoon, StepsPage,
};
pub use centering::CenteringPage;
pub use check_in::{CheckInPage, NoCheckInPage, OneCheckInPage, OwnWord};
pub use check_ins::CheckInsPage;
pub use connecting::{ConnectStage, ConnectingPage};
pub use consent::{NoSignaturePage, PaperPage, PapersPage, SignedPage};
pub use drawing::DrawingPage;
pub use driver::DriverPage;
pub use find::{CalendarPage, DayPage, FindPage, FindWays, TimelinePage};
pub use first_day::{FirstDayPage, ToCard};
pub use form::{
    FinishedFormPage, FormIntroPage, FormReviewPage, FormStepPage, FormsPage, Kept, RefusedFormPage,
    SafetyStepPage, UnknownFormPage,
};
pub use hand_off::hand_off_text;
pub use help::HelpPage;
pub use intention::IntentionPage;
pub use journal::{EarlierPage, EntryPage, JournalPage, NoEntryPage, StoryLink, StoryPage, ToWrite};
pub use journey::JourneyPage;
pub use learn::{LearnLinks, LearnPage};
pub use messages::{MessagesPage, NewMessages, NoThreadPage, ThreadPage, ToMessages, WriteMessagePage};
pub use more::MorePage;
pub use my_questions::MyQuestionsPage;
pub use notices::OtherTimes;
pub use own::{
    AsOfLine, BringBackPage, Chosen, ChosenParts, ErasePage, OwnRecordPage, SummaryPage, SummaryPart,
    TakeAlongPage, ToOwnRecord, sheet,
};
pub use pieces::{AddState, PieceList, PiecePage, unnamed};
pub use practice::{CalmViewPage, PracticePage, PracticesPage, SittingNote};
pub use prepare::PreparePage;
pub use questions::QuestionsPage;
pub use reminders::RemindersPage;
pub use session::SessionPage;
pub use share::{HalfShare, HowMuch, NoSharePage, PutShare, ShareLines, SharePage, ShareStep, SharedPage};
pub use side_effects::{Said, SideEffectsPage};
pub use sign_out::SignOutPage;
pub use soft::SoftPage;
pub use sync_details::SyncDetailsPage;
pub use to_do::ToDoPage;
pub use today::TodayPage;
pub use trends::{
    TablePage, TableRow, TrendsLook, TrendsModel, TrendsPage, pages_around, pages_over_time, trend_summary,
};
pub use visit::{NoVisitPage, VisitPage};
pub use visit_calendar::VisitCalendar;
pub use welcome::WelcomePage;
