//! What a patient said about a record of the clinic, on its way into the outbox.

use crate::{
    care::Id,
    fhir::answers::{self, Answers},
    platform::ids,
    store::Outgoing,
};

/// The request that brings `answers` to the clinic, to be queued in the transaction that keeps them. It may leave at
/// once.
pub(super) fn answer(answers: &Answers, patient: &Id) -> Outgoing {
    const KIND: &str = "QuestionnaireResponse";
    Outgoing {
        id: ids::new(),
        kind: KIND.to_owned(),
        record: answers.id.clone(),
        path: format!("{KIND}/{}", answers.id),
        body: answers::write(answers, patient).to_string(),
        urgent: false,
        made: answers.at,
        not_before: answers.at,
    }
}
