//! `Questionnaire` to a [`Form`]: a form that cannot be understood whole is refused, and everything in the way is named.
//!
//! Read are FHIR R4 and the parts of Structured Data Capture (SDC) named in `extension`. A form is read leniently
//! where its meaning is certain: it may be a draft or lack its status; narrative and styled texts (`rendering-xhtml`,
//! `rendering-markdown`) are passed over for the plain `text`, which stays text; R5's item type `coding` is a choice.
//! It is refused where anything that decides what is asked or answered is unknown, missing or contradicts itself:
//! several `enableWhen` without an `enableBehavior` are such a case, since R4 has no default for it.

mod control;
mod enable;
mod expression;
mod extension;
mod found;
pub(super) mod item;
mod limits;
mod options;
mod shape;
mod spot;
mod value_set;

pub use item::type_of;

use crate::care::form::{Form, has_room};
use found::Found;
use serde_json::Value;
use spot::Spot;

/// A form that cannot be used, with all that stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a form with {} things this app does not understand", unsupported.len())]
pub struct Refused {
    /// In the form's order; never empty.
    pub unsupported: Vec<Unsupported>,
}

/// One thing of a form that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// The item it belongs to; `None`: the form as a whole.
    pub link_id: Option<String>,
    /// What it is, in short stable words.
    pub what: String,
}

/// Reads a `Questionnaire`.
///
/// # Errors
/// [`Refused`] when any of it is not understood.
pub fn read(questionnaire: &Value) -> Result<Form, Refused> {
    let found = Found::default();
    let form = form(questionnaire, &found);
    let unsupported = found.in_order(questionnaire);
    match form {
        Some(form) if unsupported.is_empty() => Ok(form),
        _ => Err(Refused { unsupported }),
    }
}

fn form(questionnaire: &Value, found: &Found) -> Option<Form> {
    let Some(fields) = questionnaire.as_object().filter(|_| is_one(questionnaire)) else {
        found.note(None, "not a Questionnaire");
        return None;
    };
    if !shape::bounded(questionnaire, found) {
        return None;
    }
    let questions = shape::check(questionnaire, found);
    let root = Spot::new(fields, None, found);
    if fields.contains_key("implicitRules") {
        root.note("implicitRules");
    }
    extension::refuse(&root);
    let items = root.list("item");
    if items.is_empty() {
        root.note("no items");
    }
    let space = options::Room::default();
    let sets = value_set::Sets::new(&root);
    let variables = expression::variables(&root, &[]);
    let names: Vec<&str> = variables.iter().map(|variable| variable.name.as_str()).collect();
    let common = item::Reader { sets: &sets, room: &space, questions: &questions };
    let items = items.iter().map(|item| common.read(item, &names)).collect();
    let constraints = expression::constraints(&root, &names);
    let form = Form {
        url: url(&root),
        version: root.text("version"),
        name: root.text("name"),
        title: root.text("title"),
        codes: root.codings("code"),
        language: root.text("language"),
        copyright: root.text("copyright"),
        variables,
        constraints,
        items,
    };
    if !has_room(&form) {
        root.note("too many items with their repetitions");
    }
    Some(form)
}

/// True if `value` says that it is a `Questionnaire`.
#[must_use]
pub fn is_one(value: &Value) -> bool {
    value.get("resourceType").and_then(Value::as_str) == Some("Questionnaire")
}

/// What a response names the form by: its lasting address, or else where it lies on its server.
fn url(root: &Spot<'_>) -> Option<String> {
    root.text("url").or_else(|| root.text("id").map(|id| format!("Questionnaire/{id}")))
}
