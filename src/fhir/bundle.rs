//! `Bundle`: pages of a search and answers to a batch; what cannot be read is kept beside the reason.

use super::element::Element;
use super::{Resource, Unread, Unreadable, What};
use serde_json::{Value, json};

/// One page of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// In the server's order. An [`Unread`] is kept, never dropped: it may be what the patient must know of.
    pub entries: Vec<Result<Resource, Box<Unread>>>,
    /// The address of the next page, exactly as the server gave it.
    pub next: Option<String>,
}

/// The server's answer to one request of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The resource or, failing that, the `OperationOutcome`.
    pub body: Option<Value>,
}

impl Page {
    /// Reads a page from its text.
    ///
    /// # Errors
    /// As [`Page::from_value`], and when it is not JSON.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        Self::from_value(parse(text)?)
    }

    /// Reads a page from its JSON value. Entries about the search itself (outcomes) are skipped.
    ///
    /// # Errors
    /// [`Unreadable`] when it is not a `searchset`, or its list of entries or its link to the next page
    /// cannot be read: taken for the last one, such a page would make the rest look withdrawn.
    pub fn from_value(raw: Value) -> Result<Self, Unreadable> {
        let root = bundle(&raw, "searchset")?;
        let mut next = None;
        for link in root.children("link")? {
            if link.text("relation")? == Some("next") {
                next = Some(link.need("url", link.text("url")?)?.to_owned());
            }
        }
        let entries = entries(raw)?.into_iter().enumerate();
        Ok(Self { entries: entries.filter_map(|(place, entry)| resource(place, entry)).collect(), next })
    }
}

/// A batch that gets each of `urls` (relative to the server's base), in this order.
#[must_use]
pub fn batch_of_gets<'a>(urls: impl IntoIterator<Item = &'a str>) -> Value {
    let get = |url| json!({ "request": { "method": "GET", "url": url } });
    let entries: Vec<Value> = urls.into_iter().map(get).collect();
    json!({ "resourceType": "Bundle", "type": "batch", "entry": entries })
}

/// The answers to a batch, in the order of its requests.
///
/// # Errors
/// [`Unreadable`] when it is not a `batch-response` or an entry has no status.
pub fn answers(text: &str) -> Result<Vec<Answer>, Unreadable> {
    let raw = parse(text)?;
    let mut statuses = Vec::new();
    for entry in bundle(&raw, "batch-response")?.children("entry")? {
        let response = entry.need("response", entry.child("response")?)?;
        let status = response.need("status", response.text("status")?)?;
        // "200 OK" as well as "200".
        let number = status.split_ascii_whitespace().next().and_then(|number| number.parse().ok());
        statuses.push(number.ok_or_else(|| response.wrong("status", What::WrongType))?);
    }
    let body = |mut entry: Value| {
        let resource = entry.get_mut("resource").map(Value::take);
        resource.or_else(|| entry.pointer_mut("/response/outcome").map(Value::take))
    };
    let answer = |(status, entry)| Answer { status, body: body(entry) };
    Ok(statuses.into_iter().zip(entries(raw)?).map(answer).collect())
}

fn parse(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(|_| Unreadable::new("Bundle", What::Damaged))
}

/// The root of a bundle of this type.
fn bundle<'a>(raw: &'a Value, kind: &str) -> Result<Element<'a>, Unreadable> {
    let root = Element::enter("Bundle".to_owned(), raw)?;
    root.need("resourceType", root.code("resourceType", &[("Bundle", ())])?)?;
    root.need("type", root.code("type", &[(kind, ())])?)?;
    Ok(root)
}

fn entries(raw: Value) -> Result<Vec<Value>, Unreadable> {
    let Value::Object(mut fields) = raw else { return Ok(Vec::new()) };
    match fields.remove("entry") {
        None => Ok(Vec::new()),
        Some(Value::Array(entries)) => Ok(entries),
        Some(_) => Err(Unreadable::new("Bundle.entry", What::WrongType)),
    }
}

/// The resource of one entry; nothing for an entry about the search itself.
fn resource(place: usize, mut entry: Value) -> Option<Result<Resource, Box<Unread>>> {
    let about_search = entry.pointer("/search/mode").and_then(Value::as_str) == Some("outcome");
    let kind = entry.pointer("/resource/resourceType").and_then(Value::as_str);
    if about_search || kind == Some("OperationOutcome") {
        return None;
    }
    if let Some(resource) = entry.get_mut("resource") {
        return Some(Resource::from_value(resource.take()));
    }
    let why = Unreadable::new(format!("Bundle.entry[{place}].resource"), What::Missing);
    Some(Err(Box::new(Unread { kind: None, id: None, why, raw: entry })))
}
