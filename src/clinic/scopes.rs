//! What the app asks to be allowed, and what the clinic granted.

use serde::{Deserialize, Serialize};

/// What every sign-in asks for: who the patient is, and to stay signed in.
const SIGN_IN: &[&str] = &["openid", "fhirUser", "offline_access", "launch/patient"];
/// What the clinic writes about this patient: read and search, nothing more.
const READ: &[&str] =
    &["Patient", "CareTeam", "CarePlan", "Encounter", "MedicationRequest", "MedicationStatement"];
/// What the patient writes: also create and update, never delete.
const WRITE: &[&str] = &[
    "Observation",
    "QuestionnaireResponse",
    "RelatedPerson",
    "Communication",
    "DocumentReference",
    "Consent",
];
const SLOT: &str = "Slot";
/// What belongs to no patient. Only such types may be asked for as the user: `user/` reaches across patients.
const SHARED: &[&str] = &[
    "Library",
    "Organization",
    "Location",
    "Practitioner",
    "PractitionerRole",
    "Questionnaire",
    "Schedule",
    SLOT,
];
/// Visits are read, and asked for where the clinic lets patients do that.
const VISITS: &str = "patient/Appointment.rs";
const BOOKING: &str = "patient/Appointment.crus";
/// Read where a server lets patients have it; many do not (it is in no R4 patient compartment).
const TASK: &str = "patient/Task.rs";

/// The scopes to ask for at a clinic that offers `offered` (from its discovery document, maybe empty).
#[must_use]
pub fn to_ask(offered: &[String]) -> Vec<String> {
    let own = |text: &&str| (*text).to_owned();
    let mut scopes: Vec<String> = SIGN_IN.iter().map(own).collect();
    scopes.extend(READ.iter().map(|kind| format!("patient/{kind}.rs")));
    scopes.extend(WRITE.iter().map(|kind| format!("patient/{kind}.crus")));
    // Where a clinic lets patients take times themselves it says so of times, not of everything.
    let taken = offered.iter().any(|scope| names(scope, SLOT, May::Write));
    let of_all = |kind: &&str| {
        let letters = if taken && *kind == SLOT { "crus" } else { "rs" };
        format!("user/{kind}.{letters}")
    };
    scopes.extend(SHARED.iter().map(of_all));
    let of_visits = |scope: &&String| scope.starts_with("patient/Appointment.");
    // Where a clinic says that they are only read, asking for more might leave us with nothing.
    let only_read = offered.iter().any(|scope| scope == VISITS)
        && !offered.iter().filter(of_visits).any(|scope| scope == BOOKING);
    scopes.push(if only_read { VISITS } else { BOOKING }.to_owned());
    if offered.iter().any(|scope| scope == TASK) {
        scopes.push(TASK.to_owned());
    }
    scopes
}

/// What one may do with what the clinic keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum May {
    /// Read one record by its id.
    Read,
    /// List the records that fit.
    Search,
    /// Make a record and change it.
    Write,
}

impl May {
    /// The letters of SMART v2 that together allow it.
    const fn letters(self) -> &'static str {
        match self {
            Self::Read => "r",
            Self::Search => "s",
            Self::Write => "cu",
        }
    }

    /// The word of SMART v1 that allows it.
    const fn word(self) -> &'static str {
        match self {
            Self::Read | Self::Search => "read",
            Self::Write => "write",
        }
    }
}

/// The scopes a token carries, as the server wrote them: SMART v2 (`patient/Observation.crus`), and v1
/// (`patient/Observation.read`), which older servers still answer with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scopes(Vec<String>);

impl Scopes {
    /// Takes the scopes apart; unknown ones are kept and allow nothing.
    pub fn new(scopes: impl IntoIterator<Item = String>) -> Self {
        Self(scopes.into_iter().collect())
    }

    /// Scopes for a server without sign-in: everything.
    #[must_use]
    pub fn everything() -> Self {
        Self(vec!["patient/*.cruds".to_owned(), "user/*.cruds".to_owned()])
    }

    /// True if at least some records of the type may be used so.
    #[must_use]
    pub fn allow(&self, kind: &str, may: May) -> bool {
        self.0.iter().any(|scope| grants(scope, kind, may, true))
    }

    /// True if a scope that names the type, and not every type, lets all records of it be used so.
    #[must_use]
    pub fn name(&self, kind: &str, may: May) -> bool {
        self.0.iter().any(|scope| names(scope, kind, may))
    }

    /// True if every record of the type that concerns the patient may be read and listed, so that what a
    /// listing lacks is really not there.
    #[must_use]
    pub fn cover(&self, kind: &str) -> bool {
        [May::Read, May::Search].iter().all(|may| self.0.iter().any(|scope| grants(scope, kind, *may, false)))
    }
}

fn names(scope: &str, kind: &str, may: May) -> bool {
    scope.starts_with(&format!("user/{kind}.")) && grants(scope, kind, may, false)
}

/// True if `scope` lets `kind` be used so. `partly`: a scope narrowed by a query counts as well.
fn grants(scope: &str, kind: &str, may: May, partly: bool) -> bool {
    let (plain, narrowed) = scope.split_once('?').map_or((scope, false), |(plain, _)| (plain, true));
    if narrowed && !partly {
        return false;
    }
    let Some((_, rest)) = plain.split_once('/').filter(|(context, _)| matches!(*context, "patient" | "user"))
    else {
        return false;
    };
    let Some((named, letters)) = rest.split_once('.') else { return false };
    let how = match letters {
        "*" => true,
        word @ ("read" | "write") => word == may.word(),
        letters => {
            let known = letters.chars().all(|letter| "cruds".contains(letter));
            known && may.letters().chars().all(|letter| letters.contains(letter))
        }
    };
    how && (named == "*" || named == kind)
}

#[cfg(test)]
#[path = "scopes_tests.rs"]
mod tests;
