//! Offsets are read strictly, written back the same, and reckoned by the clinic's calendar.

use super::Offset;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;

fn offset(text: &str) -> Offset {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn what_the_protocol_uses_is_read_and_written_back() {
    for text in ["P3D", "-P7D", "-PT60M", "PT0H", "PT24H", "P1DT6H", "PT2H30M", "-P14D"] {
        let written = offset(text).to_string();
        assert_eq!(offset(&written), offset(text), "{text} became {written}");
    }
    assert_eq!(offset("-PT60M"), offset("-PT1H"));
    assert_eq!(offset("P2W"), offset("P14D"));
    assert_eq!(offset("+P1D"), offset("P1D"));
    assert_eq!(offset("PT0H"), Offset::ZERO);
}

#[test]
fn what_nobody_could_reckon_is_refused() {
    for text in [
        "",
        "P",
        "PT",
        "7D",
        "P7",
        "P1M",
        "P1Y",
        "PT1.5H",
        "P-1D",
        "--P1D",
        "P1DT",
        "P1H",
        "PT1D",
        "PT1M1H",
        "P1D1D",
        "P1D ",
        " P1D",
        "p1d",
        "PD",
        "P99999D",
        "PT99999999999H",
    ] {
        assert!(text.parse::<Offset>().is_err(), "{text:?} was taken for a duration");
    }
}

#[test]
fn a_day_keeps_the_clock_and_24_hours_keep_the_time() {
    // Clocks went back in New York on 1 November 2026 at 2 am.
    let zone = Tz::America__New_York;
    let before = at("2026-10-31T13:00:00Z");
    assert_eq!(offset("P1D").after(before, zone), Some(at("2026-11-01T14:00:00Z")));
    assert_eq!(offset("PT24H").after(before, zone), Some(at("2026-11-01T13:00:00Z")));
    assert_eq!(offset("-P1D").after(at("2026-11-01T14:00:00Z"), zone), Some(before));
    assert_eq!(offset("P1DT1H").after(before, zone), Some(at("2026-11-01T15:00:00Z")));
}

#[test]
fn a_day_and_24_hours_are_neither_the_same_nor_in_order() {
    assert_eq!(offset("P1D").partial_cmp(&offset("PT24H")), None);
    assert!(offset("P1D") < offset("P2D"));
    assert!(offset("-P7D") < Offset::ZERO);
}

proptest! {
    #[test]
    fn any_offset_survives_being_written(days in 0..400_i32, minutes in 0..4000_i32, before: bool) {
        let sign = if before { "-" } else { "" };
        let one = offset(&format!("{sign}P{days}DT{minutes}M"));
        prop_assert_eq!(offset(&one.to_string()), one);
        let length = TimeDelta::days(days.into()) + TimeDelta::minutes(minutes.into());
        prop_assert_eq!(one.nominal(), if before { -length } else { length });
    }
}
