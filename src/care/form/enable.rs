//! Which items are asked: conditions on other answers, through disabled items and around circles.
//!
//! A disabled item counts as without an answer, and so does all below it. Where conditions go in a circle, several
//! states may fit the answers. The one taken is found from "none of them is asked", each in the form's order, again
//! and again until nothing changes: so of two questions that shut each other out, the answer to the first counts.
//! Items that never settle, as one that is asked only while it is not, are asked: nothing is withheld from a form
//! that contradicts itself.

use super::circles::circles;
use super::compare::holds;
use super::layout::{Layout, Spot};
use super::{Behavior, Condition, Path};
use std::collections::HashMap;

/// How often a circle is gone through before what still changes is let be. A circle is let be at most as often.
const MOST_TURNS: usize = 64;
const MOST_LETTINGS: usize = 8;

/// Says of each spot whether it is asked. `said` holds what the expressions said; where one said nothing, its item
/// is not asked.
pub(super) fn settle(layout: &Layout<'_>, said: &HashMap<Path, bool>) -> Vec<bool> {
    let asked = (0..).zip(&layout.spots).map(|(place, spot)| asked(layout, place, spot)).collect();
    let mut state = State { layout, said, asked, enabled: vec![false; layout.spots.len()] };
    let hangs_on: Vec<Vec<usize>> =
        layout.spots.iter().zip(&state.asked).map(|(spot, asked)| hangs_on(spot, asked)).collect();
    for circle in circles(&hangs_on) {
        match circle.as_slice() {
            [spot] if hangs_on.get(*spot).is_none_or(|on| !on.contains(spot)) => {
                state.judge(*spot, false);
            }
            _ => state.go_round(&circle),
        }
    }
    state.enabled
}

/// Where the questions of a spot's conditions lie.
fn asked(layout: &Layout<'_>, place: usize, spot: &Spot<'_>) -> Vec<Option<usize>> {
    let conditions = spot.item.enable.iter().flat_map(|enable| &enable.conditions);
    conditions.map(|condition| layout.asked(place, &condition.question)).collect()
}

fn hangs_on(spot: &Spot<'_>, asked: &[Option<usize>]) -> Vec<usize> {
    spot.above.into_iter().chain(asked.iter().flatten().copied()).collect()
}

struct State<'a> {
    layout: &'a Layout<'a>,
    said: &'a HashMap<Path, bool>,
    asked: Vec<Vec<Option<usize>>>,
    enabled: Vec<bool>,
}

impl State<'_> {
    fn is_enabled(&self, spot: usize) -> bool {
        self.enabled.get(spot).copied().unwrap_or(false)
    }

    /// Judges one spot anew and says whether that changed it. One that is `let be` meets its conditions.
    fn judge(&mut self, place: usize, let_be: bool) -> bool {
        let Some(spot) = self.layout.spots.get(place) else { return false };
        let now =
            spot.above.is_none_or(|above| self.is_enabled(above)) && (let_be || self.meets(place, spot));
        let before = self.is_enabled(place);
        if let Some(enabled) = self.enabled.get_mut(place) {
            *enabled = now;
        }
        now != before
    }

    fn meets(&self, place: usize, spot: &Spot<'_>) -> bool {
        let Some(enable) = &spot.item.enable else { return true };
        if enable.expression.is_some() {
            return self.said.get(&spot.path).copied().unwrap_or(false);
        }
        let asked = self.asked.get(place).into_iter().flatten();
        let mut held =
            enable.conditions.iter().zip(asked).map(|(condition, asked)| self.holds(condition, *asked));
        match enable.behavior {
            Behavior::All => held.all(|held| held),
            Behavior::Any => enable.conditions.is_empty() || held.any(|held| held),
        }
    }

    fn holds(&self, condition: &Condition, asked: Option<usize>) -> bool {
        let asked = asked.filter(|place| self.is_enabled(*place));
        let spot = asked.and_then(|place| self.layout.spots.get(place)).filter(|spot| !spot.waits);
        let answers = spot.into_iter().flat_map(|spot| spot.answers).map(|answer| &answer.value);
        holds(condition.operator, answers, &condition.answer)
    }

    fn go_round(&mut self, circle: &[usize]) {
        let mut let_be: Vec<bool> = vec![false; circle.len()];
        for letting in 0..=MOST_LETTINGS {
            if letting == MOST_LETTINGS {
                let_be.fill(true);
            }
            for place in circle {
                if let Some(enabled) = self.enabled.get_mut(*place) {
                    *enabled = false;
                }
            }
            let mut changed = Vec::new();
            for _ in 0..MOST_TURNS.min(circle.len() + 2) {
                changed =
                    circle.iter().zip(&let_be).map(|(place, let_be)| self.judge(*place, *let_be)).collect();
                if !changed.contains(&true) {
                    return;
                }
            }
            for (let_be, changed) in let_be.iter_mut().zip(changed) {
                *let_be |= changed;
            }
        }
    }
}

#[cfg(test)]
#[path = "enable_tests.rs"]
mod tests;
