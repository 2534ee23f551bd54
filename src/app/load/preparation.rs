//! Puts together how to prepare for a visit, always from the visit, the plan and the rules as they are now.

use super::{Records, check_ins::delivery};
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{MedicineView, Medicines, Preparation, Times},
    },
    care::{
        Id, LineState, Manner, Marks, MedicineLine, MedicineRecord, SessionTimes, Visit, VisitKind,
        preparation::{Shown, ToldTimes, clear_drinks, days, fasting, limits, rules, seen},
        protocol::Protocol,
        time,
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sha2::{Digest, Sha256};
use std::fmt::Write;

impl Cairn {
    /// How to prepare for a visit; `None` when the clinic took it back or it cannot be read any more.
    pub async fn preparation(&self, visit: Id) -> Result<Option<Preparation>, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let Some(visit) = records.visits.iter().find(|one| one.id == visit) else { return Ok(None) };
            let times = records.times(visit, now, phone);
            let known = records.the_rules().filter(|_| !times.must_call());
            Ok(Some(Preparation {
                clear: known.and_then(|protocol| clear_drinks(protocol, visit.kind)),
                rules: known.map(|protocol| rules(protocol, visit.kind)).unwrap_or_default(),
                medicines: medicines(home, reader, &records, visit, now, phone)?,
                reviewed_by: known.and_then(Protocol::reviewed_by).map(str::to_owned),
                visit: records.view(visit, phone),
                times,
            }))
        })
        .await
    }
}

/// Whatever the times of a visit are reckoned from.
const RELIED_ON: [&str; 3] = ["Appointment", "CarePlan", "Library"];
const MEDICINES: [&str; 3] = ["CarePlan", "MedicationRequest", "MedicationStatement"];

impl Records {
    /// The rules of the plan in force. None where plans in force follow different ones: nobody could say which hold.
    pub(in crate::app) fn the_rules(&self) -> Option<&Protocol> {
        let mut followed: Vec<_> = self.active_plans().filter_map(|plan| plan.protocol.as_ref()).collect();
        followed.sort();
        followed.dedup();
        match followed.as_slice() {
            [one] => self.protocols.get(*one),
            _ => None,
        }
    }

    /// True if a plan in force names rules, and which hold cannot be said: they are not here, or there are two.
    pub(in crate::app) fn rules_missing(&self) -> bool {
        self.the_rules().is_none() && self.active_plans().any(|plan| plan.protocol.is_some())
    }

    /// True if there is something to prepare for such a visit.
    pub(in crate::app) fn is_prepared_for(&self, visit: &Visit) -> bool {
        let phase = self.the_rules().and_then(|protocol| protocol.phase(visit.kind));
        visit.kind == VisitKind::Session || phase.is_some_and(|phase| !phase.instructions.is_empty())
    }

    /// Until when what may be had before a visit, in the zone of its place.
    pub(in crate::app) fn times(&self, visit: &Visit, now: DateTime<Utc>, phone: Tz) -> Times {
        if RELIED_ON.iter().any(|kind| self.has_unreadable(kind)) {
            return Times::Unreadable;
        }
        let Some(protocol) = self.the_rules() else { return Times::NoRules };
        if !visit.is_ahead(now) && visit.start.is_some() {
            return Times::Over;
        }
        if visit.start.is_none() || !visit.is_firm(now) {
            return Times::NotSure;
        }
        let zone = self.zone_of(visit, phone);
        let times = SessionTimes::of_visit(protocol, visit, Marks::default(), zone);
        let Some(times) = times else { return Times::Unreadable };
        let Some(limits) = limits(protocol, visit.kind, &times, now) else { return Times::NoRules };
        let differs = |at: DateTime<Utc>| super::visit::elsewhere(at, zone, phone).is_some();
        Times::Known {
            fasting: fasting(&limits),
            zone_differs: differs(times.arrival) || limits.iter().any(|limit| differs(limit.at)),
            limits,
        }
    }

    /// The times of a visit as they stand, where they are known.
    pub(in crate::app) fn told_times(
        &self,
        visit: &Visit,
        now: DateTime<Utc>,
        phone: Tz,
    ) -> Option<ToldTimes> {
        let Times::Known { limits, .. } = self.times(visit, now, phone) else { return None };
        let arrival = visit.arrival(self.early(visit.kind)?)?;
        Some(ToldTimes::of(&visit.id, visit.start?, arrival, &limits))
    }
}

/// The lines that are instructions, as the patient sees them before `visit`.
pub(super) fn medicines(
    home: &Home,
    reader: &Reader<'_>,
    records: &Records,
    visit: &Visit,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Medicines, StoreError> {
    if MEDICINES.iter().any(|kind| records.has_unreadable(kind)) {
        return Ok(Medicines::Unreadable);
    }
    let zone = records.zone_of(visit, phone);
    let today = time::day_of(now, zone);
    let named = |line: &MedicineLine| {
        let record = (line.record, line.id.clone());
        records.active_plans().any(|plan| plan.medicines.contains(&record))
    };
    let over =
        |line: &MedicineLine| line.days.and_then(|days| days.last(zone)).is_some_and(|last| last < today);
    let instructions = records.medicines.iter().filter(|line| !over(line));
    let mut instructions: Vec<(Manner, &MedicineLine)> =
        instructions.filter_map(|line| Some((line.manner(named(line))?, line))).collect();
    instructions.sort_by_key(|(manner, _)| *manner);
    let arrival = visit.start.and_then(|_| visit.arrival(records.early(visit.kind).unwrap_or_default()));
    let days = arrival.map(|arrival| days(&instructions, arrival, now, zone)).unwrap_or_default();
    let mut lines = Vec::new();
    for (manner, line) in instructions {
        let version = records.versions.get(&(line.record, line.id.clone())).cloned().flatten();
        let shown =
            Shown { record: line.record, line: line.id.clone(), version, digest: digest(manner, line) };
        let newest = reader.acknowledgement(line.record, &line.id)?;
        let delivery = newest.as_ref().map(|newest| delivery(home, reader, &newest.record)).transpose()?;
        let seen = seen(&shown, newest.as_ref());
        lines.push(MedicineView { line: line.clone(), manner, shown, seen, delivery });
    }
    let mut taken_off = Vec::new();
    for line in records.medicines.iter().filter(|line| line.state == LineState::Active && !named(line)) {
        if reader.acknowledgement(line.record, &line.id)?.is_some() {
            taken_off.push(line.medicine.clone());
        }
    }
    Ok(Medicines::Known { lines, days, taken_off })
}

/// A digest of everything a patient sees of a line: another one means that something else is shown.
fn digest(manner: Manner, line: &MedicineLine) -> String {
    let record = match line.record {
        MedicineRecord::Request => "request",
        MedicineRecord::Statement => "statement",
    };
    let manner = match manner {
        Manner::Take => "take",
        Manner::Skip => "skip",
        Manner::Ask => "ask",
    };
    let days = line.days.map_or_else(String::new, |days| format!("{:?}/{:?}", days.from, days.to));
    let written = line.written.map_or_else(String::new, |written| format!("{written:?}"));
    let parts = [
        record,
        line.id.as_str(),
        manner,
        line.medicine.reveal(),
        line.words.as_ref().map_or("", |words| words.reveal()),
        line.author.as_deref().unwrap_or_default(),
        &written,
        &days,
        if line.do_not_take { "not" } else { "" },
    ];
    let mut hash = Sha256::new();
    for part in parts {
        // With its length before it, no part can run into the next.
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot go wrong.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
