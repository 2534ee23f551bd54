//! The journal: its pages as a list, and a page to write on.

mod entry;
mod home;

pub use entry::EntryPage;
pub use home::JournalPage;
