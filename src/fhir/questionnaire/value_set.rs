//! Lists of answers that lie in the form itself: contained `ValueSet`s that name each of their codes.

use super::options::weight;
use super::spot::{Spot, words};
use crate::care::form::{AnswerOption, Coding, Value};
use crate::fhir::answer_value;
use std::collections::HashMap;

/// The contained value sets of one form.
pub(super) struct Sets<'a>(HashMap<String, Spot<'a>>);

impl<'a> Sets<'a> {
    pub(super) fn new(root: &Spot<'a>) -> Self {
        let mut sets = HashMap::new();
        for one in root.list("contained") {
            if one.fields.get("resourceType") != Some(&"ValueSet".into()) {
                continue;
            }
            let names = [one.text("id").map(|id| format!("#{id}")), one.text("url")];
            sets.extend(names.into_iter().flatten().map(|name| (name, one)));
        }
        Self(sets)
    }

    /// What may be chosen of the set at `address`. Whatever keeps it from being known is noted at `item`.
    pub(super) fn options(&self, item: &Spot<'a>, field: &str, address: &str) -> Vec<AnswerOption> {
        let bare =
            if address.starts_with('#') { address } else { address.split('|').next().unwrap_or(address) };
        let Some(set) = self.0.get(bare) else {
            item.note(format!("{field} not contained"));
            return Vec::new();
        };
        let options = whole(&set.of(item.link_id));
        options.unwrap_or_else(|why| {
            item.note(format!("{field} {why}"));
            Vec::new()
        })
    }
}

/// Every code of the set, if the set itself says them all.
fn whole(set: &Spot<'_>) -> Result<Vec<AnswerOption>, &'static str> {
    let mut options = Vec::new();
    if let Some(expansion) = set.child("expansion") {
        let mut left: Vec<Spot<'_>> = expansion.list("contains");
        let mut listed = 0_u32;
        left.reverse();
        while let Some(one) = left.pop() {
            listed = listed.saturating_add(1);
            left.extend(one.list("contains").into_iter().rev());
            if !one.flag("abstract") {
                options.push(option(&one, one.text("system"), one.text("version"))?);
            }
        }
        if expansion.count("total").is_some_and(|total| total > listed) {
            return Err("lists only some of its codes");
        }
        return Ok(options);
    }
    let Some(compose) = set.child("compose") else { return Err("lists no codes") };
    if !compose.list("exclude").is_empty() {
        return Err("excludes codes");
    }
    for include in compose.list("include") {
        let concepts = include.list("concept");
        let is_rule = ["filter", "valueSet"].iter().any(|field| include.fields.contains_key(*field));
        if is_rule || concepts.is_empty() {
            return Err("gives a rule in place of codes");
        }
        for concept in concepts {
            options.push(option(&concept, include.text("system"), include.text("version"))?);
        }
    }
    if options.is_empty() { Err("lists no codes") } else { Ok(options) }
}

fn option(
    concept: &Spot<'_>,
    system: Option<String>,
    version: Option<String>,
) -> Result<AnswerOption, &'static str> {
    let named = answer_value::coding(concept.fields).filter(|coding| coding.code.is_some());
    let named = named.ok_or("has an entry without a code")?;
    let prefix = ["label", "optionPrefix"].iter().find_map(|name| concept.extension_value(name, words));
    let value = Value::Coding(Coding { system, version, ..named });
    Ok(AnswerOption { value, weight: weight(concept, None), prefix, exclusive: false })
}
