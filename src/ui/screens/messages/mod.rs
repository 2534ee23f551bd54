//! Messages with the clinic: all threads, one of them, and the page they are written on.

mod beside;
mod line;
mod list;
mod thread;
mod write;

pub use list::{MessagesPage, NewMessages, ToMessages};
pub use thread::{NoThreadPage, ThreadPage};
pub use write::WriteMessagePage;
