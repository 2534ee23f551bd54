//! A medicine line: what a clinician wrote for this patient, word for word, and how it may be shown.

use super::{Due, Id, Private, time};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// One line. How it may be shown is decided by [`MedicineLine::manner`] alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedicineLine {
    pub id: Id,
    pub record: MedicineRecord,
    /// The medicine as the clinician wrote it.
    pub medicine: Private,
    /// The clinician's instruction to the patient, word for word.
    pub words: Option<Private>,
    /// Who wrote it, as shown by the clinic.
    pub author: Option<String>,
    pub written: Option<Written>,
    pub state: LineState,
    /// What the clinician asks for, where that was said in a way programs understand.
    pub action: Option<MedicineAction>,
    /// The days it holds for; every day without them.
    pub days: Option<Days>,
    /// The clinic says this must not be taken (`doNotPerform`).
    pub do_not_take: bool,
}

/// As what the clinic keeps the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MedicineRecord {
    /// Something ordered: FHIR `MedicationRequest`.
    Request,
    /// Something noted: FHIR `MedicationStatement`.
    Statement,
}

/// What a clinician asks for with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MedicineAction {
    Take,
    Skip,
    /// Call before taking it.
    Ask,
}

/// From one day to another, both included, on the clinic's calendar; open where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub from: Option<Due>,
    pub to: Option<Due>,
}

/// When a line was written, as precisely as the clinic said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// An instant.
    At(DateTime<Utc>),
    /// A calendar day of the clinic.
    On(NaiveDate),
}

/// Whether a line is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineState {
    Active,
    /// It was in force and is not now: over, stopped, on hold. It instructs nobody any more.
    NoLonger,
    /// Anything else, which may never have held: a draft, called off, written by mistake.
    NotInForce,
}

/// How an instruction is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Manner {
    Take,
    Skip,
    /// The words as they are, and: call the clinic first.
    Ask,
}

impl MedicineLine {
    /// How this line is shown as an instruction; `None` if it is none. `named`: a plan in force names it.
    ///
    /// "Take" needs a line in force that the plan names, that asks for taking in so many words, and that
    /// nothing contradicts. Whatever is less certain than that is a reason to ask.
    #[must_use]
    pub fn manner(&self, named: bool) -> Option<Manner> {
        if self.state != LineState::Active || !named {
            return None;
        }
        let written = self.words.as_ref().is_some_and(|words| !words.is_blank());
        Some(match (self.action, self.do_not_take) {
            (Some(MedicineAction::Take), false) if written => Manner::Take,
            (Some(MedicineAction::Skip), _) if written => Manner::Skip,
            _ => Manner::Ask,
        })
    }

    /// True if it holds on `day` of the clinic's calendar, in its `zone`.
    #[must_use]
    pub fn holds_on(&self, day: NaiveDate, zone: Tz) -> bool {
        self.days.is_none_or(|days| days.hold(day, zone))
    }
}

impl Days {
    /// The first of the days, in the clinic's `zone`.
    #[must_use]
    pub fn first(&self, zone: Tz) -> Option<NaiveDate> {
        self.from.map(|from| day_of(from, zone))
    }

    /// The last of the days, in the clinic's `zone`.
    #[must_use]
    pub fn last(&self, zone: Tz) -> Option<NaiveDate> {
        self.to.map(|to| day_of(to, zone))
    }

    fn hold(&self, day: NaiveDate, zone: Tz) -> bool {
        self.first(zone).is_none_or(|first| first <= day) && self.last(zone).is_none_or(|last| day <= last)
    }
}

fn day_of(due: Due, zone: Tz) -> NaiveDate {
    match due {
        Due::At(instant) => time::day_of(instant, zone),
        Due::On(day) => day,
    }
}

#[cfg(test)]
#[path = "medicine_tests.rs"]
mod tests;
