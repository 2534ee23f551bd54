//! Finding a page of the journal again: by words, by what it is, by its day, or by going back in time.

mod calendar;
mod choices;
mod day;
mod line;
mod search;
mod timeline;
mod ways;

pub use calendar::CalendarPage;
pub use day::DayPage;
pub use search::FindPage;
pub use timeline::TimelinePage;
pub use ways::FindWays;
