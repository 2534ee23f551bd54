//! Delivers one record: at most once in effect, however often it has to be tried.

mod direct;
mod guarded;
mod offer;
mod place;

use super::{
    Room, SyncError, backoff, bookings,
    judge::{self, Judgement, Settle},
    manners::{Manner, Manners},
};
use crate::{
    care::{Id, Refusal, booking::Hold},
    clinic::{Ask, ClinicError},
    fhir::{self, withdrawn},
    store::{Queued, Reader, StoreError, Tx},
};
use chrono::TimeDelta;
use direct::Direct;
pub(super) use guarded::{found, see_record, write_over};
pub(super) use offer::find_named;
use place::{Kept, Place, etag, over};
use serde_json::Value;
use std::sync::Arc;

/// How one attempt ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Delivered,
    /// The clinic's server said no to what was asked for, and the patient is told.
    Answered,
    /// It waits for a person.
    SetAside,
    /// It is tried again later.
    Later(ClinicError),
    /// The patient took it back at the last moment and nothing was sent, or put something else in its place meanwhile.
    TakenBack,
}

/// What an attempt taught about the server.
pub(super) type Learnt = Option<Manner>;

/// One attempt to deliver `queued`.
pub(super) async fn deliver(
    room: &Room,
    manners: &Manners,
    queued: Queued,
) -> Result<(Outcome, Learnt), SyncError> {
    let Queued { outgoing, attempts, first, acknowledged, came_back, over } = queued;
    let body: Value = serde_json::from_str(&outgoing.body).unwrap_or_default();
    let Some((kind, id)) =
        outgoing.path.split_once('/').and_then(|(kind, id)| Some((kind, Id::new(id).ok()?)))
    else {
        let (row, now) = (outgoing.id, room.now());
        room.write(move |tx| tx.set_aside(&row, Refusal::NotUnderstood, now)).await?;
        return Ok((Outcome::SetAside, None));
    };
    // From here on the record may be at the clinic, whatever we get to hear: it counts as tried beforehand.
    let pause = backoff::wait(attempts.saturating_add(1), (room.sources.chance)());
    let pause = if outgoing.urgent { pause.min(backoff::URGENT_AT_MOST) } else { pause };
    let next_try = room.now() + TimeDelta::from_std(pause).unwrap_or(TimeDelta::MAX);
    let (row, known_as, record) = (outgoing.id.clone(), known_as(kind, &id), id.clone());
    let known = room
        .write(move |tx| {
            tx.mark_tried(&row, next_try)?;
            Ok((tx.get(&known_as)?, tx.hold(&record)?))
        })
        .await;
    let (there, hold) = match known {
        Ok((there, hold)) => (there.and_then(|id| Id::new(id).ok()), hold),
        // The row was there when we looked for work, and is not any more.
        Err(SyncError::Store(StoreError::NoSuchRow)) => return Ok((Outcome::TakenBack, None)),
        Err(error) => return Err(error),
    };
    let retried = attempts > 0;
    let empty = withdrawn::place(&body);
    let attempt =
        Attempt { room, kind, id, body, empty, there, hold, retried, first, acknowledged, came_back };
    let (done, learnt) = match (attempt.without_desk(over.as_ref(), manners).await?, &over) {
        (Direct::Done(done), _) => (done, None),
        (Direct::ToTheDesk(learnt), Some(over)) => (attempt.perform_over(over, manners).await, learnt),
        (Direct::ToTheDesk(learnt), None) => {
            let (done, also) = attempt.perform(manners).await?;
            (done, learnt.or(also))
        }
    };
    let outcome = settle(&attempt, &outgoing.id, done).await?;
    Ok((outcome, learnt))
}

/// Writes down how it ended.
async fn settle(attempt: &Attempt<'_>, row: &Id, done: Done) -> Result<Outcome, SyncError> {
    match write_down(attempt, row, done).await {
        // Something else stands in its place by now, and is settled by itself.
        Err(SyncError::Store(StoreError::NoSuchRow)) => Ok(Outcome::TakenBack),
        settled => settled,
    }
}

async fn write_down(attempt: &Attempt<'_>, row: &Id, done: Done) -> Result<Outcome, SyncError> {
    let (room, kind, id) = (attempt.room, attempt.kind, &attempt.id);
    let (row, now, name) = (row.clone(), room.now(), Arc::clone(&room.sources.new_id));
    let cancelled = attempt.cancels().then(|| id.clone());
    // What was asked for in place of a visit goes with it, and never before it.
    let and_with_it = move |tx: &Tx<'_>| match &cancelled {
        Some(visit) => bookings::with_visit(tx, visit, now, &*name),
        None => Ok(()),
    };
    match done {
        Done::Delivered { version, there } => {
            let alias = there.map(|there| (known_as(kind, id), there));
            room.write(move |tx| {
                if let Some((key, there)) = &alias {
                    tx.set(key, there.as_str())?;
                }
                tx.acknowledge(&row, now, version.as_deref())?;
                and_with_it(tx)
            })
            .await?;
            Ok(Outcome::Delivered)
        }
        Done::NotGiven { gone } => {
            let (wish, name) = (id.clone(), Arc::clone(&room.sources.new_id));
            room.write(move |tx| bookings::not_given(tx, &wish, gone, now, &*name)).await?;
            Ok(Outcome::Answered)
        }
        Done::Not(Settle::SetAside(refusal)) => {
            room.write(move |tx| {
                tx.set_aside(&row, refusal, now)?;
                and_with_it(tx)
            })
            .await?;
            Ok(Outcome::SetAside)
        }
        Done::Not(Settle::Later(error)) => Ok(Outcome::Later(error)),
    }
}

/// The id the server chose for a record of ours; `None` where it goes by ours.
pub fn known_there(reader: &Reader<'_>, kind: &str, id: &Id) -> Result<Option<Id>, StoreError> {
    Ok(reader.get(&known_as(kind, id))?.and_then(|there| Id::new(there).ok()))
}

/// Under which key the store remembers the id a server chose for a record of ours.
pub(super) fn known_as(kind: &str, id: &Id) -> String {
    format!("sync.known-as.{kind}/{id}")
}

struct Attempt<'a> {
    room: &'a Room,
    kind: &'a str,
    id: Id,
    body: Value,
    /// What keeps a place for it, where it may be withdrawn one day.
    empty: Option<Value>,
    /// The id under which it is there, if that is known: the one the server chose, or that of its place.
    there: Option<Id>,
    /// The time of this wish, kept by the server until it is asked for.
    hold: Option<Hold>,
    retried: bool,
    /// The clinic has acknowledged nothing about this record yet.
    first: bool,
    /// As which version the clinic took what it acknowledged last.
    acknowledged: Option<String>,
    /// It came back from a copy: the clinic may have heard more about this record than is known here.
    came_back: bool,
}

/// What the clinic has under the id of a record.
enum Seen {
    /// What we sent, as this version.
    Arrived(Option<String>),
    /// Nothing, or nothing any more.
    Nothing,
    /// The place that was kept for it, as this version.
    Place(Option<String>),
    /// Something else, as this version, and its name for `If-Match`.
    Other { version: Option<String>, etag: Option<String> },
}

enum Done {
    /// `there`: the id the server chose.
    Delivered {
        version: Option<String>,
        there: Option<Id>,
    },
    /// The time that was asked for is not given; `gone`: because somebody else has it.
    NotGiven {
        gone: bool,
    },
    Not(Settle),
}

impl From<Settle> for Done {
    fn from(settle: Settle) -> Self {
        Self::Not(settle)
    }
}

impl Attempt<'_> {
    async fn perform(&self, manners: &Manners) -> Result<(Done, Learnt), SyncError> {
        if self.there.is_none() && manners.has(Manner::GivesItsOwnIds) {
            return Ok((self.offer().await.unwrap_or_else(Done::from), None));
        }
        let mut at = Place { id: self.there.as_ref().unwrap_or(&self.id).clone(), over: None };
        let mut is_kept = false;
        if self.retried || (self.there.is_some() && self.empty.is_some()) {
            // An earlier attempt may have arrived although its answer did not.
            let seen = match self.look(&at.id).await {
                Ok(Seen::Arrived(version)) => return Ok((Done::Delivered { version, there: None }, None)),
                Ok(Seen::Nothing) => self.look_elsewhere().await,
                Ok(seen) => Ok(seen),
                Err(error) => return Ok((Settle::Later(error).into(), None)),
            };
            is_kept = matches!(seen, Ok(Seen::Place(_)));
            match seen.and_then(|seen| self.may_go(seen)) {
                Ok(over) => at.over = over,
                Err(settle) => return Ok((settle.into(), None)),
            }
        }
        let takes_our_ids = manners.has(Manner::TakesOurIds) || self.there.is_some();
        if let Some(empty) = self.empty.as_ref().filter(|_| !is_kept && at.over.is_none()) {
            at = match self.keep_place(empty, takes_our_ids).await {
                Kept::Place(place) => place,
                Kept::Judged(judged) => return Ok(self.end(judged, &at.id).await),
                Kept::NotNoted(error) => return Err(error),
            };
        }
        let body = self.named(Some(&at.id)).to_string();
        let got = self.room.clinic.put(&format!("{}/{}", self.kind, at.id), &body, at.over.as_deref()).await;
        Ok(self.end(judge::of_put(&got, self.kind, &at.id, takes_our_ids), &at.id).await)
    }

    /// Does what the answer to a write under `id` was judged to mean.
    async fn end(&self, judged: Judgement, id: &Id) -> (Done, Learnt) {
        match judged {
            Judgement::Delivered { version } => (
                Done::Delivered { version, there: None },
                self.there.is_none().then_some(Manner::TakesOurIds),
            ),
            Judgement::Settle(settle) => (settle.into(), None),
            Judgement::LookFirst(otherwise) => match self.look(id).await {
                Ok(Seen::Arrived(version)) => (Done::Delivered { version, there: None }, None),
                Ok(_) => (otherwise.into(), None),
                Err(error) => (Settle::Later(error).into(), None),
            },
            Judgement::OfferWithoutId(refusal) => match self.offer().await {
                Ok(done) => (done, Some(Manner::GivesItsOwnIds)),
                Err(Settle::Later(error)) => (Settle::Later(error).into(), None),
                // Found there as withdrawn: that says more than the refusal of our id.
                Err(conflict @ Settle::SetAside(Refusal::Conflict)) if self.came_back => {
                    (conflict.into(), None)
                }
                Err(Settle::SetAside(_)) => (Settle::SetAside(refusal).into(), None),
            },
        }
    }

    /// What was frozen when the patient made it, under `id`; without one for a server that gives its own.
    fn named(&self, id: Option<&Id>) -> Value {
        under(&self.body, id)
    }

    /// What the clinic has, and whether it is what we sent.
    async fn look(&self, id: &Id) -> Result<Seen, ClinicError> {
        let answer = self.room.clinic.ask(&Ask::one(self.kind, id)).await?;
        match ClinicError::of_status(answer.status, answer.retry_after) {
            Some(error) if error.concerns_everything() || answer.status >= 500 => return Err(error),
            Some(_) if matches!(answer.status, 404 | 410) => return Ok(Seen::Nothing),
            Some(_) => return Ok(Seen::Other { version: None, etag: None }),
            None => {}
        }
        let version = judge::version(&answer);
        Ok(match answer.body.as_ref() {
            Some(there) if self.is_withdrawn_in(there) => Seen::Other { version: None, etag: None },
            Some(there) if self.is_place(there) => Seen::Place(over(&answer)),
            // What waited behind this must not go over a later word that is there.
            Some(there) if self.is_in(there, id) => Seen::Arrived(
                version.filter(|_| !self.came_back || fhir::same_but_meta(there, &self.named(Some(id)))),
            ),
            _ => Seen::Other { version, etag: answer.etag },
        })
    }

    /// What came back from a copy goes only where the clinic knows no more about the record than the copy does; a
    /// withdrawal always goes. Answers over which version alone it may go.
    fn may_go(&self, seen: Seen) -> Result<Option<String>, Settle> {
        if let Seen::Place(over) = seen {
            return Ok(over);
        }
        if !self.came_back || withdrawn::is_withdrawn(&self.body) {
            return Ok(None);
        }
        match seen {
            Seen::Nothing if self.first => Ok(None),
            Seen::Nothing => Err(Settle::SetAside(Refusal::Gone)),
            Seen::Other { version: Some(version), etag }
                if self.acknowledged.as_deref().is_some_and(|known| bare(known) == bare(&version)) =>
            {
                Ok(etag)
            }
            Seen::Arrived(_) | Seen::Place(_) | Seen::Other { .. } => {
                Err(Settle::SetAside(Refusal::Conflict))
            }
        }
    }

    /// True if the clinic has this as withdrawn, and what came back from the copy is not.
    fn is_withdrawn_in(&self, there: &Value) -> bool {
        self.came_back && withdrawn::is_withdrawn(there) && !withdrawn::is_withdrawn(&self.body)
    }

    /// True if `there` is no more than the place that was kept for this record.
    fn is_place(&self, there: &Value) -> bool {
        // To what came back from a copy it may as well be a withdrawal.
        !self.came_back
            && self.empty.is_some()
            && withdrawn::is_empty(there)
            && self.identifier().is_some_and(|token| carries(there, &token))
    }

    /// True if `there`, read under `id`, shows that what we sent has arrived. A record that was never there
    /// before can only have come from us; what the clinic amended in it since must not be overwritten. A later
    /// form of one that was there has arrived only if it says the same. A withdrawal has not while the record
    /// holds: another phone of the patient's may have sent that.
    fn is_in(&self, there: &Value, id: &Id) -> bool {
        let shown = |name: &str| there.get(name).and_then(Value::as_str);
        let named = shown("resourceType") == Some(self.kind) && shown("id") == Some(id.as_str());
        let ours = named && self.identifier().is_some_and(|token| carries(there, &token));
        let still_holds = withdrawn::is_withdrawn(&self.body) && !withdrawn::is_withdrawn(there);
        (self.first && ours && !still_holds) || fhir::same_but_meta(there, &self.named(Some(id)))
    }

    fn identifier(&self) -> Option<String> {
        tokens(&self.body).next()
    }

    /// True if it says that an appointment is off.
    fn cancels(&self) -> bool {
        self.kind == bookings::KIND && fhir::booking::direct::is_cancelled(&self.body)
    }
}

/// `body` under `id`, whichever it carries, or without one.
fn under(body: &Value, id: Option<&Id>) -> Value {
    let mut body = body.clone();
    if let Value::Object(fields) = &mut body {
        match id {
            Some(id) => drop(fields.insert("id".to_owned(), Value::from(id.as_str()))),
            None => drop(fields.shift_remove("id")),
        }
    }
    body
}

/// The identifiers of a record, as a search names them.
fn tokens(body: &Value) -> impl Iterator<Item = String> {
    // One for a QuestionnaireResponse, a list for most others.
    let identifiers = match body.get("identifier") {
        Some(Value::Array(several)) => several.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    identifiers.iter().filter_map(|identifier| {
        let word = |name: &str| identifier.get(name).and_then(Value::as_str);
        Some(format!("{}|{}", word("system")?, word("value")?))
    })
}

/// The name of a version, as an `ETag` or by itself.
fn bare(version: &str) -> &str {
    version.trim_start_matches("W/").trim_matches('"')
}

fn carries(body: &Value, token: &str) -> bool {
    tokens(body).any(|other| other == token)
}
