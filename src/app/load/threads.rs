//! All messages as one pile: what the phone sent off, and what the clinic's server has, each once, in threads.

use crate::{
    app::home::Home,
    care::{
        Delivery, Id, Private,
        message::{Draft, Mine, Node, Said, State, There, first_line, threads},
        safety::Marked,
    },
    fhir::{self, Reading, message},
    store::{Mirrored, Reader, StoreError},
};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// One message, whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum Letter {
    /// Sent off from this phone.
    Mine {
        message: Mine,
        state: State,
    },
    /// Sent off from another phone of the patient's.
    MineThere {
        at: Option<DateTime<Utc>>,
        words: Private,
        state: State,
    },
    Clinic {
        at: Option<DateTime<Utc>>,
        said: Said,
        seen: bool,
    },
    /// It is for the patient and cannot be shown.
    CannotShow {
        at: Option<DateTime<Utc>>,
        seen: bool,
    },
}

impl Letter {
    pub(in crate::app) fn at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Mine { message, .. } => Some(message.at),
            Self::MineThere { at, .. } | Self::Clinic { at, .. } | Self::CannotShow { at, .. } => *at,
        }
    }

    /// Where it is, if the patient wrote it.
    pub(in crate::app) const fn state(&self) -> Option<State> {
        match self {
            Self::Mine { state, .. } | Self::MineThere { state, .. } => Some(*state),
            Self::Clinic { .. } | Self::CannotShow { .. } => None,
        }
    }

    /// The clinic wrote it, and the patient has not read it.
    pub(in crate::app) const fn is_new(&self) -> bool {
        matches!(self, Self::Clinic { seen: false, .. } | Self::CannotShow { seen: false, .. })
    }

    fn words(&self) -> Option<&Private> {
        let words = match self {
            Self::Mine { message, .. } => Some(&message.words),
            Self::MineThere { words, .. } | Self::Clinic { said: Said::Words { words, .. }, .. } => {
                Some(words)
            }
            Self::Clinic { .. } | Self::CannotShow { .. } => None,
        };
        words.filter(|words| !words.is_blank())
    }
}

/// The pile.
pub(in crate::app) struct Post {
    letters: BTreeMap<Id, Letter>,
    /// Each from its first message to its last; the one with the newest message first.
    pub(in crate::app) threads: Vec<Vec<Id>>,
}

impl Post {
    pub(in crate::app) fn load(home: &Home, reader: &Reader<'_>) -> Result<Self, StoreError> {
        Self::of(home, reader, Shelf::load(home, reader)?, &reader.messages_seen()?)
    }

    /// The pile, if there may be something new in it. Mostly there is not, and then nothing is put together.
    pub(in crate::app) fn with_news(home: &Home, reader: &Reader<'_>) -> Result<Option<Self>, StoreError> {
        let (there, seen) = (Shelf::load(home, reader)?, reader.messages_seen()?);
        let is_new = |one: &There| !one.from_patient && !seen.contains(&one.id);
        let any = !there.unreadable.is_empty() || there.messages.iter().any(is_new);
        any.then(|| Self::of(home, reader, there, &seen)).transpose()
    }

    fn of(home: &Home, reader: &Reader<'_>, there: Shelf, seen: &BTreeSet<Id>) -> Result<Self, StoreError> {
        let mut pile = Pile { letters: BTreeMap::new(), nodes: Vec::new(), aliases: there.aliases() };
        let mut last: BTreeMap<Id, Id> = BTreeMap::new();
        for message in reader.messages()? {
            let delivery = super::check_ins::delivery(home, reader, &message.id)?;
            let state = State::of(Some(delivery), there.mark_of(&message.id));
            let before = last.insert(message.thread.clone(), message.id.clone());
            let after = [Some(message.thread.clone()), message.answers.clone(), before];
            let after: Vec<_> = after.into_iter().flatten().filter(|to| *to != message.id).collect();
            pile.put(message.id.clone(), Some(message.at), &after, Letter::Mine { message, state });
        }
        for one in there.messages.iter().filter(|one| one.from_patient) {
            let id = one.record.clone().unwrap_or_else(|| one.id.clone());
            let Said::Words { words, .. } = &one.said else { continue };
            let sent = Delivery::Sent(one.at.unwrap_or_default());
            let state = State::of(Some(sent), one.mark);
            let letter = Letter::MineThere { at: one.at, words: words.clone(), state };
            pile.put(id, one.at, &one.answers, letter);
        }
        let clinics = there.messages.iter().filter(|one| !one.from_patient);
        // Nobody is named in it: it is for the patient if it answers them.
        let addressed = |one: &&There| !one.patients.is_empty() || one.coded;
        let (addressed, loose): (Vec<_>, Vec<_>) = clinics.partition(addressed);
        let written: BTreeSet<_> = pile.letters.keys().cloned().collect();
        let answers_us = |one: &There| one.answers.iter().any(|to| written.contains(&pile.known_as(to)));
        let loose: Vec<_> = loose.into_iter().filter(|one| answers_us(one)).collect();
        for one in addressed.into_iter().chain(loose) {
            let letter = Letter::Clinic { at: one.at, said: one.said.clone(), seen: seen.contains(&one.id) };
            pile.put(one.id.clone(), one.at, &one.answers, letter);
        }
        for (id, at) in there.unreadable {
            let letter = Letter::CannotShow { at, seen: reader.get(&seen_as_unreadable(&id))?.is_some() };
            pile.put(id, at, &[], letter);
        }
        Ok(Self { threads: threads(&pile.nodes), letters: pile.letters })
    }

    pub(in crate::app) fn letter(&self, id: &Id) -> Option<&Letter> {
        self.letters.get(id)
    }

    /// What the clinic wrote and the patient has not read.
    pub(in crate::app) fn unread(&self) -> impl Iterator<Item = (&Id, &Letter)> {
        self.letters.iter().filter(|(_, letter)| letter.is_new())
    }

    /// The thread a message belongs to.
    pub(in crate::app) fn thread_of(&self, id: &Id) -> Option<&[Id]> {
        self.threads.iter().find(|thread| thread.contains(id)).map(Vec::as_slice)
    }

    /// What a thread is known by.
    pub(in crate::app) fn title(&self, thread: &[Id]) -> Option<Private> {
        thread.iter().find_map(|id| self.letter(id)?.words()).map(first_line)
    }

    /// The clinic's newest message in a thread: what more in it answers.
    pub(in crate::app) fn to_answer(&self, thread: &[Id]) -> Option<Id> {
        let clinics =
            |id: &&Id| matches!(self.letter(id), Some(Letter::Clinic { .. } | Letter::CannotShow { .. }));
        thread.iter().rev().find(clinics).cloned()
    }

    /// True if this message was made at the clinic, so that its id is the server's.
    pub(in crate::app) fn is_clinics(&self, id: &Id) -> bool {
        matches!(self.letter(id), Some(Letter::Clinic { .. } | Letter::CannotShow { .. }))
    }
}

/// True for what is being written in this thread, whichever of its messages was the first when it was begun.
pub(super) fn is_in(draft: &Draft, thread: &[Id]) -> bool {
    draft.thread.as_ref().is_some_and(|of| thread.contains(of))
}

/// Under which key it is remembered that the patient was told of a message that cannot be shown. It is not read by that:
/// once it can be shown, it is new.
pub(in crate::app) fn seen_as_unreadable(there: &Id) -> String {
    format!("message.cannot-show.{there}")
}

/// Letters as they are put together.
struct Pile {
    letters: BTreeMap<Id, Letter>,
    nodes: Vec<Node>,
    /// The ids messages of the patient's were made with, by those the clinic's server gave them.
    aliases: BTreeMap<Id, Id>,
}

impl Pile {
    fn known_as(&self, there: &Id) -> Id {
        self.aliases.get(there).unwrap_or(there).clone()
    }

    /// What is there already stays: this phone knows more of what it sent off than the clinic's server does.
    fn put(&mut self, id: Id, at: Option<DateTime<Utc>>, after: &[Id], letter: Letter) {
        if self.letters.contains_key(&id) {
            return;
        }
        let after = after.iter().map(|to| self.known_as(to)).collect();
        self.nodes.push(Node { id: id.clone(), at: at.unwrap_or_default(), after });
        self.letters.insert(id, letter);
    }
}

/// What the clinic's server has.
struct Shelf {
    messages: Vec<There>,
    /// What is for the patient and cannot be read, with when it changed last.
    unreadable: Vec<(Id, Option<DateTime<Utc>>)>,
}

impl Shelf {
    fn load(home: &Home, reader: &Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self::of(reader.mirrored(super::messages::MESSAGE)?, home.patient()))
    }

    fn of(mirrored: Vec<Mirrored>, patient: Option<&Id>) -> Self {
        let (mut messages, mut unreadable) = (Vec::new(), Vec::new());
        for one in mirrored {
            match fhir::read_kept(&one.body, one.problem.as_deref()) {
                Some(Reading::Message(there)) if is_for(&there, patient) => messages.push(*there),
                Some(_) => {}
                None => {
                    let raw = serde_json::from_str(&one.body).unwrap_or_default();
                    // What the patient wrote themselves they have before them.
                    if message::is_message(&raw) && message::record_of(&raw).is_none() {
                        unreadable.push((one.id, one.updated));
                    }
                }
            }
        }
        Self { messages, unreadable }
    }

    fn aliases(&self) -> BTreeMap<Id, Id> {
        let made_here = self.messages.iter().filter_map(|one| Some((one.id.clone(), one.record.clone()?)));
        made_here.collect()
    }

    /// The clinic's mark on a message of the patient's.
    fn mark_of(&self, record: &Id) -> Option<Marked> {
        self.messages.iter().find(|one| one.record.as_ref() == Some(record))?.mark
    }
}

/// A message that names other patients only is not this one's.
fn is_for(there: &There, patient: Option<&Id>) -> bool {
    let named = |patient: &Id| there.patients.is_empty() || there.patients.contains(patient);
    there.from_patient || patient.is_none_or(named)
}
