//! The zones and instants where clocks do something odd, and any instant near one.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::sample::select;

/// A zone with instants around which its clocks change, in a year when they did.
const ODD: [(Tz, [&str; 2]); 8] = [
    // A gap and a fold of an hour at night.
    (chrono_tz::America::New_York, ["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"]),
    (chrono_tz::America::Los_Angeles, ["2026-03-08T10:00:00Z", "2026-11-01T09:00:00Z"]),
    (chrono_tz::Europe::London, ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"]),
    // Half an hour.
    (chrono_tz::Australia::Lord_Howe, ["2026-10-03T15:30:00Z", "2026-04-04T15:00:00Z"]),
    // A whole day was skipped, the 30th of December 2011.
    (chrono_tz::Pacific::Apia, ["2011-12-30T10:00:00Z", "2011-09-24T14:00:00Z"]),
    // No change at all.
    (chrono_tz::Asia::Kolkata, ["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"]),
    // Days without a midnight.
    (chrono_tz::Africa::Cairo, ["2026-04-23T22:00:00Z", "2026-10-29T21:00:00Z"]),
    (chrono_tz::Pacific::Auckland, ["2026-09-26T14:00:00Z", "2026-04-04T14:00:00Z"]),
];

pub(crate) fn any_zone() -> impl Strategy<Value = Tz> {
    select(ODD.map(|(zone, _)| zone).to_vec())
}

/// A zone and an instant: within two days of a change of its clocks, or any time in a hundred years.
pub(crate) fn zone_and_instant() -> impl Strategy<Value = (Tz, DateTime<Utc>)> {
    let near =
        (select(ODD.to_vec()), 0..2_usize, -2880_i64..2880).prop_map(|((zone, changes), which, minutes)| {
            let change: DateTime<Utc> = changes[which].parse().unwrap();
            (zone, change + TimeDelta::minutes(minutes))
        });
    // São Paulo's midnights were skipped until 2019.
    let sao_paulo = (-2880_i64..2880).prop_map(|minutes| {
        let change: DateTime<Utc> = "2018-11-04T03:00:00Z".parse().unwrap();
        (chrono_tz::America::Sao_Paulo, change + TimeDelta::minutes(minutes))
    });
    let any = (any_zone(), 0_i64..52_000_000)
        .prop_map(|(zone, minutes)| (zone, DateTime::from_timestamp(minutes * 60, 0).unwrap()));
    prop_oneof![6 => near, 1 => sao_paulo, 2 => any]
}

#[test]
fn the_changes_named_here_are_changes() {
    for (zone, changes) in ODD {
        let odd = changes.iter().all(|change| {
            let change: DateTime<Utc> = change.parse().unwrap();
            let shift = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local() - at.naive_utc();
            shift(change) != shift(change - TimeDelta::minutes(1))
        });
        assert_eq!(odd, zone != chrono_tz::Asia::Kolkata, "{zone}");
    }
}
