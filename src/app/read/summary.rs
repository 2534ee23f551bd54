//! What a summary on paper can show of a stretch of time; which parts of it, the patient chooses.

use super::{EntryLine, KeptLine, Marked, StepLine};
use crate::care::{
    CheckIn, LoggedEffect, OwnQuestion, Private, Visit,
    instruments::{Band, Instrument},
    journal::Insight,
    trends::{Range, Series, Span},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// Everything there is of that time, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub range: Range,
    pub span: Span,
    pub patient: Option<Private>,
    pub clinic: Option<String>,
    pub practice: bool,
    pub visits: Vec<SummaryVisit>,
    /// The clinic sent a visit that cannot be read: one may be missing.
    pub visits_incomplete: bool,
    pub check_ins: Vec<CheckIn>,
    /// Totals of forms that were answered whole; there are no others.
    pub scores: Vec<ScoreLine>,
    pub effects: Vec<LoggedEffect>,
    /// The patient's own questions that were not asked yet, whenever they were written.
    pub questions: Vec<OwnQuestion>,
    /// What was marked in that time.
    pub insights: Vec<Insight>,
    /// The small steps that are open, and those that were done in that time.
    pub steps: Vec<StepLine>,
    /// What is kept for the next integration session, as on its page.
    pub for_session: Vec<KeptLine>,
    /// The numbers of that time, to be drawn: mood, anxiety, and each instrument that has a total.
    pub series: Vec<Series>,
    /// What is marked beside them.
    pub marked: Marked,
    /// Pages of the journal, to choose from one by one. None is in a summary unless it was chosen.
    pub entries: Vec<EntryLine>,
}

/// A visit, by the clinic's clock.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryVisit {
    pub visit: Visit,
    pub at: DateTime<Utc>,
    pub zone: Tz,
}

/// The total of one form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreLine {
    pub instrument: Instrument,
    pub total: u8,
    pub at: DateTime<Utc>,
    pub zone: Tz,
    /// Where it lies, in the words of a named source, where one has any.
    pub band: Option<Band>,
}
