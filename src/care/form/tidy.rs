//! Puts answers in the form's order and takes out what is going to be calculated; nothing else is lost.

use super::{Answers, Form, Given, Item, ItemKind};

/// The answers in the form's order, what the form does not have at the end.
pub(super) fn tidy(form: &Form, answers: &Answers) -> Answers {
    Answers { items: in_order(&form.items, answers.items.clone()) }
}

fn in_order(items: &[Item], mut given: Vec<Given>) -> Vec<Given> {
    let mut ordered = Vec::with_capacity(given.len());
    for item in items {
        let (mine, rest): (Vec<Given>, Vec<Given>) =
            given.into_iter().partition(|given| given.link_id == item.link_id);
        given = rest;
        match item.kind {
            ItemKind::Group | ItemKind::Display => {
                ordered.extend(mine.into_iter().map(|group| inside(item, group)));
            }
            _ => ordered.extend(question(item, mine)),
        }
    }
    ordered.append(&mut given);
    ordered
}

fn inside(item: &Item, given: Given) -> Given {
    Given { items: in_order(&item.items, given.items), ..given }
}

/// What was given for a question, in one place. What lies below it is below its answers, or waits for one.
fn question(item: &Item, mine: Vec<Given>) -> Option<Given> {
    let one = mine.into_iter().reduce(|mut one, more| {
        one.answers.extend(more.answers);
        one.items.extend(more.items);
        one
    })?;
    let Given { link_id, mut answers, items: mut waiting } = one;
    if item.calculated.is_some() {
        waiting.extend(std::mem::take(&mut answers).into_iter().flat_map(|answer| answer.items));
    }
    if let Some(first) = answers.first_mut() {
        first.items.append(&mut waiting);
    }
    for answer in &mut answers {
        answer.items = in_order(&item.items, std::mem::take(&mut answer.items));
    }
    let items = in_order(&item.items, waiting);
    (!answers.is_empty() || !items.is_empty()).then_some(Given { link_id, answers, items })
}
