//! Says what looks like a slip in the times and the zone asked for; it is planned all the same.

use crate::args::Plan;
use cairn::care::{ClockTime, Twice, time};
use chrono::{DateTime, TimeDelta, Utc};

/// Nobody stays at the clinic for longer than this from the arrival on.
const LONGEST_STAY: TimeDelta = TimeDelta::hours(24);

/// Zones outside `Etc/` whose clocks stand at one offset of UTC, whatever the clocks around the clinic do.
const FIXED: [&str; 12] =
    ["EST", "MST", "HST", "GMT", "GMT0", "GMT+0", "GMT-0", "UTC", "UCT", "Zulu", "Universal", "Greenwich"];

/// A sentence for each doubt.
pub(crate) fn about(wish: &Plan) -> Vec<String> {
    let arrival = time::instant_of(wish.arrival, wish.zone);
    [the_zone(wish), the_arrival(wish, arrival), the_end(wish, arrival), the_booking(wish, arrival)]
        .into_iter()
        .flatten()
        .collect()
}

fn the_zone(wish: &Plan) -> Option<String> {
    let name = wish.zone.name();
    let fixed = FIXED.contains(&name) || name.starts_with("Etc/");
    fixed.then(|| {
        format!("{name} knows no daylight saving: write the clinic's place, such as America/New_York")
    })
}

/// A time that the clinic's clock does not show, or shows twice.
fn the_arrival(wish: &Plan, arrival: DateTime<Utc>) -> Option<String> {
    let (asked, zone) = (wish.arrival, wish.zone);
    let taken = ClockTime::of(arrival, zone);
    let shown = taken.local;
    if shown != asked {
        return Some(format!("clocks in {zone} skip {asked}: planned for {shown}, when they jump"));
    }
    let first = format!("clocks in {zone} show {asked} twice: planned for the first time");
    (taken.twice == Some(Twice::First)).then_some(first)
}

fn the_end(wish: &Plan, arrival: DateTime<Utc>) -> Option<String> {
    let stay = wish.end?.signed_duration_since(arrival);
    let hours = LONGEST_STAY.num_hours();
    (stay > LONGEST_STAY)
        .then(|| format!("the end is more than {hours} hours after the arrival: look at --end"))
}

fn the_booking(wish: &Plan, arrival: DateTime<Utc>) -> Option<String> {
    (wish.booking? > arrival).then(|| "the visit was booked after the arrival: look at --booking".to_owned())
}
