//! What the server's answer to a write means for the record that was sent: decided purely.
//!
//! Only an answer about this very record counts as delivered; everything that leaves doubt is looked up.

use super::fetch::Got;
use crate::{
    care::{Id, Refusal},
    clinic::{Answer, ClinicError},
    fhir::outcome::{Verdict, verdict},
};
use serde_json::Value;

/// What to do with a record after it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Judgement {
    /// The clinic has it, as this version if it said so.
    Delivered {
        version: Option<String>,
    },
    /// Read it: if the clinic has what we sent, it is delivered; else this.
    LookFirst(Settle),
    /// The server may not take ids made on a phone; let it choose one. If that fails too, this was the refusal.
    OfferWithoutId(Refusal),
    Settle(Settle),
}

/// How it ends for now, if it is not delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settle {
    /// It waits for a person.
    SetAside(Refusal),
    /// It is sent again later.
    Later(ClinicError),
}

/// Judges the answer to putting the record `id` of `kind`. `takes_our_ids`: this server has done so before,
/// so that a refusal is about this record and not about its id.
pub(super) fn of_put(got: &Got, kind: &str, id: &Id, takes_our_ids: bool) -> Judgement {
    let answer = match got {
        Ok(answer) => answer,
        // A gateway that finds it too large speaks for the server.
        Err(ClinicError::Refused { status: 413 }) => {
            return Judgement::Settle(Settle::SetAside(Refusal::TooLarge));
        }
        Err(error) => return Judgement::Settle(Settle::Later(*error)),
    };
    match meaning(answer) {
        Meaning::Taken if is_about(answer, kind, id) => Judgement::Delivered { version: version(answer) },
        Meaning::Taken => {
            Judgement::LookFirst(Settle::Later(ClinicError::NotUnderstood("answer to a write")))
        }
        Meaning::Later(error) => Judgement::Settle(Settle::Later(error)),
        Meaning::Refused(refusal) => match answer.status {
            // Our own answer may have been lost the last time: then what is there is what we sent.
            409 | 412 => Judgement::LookFirst(Settle::SetAside(Refusal::Conflict)),
            400 | 404 | 405 | 422 if !takes_our_ids => Judgement::OfferWithoutId(refusal),
            _ => Judgement::Settle(Settle::SetAside(refusal)),
        },
    }
}

/// What an answer to a write says, whatever it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Taken,
    Later(ClinicError),
    Refused(Refusal),
}

pub(super) fn meaning(answer: &Answer) -> Meaning {
    let body = answer.body.as_ref().map(Value::to_string).unwrap_or_default();
    match verdict(answer.status, &body) {
        Verdict::Accepted => Meaning::Taken,
        Verdict::SignIn => Meaning::Later(ClinicError::SignInAgain),
        // A gateway that lost its way says "not found" too, but not in FHIR: it knows nothing of the record.
        Verdict::NeedsAttention(_) if matches!(answer.status, 404 | 405 | 410) && is_foreign(answer) => {
            Meaning::Later(ClinicError::ServerFault { status: answer.status })
        }
        Verdict::NeedsAttention(refusal) => Meaning::Refused(refusal),
        Verdict::Retry => {
            let error = ClinicError::of_status(answer.status, answer.retry_after);
            // A 4xx that is worth another try says nothing about the server as a whole.
            let error = error.filter(|error| !matches!(error, ClinicError::Refused { .. }));
            Meaning::Later(error.unwrap_or(ClinicError::ServerFault { status: answer.status }))
        }
    }
}

/// True if a server does what it was asked for nobody, or not for patients.
pub(super) fn is_not_for_patients(answer: &Answer) -> bool {
    let refused = || matches!(meaning(answer), Meaning::Refused(_));
    answer.status == 501 || (matches!(answer.status, 403..=405) && refused())
}

/// True if the answer carries something that is not FHIR.
fn is_foreign(answer: &Answer) -> bool {
    answer.body.is_some() && answer.kind().is_none()
}

/// True if a success is about this record: it shows the record, or at least its version.
fn is_about(answer: &Answer, kind: &str, id: &Id) -> bool {
    match answer.kind() {
        Some("OperationOutcome") | None => answer.etag.is_some(),
        Some(shown) => shown == kind && shown_id(answer).as_ref() == Some(id),
    }
}

/// The id of the record an answer shows.
pub(super) fn shown_id(answer: &Answer) -> Option<Id> {
    Id::new(answer.body.as_ref()?.get("id")?.as_str()?).ok()
}

/// The id under which the answer says that a record of `kind` is, beside the record itself.
pub(super) fn named_id(answer: &Answer, kind: &str) -> Option<Id> {
    let (_, named) = answer.location.as_ref()?.rsplit_once(&format!("{kind}/"))?;
    Id::new(named.split(['/', '?']).next()?).ok()
}

/// The version the answer names.
pub(super) fn version(answer: &Answer) -> Option<String> {
    let shown = answer.body.as_ref().and_then(|body| body.pointer("/meta/versionId")).and_then(Value::as_str);
    shown.map(str::to_owned).or_else(|| answer.etag.clone())
}

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;
