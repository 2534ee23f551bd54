//! The journal: its pages as a list, a page to write on, how it read before, and the story of a session.

mod earlier;
mod entry;
mod home;
mod story;
mod words;

pub use earlier::EarlierPage;
pub use entry::{EntryPage, NoEntryPage, StoryLink};
pub use home::JournalPage;
pub use story::{StoryPage, ToWrite};
