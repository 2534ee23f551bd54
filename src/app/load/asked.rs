//! Puts together what the clinic would like to hear now, and what there is to be reminded of: one reckoning for both.

use super::{Records, forms, visit::elsewhere};
use crate::{
    app::read::{AskedFor, AskedLine, Times, Wishes},
    care::{
        Id, Marks, Visit,
        alarms::{Reasons, ToDo},
        journal::Step,
        schedule::{self, Done, Open, What, open},
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// How far back what was done still settles something that is open: nothing is open for so long.
const BACK: TimeDelta = TimeDelta::days(30);

/// Everything [`Reasons`] borrows.
pub(super) struct Gathered<'a> {
    records: &'a Records,
    marks: BTreeMap<Id, Marks>,
    zones: BTreeMap<Id, Tz>,
    withheld: BTreeSet<Id>,
    to_do: Vec<ToDo>,
    steps: Vec<Step>,
    done: Done,
    clinic: Tz,
    phone: Tz,
}

impl<'a> Gathered<'a> {
    pub(super) fn load(
        records: &'a Records,
        reader: &Reader<'_>,
        now: DateTime<Utc>,
        phone: Tz,
    ) -> Result<Self, StoreError> {
        let visits = &records.visits;
        let is_withheld = |visit: &&Visit| !matches!(records.times(visit, now, phone), Times::Known { .. });
        let clinic = records.zone(phone);
        let mut done = reader.done_since(now - BACK)?;
        // One of a clock that was ahead is of no day that has been.
        done.check_ins.retain(|at| *at <= now);
        for name in records.the_rules().map(schedule::forms).unwrap_or_default() {
            if forms::find(reader, &name)?.is_none() {
                done.not_here.insert(name);
            }
        }
        Ok(Self {
            records,
            marks: visits.iter().map(|visit| (visit.id.clone(), records.marks(&visit.id))).collect(),
            zones: visits.iter().map(|visit| (visit.id.clone(), records.zone_of(visit, phone))).collect(),
            withheld: visits.iter().filter(is_withheld).map(|visit| visit.id.clone()).collect(),
            to_do: super::to_do::to_remind(reader, records, now, clinic)?,
            steps: reader.open_steps()?,
            done,
            clinic,
            phone,
        })
    }

    pub(super) fn reasons(&self) -> Reasons<'_> {
        Reasons {
            visits: &self.records.visits,
            marks: &self.marks,
            zones: &self.zones,
            withheld: &self.withheld,
            protocol: self.records.the_rules(),
            to_do: &self.to_do,
            steps: &self.steps,
            done: &self.done,
            clinic: self.clinic,
            phone: self.phone,
        }
    }
}

/// What is open now.
pub(super) fn lines(
    records: &Records,
    reader: &Reader<'_>,
    wishes: &Wishes,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Vec<AskedLine>, StoreError> {
    let gathered = Gathered::load(records, reader, now, phone)?;
    let mut lines = Vec::new();
    for one in open(&gathered.reasons(), wishes, now) {
        let zone = one.due.visit.as_ref().and_then(|visit| gathered.zones.get(visit));
        lines.extend(line(reader, one, *zone.unwrap_or(&gathered.clinic), phone)?);
    }
    Ok(lines)
}

fn line(reader: &Reader<'_>, open: Open, zone: Tz, phone: Tz) -> Result<Option<AskedLine>, StoreError> {
    let Open { due, keys } = open;
    let what = match due.what {
        What::CheckIn => AskedFor::CheckIn,
        What::SideEffects => AskedFor::SideEffects,
        What::Intention if !reader.intentions()?.is_empty() => AskedFor::Intention,
        // Words are kept on the page of the first hours, which asks for them by itself.
        What::Capture | What::Intention => return Ok(None),
        What::Form(name) => match forms::find(reader, &name)? {
            Some(form) => AskedFor::Form { title: forms::title(&form), name },
            None => return Ok(None),
        },
    };
    let until = due.until.with_timezone(&zone).naive_local();
    let elsewhere = elsewhere(due.until, zone, phone);
    Ok(Some(AskedLine { what, key: due.key, keys, optional: due.optional, until, elsewhere }))
}
