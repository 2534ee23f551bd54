//! Phases, their visits and their tasks: ids that are unique, references that lead somewhere.

use super::{Findings, Problem, instructions};
use crate::care::VisitKind;
use crate::care::protocol::{Phase, PhaseVisit, Protocol};
use std::collections::BTreeSet;

pub(super) fn check(protocol: &Protocol, found: &mut Findings) {
    let session = protocol.phase(VisitKind::Session);
    let arranged = session.is_some_and(|phase| phase.visits().next().is_some());
    found.add_if(!arranged, "phases", Problem::NoSession);
    if let Some(booking) = &protocol.booking {
        found.usual("booking.notice_hours", booking.notice_hours.as_ref());
        found.usual("booking.ahead_hours", booking.ahead_hours.as_ref());
    }
    let (mut phases, mut tasks, mut rules) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (place, phase) in protocol.phases.iter().enumerate() {
        let path = format!("phases[{place}]");
        found.once(&mut phases, format!("{path}.id"), &phase.id);
        found.add_if(phase.kind().is_none(), format!("{path}.id"), Problem::UnknownPhase(phase.id.clone()));
        visits(protocol, phase, &path, found);
        for (place, task) in phase.tasks.iter().enumerate() {
            let path = format!("{path}.tasks[{place}]");
            found.once(&mut tasks, format!("{path}.id"), &task.id);
            found.add_if(task.title.trim().is_empty(), format!("{path}.title"), Problem::NoWords);
            names_phase(protocol, &format!("{path}.required_before"), task.required_before.as_ref(), found);
            found.usual(&format!("{path}.minutes"), task.minutes.as_ref());
            found.usual(&format!("{path}.weeks"), task.weeks.as_ref());
        }
        if let Some(timeline) = &phase.timeline_in_clinic {
            let path = format!("{path}.timeline_in_clinic");
            found.usual(&format!("{path}.onset_min"), timeline.onset_min.as_ref());
            found.usual(&format!("{path}.effect_min"), timeline.effect_min.as_ref());
            found.usual(&format!("{path}.observe_min"), timeline.observe_min.as_ref());
        }
        for (place, instruction) in phase.instructions.iter().enumerate() {
            let path = format!("{path}.instructions[{place}]");
            found.once(&mut rules, format!("{path}.id"), &instruction.id);
            instructions::check(instruction, &path, found);
        }
    }
}

fn visits(protocol: &Protocol, phase: &Phase, path: &str, found: &mut Findings) {
    if let Some(one) = &phase.appointment {
        visit(protocol, one, &format!("{path}.appointment"), found);
    }
    for (place, one) in phase.appointments.iter().enumerate() {
        visit(protocol, one, &format!("{path}.appointments[{place}]"), found);
    }
}

fn visit(protocol: &Protocol, visit: &PhaseVisit, path: &str, found: &mut Findings) {
    let unknown = Problem::UnknownVisit(visit.kind.clone());
    found.add_if(visit.kind().is_none(), format!("{path}.type"), unknown);
    names_phase(protocol, &format!("{path}.offset_from"), visit.offset_from.as_ref(), found);
    found.usual(&format!("{path}.minutes"), visit.minutes.as_ref());
    found.usual(&format!("{path}.count"), visit.count.as_ref());
    found.usual(&format!("{path}.arrive_early_min"), visit.arrive_early_min.as_ref());
    found.usual(&format!("{path}.centering_min"), visit.centering_min.as_ref());
    found.usual(&format!("{path}.at"), visit.at.as_ref());
    found.usual(&format!("{path}.clinicians"), visit.clinicians.as_ref());
    found.usual(&format!("{path}.ahead_hours"), visit.ahead_hours.as_ref());
    if let Some(window) = &visit.window {
        found.add_if(window.to < window.from, format!("{path}.window.to"), Problem::Backwards);
    }
}

fn names_phase(protocol: &Protocol, path: &str, id: Option<&String>, found: &mut Findings) {
    if let Some(id) = id.filter(|id| !protocol.phases.iter().any(|phase| phase.id == **id)) {
        found.add(path, Problem::NoSuchPhase(id.clone()));
    }
}
