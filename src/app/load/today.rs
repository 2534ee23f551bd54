//! Puts Today together.

use super::Records;
use crate::{
    app::{
        AppError, Cairn, commands,
        home::Home,
        read::{DayPart, Done, DueLine, SyncTrouble, Times, Today},
    },
    care::{Happened, Id, Notice, Subject, Visit, journey::next_visit, time, today},
    store::{Reader, StoreError},
};
use chrono::{DateTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

/// Only what waited longer than this is worth a line on Today.
const LONG: TimeDelta = TimeDelta::days(1);

impl Cairn {
    /// Today as it stands now.
    pub async fn today(&self) -> Result<Today, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| build(home, reader, now, phone)).await
    }
}

fn build(home: &Home, reader: &Reader<'_>, now: DateTime<Utc>, phone: Tz) -> Result<Today, StoreError> {
    let records = Records::load(home, reader)?;
    let zone = records.zone(phone);
    let visit = next_visit(&records.visits, now);
    let days_until =
        visit.and_then(|visit| visit.start).map(|start| today::days_until(start, now, zone).max(0));
    let here = now.with_timezone(&phone);
    // What was just ticked does not run away from the finger: it goes with the day.
    let of_today = |line: &DueLine| match line.done {
        Done::No => true,
        Done::Here(at, _) => time::day_of(at, phone) == here.date_naive(),
        Done::AtClinic => false,
    };
    let mut due = super::to_do::lines(home, reader, &records, now, phone)?;
    due.retain(of_today);
    let first_due = due.iter().find(|line| line.is_open()).map(|line| line.due);
    let wishes = super::reminders::choices(reader)?.wishes;
    let notices = reader.notices()?;
    let asked_for = super::booking::now_open(home, reader, &records, &notices, (now, phone))?;
    let prepared = visit.filter(|visit| records.is_prepared_for(visit));
    let to_read = match prepared {
        Some(visit) => super::preparation::medicines(home, reader, &records, visit, now, phone)?.to_read(),
        None => None,
    };
    let newest = reader.check_ins(None, 1)?.into_iter().next();
    let of_today = newest.filter(|check_in| time::day_of(check_in.at, phone) == here.date_naive());
    let check_in = match of_today {
        Some(check_in) => {
            let delivery = super::check_ins::delivery(home, reader, &check_in.id)?;
            Some((check_in, delivery))
        }
        None => None,
    };
    let counts = reader.delivery_count()?;
    let waiting_long = counts.oldest_waiting.filter(|made| now - *made > LONG).map(|_| counts.waiting);
    Ok(Today {
        part: DayPart::at_hour(here.hour()),
        date: here.date_naive(),
        given: records.patient.as_ref().and_then(|patient| patient.given.clone()),
        food_moved: notices
            .iter()
            .filter(|notice| moved_food(&records, notice, now, phone))
            .map(|one| one.id.clone())
            .collect(),
        notices,
        other_times: other_times(reader, &records, visit, now, phone)?,
        to_read,
        prepare: prepared.map(|visit| records.times(visit, now, phone)),
        next: today::next(records.must_call(), days_until, first_due, now, zone),
        next_visit: visit.map(|visit| records.view(visit, phone)),
        days_until,
        due,
        asked: super::asked::lines(&records, reader, &wishes, now, phone)?,
        wishes: asked_for,
        check_in,
        waiting_long,
        sign_in_again: home.standing().trouble == Some(SyncTrouble::SignInAgain),
        plan_unreadable: records.has_unreadable("CarePlan"),
        first_time: records.not_yet_known(),
    })
}

/// True if a visit moved and the times for food and drink with it.
fn moved_food(records: &Records, notice: &Notice, now: DateTime<Utc>, phone: Tz) -> bool {
    let visit = || records.visits.iter().find(|visit| visit.id == notice.about);
    notice.subject == Subject::Visit
        && matches!(notice.happened, Happened::Moved { .. })
        && visit().is_some_and(|visit| matches!(records.times(visit, now, phone), Times::Known { .. }))
}

/// The next visit, if its times are not those the patient was shown.
pub(super) fn other_times(
    reader: &Reader<'_>,
    records: &Records,
    visit: Option<&Visit>,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Option<Id>, StoreError> {
    let Some(times) = visit.and_then(|visit| records.told_times(visit, now, phone)) else { return Ok(None) };
    let told = commands::told_times(reader)?;
    Ok(told.filter(|told| told.changed(&times)).map(|_| times.visit))
}
