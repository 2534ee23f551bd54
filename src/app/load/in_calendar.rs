//! Looks up what a file for a calendar said about a visit, and what is to be done about it now.

use super::{Records, visit::elsewhere};
use crate::{
    app::{AppError, Cairn, home::Home, read::VisitInCalendar},
    care::{CalendarStep, Id, InCalendar},
    store::{Reader, StoreError},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The setting that keeps what the last file said about a visit, as JSON.
pub(in crate::app) fn key(visit: &Id) -> String {
    format!("calendar/{visit}")
}

impl Cairn {
    /// What can be done about this visit and the patient's calendar; `None` where there is nothing.
    pub async fn visit_in_calendar(&self, visit: Id) -> Result<Option<VisitInCalendar>, AppError> {
        let (phone, now) = (self.zone(), self.now());
        self.look(move |home, reader| Ok(find(home, reader, &visit, phone, now)?.map(|(found, _)| found)))
            .await
    }
}

/// The same, with what the last file said.
pub(in crate::app) fn find(
    home: &Home,
    reader: &Reader<'_>,
    id: &Id,
    phone: Tz,
    now: DateTime<Utc>,
) -> Result<Option<(VisitInCalendar, Option<InCalendar>)>, StoreError> {
    let records = Records::load(home, reader)?;
    let visit = records.visits.iter().find(|visit| visit.id == *id);
    if visit.is_none() && records.has_unreadable("Appointment") {
        // Nobody knows whether the clinic expects the patient: only calling helps.
        return Ok(None);
    }
    let before: Option<InCalendar> = reader.get_json(&key(id))?;
    let view = visit.map(|visit| records.view(visit, phone));
    let arrival = view.as_ref().and_then(|view| view.arrival).and_then(|arrival| arrival.arrive);
    let step = CalendarStep::of(visit.map(|visit| (visit, arrival)), before.as_ref(), now);
    // Nobody knows how early to be there: that the visit starts later than the calendar has it is no change.
    let unknown = visit.is_some_and(|visit| records.early(visit.kind).is_none());
    let step = step.filter(|step| !(unknown && matches!(step, CalendarStep::Change { .. })));
    let zone = visit.map_or_else(|| records.zone(phone), |visit| records.zone_of(visit, phone));
    let place = view.map(|view| view.place_name.into_iter().chain(view.address).collect::<Vec<_>>());
    let place = place.filter(|lines| !lines.is_empty()).map(|lines| lines.join(", "));
    Ok(step.map(|step| {
        let elsewhere = elsewhere(step.times().from, zone, phone);
        (VisitInCalendar { step, zone, elsewhere, place }, before)
    }))
}
