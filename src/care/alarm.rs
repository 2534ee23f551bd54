//! Something to ring at an instant, with no network and the app closed.

use super::{ClockTime, CutOffKind};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// The same for the same thing in every plan made of the same visits: `VISIT.evening-before`. After a
    /// change of time it is the same alarm at another instant.
    pub id: String,
    pub at: DateTime<Utc>,
    /// From then on it is of no use: a phone that was off does not ring any more.
    pub until: DateTime<Utc>,
    pub kind: AlarmKind,
    /// What a locked phone may show: always neutral.
    pub shown: Shown,
    /// What is shown in the app, and outside it only if the patient asked for that.
    pub detail: Detail,
}

/// The kinds a patient can switch off or move, each by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlarmKind {
    /// A cut-off of eating or drinking is near.
    CutOff,
    /// What else the clinic reminds of before and after a session.
    Session,
    /// A visit that is no session.
    Visit,
    /// A thing to do is due.
    Task,
    /// The clinic would like to hear how the patient is.
    CheckIn,
    /// A small step the patient chose has its day.
    Step,
    /// The patient's own time to look back at the steps.
    LookBack,
    /// The clinic wrote to the patient.
    Answer,
    /// Something urgent has not reached the clinic: time to call. The patient cannot switch it off.
    Call,
}

/// Neutral words, named by their key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shown {
    /// "You have a reminder".
    Plain,
    /// "You have a reminder for 3:00 am": the clock time of a cut-off, on the clinic's clock. For a ring that
    /// quiet hours moved away from it.
    WithTime(ClockTime),
}

impl Shown {
    /// The key of the words in the catalogues.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Plain => "reminder-plain",
            Self::WithTime(_) => "reminder-with-time",
        }
    }
}

/// What a reminder is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// The clinic's own words; each pair is a placeholder in them and the clock time it stands for.
    Clinic {
        words: String,
        times: Vec<(String, ClockTime)>,
        /// The cut-off this reminds of. To be shown in place of the words: "in 1 hour" is true only of the
        /// instant the clinic planned, not of a ring that was moved, put off or comes late.
        cut_off: Option<Reminded>,
    },
    /// A visit, with its time on the clinic's clock.
    Visit {
        kind: super::VisitKind,
        at: ClockTime,
        /// `at` is when to be there. Where the clinic's rule about being early is not known, it is the start.
        is_arrival: bool,
    },
    /// A thing to do, by its title.
    Task { title: String },
    /// How the patient is.
    CheckIn,
    /// A small step of the patient's own, never by its words: they come from the journal.
    Step,
    /// Looking back at the steps of the week.
    LookBack,
    /// One of the clinic's forms, never by its name: a name may say what somebody is treated for.
    Questions,
    /// A message of the clinic's, never by its words.
    Answer,
    /// An urgent word has not reached the clinic.
    Unreached,
}

impl Detail {
    /// True if it tells when a cut-off is.
    #[must_use]
    pub const fn tells_cut_off(&self) -> bool {
        matches!(self, Self::Clinic { times, cut_off, .. } if cut_off.is_some() || !times.is_empty())
    }
}

/// The cut-off that a reminder is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminded {
    pub what: CutOffKind,
    /// On the clinic's clock.
    pub at: ClockTime,
    /// The rule in the clinic's words, for one that has no other name ([`CutOffKind::Other`]).
    pub rule: Option<String>,
}
