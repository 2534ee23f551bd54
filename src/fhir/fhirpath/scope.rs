//! Where an expression stands: what is in focus there, and what the names in it mean.

use super::node::{Node, Nodes};
use super::run::{Focus, Outcome, World};
use crate::care::form::{Expression, Failed, Step, Variable};
use serde_json::Value as Json;
use std::borrow::Cow;

/// A place in the form: an item's, or the form's own.
pub(super) struct Place<'p> {
    pub(super) path: &'p [Step],
    /// Which of the variables of that place is being worked out: it does not name itself.
    pub(super) variable: Option<usize>,
}

/// What is known of a variable.
pub(super) enum Known<'a> {
    /// It is being worked out: naming it now would go in a circle.
    Underway,
    Done(Outcome<'a>),
}

impl<'a> World<'a> {
    /// What an expression says at a place.
    pub(super) fn at(&self, expression: &Expression, place: &Place<'_>) -> Outcome<'a> {
        let expr = (self.parsed)(&expression.0).ok_or(Failed)?;
        let this = [self.element(place.path)?];
        self.eval(expr, Focus { this: &this, index: 0, total: &[], place })
    }

    /// What `%name` means at a place. Variables of the item come before those of the items above and of the form.
    pub(super) fn variable(&self, name: &str, place: &Place<'_>) -> Outcome<'a> {
        let text = |text: &'static str| Ok(vec![Node::Text(Cow::Borrowed(text))]);
        match name {
            "resource" | "rootResource" => return Ok(Node::of(self.response, "").into_iter().collect()),
            "questionnaire" => return Ok(Node::of(self.questionnaire, "").into_iter().collect()),
            "context" => return Ok(vec![self.element(place.path)?]),
            "qitem" => return Ok(self.asked(place.path).into_iter().collect()),
            "ucum" => return text("http://unitsofmeasure.org"),
            "sct" => return text("http://snomed.info/sct"),
            "loinc" => return text("http://loinc.org"),
            _ => {}
        }
        let standard = [("vs-", "ValueSet"), ("ext-", "StructureDefinition")];
        for (stem, kind) in standard {
            if let Some(id) = name.strip_prefix(stem) {
                return Ok(vec![self.text(format!("http://hl7.org/fhir/{kind}/{id}"))?]);
            }
        }
        for level in (0..=place.path.len()).rev() {
            let above = place.path.get(..level).ok_or(Failed)?;
            let itself = place.variable.filter(|_| level == place.path.len());
            let mut named = self.variables(above).iter().enumerate().filter(|(nth, _)| Some(*nth) != itself);
            if let Some((nth, variable)) = named.find(|(_, variable)| variable.name == name) {
                return self.worked_out(variable, above, nth);
            }
        }
        Err(Failed)
    }

    fn variables(&self, path: &[Step]) -> &'a [Variable] {
        match path.last() {
            None => &self.form.variables,
            Some(step) => self.items.get(step.link_id.as_str()).map_or(&[], |item| &item.variables),
        }
    }

    fn worked_out(&self, variable: &'a Variable, path: &[Step], nth: usize) -> Outcome<'a> {
        let key = (path.to_vec(), nth);
        match self.known.borrow().get(&key) {
            Some(Known::Underway) => return Err(Failed),
            Some(Known::Done(outcome)) => return outcome.clone(),
            None => {}
        }
        self.known.borrow_mut().insert(key.clone(), Known::Underway);
        let outcome = self.at(&variable.expression, &Place { path, variable: Some(nth) });
        self.known.borrow_mut().insert(key, Known::Done(outcome.clone()));
        outcome
    }

    /// The element of the response at a path, or a blank one where nothing is answered.
    fn element(&self, path: &[Step]) -> Result<Node<'a>, Failed> {
        let Some(last) = path.last() else { return Node::of(self.response, "").ok_or(Failed) };
        let blank = || self.blanks.get(last.link_id.as_str()).and_then(|blank| Node::of(blank, ""));
        found(self.response, path).and_then(|json| Node::of(json, "")).or_else(blank).ok_or(Failed)
    }

    /// The item of the questionnaire at a path.
    fn asked(&self, path: &[Step]) -> Option<Node<'a>> {
        let mut here = self.questionnaire;
        for step in path {
            here = items(here).find(|item| link_id(item) == Some(&step.link_id))?;
        }
        (!path.is_empty()).then(|| Node::of(here, ""))?
    }

    /// The link id of the item that an answer, or its value, belongs to.
    pub(super) fn owner(&self, node: &Node<'a>) -> Option<&'a str> {
        let Node::Element(fields, _) = node else { return None };
        let mut owners = self.owners.borrow_mut();
        let owners = owners.get_or_insert_with(|| {
            let mut owners = std::collections::HashMap::new();
            let mut left: Nodes<'a> = Node::of(self.response, "").into_iter().collect();
            while let Some(above) = left.pop() {
                for item in above.member("item") {
                    let Some(link_id) = item.text("linkId") else { continue };
                    for answer in item.member("answer") {
                        for element in answer.member("value").iter().chain([&answer]) {
                            if let Node::Element(fields, _) = element {
                                owners.insert(std::ptr::from_ref(*fields).addr(), link_id);
                            }
                        }
                        left.push(answer);
                    }
                    left.push(item);
                }
            }
            owners
        });
        owners.get(&std::ptr::from_ref(*fields).addr()).copied()
    }
}

fn items(json: &Json) -> impl Iterator<Item = &Json> {
    json.get("item").and_then(Json::as_array).into_iter().flatten()
}

fn link_id(json: &Json) -> Option<&str> {
    json.get("linkId").and_then(Json::as_str)
}

/// The item of a response at a path.
fn found<'a>(response: &'a Json, path: &[Step]) -> Option<&'a Json> {
    let (last, above) = path.split_last()?;
    let mut here = response;
    for step in above {
        let (first, nth) = (of_id(here, step, 0)?, step.nth);
        here = match first.get("answer").and_then(Json::as_array) {
            Some(answers) => answers.get(nth)?,
            None => of_id(here, step, nth)?,
        };
    }
    let first = of_id(here, last, 0)?;
    if first.get("answer").is_some() { Some(first) } else { of_id(here, last, last.nth) }
}

fn of_id<'a>(above: &'a Json, step: &Step, nth: usize) -> Option<&'a Json> {
    items(above).filter(|item| link_id(item) == Some(&step.link_id)).nth(nth)
}
