//! Everything that is not understood in a form, kept until the whole form has been looked at.

use super::Unsupported;
use super::shape::items;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::HashMap;

/// More findings than this tell a clinic nothing new.
const MOST: usize = 500;
/// A finding may repeat a word of the form: this much of it, in characters.
const LONGEST: usize = 80;

#[derive(Debug, Default)]
pub(super) struct Found(RefCell<Vec<Unsupported>>);

impl Found {
    /// Keeps one finding; the same one twice is one.
    pub(super) fn note(&self, link_id: Option<&str>, what: impl Into<String>) {
        let mut what: String = what.into();
        if let Some((end, _)) = what.char_indices().nth(LONGEST) {
            what.truncate(end);
            what.push('…');
        }
        let one = Unsupported { link_id: link_id.map(str::to_owned), what };
        let mut all = self.0.borrow_mut();
        if all.len() < MOST && !all.contains(&one) {
            all.push(one);
        }
    }

    /// All findings: first those of the form as a whole, then each item's in the form's order.
    pub(super) fn in_order(self, questionnaire: &Value) -> Vec<Unsupported> {
        let mut all = self.0.into_inner();
        if all.is_empty() {
            return all;
        }
        let places = places(questionnaire);
        all.sort_by_key(|one| {
            let place = |link_id: &String| places.get(link_id.as_str()).copied().unwrap_or(usize::MAX);
            one.link_id.as_ref().map(place)
        });
        all
    }
}

/// Where each item stands, each before its children.
fn places(questionnaire: &Value) -> HashMap<&str, usize> {
    let mut places = HashMap::new();
    let mut left: Vec<&Value> = items(questionnaire).iter().rev().collect();
    while let Some(item) = left.pop() {
        if let Some(link_id) = item.get("linkId").and_then(Value::as_str) {
            let place = places.len();
            places.entry(link_id).or_insert(place);
        }
        left.extend(items(item).iter().rev());
    }
    places
}
