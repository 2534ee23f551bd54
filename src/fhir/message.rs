//! `Communication`: an ordinary message between the patient and the clinic, and what of the type belongs on the phone.
//!
//! Written once when it was sent off and never changed by the phone. A message of the patient's is named by our identifier
//! and not by address: it need not be at the clinic before one that goes on from it, and a server that gives ids of its own
//! breaks no thread. The urgent word of an answer ([`super::communication`]) and the request to delete are of this type,
//! too, and are never taken for messages.

use super::systems::{DELETION_REQUEST, MESSAGE, PATIENT_MESSAGE, RECORD, URGENT_ANSWER};
use super::{Resource, Unreadable, What, allowed, element::Element, moment::Moment, moment::local_time};
use crate::care::{
    Id, Private,
    message::{Enclosed, Enclosure, FileKind, LONGEST_TEXT, Mine, Said, There},
    safety::Marked,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

/// Whom a message goes to and which of the messages it names are the clinic's own.
#[derive(Debug, Clone, Copy, Default)]
pub struct Way<'a> {
    /// Who is written to, as `Type/id`.
    pub recipient: Option<&'a str>,
    /// The thread begins with a message of the clinic's, so that its id is the server's.
    pub begun_there: bool,
}

/// The `Communication` from `patient`.
#[must_use]
pub fn write(message: &Mine, way: Way<'_>, patient: &Id) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    let mut communication = json!({
        "resourceType": "Communication",
        "id": message.id,
        "identifier": [{ "system": RECORD, "value": message.id }],
        "status": "in-progress",
        "category": [{
            "coding": [{ "system": MESSAGE, "code": PATIENT_MESSAGE, "display": "Message" }],
            "text": "Message from the patient, not urgent",
        }],
        "priority": "routine",
        "subject": patient,
        "sent": local_time(message.at, message.zone),
        "sender": patient,
    });
    let Value::Object(fields) = &mut communication else { return communication };
    if message.thread != message.id {
        let first = if way.begun_there {
            by_address(&message.thread)
        } else {
            by_name("Communication", &message.thread)
        };
        fields.insert("partOf".to_owned(), json!([first]));
    }
    if let Some(answered) = &message.answers {
        fields.insert("inResponseTo".to_owned(), json!([by_address(answered)]));
    }
    if let Some(recipient) = way.recipient {
        fields.insert("recipient".to_owned(), json!([{ "reference": recipient }]));
    }
    let mut payload = vec![json!({ "contentString": allowed(message.words.reveal().trim()) })];
    payload.extend(message.shared.as_ref().map(|shared| {
        let mut page = by_name("DocumentReference", shared);
        if let Value::Object(page) = &mut page {
            page.insert("display".to_owned(), json!("From the patient's journal, shared by the patient"));
        }
        json!({ "contentReference": page })
    }));
    fields.insert("payload".to_owned(), Value::Array(payload));
    communication
}

/// A record that was made on a phone.
fn by_name(kind: &str, record: &Id) -> Value {
    json!({ "type": kind, "identifier": { "system": RECORD, "value": record } })
}

/// A message of the clinic's.
fn by_address(there: &Id) -> Value {
    json!({ "reference": format!("Communication/{there}") })
}

/// True for a `Communication` that belongs on the phone: made on one, or for a patient. What people at the clinic write to
/// each other about a patient does not. It judges nothing else, so that what cannot be read is kept and can be named.
#[must_use]
pub fn is_kept(raw: &Value) -> bool {
    record_of(raw).is_some() || is_message(raw)
}

/// True for a message to or from a patient, whether or not it can be read.
#[must_use]
pub fn is_message(raw: &Value) -> bool {
    let coded = |code| has_code(raw, code);
    if coded(URGENT_ANSWER) || coded(DELETION_REQUEST) {
        return false;
    }
    if coded(PATIENT_MESSAGE) {
        return true;
    }
    // What the patient wrote elsewhere has its place there.
    if raw
        .pointer("/sender/reference")
        .and_then(Value::as_str)
        .is_some_and(|sender| last(sender, "Patient").is_some())
    {
        return false;
    }
    match raw.get("recipient").and_then(Value::as_array) {
        Some(all) if !all.is_empty() => {
            let to =
                |one: &Value| one.get("reference").and_then(Value::as_str).and_then(|to| last(to, "Patient"));
            all.iter().any(|one| to(one).is_some())
        }
        _ => raw.get("inResponseTo").and_then(Value::as_array).is_some_and(|all| !all.is_empty()),
    }
}

fn has_code(raw: &Value, code: &str) -> bool {
    let word = |coding: &Value, name: &str| coding.get(name).and_then(Value::as_str).map(str::to_owned);
    let fits = |coding: &Value| {
        word(coding, "system").as_deref() == Some(MESSAGE) && word(coding, "code").as_deref() == Some(code)
    };
    let codings = |concept: &Value| {
        concept.get("coding").and_then(Value::as_array).is_some_and(|all| all.iter().any(fits))
    };
    raw.get("category").and_then(Value::as_array).is_some_and(|all| all.iter().any(codings))
}

/// The id it was made with, if it was made on a phone.
#[must_use]
pub fn record_of(raw: &Value) -> Option<Id> {
    let word = |one: &Value, name: &str| one.get(name).and_then(Value::as_str).map(str::to_owned);
    let ours = raw.get("identifier")?.as_array()?.iter();
    let mut ours = ours.filter(|one| word(one, "system").as_deref() == Some(RECORD));
    ours.find_map(|one| Id::new(word(one, "value")?).ok())
}

/// What each status of a message says here.
const STATUSES: [(&str, Status); 8] = [
    ("preparation", Status::NotYet),
    ("in-progress", Status::Holds),
    ("unknown", Status::Holds),
    ("completed", Status::Done),
    ("not-done", Status::Off),
    ("on-hold", Status::Off),
    ("stopped", Status::Off),
    ("entered-in-error", Status::Off),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// It is being written there.
    NotYet,
    Holds,
    Done,
    Off,
}

/// A message; `None` for whatever else of the type the phone keeps, and for one the clinic is still writing.
///
/// # Errors
/// [`Unreadable`] when it is a message and cannot be shown for certain.
pub fn read(resource: &Resource) -> Result<Option<There>, Unreadable> {
    if !is_message(&resource.raw) {
        return Ok(None);
    }
    let root = Element::root(resource)?;
    let status = root.need("status", root.code("status", &STATUSES)?)?;
    let sender = root.child("sender")?.map(|sender| sender.text("reference")).transpose()?.flatten();
    let from_patient = sender.is_some_and(|sender| last(sender, "Patient").is_some());
    if status == Status::NotYet && !from_patient {
        return Ok(None);
    }
    let sent = match root.moment("sent")? {
        Some(Moment::At(at)) => Some(at),
        Some(Moment::Within(..)) | None => None,
    };
    let received = root.instant("received")?;
    let read = status == Status::Done || received.is_some();
    let said = if status == Status::Off { Said::TakenBack } else { said(&root, from_patient)? };
    let mut patients = Vec::new();
    for one in root.children("recipient")? {
        patients.extend(one.text("reference")?.and_then(|to| last(to, "Patient")));
    }
    let mut answers = named(&root, "inResponseTo")?;
    answers.extend(named(&root, "partOf")?);
    Ok(Some(There {
        id: resource.id.clone(),
        record: record_of(&resource.raw).filter(|_| from_patient),
        from_patient,
        patients,
        coded: has_code(&resource.raw, PATIENT_MESSAGE),
        at: sent.or(resource.updated),
        said,
        answers,
        mark: read.then_some(Marked { at: received }),
    }))
}

fn said(root: &Element<'_>, from_patient: bool) -> Result<Said, Unreadable> {
    let (mut words, mut enclosed, mut more) = (Vec::new(), Vec::new(), false);
    let payload = root.acted_upon("payload")?;
    if payload.is_empty() {
        return Err(root.wrong("payload", What::Missing));
    }
    for part in payload {
        match part.text("contentString")? {
            Some(text) => words.push(text.trim().to_owned()),
            // What the patient shared with it stands in the list of what was shared.
            None if from_patient => {}
            None => match part.child("contentAttachment")? {
                Some(attachment) => enclosed.push(came_along(&attachment)),
                None => more = true,
            },
        }
    }
    Ok(if words.is_empty() && enclosed.is_empty() {
        Said::Other
    } else {
        Said::Words { words: Private::new(words.join("\n\n")), enclosed, more }
    })
}

/// What an attachment is, as far as it says so itself. One that says it wrongly takes nothing from the words beside it.
fn came_along(attachment: &Element<'_>) -> Enclosed {
    let mime = attachment.text("contentType").ok().flatten().unwrap_or_default();
    let title = attachment.text("title").ok().flatten().map(str::trim).filter(|title| !title.is_empty());
    let bytes = inline(attachment);
    let text = bytes.as_deref().filter(|_| is_plain(mime)).and_then(readable);
    let stated = attachment.whole_number("size").ok().flatten().and_then(|size| u64::try_from(size).ok());
    let what = if let Some(text) = text {
        Enclosure::Text(Private::new(text))
    } else {
        let size = bytes.and_then(|bytes| u64::try_from(bytes.len()).ok()).or(stated);
        Enclosure::File { kind: FileKind::of(mime), size }
    };
    Enclosed { title: title.map(Private::new), what }
}

/// The bytes that stand in the message itself.
fn inline(attachment: &Element<'_>) -> Option<Vec<u8>> {
    // FHIR allows white space between the characters of base64.
    let packed: String = attachment.text("data").ok().flatten()?.split_ascii_whitespace().collect();
    STANDARD.decode(packed).ok().filter(|bytes| !bytes.is_empty())
}

/// True for a text without any form, in letters every phone knows.
fn is_plain(mime: &str) -> bool {
    let mut parts = mime.split(';').map(|part| part.trim().to_ascii_lowercase());
    let plain = parts.next().as_deref() == Some("text/plain");
    plain
        && parts.all(|part| match part.split_once('=') {
            Some(("charset", name)) => matches!(name.trim_matches('"'), "utf-8" | "utf8" | "us-ascii"),
            _ => true,
        })
}

/// A text to be read to its end; line ends of one kind.
fn readable(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let shown = |letter: char| !letter.is_control() || matches!(letter, '\n' | '\t');
    (!text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT && text.chars().all(shown))
        .then_some(text)
}

/// The messages a field names, by address or by the name they were made with; what else it names is passed over.
fn named(root: &Element<'_>, field: &str) -> Result<Vec<Id>, Unreadable> {
    let mut found = Vec::new();
    for one in root.children(field)? {
        if let Some(there) = one.text("reference")?.and_then(|text| last(text, "Communication")) {
            found.push(there);
        } else if let Some(name) = one.child("identifier")?
            && name.text("system")? == Some(RECORD)
        {
            found.extend(name.text("value")?.and_then(|value| Id::new(value).ok()));
        }
    }
    Ok(found)
}

/// The id, if a reference leads to a record of this type; some servers write the whole address.
fn last(reference: &str, kind: &str) -> Option<Id> {
    let path = reference.split_once("/_history/").map_or(reference, |(path, _)| path);
    let (before, id) = path.rsplit_once('/')?;
    (before.rsplit('/').next() == Some(kind)).then(|| Id::new(id).ok()).flatten()
}
