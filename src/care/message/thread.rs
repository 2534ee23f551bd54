//! Which messages belong together, and in which order they are read.
//!
//! Two clocks wrote the times: the phone's and the clinic's. So a message never stands before one it answers, whatever its
//! time says; among those that could come next the earliest does. The order in which they arrived changes nothing.

use crate::care::Id;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// One message, as far as its place is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub id: Id,
    pub at: DateTime<Utc>,
    /// What it answers or goes on from. Of those that are not known nothing follows.
    pub after: Vec<Id>,
}

/// The threads, each from its first message to its last; the thread with the newest message first. Every node is in one of
/// them, once, however its references lead. Of two nodes with one id the first counts.
#[must_use]
pub fn threads(nodes: &[Node]) -> Vec<Vec<Id>> {
    let mut known = BTreeMap::new();
    for node in nodes {
        known.entry(&node.id).or_insert(node);
    }
    let near = neighbours(&known);
    let mut whole = Vec::new();
    let mut seen = BTreeSet::new();
    for id in known.keys() {
        if !seen.contains(id) {
            let members = connected(id, &near);
            seen.extend(members.iter().copied());
            whole.push(in_order(&members, &known));
        }
    }
    let newest = |thread: &Vec<&Node>| {
        let last = thread.iter().map(|node| (node.at, &node.id)).max();
        last.map(|(at, id)| (at, id.clone()))
    };
    whole.sort_by_key(|thread| std::cmp::Reverse(newest(thread)));
    whole.into_iter().map(|thread| thread.into_iter().map(|node| node.id.clone()).collect()).collect()
}

type Known<'n> = BTreeMap<&'n Id, &'n Node>;

/// What each node leads to and is led to by.
fn neighbours<'n>(known: &Known<'n>) -> BTreeMap<&'n Id, Vec<&'n Id>> {
    let mut near: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
    for (id, node) in known {
        for (to, _) in node.after.iter().filter_map(|to| known.get_key_value(to)) {
            near.entry(id).or_default().push(to);
            near.entry(to).or_default().push(id);
        }
    }
    near
}

/// Everything that hangs together with `id`.
fn connected<'n>(id: &'n Id, near: &BTreeMap<&'n Id, Vec<&'n Id>>) -> BTreeSet<&'n Id> {
    let mut found = BTreeSet::from([id]);
    let mut ahead = vec![id];
    while let Some(here) = ahead.pop() {
        ahead.extend(near.get(here).into_iter().flatten().copied().filter(|next| found.insert(*next)));
    }
    found
}

fn in_order<'n>(members: &BTreeSet<&'n Id>, known: &Known<'n>) -> Vec<&'n Node> {
    let mut left: BTreeMap<_, _> =
        members.iter().filter_map(|id| known.get(id)).map(|node| ((node.at, &node.id), *node)).collect();
    let mut waiting: BTreeSet<&Id> = members.clone();
    let mut order = Vec::new();
    while let Some(first) = left.keys().next().copied() {
        let free = |node: &Node| node.after.iter().all(|to| *to == node.id || !waiting.contains(to));
        // Where each waits for another, the references are wrong, and time is what is left.
        let next = left.iter().find(|(_, node)| free(node)).map_or(first, |(key, _)| *key);
        if let Some(node) = left.remove(&next) {
            waiting.remove(&node.id);
            order.push(node);
        }
    }
    order
}
