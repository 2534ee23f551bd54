//! Works out what expressions say of the answers, again and again until nothing changes.
//!
//! Expressions see only the answers of items that are asked, and what they say changes which those are. They begin
//! with nothing calculated and every item that an expression enables not asked. Where that does not settle within
//! [`MOST_ROUNDS`] rounds, what still changes is let be: such an item is asked, such a result stays empty. After
//! [`MOST_LETTINGS`] times all of them are let be, so there are never more than `MOST_ROUNDS * (MOST_LETTINGS + 1)`
//! rounds. How much work all of them may be together is up to the language of the expressions.

use super::enable::settle;
use super::fit::fit;
use super::layout::{Layout, Spot};
use super::tidy::{Calculated, tidy};
use super::{Answers, Expression, Expressions, Failed, Form, Path, Value};
use std::collections::{HashMap, HashSet};

const MOST_ROUNDS: usize = 32;
const MOST_LETTINGS: usize = 2;

/// What the expressions of a form say, by the place they stand at.
#[derive(Default, PartialEq)]
pub(super) struct Reckoned {
    /// Whether the item is asked.
    pub(super) said: HashMap<Path, bool>,
    /// What was calculated for it.
    calculated: HashMap<Path, Vec<Value>>,
    /// One of its expressions could not be worked out.
    pub(super) failed: HashSet<Path>,
}

/// The answers with what was calculated in them. Calculated items must have no answers to begin with.
pub(super) fn reckon(
    form: &Form,
    mut answers: Answers,
    expressions: &dyn Expressions,
) -> (Answers, Reckoned) {
    let mut let_be = LetBe::Some(HashSet::new());
    for letting in 0..=MOST_LETTINGS {
        if letting == MOST_LETTINGS {
            let_be = LetBe::All;
        }
        let mut reckoned = Reckoned::default();
        let mut changing = HashSet::new();
        for _ in 0..MOST_ROUNDS {
            let next = round(form, &answers, &reckoned, expressions, &let_be);
            if next == reckoned {
                return (answers, reckoned);
            }
            changing = reckoned.unlike(&next);
            put(&mut answers, &reckoned, &next);
            answers = tidy(form, answers, Calculated::Kept);
            reckoned = next;
        }
        put(&mut answers, &reckoned, &Reckoned::default());
        if let LetBe::Some(paths) = &mut let_be {
            paths.extend(changing);
        }
    }
    (answers, Reckoned::default())
}

/// What is no longer worked out, since it does not settle.
enum LetBe {
    Some(HashSet<Path>),
    All,
}

impl LetBe {
    fn has(&self, path: &Path) -> bool {
        match self {
            Self::Some(paths) => paths.contains(path),
            Self::All => true,
        }
    }
}

impl Reckoned {
    /// The places at which two reckonings say something else.
    fn unlike(&self, other: &Self) -> HashSet<Path> {
        let said = self.said.keys().chain(other.said.keys());
        let said = said.filter(|path| self.said.get(*path) != other.said.get(*path));
        let calculated = self.calculated.keys().chain(other.calculated.keys());
        let calculated = calculated.filter(|path| self.calculated.get(*path) != other.calculated.get(*path));
        said.chain(calculated).cloned().collect()
    }
}

/// Puts what was calculated in place of what was calculated before.
fn put(answers: &mut Answers, before: &Reckoned, now: &Reckoned) {
    for path in before.calculated.keys().filter(|path| !now.calculated.contains_key(*path)) {
        answers.clear(path);
    }
    for (path, values) in
        now.calculated.iter().filter(|(path, values)| before.calculated.get(*path) != Some(*values))
    {
        answers.set(path, values.clone());
    }
}

#[derive(Clone, Copy)]
enum What {
    Enabled,
    Calculated,
}

fn round(
    form: &Form,
    answers: &Answers,
    before: &Reckoned,
    expressions: &dyn Expressions,
    let_be: &LetBe,
) -> Reckoned {
    let layout = Layout::of(form, answers);
    let enabled = settle(&layout, &before.said);
    let mut asked: Vec<(&Spot<'_>, What, &Expression)> = Vec::new();
    let mut next = Reckoned::default();
    for (spot, enabled_here) in layout.spots.iter().zip(&enabled) {
        let reachable = spot.above.is_none_or(|above| enabled.get(above).copied().unwrap_or(false));
        let to_say = spot.item.enable.as_ref().and_then(|enable| enable.expression.as_ref());
        let to_say = to_say.filter(|_| reachable).map(|expression| (What::Enabled, expression));
        let reckons = spot.item.calculated.as_ref().filter(|_| *enabled_here && !spot.waits);
        let reckons = reckons.map(|expression| (What::Calculated, expression));
        for (what, expression) in to_say.into_iter().chain(reckons) {
            if let_be.has(&spot.path) {
                next.take(spot, what, Err(Failed));
            } else {
                asked.push((spot, what, expression));
            }
        }
    }
    if asked.is_empty() {
        return next;
    }
    let wanted: Vec<_> = asked.iter().map(|(spot, _, expression)| (&spot.path, *expression)).collect();
    let results = expressions.values(form, &sent(answers, &layout, &enabled), &wanted);
    for ((spot, what, _), result) in asked.into_iter().zip(results) {
        next.take(spot, what, result);
    }
    next
}

impl Reckoned {
    fn take(&mut self, spot: &Spot<'_>, what: What, result: Result<Vec<Value>, Failed>) {
        let path = spot.path.clone();
        let result = match what {
            What::Enabled => {
                let said = result.and_then(|values| truth(&values));
                // An item is not withheld because of a fault in the form.
                self.said.insert(path, said.as_ref().map_or(true, |said| said.unwrap_or(false)));
                said.map(drop)
            }
            What::Calculated => result.and_then(|values| as_answers(&values, spot)).map(|values| {
                if !values.is_empty() {
                    self.calculated.insert(path, values);
                }
            }),
        };
        if result.is_err() {
            self.failed.insert(spot.path.clone());
        }
    }
}

fn as_answers(values: &[Value], spot: &Spot<'_>) -> Result<Vec<Value>, Failed> {
    if values.len() > 1 && !spot.item.repeats {
        return Err(Failed);
    }
    values.iter().map(|value| fit(value, spot.item).ok_or(Failed)).collect()
}

/// A result as a truth value, as `FHIRPath` takes a collection for one: a single value of another type is true.
pub(super) fn truth(values: &[Value]) -> Result<Option<bool>, Failed> {
    match values {
        [] => Ok(None),
        [Value::Boolean(truth)] => Ok(Some(*truth)),
        [_] => Ok(Some(true)),
        _ => Err(Failed),
    }
}

/// The answers of the items that are asked.
pub(super) fn sent(answers: &Answers, layout: &Layout<'_>, enabled: &[bool]) -> Answers {
    let asked = layout.spots.iter().zip(enabled).filter(|(spot, enabled)| **enabled && !spot.waits);
    answers.only(&asked.map(|(spot, _)| &spot.path).collect())
}
