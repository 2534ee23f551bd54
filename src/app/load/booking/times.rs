//! The free times by day, with their age, and what can be chosen from.

use super::{Known, Records, door, help, known::notice};
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{BookableKinds, FreeDay, FreeTimeLine, FreeTimes},
    },
    care::{
        Id, VisitKind,
        booking::{BOOKABLE, FreeTime, NotOffered, PartOfDay, Sought, by_day, nearest},
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// Times asked for within this are shown as free. Long enough to choose without haste, short enough that they mostly are.
const FRESH: TimeDelta = TimeDelta::minutes(5);

impl Cairn {
    /// Which kinds of visits there are times for.
    pub async fn bookable_kinds(&self) -> Result<BookableKinds, AppError> {
        let now = self.now();
        let door = door(&*self.home()?).await;
        self.look(move |home, reader| {
            let known =
                Known::load(&Records::load(home, reader)?, reader, now, within(now, FreeTimes::MOST_WEEKS))?;
            let kept = |kind: &VisitKind| {
                let schedules = known.schedules.iter().filter(|schedule| schedule.active);
                schedules.clone().any(|schedule| schedule.kinds.contains(kind))
                    || !known.single(*kind).is_empty()
            };
            Ok(BookableKinds { door, kinds: BOOKABLE.into_iter().filter(kept).collect() })
        })
        .await
    }

    /// The free times of the next `weeks` weeks, as far as they are known; `moving` is a visit to be moved there.
    pub async fn free_times(
        &self,
        sought: Sought,
        moving: Option<Id>,
        weeks: u32,
    ) -> Result<FreeTimes, AppError> {
        let (now, phone) = (self.now(), self.zone());
        let door = door(&*self.home()?).await;
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let weeks = weeks.min(FreeTimes::MOST_WEEKS);
            let known = Known::load(&records, reader, now, within(now, weeks))?;
            let visit = moving.as_ref().and_then(|id| records.visits.iter().find(|visit| visit.id == *id));
            let zone_of = |free: &FreeTime| records.zone_at(free.place.as_ref(), phone);
            let mut times =
                known.times(&records, sought.kind, sought.with.as_ref(), moving.as_ref(), now, phone);
            times.retain(|free| free.refused != Some(NotOffered::Past));
            let of_kind = times.len();
            times.retain(|free| sought.fits(free, zone_of(free)));
            let single = known.single(sought.kind);
            let age = age(home, reader, sought.kind, now)?;
            let days = by_day(times, zone_of).into_iter().map(|(day, times)| FreeDay {
                day,
                times: times.iter().map(|free| records.time_line(free, phone)).collect(),
            });
            let standing = home.standing();
            Ok(FreeTimes {
                door,
                moving: visit.map(|visit| records.view(visit, phone)),
                as_of: age.as_of,
                fresh: age.fresh,
                asking: standing.asking,
                trouble: standing.no_times,
                days: days.collect(),
                weeks,
                more: weeks < FreeTimes::MOST_WEEKS,
                of_kind,
                unreadable: known.unreadable,
                clinicians: clinicians(&records, &single),
                places: places(&records, &single),
                parts: parts(&single, zone_of),
                notice: notice(&records, visit.and_then(|visit| visit.start), now),
                call: help::of_clinic(home, &records),
                sought,
            })
        })
        .await
    }
}

impl Cairn {
    /// The one time of these slots, in whatever order they are named and whoever was sought; `None` if they make none that is
    /// still to come. `moving` is a visit to be moved there.
    pub async fn free_time(
        &self,
        kind: VisitKind,
        slots: Vec<Id>,
        moving: Option<Id>,
    ) -> Result<Option<FreeTimeLine>, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let known = Known::load(&records, reader, now, within(now, FreeTimes::MOST_WEEKS))?;
            let time = known.time_of(&records, kind, &slots, moving.as_ref(), now, phone);
            let ahead = time.filter(|free| free.refused != Some(NotOffered::Past));
            Ok(ahead.map(|free| records.time_line(&free, phone)))
        })
        .await
    }
}

/// How old what is known of the times of a kind is.
pub(super) struct Age {
    pub(super) as_of: Option<DateTime<Utc>>,
    pub(super) fresh: bool,
}

pub(super) fn age(
    home: &Home,
    reader: &Reader<'_>,
    kind: VisitKind,
    now: DateTime<Utc>,
) -> Result<Age, StoreError> {
    if home.is_practice() {
        // Made up, and never older than the practice itself.
        return Ok(Age { as_of: Some(now), fresh: true });
    }
    let as_of = reader.slots_asked(kind)?.map(|asked| asked.at);
    let fresh = as_of.is_some_and(|at| (TimeDelta::zero()..FRESH).contains(&(now - at)));
    Ok(Age { as_of, fresh })
}

/// The offered times nearest to `wanted`.
pub(super) fn nearest_lines(
    records: &Records,
    reader: &Reader<'_>,
    (kind, moved): (VisitKind, Option<&Id>),
    wanted: DateTime<Utc>,
    most: usize,
    (now, phone): (DateTime<Utc>, Tz),
) -> Result<Vec<FreeTimeLine>, StoreError> {
    let known = Known::load(records, reader, now, within(now, FreeTimes::MOST_WEEKS))?;
    let times = known.times(records, kind, None, moved, now, phone);
    Ok(nearest(&times, wanted, most).into_iter().map(|free| records.time_line(free, phone)).collect())
}

/// So many weeks from now.
pub(in crate::app) fn within(now: DateTime<Utc>, weeks: u32) -> DateTime<Utc> {
    now.checked_add_signed(TimeDelta::weeks(weeks.into())).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn clinicians(records: &Records, single: &[FreeTime]) -> Vec<(Id, String)> {
    let ids = single.iter().flat_map(|free| &free.with).map(|party| party.id().clone());
    named(ids, |id| records.name_of(id))
}

fn places(records: &Records, single: &[FreeTime]) -> Vec<(Id, String)> {
    named(single.iter().filter_map(|free| free.place.clone()), |id| records.place_name(Some(id)))
}

/// Each once, by name.
fn named(ids: impl Iterator<Item = Id>, name: impl Fn(&Id) -> Option<String>) -> Vec<(Id, String)> {
    let mut all: Vec<_> = ids.filter_map(|id| name(&id).map(|name| (id, name))).collect();
    all.sort_by(|(one, name), (other, name_of_other)| (name, one).cmp(&(name_of_other, other)));
    all.dedup();
    all
}

fn parts(single: &[FreeTime], zone_of: impl Fn(&FreeTime) -> Tz) -> Vec<PartOfDay> {
    let there =
        |part: &PartOfDay| single.iter().any(|free| PartOfDay::of(free.start, zone_of(free)) == *part);
    [PartOfDay::Morning, PartOfDay::Afternoon, PartOfDay::Evening].into_iter().filter(there).collect()
}
