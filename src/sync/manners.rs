//! What was found out about one server by trying, so that it is found out once.

use super::{Room, SyncError};
use crate::store::{Reader, StoreError};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use std::collections::BTreeSet;

/// Something a server does not do as the standard would have it, or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Manner {
    /// It refuses several questions in one request.
    NoBatch,
    /// It refuses to list ids and versions only.
    NoOutline,
    /// It refuses to say what changed since when.
    NoSince,
    /// It has taken a record under an id made on the phone.
    TakesOurIds,
    /// It gives records ids of its own.
    GivesItsOwnIds,
    /// It denies Task to patients, although the token names it.
    NoTask,
    /// The same of Encounter.
    NoEncounter,
    /// The same of vital signs.
    NoVitals,
    /// The same of Communication. It holds for a day: somebody may be waiting for an answer.
    NoMessages,
    /// The same of Consent, for a day as well: somebody might sign a paper twice.
    NoConsents,
    /// It books by an operation `$book`.
    Books,
    /// Its operations are those of Argonaut Scheduling, not of IHE's profile.
    Argonaut,
    /// It keeps a time by an operation `$hold`.
    Holds,
    /// It does not, or not for patients; this outdoes the other. It holds for a week, as the next two do.
    NoHold,
    /// It does not, or not for patients; this outdoes the other. It holds for a week: what says so is large.
    NoBook,
    /// It takes no transaction from a patient, although slots may be written. It holds for a week as well.
    NoTransaction,
}

/// How long a refusal holds that would otherwise keep an answer of the clinic's from a patient for good.
const ASKED_AGAIN_AFTER: TimeDelta = TimeDelta::days(1);
/// How long it holds that a server leaves booking to people.
const LEFT_TO_PEOPLE: TimeDelta = TimeDelta::days(7);

const ALL: [Manner; 16] = [
    Manner::NoBatch,
    Manner::NoOutline,
    Manner::NoSince,
    Manner::TakesOurIds,
    Manner::GivesItsOwnIds,
    Manner::NoTask,
    Manner::NoEncounter,
    Manner::NoVitals,
    Manner::NoMessages,
    Manner::NoConsents,
    Manner::Books,
    Manner::Argonaut,
    Manner::Holds,
    Manner::NoHold,
    Manner::NoBook,
    Manner::NoTransaction,
];

impl Manner {
    const fn key(self) -> &'static str {
        match self {
            Self::NoBatch => "sync.server.no-batch",
            Self::NoOutline => "sync.server.no-outline",
            Self::NoSince => "sync.server.no-since",
            Self::TakesOurIds => "sync.server.takes-our-ids",
            Self::GivesItsOwnIds => "sync.server.gives-its-own-ids",
            Self::NoTask => "sync.server.no-task",
            Self::NoEncounter => "sync.server.no-encounter",
            Self::NoVitals => "sync.server.no-vitals",
            Self::NoMessages => "sync.server.no-messages",
            Self::NoConsents => "sync.server.no-consents",
            Self::Books => "sync.server.books",
            Self::Argonaut => "sync.server.argonaut",
            Self::Holds => "sync.server.holds",
            Self::NoHold => "sync.server.no-hold",
            Self::NoBook => "sync.server.no-book",
            Self::NoTransaction => "sync.server.no-transaction",
        }
    }

    /// True if what was learnt then still counts at `now`. Before this was kept with its time it was kept as a word.
    fn holds(self, learnt: &str, now: DateTime<Utc>) -> bool {
        let lasts = match self {
            Self::NoMessages | Self::NoConsents => ASKED_AGAIN_AFTER,
            Self::NoHold | Self::NoBook | Self::NoTransaction => LEFT_TO_PEOPLE,
            _ => return true,
        };
        let at = DateTime::parse_from_rfc3339(learnt).ok().map(|at| at.to_utc());
        at.is_some_and(|at| (TimeDelta::zero()..lasts).contains(&(now - at)))
    }
}

/// What is known so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Manners(BTreeSet<Manner>);

impl Manners {
    pub(super) async fn load(room: &Room) -> Result<Self, SyncError> {
        let now = room.now();
        room.read(move |reader| {
            let mut known = BTreeSet::new();
            for manner in ALL {
                if is_known(reader, manner, now)? {
                    known.insert(manner);
                }
            }
            Ok(Self(known))
        })
        .await
    }

    pub(super) fn has(&self, manner: Manner) -> bool {
        self.0.contains(&manner)
    }

    /// Remembers it, for as long as it holds.
    pub(super) async fn learn(&mut self, room: &Room, manner: Manner) -> Result<(), SyncError> {
        if self.0.insert(manner) {
            note(room, manner).await?;
        }
        Ok(())
    }
}

/// Writes down what was learnt.
pub(super) async fn note(room: &Room, manner: Manner) -> Result<(), SyncError> {
    tracing::info!(?manner, "learnt about the server");
    let now = room.now().to_rfc3339_opts(SecondsFormat::Secs, true);
    room.write(move |tx| tx.set(manner.key(), &now)).await
}

/// True while the clinic's server is known to book by an operation of its own.
pub(super) fn books_by_operation(reader: &Reader<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(is_known(reader, Manner::Books, now)? && !is_known(reader, Manner::NoBook, now)?)
}

/// False while the clinic's server is known not to keep times for patients: then nothing needs to be begun.
///
/// # Errors
/// Whatever keeps the store from being read.
pub fn may_hold(reader: &Reader<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(!is_known(reader, Manner::NoBook, now)? && !is_known(reader, Manner::NoHold, now)?)
}

/// True while it is known to keep them.
///
/// # Errors
/// Whatever keeps the store from being read.
pub fn holds(reader: &Reader<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(is_known(reader, Manner::Holds, now)? && may_hold(reader, now)?)
}

fn is_known(reader: &Reader<'_>, manner: Manner, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(reader.get(manner.key())?.is_some_and(|learnt| manner.holds(&learnt, now)))
}

/// True while the clinic's server is known not to hand messages out: no answer of the clinic's can arrive.
///
/// # Errors
/// Whatever keeps the store from being read.
pub fn denies_messages(reader: &Reader<'_>, now: DateTime<Utc>) -> Result<bool, StoreError> {
    is_known(reader, Manner::NoMessages, now)
}
