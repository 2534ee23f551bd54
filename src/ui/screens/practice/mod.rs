//! Practices: which there are, each on a page of its own, the calm view, and the log of what helped.

mod list;
mod log;
mod names;
mod page;
mod sitting;
mod view;

pub use list::PracticesPage;
pub use page::PracticePage;
pub use sitting::SittingNote;
pub use view::CalmViewPage;

pub(super) use log::practised_words;
