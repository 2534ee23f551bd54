//! The day of a session: the page that stands for the moment, and what each of its screens shows.

use super::{Help, HelpNumber, ToRead, VisitView};
use crate::care::{ClockTime, Id, Notice, Private, Question, Readiness, VitalValue, preparation::Limit};
use chrono::NaiveDateTime;
use chrono_tz::Tz;

/// What Today is right now.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    pub page: Page,
    /// The card of the first day, while it holds.
    pub card: Option<CardLine>,
}

/// The page in the place of Today.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// Today as on any other day; also where the clinic changed something that cannot be shown: Today says so.
    Ordinary,
    Session(Box<SessionView>),
    Soft(Box<SoftView>),
}

/// Until when the card holds, on the clinic's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardLine {
    pub until: NaiveDateTime,
    pub zone: Tz,
    /// The phone keeps another clock at that time.
    pub zone_differs: bool,
}

/// The session's page, from midnight.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionView {
    pub visit: VisitView,
    /// What the patient must be told first.
    pub notices: Vec<Notice>,
    /// The earliest first; none where the clinic's rules may not all be shown.
    pub cut_offs: Vec<Limit>,
    /// What to bring, in the clinic's words.
    pub bring: Vec<String>,
    /// Who drives the patient home, and whether that is certain.
    pub driver: Option<(Private, bool)>,
    pub readiness: Readiness,
    /// What there is to read about medicines.
    pub to_read: Option<ToRead>,
    /// What the clinic measured today, in order.
    pub vitals: Vec<VitalsLine>,
    /// It is the time to be there, or later.
    pub arrived: bool,
}

/// One measurement of the clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VitalsLine {
    pub id: Id,
    /// On the clinic's clock.
    pub at: NaiveDateTime,
    pub values: Vec<VitalValue>,
}

/// The questions of the morning.
#[derive(Debug, Clone, PartialEq)]
pub struct Questions {
    pub visit: Id,
    /// Those that are asked now.
    pub lines: Vec<(Question, Option<bool>)>,
    /// Those that are asked later, with the time from which on, on the clinic's clock.
    pub later: Vec<(Question, ClockTime)>,
    pub outcome: Readiness,
    /// The last time for food and for clear drinks, on the clinic's clock.
    pub last_food: Option<ClockTime>,
    pub last_drink: Option<ClockTime>,
    /// The phone keeps another clock than the clinic at one of the times.
    pub zone_differs: bool,
    /// The clinic's numbers.
    pub numbers: Vec<HelpNumber>,
}

/// A quiet while before the session.
#[derive(Debug, Clone, PartialEq)]
pub struct Centering {
    /// The sentence the patient wants to carry in.
    pub intention: Option<Private>,
    pub vitals: Vec<VitalsLine>,
    /// What settled the patient before, the newest first.
    pub settled: Vec<SettledLine>,
}

/// Something that settled the patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledLine {
    pub id: Id,
    pub words: Private,
}

/// Soft mode.
#[derive(Debug, Clone, PartialEq)]
pub struct SoftView {
    pub visit: Id,
    /// What was caught so far.
    pub words: Option<Private>,
    /// The page of the journal it stands on.
    pub page: Option<Id>,
    /// Something of the clinic cannot be shown: call it.
    pub must_call: bool,
    /// The clinic's number to call first.
    pub number: Option<HelpNumber>,
    pub card: Option<CardLine>,
}

/// The card of the first day after a session.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstDay {
    /// `None` while no card holds, as far as is known.
    pub until: Option<CardLine>,
    /// That is certain: nothing that a card would follow from is unreadable.
    pub known: bool,
    pub dos: Vec<String>,
    pub donts: Vec<String>,
    pub expect: Option<String>,
    /// Numbers, and the signs for calling each.
    pub help: Help,
}
