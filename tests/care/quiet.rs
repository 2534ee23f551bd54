//! Quiet hours: what they let through, what they move, and where to.

use super::given::{Case, NEW_YORK, protocol, to_do, utc};
use cairn::care::alarms::Quiet;
use cairn::care::{Due, Shown};
use chrono::{NaiveTime, Timelike};
use serde_json::json;

fn own(from: (u32, u32), to: (u32, u32)) -> Quiet {
    let clock = |(hours, minutes)| NaiveTime::from_hms_opt(hours, minutes, 0).unwrap();
    Quiet::Own { from: clock(from), to: clock(to) }
}

/// When `id` rings, on the phone's clock.
fn rings(case: &Case, id: &str) -> String {
    let ring = case.ring(id).unwrap_or_else(|| panic!("no {id}"));
    ring.at.with_timezone(&case.phone).naive_local().to_string()
}

#[test]
fn what_is_no_cut_off_waits_until_the_quiet_hours_are_over() {
    // Arrival at 8: to get ready at 6:30 would wake somebody up.
    let case = Case::one_session("2026-06-18T12:00:00Z");
    assert_eq!(rings(&case, "s.get-ready"), "2026-06-18 07:00:00");
    assert_eq!(case.ring("s.get-ready").unwrap().shown, Shown::Plain);
}

#[test]
fn what_would_be_too_late_afterwards_rings_the_evening_before() {
    // Arrival at 7, when the quiet hours end.
    let mut case = Case::one_session("2026-06-18T11:00:00Z");
    assert_eq!(rings(&case, "s.get-ready"), "2026-06-17 21:00:00");
    case.to_do = vec![to_do("early", Due::At(utc("2026-06-18T09:00:00Z")))];
    assert_eq!(rings(&case, "task:early"), "2026-06-17 18:00:00");
}

#[test]
fn a_cut_off_at_the_very_edge_of_the_quiet_hours_stays() {
    // Arrival at 9:30: the last drink is at 7:30 and its reminder at 7:00, when they end.
    let case = Case::one_session("2026-06-18T13:30:00Z");
    assert_eq!(rings(&case, "s.last-drink"), "2026-06-18 07:00:00");
    assert_eq!(case.ring("s.last-drink").unwrap().shown, Shown::Plain);
    let minute_earlier = Case::one_session("2026-06-18T13:29:00Z");
    assert_eq!(rings(&minute_earlier, "s.last-drink"), "2026-06-17 21:00:00");
}

#[test]
fn quiet_hours_are_where_the_patient_sleeps() {
    // 7:30 in New York is 4:30 in Los Angeles.
    let mut case = Case::one_session("2026-06-18T13:00:00Z");
    case.phone = chrono_tz::America::Los_Angeles;
    assert_eq!(rings(&case, "s.get-ready"), "2026-06-17 21:00:00");
    let Shown::WithTime(drink) = case.ring("s.last-drink").unwrap().shown else { panic!("not moved") };
    assert_eq!((drink.local.hour(), drink.zone), (7, NEW_YORK), "a cut-off is on the clinic's clock");
}

#[test]
fn the_patients_own_hours_may_lie_in_one_day_and_have_an_evening_of_their_own() {
    let case = Case::one_session("2026-06-18T13:00:00Z").quiet(own((5, 0), (8, 0)));
    assert_eq!(rings(&case, "s.last-drink"), "2026-06-18 04:30:00");
    assert_eq!(rings(&case, "s.last-food"), "2026-06-18 02:00:00");
    assert_eq!(rings(&case, "s.get-ready"), "2026-06-18 08:00:00");
    assert_eq!(case.clone().quiet(own((7, 0), (7, 0))).all(), case.quiet(Quiet::Never).all());
}

#[test]
fn a_clinic_that_names_no_evening_or_one_that_is_quiet_gets_half_an_hour_before() {
    for moved in [json!(null), json!("22:00")] {
        let protocol = protocol(&[("/phases/2/quiet_hours/cutoffs_move_to", moved)]);
        let mut case = Case::one_session("2026-06-18T13:00:00Z");
        case.protocol = Some(protocol);
        assert_eq!(rings(&case, "s.last-food"), "2026-06-17 21:00:00");
    }
    let protocol = protocol(&[("/phases/2/quiet_hours/cutoffs_move_to", json!("20:15"))]);
    let mut case = Case::one_session("2026-06-18T13:00:00Z");
    case.protocol = Some(protocol);
    assert_eq!(rings(&case, "s.last-food"), "2026-06-17 20:15:00");
}

#[test]
fn nothing_asks_about_a_session_before_it_has_been() {
    // The session ends at 11:30; the phone sleeps from 11 until after midnight.
    let case = Case::one_session("2026-06-18T13:00:00Z").quiet(own((11, 0), (0, 30)));
    assert_eq!(rings(&case, "s.check-in:evening"), "2026-06-19 00:30:00");
    assert_eq!(case.ring("s.check-in:evening").unwrap().until, utc("2026-06-20T04:00:00Z"));
    // Where there is an evening after it, that is earlier and on the same day.
    let case = case.quiet(own((15, 0), (0, 30)));
    assert_eq!(rings(&case, "s.check-in:evening"), "2026-06-18 14:30:00");
}

#[test]
fn a_day_asks_on_its_own_day_only() {
    // 7 pm in New York is 1 am in Paris: an evening there, of the same day in New York, is before it.
    let mut case = Case::one_session("2026-06-18T13:00:00Z");
    case.phone = chrono_tz::Europe::Paris;
    assert_eq!(rings(&case, "daily@2026-06-15"), "2026-06-15 21:00:00");
}
