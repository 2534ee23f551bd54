//! Instructions: nothing locked is filled without a name, and words name the time they are about.

use super::{Findings, Problem};
use crate::care::protocol::Instruction;
use crate::care::protocol::instruction::is_signed;
use crate::care::protocol::placeholders;

pub(super) fn check(instruction: &Instruction, path: &str, found: &mut Findings) {
    locks(instruction, path, found);
    rows(instruction, path, found);
    words(instruction, path, found);
    found.usual(&format!("{path}.hours_before_arrival"), instruction.hours_before_arrival.as_ref());
    found.usual(&format!("{path}.fatty_meal_hours"), instruction.fatty_meal_hours.as_ref());
    found.usual(&format!("{path}.hours"), instruction.hours.as_ref());
    if let (Some(light), Some(fatty)) = (&instruction.hours_before_arrival, &instruction.fatty_meal_hours) {
        let later = fatty.value < light.value;
        found.add_if(later, format!("{path}.fatty_meal_hours.value"), Problem::FattyLater);
    }
}

fn locks(instruction: &Instruction, path: &str, found: &mut Findings) {
    let signed = is_signed(instruction.written_by.as_deref(), instruction.written_on);
    let filled = instruction.text.is_some() || !instruction.items.is_empty();
    let wrong = instruction.lock.is_some() && filled && !signed;
    found.add_if(wrong, format!("{path}.text"), Problem::Locked);
    if let Some(threshold) = &instruction.threshold {
        let signed = is_signed(threshold.written_by.as_deref(), threshold.written_on);
        let wrong = threshold.lock.is_some() && threshold.value.is_some() && !signed;
        found.add_if(wrong, format!("{path}.threshold.value"), Problem::Locked);
    }
}

fn rows(instruction: &Instruction, path: &str, found: &mut Findings) {
    for (place, row) in instruction.rows.iter().enumerate() {
        let blank = |text: &str| text.trim().is_empty();
        // A row without a medicine is the empty form that the template shows.
        let whole = ["take", "skip", "ask"].contains(&row.action.as_str())
            && !blank(&row.written_by)
            && !blank(&row.date);
        let wrong = !blank(&row.medicine) && !whole;
        found.add_if(wrong, format!("{path}.rows[{place}]"), Problem::HalfMedicine);
    }
}

fn words(instruction: &Instruction, path: &str, found: &mut Findings) {
    let known = [("time", instruction.hours_before_arrival.is_some()), ("h", instruction.hours.is_some())];
    let path = format!("{path}.text");
    let Some(text) = &instruction.text else {
        let cut_off = instruction.before_arrival().is_some() && instruction.lock.is_none();
        found.add_if(cut_off, path, Problem::NoWords);
        return;
    };
    let used = placeholders(text);
    for name in &used {
        let stands = known.iter().any(|(known, there)| known == name && *there);
        found.add_if(!stands, path.as_str(), Problem::UnknownPlaceholder((*name).to_owned()));
    }
    for (name, there) in known {
        let unsaid = there && !used.contains(&name);
        found.add_if(unsaid, path.as_str(), Problem::NoPlaceholder(name.to_owned()));
    }
}
