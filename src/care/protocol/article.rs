//! Something to learn: what is known and what is not, with sources and a reviewer.

use super::instruction::is_signed;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One article. In its lines stand the marks of their sources, such as `[S9]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub id: String,
    pub title: Option<String>,
    /// The article in a sentence or two, for who reads no further.
    pub lead: Option<String>,
    /// What is known, in plain words.
    pub facts: Vec<String>,
    /// What single studies found, for who wants to know more.
    #[serde(default)]
    pub studies: Vec<String>,
    /// What is not known.
    #[serde(default)]
    pub unknown: Vec<String>,
    #[serde(default)]
    pub risks: Vec<String>,
    /// What to ask the clinic.
    #[serde(default)]
    pub ask: Vec<String>,
    /// Words people may look for that the article does not say; found by a search, never shown.
    #[serde(default)]
    pub search: Vec<String>,
    /// The clinician who reviewed it; without one, the app says that none has.
    pub reviewed_by: Option<String>,
    pub reviewed_on: Option<NaiveDate>,
}

impl Article {
    /// Its title; one without is called by its id: `going-home` is "Going home".
    #[must_use]
    pub fn title(&self) -> String {
        if let Some(title) = self.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) {
            return title.to_owned();
        }
        let spoken = self.id.replace(['-', '_'], " ");
        let mut letters = spoken.trim().chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// Who reviewed it and on which day; `None` unless both are known.
    #[must_use]
    pub fn reviewed(&self) -> Option<(&str, NaiveDate)> {
        let (by, on) = (self.reviewed_by.as_deref(), self.reviewed_on);
        is_signed(by, on).then_some(by.zip(on)).flatten()
    }

    /// Its lists of lines, each with the name it has in the document.
    pub(super) fn lists(&self) -> [(&'static str, &[String]); 5] {
        [
            ("facts", &self.facts),
            ("studies", &self.studies),
            ("unknown", &self.unknown),
            ("risks", &self.risks),
            ("ask", &self.ask),
        ]
    }
}
