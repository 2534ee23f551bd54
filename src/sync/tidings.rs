//! What the patient must be told when a record of the clinic arrives, changes or goes: decided purely.

use super::{kinds::subject, known::Known, visits};
use crate::{
    care::{Happened, LineState, PlanState, Subject, protocol::Protocol},
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

/// The problem of a record that changed at the clinic and is not handed out: its body is an older version.
pub(super) const WITHHELD: &str = "changed; cannot be fetched";

/// True if what is kept of the record may not be what the clinic has.
pub(super) fn is_withheld(mirrored: &Mirrored) -> bool {
    mirrored.problem.as_deref() == Some(WITHHELD)
}

/// What to say about a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tiding {
    Tell(Happened),
    /// What was told about not being able to read it is over.
    Readable,
    /// It stands (again): what was told about its being taken back is over. If the patient had not seen that,
    /// this is what is new.
    Stands(Option<Happened>),
    /// It is over or off: at what time it was to be is no news any more.
    Over,
}

/// What the patient had before.
#[derive(Debug)]
pub(super) enum Before {
    Nothing,
    /// Something nobody could read.
    Unread,
    Read(Reading),
}

impl Before {
    fn of(mirrored: Option<&Mirrored>) -> Self {
        let Some(mirrored) = mirrored else { return Self::Nothing };
        // What is withheld now could be read when it came.
        let could_be_read = |before: &&Mirrored| before.problem.is_none() || is_withheld(before);
        let read = Some(mirrored).filter(could_be_read).and_then(again);
        read.and_then(|before| before.reading).map_or(Self::Unread, Self::Read)
    }
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

/// True if the server says that this is only a part of the record.
pub(super) fn is_subset(raw: &Value) -> bool {
    let tags = raw.pointer("/meta/tag").and_then(Value::as_array);
    let subset = |tag: &Value| tag.get("code").and_then(Value::as_str) == Some("SUBSETTED");
    tags.is_some_and(|tags| tags.iter().any(subset))
}

/// Reads again what is mirrored, maybe by a later version of this app.
pub(super) fn again(mirrored: &Mirrored) -> Option<Arrived> {
    Resource::parse(&mirrored.body).ok().map(|resource| whole(&resource))
}

/// What to say when `after` takes the place of `before`; for a visit also what the patient knew and knows now.
pub(super) fn of_arrival(
    before: Option<&Mirrored>,
    after: &Arrived,
    known: Option<Known>,
    now: DateTime<Utc>,
) -> visits::Told {
    if subject(&after.mirrored.kind).is_none() {
        return (Vec::new(), known);
    }
    let Some(new) = &after.reading else { return (vec![Tiding::Tell(Happened::Unreadable)], known) };
    let before = Before::of(before);
    let (tidings, known) = match new {
        Reading::Visit(new) => visits::of_arrival(&before, new, known, now),
        new => (changed(&before, new, &after.mirrored), known),
    };
    ([vec![Tiding::Readable], tidings].concat(), known)
}

/// What to say when `before` is not at the clinic any more; for a visit also what the patient knew and knows now.
pub(super) fn of_loss(before: &Mirrored, known: Option<Known>, now: DateTime<Utc>) -> visits::Told {
    let Some(subject) = subject(&before.kind) else { return (Vec::new(), known) };
    let before = Before::of(Some(before));
    let (tidings, known) = match &before {
        _ if subject == Subject::Visit => visits::of_loss(&before, known, now),
        Before::Read(old) if !counts(old) => (Vec::new(), known),
        // What could not be read may have mattered.
        _ => (vec![Tiding::Tell(Happened::Withdrawn)], known),
    };
    ([vec![Tiding::Readable], tidings].concat(), known)
}

/// True if a patient may be acting on it.
fn counts(reading: &Reading) -> bool {
    match reading {
        Reading::Plan(plan) => plan.state != PlanState::NotInForce,
        Reading::Protocol(document) => document.status != DocumentStatus::Retired,
        Reading::Medicine(line) => line.state == LineState::Active,
        _ => false,
    }
}

fn changed(before: &Before, new: &Reading, mirrored: &Mirrored) -> Vec<Tiding> {
    let mattered = match before {
        Before::Nothing => false,
        // What could not be read may have mattered.
        Before::Unread => true,
        Before::Read(old) => counts(old),
    };
    let foreseen = || {
        let ends = matches!(new, Reading::Plan(_) | Reading::Medicine(_));
        ends && status(mirrored).as_deref() == Some("completed")
    };
    match (mattered, counts(new)) {
        (_, true) => vec![Tiding::Stands(None)],
        // An end that was foreseen is nobody's news.
        (true, false) if !foreseen() => vec![Tiding::Tell(Happened::Withdrawn)],
        (_, false) => Vec::new(),
    }
}

/// The same of a visit that the patient wanted to be off: that it is, is no news.
pub(super) const fn when_wanted(tiding: Tiding) -> Tiding {
    match tiding {
        Tiding::Tell(Happened::Withdrawn) => Tiding::Over,
        other => other,
    }
}

/// What is said about a visit that is off because the patient said so elsewhere: not that the clinic took it back.
pub(super) const fn when_asked_for(tiding: Tiding) -> Tiding {
    match tiding {
        Tiding::Tell(Happened::Withdrawn) => Tiding::Tell(Happened::Cancelled),
        other => other,
    }
}

fn status(mirrored: &Mirrored) -> Option<String> {
    let raw: Value = serde_json::from_str(&mirrored.body).ok()?;
    raw.get("status").and_then(Value::as_str).map(str::to_owned)
}

#[cfg(test)]
#[path = "tidings_tests.rs"]
mod tests;
