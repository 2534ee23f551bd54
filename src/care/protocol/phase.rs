//! One phase of care: its visits, what to do, what to know, and what to be reminded of.

use super::{Hours, Instruction, Minutes, Offset, QuietHours, Reminder, Setting, Task, Window};
use crate::care::VisitKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One phase: `intake`, `preparation`, `kap` (the session) or `integration`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Phase {
    pub id: String,
    /// The visit of this phase, where there is one kind of it.
    pub appointment: Option<PhaseVisit>,
    /// The visits of this phase, where there are several.
    #[serde(default)]
    pub appointments: Vec<PhaseVisit>,
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Read by staff from the intake answers; the app never evaluates them.
    #[serde(default)]
    pub clinic_only_flags: Vec<Flag>,
    pub timeline_in_clinic: Option<Timeline>,
    #[serde(default)]
    pub instructions: Vec<Instruction>,
    #[serde(default)]
    pub reminders: Vec<Reminder>,
    pub quiet_hours: Option<QuietHours>,
    /// What a locked phone shows when a reminder rings.
    pub lock_screen_text: Option<String>,
}

/// A kind of visit as the clinic usually arranges it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PhaseVisit {
    /// `consultation`, `intake`, `preparation`, `kap`, `integration`, or a word of a later version.
    #[serde(rename = "type")]
    pub kind: String,
    pub minutes: Option<Setting<Minutes>>,
    pub count: Option<Setting<u32>>,
    /// How long before the start to be there.
    pub arrive_early_min: Option<Setting<Minutes>>,
    /// How long centering takes before the injection.
    pub centering_min: Option<Setting<Minutes>>,
    /// The id of the phase whose visit this one is planned from.
    pub offset_from: Option<String>,
    /// How far from that visit.
    pub at: Option<Setting<Offset>>,
    /// The days after that visit in which it may be booked; without it, on any day after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// How many clinicians have to be there; one where it is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clinicians: Option<Setting<u32>>,
    /// How long before its start such a visit can be asked for at the latest, where it is not as for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ahead_hours: Option<Setting<Hours>>,
    pub src: Option<String>,
}

/// Something staff look for at intake. In a file `{id: high_blood_pressure, src: "[S15]"}` or, for short,
/// `high_blood_pressure: "[S15]"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FlagForm")]
pub struct Flag {
    pub id: String,
    pub src: Option<String>,
}

/// The entry does not say which flag it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("missing field `id`")]
pub struct NamelessFlag;

#[derive(Deserialize)]
#[serde(untagged)]
enum FlagForm {
    Long { id: String, src: Option<String> },
    Short(BTreeMap<String, Option<String>>),
}

impl TryFrom<FlagForm> for Flag {
    type Error = NamelessFlag;
    fn try_from(form: FlagForm) -> Result<Self, NamelessFlag> {
        match form {
            FlagForm::Long { id, src } => Ok(Self { id, src }),
            // Two names would leave open which of them is meant.
            FlagForm::Short(mut named) => match (named.pop_first(), named.pop_first()) {
                (Some((id, src)), None) => Ok(Self { id, src }),
                _ => Err(NamelessFlag),
            },
        }
    }
}

/// How the hour at the clinic usually goes, counted from the injection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    pub onset_min: Option<Setting<Minutes>>,
    pub effect_min: Option<Setting<Minutes>>,
    pub observe_min: Option<Setting<Minutes>>,
}

impl Phase {
    /// The kind of visit this phase is about.
    #[must_use]
    pub fn kind(&self) -> Option<VisitKind> {
        kind_of(&self.id)
    }

    /// All visits of this phase.
    pub fn visits(&self) -> impl Iterator<Item = &PhaseVisit> {
        self.appointment.iter().chain(&self.appointments)
    }
}

impl PhaseVisit {
    /// The kind of visit; `None` for a word this version does not know.
    #[must_use]
    pub fn kind(&self) -> Option<VisitKind> {
        kind_of(&self.kind)
    }
}

/// A kind of visit, written in the protocol's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct VisitWord(pub VisitKind);

/// The text names no kind of visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a kind of visit: consultation, intake, preparation, kap, integration or other")]
pub struct BadVisitWord;

const KINDS: [(&str, VisitKind); 6] = [
    ("consultation", VisitKind::Consultation),
    ("intake", VisitKind::Intake),
    ("preparation", VisitKind::Preparation),
    ("kap", VisitKind::Session),
    ("integration", VisitKind::Integration),
    ("other", VisitKind::Other),
];

fn kind_of(word: &str) -> Option<VisitKind> {
    KINDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
}

impl TryFrom<String> for VisitWord {
    type Error = BadVisitWord;
    fn try_from(word: String) -> Result<Self, BadVisitWord> {
        kind_of(&word).map(Self).ok_or(BadVisitWord)
    }
}

impl From<VisitWord> for String {
    fn from(word: VisitWord) -> Self {
        let found = KINDS.iter().find(|(_, kind)| *kind == word.0);
        found.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
    }
}
