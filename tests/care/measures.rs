//! When something was, said afterwards: in every zone, over every change of the clocks, never in the future.

use cairn::care::{
    Feeling, Private, Sleep,
    backdate::{DAYS_BACK, NotThen, days, instant},
    time::{day_of, instant_of},
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

#[test]
fn a_time_the_clock_shows_twice_is_the_first_and_one_it_never_shows_is_the_jump() {
    let zone = Tz::America__New_York;
    let after = utc("2026-11-01T12:00:00Z");
    assert_eq!(instant(day("2026-11-01"), clock(1, 30), after, zone), Ok(utc("2026-11-01T05:30:00Z")));
    let spring = utc("2026-03-09T12:00:00Z");
    assert_eq!(instant(day("2026-03-08"), clock(2, 30), spring, zone), Ok(utc("2026-03-08T07:00:00Z")));
    // In the second of two hours, a minute further on is one of the first hour and was.
    let second = utc("2026-11-01T06:40:00Z");
    assert_eq!(instant(day("2026-11-01"), clock(1, 50), second, zone), Ok(utc("2026-11-01T05:50:00Z")));
}

#[test]
fn not_the_future_and_not_long_ago() {
    let (zone, now) = (Tz::Europe__Berlin, utc("2026-05-20T10:00:00Z"));
    assert_eq!(instant(day("2026-05-20"), clock(12, 0), now, zone), Ok(now));
    assert_eq!(instant(day("2026-05-20"), clock(12, 1), now, zone), Err(NotThen::Future));
    assert_eq!(instant(day("2026-05-21"), clock(0, 0), now, zone), Err(NotThen::Future));
    assert!(instant(day("2026-05-06"), clock(0, 0), now, zone).is_ok());
    assert_eq!(instant(day("2026-05-05"), clock(23, 59), now, zone), Err(NotThen::TooLongAgo));
}

#[test]
fn a_day_the_calendar_left_out_is_not_offered() {
    let days = days(utc("2012-01-02T00:00:00Z"), Tz::Pacific__Apia);
    assert!(!days.contains(&day("2011-12-30")), "{days:?}");
    assert_eq!(days.len(), DAYS_BACK + 1);
}

#[test]
fn own_words_have_single_spaces_and_blank_ones_are_none() {
    let own = |words: &str| Feeling::own(&Private::new(words));
    assert_eq!(own("  like \n after  rain "), Some(Feeling::Own(Private::new("like after rain"))));
    assert_eq!(own(" \t\n"), None);
}

#[test]
fn a_night_has_at_most_a_day() {
    let sleep = Sleep::new(7 * 60 + 45).unwrap();
    assert_eq!((sleep.hours(), sleep.minutes(), sleep.in_minutes()), (7, 45, 465));
    assert!(Sleep::new(Sleep::MAX).is_ok() && Sleep::new(Sleep::MAX + 1).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_can_be_named_has_been_and_shows_its_own_day(
        now in 0_i64..4_000_000_000,
        zone in proptest::sample::select(TZ_VARIANTS.as_slice()),
        back in 0..=DAYS_BACK,
        minute in 0_u32..24 * 60,
    ) {
        let now = DateTime::from_timestamp(now, 0).unwrap();
        let offered = days(now, zone);
        prop_assert!(offered.is_sorted_by(|newer, older| newer > older), "each once, newest first");
        prop_assert_eq!(offered[0], day_of(now, zone));
        let named = offered[back];
        let at = clock(minute / 60, minute % 60);
        match instant(named, at, now, zone) {
            Ok(found) => {
                prop_assert!(found <= now);
                let shown = found.with_timezone(&zone).naive_local();
                let asked = named.and_time(at);
                // A clock that jumped shows a little more than was asked for, and never less.
                prop_assert!(shown >= asked && shown - asked <= TimeDelta::hours(25));
            }
            Err(why) => {
                prop_assert_eq!(why, NotThen::Future);
                prop_assert!(instant_of(named.and_time(at), zone) > now);
            }
        }
    }
}
