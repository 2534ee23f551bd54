//! Messages with the clinic: the threads, one of them, and what is being written.

use super::{Door, Help, SharedLine};
use crate::care::{
    Id, Private,
    message::{Said, State},
};
use chrono::{DateTime, Utc};

/// All threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Messages {
    /// The one with the newest message first.
    pub threads: Vec<ThreadLine>,
    /// The first line of a new question that is being written.
    pub draft: Option<Private>,
    pub with: MessageWith,
}

/// What the clinic wrote and the patient has not read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnreadMessages {
    /// How many messages, those that cannot be shown included.
    pub count: usize,
    /// The thread to open, where all of them are in one.
    pub thread: Option<Id>,
}

/// With whom one writes, and whether it works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageWith {
    pub clinic: Option<String>,
    pub door: Door,
    /// The clinic's server is known not to hand messages out: answers come another way.
    pub no_answers: bool,
}

/// One thread in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadLine {
    /// Its first message; any other message leads to it as well.
    pub id: Id,
    /// The first line of its first message that has words.
    pub title: Option<Private>,
    /// When the newest message was sent.
    pub at: Option<DateTime<Utc>>,
    pub newest: Newest,
    /// How many of the clinic's messages in it the patient has not read.
    pub unread: usize,
    /// More is being written in it.
    pub draft: bool,
}

/// Whose the newest message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newest {
    Mine(State),
    Clinic,
}

/// One thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadView {
    pub id: Id,
    pub title: Option<Private>,
    /// In the order in which they are read.
    pub lines: Vec<MessageLine>,
    /// More is being written in it.
    pub draft: bool,
    pub with: MessageWith,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageLine {
    pub id: Id,
    /// `None` where nobody said.
    pub at: Option<DateTime<Utc>>,
    pub voice: Voice,
}

/// Who says it, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voice {
    Me {
        words: Private,
        state: State,
        /// What was shared from the journal and goes along.
        shared: Option<Box<SharedLine>>,
        /// Until this instant it can be taken back as if it had never been sent.
        undo_until: Option<DateTime<Utc>>,
    },
    Clinic {
        said: Said,
        /// The patient has read it before.
        seen: bool,
    },
    /// A message of the clinic's that cannot be shown.
    CannotShow { seen: bool },
}

/// What is being written, with all that belongs beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WritingMessage {
    /// The thread it goes on; `None` for a new question.
    pub thread: Option<Id>,
    /// The first line of that thread.
    pub title: Option<Private>,
    pub words: Private,
    /// What was shared from the journal and is to go along.
    pub shared: Option<SharedLine>,
    /// What could go along: the newest things that are shared now.
    pub could_go: Vec<SharedLine>,
    pub with: MessageWith,
    pub goes: Goes,
    /// Whom to call instead.
    pub help: Help,
}

/// When it would be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    /// As soon as it cannot be taken back any more.
    Now,
    /// The clinic cannot be reached at the moment.
    WithNetwork,
    /// The clinic asks for signing in again.
    AfterSignIn,
    /// Practice: never.
    Never,
}
