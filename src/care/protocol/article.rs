//! Something to learn: what is known and what is not, with sources and a reviewer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub id: String,
    pub title: Option<String>,
    /// What the article has to say, each with the marks of its sources.
    pub facts: Vec<String>,
    /// What is not known.
    #[serde(default)]
    pub unknown: Vec<String>,
    #[serde(default)]
    pub risks: Vec<String>,
    /// What to ask the clinic.
    #[serde(default)]
    pub ask: Vec<String>,
    /// The clinician who reviewed it; without one, the app says that none has.
    pub reviewed_by: Option<String>,
    pub reviewed_on: Option<NaiveDate>,
}
