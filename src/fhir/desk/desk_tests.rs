//! What the desk writes is read back as it was meant, whatever day it is.

use super::*;
use crate::care::protocol::Protocol;
use crate::care::{Due, ItemState, LineState, Plan, PlanState, Visit, VisitKind, VisitState, Written};
use crate::fhir::practice::{self, Practice};
use crate::fhir::{DocumentStatus, Reading, Resource, read};
use chrono::{Days, TimeDelta, Timelike};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn readings(today: NaiveDate) -> Vec<Reading> {
    let resources = practice::resources(today).unwrap().into_iter();
    resources.map(|raw| read(&Resource::from_value(raw).unwrap()).unwrap()).collect()
}

fn visits(readings: &[Reading]) -> Vec<&Visit> {
    let visits = readings.iter().filter_map(|one| match one {
        Reading::Visit(visit) => Some(visit),
        _ => None,
    });
    visits.collect()
}

fn plan(readings: &[Reading]) -> &Plan {
    let plan = readings.iter().find_map(|one| match one {
        Reading::Plan(plan) => Some(plan),
        _ => None,
    });
    plan.unwrap()
}

#[test]
fn every_resource_of_the_sample_is_one_the_app_shows() {
    for reading in readings(day("2026-03-01")) {
        assert_ne!(reading, Reading::NotOurs);
    }
}

#[test]
fn the_session_is_the_one_on_the_sheet() {
    let readings = readings(day("2026-03-06"));
    let visits = visits(&readings);
    let session = visits.iter().find(|visit| visit.kind == VisitKind::Session).unwrap();
    // Two days on, at 9:30 on a clock that was put forward in between.
    assert_eq!(session.start.unwrap().to_rfc3339(), "2026-03-08T13:30:00+00:00");
    assert_eq!(session.end.unwrap() - session.start.unwrap(), TimeDelta::minutes(60));
    assert_eq!(session.state, VisitState::Confirmed);
    assert_eq!(session.place.as_ref().unwrap().as_str(), "harbor-house");
    assert_eq!(session.with.len(), 2);
    assert!(session.note.is_some());
    let kinds: Vec<_> = visits.iter().map(|visit| (visit.kind, visit.state)).collect();
    assert!(kinds.contains(&(VisitKind::Intake, VisitState::Finished)));
    assert!(kinds.contains(&(VisitKind::Preparation, VisitState::Finished)));
    assert!(kinds.contains(&(VisitKind::Integration, VisitState::Confirmed)));
}

#[test]
fn the_plan_names_its_items_its_medicines_and_its_protocol() {
    let readings = readings(day("2026-03-06"));
    let plan = plan(&readings);
    assert_eq!(plan.state, PlanState::Active);
    assert_eq!(plan.protocol.as_ref().unwrap().as_str(), "harbor-kap-v1");
    assert_eq!(plan.team.as_ref().unwrap().as_str(), "sample-team");
    let item = |id: &str| plan.items.iter().find(|item| item.id == id).unwrap();
    assert_eq!(item("item-history").state, ItemState::Done);
    let contacts = item("item-contacts");
    assert_eq!(contacts.title, "Who drives you home? Who can we call?");
    assert_eq!(contacts.step, Some(VisitKind::Intake));
    assert_eq!(contacts.due, Some(Due::At("2026-03-07T17:00:00Z".parse().unwrap())));
    assert_eq!(item("item-clearday").due, Some(Due::On(day("2026-03-07"))));
    assert_eq!(item("item-bag").step, Some(VisitKind::Session));
    assert!(item("item-bag").note.is_some());
    assert_eq!(item("item-breathing").due, None);
    assert_eq!(plan.medicines.len(), 3);
}

#[test]
fn a_medicine_line_keeps_its_words_its_author_and_its_day() {
    let practice = Practice::bundled().unwrap();
    let sheets = &practice.sample.patients[0].medicines;
    let readings = readings(day("2026-03-06"));
    for sheet in sheets {
        let line = readings.iter().find_map(|one| match one {
            Reading::Medicine(line) if line.id == sheet.id => Some(line),
            _ => None,
        });
        let line = line.unwrap();
        assert_eq!(line.words.as_ref().unwrap().reveal(), sheet.words);
        assert_eq!(line.medicine.reveal(), sheet.medicine);
        assert_eq!(line.author.as_deref(), Some("Dr. Morgan Example MD"));
        assert_eq!(line.written, Some(Written::On(day("2026-03-01"))));
        assert_eq!(line.state, LineState::Active);
        assert_eq!(line.do_not_take, sheet.action == crate::care::sample::Action::Skip);
    }
}

#[test]
fn the_protocol_arrives_whole() {
    let practice = Practice::bundled().unwrap();
    let readings = readings(day("2026-03-06"));
    let document = readings.iter().find_map(|one| match one {
        Reading::Protocol(document) => Some(document),
        _ => None,
    });
    let document = document.unwrap();
    assert_eq!(document.status, DocumentStatus::Active);
    assert_eq!(document.version.as_deref(), Some("1"));
    assert_eq!(document.document::<Protocol>().unwrap(), practice.protocol);
}

#[test]
fn the_clinic_and_its_people_can_be_found_and_called() {
    let readings = readings(day("2026-03-06"));
    let clinic = readings.iter().find_map(|one| match one {
        Reading::Clinic(clinic) => Some(clinic),
        _ => None,
    });
    let clinic = clinic.unwrap();
    assert_eq!(clinic.zone, Some(Tz::America__New_York));
    assert_eq!(clinic.contacts[0].value, "+1 207 555 0142");
    assert_eq!(clinic.contacts[1].label.as_deref(), Some("after hours"));
    let place = readings.iter().find_map(|one| match one {
        Reading::Place(place) => Some(place),
        _ => None,
    });
    let place = place.unwrap();
    assert_eq!(place.zone, Some(Tz::America__New_York));
    assert_eq!(place.address.len(), 4);
    let team = readings.iter().find_map(|one| match one {
        Reading::CareTeam(team) => Some(team),
        _ => None,
    });
    let roles: Vec<_> = team.unwrap().members.iter().map(|member| member.role.as_deref()).collect();
    assert_eq!(roles, [Some("Psychiatrist"), Some("Therapist")]);
}

#[test]
fn a_day_beyond_the_calendar_is_an_error_and_no_panic() {
    assert!(practice::resources(NaiveDate::MAX).is_err());
    assert!(practice::resources(NaiveDate::MIN).is_err());
}

#[test]
fn only_the_first_patient_is_in_practice_mode() {
    let patients = readings(day("2026-03-06")).into_iter().filter(|one| matches!(one, Reading::Patient(_)));
    assert_eq!(patients.count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    /// Days on which clocks change are 4 of 1000: they are tried by name beside the random ones.
    #[test]
    fn on_any_day_every_time_is_the_one_on_the_sheet(
        today in (0..2557_u64).prop_map(|days| day("2024-01-01") + Days::new(days)),
        change in prop::sample::select(vec![None, Some("2024-03-10"), Some("2025-11-02"), Some("2030-03-10")]),
        before in 0..22_u64,
    ) {
        let today = change.map_or(today, |change| day(change) - Days::new(before));
        let sheets = Practice::bundled().unwrap().sample.patients.remove(0).visits;
        let readings = readings(today);
        for sheet in sheets {
            let visit = *visits(&readings).iter().find(|visit| visit.id == sheet.id).unwrap();
            let local = visit.start.unwrap().with_timezone(&Tz::America__New_York);
            prop_assert_eq!(local.date_naive(), today + TimeDelta::days(sheet.day.into()));
            prop_assert_eq!(local.time().with_nanosecond(0), Some(sheet.at.time()));
            prop_assert_eq!(visit.end.unwrap() - visit.start.unwrap(), sheet.minutes.length());
        }
        let due = plan(&readings).open_items(Tz::America__New_York).len();
        prop_assert!(due > 0, "nothing is due");
    }
}

/// The slots laid around `today`, as they are written.
fn slots(today: NaiveDate) -> Vec<Value> {
    let resources = practice::resources(today).unwrap().into_iter();
    resources.filter(|one| one["resourceType"] == "Slot").collect()
}

fn instant(value: &Value) -> chrono::DateTime<Utc> {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn a_session_has_a_slot_of_each_clinician_and_nobody_is_in_two_places() {
    let today = day("2026-03-04");
    let slots = slots(today);
    let of = |who: &str, code: &str| -> Vec<_> {
        let fits = |slot: &&Value| {
            let kinds = slot["serviceType"].as_array().unwrap();
            slot["schedule"]["reference"] == format!("Schedule/times-{who}-harbor-house")
                && kinds.iter().any(|kind| kind["coding"][0]["code"] == code)
        };
        slots.iter().filter(fits).map(|slot| instant(&slot["start"])).collect()
    };
    let (one, other) = (of("morgan-example", "session"), of("riley-example", "session"));
    assert!(one.len() >= 20);
    assert_eq!(one, other);
    // The sample's own session is on Friday the sixth at 9:30, with both: that time is nobody's to book.
    assert!(!one.contains(&"2026-03-06T14:30:00Z".parse().unwrap()));
    // The clock is put forward on the eighth; the next session is at 9:30 on the wall all the same.
    assert!(one.contains(&"2026-03-10T13:30:00Z".parse().unwrap()));
    let ids: std::collections::BTreeSet<_> = slots.iter().map(|slot| slot["id"].to_string()).collect();
    assert_eq!(ids.len(), slots.len());
}

#[test]
fn the_same_time_has_the_same_name_on_another_day() {
    let (first, next) = (slots(day("2026-03-04")), slots(day("2026-03-05")));
    let kept = first.iter().filter(|slot| next.contains(slot)).count();
    // What falls away is the first day and what other visits take, which are counted from today.
    assert!(kept + 12 > first.len(), "{kept} of {}", first.len());
    for slot in &first {
        let again = next.iter().find(|other| other["id"] == slot["id"]);
        assert!(again.is_none_or(|again| again["start"] == slot["start"]), "{}", slot["id"]);
    }
}
