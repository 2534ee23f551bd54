//! Puts answers in the form's order, with or without what was calculated; nothing else is lost.

use super::{Answers, Form, Given, Item, ItemKind};

/// What becomes of the answers of calculated items.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Calculated {
    Kept,
    /// They are going to be calculated anew.
    Dropped,
}

/// The answers in the form's order, what the form does not have at the end.
pub(super) fn tidy(form: &Form, answers: Answers, calculated: Calculated) -> Answers {
    Answers { items: in_order(&form.items, answers.items, calculated) }
}

fn in_order(items: &[Item], mut given: Vec<Given>, calculated: Calculated) -> Vec<Given> {
    let mut ordered = Vec::with_capacity(given.len());
    for item in items {
        let (mine, rest): (Vec<Given>, Vec<Given>) =
            given.into_iter().partition(|given| given.link_id == item.link_id);
        given = rest;
        match item.kind {
            ItemKind::Group | ItemKind::Display => {
                ordered.extend(mine.into_iter().map(|group| inside(item, group, calculated)));
            }
            _ => ordered.extend(question(item, mine, calculated)),
        }
    }
    ordered.append(&mut given);
    ordered
}

fn inside(item: &Item, given: Given, calculated: Calculated) -> Given {
    Given { items: in_order(&item.items, given.items, calculated), ..given }
}

/// What was given for a question, in one place. What lies below it is below its answers, or waits for one.
fn question(item: &Item, mine: Vec<Given>, calculated: Calculated) -> Option<Given> {
    let one = mine.into_iter().reduce(|mut one, more| {
        one.answers.extend(more.answers);
        one.items.extend(more.items);
        one
    })?;
    let Given { link_id, mut answers, items: mut waiting } = one;
    if item.calculated.is_some() && calculated == Calculated::Dropped {
        waiting.extend(std::mem::take(&mut answers).into_iter().flat_map(|answer| answer.items));
    }
    if let Some(first) = answers.first_mut() {
        first.items.append(&mut waiting);
    }
    for answer in &mut answers {
        answer.items = in_order(&item.items, std::mem::take(&mut answer.items), calculated);
    }
    let items = in_order(&item.items, waiting, calculated);
    (!answers.is_empty() || !items.is_empty()).then_some(Given { link_id, answers, items })
}
