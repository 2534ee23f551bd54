//! A first word to a clinic one is no patient of yet: a text made of what was typed, which the person sends themselves.

use super::words::{Key, Words};
use crate::care::Private;
use std::collections::BTreeSet;

/// When somebody has time for a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FreeTime {
    Mornings,
    Middays,
    Afternoons,
    Evenings,
}

impl FreeTime {
    /// In the order of a day, each with its name.
    pub const ALL: [(Self, Key); 4] = [
        (Self::Mornings, Key("first-ask-mornings")),
        (Self::Middays, Key("first-ask-middays")),
        (Self::Afternoons, Key("first-ask-afternoons")),
        (Self::Evenings, Key("first-ask-evenings")),
    ];
}

/// What is typed so far. It outlives the screen, and is kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstAsk {
    /// The clinic's email address or number, where the person has it.
    pub to: Private,
    pub name: Private,
    /// How the person can be reached.
    pub reach: Private,
    pub times: BTreeSet<FreeTime>,
    pub question: Private,
}

impl Default for FirstAsk {
    fn default() -> Self {
        let nothing = || Private::new("");
        Self { to: nothing(), name: nothing(), reach: nothing(), times: BTreeSet::new(), question: nothing() }
    }
}

impl FirstAsk {
    /// The clinic's email address, if that is what was typed.
    #[must_use]
    pub fn mail(&self) -> Option<&str> {
        Some(self.to.reveal().trim()).filter(|to| to.contains('@'))
    }

    /// The clinic's number, if that is what was typed.
    #[must_use]
    pub fn phone(&self) -> Option<&Private> {
        let digits = self.to.reveal().chars().filter(char::is_ascii_digit).count();
        Some(&self.to).filter(|_| self.mail().is_none() && digits > 0)
    }

    /// The whole text. What was left open is not in it.
    #[must_use]
    pub fn text(&self, words: Words) -> String {
        let said = |typed: &Private| Some(typed.reveal().trim().to_owned()).filter(|typed| !typed.is_empty());
        let mut lines = vec![words.get("first-ask-hello"), words.get("first-ask-wish")];
        lines.extend(said(&self.name).map(|name| words.with("first-ask-i-am", [("name", name.into())])));
        lines.extend(
            said(&self.reach).map(|reach| words.with("first-ask-call-me", [("reach", reach.into())])),
        );
        if !self.times.is_empty() {
            let named = FreeTime::ALL.iter().filter(|(time, _)| self.times.contains(time));
            let times = named.map(|(_, key)| words.say(*key).to_lowercase()).collect::<Vec<_>>().join(", ");
            lines.push(words.with("first-ask-free", [("times", times.into())]));
        }
        if let Some(question) = said(&self.question) {
            lines.extend([String::new(), words.get("first-ask-asks"), question, String::new()]);
        }
        lines.extend([words.get("first-ask-when"), words.get("first-ask-thanks")]);
        lines.join("\n")
    }
}

#[cfg(test)]
#[path = "first_ask_tests.rs"]
mod tests;
