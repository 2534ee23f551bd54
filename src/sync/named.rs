//! Fetches what the patient's records name (clinicians, places, the clinic, the protocol), by id, and lets
//! go of what nothing names any more.

use super::{
    Room, SyncError,
    fetch::{Got, ask_all},
    kinds::{NAMED, OWN},
    land::Landing,
    manners::Manner,
    pages::Pages,
    plan::orphans,
    pull::Troubles,
    references::{self, Named},
    take::{Because, Shape, Within, read_each, take},
    trip::Trip,
    withheld,
};
use crate::{
    care::Id,
    clinic::{
        Ask, ClinicError,
        scopes::{May, Scopes},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// How many ids fit into one question.
const AT_ONCE: usize = 40;
/// A role names a clinician, a clinician's place names a clinic; nothing leads further.
const STEPS: usize = 3;

/// What was asked for in this pull already.
#[derive(Debug, Default)]
pub(super) struct Asked(BTreeMap<&'static str, BTreeSet<Id>>);

impl Asked {
    pub(super) fn note(&mut self, within: &Within) {
        self.0.entry(within.kind).or_default().extend(within.ids.iter().flatten().cloned());
    }

    fn has(&self, kind: &str, id: &Id) -> bool {
        self.0.get(kind).is_some_and(|ids| ids.contains(id))
    }
}

/// One question for each type about all we hold and need of it: ids and versions only.
pub(super) async fn outlines(trip: &Trip<'_>) -> Result<Vec<(Within, Ask)>, SyncError> {
    let scopes = &trip.scopes;
    let needed = needed(trip.room).await?;
    let held = trip.room.read(|reader| NAMED.iter().map(|kind| reader.mirrored_ids(kind)).collect()).await?;
    let held: Vec<Vec<(Id, Option<String>)>> = held;
    let mut questions = Vec::new();
    for (kind, held) in NAMED.iter().zip(held) {
        let Some(needed) = needed.get(kind).filter(|_| scopes.allow(kind, May::Read)) else { continue };
        let ids: Vec<_> = held.into_iter().map(|(id, _)| id).filter(|id| needed.contains(id)).collect();
        for group in ids.chunks(AT_ONCE) {
            let within = within(kind, group, scopes);
            let ask = by_id(kind, group);
            let outline = !trip.manners.has(Manner::NoOutline);
            questions.push((within, if outline { ask.with("_elements", "id,meta") } else { ask }));
        }
    }
    Ok(questions)
}

/// Notes what is held and needed and may not be asked for any more.
pub(super) async fn withhold(trip: &Trip<'_>, troubles: &mut Troubles) -> Result<(), SyncError> {
    let needed = needed(trip.room).await?;
    for kind in NAMED.into_iter().filter(|kind| !trip.scopes.allow(kind, May::Read)) {
        let held = trip.room.read(move |reader| reader.mirrored_ids(kind)).await?;
        let needed = |id: &Id| needed.get(kind).is_some_and(|needed| needed.contains(id));
        let held = held.into_iter().map(|(id, _)| id).filter(needed).collect();
        troubles.note(kind, withheld::these(trip, kind, held).await)?;
    }
    Ok(())
}

/// Goes on from the answer to one of [`outlines`].
pub(super) async fn known(trip: &mut Trip<'_>, within: &Within, ask: Ask, got: Got) -> Result<(), SyncError> {
    let shape = if trip.manners.has(Manner::NoOutline) { Shape::Whole } else { Shape::Outline };
    found(trip, within, ask, got, shape).await
}

async fn found(
    trip: &mut Trip<'_>,
    within: &Within,
    ask: Ask,
    got: Got,
    shape: Shape,
) -> Result<(), SyncError> {
    match got?.ok() {
        Ok(answer) => take(trip, within, Pages::begun(ask, AT_ONCE, answer), shape).await.map(drop),
        // A server may let its shared records be read and not searched.
        Err(ClinicError::NotAllowed | ClinicError::NotFound | ClinicError::Refused { .. }) => {
            let ids = within.ids.iter().flatten().map(|id| (id.clone(), Because::Named)).collect();
            read_each(trip, within.kind, ids).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Fetches what is named and was not asked for yet, and then what that names.
pub(super) async fn newly(
    trip: &mut Trip<'_>,
    asked: &mut Asked,
    troubles: &mut Troubles,
) -> Result<(), SyncError> {
    for _ in 0..STEPS {
        let mut questions = Vec::new();
        for (kind, ids) in needed(trip.room).await? {
            let new: Vec<_> = ids.into_iter().filter(|id| !asked.has(kind, id)).collect();
            if trip.scopes.allow(kind, May::Read) {
                let question = |group| (within(kind, group, &trip.scopes), by_id(kind, group));
                questions.extend(new.chunks(AT_ONCE).map(question));
            }
        }
        if questions.is_empty() {
            break;
        }
        let asks = questions.iter().map(|(_, ask)| ask.clone()).collect();
        let answers = ask_all(trip, asks).await?;
        for ((within, ask), got) in questions.into_iter().zip(answers) {
            asked.note(&within);
            let done = found(trip, &within, ask, got, Shape::Whole).await;
            troubles.note(within.kind, done)?;
        }
    }
    Ok(())
}

/// Fetches what is named and not here at all.
///
/// # Errors
/// What ends the run; one that cannot be fetched is passed over.
pub(super) async fn lacking(trip: &mut Trip<'_>) -> Result<(), SyncError> {
    let mut asked = Asked::default();
    for kind in NAMED {
        let held = trip.room.read(move |reader| reader.mirrored_ids(kind)).await?;
        asked.0.insert(kind, held.into_iter().map(|(id, _)| id).collect());
    }
    newly(trip, &mut asked, &mut Troubles::default()).await
}

/// Lets go of shared records that nothing names any more, so that neither they nor what was told about them
/// stay for ever. Only after a pull without trouble, when all that could name them is known.
pub(super) async fn drop_orphans(trip: &Trip<'_>) -> Result<(), SyncError> {
    let needed = needed(trip.room).await?;
    let mut losses = Vec::new();
    for kind in NAMED {
        let ours = trip.room.read(move |reader| reader.mirrored_ids(kind)).await?;
        let orphans = orphans(&ours, needed.get(kind));
        losses.extend(orphans.into_iter().map(|id| Landing::Unneeded { kind: kind.to_owned(), id }));
    }
    trip.land(losses).await
}

/// What everything mirrored names.
async fn needed(room: &Room) -> Result<Named, SyncError> {
    room.read(|reader| {
        let mut named = Named::new();
        let own = OWN.iter().map(|own| own.kind).chain(["Patient"]);
        for kind in own.chain(NAMED) {
            for record in reader.mirrored(kind)? {
                if let Ok(raw) = serde_json::from_str(&record.body) {
                    references::collect(&raw, &mut named);
                }
            }
        }
        // Whose free times are shown, has a name there.
        for schedule in reader.schedules()? {
            if let Ok(raw) = serde_json::from_str(&schedule.body) {
                references::collect(&raw, &mut named);
            }
        }
        Ok(named)
    })
    .await
}

fn within(kind: &'static str, ids: &[Id], scopes: &Scopes) -> Within {
    Within { kind, ids: Some(ids.iter().cloned().collect()), covered: scopes.cover(kind) }
}

fn by_id(kind: &str, ids: &[Id]) -> Ask {
    let ids: Vec<_> = ids.iter().map(Id::as_str).collect();
    Ask::all(kind).with("_id", ids.join(",")).with("_count", AT_ONCE.to_string())
}
