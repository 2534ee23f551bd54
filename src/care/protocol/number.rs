//! Whom to call: the region's emergency number and crisis line, and the clinic.

use crate::care::{Contact, Way};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// The numbers of the Help page and of the card. Regions are ISO 3166 codes of two capital letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    pub emergency: BTreeMap<String, HelpLine>,
    pub crisis: BTreeMap<String, HelpLine>,
    /// The clinic while it is open.
    pub clinic_hours: Option<HelpLine>,
    /// The clinic at all other times.
    pub clinic_after_hours: Option<HelpLine>,
}

/// A number and how it is used. In a file: `911`, `988 call or text`, `+1 555 0100 text`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HelpLine {
    /// The number as dialled and as shown.
    pub value: String,
    pub call: bool,
    pub text: bool,
}

/// The text is no number to call or to write to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a phone number: write it in quotes, if need be with how it is used, such as \"988 call or text\""
)]
pub struct BadHelpLine;

/// How a number can be used, in the words of the file. The first is meant where nothing is said.
const USES: [(&str, bool, bool); 4] = [
    ("call", true, false),
    ("text", false, true),
    ("call or text", true, true),
    ("text or call", true, true),
];

impl HelpLine {
    /// The ways this number can be used, calling first.
    pub fn contacts(&self) -> impl Iterator<Item = Contact> {
        let ways = [(self.call, Way::Phone), (self.text, Way::Text)];
        let value = self.value.clone();
        ways.into_iter().filter(|(used, _)| *used).map(move |(_, way)| Contact {
            way,
            value: value.clone(),
            label: None,
        })
    }
}

impl FromStr for HelpLine {
    type Err = BadHelpLine;
    fn from_str(text: &str) -> Result<Self, BadHelpLine> {
        let words = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
        let (number, words) = text.split_at_checked(words).ok_or(BadHelpLine)?;
        let number = number.trim();
        let dialled = number.chars().all(|c| c.is_ascii_digit() || " +-().*#/".contains(c));
        let words = if words.is_empty() { "call" } else { words.trim() };
        let (_, call, text) = USES.iter().find(|(name, ..)| *name == words).ok_or(BadHelpLine)?;
        if dialled && number.chars().any(|c| c.is_ascii_digit()) {
            Ok(Self { value: number.to_owned(), call: *call, text: *text })
        } else {
            Err(BadHelpLine)
        }
    }
}

impl fmt::Display for HelpLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)?;
        match (self.call, self.text) {
            (true, true) => f.write_str(" call or text"),
            (false, true) => f.write_str(" text"),
            _ => Ok(()),
        }
    }
}

impl TryFrom<String> for HelpLine {
    type Error = BadHelpLine;
    fn try_from(text: String) -> Result<Self, BadHelpLine> {
        text.parse()
    }
}

impl From<HelpLine> for String {
    fn from(line: HelpLine) -> Self {
        line.to_string()
    }
}

/// True for two capital letters.
pub(super) fn is_region(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
