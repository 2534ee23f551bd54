//! What a form begins with: what its author put there.

use super::fit::fit;
use super::{Answers, Form, Given, GivenAnswer, Item, ItemKind};

/// More groups than this are not put there beforehand, however many a form says there must be.
const MOST_TIMES: u32 = 20;
const MOST_GROUPS: usize = 500;

/// The answers a form begins with: initial values, options chosen beforehand, and groups that must be there.
///
/// What stands below a question that has no answer waits there until it has one. Of several initial values, a
/// question that takes one answer takes the first.
#[must_use]
pub fn start(form: &Form) -> Answers {
    Answers { items: begun(&form.items, &mut { MOST_GROUPS }) }
}

/// What stands below one more time of this group, or below a question, to begin with.
pub(super) fn below(item: &Item) -> Vec<Given> {
    begun(&item.items, &mut { MOST_GROUPS })
}

fn begun(items: &[Item], room: &mut usize) -> Vec<Given> {
    let mut given = Vec::new();
    for item in items {
        match item.kind {
            ItemKind::Display => {}
            ItemKind::Group => groups(item, &mut given, room),
            _ => given.extend(question(item, room)),
        }
    }
    given
}

fn groups(item: &Item, given: &mut Vec<Given>, room: &mut usize) {
    let times = item.limits.min_occurs.unwrap_or(0).clamp(1, MOST_TIMES);
    for _ in 0..times {
        if *room == 0 {
            return;
        }
        *room -= 1;
        let items = begun(&item.items, room);
        // A group that is there once needs no trace of it before something is in it.
        if times > 1 || !items.is_empty() {
            given.push(Given { link_id: item.link_id.clone(), answers: Vec::new(), items });
        }
    }
}

fn question(item: &Item, room: &mut usize) -> Option<Given> {
    let most = if item.repeats { usize::MAX } else { 1 };
    let values = item.initial.iter().filter_map(|value| fit(value, item)).take(most);
    let mut answers: Vec<GivenAnswer> = values.map(GivenAnswer::new).collect();
    let mut waiting = Vec::new();
    for answer in &mut answers {
        answer.items = begun(&item.items, room);
    }
    if answers.is_empty() {
        waiting = begun(&item.items, room);
    }
    let nothing = answers.is_empty() && waiting.is_empty();
    (!nothing).then(|| Given { link_id: item.link_id.clone(), answers, items: waiting })
}
