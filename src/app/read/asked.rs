//! What the clinic would like to hear now.

use chrono::NaiveDateTime;
use chrono_tz::Tz;

/// One thing the clinic would like to hear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedLine {
    pub what: AskedFor,
    /// What it is due for: a form is begun with it.
    pub key: String,
    /// All that is asked by the same line: who leaves it out leaves all of them out.
    pub keys: Vec<String>,
    /// The clinic likes to hear it and does not ask for it.
    pub optional: bool,
    /// Open before this, on the clinic's clock.
    pub until: NaiveDateTime,
    /// The zone of that clock, where the phone's shows another time.
    pub elsewhere: Option<Tz>,
}

/// What it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedFor {
    CheckIn,
    SideEffects,
    /// To look at it once more.
    Intention,
    Form {
        name: String,
        /// The form's own title.
        title: Option<String>,
    },
}
