//! Times: every moment leads to an anchor or a cut-off, reminders keep quiet, check-ins go forwards.

use super::{Findings, Problem};
use crate::care::protocol::{Moment, Origin, Phase, Protocol, QuietHours, Reminder, placeholders};
use std::collections::BTreeSet;

/// What a locked phone must not say (words begin so, in small letters).
const TELLING: [&str; 9] =
    ["ketamin", "therap", "clinic", "mood", "kap ", "psych", "inject", "anxi", "depress"];

/// What a check-in can be about in this version of the app.
const ITEMS: [&str; 9] = [
    "mood_0_10",
    "anxiety_0_10",
    "sleep_hours",
    "one_word",
    "intention_view",
    "side_effects",
    "capture",
    "GAD-7",
    "PHQ-9",
];

pub(super) fn check(protocol: &Protocol, found: &mut Findings) {
    let mut reminders = BTreeSet::new();
    for (place, phase) in protocol.phases.iter().enumerate() {
        let path = format!("phases[{place}]");
        for (place, task) in phase.tasks.iter().enumerate() {
            if let Some(due) = &task.due {
                moment(protocol, due, &format!("{path}.tasks[{place}].due"), found);
            }
        }
        for (place, one) in phase.reminders.iter().enumerate() {
            let path = format!("{path}.reminders[{place}]");
            found.once(&mut reminders, path.as_str(), &one.key());
            reminder(protocol, one, &path, found);
        }
        quiet(phase, &path, found);
    }
    check_ins(protocol, found);
    moment(protocol, &protocol.first_24h_card.until, "first_24h_card.until", found);
}

fn moment(protocol: &Protocol, moment: &Moment, path: &str, found: &mut Findings) {
    if let Origin::Instruction(id) = &moment.from {
        let missing = !has_cut_off(protocol, id);
        found.add_if(missing, format!("{path}.ref"), Problem::NoSuchInstruction(id.clone()));
    }
    let hours = moment.clock.is_some() && !moment.offset.is_whole_days();
    found.add_if(hours, format!("{path}.clock"), Problem::ClockWithHours);
}

fn has_cut_off(protocol: &Protocol, id: &str) -> bool {
    protocol.instruction(id).is_some_and(|found| found.before_arrival().is_some())
}

fn reminder(protocol: &Protocol, reminder: &Reminder, path: &str, found: &mut Findings) {
    moment(protocol, &reminder.at, &format!("{path}.at"), found);
    found.add_if(reminder.what.trim().is_empty(), format!("{path}.what"), Problem::NoWords);
    for name in placeholders(&reminder.what) {
        let unknown = !has_cut_off(protocol, name);
        found.add_if(unknown, format!("{path}.what"), Problem::UnknownPlaceholder(name.to_owned()));
    }
}

fn quiet(phase: &Phase, path: &str, found: &mut Findings) {
    if let Some(text) = &phase.lock_screen_text {
        let small = format!("{} ", text.to_lowercase());
        for word in TELLING.iter().filter(|word| small.contains(**word)) {
            found.add(format!("{path}.lock_screen_text"), Problem::TellsTooMuch(word.trim_end()));
        }
    }
    if let Some(QuietHours { from, to, cutoffs_move_to: Some(moved), .. }) = &phase.quiet_hours {
        let over_midnight = to < from;
        let in_them = if over_midnight { moved >= from || moved < to } else { (from..to).contains(&moved) };
        found.add_if(in_them, format!("{path}.quiet_hours.cutoffs_move_to"), Problem::NotQuiet);
    }
}

fn check_ins(protocol: &Protocol, found: &mut Findings) {
    let plan = &protocol.checkins;
    if let Some(daily) = &plan.daily {
        found.add_if(daily.to.nominal() < daily.from.nominal(), "checkins.daily.to", Problem::Backwards);
        items(&daily.items, "checkins.daily.items", found);
        items(&daily.optional, "checkins.daily.optional", found);
    }
    let mut seen = BTreeSet::new();
    for (place, point) in plan.session.iter().enumerate() {
        let path = format!("checkins.session[{place}]");
        found.once(&mut seen, path.as_str(), &point.key());
        moment(protocol, &point.at, &format!("{path}.at"), found);
        items(&point.items, &format!("{path}.items"), found);
        items(&point.optional, &format!("{path}.optional"), found);
    }
}

fn items(items: &[String], path: &str, found: &mut Findings) {
    for (place, item) in items.iter().enumerate() {
        let unknown = !ITEMS.contains(&item.as_str());
        found.add_if(unknown, format!("{path}[{place}]"), Problem::UnknownItem(item.clone()));
    }
}
