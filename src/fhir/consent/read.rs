//! Reads back a paper that was signed on a phone of the patient's: every part of the signature, and a text whose bytes are
//! those the record announces. What the clinic keeps of other consents is not the app's.

use super::{holds_nothing, policy};
use crate::{
    care::{
        Id, Private,
        consent::{Signature, There, Word, heading},
    },
    fhir::{
        Resource, Unreadable, What,
        element::Element,
        inline,
        message::record_of,
        moment::{self, Moment},
        reference::Reference,
    },
};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono_tz::Tz;
use serde_json::Value;
use sha1::{Digest, Sha1};

/// What each status says. One that was signed never goes back to `draft` or `proposed`, which would be before that.
const STATUSES: [(&str, Status); 4] = [
    ("active", Status::InForce),
    ("inactive", Status::Ended),
    ("entered-in-error", Status::Mistake),
    ("rejected", Status::NotAccepted),
];

#[derive(Debug, Clone, Copy)]
enum Status {
    InForce,
    Ended,
    Mistake,
    NotAccepted,
}

/// True for one that was made on a phone and is more than the place kept for it, whether or not it can be read.
#[must_use]
pub fn is_signed(resource: &Resource) -> bool {
    let marked = resource.raw.get("status").and_then(Value::as_str) == Some("entered-in-error");
    record_of(&resource.raw).is_some() && !(marked && holds_nothing(&resource.raw))
}

/// The signature; `None` for a consent that was not signed on a phone, and for the place kept for one.
///
/// # Errors
/// [`Unreadable`] when it was and is not as [`super::write`] makes them, or says more than this app understands.
pub fn read(resource: &Resource) -> Result<Option<There>, Unreadable> {
    let Some(record) = record_of(&resource.raw).filter(|_| is_signed(resource)) else { return Ok(None) };
    let root = Element::root(resource)?;
    let at = root.need("dateTime", root.instant("dateTime")?)?;
    let beside = root.child("_dateTime")?;
    let zone = beside.map_or(Ok(None), |beside| moment::zone(&beside))?;
    let (protocol, protocol_version, document) = root.need("policy", text_named(&root)?)?;
    let attachment = root.need("sourceAttachment", root.child("sourceAttachment")?)?;
    let text = text(&attachment)?;
    let (title, version) = heading(&text).ok_or_else(|| attachment.wrong("data", What::NotSupported))?;
    let (title, version) = (title.to_owned(), version.to_owned());
    let clinic = Reference::many(&root, "organization")?;
    let signature = Signature {
        record,
        document,
        version,
        title,
        protocol,
        protocol_version,
        text: Private::new(text),
        name: Private::new(root.need("performer", name(&root)?)?),
        clinic: clinic.iter().find_map(|one| one.to(&["Organization"])).cloned(),
        recipient: None,
        at,
        zone: zone.unwrap_or(chrono_tz::UTC),
        withdrawn: None,
    };
    let word = word(&root, signature.zone)?;
    Ok(Some(There { signature, zone, word }))
}

/// `zone`: in which a day ends that is named without a time.
fn word(root: &Element<'_>, zone: Tz) -> Result<Word, Unreadable> {
    let status = root.need("status", root.code("status", &STATUSES)?)?;
    let until = until(root)?;
    Ok(match status {
        Status::InForce => Word::InForce { until: until.map(|until| until.due().last_instant(zone)) },
        Status::Ended => Word::Ended(until.and_then(|until| match until {
            Moment::At(at) => Some(at),
            Moment::Within(..) => None,
        })),
        Status::Mistake => Word::Mistake,
        Status::NotAccepted => Word::NotAccepted,
    })
}

/// Until when it holds. A provision that says anything else may take back what was agreed to.
fn until(root: &Element<'_>) -> Result<Option<Moment>, Unreadable> {
    let Some(provision) = root.child("provision")? else { return Ok(None) };
    if !provision.holds_only(&["id", "period"]) {
        return Err(root.wrong("provision", What::NotSupported));
    }
    provision.child("period")?.map_or(Ok(None), |period| period.moment("end"))
}

/// The text that was signed, of the stated hash if one is stated.
fn text(attachment: &Element<'_>) -> Result<String, Unreadable> {
    let text = inline::text(attachment)?;
    match attachment.text("hash")? {
        Some(hash) if hash != STANDARD.encode(Sha1::digest(text.as_bytes())) => {
            Err(attachment.wrong("hash", What::Damaged))
        }
        _ => Ok(text),
    }
}

/// Which text of which protocol was signed, and which paper of it.
fn text_named(root: &Element<'_>) -> Result<Option<(Id, u32, Id)>, Unreadable> {
    for one in root.children("policy")? {
        if let Some(named) = one.text("uri")?.and_then(policy::parse) {
            return Ok(Some(named));
        }
    }
    Ok(None)
}

fn name<'a>(root: &Element<'a>) -> Result<Option<&'a str>, Unreadable> {
    root.children("performer")?.first().map_or(Ok(None), |performer| performer.text("display"))
}
