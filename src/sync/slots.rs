//! Asks the clinic for its free times: only when somebody looks for one, page by page, and what was fetched stays however the
//! walk ends.

use super::{
    SyncError, named,
    pages::{Entries, Pages},
    trip::Trip,
};
use crate::{
    care::{Id, VisitKind, booking::Schedule},
    clinic::{Ask, ClinicError, scopes::May},
    fhir::{self, Reading, Resource},
    store::{Kept, Walk},
};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

const SCHEDULE: &str = "Schedule";
const SLOT: &str = "Slot";
/// How many calendars are asked about at once.
const AT_ONCE: usize = 30;
/// A page of times: the first one is to be there soon.
const PAGE: usize = 50;
/// A walk that was cut off is gone on with so long; then what it saw is too old to be laid beside the rest.
const GOES_ON: TimeDelta = TimeDelta::minutes(2);

/// Which times are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wanted {
    pub kind: VisitKind,
    /// Those that begin in so many weeks from now.
    pub weeks: u32,
}

/// Fetches the calendars, whose they are, and the free times of those that are for this kind of visit. `came` hears of every
/// page.
///
/// # Errors
/// Whatever kept it from coming to the end. What had arrived stays, and the age is that of the last walk that did.
pub(super) async fn fetch(
    trip: &mut Trip<'_>,
    wanted: Wanted,
    came: &(dyn Fn() + Sync),
) -> Result<(), SyncError> {
    for kind in [SCHEDULE, SLOT] {
        if !trip.scopes.allow(kind, May::Search) {
            return Err(ClinicError::NotAllowed.into());
        }
    }
    let now = trip.room.now();
    let schedules = schedules(trip).await?;
    let until =
        now.checked_add_signed(TimeDelta::weeks(wanted.weeks.into())).unwrap_or(DateTime::<Utc>::MAX_UTC);
    let ours: Vec<Id> =
        schedules.into_iter().filter(|one| is_for(one, wanted.kind)).map(|one| one.id).collect();
    named::lacking(trip).await?;
    came();
    let begun = trip.room.read(move |reader| reader.walk(wanted.kind)).await?;
    let begun = begun.filter(|walk| {
        walk.until + GOES_ON >= until && (TimeDelta::zero()..GOES_ON).contains(&(now - walk.began))
    });
    let mut walk = begun.unwrap_or(Walk { began: now, until, cursor: None });
    let (done, place) =
        walk.cursor.as_deref().and_then(split).map_or((0, None), |(done, place)| (done, Some(place)));
    let mut place = place.map(str::to_owned);
    for (at, group) in ours.chunks(AT_ONCE).enumerate().skip(done) {
        let ask = free(group, &walk);
        let anew = || Pages::begin(ask.clone(), PAGE);
        let resumed = place.take().and_then(|place| Pages::resume(ask.clone(), PAGE, &place));
        let mut goes_on = resumed.is_some();
        let mut pages = resumed.unwrap_or_else(anew);
        loop {
            let entries = match pages.turn(&trip.room.clinic).await {
                Ok(Some(entries)) => entries,
                Ok(None) => break,
                // The server forgot the place; from the start, then.
                Err(error) if goes_on && !error.concerns_everything() => {
                    goes_on = false;
                    pages = anew();
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            walk.cursor = pages.cursor().map(|place| format!("{at} {place}"));
            keep(trip, wanted.kind, &walk, entries).await?;
            came();
        }
        if !goes_on && !pages.complete {
            // What was not listed may be free all the same, and what is kept may be taken.
            return Err(ClinicError::NotUnderstood("page").into());
        }
    }
    trip.room.write(move |tx| tx.end_walk(wanted.kind, &walk, &ours)).await
}

/// The calendars in use, all of them, kept in place of those before.
async fn schedules(trip: &Trip<'_>) -> Result<Vec<Schedule>, SyncError> {
    let ask = Ask::all(SCHEDULE).with("_count", trip.room.page.to_string());
    let mut pages = Pages::begin(ask, trip.room.page);
    let (mut all, mut kept) = (Vec::new(), Vec::new());
    while let Some(entries) = pages.turn(&trip.room.clinic).await? {
        for resource in entries.into_iter().flatten().filter(|one| one.kind == SCHEDULE) {
            let read = fhir::read(&resource);
            kept.push(as_kept(&resource, read.as_ref().err().map(ToString::to_string)));
            if let Ok(Reading::Schedule(schedule)) = read {
                all.push(schedule);
            }
        }
    }
    trip.room.write(move |tx| tx.keep_schedules(&kept)).await?;
    Ok(all)
}

/// True for a calendar in use that is for visits of `kind`, or does not say.
fn is_for(schedule: &Schedule, kind: VisitKind) -> bool {
    schedule.active && (schedule.kinds.is_empty() || schedule.kinds.contains(&kind))
}

/// The question for the free times of these calendars.
fn free(schedules: &[Id], walk: &Walk) -> Ask {
    let of: Vec<_> = schedules.iter().map(|id| format!("{SCHEDULE}/{id}")).collect();
    let instant = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    Ask::all(SLOT)
        .with("schedule", of.join(","))
        .with("status", "free")
        .with("start", format!("ge{}", instant(walk.began)))
        .with("start", format!("lt{}", instant(walk.until)))
        .with("_sort", "start")
        .with("_count", PAGE.to_string())
}

async fn keep(trip: &Trip<'_>, kind: VisitKind, walk: &Walk, entries: Entries) -> Result<(), SyncError> {
    let walk = walk.clone();
    trip.room
        .write(move |tx| {
            for entry in entries {
                // What does not say which slot it is cannot be asked for.
                let Ok(resource) = entry else { continue };
                match fhir::read(&resource) {
                    Ok(Reading::Slot(slot)) => {
                        tx.keep_slot(&as_kept(&resource, None), Some(&slot), walk.began)?;
                    }
                    Err(why) if resource.kind == SLOT => {
                        tx.keep_slot(&as_kept(&resource, Some(why.to_string())), None, walk.began)?;
                    }
                    _ => {}
                }
            }
            tx.set_walk(kind, &walk)
        })
        .await
}

fn as_kept(resource: &Resource, problem: Option<String>) -> Kept {
    Kept { id: resource.id.clone(), body: resource.raw.to_string(), problem }
}

/// A cursor taken apart: how many groups of calendars were done, and where to go on in the next.
fn split(cursor: &str) -> Option<(usize, &str)> {
    let (done, place) = cursor.split_once(' ')?;
    Some((done.parse().ok()?, place))
}
