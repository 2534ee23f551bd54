//! What a form begins with: what its author put there.

use super::fit::fit;
use super::layout::MOST_SPOTS;
use super::{Answers, Form, Given, GivenAnswer, Item, ItemKind};

/// More groups than this are not put there beforehand, however many a form says there must be.
const MOST_TIMES: u32 = 20;

/// The answers a form begins with: initial values, options chosen beforehand, and groups that must be there.
///
/// What stands below a question that has no answer waits there until it has one. Of several initial values, a
/// question that takes one answer takes the first. What goes beyond [`MOST_SPOTS`] is not there.
#[must_use]
pub fn start(form: &Form) -> Answers {
    Answers { items: begun(&form.items, &mut { MOST_SPOTS }) }
}

/// What stands below one more time of this group, or below a question, to begin with.
pub(super) fn below(item: &Item) -> Vec<Given> {
    begun(&item.items, &mut { MOST_SPOTS })
}

/// True if a form is not too large to begin with, each item counted as often as it is there then.
#[must_use]
pub fn has_room(form: &Form) -> bool {
    spots(&form.items) <= MOST_SPOTS
}

/// How often these items, and what lies below them, are there to begin with.
pub(super) fn spots(items: &[Item]) -> usize {
    let of = |item: &Item| {
        let below = spots(&item.items);
        match item.kind {
            ItemKind::Group => below.saturating_add(1).saturating_mul(times(item)),
            _ => below.saturating_mul(item.initial.len().max(1)).saturating_add(1),
        }
    };
    items.iter().map(of).fold(0, usize::saturating_add)
}

fn times(group: &Item) -> usize {
    let times = group.limits.min_occurs.unwrap_or(0).clamp(1, MOST_TIMES);
    usize::try_from(times).unwrap_or(1)
}

fn begun(items: &[Item], room: &mut usize) -> Vec<Given> {
    let mut given = Vec::new();
    for item in items {
        if *room == 0 {
            break;
        }
        *room -= 1;
        match item.kind {
            ItemKind::Display => {}
            ItemKind::Group => groups(item, &mut given, room),
            _ => given.extend(question(item, room)),
        }
    }
    given
}

fn groups(item: &Item, given: &mut Vec<Given>, room: &mut usize) {
    let times = times(item);
    for nth in 0..times {
        // The first time was counted with the item.
        if nth > 0 && *room == 0 {
            return;
        }
        *room = room.saturating_sub(usize::from(nth > 0));
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
