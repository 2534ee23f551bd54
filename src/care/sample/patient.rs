//! A made-up patient: the team, the visits, the medicine lines and the plan.

use super::NameSheet;
use crate::care::Id;
use crate::care::protocol::{Clock, Minutes, VisitWord};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One patient. Days are counted from today in the clinic's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatientSheet {
    pub id: Id,
    pub name: NameSheet,
    pub birth_date: Option<NaiveDate>,
    pub team: TeamSheet,
    #[serde(default)]
    pub visits: Vec<VisitSheet>,
    #[serde(default)]
    pub medicines: Vec<MedicineSheet>,
    pub plan: PlanSheet,
}

/// Who cares for the patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSheet {
    pub id: Id,
    /// Ids of clinicians.
    pub members: Vec<Id>,
}

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitSheet {
    pub id: Id,
    pub kind: VisitWord,
    #[serde(default)]
    pub state: VisitStage,
    pub day: i32,
    /// The start, on the clock of the place.
    pub at: Clock,
    pub minutes: Minutes,
    pub place: Id,
    /// Ids of clinicians.
    #[serde(default)]
    pub with: Vec<Id>,
    /// Words for the patient about this visit.
    pub note: Option<String>,
}

/// How far a visit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VisitStage {
    Requested,
    #[default]
    Confirmed,
    Finished,
    Cancelled,
}

/// What a clinician wrote about one medicine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MedicineSheet {
    pub id: Id,
    pub medicine: String,
    pub action: Action,
    /// The instruction, word for word.
    pub words: String,
    /// The id of the clinician who wrote it.
    pub written_by: Id,
    /// The day it was written.
    pub written_day: i32,
    #[serde(default)]
    pub state: LineStage,
    /// The days it is about, where it is not about every day.
    pub days: Option<Span>,
}

/// What a line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    Take,
    Skip,
    Ask,
}

/// Whether a line is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineStage {
    #[default]
    Active,
    Stopped,
}

/// How far a thing to do is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemStage {
    #[default]
    Open,
    Done,
    Dropped,
}

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub from: i32,
    pub to: i32,
}

/// The patient's plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSheet {
    pub id: Id,
    pub title: String,
    /// The day it was written.
    pub written_day: i32,
    pub items: Vec<ItemSheet>,
    /// Ids of the medicine lines it stands behind: only these are instructions.
    #[serde(default)]
    pub medicines: Vec<Id>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSheet {
    pub id: Id,
    /// The task of the protocol it stands for; it lends its words and its step.
    pub task: Option<String>,
    pub title: Option<String>,
    pub note: Option<String>,
    #[serde(default)]
    pub state: ItemStage,
    pub due: Option<DueSheet>,
    pub step: Option<VisitWord>,
}

/// By when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueSheet {
    pub day: i32,
    /// A time on the clinic's clock; without it, until the end of that day.
    pub at: Option<Clock>,
}
