//! What a server's answer to a write means: accepted, try again, sign in, or a person must look at it.

use crate::care::Refusal;
use serde_json::Value;

/// What to do with a record after the server answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The server has it.
    Accepted,
    /// Nothing is decided: send it again later.
    Retry,
    /// The sign-in is over; the record waits.
    SignIn,
    /// The server refused it for good.
    NeedsAttention(Refusal),
}

/// Judges the answer to a write by its HTTP status and body.
///
/// "Accepted" needs a FHIR server's word: an empty body or a FHIR resource that is not an error. A page of
/// a Wi-Fi sign-in also comes with status 200, and 202 promises nothing yet.
#[must_use]
pub fn verdict(status: u16, body: &str) -> Verdict {
    if body.trim().is_empty() {
        return verdict_of(status, None);
    }
    // What is not JSON is nothing a FHIR server says.
    verdict_of(status, Some(&serde_json::from_str(body).unwrap_or_default()))
}

/// As [`verdict`], for a body that is JSON already; `None` is an empty one.
#[must_use]
pub fn verdict_of(status: u16, body: Option<&Value>) -> Verdict {
    match status {
        200 | 201 | 204 => success(body),
        401 => Verdict::SignIn,
        403 | 405 => Verdict::NeedsAttention(Refusal::NotAllowed),
        404 | 410 => Verdict::NeedsAttention(Refusal::Gone),
        408 | 423 | 425 | 429 => Verdict::Retry,
        409 | 412 => Verdict::NeedsAttention(Refusal::Conflict),
        413 => Verdict::NeedsAttention(Refusal::TooLarge),
        // Servers put many reasons under these two; the outcome tells them apart.
        400 | 422 => {
            let told = body.and_then(|body| refusal(&issues(body)));
            told.unwrap_or(Verdict::NeedsAttention(Refusal::NotUnderstood))
        }
        402..=499 => Verdict::NeedsAttention(Refusal::NotUnderstood),
        _ => Verdict::Retry,
    }
}

fn success(body: Option<&Value>) -> Verdict {
    let Some(body) = body else { return Verdict::Accepted };
    if body.get("resourceType").and_then(Value::as_str).is_none() {
        return Verdict::Retry;
    }
    let issues = issues(body);
    if issues.is_empty() {
        return Verdict::Accepted;
    }
    refusal(&issues).unwrap_or(Verdict::NeedsAttention(Refusal::NotUnderstood))
}

/// The codes of the issues that are errors; none if the body is not an `OperationOutcome`.
fn issues(body: &Value) -> Vec<&str> {
    if body.get("resourceType").and_then(Value::as_str) != Some("OperationOutcome") {
        return Vec::new();
    }
    let issues = body.get("issue").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let is_error =
        |issue: &&Value| matches!(issue.get("severity").and_then(Value::as_str), Some("fatal" | "error"));
    issues
        .iter()
        .filter(is_error)
        .map(|issue| issue.get("code").and_then(Value::as_str).unwrap_or_default())
        .collect()
}

/// What the first telling issue code means.
fn refusal(issues: &[&str]) -> Option<Verdict> {
    issues.iter().find_map(|code| match *code {
        "transient" | "lock-error" | "no-store" | "exception" | "timeout" | "incomplete" | "throttled" => {
            Some(Verdict::Retry)
        }
        "login" | "expired" => Some(Verdict::SignIn),
        "security" | "forbidden" | "suppressed" => Some(Verdict::NeedsAttention(Refusal::NotAllowed)),
        "conflict" | "duplicate" | "multiple-matches" => Some(Verdict::NeedsAttention(Refusal::Conflict)),
        "deleted" => Some(Verdict::NeedsAttention(Refusal::Gone)),
        "too-long" => Some(Verdict::NeedsAttention(Refusal::TooLarge)),
        _ => None,
    })
}
