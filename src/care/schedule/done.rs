//! What the patient did and left out, as far as it settles what is asked.

use super::{Due, What};
use crate::care::Id;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// What was done and what was left out, in no order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// When check-ins were made, by what they say about themselves.
    pub check_ins: Vec<DateTime<Utc>>,
    /// When side effects were noted or changed.
    pub side_effects: Vec<DateTime<Utc>>,
    /// The visits after which words were kept.
    pub captures: BTreeSet<Id>,
    pub forms: Vec<FinishedForm>,
    /// Forms the protocol names that are not on this phone: nobody can fill them in, so nobody is asked to.
    pub not_here: BTreeSet<String>,
    /// What the patient chose not to do, by its key, and when that was.
    pub skipped: BTreeMap<String, DateTime<Utc>>,
}

/// A form that was finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishedForm {
    pub name: String,
    /// The key of what it was due for.
    pub due: Option<String>,
    pub at: DateTime<Utc>,
}

impl Done {
    /// True if `due` is done or left out: it is not asked and not rung for any more.
    #[must_use]
    pub fn settles(&self, due: &Due) -> bool {
        // What was done or left out around a session that was put off since is of that other time.
        let within = |at: &DateTime<Utc>| due.counts_from <= *at && *at < due.until;
        self.skipped.get(&due.key).is_some_and(within)
            || match &due.what {
                What::CheckIn => self.check_ins.iter().any(within),
                What::SideEffects => self.side_effects.iter().any(within),
                What::Capture => due.visit.as_ref().is_some_and(|visit| self.captures.contains(visit)),
                // Looking at it leaves no trace.
                What::Intention => false,
                What::Form(name) if self.not_here.contains(name) => true,
                What::Form(name) => self.forms.iter().any(|form| {
                    // Begun in time and finished late, it still is the answer to what was asked.
                    let for_this = form.due.as_ref() == Some(&due.key) && due.counts_from <= form.at;
                    for_this || (form.name == *name && within(&form.at))
                }),
            }
    }
}
