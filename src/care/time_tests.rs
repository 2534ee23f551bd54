//! Wall clocks and instants agree, also on the days when clocks change.

use super::*;
use proptest::prelude::*;

fn local(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

#[test]
fn a_time_the_clock_skips_is_the_instant_it_jumps() {
    let zone = chrono_tz::America::New_York;
    let jump = instant_of(local("2026-03-08T02:30:00"), zone);
    assert_eq!(jump.to_rfc3339(), "2026-03-08T07:00:00+00:00");
}

#[test]
fn a_time_the_clock_shows_twice_is_the_first() {
    let zone = chrono_tz::America::New_York;
    assert_eq!(instant_of(local("2026-11-01T01:30:00"), zone).to_rfc3339(), "2026-11-01T05:30:00+00:00");
}

#[test]
fn a_day_without_midnight_begins_when_its_clock_begins() {
    // Clocks in Santiago jump from midnight to 1 am on the 6th of September 2026.
    let zone = chrono_tz::America::Santiago;
    let day = NaiveDate::from_ymd_opt(2026, 9, 6).unwrap();
    assert_eq!(start_of_day(day, zone).to_rfc3339(), "2026-09-06T04:00:00+00:00");
    // Samoa had no 30th of December 2011 at all.
    let day = NaiveDate::from_ymd_opt(2011, 12, 30).unwrap();
    assert_eq!(start_of_day(day, chrono_tz::Pacific::Apia), end_of_day(day, chrono_tz::Pacific::Apia));
}

#[test]
fn a_day_the_calendar_left_out_is_nobodys_neighbour() {
    let zone = chrono_tz::Pacific::Apia;
    let day = |day| NaiveDate::from_ymd_opt(2011, 12, day).unwrap();
    assert!(is_day(day(29), zone) && !is_day(day(30), zone) && is_day(day(31), zone));
    assert_eq!((day_after(day(29), zone), day_before(day(31), zone)), (day(31), day(29)));
    assert!(is_day(day(30), chrono_tz::Pacific::Auckland));
}

fn any_zone() -> impl Strategy<Value = Tz> {
    (0..chrono_tz::TZ_VARIANTS.len()).prop_map(|index| chrono_tz::TZ_VARIANTS[index])
}

proptest! {
    #[test]
    fn an_instant_is_found_again_by_its_clock_or_by_an_earlier_one_that_shows_the_same(
        seconds in 0_i64..4_000_000_000, zone in any_zone()
    ) {
        let instant = DateTime::from_timestamp(seconds, 0).unwrap();
        let shown = instant.with_timezone(&zone).naive_local();
        let found = instant_of(shown, zone);
        prop_assert!(found <= instant);
        prop_assert_eq!(found.with_timezone(&zone).naive_local(), shown);
    }

    #[test]
    fn every_instant_lies_within_its_own_day(seconds in 0_i64..4_000_000_000, zone in any_zone()) {
        let instant = DateTime::from_timestamp(seconds, 0).unwrap();
        let day = day_of(instant, zone);
        prop_assert!(start_of_day(day, zone) <= instant);
        prop_assert!(instant < end_of_day(day, zone));
    }
}
