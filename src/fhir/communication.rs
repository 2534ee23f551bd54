//! `Communication`: the urgent word to the clinic that the question about harming oneself was answered above zero.
//!
//! Written once when it was answered and never changed by the phone: an answer that rises is another one. It names the
//! form by identifier only, so it does not wait for the form. `status` is `in-progress` until the clinic has seen it;
//! the clinic says so with `completed`, or with `received` and the time.

use super::systems::{COMMUNICATION_CATEGORY, LOINC, MESSAGE, RECORD, URGENT_ANSWER};
use super::{Resource, Unreadable, allowed, element::Element, moment::local_time};
use crate::care::{Id, instruments::Raised, safety::Marked};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// What is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Urgent {
    /// The same id again is the same word.
    pub id: Id,
    /// The filled-in form.
    pub form: Id,
    /// When it was answered.
    pub at: DateTime<Utc>,
    pub raised: Raised,
    /// Who is told, as `Type/id`.
    pub recipient: Option<String>,
}

/// The `Communication` from `patient`.
#[must_use]
pub fn write(urgent: &Urgent, patient: &Id) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    let mut communication = json!({
        "resourceType": "Communication",
        "id": urgent.id,
        "identifier": [{ "system": RECORD, "value": urgent.id }],
        "status": "in-progress",
        "category": [
            { "coding": [{ "system": MESSAGE, "code": URGENT_ANSWER }] },
            { "coding": [{ "system": COMMUNICATION_CATEGORY, "code": "alert" }] },
        ],
        "priority": "urgent",
        "subject": patient,
        "topic": {
            "coding": [{ "system": LOINC, "code": "44260-8" }],
            "text": "PHQ-9 question 9, answered above \"Not at all\"",
        },
        "about": [{
            "type": "QuestionnaireResponse",
            "identifier": { "system": RECORD, "value": urgent.form },
        }],
        "sent": local_time(urgent.at, Tz::UTC),
    });
    if let Value::Object(fields) = &mut communication {
        if let Some(recipient) = &urgent.recipient {
            fields.insert("recipient".to_owned(), json!([{ "reference": recipient }]));
        }
        fields.insert("sender".to_owned(), patient);
        fields.insert("payload".to_owned(), json!([{ "contentString": words(urgent) }]));
    }
    communication
}

/// For the clinic's staff, in English like every name the app gives its records.
fn words(urgent: &Urgent) -> String {
    let shown = |words: &str| allowed(words.trim());
    let question = urgent
        .raised
        .question
        .as_deref()
        .map_or_else(String::new, |question| format!("\nQuestion: {}", shown(question)));
    let answer = urgent
        .raised
        .answer
        .as_ref()
        .map_or_else(String::new, |answer| format!("\nAnswer: {}", shown(answer.reveal())));
    let at = local_time(urgent.at, Tz::UTC);
    format!(
        "PHQ-9 question 9 was answered above \"Not at all\".{question}{answer}\nAnswered: {at}\n\
         The patient may have changed the answer since, and may not finish the form."
    )
}

/// The clinic's mark that it saw the word; `None` while it says nothing of that.
///
/// # Errors
/// [`Unreadable`] when it is not a `Communication` the app can rely on.
pub fn seen(resource: &Resource) -> Result<Option<Marked>, Unreadable> {
    let root = Element::root(resource)?;
    let received = root.instant("received")?;
    let completed = root.text("status")? == Some("completed");
    Ok((completed || received.is_some()).then_some(Marked { at: received }))
}

/// True if `resource` is the word with this id, whatever id the clinic's server gave it.
#[must_use]
pub fn is_of(resource: &Resource, id: &Id) -> bool {
    let identifiers = resource.raw.get("identifier").and_then(Value::as_array);
    let ours = |one: &Value| {
        one.get("system").and_then(Value::as_str) == Some(RECORD)
            && one.get("value").and_then(Value::as_str) == Some(id.as_str())
    };
    resource.kind == "Communication" && identifiers.is_some_and(|all| all.iter().any(ours))
}
