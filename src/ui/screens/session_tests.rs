//! A clinic's own rule stands on the page of the day with its times filled in, to the minute and the day.

use super::*;
use crate::app::read::Language;
use chrono_tz::America::New_York;

fn rule(id: &str, at: &str, words: Option<&str>) -> Limit {
    Limit {
        id: id.to_owned(),
        what: CutOffKind::Other,
        at: at.parse().unwrap(),
        over: false,
        words: words.map(str::to_owned),
        hours: serde_json::from_str("6").ok(),
    }
}

#[test]
fn no_gap_is_left_and_no_time_lacks_its_day() {
    let here =
        Here { language: Language::English, zone: New_York, now: "2026-11-01T04:30:00Z".parse().unwrap() };
    // 1:30 am the second time: the clocks went back at 2.
    let tea = rule(
        "tea",
        "2026-11-01T06:30:00Z",
        Some("No tea {h} hours before, so by {time}. Food: {fast_solids}."),
    );
    let food = rule("fast_solids", "2026-11-01T05:30:00Z", None);
    let (said, _) = row(here, &tea, &[food, tea.clone()], New_York).unwrap();
    assert!(!said.contains('{') && said.contains("6 hours"), "{said}");
    assert!(said.contains("after the clocks") && said.contains("before the clocks"), "{said}");
    assert_eq!(said.matches("Sunday").count(), 2, "{said}");
}
