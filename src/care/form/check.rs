//! What is wrong with the answers of an item, by what its author and FHIR say an answer must be.
//!
//! Only what the patient can put right is held against them: an item that is hidden, read-only or calculated is
//! never missing and never wrong. A group that may be left out (it repeats and is not required) is left out as long
//! as nothing in it is answered: what it asks for is then not missing.

use super::compare::{equal, order};
use super::fit::fit;
use super::layout::{Layout, Spot};
use super::{Attachment, Choice, Decimal, Item, ItemKind, Limits, Problem, Quantity, Value};
use std::cmp::Ordering;

/// The spots of a form with what is answered below each.
pub(super) struct Check<'a> {
    layout: &'a Layout<'a>,
    /// Something in it is answered, by the patient.
    filled: Vec<bool>,
    /// Something in it is for the patient to answer.
    askable: Vec<bool>,
}

impl<'a> Check<'a> {
    pub(super) fn new(layout: &'a Layout<'a>, enabled: &[bool]) -> Self {
        let none = vec![false; layout.spots.len()];
        let mut check = Self { layout, filled: none.clone(), askable: none };
        for (place, (spot, enabled)) in layout.spots.iter().zip(enabled).enumerate() {
            if *enabled && !spot.waits && spot.is_question() && spot.in_hand() {
                mark(layout, &mut check.askable, place);
                if !spot.answers.iter().all(|answer| is_blank(&answer.value)) {
                    mark(layout, &mut check.filled, place);
                }
            }
        }
        check
    }

    fn is_filled(&self, place: usize) -> bool {
        self.filled.get(place).copied().unwrap_or(false)
    }

    /// What is wrong at an enabled spot, its author's own rules aside.
    pub(super) fn problems(&self, place: usize) -> Vec<Problem> {
        let Some(spot) = self.layout.spots.get(place) else { return Vec::new() };
        match spot.item.kind {
            ItemKind::Display => Vec::new(),
            ItemKind::Group => self.group(place, spot),
            _ if spot.waits || !spot.in_hand() => Vec::new(),
            _ => self.question(place, spot),
        }
    }

    /// What is wrong with all times of a group is said at the first.
    fn group(&self, place: usize, spot: &Spot<'_>) -> Vec<Problem> {
        let first = spot.path.0.last().is_some_and(|step| step.nth == 0);
        let askable = self.askable.get(place).copied().unwrap_or(false);
        if !first || spot.waits || !askable {
            return Vec::new();
        }
        let (mut there, mut filled, mut at) = (0, 0, place);
        while let Some(time) = self.layout.spots.get(at) {
            let same = time.item.link_id == spot.item.link_id && time.above == spot.above;
            if !same || (there > 0 && time.path.0.last().is_none_or(|step| step.nth != there)) {
                break;
            }
            there += 1;
            filled += usize::from(self.is_filled(at));
            at = time.end;
        }
        let mut problems = Vec::new();
        self.count(place, spot.item, (filled, there), &mut problems);
        problems
    }

    /// Whether there are enough of an item's answers or times, of which `filled` count as given, and not too many.
    fn count(&self, place: usize, item: &Item, (filled, there): (usize, usize), problems: &mut Vec<Problem>) {
        let Limits { min_occurs, max_occurs, .. } = item.limits;
        let most = if item.repeats { max_occurs } else { Some(1) };
        if filled == 0 && item.required {
            if !self.left_out(place) {
                problems.push(Problem::Missing);
            }
        } else if let Some(least) = min_occurs.filter(|least| filled < wide(*least) && !self.left_out(place))
        {
            problems.push(Problem::TooFew(least));
        }
        if let Some(most) = most.filter(|most| there > wide(*most)) {
            problems.push(Problem::TooMany(most));
        }
    }

    /// Whether it lies in a group that is left out as a whole.
    fn left_out(&self, place: usize) -> bool {
        let mut above = self.layout.spots.get(place).and_then(|spot| spot.above);
        while let Some((at, spot)) = above.and_then(|at| self.layout.spots.get(at).map(|spot| (at, spot))) {
            let item = spot.item;
            let optional = item.kind == ItemKind::Group && item.repeats && !item.required;
            if optional && item.limits.min_occurs.unwrap_or(0) == 0 && !self.is_filled(at) {
                return true;
            }
            above = spot.above;
        }
        false
    }

    fn question(&self, place: usize, spot: &Spot<'_>) -> Vec<Problem> {
        let values: Vec<&Value> = spot.answers.iter().map(|answer| &answer.value).collect();
        let given = values.iter().filter(|value| !is_blank(value)).count();
        let mut problems = Vec::new();
        self.count(place, spot.item, (given, given), &mut problems);
        for value in &values {
            one(value, spot.item, &mut problems);
        }
        let alone = |value: &&&Value| {
            spot.item.options.iter().any(|option| option.exclusive && equal(value, &option.value))
        };
        if values.len() > 1 && values.iter().find(alone).is_some() {
            problems.push(Problem::NotAlone);
        }
        problems
    }
}

/// A number of a form as a number of things; more than can be there is never reached.
fn wide(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn mark(layout: &Layout<'_>, marks: &mut [bool], place: usize) {
    let mut at = Some(place);
    while let Some((mark, here)) = at.and_then(|at| Some((marks.get_mut(at)?, at))) {
        if *mark {
            return;
        }
        *mark = true;
        at = layout.spots.get(here).and_then(|spot| spot.above);
    }
}

fn is_blank(value: &Value) -> bool {
    matches!(value, Value::Text(words) | Value::Uri(words) if words.is_blank())
}

fn one(value: &Value, item: &Item, problems: &mut Vec<Problem>) {
    if !is_answer(value, item) {
        problems.push(Problem::NotAnAnswer);
        return;
    }
    let limits = &item.limits;
    if let Some(least) = limits.min.as_ref().filter(|least| order(value, least) == Some(Ordering::Less)) {
        problems.push(Problem::TooSmall(least.clone()));
    }
    if let Some(most) = limits.max.as_ref().filter(|most| order(value, most) == Some(Ordering::Greater)) {
        problems.push(Problem::TooLarge(most.clone()));
    }
    match value {
        Value::Text(words) | Value::Uri(words) => length(words.reveal().chars().count(), limits, problems),
        Value::Decimal(number) | Value::Quantity(Quantity { value: Some(number), .. }) => {
            decimals(number, limits, problems);
        }
        Value::Attachment(file) => attachment(file, limits, problems),
        _ => {}
    }
}

/// Whether it is of the item's type and, where only the options may be chosen, one of them.
fn is_answer(value: &Value, item: &Item) -> bool {
    if item.options.iter().any(|option| equal(value, &option.value)) {
        return true;
    }
    match (item.kind, value) {
        (ItemKind::Choice(Choice::Open), Value::Text(_)) => true,
        (ItemKind::Choice(_), _) => item.options.is_empty() && matches!(value, Value::Coding(_)),
        // Options of another type of question are all there is to choose from, too.
        _ => item.options.is_empty() && fit(value, item).is_some_and(|fitting| fitting == *value),
    }
}

fn length(characters: usize, limits: &Limits, problems: &mut Vec<Problem>) {
    if let Some(least) = limits.min_length.filter(|least| characters < wide(*least)) {
        problems.push(Problem::TooShort(least));
    }
    if let Some(most) = limits.max_length.filter(|most| characters > wide(*most)) {
        problems.push(Problem::TooLong(most));
    }
}

fn decimals(number: &Decimal, limits: &Limits, problems: &mut Vec<Problem>) {
    if let Some(most) = limits.max_decimal_places.filter(|most| number.places() > *most) {
        problems.push(Problem::TooManyDecimals(most));
    }
}

fn attachment(file: &Attachment, limits: &Limits, problems: &mut Vec<Problem>) {
    if let Some(most) = limits.max_size.filter(|most| file.size.is_some_and(|size| size > *most)) {
        problems.push(Problem::TooBig(most));
    }
    let accepted = |wanted: &String| {
        let kind = file.content_type.as_deref().unwrap_or_default();
        match wanted.strip_suffix('*') {
            Some(family) => kind.starts_with(family),
            None => kind.eq_ignore_ascii_case(wanted),
        }
    };
    if !limits.mime_types.is_empty() && !limits.mime_types.iter().any(accepted) {
        problems.push(Problem::WrongMimeType);
    }
}
