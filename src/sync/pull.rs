//! Fetches what the clinic changed, type by type; what goes wrong with one type does not hold up the others.

use super::{
    Room, SyncError,
    fetch::{Got, ask_all},
    kinds::{OWN, OwnKind, Watch},
    land::{Landing, land, reread},
    manners::{Manner, Manners},
    named,
    pages::Pages,
    plan::{Fate, fate},
    take::{Shape, Taken, Within, take},
};
use crate::{
    clinic::{
        Answer, Ask, ClinicError,
        scopes::{May, Scopes},
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

/// Changes that reached the server's index late are still seen: we ask again for the last half minute.
const OVERLAP: TimeDelta = TimeDelta::seconds(30);
const LAST_PULL: &str = "sync.last-pull";

/// What a pull brings.
pub(super) struct Pulled<'a, Arrived> {
    arrived: &'a Arrived,
    /// What went wrong with single types.
    troubles: Vec<SyncError>,
}

/// When the clinic was last asked for everything with success.
pub fn last_pull(reader: &Reader<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let text = reader.get(LAST_PULL)?;
    Ok(text.and_then(|text| DateTime::parse_from_rfc3339(&text).ok()).map(|at| at.with_timezone(&Utc)))
}

/// Asks the clinic for everything the sign-in allows, and answers what went wrong with single types. `arrived`
/// hears how many records changed, as soon as they have.
///
/// # Errors
/// What ends the run: no network, no sign-in, the store. What had landed by then stays.
pub(super) async fn pull(room: &Room, arrived: &impl Fn(usize)) -> Result<Vec<SyncError>, SyncError> {
    let scopes = room.clinic.scopes().await;
    let mut manners = Manners::load(room).await?;
    let mut pulled = Pulled { arrived, troubles: Vec::new() };
    pulled.note("", reread(room).await)?;
    let mut first_questions = Vec::new();
    if scopes.allow("Patient", May::Read) {
        first_questions.push((Step::Patient, Ask::one("Patient", &room.owner.patient)));
    }
    for own in OWN {
        let denied = own.optional && manners.has(Manner::NoTask);
        if scopes.allow(own.kind, May::Search) && !denied {
            first_questions.push(first_question(room, &manners, own).await?);
        }
    }
    let known = named::outlines(room, &manners, &scopes).await?;
    first_questions.extend(known.into_iter().map(|(within, ask)| (Step::Named(within), ask)));

    let asks = first_questions.iter().map(|(_, ask)| ask.clone()).collect();
    let answers = ask_all(room, &mut manners, asks).await?;
    let mut asked = named::Asked::default();
    for ((step, ask), got) in first_questions.into_iter().zip(answers) {
        let kind = step.kind();
        if let Step::Named(within) = &step {
            asked.note(within);
        }
        let done = perform(room, &mut manners, &scopes, step, ask, got).await;
        pulled.note(kind, done)?;
    }
    named::newly(room, &mut manners, &scopes, &mut asked, &mut pulled).await?;
    if pulled.troubles.is_empty() {
        pulled.note("", named::drop_orphans(room).await)?;
        let now = room.now().to_rfc3339_opts(SecondsFormat::Millis, true);
        room.write(move |tx| tx.set(LAST_PULL, &now)).await?;
    }
    Ok(pulled.troubles)
}

impl<Arrived: Fn(usize)> Pulled<'_, Arrived> {
    /// Tells what was done, or keeps what went wrong; what ends the run comes back as an error.
    pub(super) fn note(
        &mut self,
        kind: &'static str,
        done: Result<usize, SyncError>,
    ) -> Result<(), SyncError> {
        match done {
            Ok(0) => {}
            Ok(changed) => (self.arrived)(changed),
            Err(error) if error.ends_the_run() => return Err(error),
            Err(error) => {
                tracing::warn!(kind, %error, "a type could not be fetched");
                self.troubles.push(error);
            }
        }
        Ok(())
    }
}

/// What a first question is for.
#[derive(Debug)]
enum Step {
    Patient,
    /// The first pull of a type, or going on with it.
    First(OwnKind, Option<String>),
    Own(OwnKind, Shape),
    Named(Within),
}

impl Step {
    fn kind(&self) -> &'static str {
        match self {
            Self::Patient => "Patient",
            Self::First(own, _) | Self::Own(own, _) => own.kind,
            Self::Named(within) => within.kind,
        }
    }
}

/// Every record of the patient's of this type, in whole.
fn everything(room: &Room, kind: &str) -> Ask {
    Ask::all(kind)
        .with("patient", format!("Patient/{}", room.owner.patient))
        .with("_count", room.page.to_string())
}

async fn first_question(room: &Room, manners: &Manners, own: OwnKind) -> Result<(Step, Ask), SyncError> {
    let kind = own.kind;
    let (watermark, cursor) =
        room.read(move |reader| Ok((reader.watermark(kind)?, reader.cursor(kind)?))).await?;
    let ask = everything(room, kind);
    let Some(watermark) = watermark else { return Ok((Step::First(own, cursor), ask)) };
    Ok(match own.watch {
        Watch::List if manners.has(Manner::NoOutline) => (Step::Own(own, Shape::Whole), ask),
        Watch::List => (Step::Own(own, Shape::Outline), ask.with("_elements", "id,meta")),
        Watch::Changes if manners.has(Manner::NoSince) => (Step::Own(own, Shape::Whole), ask),
        Watch::Changes => {
            let since = (watermark - OVERLAP).to_rfc3339_opts(SecondsFormat::Millis, true);
            (Step::Own(own, Shape::Whole), ask.with("_lastUpdated", format!("ge{since}")))
        }
    })
}

/// Goes on from the answer to a first question to the end of its type.
async fn perform(
    room: &Room,
    manners: &mut Manners,
    scopes: &Scopes,
    step: Step,
    ask: Ask,
    got: Got,
) -> Result<usize, SyncError> {
    match step {
        Step::Patient => patient(room, got?).await,
        Step::Named(within) => named::known(room, manners, &within, ask, got).await,
        Step::First(own, cursor) => {
            let Some(answer) = listed(room, manners, own, got).await? else { return Ok(0) };
            let within = Within { kind: own.kind, ids: None, covered: scopes.cover(own.kind) };
            let resumed = cursor.and_then(|cursor| Pages::resume(ask.clone(), room.page, &cursor));
            if let Some(pages) = resumed {
                match take(room, manners, &within, pages, Shape::Resumable).await {
                    // The server forgot the place; from the start, then.
                    Err(SyncError::Clinic(error)) if !error.concerns_everything() => {}
                    done => return finish(room, own, done?).await,
                }
            }
            let pages = Pages::begun(ask, room.page, answer);
            let taken = take(room, manners, &within, pages, Shape::Resumable).await?;
            finish(room, own, taken).await
        }
        Step::Own(own, shape) => own_kind(room, manners, scopes, own, shape, ask, got).await,
    }
}

async fn own_kind(
    room: &Room,
    manners: &mut Manners,
    scopes: &Scopes,
    own: OwnKind,
    mut shape: Shape,
    mut ask: Ask,
    mut got: Got,
) -> Result<usize, SyncError> {
    let refused = matches!(&got, Ok(answer) if matches!(answer.status, 400 | 405 | 422 | 501));
    let plain = everything(room, own.kind);
    if refused && ask != plain {
        // It may be the way of asking that is refused. If the plain question works, that is remembered.
        let whole = room.clinic.ask(&plain).await?;
        if whole.status == 200 {
            let manner = if shape == Shape::Outline { Manner::NoOutline } else { Manner::NoSince };
            manners.learn(room, manner).await?;
        }
        (shape, ask, got) = (Shape::Whole, plain.clone(), Ok(whole));
    }
    let Some(answer) = listed(room, manners, own, got).await? else { return Ok(0) };
    // Asked only for what changed, nothing is missing because it is not in the answer.
    let covered = scopes.cover(own.kind) && own.watch == Watch::List;
    let within = Within { kind: own.kind, ids: None, covered };
    let taken = take(room, manners, &within, Pages::begun(ask, room.page, answer), shape).await?;
    finish(room, own, taken).await
}

/// The answer, if the server has such records for patients at all.
async fn listed(
    room: &Room,
    manners: &mut Manners,
    own: OwnKind,
    got: Got,
) -> Result<Option<Answer>, SyncError> {
    let answer = got?;
    let in_fhir = answer.kind() == Some("OperationOutcome");
    match answer.status {
        401 | 403 if own.optional && in_fhir => {
            manners.learn(room, Manner::NoTask).await?;
            Ok(None)
        }
        // No such type here: nothing to fetch, and nothing to conclude.
        404 | 501 if in_fhir => Ok(None),
        _ => Ok(Some(answer.ok()?)),
    }
}

/// Moves the watermark: up to there, everything has been read.
async fn finish(room: &Room, own: OwnKind, taken: Taken) -> Result<usize, SyncError> {
    let kind = own.kind;
    room.write(move |tx| {
        tx.set_cursor(kind, None)?;
        let newest = taken.newest.unwrap_or(DateTime::UNIX_EPOCH);
        let before = tx.watermark(kind)?;
        if before.is_none_or(|before| before < newest) { tx.set_watermark(kind, newest) } else { Ok(()) }
    })
    .await?;
    if taken.nameless {
        Err(ClinicError::NotUnderstood("a record without an id").into())
    } else {
        Ok(taken.changed)
    }
}

async fn patient(room: &Room, answer: Answer) -> Result<usize, SyncError> {
    let answer = answer.ok()?;
    match fate(answer, "Patient", &room.owner.patient, None) {
        Fate::Here(arrived) => land(room, vec![Landing::Arrival(arrived)], |_| Ok(())).await,
        Fate::Gone | Fate::Unclear => Err(ClinicError::NotUnderstood("patient").into()),
    }
}
