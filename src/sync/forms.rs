//! Fetches the forms that protocol, plans and tasks name by their lasting addresses, and lets go of what nothing names
//! any more.
//!
//! A form is asked for by its address, for a new version may be a new record. All versions are kept, so that one that
//! was pinned is there and one that was withdrawn is known to be; which one is offered is the app's to say. A server
//! that does not let forms be searched is asked for the id at the end of the address; where that leads nowhere, the
//! patient has no such form, and everything else goes on.

use super::{
    Room, SyncError,
    fetch::{Got, ask_all},
    land::Landing,
    manners::Manner,
    pages::Pages,
    plan::orphans,
    take::{Because, Shape, Within, read_each, take},
    trip::Trip,
};
use crate::{
    care::Id,
    clinic::{Ask, ClinicError, scopes::May},
    fhir::form_names::{self, FormName},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const KIND: &str = "Questionnaire";
/// The types that name forms.
const NAMING: [&str; 3] = ["Library", "CarePlan", "Task"];
/// How many addresses fit into one question; they are longer than ids.
const AT_ONCE: usize = 10;
const PAGE: usize = 100;

/// The addresses asked for in this pull already.
#[derive(Debug, Default)]
pub(super) struct Asked(BTreeSet<String>);

/// Some addresses and what is held of them.
#[derive(Debug)]
pub(super) struct Group {
    urls: Vec<String>,
    within: Within,
    shape: Shape,
}

/// The questions about every form that is named and was not asked for yet. `shape`: what to ask for of them.
pub(super) async fn questions(
    trip: &Trip<'_>,
    asked: &mut Asked,
    shape: Shape,
) -> Result<Vec<(Group, Ask)>, SyncError> {
    if !trip.scopes.allow(KIND, May::Search) {
        return Ok(Vec::new());
    }
    let new: Vec<_> = named(trip.room).await?.into_iter().filter(|url| asked.0.insert(url.clone())).collect();
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let held = held(trip.room).await?;
    let shape = if trip.manners.has(Manner::NoOutline) { Shape::Whole } else { shape };
    Ok(new
        .chunks(AT_ONCE)
        .map(|urls| {
            let ids = held.iter().filter(|(_, url)| urls.contains(url)).map(|(id, _)| id.clone()).collect();
            let within = Within { kind: KIND, ids: Some(ids), covered: trip.scopes.cover(KIND) };
            let either: Vec<_> = urls.iter().map(|url| escaped(url)).collect();
            let ask = Ask::all(KIND).with("url", either.join(",")).with("_count", PAGE.to_string());
            let ask = if shape == Shape::Outline { ask.with("_elements", "id,meta") } else { ask };
            (Group { urls: urls.to_vec(), within, shape }, ask)
        })
        .collect())
}

/// Goes on from the answer to one of [`questions`].
pub(super) async fn found(trip: &mut Trip<'_>, group: Group, ask: Ask, got: Got) -> Result<(), SyncError> {
    let Group { urls, within, shape } = group;
    match got?.ok() {
        Ok(answer) => take(trip, &within, Pages::begun(ask, PAGE, answer), shape).await.map(drop),
        Err(error @ (ClinicError::NotAllowed | ClinicError::NotFound | ClinicError::Refused { .. })) => {
            tracing::warn!(kind = KIND, %error, "forms cannot be searched here");
            let tails = urls.iter().filter_map(|url| Id::new(FormName::of(url).tail()?).ok());
            let ids: BTreeSet<_> = within.ids.into_iter().flatten().chain(tails).collect();
            let done = read_each(trip, KIND, ids.into_iter().map(|id| (id, Because::Named)).collect()).await;
            match done {
                Err(error) if !error.ends_the_run() => {
                    tracing::warn!(kind = KIND, %error, "a form cannot be read by its id");
                    Ok(())
                }
                done => done,
            }
        }
        Err(error) => Err(error.into()),
    }
}

/// Fetches what is named only since the first questions were asked.
pub(super) async fn newly(trip: &mut Trip<'_>, asked: &mut Asked) -> Result<(), SyncError> {
    let questions = questions(trip, asked, Shape::Whole).await?;
    if questions.is_empty() {
        return Ok(());
    }
    let asks = questions.iter().map(|(_, ask)| ask.clone()).collect();
    let answers = ask_all(trip, asks).await?;
    for ((group, ask), got) in questions.into_iter().zip(answers) {
        found(trip, group, ask, got).await?;
    }
    Ok(())
}

/// Lets go of forms that nothing names any more. A form that was begun keeps its own copy.
pub(super) async fn drop_orphans(trip: &Trip<'_>) -> Result<(), SyncError> {
    let named = named(trip.room).await?;
    let held = held(trip.room).await?;
    let needed = held.iter().filter(|(_, url)| named.contains(*url)).map(|(id, _)| id.clone()).collect();
    let ours = trip.room.read(|reader| reader.mirrored_ids(KIND)).await?;
    let losses = orphans(&ours, Some(&needed)).into_iter();
    trip.land(losses.map(|id| Landing::Unneeded { kind: KIND.to_owned(), id }).collect()).await
}

/// The addresses of all forms that something mirrored names.
async fn named(room: &Room) -> Result<BTreeSet<String>, SyncError> {
    room.read(|reader| {
        let mut urls = BTreeSet::new();
        for kind in NAMING {
            for record in reader.mirrored(kind)? {
                if let Ok(raw) = serde_json::from_str(&record.body) {
                    urls.extend(form_names::named(&raw).into_iter().map(|form| form.url));
                }
            }
        }
        Ok(urls)
    })
    .await
}

/// The forms at hand with their addresses.
async fn held(room: &Room) -> Result<BTreeMap<Id, String>, SyncError> {
    room.read(|reader| {
        let all = reader.mirrored(KIND)?.into_iter();
        Ok(all
            .filter_map(|record| {
                let raw: Value = serde_json::from_str(&record.body).ok()?;
                Some((record.id, raw.get("url")?.as_str()?.to_owned()))
            })
            .collect())
    })
    .await
}

/// As one of several values of a search: what parts them stands behind a backslash.
fn escaped(url: &str) -> String {
    url.replace('\\', "\\\\").replace(',', "\\,").replace('$', "\\$").replace('|', "\\|")
}
