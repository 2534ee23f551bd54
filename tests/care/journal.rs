//! Where a page belongs: phases follow the clinic's calendar, a story is told in order, and a slip of the finger is seen.

use cairn::care::{
    Id, Intention, Private, SessionTimes,
    journal::{Entry, Phase, Thread, cuts_deep},
    story::{Told, nearest, story},
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

/// A session in Denver that ends at 11:45 on 30 November.
fn times() -> SessionTimes {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    SessionTimes {
        arrival: at("2026-11-30T16:15:00Z"),
        injection: at("2026-11-30T16:45:00Z"),
        end: at("2026-11-30T18:45:00Z"),
        planned_end: at("2026-11-30T18:45:00Z"),
        booking: None,
        zone: chrono_tz::America::Denver,
    }
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn entry(name: &str, at: DateTime<Utc>, phase: Option<Phase>) -> Entry {
    Entry {
        id: id(name),
        at,
        zone: chrono_tz::America::Denver,
        changed: at,
        words: Private::new(name),
        visit: Some(id("visit")),
        phase,
        prompt: None,
        intention: None,
        mood: None,
    }
}

#[test]
fn phases_begin_with_the_clinics_days() {
    let cases = [
        ("2026-11-20T12:00:00Z", Phase::Preparation),
        ("2026-11-29T16:14:59Z", Phase::Preparation),
        ("2026-11-29T16:15:00Z", Phase::Before),
        ("2026-11-30T18:44:59Z", Phase::Before),
        ("2026-11-30T18:45:00Z", Phase::Day0),
        ("2026-12-01T06:59:59Z", Phase::Day0),
        ("2026-12-01T07:00:00Z", Phase::Day1),
        ("2026-12-03T06:59:59Z", Phase::Day1),
        ("2026-12-03T07:00:00Z", Phase::Day3),
        ("2026-12-07T07:00:00Z", Phase::Week1),
        ("2026-12-28T06:59:59Z", Phase::Week1),
        ("2026-12-28T07:00:00Z", Phase::Week4),
        ("2036-01-01T00:00:00Z", Phase::Week4),
    ];
    for (at, phase) in cases {
        assert_eq!(Phase::around(&times(), at.parse().unwrap()), phase, "{at}");
    }
}

#[test]
fn every_phase_has_a_name_that_leads_back_to_it() {
    for phase in Phase::ALL {
        assert_eq!(Phase::of_code(phase.code()), Some(phase));
    }
    assert_eq!(Phase::of_code("day2"), None);
}

#[test]
fn a_story_keeps_pages_where_they_were_begun_and_puts_intentions_beside_them() {
    let day = |days| times().end + TimeDelta::days(days);
    // Begun as preparation for a date that moved to before it.
    let moved = entry("moved", day(2), Some(Phase::Preparation));
    let meant = Intention { id: id("meant"), at: day(-1), words: Private::new("meant") };
    let entries = vec![entry("late", day(40), None), entry("after", day(1), Some(Phase::Day1)), moved];
    let told = |times: Option<&SessionTimes>| -> Vec<(Option<Thread>, Vec<String>)> {
        let name = |told: &Told| match told {
            Told::Entry(entry) => entry.words.reveal().to_owned(),
            Told::Intention(said) => said.words.reveal().to_owned(),
        };
        let parts = story(entries.clone(), vec![meant.clone()], times);
        parts.iter().map(|part| (part.thread, part.told.iter().map(name).collect())).collect()
    };
    let wanted = |parts: &[(Option<Thread>, &[&str])]| -> Vec<(Option<Thread>, Vec<String>)> {
        parts.iter().map(|(thread, told)| (*thread, told.iter().map(ToString::to_string).collect())).collect()
    };
    let known = [
        (Some(Thread::Before), &["meant", "moved"][..]),
        (Some(Thread::After), &["after"]),
        (Some(Thread::Later), &["late"]),
    ];
    assert_eq!(told(Some(&times())), wanted(&known));
    let unknown = [
        (Some(Thread::Before), &["moved"][..]),
        (Some(Thread::After), &["after"]),
        (None, &["meant", "late"]),
    ];
    assert_eq!(told(None), wanted(&unknown), "what nobody knows the place of is told all the same");
}

proptest! {
    /// Time goes one way, and so do the phases.
    #[test]
    fn phases_never_go_back(one in -80_000_i64..80_000, two in -80_000_i64..80_000) {
        let at = |minutes| Phase::around(&times(), times().end + TimeDelta::minutes(minutes));
        prop_assert!(at(one.min(two)) <= at(one.max(two)));
    }

    /// Nothing is left out of a story and nothing told twice.
    #[test]
    fn a_story_holds_everything_once(minutes in prop::collection::vec(-80_000_i64..80_000, 0..12)) {
        let at = |minutes| times().end + TimeDelta::minutes(minutes);
        let entries: Vec<_> =
            minutes.iter().enumerate().map(|(n, minutes)| entry(&format!("n{n}"), at(*minutes), None)).collect();
        let told: Vec<Told> = story(entries.clone(), vec![], Some(&times())).into_iter().flat_map(|part| part.told).collect();
        prop_assert_eq!(told.len(), entries.len());
        prop_assert!(told.windows(2).all(|pair| pair[0].at() <= pair[1].at()), "from top to bottom time goes on");
    }
}

#[test]
fn the_last_session_counts_until_the_next_one_is_nearer() {
    let other = SessionTimes { end: times().end + TimeDelta::days(10), ..times() };
    let of =
        |days| nearest([("one", times()), ("two", other)], times().end + TimeDelta::days(days)).unwrap().0;
    assert_eq!((of(-100), of(0), of(4), of(6), of(100)), ("one", "one", "one", "two", "two"));
    assert!(nearest(Vec::<(u8, SessionTimes)>::new(), times().end).is_none());
}

#[test]
fn only_much_that_goes_at_once_is_worth_keeping() {
    let long = Private::new("x".repeat(200));
    let cut = |letters: usize| cuts_deep(&long, &Private::new("x".repeat(letters)));
    assert!(cut(0) && cut(99) && !cut(100) && !cut(200) && !cut(400));
    assert!(!cuts_deep(&Private::new("a few words"), &Private::new("")));
}
