//! What a clinic should mend in its protocol before patients see it, each with its place in the document.

mod consents;
mod help;
mod instructions;
mod learn;
mod phases;
mod times;

use super::{Protocol, Setting, Status, number};
use crate::care::{Finding, Level, finding};
use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

/// What is wrong, as a sentence for the clinic.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the version must be 1 or more, and the id short enough to carry it")]
    BadVersion,
    #[error("the document is marked retired: it is not published")]
    Retired,
    #[error("no clinician is named as reviewer: patients will read \"Not yet reviewed by a clinician\"")]
    NotReviewed,
    #[error("a reviewer needs both a name (reviewed_by) and a day (reviewed_on)")]
    HalfReviewed,
    #[error("there must be a phase `kap` with an appointment: it is the session everything is reckoned from")]
    NoSession,
    #[error("`{0}` is used twice: an id must be the only one of its kind")]
    Twice(String),
    #[error("there is no phase `{0}` here")]
    NoSuchPhase(String),
    #[error("the app does not know the phase `{0}`: it knows intake, preparation, kap and integration")]
    UnknownPhase(String),
    #[error("`{0}` is no kind of visit: consultation, intake, preparation, kap or integration")]
    UnknownVisit(String),
    #[error("there is no paper `{0}` to sign here: name one of `consents`")]
    NoSuchConsent(String),
    #[error("there is no instruction `{0}` with a cut-off to reckon from")]
    NoSuchInstruction(String),
    #[error("{value} lies outside the usual range {range}")]
    Unusual { value: String, range: String },
    #[error("only a prescriber may write this: it needs written_by and written_on, or no words at all")]
    Locked,
    #[error("a medicine line needs medicine, action (take, skip or ask), written_by and date")]
    HalfMedicine,
    #[error("`{{{0}}}` stands for nothing here")]
    UnknownPlaceholder(String),
    #[error("the words name no time: write {{{0}}} where it belongs")]
    NoPlaceholder(String),
    #[error("a large or fatty meal should end earlier than a light one, not later")]
    FattyLater,
    #[error("a time of day can only follow an offset of whole days")]
    ClockWithHours,
    #[error("a locked phone would show \"{0}\": this text must not tell anybody what it is about")]
    TellsTooMuch(&'static str),
    #[error("the quiet hours begin before this: a reminder moved here would ring in them")]
    NotQuiet,
    #[error("the last day lies before the first")]
    Backwards,
    #[error("the app does not know `{0}` and will leave it out")]
    UnknownItem(String),
    #[error("`{0}` is no region: write two capital letters, such as US")]
    BadRegion(String),
    #[error("the locale must name a region too, such as en-US: it decides which emergency number is shown")]
    NoRegion,
    #[error("there is no emergency number for {0}")]
    NoEmergency(String),
    #[error("there is no crisis line for {0}")]
    NoCrisis(String),
    #[error("the clinic's phone number is missing: patients must be able to call")]
    NoClinicNumber,
    #[error(
        "the clinic's number after hours is missing: say whom to call at night, if need be the same number"
    )]
    NoAfterHours,
    #[error("patients would be asked to call only after more than 4 hours: write 240 or less")]
    CallTooLate,
    #[error("the card must stay longer than it takes until patients are asked to call")]
    CardTooShort,
    #[error("this list must not be empty: it is what patients act upon")]
    EmptyList,
    #[error("there are no words here")]
    NoWords,
    #[error("what studies found must not stand alone: say in `risks` and `unknown` what stands against it")]
    OneSided,
    #[error("a study needs the mark of its source, such as [S9]")]
    NoSource,
}

impl Problem {
    /// Whether it must be mended or only looked at.
    #[must_use]
    pub const fn level(&self) -> Level {
        match self {
            Self::NotReviewed
            | Self::UnknownPhase(_)
            | Self::Unusual { .. }
            | Self::NoPlaceholder(_)
            | Self::FattyLater
            | Self::UnknownItem(_)
            | Self::OneSided
            | Self::NoSource => Level::Warning,
            _ => Level::Mistake,
        }
    }
}

type Findings = finding::Findings<Problem>;

impl Findings {
    /// Notes a value outside its usual range.
    fn usual<T: FromStr + PartialOrd + Display>(&mut self, path: &str, setting: Option<&Setting<T>>) {
        if let Some(setting) = setting.filter(|setting| !setting.is_usual())
            && let Some(range) = &setting.range
        {
            let (value, range) = (setting.value.to_string(), range.as_str().to_owned());
            self.add(format!("{path}.value"), Problem::Unusual { value, range });
        }
    }

    /// Notes an id that was there before.
    fn once(&mut self, seen: &mut BTreeSet<String>, path: impl Into<String>, id: &str) {
        if !seen.insert(id.to_owned()) {
            self.add(path, Problem::Twice(id.to_owned()));
        }
    }
}

pub(super) fn of(protocol: &Protocol) -> Vec<Finding<Problem>> {
    let mut found = Findings::new();
    template(protocol, &mut found);
    phases::check(protocol, &mut found);
    times::check(protocol, &mut found);
    help::check(protocol, &mut found);
    learn::check(protocol, &mut found);
    consents::check(protocol, &mut found);
    found.0
}

fn template(protocol: &Protocol, found: &mut Findings) {
    let template = &protocol.template;
    let usable = template.version > 0 && template.version_id().is_some();
    found.add_if(!usable, "template.version", Problem::BadVersion);
    found.add_if(template.status == Status::Retired, "template.status", Problem::Retired);
    match (protocol.reviewed_by(), template.reviewed_on) {
        (None, None) => found.add("template", Problem::NotReviewed),
        (Some(_), Some(_)) => {}
        _ => found.add("template", Problem::HalfReviewed),
    }
    if let Some(program) = &protocol.program {
        found.usual("program.dosing_sessions", program.dosing_sessions.as_ref());
        found.usual("program.spacing_days", program.spacing_days.as_ref());
    }
}
