//! What holds of every plan, whatever the clinic wrote, wherever the phone is and whatever clocks do.

use super::given::{Case, minutes, protocol, session, times, to_do};
use super::zones::{any_zone, zone_and_instant};
use cairn::care::alarms::Quiet;
use cairn::care::protocol::{Origin, Protocol};
use cairn::care::{Alarm, AlarmKind, ClockTime, Due, Shown, Twice, VisitKind};
use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

const SESSION: VisitKind = VisitKind::Session;

fn clock(minute: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap()
}

fn any_clock() -> impl Strategy<Value = NaiveTime> {
    (0_u32..1440).prop_map(clock)
}

fn any_quiet() -> impl Strategy<Value = Quiet> {
    let own = (any_clock(), any_clock()).prop_map(|(from, to)| Quiet::Own { from, to });
    prop_oneof![3 => Just(Quiet::Clinics), 3 => own, 1 => Just(Quiet::Never)]
}

/// The sample's protocol with other hours, distances and clock times.
fn any_protocol() -> impl Strategy<Value = Protocol> {
    let hours = [1_u32..48, 1_u32..48, 0..16, 0..96].map(|halves| halves.prop_map(|h| f64::from(h) / 2.0));
    let clocks = [any_clock(), any_clock(), any_clock(), any_clock()];
    (hours, clocks, 0_i64..180, 0_i64..180).prop_map(|(hours, clocks, food, drink)| {
        let clocks = clocks.map(|clock| json!(clock.format("%H:%M").to_string()));
        let [evening, from, to, move_to] = clocks;
        let [solids, fatty, clear, alcohol] = hours.map(|hours| json!({"value": hours}));
        protocol(&[
            ("/phases/2/instructions/0/hours_before_arrival", solids),
            ("/phases/2/instructions/0/fatty_meal_hours", fatty),
            ("/phases/2/instructions/1/hours_before_arrival", clear),
            ("/phases/2/instructions/3/hours", alcohol),
            ("/phases/2/reminders/2/at/clock", evening),
            ("/phases/2/reminders/3/at/offset", json!(format!("-PT{food}M"))),
            ("/phases/2/reminders/4/at/offset", json!(format!("-PT{drink}M"))),
            ("/phases/2/quiet_hours/from", from),
            ("/phases/2/quiet_hours/to", to),
            ("/phases/2/quiet_hours/cutoffs_move_to", move_to),
        ])
    })
}

/// One session with two things to do, seen on a phone that may be elsewhere.
fn any_case() -> impl Strategy<Value = (Case, DateTime<Utc>)> {
    (any_protocol(), zone_and_instant(), any_quiet(), any_zone(), any::<bool>(), -5_i64..5).prop_map(
        |(protocol, (zone, arrival), quiet, elsewhere, travels, days)| {
            let visit = session(&protocol, arrival);
            let mut case = Case::new(protocol, vec![visit], zone).quiet(quiet);
            let due = arrival + TimeDelta::days(days) + minutes(7);
            let day = due.with_timezone(&zone).date_naive();
            case.to_do = vec![to_do("at", Due::At(due)), to_do("on", Due::On(day))];
            case.phone = if travels { elsewhere } else { zone };
            (case, arrival)
        },
    )
}

fn by_id(alarms: &[Alarm]) -> BTreeMap<&str, &Alarm> {
    alarms.iter().map(|alarm| (alarm.id.as_str(), alarm)).collect()
}

/// The quiet hours of a case, told anew: from, to.
fn hours(case: &Case) -> Option<(NaiveTime, NaiveTime)> {
    let (from, to) = match case.wishes.quiet {
        Quiet::Never => return None,
        Quiet::Own { from, to } => (from, to),
        Quiet::Clinics => {
            let quiet = case.protocol.as_ref().unwrap().phase(SESSION).unwrap().quiet_hours.as_ref().unwrap();
            (quiet.from.time(), quiet.to.time())
        }
    };
    (from != to).then_some((from, to))
}

fn is_quiet(case: &Case, at: DateTime<Utc>) -> bool {
    hours(case).is_some_and(|(from, to)| {
        let clock = at.with_timezone(&case.phone).time();
        // From `from` on, going round the clock, `to` has not come yet.
        let round = |clock: NaiveTime| (clock - from).num_seconds().rem_euclid(86_400);
        round(clock) < round(to)
    })
}

/// The latest instant somebody can take a shown clock time for.
fn read_at_the_latest(shown: ClockTime) -> DateTime<Utc> {
    let instants = shown.zone.from_local_datetime(&shown.local);
    let read = match shown.twice {
        Some(Twice::First) => instants.earliest(),
        Some(Twice::Second) | None => instants.latest(),
    };
    read.expect("a time that this clock shows").to_utc()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_cut_off_is_never_later_than_the_rule_nor_can_it_be_read_so(
        protocol in any_protocol(), (zone, arrival) in zone_and_instant()
    ) {
        let times = times(&protocol, arrival, zone);
        let cut_offs = times.cut_offs(&protocol, SESSION);
        prop_assert_eq!(cut_offs.len(), 5);
        for cut_off in cut_offs {
            let instruction = protocol.instruction(&cut_off.instruction).unwrap();
            let hours = if cut_off.id == cut_off.instruction {
                instruction.hours_before_arrival.as_ref().or(instruction.hours.as_ref())
            } else {
                instruction.fatty_meal_hours.as_ref()
            };
            // Elapsed hours before the arrival, told from the text of the number: `6` or `0.5`.
            let hours = hours.unwrap().value.to_string();
            let (whole, half) = hours.split_once('.').unwrap_or((&hours, "0"));
            let wanted = whole.parse::<i64>().unwrap() * 60 + half.parse::<i64>().unwrap() * 6;
            prop_assert_eq!(arrival - cut_off.at, minutes(wanted));
            prop_assert!(read_at_the_latest(cut_off.clock(zone)) <= cut_off.at);
        }
    }

    #[test]
    fn every_ring_has_a_name_of_its_own_and_is_of_use_when_it_rings((case, _) in any_case()) {
        let all = case.all();
        prop_assert_eq!(by_id(&all).len(), all.len());
        for alarm in &all {
            // A cut-off the clinic reminds of at the very instant is of use until the arrival.
            prop_assert!(alarm.at < alarm.until, "{:?}", alarm);
        }
        prop_assert!(all.windows(2).all(|pair| pair[0].at <= pair[1].at));
    }

    #[test]
    fn nothing_is_lost_wherever_the_phone_is_and_whatever_is_quiet((case, arrival) in any_case()) {
        let loud: BTreeSet<_> = case.clone().quiet(Quiet::Never).all().into_iter().map(|one| one.id).collect();
        let all: BTreeSet<_> = case.all().into_iter().map(|one| one.id).collect();
        prop_assert_eq!(&all, &loud);
        let protocol = case.protocol.as_ref().unwrap();
        for reminder in &protocol.phase(SESSION).unwrap().reminders {
            let id = format!("s.{}", reminder.key());
            prop_assert!(all.contains(&id));
        }
        for point in &protocol.checkins.session {
            let id = format!("s.check-in:{}", point.key());
            prop_assert!(all.contains(&id));
        }
        prop_assert!(all.contains("task:at") && all.contains("task:on"));
        let day = |days| (arrival.with_timezone(&case.clinic).date_naive()) + TimeDelta::days(days);
        for days in -14..=28 {
            let id = format!("daily@{}", day(days));
            prop_assert!(all.contains(&id) != (id == "daily@2011-12-30" && case.clinic == chrono_tz::Pacific::Apia));
        }
    }

    #[test]
    fn a_window_holds_just_what_is_of_use_in_it(
        (case, arrival) in any_case(), from in -20_000_i64..60_000, years in -40_i64..40
    ) {
        let all = case.all();
        let from = arrival + minutes(from);
        let until = from + TimeDelta::days(14);
        let wanted: Vec<_> = all.iter().filter(|one| one.until > from && one.at < until).cloned().collect();
        prop_assert_eq!(case.rings(from, until), wanted);
        // A clock that is years wrong loses nothing for ever: set right, the plan is whole again.
        let wrong = arrival + TimeDelta::days(365 * years);
        let then = case.rings(wrong, wrong + TimeDelta::days(14));
        prop_assert!(years == 0 || then.is_empty());
        prop_assert_eq!(case.rings(arrival - TimeDelta::days(30), arrival + TimeDelta::days(60)), all);
    }

    #[test]
    fn nothing_rings_in_quiet_hours_and_what_reminds_of_a_cut_off_leaves_them_earlier((case, _) in any_case()) {
        let loud = case.clone().quiet(Quiet::Never).all();
        let loud = by_id(&loud);
        for alarm in case.all() {
            let planned = loud[alarm.id.as_str()];
            prop_assert!(!is_quiet(&case, alarm.at), "{:?}", alarm);
            let moved = alarm.at != planned.at;
            prop_assert_eq!(moved, is_quiet(&case, planned.at));
            let cut_off = alarm.kind == AlarmKind::CutOff;
            prop_assert!(!cut_off || alarm.at <= planned.at, "{:?} was {:?}", alarm, planned);
            match alarm.shown {
                Shown::WithTime(shown) => {
                    prop_assert!(moved && cut_off);
                    let key = alarm.id.strip_prefix("s.").unwrap();
                    let protocol = case.protocol.as_ref().unwrap();
                    let reminders = &protocol.phase(SESSION).unwrap().reminders;
                    let reminder = reminders.iter().find(|one| one.key() == key).unwrap();
                    let Origin::Instruction(id) = &reminder.at.from else { panic!("{key}") };
                    let arrival = case.visits[0].arrival(protocol.arrive_early(SESSION)).unwrap();
                    let begins = times(protocol, arrival, case.clinic).begins(protocol.instruction(id).unwrap());
                    prop_assert!(read_at_the_latest(shown) <= begins.unwrap());
                }
                Shown::Plain => prop_assert!(!(moved && cut_off)),
            }
        }
    }

    #[test]
    fn a_visit_that_moves_takes_everything_along((case, arrival) in any_case(), days in 1_i64..60) {
        // Apia had no 30 December 2011: the evening before the 31st is that before the 1st.
        let day = arrival.with_timezone(&case.clinic).date_naive();
        let after_the_gap = (day..=day + TimeDelta::days(days)).contains(&"2011-12-31".parse().unwrap());
        prop_assume!(case.clinic != chrono_tz::Pacific::Apia || !after_the_gap);
        // With nothing quiet, for two instants may move to one evening.
        let mut before = case.quiet(Quiet::Never);
        before.to_do.clear();
        let mut after = before.clone();
        after.visits = vec![session(before.protocol.as_ref().unwrap(), arrival + TimeDelta::days(days))];
        let (before, after) = (before.all(), after.all());
        prop_assert!(stale(&before, &after).is_empty(), "{:?}", stale(&before, &after));
        let around = |alarms: &[Alarm]| -> Vec<_> {
            let own = alarms.iter().filter(|one| !one.id.starts_with("daily@"));
            let mut ids: Vec<_> = own.map(|one| one.id.clone()).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(around(&before), around(&after));
        // The control: a plan in which one reminder stayed behind is found out.
        let place = after.iter().position(|one| !one.id.starts_with("daily@")).unwrap();
        let mut half = after.clone();
        half[place] = before.iter().find(|one| one.id == half[place].id).unwrap().clone();
        prop_assert_eq!(stale(&before, &half).len(), 1);
    }
}

/// What still rings when it would have rung before the visit moved.
fn stale<'a>(before: &[Alarm], after: &'a [Alarm]) -> Vec<&'a str> {
    let before = by_id(before);
    let own = after.iter().filter(|one| !one.id.starts_with("daily@"));
    own.filter(|one| before.get(one.id.as_str()).is_some_and(|was| was.at == one.at))
        .map(|one| one.id.as_str())
        .collect()
}

/// The control of the first promise: shown without saying which of the two it is, the first 1:30 am of that
/// night can be read as the second, an hour after the rule.
#[test]
fn a_clock_time_that_does_not_say_which_it_is_can_be_read_too_late() {
    let zone: Tz = chrono_tz::America::New_York;
    let first: DateTime<Utc> = "2026-11-01T05:30:00Z".parse().unwrap();
    let shown = ClockTime::of(first, zone);
    assert_eq!((shown.twice, read_at_the_latest(shown)), (Some(Twice::First), first));
    let silent = ClockTime { twice: None, ..shown };
    assert_eq!(read_at_the_latest(silent), first + TimeDelta::hours(1));
    let second = ClockTime::of(first + TimeDelta::hours(1), zone);
    assert_eq!((second.local, second.twice), (shown.local, Some(Twice::Second)));
}
