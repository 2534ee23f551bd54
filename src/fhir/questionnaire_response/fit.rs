//! Reads answers back: each to its item in the form, and what fits no item is named.
//!
//! Some programs leave the groups out that an item lies in: where those are there once, its place is still certain.

use crate::care::form::{Answers, Form, Given, GivenAnswer, Item, ItemKind};
use crate::fhir::{
    Unreadable, What,
    answer_value::{self, Flaw},
    questionnaire::item::fitting,
};
use serde_json::{Map, Value as Json};

/// More levels than any form that is read has, its items and answers counted apart.
const DEEPEST: usize = 80;

/// A part of a response that answers nothing the form asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Where it is, and what is wrong; nothing of what was said.
    pub why: Unreadable,
    /// The item it is given for, as the response names it.
    pub link_id: String,
    /// What was answered there, as the response has it.
    pub answers: Vec<Json>,
}

/// The answers of `response` to the items of `form`, be they asked right now or not.
///
/// # Errors
/// [`Unreadable`] when it answers what the form does not ask, or with another type.
pub fn answers(form: &Form, response: &Json) -> Result<Answers, Unreadable> {
    let (answers, misfits) = fit(form, response)?;
    misfits.into_iter().next().map_or(Ok(answers), |misfit| Err(misfit.why))
}

/// The answers of `response` that fit an item of `form`, and every part that fits none.
///
/// # Errors
/// [`Unreadable`] when it is no `QuestionnaireResponse`, or one that must not be read without knowing more.
pub fn fit(form: &Form, response: &Json) -> Result<(Answers, Vec<Misfit>), Unreadable> {
    const ROOT: &str = "QuestionnaireResponse";
    let fields = response.as_object().ok_or_else(|| Unreadable::new(ROOT, What::WrongType))?;
    if fields.get("resourceType").and_then(Json::as_str) != Some(ROOT) {
        return Err(Unreadable::new(format!("{ROOT}.resourceType"), What::UnknownCode));
    }
    if fields.contains_key("implicitRules") {
        return Err(Unreadable::new(format!("{ROOT}.implicitRules"), What::UnknownRules));
    }
    without_modifiers(ROOT, fields)?;
    let mut reader = Reader { misfits: Vec::new(), unreadable: None };
    let items = reader.items(&form.items, fields, ROOT, 0);
    match reader.unreadable {
        Some(why) => Err(why),
        None => Ok((Answers { items }, reader.misfits)),
    }
}

fn without_modifiers(path: &str, fields: &Map<String, Json>) -> Result<(), Unreadable> {
    match fields.get("modifierExtension") {
        Some(found) if !found.as_array().is_some_and(Vec::is_empty) => {
            Err(Unreadable::new(format!("{path}.modifierExtension"), What::UnknownModifier))
        }
        _ => Ok(()),
    }
}

/// The item of this link id, after the groups that it lies in: those are there only once.
fn way<'a>(items: &'a [Item], link_id: &str) -> Option<Vec<&'a Item>> {
    if let Some(item) = items.iter().find(|item| item.link_id == link_id) {
        return Some(vec![item]);
    }
    items.iter().filter(|item| item.kind == ItemKind::Group && !item.repeats).find_map(|group| {
        let mut way = way(&group.items, link_id)?;
        way.insert(0, group);
        Some(way)
    })
}

/// Puts what was given for `item` below the `groups` it lies in.
fn put(all: &mut Vec<Given>, groups: &[&Item], item: &Item, given: Given) {
    if let Some((outer, groups)) = groups.split_first() {
        let there = all.iter().position(|other| other.link_id == outer.link_id);
        let at = there.unwrap_or_else(|| {
            all.push(Given { link_id: outer.link_id.clone(), answers: Vec::new(), items: Vec::new() });
            all.len() - 1
        });
        if let Some(group) = all.get_mut(at) {
            put(&mut group.items, groups, item, given);
        }
        return;
    }
    let same = all.iter_mut().find(|other| other.link_id == given.link_id);
    // Some write one item for each answer of a question.
    match same.filter(|_| item.kind != ItemKind::Group || !item.repeats) {
        Some(same) => {
            same.answers.extend(given.answers);
            same.items.extend(given.items);
        }
        None => all.push(given),
    }
}

struct Reader {
    misfits: Vec<Misfit>,
    /// Something that makes the whole response unreadable.
    unreadable: Option<Unreadable>,
}

impl Reader {
    /// What is given for `known` in the `item`s of an element.
    fn items(&mut self, known: &[Item], fields: &Map<String, Json>, path: &str, depth: usize) -> Vec<Given> {
        let mut all: Vec<Given> = Vec::new();
        for (nth, json) in self.list(fields, "item", path, depth).iter().enumerate() {
            let path = format!("{path}.item[{nth}]");
            let Some(one) = self.object(json, &path) else { continue };
            let link_id = one.get("linkId").and_then(Json::as_str).unwrap_or_default();
            let Some(way) = way(known, link_id) else {
                self.unknown(one, &path, depth);
                continue;
            };
            let Some((item, groups)) = way.split_last() else { continue };
            if let Some(given) = self.item(item, one, &path, depth) {
                put(&mut all, groups, item, given);
            }
        }
        all
    }

    fn item(&mut self, item: &Item, one: &Map<String, Json>, path: &str, depth: usize) -> Option<Given> {
        let link_id = item.link_id.clone();
        let mut answers = Vec::new();
        for (nth, json) in self.list(one, "answer", path, depth).iter().enumerate() {
            let path = format!("{path}.answer[{nth}]");
            let Some(fields) = self.object(json, &path) else { continue };
            match value(item, fields) {
                Ok(value) => {
                    let items = self.items(&item.items, fields, &path, depth + 1);
                    answers.push(GivenAnswer { value, items });
                }
                Err(what) => {
                    let why = Unreadable::new(format!("{path}.value"), what);
                    self.misfits.push(Misfit {
                        why,
                        link_id: link_id.clone(),
                        answers: vec![content(fields)],
                    });
                    // What lies below has lost its place, not its answers.
                    self.below(fields, &path, depth);
                }
            }
        }
        let mut items = self.items(&item.items, one, path, depth + 1);
        if item.kind == ItemKind::Display && items.is_empty() {
            return None;
        }
        if let (Some(first), true) = (answers.first_mut(), item.kind != ItemKind::Group) {
            first.items.append(&mut items);
        }
        Some(Given { link_id, answers, items })
    }

    /// Names an item that the form does not have here, and everything below it.
    fn unknown(&mut self, one: &Map<String, Json>, path: &str, depth: usize) {
        let answers = self.list(one, "answer", path, depth);
        let said = answers.iter().filter_map(Json::as_object).map(content).collect();
        let link_id = one.get("linkId").and_then(Json::as_str).unwrap_or_default().to_owned();
        let why = Unreadable::new(format!("{path}.linkId"), What::UnknownCode);
        self.misfits.push(Misfit { why, link_id, answers: said });
        self.below(one, path, depth);
        for (nth, answer) in answers.iter().enumerate() {
            if let Some(fields) = answer.as_object() {
                self.below(fields, &format!("{path}.answer[{nth}]"), depth);
            }
        }
    }

    fn below(&mut self, fields: &Map<String, Json>, path: &str, depth: usize) {
        self.items(&[], fields, path, depth + 1);
    }

    fn list<'a>(
        &mut self,
        fields: &'a Map<String, Json>,
        field: &str,
        path: &str,
        depth: usize,
    ) -> &'a [Json] {
        match fields.get(field) {
            None => &[],
            Some(Json::Array(items)) if depth <= DEEPEST => items,
            Some(_) => {
                self.stop(Unreadable::new(format!("{path}.{field}"), What::WrongType));
                &[]
            }
        }
    }

    fn object<'a>(&mut self, json: &'a Json, path: &str) -> Option<&'a Map<String, Json>> {
        let Some(fields) = json.as_object() else {
            self.stop(Unreadable::new(path, What::WrongType));
            return None;
        };
        if let Err(why) = without_modifiers(path, fields) {
            self.stop(why);
        }
        Some(fields)
    }

    fn stop(&mut self, why: Unreadable) {
        self.unreadable.get_or_insert(why);
    }
}

/// The value of an answer, as one this item can have.
fn value(item: &Item, fields: &Map<String, Json>) -> Result<crate::care::form::Value, What> {
    let value = answer_value::read(fields, "value").map_err(|flaw| match flaw {
        Flaw::Unsupported(_) => What::NotSupported,
        Flaw::Several => What::Ambiguous,
        Flaw::Malformed(_) | Flaw::Unknown => What::WrongType,
    })?;
    fitting(item.kind, value.ok_or(What::Missing)?).ok_or(What::WrongType)
}

/// The bare content of a `value[x]`.
fn content(fields: &Map<String, Json>) -> Json {
    let value = fields.iter().find(|(key, _)| key.starts_with("value"));
    value.map_or(Json::Null, |(_, content)| content.clone())
}
