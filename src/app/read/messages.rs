//! Messages with the clinic: the threads, one of them, and what is being written.

use super::{Door, Help, SharedLine};
use crate::care::{
    Id, Private,
    message::{Said, State, since},
};
use chrono::{DateTime, Utc};

/// All threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Messages {
    /// The one with the newest message first.
    pub threads: Vec<ThreadLine>,
    /// What is being written in none of these threads, the newest first.
    pub begun: Vec<Begun>,
    pub with: MessageWith,
}

/// A message that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    pub draft: Id,
    /// Its first line; blank where nothing stands but what goes along.
    pub words: Private,
    /// It was to go on in a thread that is not here any more.
    pub alone: bool,
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
    /// What is being written in it, the newest first.
    pub begun: Vec<Begun>,
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

/// The sheet a message is written on, as the page that shows it knows it. Each command answers the sheet to go on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageSheet {
    /// The draft; the message it is sent as keeps this id.
    pub draft: Id,
    /// A message of the thread; `None` for a new question.
    pub thread: Option<Id>,
    /// What the page read when it was last read or kept: a draft that says something else was never shown on it.
    pub stood: Private,
    /// What the page read when it was sent off or thrown away: only what was put in since is being written.
    pub gone: Option<Private>,
}

impl MessageSheet {
    /// A sheet on which nothing stands.
    #[must_use]
    pub fn blank(draft: Id, thread: Option<Id>) -> Self {
        Self { draft, thread, stood: Private::new(""), gone: None }
    }

    /// What is being written, where the page reads so.
    pub(in crate::app) fn rest(&self, words: &Private) -> Private {
        self.gone.as_ref().map_or_else(|| words.clone(), |gone| since(gone, words))
    }

    /// The sheet once the page's words went away as they were in `gone`: more in `thread` is another draft.
    pub(in crate::app) fn left_behind(self, draft: Id, thread: Option<Id>, gone: Private) -> Self {
        Self { draft, thread, stood: self.stood, gone: Some(gone) }
    }
}

/// What is being written, with all that belongs beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WritingMessage {
    pub sheet: MessageSheet,
    /// It goes on in a thread; otherwise it is a new question.
    pub goes_on: bool,
    /// It was to go on in a thread that is not here any more, and is a new question by that.
    pub alone: bool,
    /// The first line of the thread.
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
