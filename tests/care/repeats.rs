//! Tasks that repeat do so as often as the clinic wrote, also across a change of clocks and a missing day.

use super::given::{NEW_YORK, protocol, times, utc};
use cairn::care::Due;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::{Value, json};

fn task(task: &Value) -> Value {
    let mut whole = json!({"id": "again", "title": "Again"});
    whole.as_object_mut().unwrap().extend(task.as_object().unwrap().clone());
    json!([whole])
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn repeats(wanted: &Value, arrival: &str, zone: Tz, first: &str, last: &str) -> Vec<Due> {
    let protocol = protocol(&[("/phases/3/tasks", task(wanted))]);
    let times = times(&protocol, utc(arrival), zone);
    let (_, task) = protocol.task("again").unwrap();
    times.repeats(&protocol, task, day(first), day(last))
}

/// What the clock in New York shows.
fn clocks(dues: &[Due]) -> Vec<String> {
    let clock = |due: &Due| match due {
        Due::At(at) => at.with_timezone(&NEW_YORK).naive_local().to_string(),
        Due::On(day) => day.to_string(),
    };
    dues.iter().map(clock).collect()
}

#[test]
fn daily_until_the_session_is_every_day_before_it() {
    let daily = json!({"repeat": "daily until session"});
    let days = repeats(&daily, "2026-06-18T13:00:00Z", NEW_YORK, "2026-06-15", "2026-12-31");
    assert_eq!(clocks(&days), ["2026-06-15", "2026-06-16", "2026-06-17"]);
    assert_eq!(repeats(&daily, "2026-06-18T13:00:00Z", NEW_YORK, "2026-06-18", "2026-12-31"), []);
    let apia = chrono_tz::Pacific::Apia;
    let days = repeats(&daily, "2011-12-31T19:00:00Z", apia, "2011-12-28", "2012-12-31");
    assert_eq!(clocks(&days), ["2011-12-28", "2011-12-29", "2011-12-31"]);
}

#[test]
fn weekly_is_counted_from_the_end_and_keeps_its_clock_time() {
    let weekly = json!({"repeat": "P7D", "weeks": {"value": 3}});
    // Clocks go back in between, on the 1st of November.
    let times = repeats(&weekly, "2026-10-29T13:00:00Z", NEW_YORK, "2026-10-01", "2026-10-01");
    assert_eq!(clocks(&times), ["2026-11-05 11:30:00", "2026-11-12 11:30:00", "2026-11-19 11:30:00"]);
}

#[test]
fn a_task_with_a_due_repeats_from_there() {
    let due = json!({"anchor": "arrival", "offset": "P1D", "clock": "18:00"});
    let again = json!({"due": due, "repeat": "P3D", "weeks": {"value": 1}});
    let times = repeats(&again, "2026-06-18T13:00:00Z", NEW_YORK, "2026-06-01", "2026-06-01");
    assert_eq!(clocks(&times), ["2026-06-19 18:00:00", "2026-06-22 18:00:00", "2026-06-25 18:00:00"]);
}

#[test]
fn without_weeks_it_goes_on_until_the_last_day_asked_for() {
    let again = json!({"repeat": "P1D"});
    let times = repeats(&again, "2026-06-18T13:00:00Z", NEW_YORK, "2026-06-01", "2026-06-20");
    assert_eq!(clocks(&times), ["2026-06-19 11:30:00", "2026-06-20 11:30:00"]);
    assert!(repeats(&json!({}), "2026-06-18T13:00:00Z", NEW_YORK, "2026-06-01", "2026-06-20").is_empty());
}

#[test]
fn what_a_slip_of_the_pen_would_repeat_for_ever_ends() {
    let again = json!({"repeat": "PT1S", "weeks": {"value": 4_000_000_000_u32}});
    assert_eq!(repeats(&again, "2026-06-18T13:00:00Z", NEW_YORK, "2026-06-01", "2026-06-20").len(), 1000);
}
