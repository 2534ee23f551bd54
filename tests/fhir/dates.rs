//! FHIR's dates: an instant has an offset and seconds; a day, a month and a year are days of the clinic.

use crate::golden::{changed, read_value, utc};
use cairn::care::Due;
use cairn::fhir::{Reading, What};
use serde_json::json;

fn start(text: &str) -> Result<chrono::DateTime<chrono::Utc>, What> {
    let mut visit = changed("appointment", "/start", Some(json!(text)));
    visit["end"] = json!("9999-12-31T23:59:59Z");
    match read_value(&visit) {
        Ok(Reading::Visit(visit)) => Ok(visit.start.unwrap()),
        Ok(other) => panic!("{other:?}"),
        Err(problem) => Err(problem.what),
    }
}

fn due(text: &str) -> Result<Option<Due>, What> {
    match read_value(&changed("task", "/restriction/period/end", Some(json!(text)))) {
        Ok(Reading::Task(item)) => Ok(item.due),
        Ok(other) => panic!("{other:?}"),
        Err(problem) => Err(problem.what),
    }
}

#[test]
fn instants_need_seconds_and_an_offset() {
    assert_eq!(start("2025-12-02T10:00:00Z"), Ok(utc("2025-12-02T10:00:00Z")));
    assert_eq!(start("2025-12-02T10:00:00.123456+05:45"), Ok(utc("2025-12-02T04:15:00.123456Z")));
    let refused = [
        "2025",
        "2025-12",
        "2025-12-02",
        "2025-12-02T10:00",
        "2025-12-02T10:00Z",
        "2025-12-02T10:00:00",
        "2025-12-02 10:00:00Z",
        "2025-12-02t10:00:00Z",
        "2025-12-02T10:00:00z",
        "2025-12-02T10:00:00+0100",
        "2025-12-02T24:00:00Z",
        "2025-02-29T10:00:00Z",
        " 2025-12-02T10:00:00Z",
        "2025-12-02T10:00:00−08:00",
        "2025-12-0ñT10:00:00Z",
    ];
    for text in refused {
        assert_eq!(start(text), Err(What::BadDate), "{text}");
    }
}

#[test]
fn a_partial_date_is_due_on_its_last_day() {
    let on = |text: &str| Ok(Some(Due::On(text.parse().unwrap())));
    assert_eq!(due("2025-11-27"), on("2025-11-27"));
    assert_eq!(due("2024-02"), on("2024-02-29"));
    assert_eq!(due("2025"), on("2025-12-31"));
    assert_eq!(due("2025-11-27T17:00:00-08:00"), Ok(Some(Due::At(utc("2025-11-28T01:00:00Z")))));
    for text in [
        "25",
        "2025-1",
        "2025-1-05",
        "2025-00",
        "2025-02-30",
        "+025",
        "-001-01",
        "2025-11-27T17:00:00",
        "ñ25",
    ] {
        assert_eq!(due(text), Err(What::BadDate), "{text}");
    }
}
