//! Puts Today together.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{DayPart, DueLine, SyncTrouble, Today},
    },
    care::{Due, ItemState, PlanItem, journey::next_visit, time, today},
    store::{Reader, StoreError},
};
use chrono::{DateTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use std::collections::HashSet;

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
    let due: Vec<_> = open_items(&records, zone).into_iter().map(|item| line(item, now, zone)).collect();
    let here = now.with_timezone(&phone);
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
        notices: reader.notices()?,
        next: today::next(records.must_call(), days_until, due.first().map(|line| line.due), now, zone),
        next_visit: visit.map(|visit| records.view(visit, phone)),
        days_until,
        due,
        check_in,
        waiting_long,
        sign_in_again: home.standing().trouble == Some(SyncTrouble::SignInAgain),
        plan_unreadable: records.has_unreadable("CarePlan"),
        first_time: records.not_yet_known(),
    })
}

/// What is still to do in every plan in force and in tasks of their own, soonest first.
pub(super) fn open_items(records: &Records, zone: Tz) -> Vec<&PlanItem> {
    let mut open: Vec<_> = records.active_plans().flat_map(|plan| plan.open_items(zone)).collect();
    // A server may keep an activity of the plan as a task as well.
    let in_plan: HashSet<_> =
        records.active_plans().flat_map(|plan| &plan.items).map(|item| &item.title).collect();
    let alone = |task: &&PlanItem| task.state == ItemState::Open && !in_plan.contains(&task.title);
    open.extend(records.tasks.iter().filter(alone));
    open.sort_by_key(|item| item.due.map_or(DateTime::<Utc>::MAX_UTC, |due| due.last_instant(zone)));
    open
}

fn line(item: &PlanItem, now: DateTime<Utc>, zone: Tz) -> DueLine {
    let local = |due: Due| match due {
        Due::At(instant) => instant.with_timezone(&zone).naive_local(),
        Due::On(day) => day.and_time(chrono::NaiveTime::MIN),
    };
    DueLine {
        id: item.id.clone(),
        title: item.title.clone(),
        note: item.note.clone(),
        due: item.due,
        due_local: item.due.map(local),
        overdue: item.due.is_some_and(|due| due.last_instant(zone) <= now),
    }
}
