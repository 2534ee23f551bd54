//! Help: there is always somebody to call, and a reason to.

use super::{Findings, Problem, number};
use crate::care::protocol::{HelpLine, Protocol, Safety};
use chrono::TimeDelta;
use std::collections::BTreeMap;

pub(super) fn check(protocol: &Protocol, found: &mut Findings) {
    let card = &protocol.first_24h_card;
    for (name, list) in [
        ("dont", &card.dont),
        ("do", &card.dos),
        ("call_clinic", &card.call_clinic),
        ("call_emergency", &card.call_emergency),
    ] {
        found.add_if(list.is_empty(), format!("first_24h_card.{name}"), Problem::EmptyList);
    }
    safety(&protocol.safety, found);
    let numbers = protocol.numbers();
    let path = |field: &str| format!("first_24h_card.numbers.{field}");
    // Patients of a clinic in one region must find that region's numbers.
    match protocol.template.region() {
        None => found.add("template.locale", Problem::NoRegion),
        Some(home) => {
            let there = |lines: &BTreeMap<String, HelpLine>| lines.contains_key(home);
            found.add_if(
                !there(&numbers.emergency),
                path("emergency"),
                Problem::NoEmergency(home.to_owned()),
            );
            found.add_if(!there(&numbers.crisis), path("crisis"), Problem::NoCrisis(home.to_owned()));
        }
    }
    for (field, lines) in [("emergency", &numbers.emergency), ("crisis", &numbers.crisis)] {
        for region in lines.keys().filter(|region| !number::is_region(region)) {
            found.add(path(&format!("{field}.{region}")), Problem::BadRegion(region.clone()));
        }
    }
    found.add_if(numbers.clinic_hours.is_none(), path("clinic_hours"), Problem::NoClinicNumber);
    found.add_if(numbers.clinic_after_hours.is_none(), path("clinic_after_hours"), Problem::NoAfterHours);
}

/// Waiting for longer than this, nobody would still call because of a card.
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(4);

fn safety(safety: &Safety, found: &mut Findings) {
    found.usual("safety.call_after_min", safety.call_after_min.as_ref());
    found.usual("safety.pinned_hours", safety.pinned_hours.as_ref());
    let too_late = safety.call_after() > LONGEST_WAIT;
    found.add_if(too_late, "safety.call_after_min.value", Problem::CallTooLate);
    found.add_if(
        safety.pinned_for() <= safety.call_after(),
        "safety.pinned_hours.value",
        Problem::CardTooShort,
    );
}
