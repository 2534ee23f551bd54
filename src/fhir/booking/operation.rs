//! The operations by which a server books by itself: `$find`, `$hold` and `$book` of IHE's Scheduling profile (ITI-115 to
//! 117), and `$hold` and `$book` of Argonaut Scheduling; which of them a server offers, what they are given and answer.

use super::{
    direct::{slots, start, with_status},
    ids, patched,
};
use crate::{
    care::Id,
    fhir::{appointment::kind_of, moment},
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const APPOINTMENT: &str = "Appointment";
/// Where `$book` is asked.
pub const BOOK_AT: &str = "Appointment/$book";
/// Where `$hold` is asked.
pub const HOLD_AT: &str = "Appointment/$hold";
/// Where `$find` is asked.
pub const FIND_AT: &str = "Appointment/$find";

/// Whose operations they are. They do the same and name their parameters differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Only what `$find` proposed can be held; a cancellation goes by `$book` as well.
    Ihe,
    /// Any appointment can be held; a cancellation is an ordinary write.
    Argonaut,
}

/// What a server offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    pub dialect: Dialect,
    /// It keeps a time while somebody makes up their mind.
    pub holds: bool,
}

/// What a server's `CapabilityStatement` offers; `None` where it does not book by itself.
#[must_use]
pub fn offered(capabilities: &Value) -> Option<Offer> {
    let list =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let is = |value: &Value, name: &str, word: &str| value.get(name).and_then(Value::as_str) == Some(word);
    let rest = list(capabilities, "rest");
    let appointments =
        rest.iter().filter(|one| is(one, "mode", "server")).flat_map(|one| list(one, "resource"));
    let operations: Vec<_> = appointments
        .filter(|one| is(one, "type", APPOINTMENT))
        .flat_map(|one| list(&one, "operation"))
        .collect();
    let named = |name: &str| operations.iter().find(|operation| is(operation, "name", name));
    let definition = named("book")?.get("definition").and_then(Value::as_str).unwrap_or_default();
    let dialect = if definition.contains("/argonaut-scheduling/") { Dialect::Argonaut } else { Dialect::Ihe };
    let holds = named("hold").is_some() && (dialect == Dialect::Argonaut || named("find").is_some());
    Some(Offer { dialect, holds })
}

/// What `$book` is given for a new appointment: the server gives it an id, and it is `pending` until it has its times.
#[must_use]
pub fn to_book(asked: &Value, dialect: Dialect) -> Value {
    resource(dialect, &without_id(&with_status(asked, "pending", false)))
}

/// What `$book` is given for a time that is held as `held`, with the words of what is `asked`.
#[must_use]
pub fn to_book_held(held: &Value, asked: &Value, dialect: Dialect) -> Value {
    let words = asked.get("comment").and_then(Value::as_str);
    match dialect {
        Dialect::Ihe => {
            let comment = words.map(|words| json!({ "name": "comment", "valueString": words }));
            parameters([reference(held)].into_iter().chain(comment))
        }
        Dialect::Argonaut => {
            let with_words = patched(held, |fields| {
                if let Some(words) = words {
                    fields.insert("comment".to_owned(), json!(words));
                }
            });
            resource(dialect, &with_words)
        }
    }
}

/// What `$book` is given for an appointment that is off, as [`super::cancelled`] wrote it.
#[must_use]
pub fn to_cancel(off: &Value) -> Value {
    resource(Dialect::Ihe, off)
}

/// What `$find` is given to have proposed what is `asked`.
#[must_use]
pub fn to_find(asked: &Value) -> Value {
    let mut given = Vec::new();
    for name in ["start", "end"] {
        given.extend(asked.get(name).map(|at| json!({ "name": name, "valueDateTime": at })));
    }
    // A token, as a search would have it.
    let codings = asked.pointer("/appointmentType/coding").and_then(Value::as_array).into_iter().flatten();
    for coding in codings {
        let word = |name: &str| coding.get(name).and_then(Value::as_str).unwrap_or_default();
        let token = format!("{}|{}", word("system"), word("code"));
        given.push(json!({ "name": "visit-type", "valueString": token }));
    }
    let kinds = [
        ("Patient/", "patient-reference"),
        ("Practitioner/", "practitioner"),
        ("Location/", "location-reference"),
    ];
    for (prefix, name) in kinds {
        let all = ids(asked, "/participant", "/actor", prefix).into_iter();
        given.extend(
            all.map(|id| json!({ "name": name, "valueReference": { "reference": format!("{prefix}{id}") } })),
        );
    }
    parameters(given)
}

/// Among what `$find` proposed, what is `asked`: the same kind of visit at the same time, and of the same slots or, where it
/// names none, with the same people at the same place. What is held is booked as it was proposed.
#[must_use]
pub fn proposed<'a>(answer: &'a Value, asked: &Value) -> Option<&'a Value> {
    let end = |one: &Value| one.get("end").and_then(Value::as_str).and_then(moment::instant);
    let named = |one: &Value| slots(one).into_iter().collect::<BTreeSet<_>>();
    let kinds = ["Practitioner/", "PractitionerRole/", "Location/"];
    let actors = |one: &Value| {
        kinds.map(|kind| ids(one, "/participant", "/actor", kind).into_iter().collect::<BTreeSet<_>>())
    };
    let fits = |one: &&Value| {
        start(one) == start(asked)
            && end(one) == end(asked)
            && kind_of(one).is_some_and(|kind| Some(kind) == kind_of(asked))
            && if named(one).is_empty() { actors(one) == actors(asked) } else { named(one) == named(asked) }
    };
    appointments(answer).find(fits)
}

/// What `$hold` is given: the `proposal` where one has to be made first, else what is `asked`.
#[must_use]
pub fn to_hold(asked: &Value, proposal: Option<&Value>) -> Value {
    match proposal {
        Some(proposal) => parameters([reference(proposal)]),
        None => resource(Dialect::Argonaut, &without_id(&patched(asked, without_words))),
    }
}

/// True of an `Appointment` that keeps a time and is no more than that yet.
#[must_use]
pub fn is_held(appointment: &Value) -> bool {
    appointment.get("status").and_then(Value::as_str) == Some("pending")
}

/// The appointment in an answer; `None` where the server only says why there is none.
#[must_use]
pub fn answered(answer: &Value) -> Option<&Value> {
    appointments(answer).next()
}

/// The id of an `Appointment`, as a server gave it.
#[must_use]
pub fn id(appointment: &Value) -> Option<Id> {
    Id::new(appointment.get("id")?.as_str()?).ok()
}

/// The appointments in an answer, which is one itself or a bundle of them.
fn appointments(answer: &Value) -> impl Iterator<Item = &Value> {
    let entries = answer.get("entry").and_then(Value::as_array).into_iter().flatten();
    let of_bundle = entries.filter_map(|entry| entry.get("resource"));
    let is_one = |one: &&Value| one.get("resourceType").and_then(Value::as_str) == Some(APPOINTMENT);
    std::iter::once(answer).chain(of_bundle).filter(is_one)
}

fn reference(appointment: &Value) -> Value {
    let id = appointment.get("id").and_then(Value::as_str).unwrap_or_default();
    let reference = json!({ "reference": format!("{APPOINTMENT}/{id}") });
    json!({ "name": "appointment-reference", "valueReference": reference })
}

fn resource(dialect: Dialect, appointment: &Value) -> Value {
    let name = match dialect {
        Dialect::Ihe => "appointment-resource",
        Dialect::Argonaut => "appt-resource",
    };
    parameters([json!({ "name": name, "resource": appointment })])
}

fn parameters(given: impl IntoIterator<Item = Value>) -> Value {
    json!({ "resourceType": "Parameters", "parameter": given.into_iter().collect::<Vec<_>>() })
}

fn without_id(appointment: &Value) -> Value {
    patched(appointment, |fields| drop(fields.shift_remove("id")))
}

/// Nothing the patient wrote is told before they asked.
fn without_words(fields: &mut Map<String, Value>) {
    fields.shift_remove("comment");
}
