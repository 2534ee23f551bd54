//! What there is to say about a form, in the shape that programs read.

use super::errors;
use cairn::care::form::{Form, Item, Line, Worked};
use cairn::fhir::questionnaire::{Refused, type_of};
use cairn::fhir::questionnaire_response::{Misfit, content};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;

/// A form that was tried out.
#[derive(Debug, Serialize)]
pub(crate) struct Tried {
    pub(crate) accepted: bool,
    pub(crate) unsupported: Vec<Unsupported>,
    pub(crate) items: Vec<Shown>,
    pub(crate) scores: Vec<Score>,
    /// As it would be sent, but for the patient; `None` for a form that is refused.
    pub(crate) response: Option<Value>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Unsupported {
    pub(crate) link_id: Option<String>,
    pub(crate) what: String,
}

/// One item, as often as it is there.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Shown {
    /// `None`: the form as a whole.
    pub(crate) link_id: Option<String>,
    /// `None`: the form has no such item.
    #[serde(rename = "type")]
    pub(crate) kind: Option<&'static str>,
    pub(crate) enabled: bool,
    /// It or a group above it is `questionnaire-hidden`.
    pub(crate) hidden: bool,
    pub(crate) required: bool,
    /// The content of each `value[x]`.
    pub(crate) answers: Vec<Value>,
    /// What was reckoned: one value, several in a list, or nothing.
    pub(crate) calculated: Option<Value>,
    pub(crate) errors: Vec<String>,
    /// How deep it lies, for people.
    #[serde(skip)]
    pub(crate) depth: usize,
    /// What is asked, for people.
    #[serde(skip)]
    pub(crate) text: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Score {
    /// The LOINC code of the total, or the name of an instrument whose total has none.
    pub(crate) code: &'static str,
    pub(crate) total: Option<u8>,
    pub(crate) band: Option<&'static str>,
}

pub(crate) fn refused(refused: &Refused) -> Tried {
    let unsupported = refused.unsupported.iter();
    Tried {
        accepted: false,
        unsupported: unsupported
            .map(|one| Unsupported { link_id: one.link_id.clone(), what: one.what.clone() })
            .collect(),
        items: Vec::new(),
        scores: Vec::new(),
        response: None,
    }
}

/// Every item in the form's order; then what was answered without being asked.
pub(crate) fn items(form: &Form, worked: &Worked, misfits: &[Misfit]) -> Vec<Shown> {
    let known: HashMap<&str, &Item> = form.all_items().map(|item| (item.link_id.as_str(), item)).collect();
    let item = |line: &Line| line.path.link_id().and_then(|link_id| known.get(link_id).copied());
    let mut all: Vec<Shown> =
        worked.lines.iter().filter_map(|line| Some(shown(item(line)?, line, worked))).collect();
    if !worked.problems.is_empty() {
        let errors = worked.problems.iter().map(errors::of).collect();
        all.push(Shown { link_id: None, errors, ..nothing() });
    }
    for misfit in misfits {
        let error = errors::of_misfit(misfit, known.contains_key(misfit.link_id.as_str()));
        let same = all.iter_mut().find(|shown| shown.link_id.as_ref() == Some(&misfit.link_id));
        if let Some(same) = same {
            same.errors.push(error);
        } else {
            let link_id = Some(misfit.link_id.clone());
            all.push(Shown { link_id, answers: misfit.answers.clone(), errors: vec![error], ..nothing() });
        }
    }
    all
}

fn nothing() -> Shown {
    Shown {
        link_id: None,
        kind: None,
        enabled: false,
        hidden: false,
        required: false,
        answers: Vec::new(),
        calculated: None,
        errors: Vec::new(),
        depth: 0,
        text: String::new(),
    }
}

fn shown(item: &Item, line: &Line, worked: &Worked) -> Shown {
    let answers: Vec<Value> = worked.answers.values(&line.path).map(content).collect();
    let calculated = match answers.as_slice() {
        _ if !line.calculated => None,
        [] => None,
        [one] => Some(one.clone()),
        several => Some(several.to_vec().into()),
    };
    let mut errors: Vec<String> = line.problems.iter().map(errors::of).collect();
    if line.waits && line.enabled && !answers.is_empty() {
        errors.push("waiting: the question above it has no answer".to_owned());
    }
    let text = [item.prefix.as_deref(), item.text.as_deref()];
    Shown {
        link_id: Some(item.link_id.clone()),
        kind: Some(type_of(item.kind)),
        enabled: line.enabled,
        hidden: !line.shown,
        required: item.required,
        answers,
        calculated,
        errors,
        depth: line.path.0.len(),
        text: text.into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}
