//! What the clinic would like to hear: asked in its time, once, and never again when it is done or left out.

use super::given::{Case, NEW_YORK, local, minutes, protocol, session, utc};
use super::zones::zone_and_instant;
use cairn::care::alarms::{Quiet, Window};
use cairn::care::schedule::{self, Done, Due, FinishedForm, Open, What};
use cairn::care::{Id, ItemKey, VisitState};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// A Thursday, 9 am in New York.
const ARRIVAL: &str = "2026-06-18T13:00:00Z";

fn case() -> Case {
    Case::one_session(ARRIVAL).quiet(Quiet::Never)
}

fn always() -> Window {
    Window { from: DateTime::<Utc>::MIN_UTC, until: DateTime::<Utc>::MAX_UTC }
}

fn all(case: &Case) -> Vec<Due> {
    case.with_reasons(|reasons| schedule::asked(reasons, &case.wishes, always()))
}

fn open(case: &Case, now: DateTime<Utc>) -> Vec<Open> {
    case.with_reasons(|reasons| schedule::open(reasons, &case.wishes, now))
}

fn due(case: &Case, key: &str) -> Due {
    all(case).into_iter().find(|due| due.key == key).unwrap_or_else(|| panic!("no {key}"))
}

fn clocks(due: &Due) -> [String; 2] {
    [due.from, due.until].map(|at| at.with_timezone(&NEW_YORK).naive_local().to_string())
}

fn form(name: &str, at: &str) -> FinishedForm {
    FinishedForm { name: name.to_owned(), due: None, at: utc(at) }
}

#[test]
fn each_point_is_open_until_the_next_one_or_the_end_of_the_day_after() {
    let case = case();
    // From the arrival until the evening of the same day, when the clinic asks again.
    let arriving = due(&case, "s.check-in:arriving/check-in");
    let evening = due(&case, "s.check-in:evening/check-in");
    assert_eq!(arriving.until, evening.from);
    let day_three = due(&case, "s.check-in:day-three/check-in");
    let [from, until] = clocks(&day_three);
    assert!(from.starts_with("2026-06-21 "), "{from}");
    assert_eq!(until, "2026-06-23 00:00:00");
    // Questions about two weeks stay open for three days, the first one counted.
    let gad = due(&case, "s.check-in:week-two/form:GAD-7");
    let [from, until] = clocks(&gad);
    assert!(from.starts_with("2026-07-02 "), "{from}");
    assert_eq!(until, "2026-07-05 00:00:00");
}

#[test]
fn the_day_asks_from_its_clock_time_and_takes_what_was_said_before() {
    let mut case = case();
    let daily = due(&case, "daily@2026-06-10/check-in");
    assert_eq!(clocks(&daily), ["2026-06-10 19:00:00", "2026-06-11 00:00:00"]);
    let evening = utc("2026-06-10T23:30:00Z");
    assert_eq!(open(&case, evening).len(), 1);
    assert_eq!(open(&case, evening - TimeDelta::hours(1)), [], "nothing before its time");
    case.done.check_ins = vec![utc("2026-06-10T11:00:00Z")];
    assert_eq!(open(&case, evening), []);
    // The control: yesterday's is not today's.
    case.done.check_ins = vec![utc("2026-06-10T03:59:00Z")];
    assert_eq!(open(&case, evening).len(), 1);
}

#[test]
fn before_a_session_everything_closes_at_the_arrival() {
    let point = json!([{"id": "before", "at": {"anchor": "arrival", "offset": "-P1D"}, "items": ["mood_0_10", "PHQ-9"]}]);
    let protocol = protocol(&[("/checkins/session", point)]);
    let visit = session(&protocol, utc(ARRIVAL));
    let case = Case::new(protocol, vec![visit], NEW_YORK);
    for what in ["check-in", "form:PHQ-9"] {
        assert_eq!(due(&case, &format!("s.check-in:before/{what}")).until, utc(ARRIVAL));
    }
}

#[test]
fn one_answer_settles_all_that_was_open_for_it() {
    let mut case = case();
    // The point of the day after is open at 7 pm, when the day asks too.
    let evening = utc("2026-06-19T23:30:00Z");
    let asked = open(&case, evening);
    let check_in = asked.iter().find(|one| one.due.what == What::CheckIn).unwrap();
    assert_eq!(check_in.keys.len(), 2, "{:?}", check_in.keys);
    case.done.check_ins = vec![evening];
    assert!(open(&case, evening + minutes(1)).iter().all(|one| one.due.what != What::CheckIn));
}

#[test]
fn a_form_counts_whichever_way_it_was_opened() {
    let mut case = case();
    let now = utc("2026-07-03T15:00:00Z");
    let names = |case: &Case| -> Vec<_> { open(case, now).into_iter().map(|one| one.due.what).collect() };
    let [gad, phq] = ["GAD-7", "PHQ-9"].map(|name| What::Form(name.to_owned()));
    assert_eq!(names(&case), [gad.clone(), phq.clone()]);
    // In the morning of the first day, hours before its instant.
    case.done.forms = vec![form("GAD-7", "2026-07-02T12:00:00Z")];
    assert_eq!(names(&case), std::slice::from_ref(&phq));
    // The control: the day before is not the day.
    case.done.forms = vec![form("GAD-7", "2026-07-01T12:00:00Z")];
    assert_eq!(names(&case), [gad, phq.clone()]);
    // Begun for it and finished a day late, it is the answer.
    let key = "s.check-in:week-two/form:GAD-7".to_owned();
    case.done.forms = vec![FinishedForm { due: Some(key), ..form("GAD-7", "2026-07-06T12:00:00Z") }];
    assert_eq!(names(&case), [phq]);
}

#[test]
fn what_is_only_liked_never_rings_and_what_is_left_out_rings_no_more() {
    let mut case = case();
    assert!(due(&case, "s.check-in:week-one/form:GAD-7").optional);
    let both = ["GAD-7", "PHQ-9"].map(|name| format!("s.check-in:week-two/form:{name}"));
    assert!(case.ring("s.check-in:week-two").is_some());
    let at = utc("2026-07-02T20:00:00Z");
    case.done.skipped = BTreeMap::from([(both[0].clone(), at)]);
    assert!(case.ring("s.check-in:week-two").is_some(), "one of the two is still asked");
    case.done.skipped.insert(both[1].clone(), at);
    assert_eq!(case.ring("s.check-in:week-two"), None);
    // The session was put off: what was left out then is asked at its new time.
    let later = utc(ARRIVAL) + TimeDelta::days(30);
    case.visits = vec![session(case.protocol.as_ref().unwrap(), later)];
    assert!(case.ring("s.check-in:week-two").is_some());
}

#[test]
fn a_form_that_is_not_on_the_phone_is_not_asked_for() {
    let mut case = case();
    case.done.not_here = BTreeSet::from(["GAD-7".to_owned(), "PHQ-9".to_owned()]);
    assert_eq!(case.ring("s.check-in:week-two"), None);
    assert_eq!(open(&case, utc("2026-07-03T15:00:00Z")), []);
}

#[test]
fn the_key_of_a_thing_to_do_leads_back_to_it() {
    for plan in [None, Some(Id::new("plan-1").unwrap())] {
        for item in ["history", "a/b", "http://x|y"] {
            let key = ItemKey { plan: plan.clone(), item: item.to_owned() };
            assert_eq!(schedule::item_of(&schedule::key_of(&key)), Some(key));
        }
    }
    assert_eq!(schedule::item_of("s.check-in:week-two/form:GAD-7"), None);
}

#[test]
fn the_day_the_clocks_go_back_is_one_day() {
    let protocol = protocol(&[]);
    let visit = session(&protocol, utc("2026-10-30T13:00:00Z"));
    let case = Case::new(protocol, vec![visit], NEW_YORK);
    let sunday = due(&case, "daily@2026-11-01/check-in");
    assert_eq!(sunday.until - sunday.counts_from, TimeDelta::hours(25));
    assert_eq!(sunday.from.with_timezone(&NEW_YORK).naive_local(), local("2026-11-01T19:00:00"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn keys_are_unique_times_in_order_and_everything_moves_with_the_session(
        (zone, arrival) in zone_and_instant(), days in 1_i64..60
    ) {
        let protocol = protocol(&[]);
        let mut case = Case::new(protocol.clone(), vec![session(&protocol, arrival)], zone);
        let before = all(&case);
        let keys: BTreeSet<_> = before.iter().map(|due| due.key.clone()).collect();
        prop_assert_eq!(keys.len(), before.len());
        for due in &before {
            prop_assert!(due.counts_from <= due.from && due.from < due.until, "{:?}", due);
        }
        case.visits = vec![session(&protocol, arrival + TimeDelta::days(days))];
        let after: BTreeMap<_, _> = all(&case).into_iter().map(|due| (due.key.clone(), due)).collect();
        for due in before.iter().filter(|due| due.visit.is_some()) {
            prop_assert!(after[&due.key].from > due.from, "{} stayed", due.key);
        }
        case.visits[0].state = VisitState::Cancelled;
        prop_assert_eq!(all(&case), []);
    }

    #[test]
    fn what_is_open_is_in_its_time_and_no_ring_asks_for_what_is_settled(
        (zone, arrival) in zone_and_instant(), offset in -30_000_i64..60_000,
        made in proptest::collection::vec(-30_000_i64..60_000, 0..6), left_out in 0_usize..80
    ) {
        let protocol = protocol(&[]);
        let mut case = Case::new(protocol.clone(), vec![session(&protocol, arrival)], zone).quiet(Quiet::Never);
        let now = arrival + minutes(offset);
        let dues = all(&case);
        let skip = &dues[left_out % dues.len()];
        case.done = Done {
            check_ins: made.iter().map(|at| arrival + minutes(*at)).collect(),
            skipped: BTreeMap::from([(skip.key.clone(), skip.from)]),
            ..Done::default()
        };
        let settled: BTreeSet<_> =
            dues.iter().filter(|due| case.done.settles(due)).map(|due| due.key.clone()).collect();
        let mut whats = BTreeSet::new();
        for one in open(&case, now) {
            prop_assert!(one.due.from <= now && now < one.due.until);
            prop_assert!(one.keys.iter().all(|key| !settled.contains(key)));
            prop_assert!(whats.insert(one.due.what), "the same thing twice");
        }
        let rings: BTreeSet<_> = case.all().into_iter().map(|alarm| alarm.id).collect();
        let mut asking = BTreeMap::<String, bool>::new();
        for due in dues.iter().filter(|due| !due.optional && !matches!(due.what, What::Intention | What::Capture)) {
            let (ring, _) = due.key.rsplit_once('/').unwrap();
            *asking.entry(ring.to_owned()).or_default() |= !settled.contains(&due.key);
        }
        for (ring, asks) in asking {
            prop_assert_eq!(rings.contains(&ring), asks, "{}", ring);
        }
    }
}
