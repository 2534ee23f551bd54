//! One rule or piece of advice for the day of a session, in the clinic's words.

use super::{Hours, Setting};
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// One instruction. Which of the fields it has depends on what it is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Instruction {
    pub id: String,
    /// The words. `{time}` stands for the cut-off's clock time, `{h}` for `hours`.
    pub text: Option<String>,
    /// Who must fill it before anything of it may be shown (`prescriber`).
    pub lock: Option<String>,
    /// The clinician who filled a locked one.
    pub written_by: Option<String>,
    pub written_on: Option<NaiveDate>,
    /// A cut-off: this long before arrival.
    pub hours_before_arrival: Option<Setting<Hours>>,
    /// A cut-off for a large or fatty meal, where it is earlier.
    pub fatty_meal_hours: Option<Setting<Hours>>,
    /// A span without something, such as alcohol, before arrival.
    pub hours: Option<Setting<Hours>>,
    #[serde(default)]
    pub allowed: Vec<String>,
    #[serde(default)]
    pub not_allowed: Vec<String>,
    /// Things, where it is a list.
    #[serde(default)]
    pub items: Vec<String>,
    /// Lines about medicines. What holds for one patient is that patient's prescription, not this.
    #[serde(default)]
    pub rows: Vec<MedicineRow>,
    /// Why there are no words by default.
    pub why_no_default: Option<String>,
    /// What is shown whether or not a clinician has written anything.
    pub always_shown: Option<String>,
    #[serde(default)]
    pub required: bool,
    /// What the patient is asked to confirm.
    #[serde(default)]
    pub confirm: Vec<String>,
    pub threshold: Option<Threshold>,
    /// For the clinic, not for the patient.
    pub note: Option<String>,
    pub src: Option<String>,
}

/// A limit that only a prescriber may set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Threshold {
    pub value: Option<String>,
    pub lock: Option<String>,
    pub written_by: Option<String>,
    pub written_on: Option<NaiveDate>,
    pub range: Option<String>,
    pub src: Option<String>,
}

/// A line about one medicine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MedicineRow {
    pub medicine: String,
    /// `take`, `skip` or `ask`.
    pub action: String,
    #[serde(default)]
    pub when: String,
    #[serde(default)]
    pub written_by: String,
    #[serde(default)]
    pub date: String,
}

impl Instruction {
    /// The words that may be shown: none while it is locked and no clinician has put their name to it.
    #[must_use]
    pub fn shown_text(&self) -> Option<&str> {
        self.text.as_deref().filter(|text| !self.is_locked() && !text.trim().is_empty())
    }

    /// True while it waits for a clinician to put name and date to it: until then nothing of it holds.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.lock.is_some() && !is_signed(self.written_by.as_deref(), self.written_on)
    }

    /// How long before arrival it begins to hold, for one that has a time; the large-meal rule aside.
    #[must_use]
    pub fn before_arrival(&self) -> Option<TimeDelta> {
        let hours = self.hours_before_arrival.as_ref().or(self.hours.as_ref());
        hours.map(|hours| hours.value.length())
    }
}

/// True if a clinician put name and date to it.
pub(super) fn is_signed(by: Option<&str>, on: Option<NaiveDate>) -> bool {
    by.is_some_and(|name| !name.trim().is_empty()) && on.is_some()
}
