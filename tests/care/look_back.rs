//! The reminder to look back each week: only if it was asked for, only while a step is open, once a week by the phone's own
//! clock, wherever that is and whatever its clock does.

use super::given::{Case, NEW_YORK, protocol, utc};
use super::zones::zone_and_instant;
use cairn::care::alarms::{LookBack, Quiet, Wishes};
use cairn::care::journal::Step;
use cairn::care::protocol::Protocol;
use cairn::care::{Alarm, AlarmKind, Detail, Id, Private, Shown, time};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use proptest::prelude::*;
use std::sync::LazyLock;

static SAMPLE: LazyLock<Protocol> = LazyLock::new(|| protocol(&[]));

fn step(done_at: Option<DateTime<Utc>>) -> Step {
    Step {
        id: Id::new("one").unwrap(),
        insight: None,
        cue: Private::new("I wake up"),
        deed: Private::new("open the window"),
        day: None,
        remind_at: None,
        made_at: utc("2026-06-01T12:00:00Z"),
        done_at,
    }
}

fn clock(minute: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap()
}

fn looking_back(rings: Vec<Alarm>) -> Vec<Alarm> {
    rings.into_iter().filter(|ring| ring.kind == AlarmKind::LookBack).collect()
}

#[test]
fn it_rings_on_the_evening_of_the_patients_own_day_and_says_nothing_of_the_steps() {
    let mut case = Case::new(SAMPLE.clone(), Vec::new(), NEW_YORK);
    case.phone = chrono_tz::Europe::Madrid;
    case.steps = vec![step(None)];
    let (from, until) = (utc("2026-06-18T12:00:00Z"), utc("2026-07-16T12:00:00Z"));
    assert_eq!(looking_back(case.rings(from, until)), [], "nobody asked for it");
    case.wishes.look_back = Some(LookBack::FIRST);
    let rings = looking_back(case.rings(from, until));
    assert_eq!(rings.len(), 4, "four Sundays");
    assert_eq!(rings[0].at, utc("2026-06-21T16:00:00Z"), "six in the evening in Madrid");
    assert_eq!(rings[0].until, utc("2026-06-21T22:00:00Z"), "of use until the end of that day");
    assert_eq!((rings[0].shown, &rings[0].detail), (Shown::Plain, &Detail::LookBack));
    case.steps = vec![step(Some(from))];
    assert_eq!(
        looking_back(case.rings(from, until)),
        [],
        "with no step open there is nothing to look back at"
    );
}

#[test]
fn one_that_is_late_still_rings_on_its_day_and_not_on_the_next() {
    let mut case = Case::new(SAMPLE.clone(), Vec::new(), NEW_YORK);
    case.steps = vec![step(None)];
    case.wishes.look_back = Some(LookBack::FIRST);
    let week = |from: &str| looking_back(case.rings(utc(from), utc(from) + TimeDelta::days(6)));
    // The phone was off at six in the evening.
    assert_eq!(week("2026-06-22T01:30:00Z")[0].at, utc("2026-06-21T22:00:00Z"));
    assert_eq!(week("2026-06-22T04:00:00Z"), []);
}

#[test]
fn choices_from_before_there_was_this_one_are_read() {
    let wishes: Wishes = serde_json::from_str(r#"{"off":["task"],"clocks":{},"quiet":"clinics"}"#).unwrap();
    assert_eq!(wishes.look_back, None);
    let wishes = Wishes { look_back: Some(LookBack::FIRST), ..wishes };
    let again: Wishes = serde_json::from_str(&serde_json::to_string(&wishes).unwrap()).unwrap();
    assert_eq!(again, wishes);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_rings_once_a_week_by_the_phones_clock_or_not_at_all(
        (zone, from) in zone_and_instant(),
        day in 0_u8..7,
        minute in 0_u32..1440,
        asked in any::<bool>(),
        open in any::<bool>(),
        never_quiet in any::<bool>(),
    ) {
        let wanted = LookBack { day: Weekday::try_from(day).unwrap(), at: clock(minute) };
        let mut case = Case::new(SAMPLE.clone(), Vec::new(), zone);
        case.wishes.look_back = asked.then_some(wanted);
        if never_quiet {
            case.wishes.quiet = Quiet::Never;
        }
        case.steps = vec![step((!open).then_some(from))];
        let until = from + TimeDelta::days(28);
        let rings = looking_back(case.rings(from, until));
        if !(asked && open) {
            prop_assert_eq!(rings, []);
            return Ok(());
        }
        prop_assert!((3..=5).contains(&rings.len()), "{:?}", rings);
        let days: Vec<_> = rings.iter().map(|ring| time::day_of(ring.at, zone)).collect();
        for (ring, on) in rings.iter().zip(&days) {
            prop_assert!(ring.at < ring.until && ring.until > from);
            prop_assert_eq!(on.weekday(), wanted.day);
            prop_assert_eq!(ring.until, time::end_of_day(*on, zone));
            if never_quiet {
                prop_assert_eq!(ring.at, time::instant_of(on.and_time(wanted.at), zone));
            }
        }
        // Once in history a zone skipped a day, and with it that week's ring.
        let skips = zone == chrono_tz::Pacific::Apia || zone == chrono_tz::Pacific::Kwajalein;
        let apart = |two: &[NaiveDate]| (two[1] - two[0]).num_days();
        prop_assert!(days.windows(2).all(|two| apart(two) == 7 || (skips && apart(two) == 14)), "{:?}", days);
        let mut ids: Vec<_> = rings.iter().map(|ring| &ring.id).collect();
        ids.dedup();
        prop_assert_eq!(ids.len(), rings.len(), "each has a name of its own");
    }
}
