//! Booking as an `Appointment`: what the patient asks for, takes back, cancels and answers, and what the clinic said to it.
//!
//! One wish is one `Appointment` from the first word to the last. What the clinic wrote in it stays: later words of the
//! patient patch the JSON that came from there.

pub mod direct;
pub mod operation;

use super::{
    allowed,
    moment::{self, local_time},
    resource::patched,
    systems::{BOOKING, BOOKING_GONE, CANCELLATION_REASON, CANCELLED_BY_PATIENT, RECORD, REPLACES},
    visit_kind,
};
use crate::care::{
    Id, Private, Visit,
    booking::{Party, Told, Wish, WishTime},
};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

/// The `Appointment` that asks for `wish`.
#[must_use]
pub fn ask(wish: &Wish, patient: &Id) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("resourceType", json!("Appointment"));
    put("id", json!(wish.id));
    if let Some((visit, _)) = &wish.replaces {
        let old = json!({ "reference": format!("Appointment/{visit}") });
        put("extension", json!([{ "url": REPLACES, "valueReference": old }]));
    }
    put("identifier", json!([{ "system": RECORD, "value": wish.id }]));
    let waits = matches!(wish.time, WishTime::Earlier { .. });
    put("status", json!(if waits { "waitlist" } else { "proposed" }));
    put("appointmentType", visit_kind::write(wish.kind));
    let mut participants = vec![json!({
        "actor": { "reference": format!("Patient/{patient}") }, "status": "accepted"
    })];
    let on_the_wall = |at| local_time(at, wish.zone);
    match &wish.time {
        WishTime::At { start, end, slots, with, place } => {
            put("start", json!(on_the_wall(*start)));
            put("end", json!(on_the_wall(*end)));
            let slots = slots.iter().map(|slot| json!({ "reference": format!("Slot/{slot}") }));
            put("slot", slots.collect());
            let place = place.iter().map(|place| format!("Location/{place}"));
            let asked = with.iter().map(reference).chain(place);
            participants.extend(
                asked.map(|actor| json!({ "actor": { "reference": actor }, "status": "needs-action" })),
            );
        }
        WishTime::Earlier { from, until } => {
            put("requestedPeriod", json!([{ "start": on_the_wall(*from), "end": on_the_wall(*until) }]));
        }
    }
    put("created", json!(on_the_wall(wish.made)));
    let words = wish.words.as_ref().map(|words| allowed(words.reveal().trim()));
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        put("comment", json!(words));
    }
    put("participant", json!(participants));
    Value::Object(fields)
}

fn reference(party: &Party) -> String {
    match party {
        Party::Clinician(id) => format!("Practitioner/{id}"),
        Party::Role(id) => format!("PractitionerRole/{id}"),
    }
}

/// What keeps the place of a wish at the clinic before it comes: its name and whose it is, cancelled, and nothing of what is
/// asked for. `None` for anything but what [`ask`] made.
#[must_use]
pub fn place(appointment: &Value) -> Option<Value> {
    let word = |name: &str| appointment.get(name).and_then(Value::as_str);
    if word("resourceType") != Some("Appointment") || !matches!(word("status"), Some("proposed" | "waitlist"))
    {
        return None;
    }
    let patient = appointment.get("participant")?.as_array()?.iter().find(|one| is_patient(one, None))?;
    // FHIR lets no status but this one go without a time (invariant app-3) and without anybody asking for it.
    Some(json!({
        "resourceType": "Appointment",
        "id": appointment.get("id")?,
        "identifier": appointment.get("identifier")?,
        "status": "cancelled",
        "cancelationReason": by_patient(),
        "participant": [patient],
    }))
}

/// True of a record that does no more than keep the place of a wish.
#[must_use]
pub fn is_place(appointment: &Value) -> bool {
    let asks = ["start", "end", "slot", "requestedPeriod", "comment", "appointmentType"];
    direct::is_cancelled(appointment) && asks.iter().all(|name| appointment.get(*name).is_none()) && {
        let told = told(appointment);
        told.by_patient && told.record.is_some()
    }
}

fn by_patient() -> Value {
    json!({ "coding": [{ "system": CANCELLATION_REASON, "code": CANCELLED_BY_PATIENT }] })
}

/// `appointment`, as the clinic has it or as it was asked for, cancelled by the patient. What is no object stays as it is.
#[must_use]
pub fn cancelled(appointment: &Value, reason: Option<&Private>) -> Value {
    let mut cause = by_patient();
    let words = reason.map(|words| allowed(words.reveal().trim())).filter(|words| !words.is_empty());
    if let (Value::Object(fields), Some(words)) = (&mut cause, words) {
        fields.insert("text".to_owned(), json!(words));
    }
    with_cause(appointment, cause)
}

/// `appointment`, as the clinic has it, cancelled as `word` cancels it; `None` if that does not. What is no object stays as it
/// is.
#[must_use]
pub fn cancelled_as(appointment: &Value, word: &Value) -> Option<Value> {
    let cause = word.get("cancelationReason").filter(|_| direct::is_cancelled(word))?.clone();
    Some(with_cause(appointment, cause))
}

fn with_cause(appointment: &Value, cause: Value) -> Value {
    patched(appointment, |fields| {
        fields.insert("status".to_owned(), json!("cancelled"));
        fields.insert("cancelationReason".to_owned(), cause);
    })
}

/// How an appointment stands, for two readings of one to be compared: its state, its start and its times of the clinic's. Nothing
/// else makes it another visit.
#[must_use]
pub fn stands(appointment: &Value) -> String {
    let status = appointment.get("status").and_then(Value::as_str).unwrap_or_default();
    let start =
        direct::start(appointment).map_or(String::new(), |start| start.timestamp_millis().to_string());
    let mut slots: Vec<_> = direct::slots(appointment).iter().map(Id::to_string).collect();
    slots.sort_unstable();
    format!("{status} {start} {}", slots.join(","))
}

/// `appointment`, in which the clinic offers a time, with the patient's yes.
#[must_use]
pub fn accepted(appointment: &Value, patient: &Id) -> Value {
    patched(appointment, |fields| patient_says(fields, patient, "accepted"))
}

/// `appointment`, in which the clinic offers a time, back on the list: the patient lets the time pass and waits on.
#[must_use]
pub fn let_pass(appointment: &Value, patient: &Id) -> Value {
    patched(appointment, |fields| {
        fields.insert("status".to_owned(), json!("waitlist"));
        for name in ["start", "end", "slot", "minutesDuration"] {
            fields.shift_remove(name);
        }
        patient_says(fields, patient, "accepted");
    })
}

fn patient_says(fields: &mut Map<String, Value>, patient: &Id, status: &str) {
    let Some(Value::Array(participants)) = fields.get_mut("participant") else { return };
    for participant in participants {
        if is_patient(participant, Some(patient))
            && let Value::Object(participant) = participant
        {
            participant.insert("status".to_owned(), json!(status));
        }
    }
}

/// True for the place of a patient among the participants; of `this` one, where one is named.
fn is_patient(participant: &Value, this: Option<&Id>) -> bool {
    let actor = participant.pointer("/actor/reference").and_then(Value::as_str);
    let id = actor.and_then(|actor| actor.rsplit_once("Patient/")).map(|(_, id)| id);
    id.is_some_and(|id| this.is_none_or(|this| this.as_str() == id))
}

/// The wish that `appointment` is, read as `visit`: for a phone that did not make it, or does not know that it did. `replaced`:
/// when the visit it is to take the place of starts. `None` where it says no time a patient could have asked for.
#[must_use]
pub fn wish(
    appointment: &Value,
    visit: &Visit,
    replaced: Option<(Id, DateTime<Utc>)>,
    now: DateTime<Utc>,
) -> Option<Wish> {
    let slots: Vec<Id> = ids(appointment, "/slot", "", "Slot/");
    let clinicians =
        ids(appointment, "/participant", "/actor", "Practitioner/").into_iter().map(Party::Clinician);
    let roles = ids(appointment, "/participant", "/actor", "PractitionerRole/").into_iter().map(Party::Role);
    let time = if let (Some(start), Some(end)) = (visit.start, visit.end) {
        let with = clinicians.chain(roles).collect();
        WishTime::At { start, end, slots, with, place: visit.place.clone() }
    } else {
        let instant = |name: &str| {
            let at = appointment.pointer(&format!("/requestedPeriod/0/{name}")).and_then(Value::as_str);
            at.and_then(moment::instant)
        };
        WishTime::Earlier { from: instant("start")?, until: instant("end")? }
    };
    let words = appointment.get("comment").and_then(Value::as_str).map(Private::new);
    Some(Wish {
        id: told(appointment).record?,
        kind: visit.kind,
        time,
        replaces: replaced,
        words,
        made: visit.booked.unwrap_or(now),
        zone: chrono_tz::UTC,
        answer: None,
    })
}

/// The ids behind `prefix` in the references of a list.
fn ids(appointment: &Value, list: &str, inner: &str, prefix: &str) -> Vec<Id> {
    let items = appointment.pointer(list).and_then(Value::as_array).into_iter().flatten();
    let references = items.filter_map(|item| item.pointer(&format!("{inner}/reference"))?.as_str());
    references.filter_map(|text| Id::new(text.strip_prefix(prefix)?).ok()).collect()
}

/// How a search names what carries this name of ours.
#[must_use]
pub fn token(record: &Id) -> String {
    format!("{RECORD}|{record}")
}

/// What an `Appointment` says beside the visit it is. Read leniently: only a visit that could be read is acted upon.
#[must_use]
pub fn told(appointment: &Value) -> Told {
    let word = |pointer: &str| appointment.pointer(pointer).and_then(Value::as_str);
    let list = |name: &str| appointment.get(name).and_then(Value::as_array).into_iter().flatten();
    let id = |text: &str| Id::new(text).ok();
    let record = list("identifier").find(|one| one.get("system").and_then(Value::as_str) == Some(RECORD));
    let replaces = list("extension").find(|one| one.get("url").and_then(Value::as_str) == Some(REPLACES));
    let replaces = replaces.and_then(|one| one.pointer("/valueReference/reference")).and_then(Value::as_str);
    let reason = |system: &str, code: &str| {
        let codings = appointment.pointer("/cancelationReason/coding").and_then(Value::as_array);
        codings.into_iter().flatten().any(|coding| {
            let is = |name: &str, what: &str| coding.get(name).and_then(Value::as_str) == Some(what);
            is("system", system) && is("code", code)
        })
    };
    let waits_for_patient = list("participant").any(|one| {
        is_patient(one, None) && one.get("status").and_then(Value::as_str) == Some("needs-action")
    });
    let said = word("/cancelationReason/text").or_else(|| word("/cancelationReason/coding/0/display"));
    Told {
        record: record.and_then(|one| one.get("value")).and_then(Value::as_str).and_then(id),
        replaces: replaces.and_then(|text| text.rsplit_once("Appointment/")).and_then(|(_, text)| id(text)),
        offered: waits_for_patient,
        by_patient: reason(CANCELLATION_REASON, CANCELLED_BY_PATIENT),
        gone: reason(BOOKING, BOOKING_GONE),
        said: said.map(str::trim).filter(|said| !said.is_empty()).map(Private::new),
    }
}
