//! What happened, in words for people or in JSON for programs.

use crate::file::Mistake;
use crate::publish::{Done, Trouble};
use cairn::care::Level;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// How a run ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// The file is wrong; nothing was sent.
    Refused(Vec<Mistake>),
    /// Some or all was written; `trouble` is why it stopped, if it did.
    Published { warnings: Vec<Mistake>, to: String, done: Vec<Done>, trouble: Option<Trouble> },
    /// Text for whoever asked for it.
    Text(String),
    /// A plan, in words or in JSON, with what there is to say about it.
    Planned { text: String, remarks: Vec<String> },
    /// A form, in words or in JSON, with what there is to say about it.
    Tried { text: String, remarks: Vec<String>, accepted: bool },
    /// What was to be looked at cannot be understood.
    NotUnderstood(Vec<String>),
}

#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    done: &'a [Done],
    mistakes: Vec<&'a Mistake>,
    warnings: Vec<&'a Mistake>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<String>,
}

impl Outcome {
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            // In both cases it is the file that has to change.
            Self::Refused(_)
            | Self::NotUnderstood(_)
            | Self::Published { trouble: Some(Trouble::VersionInForce { .. }), .. } => ExitCode::from(2),
            Self::Published { trouble: Some(_), .. } | Self::Tried { accepted: false, .. } => {
                ExitCode::FAILURE
            }
            Self::Published { trouble: None, .. }
            | Self::Text(_)
            | Self::Planned { .. }
            | Self::Tried { accepted: true, .. } => ExitCode::SUCCESS,
        }
    }

    fn report(&self) -> Report<'_> {
        let (to, done, found, trouble): (_, &[Done], &[Mistake], _) = match self {
            Self::Refused(found) => (None, &[], found, None),
            Self::Published { warnings, to, done, trouble } => {
                (Some(to.as_str()), done, warnings, trouble.as_ref())
            }
            Self::Text(_) | Self::Planned { .. } | Self::Tried { .. } | Self::NotUnderstood(_) => {
                (None, &[], &[], None)
            }
        };
        let (mistakes, warnings): (Vec<_>, Vec<_>) =
            found.iter().partition(|one| one.level == Level::Mistake);
        let ok = mistakes.is_empty() && trouble.is_none();
        Report { ok, to, done, mistakes, warnings, trouble: trouble.map(ToString::to_string) }
    }
}

/// Answers go to standard output, complaints to standard error; JSON is one answer, whatever it says.
pub(crate) fn write(outcome: &Outcome, json: bool) -> io::Result<()> {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    if json {
        serde_json::to_writer_pretty(&mut out, &outcome.report())?;
        return writeln!(out);
    }
    match outcome {
        Outcome::Text(text) => out.write_all(text.as_bytes()),
        Outcome::Planned { text, remarks } | Outcome::Tried { text, remarks, .. } => {
            remarks.iter().try_for_each(|remark| writeln!(err, "{remark}"))?;
            out.write_all(text.as_bytes())
        }
        Outcome::NotUnderstood(why) => why.iter().try_for_each(|one| writeln!(err, "{one}")),
        Outcome::Refused(found) => {
            for one in found {
                writeln!(err, "{one}")?;
            }
            writeln!(err, "Nothing was sent.")
        }
        Outcome::Published { warnings, to, done, trouble } => {
            for one in warnings {
                writeln!(err, "{one}")?;
            }
            for one in done {
                writeln!(out, "{one}")?;
            }
            match trouble {
                None => writeln!(out, "Published to {to}."),
                Some(trouble) => writeln!(err, "{trouble}"),
            }
        }
    }
}
