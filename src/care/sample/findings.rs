//! What is wrong with a sample: ids used twice, and names of things that are not in the file.

use super::{PatientSheet, Sample, TimeSheet, Weekday};
use crate::care::protocol::{Clock, Protocol};
use crate::care::{Finding, Id, finding};
use std::collections::BTreeSet;

/// What is wrong, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("`{0}` is used twice: an id must be the only one of its kind")]
    Twice(Id),
    #[error("there is no place `{0}` in this file")]
    NoSuchPlace(Id),
    #[error("there is no clinician `{0}` in this file")]
    NoSuchClinician(Id),
    #[error("the plan names the medicine `{0}`, which is not among this patient's medicines")]
    NoSuchMedicine(Id),
    #[error("there is no task `{0}` in the protocol")]
    NoSuchTask(String),
    #[error("a thing to do needs a title, or the protocol's task it stands for")]
    NoTitle,
    #[error("there is nothing to read here")]
    NoWords,
    #[error("the last day lies before the first")]
    Backwards,
    #[error("`{0}` has this time twice")]
    SameTime(Id),
    #[error("times can be written for {days} days at most", days = TimeSheet::MOST_DAYS)]
    TooManyDays,
    #[error("there must be at least one patient: the first is the one practice mode shows")]
    NoPatient,
}

type Findings = finding::Findings<Problem>;

impl Findings {
    fn once<'a>(&mut self, seen: &mut BTreeSet<&'a Id>, path: String, id: &'a Id) {
        let twice = !seen.insert(id);
        self.add_if(twice, path, Problem::Twice(id.clone()));
    }

    fn clinician(&mut self, sample: &Sample, path: String, id: &Id) {
        self.add_if(sample.clinician(id).is_none(), path, Problem::NoSuchClinician(id.clone()));
    }

    fn place(&mut self, sample: &Sample, path: String, id: &Id) {
        let there = sample.places.iter().any(|place| place.id == *id);
        self.add_if(!there, path, Problem::NoSuchPlace(id.clone()));
    }
}

/// The ids of what is kept for every patient, one set for each kind of record.
#[derive(Default)]
struct Seen<'a> {
    patients: BTreeSet<&'a Id>,
    teams: BTreeSet<&'a Id>,
    plans: BTreeSet<&'a Id>,
    visits: BTreeSet<&'a Id>,
    medicines: BTreeSet<&'a Id>,
}

pub(super) fn of(sample: &Sample, protocol: &Protocol) -> Vec<Finding<Problem>> {
    let mut found = Findings::new();
    let (mut places, mut clinicians) = (BTreeSet::new(), BTreeSet::new());
    for (place, one) in sample.places.iter().enumerate() {
        found.once(&mut places, format!("places[{place}].id"), &one.id);
    }
    for (place, one) in sample.clinicians.iter().enumerate() {
        found.once(&mut clinicians, format!("clinicians[{place}].id"), &one.id);
    }
    let mut taken = BTreeSet::new();
    for (place, sheet) in sample.times.iter().enumerate() {
        times(sample, sheet, &format!("times[{place}]"), &mut taken, &mut found);
    }
    found.add_if(sample.patients.is_empty(), "patients", Problem::NoPatient);
    let mut seen = Seen::default();
    for (place, one) in sample.patients.iter().enumerate() {
        patient(sample, one, &format!("patients[{place}]"), &mut seen, &mut found);
        plan(protocol, one, &format!("patients[{place}].plan"), &mut found);
    }
    found.0
}

fn times<'a>(
    sample: &Sample,
    sheet: &'a TimeSheet,
    path: &str,
    taken: &mut BTreeSet<(&'a Id, Weekday, Clock)>,
    found: &mut Findings,
) {
    found.place(sample, format!("{path}.place"), &sheet.place);
    found.add_if(sheet.to < sheet.from, format!("{path}.to"), Problem::Backwards);
    let days = sheet.to.saturating_sub(sheet.from);
    found.add_if(days > TimeSheet::MOST_DAYS, format!("{path}.to"), Problem::TooManyDays);
    for (place, who) in sheet.with.iter().enumerate() {
        found.clinician(sample, format!("{path}.with[{place}]"), who);
        let each = sheet.days.iter().flat_map(|day| sheet.at.iter().map(move |at| (who, *day, *at)));
        let twice = each.filter(|time| !taken.insert(*time)).count() > 0;
        found.add_if(twice, format!("{path}.with[{place}]"), Problem::SameTime(who.clone()));
    }
}

fn patient<'a>(
    sample: &Sample,
    patient: &'a PatientSheet,
    path: &str,
    seen: &mut Seen<'a>,
    found: &mut Findings,
) {
    found.once(&mut seen.patients, format!("{path}.id"), &patient.id);
    found.once(&mut seen.teams, format!("{path}.team.id"), &patient.team.id);
    found.once(&mut seen.plans, format!("{path}.plan.id"), &patient.plan.id);
    for (place, member) in patient.team.members.iter().enumerate() {
        found.clinician(sample, format!("{path}.team.members[{place}]"), member);
    }
    for (place, visit) in patient.visits.iter().enumerate() {
        let path = format!("{path}.visits[{place}]");
        found.once(&mut seen.visits, format!("{path}.id"), &visit.id);
        found.place(sample, format!("{path}.place"), &visit.place);
        for (place, who) in visit.with.iter().enumerate() {
            found.clinician(sample, format!("{path}.with[{place}]"), who);
        }
    }
    for (place, line) in patient.medicines.iter().enumerate() {
        let path = format!("{path}.medicines[{place}]");
        found.once(&mut seen.medicines, format!("{path}.id"), &line.id);
        found.clinician(sample, format!("{path}.written_by"), &line.written_by);
        found.add_if(line.medicine.trim().is_empty(), format!("{path}.medicine"), Problem::NoWords);
        found.add_if(line.words.trim().is_empty(), format!("{path}.words"), Problem::NoWords);
        let backwards = line.days.is_some_and(|days| days.to < days.from);
        found.add_if(backwards, format!("{path}.days.to"), Problem::Backwards);
    }
}

fn plan(protocol: &Protocol, patient: &PatientSheet, path: &str, found: &mut Findings) {
    let mut items = BTreeSet::new();
    for (place, item) in patient.plan.items.iter().enumerate() {
        let path = format!("{path}.items[{place}]");
        found.once(&mut items, format!("{path}.id"), &item.id);
        if let Some(task) = &item.task {
            let missing = protocol.task(task).is_none();
            found.add_if(missing, format!("{path}.task"), Problem::NoSuchTask(task.clone()));
        }
        let wordless = item.title.as_ref().is_none_or(|title| title.trim().is_empty()) && item.task.is_none();
        found.add_if(wordless, path, Problem::NoTitle);
    }
    let mut named = BTreeSet::new();
    for (place, id) in patient.plan.medicines.iter().enumerate() {
        let path = format!("{path}.medicines[{place}]");
        found.once(&mut named, path.clone(), id);
        let there = patient.medicines.iter().any(|line| line.id == *id);
        found.add_if(!there, path, Problem::NoSuchMedicine(id.clone()));
    }
}
