//! What was found out about one server by trying, so that it is found out once.

use super::{Room, SyncError};
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
    /// The same of Communication.
    NoMessages,
}

const ALL: [Manner; 9] = [
    Manner::NoBatch,
    Manner::NoOutline,
    Manner::NoSince,
    Manner::TakesOurIds,
    Manner::GivesItsOwnIds,
    Manner::NoTask,
    Manner::NoEncounter,
    Manner::NoVitals,
    Manner::NoMessages,
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
        }
    }
}

/// What is known so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Manners(BTreeSet<Manner>);

impl Manners {
    pub(super) async fn load(room: &Room) -> Result<Self, SyncError> {
        room.read(|reader| {
            let mut known = BTreeSet::new();
            for manner in ALL {
                if reader.get(manner.key())?.is_some() {
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

    /// Remembers it for good.
    pub(super) async fn learn(&mut self, room: &Room, manner: Manner) -> Result<(), SyncError> {
        if self.0.insert(manner) {
            tracing::info!(?manner, "learnt about the server");
            room.write(move |tx| tx.set(manner.key(), "yes")).await?;
        }
        Ok(())
    }
}
