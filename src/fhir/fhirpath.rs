//! The expressions of forms: a stated part of `FHIRPath`, over a form and its answers.
//!
//! Understood are: all literals; paths, `[…]`, `$this`, `$index`, `$total`; all operators, with dates moved by
//! calendar units; `%resource`, `%context`, `%questionnaire`, `%qitem`, `%loinc`, `%sct`, `%ucum`, `%vs-…`, `%ext-…`
//! and the variables of the form and of the items above; and the functions in `known`. `now()`,
//! `today()` and `timeOfDay()` come from the instant that is given, never from a clock.
//!
//! Not understood, and named by [`check`], is everything else: `matches()` and `replaceMatches()` (there is no
//! language for patterns), `resolve()`, `memberOf()`, `conformsTo()` and `subsumes()` (they need a server), `exp()`,
//! `ln()`, `log()` and `sqrt()` (not exact), `type()`, `defineVariable()`. A date and time needs an offset. Units are
//! never converted. An element of `%resource` knows its type from its place, of any other resource from the end of
//! its field's name.
//!
//! Work is bounded for all that is asked from one beginning to the next (`run`), by the length of an expression and the depth of its
//! brackets (`parser`); what goes beyond fails. Decimals are exact; a result of too many digits is empty.

mod compare;
mod conversions;
mod expr;
mod functions;
mod known;
mod lexer;
mod node;
mod operators;
mod parser;
mod run;
mod scope;
mod strings;
mod times;
mod weight;

use super::questionnaire_response::tree;
use crate::care::form::{Answers, Expression, Expressions, Failed, Form, Path, Value};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use expr::Expr;
use run::World;
use scope::Place;
use serde_json::{Value as Json, json};
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::fmt;

/// The expressions of one form.
pub struct FhirPath {
    questionnaire: Json,
    now: Option<(DateTime<Utc>, Tz)>,
    /// How many steps were taken since it began.
    steps: Cell<usize>,
    /// What the questionnaire's variables are called.
    names: HashSet<String>,
    /// Its expressions; those that are none are not in it.
    parsed: HashMap<String, Expr>,
}

impl fmt::Debug for FhirPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FhirPath").finish_non_exhaustive()
    }
}

impl FhirPath {
    /// The expressions of a `Questionnaire`, which they may name as `%questionnaire`.
    #[must_use]
    pub fn new(questionnaire: &Json) -> Self {
        let (mut names, mut texts) = (HashSet::new(), HashSet::new());
        find(questionnaire, &mut names, &mut texts);
        let parse = |text: &str| Some((text.to_owned(), parser::parse(text, &names).ok()?));
        let parsed = texts.into_iter().filter_map(parse).collect();
        Self { questionnaire: questionnaire.clone(), now: None, steps: Cell::new(0), names, parsed }
    }

    /// With what `now()` and `today()` are; without it, an expression that names them fails.
    #[must_use]
    pub fn at(self, now: DateTime<Utc>, zone: Tz) -> Self {
        Self { now: Some((now, zone)), ..self }
    }

    /// The expressions of a form that are not in the questionnaire as it was given.
    fn others(&self, form: &Form, wanted: &[(&Path, &Expression)]) -> HashMap<String, Expr> {
        let of_items = form.all_items().flat_map(|item| &item.variables);
        let variables = form.variables.iter().chain(of_items).map(|variable| &variable.expression);
        let all = wanted.iter().map(|(_, expression)| *expression).chain(variables);
        let new = all.filter(|expression| !self.parsed.contains_key(&expression.0));
        let parse =
            |Expression(text): &Expression| Some((text.clone(), parser::parse(text, &self.names).ok()?));
        new.filter_map(parse).collect()
    }
}

/// Finds every expression below, and the names of those that have one.
fn find<'a>(json: &'a Json, names: &mut HashSet<String>, texts: &mut HashSet<&'a str>) {
    match json {
        Json::Object(fields) => {
            if let Some(text) = fields.get("expression").and_then(Json::as_str) {
                names.extend(fields.get("name").and_then(Json::as_str).map(str::to_owned));
                texts.insert(text);
            }
            fields.values().for_each(|field| find(field, names, texts));
        }
        Json::Array(items) => items.iter().for_each(|item| find(item, names, texts)),
        _ => {}
    }
}

impl Expressions for FhirPath {
    fn begin(&self) {
        self.steps.set(0);
    }

    fn values(
        &self,
        form: &Form,
        answers: &Answers,
        wanted: &[(&Path, &Expression)],
    ) -> Vec<Result<Vec<Value>, Failed>> {
        let others = self.others(form, wanted);
        let parsed = |text: &str| self.parsed.get(text).or_else(|| others.get(text));
        let response = tree(answers);
        let steps = wanted.iter().flat_map(|(path, _)| &path.0);
        let blanks = steps.map(|step| (step.link_id.as_str(), json!({ "linkId": step.link_id }))).collect();
        let world = World {
            questionnaire: &self.questionnaire,
            response: &response,
            form,
            items: form.all_items().map(|item| (item.link_id.as_str(), item)).collect(),
            blanks: &blanks,
            parsed: &parsed,
            now: self.now,
            known: RefCell::default(),
            owners: RefCell::default(),
            steps: &self.steps,
            depth: Cell::new(0),
        };
        let value = |(path, expression): &(&Path, &Expression)| {
            let nodes = world.at(expression, &Place { path: &path.0, variable: None })?;
            nodes.iter().map(|node| node.value().ok_or(Failed)).collect()
        };
        wanted.iter().map(value).collect()
    }
}

/// Says what in an expression is not understood: a sign, a word, or the name of a function.
pub fn check(expression: &str) -> Result<(), String> {
    parser::parse(expression, &HashSet::new()).map(drop)
}

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
#[path = "fhirpath_tests.rs"]
mod tests;
