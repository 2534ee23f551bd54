//! What FHIR writes is read and comes back; what is not exact enough to compare is not compared.

use super::*;
use proptest::prelude::*;

fn date_time(text: &str) -> PartialDateTime {
    text.parse().unwrap()
}

#[test]
fn reads_what_fhir_writes_and_nothing_else() {
    for text in ["2026", "2026-02", "2026-02-28", "0001", "9999-12-31"] {
        assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
        assert_eq!(date_time(text).to_string(), text);
    }
    for text in ["2026-02-28T10:11:12Z", "2026-02-28T10:11:12.345+05:30", "2026-02-28T23:59:59-03:00"] {
        assert_eq!(date_time(text).to_string(), text);
    }
    for text in
        ["", "26", "2026-13", "2026-2", "2026-02-30", "2026/02", "20260228", "+026", "2026-02-28T10:11"]
    {
        assert!(text.parse::<PartialDateTime>().is_err(), "{text}");
    }
    assert!("2026-02-28 10:11:12Z".parse::<PartialDateTime>().is_err());
    assert!("2026-02-28T10:11:12".parse::<PartialDateTime>().is_err());
    assert!("２０２６".parse::<PartialDate>().is_err());
}

#[test]
fn compares_as_far_as_both_are_known() {
    use Ordering::{Equal, Greater, Less};
    let cases = [
        ("2026", "2026", Some(Equal)),
        ("2026", "2026-03", None),
        ("2026-03", "2026-03-01", None),
        ("2026", "2027-01-01", Some(Less)),
        ("2026-04", "2026-03-31", Some(Greater)),
        ("2026-03-02", "2026-03-01", Some(Greater)),
        ("2026-03-01T10:00:00Z", "2026-03-01T12:00:00+02:00", Some(Equal)),
        ("2026-03-01T10:00:00Z", "2026-03-01T10:00:00.001Z", Some(Less)),
        ("2026-03-01T10:00:00Z", "2026-03-01", None),
        ("2026-03-02", "2026-03-01T10:00:00Z", Some(Greater)),
    ];
    for (one, other, order) in cases {
        assert_eq!(date_time(one).compare(&date_time(other)), order, "{one} {other}");
        assert_eq!(date_time(other).compare(&date_time(one)), order.map(Ordering::reverse), "{other} {one}");
    }
}

proptest! {
    #[test]
    fn every_day_comes_back(days in -700_000_i64..2_900_000) {
        let day = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap() + chrono::TimeDelta::days(days);
        prop_assume!((1..=9999).contains(&day.year()));
        prop_assert_eq!(day.to_string().parse(), Ok(PartialDate::Day(day)));
    }

    #[test]
    fn no_text_brings_it_down(text in "\\PC{0,30}|[0-9TZ:+.-]{0,30}") {
        if let Ok(at) = text.parse::<PartialDateTime>() {
            prop_assert_eq!(at.to_string().parse(), Ok(at));
        }
    }
}
