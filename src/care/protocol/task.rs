//! A thing for the patient to do, as the protocol proposes it for everyone.

use super::{Minutes, Moment, Offset, Setting};
use crate::care::Id;
use serde::{Deserialize, Serialize};

/// One task. A patient's own plan names the ones that hold for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    pub id: String,
    pub title: String,
    pub note: Option<String>,
    /// The form it asks to fill in: a questionnaire's name.
    pub form: Option<String>,
    /// The paper it asks to sign, one of the protocol's `consents`; signing it is all that does it.
    pub consent: Option<Id>,
    /// The facts it asks for, where it has no form.
    #[serde(default)]
    pub fields: Vec<String>,
    /// Ways to do it, to choose from.
    #[serde(default)]
    pub options: Vec<String>,
    /// By when.
    pub due: Option<Moment>,
    /// The id of the phase it must be done before.
    pub required_before: Option<String>,
    /// How long it usually takes.
    pub minutes: Option<Setting<Minutes>>,
    pub repeat: Option<Repeat>,
    /// For how many weeks it repeats.
    pub weeks: Option<Setting<u32>>,
    pub src: Option<String>,
}

/// How often a task comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Repeat {
    /// Every day until the session; in a file `daily until session`.
    DailyUntilSession,
    /// Again after this time, counted from when it was due.
    Every(Offset),
}

const DAILY: &str = "daily until session";

/// The text is no way to repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a way to repeat: write \"daily until session\" or a duration such as P7D")]
pub struct BadRepeat;

impl TryFrom<String> for Repeat {
    type Error = BadRepeat;
    fn try_from(text: String) -> Result<Self, BadRepeat> {
        if text == DAILY {
            return Ok(Self::DailyUntilSession);
        }
        let every: Offset = text.parse().map_err(|_| BadRepeat)?;
        if every.nominal() > chrono::TimeDelta::zero() { Ok(Self::Every(every)) } else { Err(BadRepeat) }
    }
}

impl From<Repeat> for String {
    fn from(repeat: Repeat) -> Self {
        match repeat {
            Repeat::DailyUntilSession => DAILY.to_owned(),
            Repeat::Every(every) => every.into(),
        }
    }
}
