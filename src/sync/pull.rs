//! Fetches what the clinic changed, type by type; what goes wrong with one type does not hold up the others.

use super::{
    Room, SyncError,
    fetch::{Got, ask_all},
    forms,
    kinds::{OWN, OwnKind, Watch},
    land::{Landing, readable_now},
    manners::Manner,
    named,
    pages::Pages,
    plan::{Fate, fate},
    take::{Shape, Taken, Within, take},
    trip::Trip,
    withheld,
};
use crate::{
    clinic::{Answer, Ask, ClinicError, scopes::May},
    store::{Reader, StoreError},
};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

/// Changes that reached the server's index late are still seen: we ask again for the last half minute.
const OVERLAP: TimeDelta = TimeDelta::seconds(30);
const LAST_PULL: &str = "sync.last-pull";

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
pub(super) async fn pull(room: &Room, arrived: &(dyn Fn(usize) + Sync)) -> Result<Vec<SyncError>, SyncError> {
    let mut trip = Trip::begin(room, arrived).await?;
    trip.land(readable_now(room).await?).await?;
    let (mut asked, mut troubles) = (named::Asked::default(), Troubles::default());
    let mut asked_forms = forms::Asked::default();
    withhold(&trip, &mut troubles).await?;
    let questions = first_questions(&trip, &mut asked_forms).await?;
    let asks = questions.iter().map(|(_, ask)| ask.clone()).collect();
    let answers = ask_all(&mut trip, asks).await?;
    for ((step, ask), got) in questions.into_iter().zip(answers) {
        let kind = step.kind();
        if let Step::Named(within) = &step {
            asked.note(within);
        }
        let done = perform(&mut trip, step, ask, got).await;
        troubles.note(kind, done)?;
    }
    named::newly(&mut trip, &mut asked, &mut troubles).await?;
    troubles.note("Questionnaire", forms::newly(&mut trip, &mut asked_forms).await)?;
    if troubles.0.is_empty() {
        named::drop_orphans(&trip).await?;
        forms::drop_orphans(&trip).await?;
        let now = room.now().to_rfc3339_opts(SecondsFormat::Millis, true);
        room.write(move |tx| tx.set(LAST_PULL, &now)).await?;
    }
    Ok(troubles.0)
}

/// What went wrong with single types.
#[derive(Debug, Default)]
pub(super) struct Troubles(Vec<SyncError>);

impl Troubles {
    /// Keeps what went wrong; what ends the run comes back as an error.
    pub(super) fn note(&mut self, kind: &'static str, done: Result<(), SyncError>) -> Result<(), SyncError> {
        match done {
            Err(error) if !error.ends_the_run() => {
                tracing::warn!(kind, %error, "a type could not be fetched");
                self.0.push(error);
                Ok(())
            }
            done => done,
        }
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
    Forms(forms::Group),
}

impl Step {
    fn kind(&self) -> &'static str {
        match self {
            Self::Patient => "Patient",
            Self::First(own, _) | Self::Own(own, _) => own.kind,
            Self::Named(within) => within.kind,
            Self::Forms(_) => "Questionnaire",
        }
    }
}

/// Every record of the patient's of this type that is wanted, in whole.
fn everything(room: &Room, own: OwnKind) -> Ask {
    let ask = Ask::all(own.kind)
        .with("patient", format!("Patient/{}", room.owner.patient))
        .with("_count", room.page.to_string());
    match own.only {
        Some((name, value)) => ask.with(name, value.to_owned()),
        None => ask,
    }
}

/// Notes what is held and may not be asked for any more: the sign-in may cover less than an earlier one.
async fn withhold(trip: &Trip<'_>, troubles: &mut Troubles) -> Result<(), SyncError> {
    for own in OWN.iter().filter(|own| !own.is_optional() && !trip.scopes.allow(own.kind, May::Search)) {
        troubles.note(own.kind, withheld::whole_type(trip, own.kind).await)?;
    }
    named::withhold(trip, troubles).await
}

/// All that can be asked without having heard anything.
async fn first_questions(
    trip: &Trip<'_>,
    asked_forms: &mut forms::Asked,
) -> Result<Vec<(Step, Ask)>, SyncError> {
    let mut questions = Vec::new();
    if trip.scopes.allow("Patient", May::Read) {
        questions.push((Step::Patient, Ask::one("Patient", &trip.room.owner.patient)));
    }
    for own in OWN {
        let denied = own.denied.is_some_and(|denied| trip.manners.has(denied));
        if trip.scopes.allow(own.kind, May::Search) && !denied {
            questions.push(first_question(trip, own).await?);
        }
    }
    let outlines = named::outlines(trip).await?;
    questions.extend(outlines.into_iter().map(|(within, ask)| (Step::Named(within), ask)));
    let forms = forms::questions(trip, asked_forms, Shape::Outline).await?;
    questions.extend(forms.into_iter().map(|(group, ask)| (Step::Forms(group), ask)));
    Ok(questions)
}

async fn first_question(trip: &Trip<'_>, own: OwnKind) -> Result<(Step, Ask), SyncError> {
    let (room, manners, kind) = (trip.room, &trip.manners, own.kind);
    let (watermark, cursor) =
        room.read(move |reader| Ok((reader.watermark(kind)?, reader.cursor(kind)?))).await?;
    let ask = everything(room, own);
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
async fn perform(trip: &mut Trip<'_>, step: Step, ask: Ask, got: Got) -> Result<(), SyncError> {
    match step {
        Step::Patient => patient(trip, got?).await,
        Step::Named(within) => named::known(trip, &within, ask, got).await,
        Step::Forms(group) => forms::found(trip, group, ask, got).await,
        Step::First(own, cursor) => first(trip, own, cursor, ask, got).await,
        Step::Own(own, shape) => own_kind(trip, own, shape, ask, got).await,
    }
}

async fn first(
    trip: &mut Trip<'_>,
    own: OwnKind,
    cursor: Option<String>,
    ask: Ask,
    got: Got,
) -> Result<(), SyncError> {
    let Some(answer) = listed(trip, own, got).await? else { return Ok(()) };
    let size = trip.room.page;
    let within = Within { kind: own.kind, ids: None, covered: trip.scopes.cover(own.kind) };
    if let Some(pages) = cursor.and_then(|cursor| Pages::resume(ask.clone(), size, &cursor)) {
        match take(trip, &within, pages, Shape::Resumable).await {
            // The server forgot the place; from the start, then.
            Err(SyncError::Clinic(error)) if !error.concerns_everything() => {}
            done => return finish(trip, own, done?).await,
        }
    }
    let taken = take(trip, &within, Pages::begun(ask, size, answer), Shape::Resumable).await?;
    finish(trip, own, taken).await
}

async fn own_kind(
    trip: &mut Trip<'_>,
    own: OwnKind,
    mut shape: Shape,
    mut ask: Ask,
    mut got: Got,
) -> Result<(), SyncError> {
    let refused = matches!(&got, Ok(answer) if matches!(answer.status, 400 | 405 | 422 | 501));
    let plain = everything(trip.room, own);
    if refused && ask != plain {
        // It may be the way of asking that is refused. If the plain question works, that is remembered.
        let whole = trip.room.clinic.ask(&plain).await?;
        if whole.status == 200 {
            let manner = if shape == Shape::Outline { Manner::NoOutline } else { Manner::NoSince };
            trip.manners.learn(trip.room, manner).await?;
        }
        (shape, ask, got) = (Shape::Whole, plain, Ok(whole));
    }
    let Some(answer) = listed(trip, own, got).await? else { return Ok(()) };
    // Asked only for what changed, nothing is missing because it is not in the answer.
    let covered = trip.scopes.cover(own.kind) && own.watch == Watch::List;
    let within = Within { kind: own.kind, ids: None, covered };
    let taken = take(trip, &within, Pages::begun(ask, trip.room.page, answer), shape).await?;
    finish(trip, own, taken).await
}

/// The answer, if the server has such records for patients at all.
async fn listed(trip: &mut Trip<'_>, own: OwnKind, got: Got) -> Result<Option<Answer>, SyncError> {
    let answer = got?;
    let in_fhir = answer.kind() == Some("OperationOutcome");
    match answer.status {
        401 | 403 if in_fhir && let Some(denied) = own.denied => {
            trip.manners.learn(trip.room, denied).await?;
            Ok(None)
        }
        // No such type here: nothing to fetch. If there was, nobody knows what became of the records.
        404 | 501 if in_fhir && own.is_optional() => Ok(None),
        404 | 501 if in_fhir => withheld::whole_type(trip, own.kind).await.map(|()| None),
        _ => Ok(Some(answer.ok()?)),
    }
}

/// Moves the watermark: up to there, everything has been read.
async fn finish(trip: &Trip<'_>, own: OwnKind, taken: Taken) -> Result<(), SyncError> {
    let kind = own.kind;
    trip.room
        .write(move |tx| {
            tx.set_cursor(kind, None)?;
            let newest = taken.newest.unwrap_or(DateTime::UNIX_EPOCH);
            let before = tx.watermark(kind)?;
            if before.is_none_or(|before| before < newest) { tx.set_watermark(kind, newest) } else { Ok(()) }
        })
        .await?;
    if taken.nameless { Err(ClinicError::NotUnderstood("a record without an id").into()) } else { Ok(()) }
}

async fn patient(trip: &Trip<'_>, answer: Answer) -> Result<(), SyncError> {
    let answer = answer.ok()?;
    match fate(answer, "Patient", &trip.room.owner.patient, None) {
        Fate::Here(arrived) => trip.land(vec![Landing::Arrival(arrived)]).await,
        Fate::Gone | Fate::Unclear => Err(ClinicError::NotUnderstood("patient").into()),
    }
}
