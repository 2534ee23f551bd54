//! What the patient made, on its way into the outbox.

use crate::{
    care::Id,
    fhir::answers::{self, Answers},
    platform::ids,
    store::Outgoing,
};
use chrono::{DateTime, Utc};
use serde_json::Value;

/// The request that brings a `record` made at `made` to the clinic, to be queued in the transaction that keeps it. It
/// does not leave before `not_before`.
pub(super) fn request(
    kind: &str,
    record: &Id,
    body: &Value,
    made: DateTime<Utc>,
    not_before: DateTime<Utc>,
) -> Outgoing {
    Outgoing::put(ids::new(), kind, record, body.to_string(), made, not_before)
}

/// As [`request`], for what the patient said about a record of the clinic.
pub(super) fn answer(answers: &Answers, patient: &Id, not_before: DateTime<Utc>) -> Outgoing {
    let body = answers::write(answers, patient);
    request("QuestionnaireResponse", &answers.id, &body, answers.at, not_before)
}
