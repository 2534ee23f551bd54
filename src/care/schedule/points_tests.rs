//! A plan may ask for years of check-ins; no more of them are reckoned than somebody looks at.

use super::*;
use crate::care::Marks;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

#[test]
fn ten_years_of_daily_check_ins_make_no_longer_list_than_the_window() {
    let bundled = include_str!("../../../assets/practice/sample.json");
    let mut json = serde_json::from_str::<Value>(bundled).unwrap()["protocol"].take();
    json["checkins"]["daily"]["to"] = json!("P3660D");
    let protocol: Protocol = serde_json::from_str(&json.to_string()).unwrap();
    let daily = protocol.checkins.daily.as_ref().unwrap();
    let start: DateTime<Utc> = "2026-06-18T13:00:00Z".parse().unwrap();
    let zone = chrono_tz::America::New_York;
    let times = SessionTimes::of(&protocol, VisitKind::Session, start, None, Marks::default(), zone).unwrap();
    let from = start + TimeDelta::days(400);
    let count = |until| days(daily, &times, Window { from, until }).count();
    assert_eq!(count(from + TimeDelta::days(28)), 28 + 2 * 7 + 1);
    // The control: who asks for all of them gets all of them.
    assert_eq!(count(DateTime::<Utc>::MAX_UTC), 3660 - 400 + 7 + 1);
}
