//! The clinic's protocol: every rule, time, word and number the clinic decides, as one versioned document.
//!
//! The clinic writes it as YAML and publishes it as JSON (`cairn-clinic publish`); the phone reads the JSON.
//! Fields a reader does not know are passed over, so an older app reads a newer protocol; a field it needs
//! and does not find, or a value it cannot understand, is an error, for half a rule is worse than none.
//! [`Protocol::findings`] says what the clinic should mend before patients see it.

mod article;
mod booking;
mod card;
mod check_in_plan;
mod consent;
mod findings;
mod instruction;
mod marks;
mod moment;
mod number;
mod offset;
mod phase;
mod prompts;
mod reminder;
mod safety;
mod setting;
mod side_effect;
mod task;
mod units;
mod words;

pub use article::Article;
pub use booking::{Booking, LateChange, Window};
pub use card::FirstDay;
pub use check_in_plan::{CheckInPlan, CheckInPoint, Daily};
pub use consent::{ConsentPart, ConsentText};
pub use findings::Problem;
pub use instruction::{Instruction, MedicineRow, Threshold};
pub use marks::{marks, without_marks};
pub use moment::{Anchor, Moment, Origin};
pub use number::{BadHelpLine, HelpLine, Numbers};
pub use offset::{BadOffset, Offset};
pub use phase::{BadVisitWord, Flag, NamelessFlag, Phase, PhaseVisit, Timeline, VisitWord};
pub use prompts::Prompts;
pub use reminder::{QuietHours, Reminder};
pub use safety::{BadRecipient, Recipient, Safety};
pub use setting::{Range, Setting};
pub use side_effect::{SideEffect, SideEffects};
pub use task::{BadRepeat, Repeat, Task};
pub use units::{BadClock, BadHours, Clock, Hours, Minutes};
pub use words::{fill, placeholders};

use super::{Finding, Id, VisitKind};
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Protocol {
    pub template: Template,
    pub program: Option<Program>,
    /// The steps of care with what belongs to each, in order.
    pub phases: Vec<Phase>,
    /// What is asked of patients who book, move or cancel visits by themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking: Option<Booking>,
    #[serde(default)]
    pub checkins: CheckInPlan,
    /// The clinic's own forms: what the protocol calls each, and the file beside it that holds it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub forms: BTreeMap<String, String>,
    #[serde(default)]
    pub side_effect_log: SideEffects,
    #[serde(default)]
    pub safety: Safety,
    /// What to do and not to do until the day after a session, and whom to call.
    pub first_24h_card: FirstDay,
    #[serde(default)]
    pub journal_prompts: Prompts,
    #[serde(default)]
    pub learn: Vec<Article>,
    /// What patients are asked to read and sign.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<ConsentText>,
    /// What the marks in `src` stand for: `S1`, `S2` and so on.
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
}

/// Which document this is and who stands behind it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Template {
    pub id: Id,
    /// Counts up; a changed document gets a new one.
    pub version: u32,
    pub status: Status,
    /// The language and region of its words, such as `en-US`.
    pub locale: Option<String>,
    pub reading_level: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The clinician who reviewed it. Without one, the app says that no clinician has.
    pub reviewed_by: Option<String>,
    pub reviewed_on: Option<NaiveDate>,
}

/// How far the clinic is with the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Still being worked on.
    Draft,
    /// The clinic stands behind it.
    Active,
    /// No longer used.
    Retired,
}

/// The course of treatment as the clinic usually plans it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Program {
    pub dosing_sessions: Option<Setting<u32>>,
    pub spacing_days: Option<Setting<u32>>,
}

impl Template {
    /// The name of this very version, unique among all versions: `kap-im-default-v1`.
    ///
    /// `None` if that would be too long for an identifier.
    #[must_use]
    pub fn version_id(&self) -> Option<Id> {
        Id::new(format!("{}-v{}", self.id, self.version)).ok()
    }

    /// The region its numbers are for by default, as two capital letters: the `US` of `en-US`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        let (_, region) = self.locale.as_deref()?.rsplit_once('-')?;
        Some(region).filter(|region| number::is_region(region))
    }
}

impl Protocol {
    /// The phase that carries this kind of visit.
    #[must_use]
    pub fn phase(&self, kind: VisitKind) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.kind() == Some(kind))
    }

    /// How long before the start of such a visit the patient is asked to be there; zero where the
    /// protocol says nothing.
    #[must_use]
    pub fn arrive_early(&self, kind: VisitKind) -> TimeDelta {
        self.visit_minutes(kind, |visit| visit.arrive_early_min.as_ref())
    }

    /// How long after the start of such a visit centering takes, before an injection; zero where the
    /// protocol says nothing.
    #[must_use]
    pub fn centering(&self, kind: VisitKind) -> TimeDelta {
        self.visit_minutes(kind, |visit| visit.centering_min.as_ref())
    }

    fn visit_minutes(
        &self,
        kind: VisitKind,
        pick: impl Fn(&PhaseVisit) -> Option<&Setting<Minutes>>,
    ) -> TimeDelta {
        let setting = self.phase(kind).and_then(|phase| phase.visits().find_map(pick));
        setting.map_or(TimeDelta::zero(), |setting| setting.value.length())
    }

    /// When phones stay quiet around visits of `kind`: as its own phase says, else the session's, else the first
    /// phase that says it.
    #[must_use]
    pub fn quiet_hours(&self, kind: VisitKind) -> Option<&QuietHours> {
        let of = |kind| self.phase(kind).and_then(|phase| phase.quiet_hours.as_ref());
        let any = || self.phases.iter().find_map(|phase| phase.quiet_hours.as_ref());
        of(kind).or_else(|| of(VisitKind::Session)).or_else(any)
    }

    /// Whom to call, by region and by time of day.
    #[must_use]
    pub const fn numbers(&self) -> &Numbers {
        &self.first_24h_card.numbers
    }

    /// What should be a reason to call the emergency number, in the clinic's words.
    #[must_use]
    pub fn emergency_signs(&self) -> &[String] {
        &self.first_24h_card.call_emergency
    }

    /// What should be a reason to call the clinic, in the clinic's words.
    #[must_use]
    pub fn clinic_signs(&self) -> &[String] {
        &self.first_24h_card.call_clinic
    }

    /// The clinician who reviewed these words, if one has.
    #[must_use]
    pub fn reviewed_by(&self) -> Option<&str> {
        self.template.reviewed_by.as_deref().filter(|name| !name.trim().is_empty())
    }

    /// The instruction of this name, in whichever phase it stands.
    #[must_use]
    pub fn instruction(&self, id: &str) -> Option<&Instruction> {
        self.phases.iter().flat_map(|phase| &phase.instructions).find(|found| found.id == id)
    }

    /// The task of this name with the phase it stands in.
    #[must_use]
    pub fn task(&self, id: &str) -> Option<(&Phase, &Task)> {
        let mut tasks =
            self.phases.iter().flat_map(|phase| phase.tasks.iter().map(move |task| (phase, task)));
        tasks.find(|(_, task)| task.id == id)
    }

    /// What the clinic should mend or look at before patients see this document. Empty when all is well.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding<Problem>> {
        findings::of(self)
    }
}

#[cfg(test)]
#[path = "protocol/protocol_tests.rs"]
mod tests;
