//! A paper the clinic asks its patients to read and sign: its words, and what is confirmed line by line.

use super::instruction::is_signed;
use crate::care::Id;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One paper. In its lines may stand the marks of their sources, such as `[S9]`; patients do not see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentText {
    /// What tasks call it; the same in every version.
    pub id: Id,
    /// The clinic's own name for these very words. Other words need another one.
    pub version: String,
    pub title: String,
    /// The paper in a sentence or two, for who reads no further.
    pub lead: Option<String>,
    pub parts: Vec<ConsentPart>,
    /// What the patient confirms one by one before signing; all of it, or there is no signature.
    #[serde(default)]
    pub statements: Vec<String>,
    /// The clinician who reviewed it; without one, the app says that none has.
    pub reviewed_by: Option<String>,
    pub reviewed_on: Option<NaiveDate>,
    pub src: Option<String>,
}

/// Some lines under a heading of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentPart {
    pub head: Option<String>,
    pub lines: Vec<String>,
}

impl ConsentText {
    /// Who reviewed it and on which day; `None` unless both are known.
    #[must_use]
    pub fn reviewed(&self) -> Option<(&str, NaiveDate)> {
        let (by, on) = (self.reviewed_by.as_deref(), self.reviewed_on);
        is_signed(by, on).then_some(by.zip(on)).flatten()
    }
}
