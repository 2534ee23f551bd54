//! The screens: each a plain function of what it shows and of what its buttons do.

mod cannot_open;
mod check_in;
mod check_ins;
mod connecting;
mod help;
mod journey;
mod more;
mod notices;
mod reminders;
mod sign_out;
mod sync_details;
mod today;
mod visit;
mod welcome;

pub use cannot_open::CannotOpenPage;
pub use check_in::{CheckInPage, Entry};
pub use check_ins::CheckInsPage;
pub use connecting::{ConnectStage, ConnectingPage};
pub use help::HelpPage;
pub use journey::JourneyPage;
pub use more::MorePage;
pub use reminders::RemindersPage;
pub use sign_out::SignOutPage;
pub use sync_details::SyncDetailsPage;
pub use today::TodayPage;
pub use visit::{NoVisitPage, VisitPage};
pub use welcome::WelcomePage;
