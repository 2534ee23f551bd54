//! `Schedule` and `Slot`: the times a clinic keeps for visits, one slot for each clinician who has to be there.

use super::super::visit_kind;
use super::{DeskError, on_the_wall};
use crate::care::sample::{Dates, OffCalendar, Sample, TimeSheet};
use crate::care::{Id, VisitKind};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The schedules, then their slots; all of them are free.
pub(super) fn records(sample: &Sample, today: NaiveDate) -> Result<Vec<Value>, DeskError> {
    let mut calendars: BTreeMap<(&Id, &Id), BTreeSet<VisitKind>> = BTreeMap::new();
    for sheet in &sample.times {
        for who in &sheet.with {
            let kinds = sheet.kinds.iter().map(|word| word.0);
            calendars.entry((who, &sheet.place)).or_default().extend(kinds);
        }
    }
    let schedule = |((who, place), kinds)| schedule(sample, who, place, &kinds);
    let mut records = calendars.into_iter().map(schedule).collect::<Result<Vec<_>, _>>()?;
    let engaged = Engaged::of(sample, today)?;
    for sheet in &sample.times {
        slots(sample, sheet, today, &engaged, &mut records)?;
    }
    Ok(records)
}

fn schedule(sample: &Sample, who: &Id, place: &Id, kinds: &BTreeSet<VisitKind>) -> Result<Value, DeskError> {
    let name = sample.clinician(who).map(|found| found.name.line());
    Ok(json!({
        "resourceType": "Schedule",
        "id": schedule_id(who, place)?,
        "active": true,
        "serviceType": concepts(kinds.iter().copied()),
        "actor": [
            { "reference": format!("Practitioner/{who}"), "display": name },
            { "reference": format!("Location/{place}") },
        ],
    }))
}

fn slots(
    sample: &Sample,
    sheet: &TimeSheet,
    today: NaiveDate,
    engaged: &Engaged<'_>,
    records: &mut Vec<Value>,
) -> Result<(), DeskError> {
    let dates = Dates { today, zone: sample.zone_of(&sheet.place) };
    for days in sheet.from..=sheet.to {
        let day = dates.day(days)?;
        for at in sheet.at.iter().filter(|_| sheet.is_on(day)) {
            let start = dates.instant(days, *at)?;
            let end = start.checked_add_signed(sheet.minutes.length()).ok_or(OffCalendar)?;
            for who in sheet.with.iter().filter(|who| !engaged.is(who, start, end)) {
                let id = id(&format!("{who}-{}-{}", day.format("%Y%m%d"), at.time().format("%H%M")))?;
                records.push(json!({
                    "resourceType": "Slot",
                    "id": id,
                    "serviceType": concepts(sheet.kinds.iter().map(|word| word.0)),
                    "schedule": { "reference": format!("Schedule/{}", schedule_id(who, &sheet.place)?) },
                    "status": "free",
                    "start": on_the_wall(start, dates.zone),
                    "end": on_the_wall(end, dates.zone),
                }));
            }
        }
    }
    Ok(())
}

/// When each clinician is with one of the sample's own patients: that time is not free.
struct Engaged<'a>(Vec<(&'a Id, DateTime<Utc>, DateTime<Utc>)>);

impl<'a> Engaged<'a> {
    fn of(sample: &'a Sample, today: NaiveDate) -> Result<Self, DeskError> {
        let mut engaged = Vec::new();
        for visit in sample.patients.iter().flat_map(|patient| &patient.visits) {
            let dates = Dates { today, zone: sample.zone_of(&visit.place) };
            let start = dates.instant(visit.day, visit.at)?;
            let end = start.checked_add_signed(visit.minutes.length()).ok_or(OffCalendar)?;
            engaged.extend(visit.with.iter().map(|who| (who, start, end)));
        }
        Ok(Self(engaged))
    }

    fn is(&self, who: &Id, start: DateTime<Utc>, end: DateTime<Utc>) -> bool {
        self.0.iter().any(|(with, from, to)| *with == who && *from < end && start < *to)
    }
}

/// Named by whose and when, so that the same time has the same name on whichever day it is published.
fn id(text: &str) -> Result<Id, DeskError> {
    Id::new(text).map_err(|_| DeskError::TimeId { name: text.to_owned() })
}

fn schedule_id(who: &Id, place: &Id) -> Result<Id, DeskError> {
    id(&format!("times-{who}-{place}"))
}

/// In the order of care, whatever the order on the sheet.
fn concepts(kinds: impl Iterator<Item = VisitKind>) -> Vec<Value> {
    let kinds: BTreeSet<_> = kinds.collect();
    kinds.into_iter().map(visit_kind::write).collect()
}
