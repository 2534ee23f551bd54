//! How to prepare for one visit: until when what may be had, the medicine lines, and what else the clinic wrote.

use super::VisitView;
use crate::care::{
    Delivery, Manner, MedicineLine, Private,
    preparation::{DayLines, Fasting, Limit, Rule, Seen, Shown},
};

/// Everything a patient needs to prepare, as it stands now.
#[derive(Debug, Clone, PartialEq)]
pub struct Preparation {
    pub visit: VisitView,
    pub times: Times,
    /// What counts as a clear drink, and what does not.
    pub clear: Option<(Vec<String>, Vec<String>)>,
    /// What else the clinic wrote, in its order; nothing where its rules are not known.
    pub rules: Vec<Rule>,
    pub medicines: Medicines,
    /// A clinician has looked at these words: name; otherwise the page says that none has.
    pub reviewed_by: Option<String>,
}

/// Until when what may be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Times {
    Known {
        /// The earliest first.
        limits: Vec<Limit>,
        fasting: Fasting,
        /// The phone keeps another clock than the clinic at one of the instants, so the zone has to be said.
        zone_differs: bool,
    },
    /// The clinic has not confirmed the visit, or it has no time.
    NotSure,
    /// Something it would be reckoned from cannot be read: call the clinic, and trust no older time.
    Unreadable,
    /// The clinic's rules for such a visit are not on this phone, or not all of them may be shown.
    NoRules,
    /// The visit is not ahead any more.
    Over,
}

/// The medicine lines that are instructions.
#[derive(Debug, Clone, PartialEq)]
pub enum Medicines {
    Known {
        /// Take, skip, ask; each in the clinic's order.
        lines: Vec<MedicineView>,
        /// Which of them hold on which day; places in `lines`.
        days: Vec<DayLines>,
        /// Medicines of lines the patient had read and the plan names no more.
        taken_off: Vec<Private>,
    },
    /// Something of them cannot be read: call the clinic, and trust no older word.
    Unreadable,
}

/// What there is to read about medicines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToRead {
    /// Something the patient has not read as it is now.
    New,
    /// Something the patient had read says something else now.
    Changed,
}

/// One medicine line that is an instruction.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicineView {
    pub line: MedicineLine,
    pub manner: Manner,
    /// Exactly this is shown, and can be acknowledged.
    pub shown: Shown,
    pub seen: Seen,
    /// Where the newest acknowledgement of the line is.
    pub delivery: Option<Delivery>,
}

impl Times {
    /// The clinic has to be called before anything can be relied on.
    #[must_use]
    pub const fn must_call(&self) -> bool {
        matches!(self, Self::Unreadable | Self::NoRules)
    }
}

impl Medicines {
    /// What the patient has still to read, if there is anything.
    #[must_use]
    pub fn to_read(&self) -> Option<ToRead> {
        let Self::Known { lines, .. } = self else { return None };
        let changed = lines.iter().any(|line| line.seen == Seen::Changed);
        let unread = lines.iter().any(|line| !matches!(line.seen, Seen::Yes(_)));
        unread.then_some(if changed { ToRead::Changed } else { ToRead::New })
    }
}
