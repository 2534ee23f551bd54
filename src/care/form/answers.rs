//! What was answered: a tree alike a `QuestionnaireResponse`, with the answers of items that are not asked right now.

use super::layout::{Layout, MOST_SPOTS};
use super::{Form, Value, Worked, start};
use std::collections::HashSet;

/// All answers of one filled-in form, those of disabled items too: they come back when the item does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    pub items: Vec<Given>,
}

/// What was given for one item. A repeated group has one for each time.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    pub link_id: String,
    /// None for a group.
    pub answers: Vec<GivenAnswer>,
    /// Below a group. What lies below a question is under its answers; only while it has none does it wait here.
    pub items: Vec<Given>,
}

/// One answer with what was given below it.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenAnswer {
    pub value: Value,
    pub items: Vec<Given>,
}

impl GivenAnswer {
    /// An answer with nothing below it.
    #[must_use]
    pub const fn new(value: Value) -> Self {
        Self { value, items: Vec::new() }
    }
}

/// One step from an item to the next below it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Step {
    pub link_id: String,
    /// Which time of a repeated group, or which answer of a question the next step lies below; counts from 0.
    pub nth: usize,
}

/// The way from the form to one item. The last step's `nth` counts for a group only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// The way to an item below this one, the `nth` time or answer.
    #[must_use]
    pub fn below(&self, link_id: &str, nth: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step { link_id: link_id.to_owned(), nth });
        Self(steps)
    }

    /// The link id of the item it leads to; none for the form itself.
    #[must_use]
    pub fn link_id(&self) -> Option<&str> {
        self.0.last().map(|step| step.link_id.as_str())
    }

    /// The way to what lies above; none for the form itself.
    #[must_use]
    pub fn above(&self) -> Option<Self> {
        let (_, above) = self.0.split_last()?;
        Some(Self(above.to_vec()))
    }
}

impl Answers {
    /// What was given for the item at `path`: that time of a group, or a question with its answers.
    #[must_use]
    pub fn at(&self, path: &Path) -> Option<&Given> {
        let (last, above) = path.0.split_last()?;
        let mut items = &self.items;
        for step in above {
            items = below(items, step)?;
        }
        nth(items, last)
    }

    /// The answers to the question at `path`; none where nothing was answered.
    pub fn values(&self, path: &Path) -> impl Iterator<Item = &Value> {
        self.at(path).into_iter().flat_map(|given| given.answers.iter().map(|answer| &answer.value))
    }

    /// How often the group at `path` is there, whichever time the path names.
    #[must_use]
    pub fn times(&self, path: &Path) -> usize {
        let Some((last, above)) = path.0.split_last() else { return 0 };
        let mut items = &self.items;
        for step in above {
            match below(items, step) {
                Some(inner) => items = inner,
                None => return 0,
            }
        }
        items.iter().filter(|given| given.link_id == last.link_id).count()
    }

    /// Answers the question at `path` with `values`, and makes the way there. None of them clears it.
    ///
    /// What was given below an answer stays below the same answer, or below the one in its place. Below a question
    /// without an answer it waits, and is there again with the next answer. `false`: a group or an answer that the
    /// path names is not there, and nothing was set.
    pub fn set(&mut self, path: &Path, values: Vec<Value>) -> bool {
        if values.is_empty() && self.at(path).is_none() {
            return true;
        }
        let Some((last, above)) = path.0.split_last() else { return false };
        let Some(items) = make_way(&mut self.items, above) else { return false };
        let Some(given) = make(items, &last.link_id, 0) else { return false };
        let mut former = std::mem::take(&mut given.answers);
        if values.is_empty() {
            if let Some(first) = former.into_iter().next() {
                given.items = first.items;
            }
            items.retain(|given| given.link_id != last.link_id || !given.items.is_empty());
            return true;
        }
        if former.is_empty() {
            given.answers = values.into_iter().map(GivenAnswer::new).collect();
            if let Some(first) = given.answers.first_mut() {
                first.items = std::mem::take(&mut given.items);
            }
            return true;
        }
        given.answers = values.into_iter().map(GivenAnswer::new).collect();
        for answer in &mut given.answers {
            if let Some(same) = former.iter().position(|old| old.value == answer.value) {
                answer.items = former.remove(same).items;
            }
        }
        let new = given.answers.iter_mut().filter(|answer| answer.items.is_empty());
        for (answer, old) in new.zip(former) {
            answer.items = old.items;
        }
        true
    }

    /// Takes the answers of the question at `path` away.
    pub fn clear(&mut self, path: &Path) {
        self.set(path, Vec::new());
    }

    /// Adds one more time of the group at `path`, whichever time the path names, and says where it lies. Its
    /// author's initial values are in it.
    ///
    /// The first time of a group is asked before anything is in it: adding one to none makes the second. `None`: the
    /// path leads nowhere, or there is no room for more.
    pub fn add(&mut self, form: &Form, path: &Path) -> Option<Path> {
        let more = form.item(path.link_id()?).map_or(1, |item| start::spots(&item.items).saturating_add(1));
        if Layout::of(form, self).spots.len().saturating_add(more) > MOST_SPOTS {
            return None;
        }
        let (last, above) = path.0.split_last()?;
        let items = make_way(&mut self.items, above)?;
        let there = items.iter().filter(|given| given.link_id == last.link_id).count().max(1);
        make(items, &last.link_id, 0)?;
        make(items, &last.link_id, there)?.items =
            form.item(&last.link_id).map(start::below).unwrap_or_default();
        Some(Path(above.to_vec()).below(&last.link_id, there))
    }

    /// Takes that time of a group away; the later ones move up.
    pub fn remove(&mut self, path: &Path) {
        let Some((last, above)) = path.0.split_last() else { return };
        let Some(items) = make_way(&mut self.items, above) else { return };
        let mut before = 0;
        items.retain(|given| {
            let same = given.link_id == last.link_id;
            before += usize::from(same);
            !(same && before == last.nth + 1)
        });
    }

    /// The answers without those of items that are not asked: what would be sent.
    ///
    /// A group in which nothing is left, and an item that the form does not have, are left out too.
    #[must_use]
    pub fn only_enabled(&self, worked: &Worked) -> Self {
        let asked = worked.lines.iter().filter(|line| line.enabled && !line.waits);
        self.only(&asked.map(|line| &line.path).collect())
    }

    pub(super) fn only(&self, asked: &HashSet<&Path>) -> Self {
        Self { items: keep(&self.items, &Path::default(), asked) }
    }
}

fn keep(items: &[Given], above: &Path, asked: &HashSet<&Path>) -> Vec<Given> {
    let mut kept = Vec::new();
    for (place, given) in items.iter().enumerate() {
        let before = items.iter().take(place).filter(|other| other.link_id == given.link_id).count();
        let here = above.below(&given.link_id, before);
        if !asked.contains(&here) {
            continue;
        }
        let answer = |(nth, answer): (usize, &GivenAnswer)| GivenAnswer {
            value: answer.value.clone(),
            items: keep(&answer.items, &above.below(&given.link_id, nth), asked),
        };
        let left = Given {
            link_id: given.link_id.clone(),
            answers: given.answers.iter().enumerate().map(answer).collect(),
            items: keep(&given.items, &here, asked),
        };
        if !left.answers.is_empty() || !left.items.is_empty() {
            kept.push(left);
        }
    }
    kept
}

fn nth<'a>(items: &'a [Given], step: &Step) -> Option<&'a Given> {
    let mut same = items.iter().filter(|given| given.link_id == step.link_id);
    let first = same.next()?;
    // A question is there once, and its step names an answer.
    if step.nth == 0 || !first.answers.is_empty() { Some(first) } else { same.nth(step.nth - 1) }
}

/// The nth thing with this link id, made if it is the next one.
fn make<'a>(items: &'a mut Vec<Given>, link_id: &str, nth: usize) -> Option<&'a mut Given> {
    let same: Vec<usize> = places(items, link_id);
    let place = match same.get(nth) {
        Some(place) => *place,
        None if same.len() == nth => {
            items.push(Given { link_id: link_id.to_owned(), answers: Vec::new(), items: Vec::new() });
            items.len() - 1
        }
        None => return None,
    };
    items.get_mut(place)
}

fn places(items: &[Given], link_id: &str) -> Vec<usize> {
    let same = items.iter().enumerate().filter(|(_, given)| given.link_id == link_id);
    same.map(|(place, _)| place).collect()
}

fn make_way<'a>(mut items: &'a mut Vec<Given>, above: &[Step]) -> Option<&'a mut Vec<Given>> {
    for step in above {
        let question = items.iter().any(|given| given.link_id == step.link_id && !given.answers.is_empty());
        items = if question {
            &mut make(items, &step.link_id, 0)?.answers.get_mut(step.nth)?.items
        } else {
            &mut make(items, &step.link_id, step.nth)?.items
        };
    }
    Some(items)
}

fn below<'a>(items: &'a [Given], step: &Step) -> Option<&'a Vec<Given>> {
    let given = nth(items, step)?;
    if given.answers.is_empty() {
        Some(&given.items)
    } else {
        given.answers.get(step.nth).map(|answer| &answer.items)
    }
}

#[cfg(test)]
#[path = "answers_tests.rs"]
mod tests;
