//! Hours are whole minutes, and a time of day has two digits on both sides.

use super::{Clock, Hours};
use chrono::{NaiveTime, TimeDelta};

#[test]
fn hours_are_as_precise_as_a_minute() {
    assert_eq!("0.5".parse::<Hours>().unwrap().length(), TimeDelta::minutes(30));
    assert_eq!(Hours::try_from(8.0).unwrap().length(), TimeDelta::hours(8));
    for wrong in [-1.0, 721.0, 0.001, f64::NAN, f64::INFINITY] {
        assert!(Hours::try_from(wrong).is_err(), "{wrong}");
    }
    // A third of an hour has no end as a decimal, and is 20 minutes all the same.
    let third: Hours = serde_json::from_str("0.3333333333333333").unwrap();
    assert_eq!(third.length(), TimeDelta::minutes(20));
    for (hours, written) in [(6.0, "6"), (0.5, "0.5")] {
        assert_eq!(serde_json::to_string(&Hours::try_from(hours).unwrap()).unwrap(), written);
    }
}

#[test]
fn a_time_of_day_is_read_as_it_is_written() {
    let clock: Clock = "07:30".parse().unwrap();
    assert_eq!(clock.time(), NaiveTime::from_hms_opt(7, 30, 0).unwrap());
    assert_eq!(clock.to_string(), "07:30");
    for wrong in ["7:30", "07:3", "24:00", "07:60", "0730", "07:30:00", "+7:30", ""] {
        assert!(wrong.parse::<Clock>().is_err(), "{wrong:?}");
    }
}
