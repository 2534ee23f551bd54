//! Puts what arrived into the store, together with what the patient must be told: one transaction, all or
//! nothing.

use super::{
    Room, SyncError,
    bookings::{self, Landed},
    holds,
    kinds::subject,
    known::Known,
    papers,
    tidings::{self, Arrived, Tiding},
    visits::Told,
};
use crate::{
    care::{Happened, Id, Notice, Subject},
    fhir,
    store::{Mirrored, StoreError, Tx, Was},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// One thing to put into the store.
#[derive(Debug)]
pub(super) enum Landing {
    Arrival(Box<Arrived>),
    /// The clinic withdrew it.
    Loss {
        kind: String,
        id: Id,
    },
    /// The clinic has it in another version than ours, or does not let us see which, and does not hand it out.
    /// `listed`: it is known to be there although we may never have had it.
    Withheld {
        kind: String,
        id: Id,
        listed: bool,
    },
    /// Nothing names it any more: it goes, and with it what was told about it.
    Unneeded {
        kind: String,
        id: Id,
    },
}

/// Lands everything and, in the same transaction, does `also`. Answers how many records changed.
pub(super) async fn land(
    room: &Room,
    landings: Vec<Landing>,
    also: impl FnOnce(&Tx<'_>) -> Result<(), StoreError> + Send + 'static,
) -> Result<usize, SyncError> {
    let hand = Hand { now: room.now(), new_id: Arc::clone(&room.sources.new_id) };
    room.write(move |tx| {
        let mut changed = 0;
        for landing in &landings {
            changed += usize::from(match landing {
                Landing::Arrival(arrived) => hand.arrival(tx, arrived)?,
                Landing::Loss { kind, id } => hand.loss(tx, kind, id)?,
                Landing::Withheld { kind, id, listed } => hand.withheld(tx, kind, id, *listed)?,
                Landing::Unneeded { kind, id } => hand.unneeded(tx, kind, id)?,
            });
        }
        also(tx)?;
        Ok(changed)
    })
    .await
}

/// What could not be read before and can be now: this may be a later version of the app.
pub(super) async fn readable_now(room: &Room) -> Result<Vec<Landing>, SyncError> {
    let problems = room.read(|reader| reader.problems()).await?;
    // The older version of what is withheld could be read all along.
    let unread = problems.iter().filter(|problem| !tidings::is_withheld(problem));
    let readable = unread.filter_map(tidings::again).filter(|again| again.reading.is_some());
    Ok(readable.map(|again| Landing::Arrival(Box::new(again))).collect())
}

/// The FHIR type of a message.
const MESSAGE: &str = "Communication";

/// The body of a record of which nothing ever arrived but that it is there.
const NOTHING: &str = "{}";

struct Hand {
    now: DateTime<Utc>,
    new_id: Arc<dyn Fn() -> Id + Send + Sync>,
}

impl Hand {
    fn arrival(&self, tx: &Tx<'_>, arrived: &Arrived) -> Result<bool, StoreError> {
        let before = match tx.mirror(&arrived.mirrored)? {
            Was::Same => return Ok(false),
            Was::New => None,
            Was::Changed(before) => Some(before),
        };
        let (kind, id) = (&arrived.mirrored.kind, &arrived.mirrored.id);
        if kind == bookings::KIND && holds::is_only_kept(tx, arrived)? {
            return Ok(true);
        }
        let landed = match kind.as_str() {
            bookings::KIND => bookings::landed(tx, arrived, self.now, &*self.new_id)?,
            MESSAGE => self.found(tx, arrived).map(|()| Landed::default())?,
            papers::KIND => papers::landed(tx, arrived).map(|()| Landed::default())?,
            _ => Landed::default(),
        };
        let told = |known| tidings::of_arrival(before.as_ref(), arrived, known, self.now);
        self.tell_and_remember(tx, kind, id, &landed, told)?;
        self.tell_news(tx, landed)?;
        Ok(true)
    }

    /// A message of the patient's that came back from a copy, and is there, was sent before.
    fn found(&self, tx: &Tx<'_>, arrived: &Arrived) -> Result<(), StoreError> {
        let raw = serde_json::from_str(&arrived.mirrored.body).unwrap_or_default();
        let Some(record) = fhir::message::record_of(&raw) else { return Ok(()) };
        let at = arrived.mirrored.updated.unwrap_or(self.now);
        tx.found_there(&record, at, arrived.mirrored.version.as_deref())
    }

    fn loss(&self, tx: &Tx<'_>, kind: &str, id: &Id) -> Result<bool, StoreError> {
        let Some(before) = tx.unmirror(kind, id)? else { return Ok(false) };
        if kind == bookings::KIND && holds::was_only_kept(tx, id)? {
            return Ok(true);
        }
        let landed = match kind {
            bookings::KIND => bookings::lost(tx, id, &before.body, self.now, &*self.new_id)?,
            _ => Landed::default(),
        };
        let told = |known| tidings::of_loss(&before, known, self.now);
        self.tell_and_remember(tx, kind, id, &landed, told)?;
        self.tell_news(tx, landed)?;
        Ok(true)
    }

    /// Keeps the body and says that it is not current; without a version it is tried again with every pull.
    fn withheld(&self, tx: &Tx<'_>, kind: &str, id: &Id, listed: bool) -> Result<bool, StoreError> {
        let held = match tx.mirrored_one(kind, id)? {
            Some(held) => held,
            None if listed => Mirrored {
                kind: kind.to_owned(),
                id: id.clone(),
                version: None,
                updated: None,
                body: NOTHING.to_owned(),
                problem: None,
            },
            None => return Ok(false),
        };
        let withheld = Mirrored { version: None, problem: Some(tidings::WITHHELD.to_owned()), ..held };
        if tx.mirror(&withheld)? == Was::Same {
            return Ok(false);
        }
        self.tell(tx, kind, id, vec![Tiding::Tell(Happened::Unreadable)])?;
        Ok(true)
    }

    fn unneeded(&self, tx: &Tx<'_>, kind: &str, id: &Id) -> Result<bool, StoreError> {
        self.tell(tx, kind, id, vec![Tiding::Readable])?;
        Ok(tx.unmirror(kind, id)?.is_some())
    }

    /// Tells what `told` makes of what the patient knows, and remembers what the patient knows then. `landed`: what it means
    /// for what the patient asked for.
    fn tell_and_remember(
        &self,
        tx: &Tx<'_>,
        kind: &str,
        about: &Id,
        landed: &Landed,
        told: impl FnOnce(Option<Known>) -> Told,
    ) -> Result<(), StoreError> {
        let before = if subject(kind) == Some(Subject::Visit) { Known::load(tx, about)? } else { None };
        let (mut tidings, known) = told(before);
        if landed.quiet {
            tidings = tidings.into_iter().map(tidings::when_wanted).collect();
        } else if landed.by_patient {
            tidings = tidings.into_iter().map(tidings::when_asked_for).collect();
        }
        if let Some(known) = known.filter(|known| Some(*known) != before) {
            known.save(tx, about)?;
        }
        self.tell(tx, kind, about, tidings)
    }

    fn tell_news(&self, tx: &Tx<'_>, landed: Landed) -> Result<(), StoreError> {
        for (subject, happened, about) in landed.news {
            tx.tell(&Notice { id: (self.new_id)(), subject, happened, about, at: self.now })?;
        }
        Ok(())
    }

    fn tell(&self, tx: &Tx<'_>, kind: &str, about: &Id, tidings: Vec<Tiding>) -> Result<(), StoreError> {
        let Some(subject) = subject(kind) else { return Ok(()) };
        for tiding in tidings {
            let news = match tiding {
                Tiding::Readable => {
                    tx.untell_unreadable(subject, about)?;
                    None
                }
                Tiding::Over => {
                    tx.untell_moved(subject, about)?;
                    None
                }
                Tiding::Stands(news) => {
                    if tx.untell_withdrawn(subject, about)? {
                        news
                    } else {
                        None
                    }
                }
                Tiding::Tell(happened) => Some(happened),
            };
            if let Some(happened) = news {
                let (id, about) = ((self.new_id)(), about.clone());
                tx.tell(&Notice { id, subject, happened, about, at: self.now })?;
            }
        }
        Ok(())
    }
}
