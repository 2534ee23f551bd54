//! What every screen may lean on: the words, the clock it is read by, and the few things that live longer than a screen.

use super::{
    booking::HalfBooking,
    carrying::Carrying,
    first_ask::FirstAsk,
    half::{HalfCheckIn, HalfEffect},
    navigation::Navigator,
    signing::HalfSigned,
    sought::Sought,
    when,
    words::Words,
};
use crate::{
    app::{
        RemovedCheckIn, RemovedInsight, RemovedPractised, RemovedSideEffect, RemovedStep, Situation,
        read::Language,
    },
    care::{Id, OwnQuestion, Private, journal::Step, message},
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use dioxus::prelude::*;

/// When and in which language a screen is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Here {
    pub language: Language,
    /// The phone's zone.
    pub zone: Tz,
    /// The instant the screen was drawn for.
    pub now: DateTime<Utc>,
}

impl Here {
    /// The words of the language.
    #[must_use]
    pub const fn words(&self) -> Words {
        Words::of(self.language)
    }

    /// The phone's own calendar day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        crate::care::time::day_of(self.now, self.zone)
    }

    /// When something happened, on the phone's clock: "2:02 pm", with the day if it was not today.
    #[must_use]
    pub fn stamp(&self, at: DateTime<Utc>) -> String {
        when::stamp(self.words(), at, self.zone, self.now)
    }
}

/// What is half written: a check-in, a side effect, a search, a question, an intention. It outlives the screen, so a look elsewhere
/// loses nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    pub check_in: HalfCheckIn,
    pub effect: HalfEffect,
    pub jotted: Jotted,
    pub sought: Sought,
    pub carrying: Carrying,
    pub booking: HalfBooking,
    /// A first word to a clinic.
    pub ask: FirstAsk,
    /// A paper that is being signed.
    pub signing: Option<HalfSigned>,
    /// The intention as it stands in its field, where it was touched.
    pub intention: Option<Private>,
}

/// Something that was just done, with a way to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JustDone {
    pub said: String,
    /// What taking it back means.
    pub undo: Option<TakeBack>,
}

/// What can be taken back for a few seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakeBack {
    /// This check-in was made.
    CheckIn(Id),
    /// This check-in was removed.
    RemovedCheckIn(Box<RemovedCheckIn>),
    /// This side effect was logged.
    LoggedEffect(Id),
    /// Something else was said about this side effect.
    ChangedEffect(Id),
    /// This side effect was removed.
    RemovedEffect(Box<RemovedSideEffect>),
    /// This question was removed.
    Question(OwnQuestion),
    /// This page of the journal was deleted.
    Entry(Id),
    /// This was shared from the journal.
    Shared(Id),
    /// This message was sent off to the clinic.
    Message(Id),
    /// This message was thrown away before it was sent.
    Begun(Box<message::Draft>),
    /// This drawing, photo, voice note or file was removed.
    Piece(Id),
    /// This drawing was put aside, and another begun in its place.
    Drawing { before: Id, instead: Id },
    /// This sentence is not marked any more.
    Insight(Box<RemovedInsight>),
    /// A small step was looked at again; this is how it was before.
    ReviewedStep(Box<Step>),
    /// This small step was removed.
    Step(Box<RemovedStep>),
    /// This line was taken off the log of what helped.
    Practised(Box<RemovedPractised>),
    /// This form was finished.
    Form(Id),
    /// This visit was cancelled.
    CancelledVisit(Id),
    /// A paper was signed with this record.
    Signed(Id),
    /// The clinic was asked to delete what it has.
    DeletionAsked,
    /// What has these keys was left out.
    Skipped(Vec<String>),
}

/// What is half typed around reading and asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jotted {
    /// What is searched for among the articles.
    pub search: Private,
    /// The question being written.
    pub question: Private,
}

impl Default for Jotted {
    fn default() -> Self {
        Self { search: Private::new(""), question: Private::new("") }
    }
}

/// Something the patient asked for that was not done: what happened, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotDone {
    pub happened: String,
    pub next: String,
}

/// What lives longer than one screen. Copies are the same thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shell {
    pub here: Signal<Here>,
    pub way: Navigator,
    /// Who is here; `None` until the first look.
    pub situation: Signal<Option<Situation>>,
    pub just_done: Signal<Option<JustDone>>,
    /// Stays until it is closed or something else is asked for.
    pub not_done: Signal<Option<NotDone>>,
    pub draft: Signal<Draft>,
    /// Ends practice and removes it.
    pub end_practice: Callback<()>,
    /// Takes back what was just done.
    pub undo: Callback<TakeBack>,
}

impl Shell {
    /// The sample patient is here: nothing leaves this phone.
    #[must_use]
    pub fn practice(&self) -> bool {
        *self.situation.read() == Some(Situation::Practice)
    }

    /// Somebody is here and can read what is theirs; else the door is where the pile of screens begins, and
    /// not Today.
    #[must_use]
    pub fn open(&self) -> bool {
        matches!(*self.situation.read(), Some(Situation::Patient | Situation::Practice))
    }
}

/// The moment and language of this screen; the screen is drawn anew when they change.
#[must_use]
pub fn use_here() -> Here {
    *use_context::<Shell>().here.read()
}

/// The words of this screen's language.
#[must_use]
pub fn use_words() -> Words {
    use_here().words()
}

/// What lives longer than this screen.
#[must_use]
pub fn use_shell() -> Shell {
    use_context::<Shell>()
}
