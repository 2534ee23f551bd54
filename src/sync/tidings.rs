//! What the patient must be told when a record of the clinic arrives, changes or goes: decided purely.

use super::kinds::subject;
use crate::{
    care::{Happened, LineState, PlanState, Visit, VisitState, protocol::Protocol},
    fhir::{self, DocumentStatus, Reading, Resource, Unread, Unreadable},
    store::Mirrored,
};
use chrono::{DateTime, Utc};
use serde_json::Value;

/// One record as it arrived: what to keep of it, and what it says if it can be read.
#[derive(Debug, Clone)]
pub(super) struct Arrived {
    pub(super) mirrored: Mirrored,
    pub(super) reading: Option<Reading>,
}

/// What to say about a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tiding {
    Tell(Happened),
    /// What was told about not being able to read it is over.
    Readable,
}

/// A record that cannot be kept, because it does not say which one it is or is not all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Nameless;

/// Takes one entry of a page that should hold records of `kind`; `None` for a record of another type.
pub(super) fn arrived(entry: Result<Resource, Box<Unread>>, kind: &str) -> Result<Option<Arrived>, Nameless> {
    match entry {
        Ok(resource) if resource.kind != kind => Ok(None),
        // Only a part of it: kept, it would pass for the whole.
        Ok(resource) if is_subset(&resource.raw) => Err(Nameless),
        Ok(resource) => Ok(Some(whole(&resource))),
        Err(unread) => match (unread.id, unread.kind) {
            (_, Some(other)) if other != kind => Ok(None),
            (None, _) => Err(Nameless),
            (Some(id), _) => Ok(Some(Arrived {
                mirrored: Mirrored {
                    kind: kind.to_owned(),
                    id,
                    version: None,
                    updated: None,
                    body: unread.raw.to_string(),
                    problem: Some(unread.why.to_string()),
                },
                reading: None,
            })),
        },
    }
}

fn whole(resource: &Resource) -> Arrived {
    let reading = read(resource);
    Arrived {
        mirrored: Mirrored {
            kind: resource.kind.clone(),
            id: resource.id.clone(),
            version: resource.version.clone(),
            updated: resource.updated,
            body: resource.raw.to_string(),
            problem: reading.as_ref().err().map(ToString::to_string),
        },
        reading: reading.ok(),
    }
}

/// Reads a resource to the bottom: a protocol is only readable if the document in it is.
fn read(resource: &Resource) -> Result<Reading, Unreadable> {
    let reading = fhir::read(resource)?;
    if let Reading::Protocol(document) = &reading {
        document.document::<Protocol>()?;
    }
    Ok(reading)
}

fn is_subset(raw: &Value) -> bool {
    let tags = raw.pointer("/meta/tag").and_then(Value::as_array);
    let subset = |tag: &Value| tag.get("code").and_then(Value::as_str) == Some("SUBSETTED");
    tags.is_some_and(|tags| tags.iter().any(subset))
}

/// Reads again what is mirrored, maybe by a later version of this app.
pub(super) fn again(mirrored: &Mirrored) -> Option<Arrived> {
    Resource::parse(&mirrored.body).ok().map(|resource| whole(&resource))
}

/// What to say when `after` takes the place of `before`.
pub(super) fn of_arrival(before: Option<&Mirrored>, after: &Arrived, now: DateTime<Utc>) -> Vec<Tiding> {
    if subject(&after.mirrored.kind).is_none() {
        return Vec::new();
    }
    let Some(new) = &after.reading else { return vec![Tiding::Tell(Happened::Unreadable)] };
    let old = before.and_then(again).and_then(|before| before.reading);
    let mut tidings = vec![Tiding::Readable];
    tidings.extend(old.and_then(|old| changed(&old, new, &after.mirrored, now)).map(Tiding::Tell));
    tidings
}

/// What to say when `before` is not at the clinic any more.
pub(super) fn of_loss(before: &Mirrored, now: DateTime<Utc>) -> Vec<Tiding> {
    if subject(&before.kind).is_none() {
        return Vec::new();
    }
    let reading = again(before).and_then(|before| before.reading);
    // What could not be read may have mattered.
    let mattered = reading.is_none_or(|reading| counts(&reading, now));
    let mut tidings = vec![Tiding::Readable];
    if mattered {
        tidings.push(Tiding::Tell(Happened::Withdrawn));
    }
    tidings
}

/// True if a patient may be acting on it.
fn counts(reading: &Reading, now: DateTime<Utc>) -> bool {
    match reading {
        Reading::Visit(visit) => is_open(visit, now),
        Reading::Plan(plan) => plan.state != PlanState::NotInForce,
        Reading::Protocol(document) => document.status != DocumentStatus::Retired,
        Reading::Medicine(line) => line.state == LineState::Active,
        _ => false,
    }
}

/// Ahead, or asked for and without a time yet.
fn is_open(visit: &Visit, now: DateTime<Utc>) -> bool {
    let asked_for = matches!(visit.state, VisitState::Requested | VisitState::Waiting);
    visit.is_ahead(now) || (asked_for && visit.start.is_none())
}

fn changed(old: &Reading, new: &Reading, mirrored: &Mirrored, now: DateTime<Utc>) -> Option<Happened> {
    if !counts(old, now) {
        return None;
    }
    let withdrawn = match (old, new) {
        (Reading::Visit(old), Reading::Visit(new)) => {
            if new.state != VisitState::Cancelled {
                return moved(old, new);
            }
            true
        }
        // An end that was foreseen ("completed") is nobody's news.
        (Reading::Plan(_) | Reading::Medicine(_), Reading::Plan(_) | Reading::Medicine(_)) => {
            !counts(new, now) && status(mirrored).as_deref() != Some("completed")
        }
        _ => !counts(new, now),
    };
    withdrawn.then_some(Happened::Withdrawn)
}

/// A visit the clinic had confirmed, now at another time.
fn moved(old: &Visit, new: &Visit) -> Option<Happened> {
    let firm = matches!(old.state, VisitState::Confirmed | VisitState::UnderWay);
    let (from, to) = (old.start?, new.start?);
    (firm && from != to).then_some(Happened::Moved { from, to })
}

fn status(mirrored: &Mirrored) -> Option<String> {
    let raw: Value = serde_json::from_str(&mirrored.body).ok()?;
    raw.get("status").and_then(Value::as_str).map(str::to_owned)
}

#[cfg(test)]
#[path = "tidings_tests.rs"]
mod tests;
