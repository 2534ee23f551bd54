//! The first card is about the right thing.

use super::*;
use chrono::NaiveDate;

const ZONE: Tz = chrono_tz::America::New_York;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn what_cannot_be_shown_comes_before_everything() {
    let due = Some(Some(Due::At(at("2026-03-10T12:00:00Z"))));
    assert_eq!(next(true, Some(0), due, at("2026-03-10T12:00:00Z"), ZONE), Next::CallClinic);
}

#[test]
fn a_near_visit_a_near_task_a_far_visit_a_task_a_check_in() {
    let now = at("2026-03-10T12:00:00Z");
    let soon = Some(Some(Due::At(at("2026-03-11T12:00:00Z"))));
    let late = Some(Some(Due::At(at("2026-03-20T12:00:00Z"))));
    assert_eq!(next(false, Some(1), soon, now, ZONE), Next::Visit);
    assert_eq!(next(false, Some(5), soon, now, ZONE), Next::Due);
    assert_eq!(next(false, Some(5), late, now, ZONE), Next::Visit);
    assert_eq!(next(false, Some(5), None, now, ZONE), Next::Visit);
    assert_eq!(next(false, None, Some(None), now, ZONE), Next::Due);
    assert_eq!(next(false, None, None, now, ZONE), Next::CheckIn);
}

#[test]
fn something_overdue_is_near() {
    let now = at("2026-03-10T12:00:00Z");
    let overdue = Some(Some(Due::On(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap())));
    assert_eq!(next(false, Some(5), overdue, now, ZONE), Next::Due);
}

#[test]
fn days_are_counted_by_the_clinics_calendar() {
    // 11 pm on the 10th in New York, 4 am on the 11th in UTC.
    let now = at("2026-03-11T03:00:00Z");
    assert_eq!(days_until(at("2026-03-11T14:00:00Z"), now, ZONE), 1);
    assert_eq!(days_until(at("2026-03-11T14:00:00Z"), now, Tz::UTC), 0);
    // Across the night of the 8th of March, when New York loses an hour.
    assert_eq!(days_until(at("2026-03-09T13:00:00Z"), at("2026-03-07T14:00:00Z"), ZONE), 2);
}
