//! Takes in one type of records: by its whole content page by page, or by an outline and then what differs.

use super::{
    SyncError,
    fetch::ask_all,
    kinds::is_for_the_phone,
    land::Landing,
    pages::{Entries, Pages},
    plan::{Difference, Fate, Listing, compare, fate},
    tidings::{Nameless, arrived, is_subset},
    trip::Trip,
    withheld::is_withheld,
};
use crate::{
    care::Id,
    clinic::{Ask, ClinicError},
    fhir::{Resource, Unread},
};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// What a search was about, and what may be concluded from it.
#[derive(Debug, Clone)]
pub(super) struct Within {
    pub(super) kind: &'static str,
    /// Only these were asked for; `None`: all of the patient's.
    pub(super) ids: Option<BTreeSet<Id>>,
    /// The sign-in lets us see all of them, so one that is missing may be gone.
    pub(super) covered: bool,
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The newest `lastUpdated` among what arrived, never past the moment the walk began: whatever the server
    /// took in meanwhile may not have been on the pages already read.
    pub(super) newest: Option<DateTime<Utc>>,
    /// Something arrived that does not say which record it is.
    pub(super) nameless: bool,
}

/// How the pages are to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// They hold ids and versions only.
    Outline,
    /// They hold the records themselves.
    Whole,
    /// The same, and where to go on is noted with every page.
    Resumable,
}

/// Why a record is read by itself.
#[derive(Debug, Clone, Copy)]
pub(super) enum Because<'a> {
    /// A list shows it new or in another version than ours.
    Changed,
    /// Something names it.
    Named,
    /// A complete list lacks it. If the list was of all this patient's, that is whom it must name.
    Missing(Option<&'a Id>),
}

/// Walks through `pages` and lands what is new; then looks at what is missing, if the list is complete.
pub(super) async fn take(
    trip: &mut Trip<'_>,
    within: &Within,
    mut pages: Pages,
    shape: Shape,
) -> Result<Taken, SyncError> {
    let (mut taken, mut listing) = (Taken::default(), Listing::default());
    // What a list of whole records shows only a part of.
    let mut parts = BTreeSet::new();
    while let Some(mut entries) = pages.turn(&trip.room.clinic).await? {
        for entry in &entries {
            match entry {
                Ok(resource) if resource.kind == within.kind => {
                    listing.found.insert(resource.id.clone(), resource.version.clone());
                    taken.newest = taken.newest.max(resource.updated);
                }
                Ok(_) => {}
                // What is known by its id is there, even where nothing else of it can be read.
                Err(unread) => match &unread.id {
                    Some(id) => drop(listing.found.insert(id.clone(), None)),
                    None => taken.nameless = true,
                },
            }
        }
        if shape == Shape::Outline {
            continue;
        }
        entries.retain(|entry| match entry {
            Ok(part) if part.kind == within.kind && is_subset(&part.raw) => {
                parts.insert(part.id.clone());
                false
            }
            _ => true,
        });
        let (landings, nameless) = landings(entries, within.kind);
        taken.nameless |= nameless;
        if shape == Shape::Resumable {
            let (kind, cursor) = (within.kind, pages.cursor());
            trip.land_and(landings, move |tx| tx.set_cursor(kind, cursor.as_deref())).await?;
        } else {
            trip.land(landings).await?;
        }
    }
    taken.newest = [taken.newest, pages.began].into_iter().flatten().min();
    listing.complete = pages.complete && !taken.nameless;
    let kind = within.kind;
    let mut ours = trip.room.read(move |reader| reader.mirrored_ids(kind)).await?;
    ours.retain(|(id, _)| within.ids.as_ref().is_none_or(|ids| ids.contains(id)));
    let mut difference = compare(&ours, &listing, within.covered);
    if shape != Shape::Outline {
        difference.changed.retain(|id| parts.contains(id));
    }
    look(trip, within, difference).await?;
    Ok(taken)
}

/// Reads, one by one, what an outline says is new and what a complete list lacks.
async fn look(trip: &mut Trip<'_>, within: &Within, difference: Difference) -> Result<(), SyncError> {
    let room = trip.room;
    let patient = within.ids.is_none().then_some(&room.owner.patient);
    let changed = difference.changed.into_iter().map(|id| (id, Because::Changed));
    let missing = difference.missing.into_iter().map(|id| (id, Because::Missing(patient)));
    read_each(trip, within.kind, changed.chain(missing).collect()).await
}

/// Reads records by their ids and lands what became of them.
pub(super) async fn read_each(
    trip: &mut Trip<'_>,
    kind: &str,
    ids: Vec<(Id, Because<'_>)>,
) -> Result<(), SyncError> {
    let asks = ids.iter().map(|(id, _)| Ask::one(kind, id)).collect();
    let (mut landings, mut failed) = (Vec::new(), None);
    for ((id, because), got) in ids.into_iter().zip(ask_all(trip, asks).await?) {
        let listed = matches!(because, Because::Changed);
        let patient = if let Because::Missing(patient) = because { patient } else { None };
        // Where nothing says that it changed, only the server itself is believed, and not what stands before it.
        let sure = listed || got.as_ref().is_ok_and(|answer| answer.kind() == Some("OperationOutcome"));
        let error = match got {
            Ok(answer) => {
                let refused = ClinicError::of_status(answer.status, answer.retry_after);
                match fate(answer, kind, &id, patient) {
                    Fate::Here(arrived) => {
                        landings.push(Landing::Arrival(arrived));
                        continue;
                    }
                    Fate::Gone => {
                        landings.push(Landing::Loss { kind: kind.to_owned(), id });
                        continue;
                    }
                    Fate::Unclear => refused.unwrap_or(ClinicError::NotUnderstood("record")),
                }
            }
            Err(error) => error,
        };
        if sure && is_withheld(kind, error) {
            landings.push(Landing::Withheld { kind: kind.to_owned(), id, listed });
        }
        failed = Some(error);
    }
    trip.land(landings).await?;
    // One that could not be fetched does not keep the others from landing, but is not passed over either.
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// What is not for the phone (any more): an earlier version of it goes as well.
fn let_go_of(entry: &Result<Resource, Box<Unread>>, kind: &str) -> Option<Landing> {
    let (id, raw) = match entry {
        Ok(resource) if resource.kind == kind => (&resource.id, &resource.raw),
        Err(unread) if unread.kind.as_deref() == Some(kind) => (unread.id.as_ref()?, &unread.raw),
        _ => return None,
    };
    let unneeded = || Landing::Unneeded { kind: kind.to_owned(), id: id.clone() };
    (!is_for_the_phone(kind, raw)).then(unneeded)
}

fn landings(entries: Entries, kind: &str) -> (Vec<Landing>, bool) {
    let (mut landings, mut nameless) = (Vec::new(), false);
    for entry in entries {
        if let Some(landing) = let_go_of(&entry, kind) {
            landings.push(landing);
            continue;
        }
        match arrived(entry, kind) {
            Ok(None) => {}
            Ok(Some(arrived)) => landings.push(Landing::Arrival(Box::new(arrived))),
            Err(Nameless) => nameless = true,
        }
    }
    (landings, nameless)
}
