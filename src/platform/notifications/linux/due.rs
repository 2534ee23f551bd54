//! Which rings are due at an instant, and when to look again. Pure.

use super::{
    super::{Ring, RingList},
    memory::Memory,
};
use chrono::{DateTime, Utc};

/// What is to be done at one instant.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Due {
    /// What rings now, together where the words are the same: two lines that say the same help nobody.
    pub(super) now: Vec<Vec<Ring>>,
    /// When the next ring is due.
    pub(super) next: Option<DateTime<Utc>>,
}

/// What is due at `now`. A ring whose time passed unnoticed is due once, as long as it is of use.
pub(super) fn due(list: &RingList, memory: &Memory, now: DateTime<Utc>) -> Due {
    let mut due = Due::default();
    for ring in &list.rings {
        let Some(at) = memory.next(ring).filter(|at| *at < ring.until) else { continue };
        if at > now {
            due.next = Some(due.next.map_or(at, |next| next.min(at)));
        } else if now < ring.until {
            let same = due.now.iter_mut().find(|group| group.iter().any(|other| other.words == ring.words));
            match same {
                Some(group) => group.push(ring.clone()),
                None => due.now.push(vec![ring.clone()]),
            }
        }
    }
    due
}

#[cfg(test)]
#[path = "due_tests.rs"]
mod tests;
