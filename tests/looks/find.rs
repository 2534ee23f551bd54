//! The moments in which a patient looks for a page: by words, by what it is, by day, and back along the line of time.

use crate::{
    samples::*,
    scenes::{Named, Scene, drawn, scenes},
};
use cairn::{
    app::read::*,
    care::{
        Private,
        journal::{
            Phase, Thread,
            search::{Filters, Found, Kind, MoodRange, Piece},
        },
    },
    ui::{here::Draft, navigation::Screen, screens::*, sought::Sought},
};
use chrono::{Datelike, NaiveDate};
use dioxus::prelude::*;

fn page(name: &str, day: u32, phase: Option<Phase>, kinds: &[Kind], passage: &[(&str, bool)]) -> Found {
    Found {
        id: id(name),
        at: local(day, 21, 15),
        zone: zone(),
        phase,
        prompt: Vec::new(),
        titles: Vec::new(),
        kinds: kinds.to_vec(),
        passage: passage.iter().map(|(words, hit)| Piece::new(*words, *hit)).collect(),
    }
}

fn pages() -> Vec<Found> {
    let asked = Found {
        prompt: vec![Piece::new("What would I like to understand or soften?", false)],
        ..page(
            "b",
            1,
            Some(Phase::Preparation),
            &[Kind::Drawing],
            &[("Softer with the ", false), ("rain", true)],
        )
    };
    vec![
        page(
            "a",
            2,
            Some(Phase::Day0),
            &[],
            &[
                ("…under the window. ", false),
                ("Rain", true),
                (" on leaves, then <b>nothing</b> for a long while. Then it was ", false),
                ("raining", true),
                (" again…", false),
            ],
        ),
        asked,
        page("c", 1, None, &[Kind::Photo, Kind::Voice], &[]),
        page("d", 1, None, &[], &[(CANARY, false)]),
    ]
}

fn sessions() -> Vec<SessionChoice> {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    vec![SessionChoice { id: id("s2"), day: day(12, 3) }, SessionChoice { id: id("s1"), day: day(11, 5) }]
}

fn search(typed: &str, filters: Filters, choosing: bool, found: Option<Vec<Found>>) -> Scene {
    let found = found.map(|pages| FoundPages { more: pages.len() > 1, pages });
    let page = move || {
        rsx! {
            FindPage {
                found: found.clone(),
                sessions: sessions(),
                on_search: |_| (),
                on_filters: |_| (),
                on_choosing: |_| (),
                on_older: |()| (),
            }
        }
    };
    let wanted = Wanted { typed: Private::new(typed), filters };
    let sought = Sought { wanted, choosing, ..Sought::default() };
    let mut scene = Scene::at(&[Screen::Journal, Screen::Find], page);
    scene.draft = Draft { sought, ..Draft::default() };
    scene
}

fn month(first: NaiveDate, written: &[u32]) -> Scene {
    let day = |number: &u32| first.with_day(*number).unwrap();
    let model = JournalMonth {
        first,
        written: written.iter().map(day).collect(),
        before: first.checked_sub_months(chrono::Months::new(1)),
        after: None,
    };
    let page = move || {
        rsx! {
            CalendarPage { model: model.clone(), on_month: |_| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Calendar], page)
}

fn day(pages: Vec<Found>) -> Scene {
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let page = move || {
        rsx! {
            DayPage { day, pages: pages.clone() }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Calendar, Screen::Day(day)], page)
}

fn timeline(months: Vec<TimelineMonth>, on_this_day: Option<Vec<Found>>) -> Scene {
    let model = Timeline { more: !months.is_empty(), months, on_this_day };
    let page = move || {
        rsx! {
            TimelinePage { model: model.clone(), on_older: |()| (), on_this_day: |_| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Timeline], page)
}

pub(crate) fn finding() -> Vec<Named> {
    let date = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let chosen = Filters {
        visit: Some(id("s2")),
        thread: Some(Thread::Raw),
        kind: Some(Kind::Drawing),
        mood: Some(MoodRange { low: 4, high: 6 }),
        shared: true,
        days: None,
    };
    let none = Filters::default;
    let december =
        TimelineMonth { first: date(12, 1), items: pages().into_iter().map(TimelineItem::Page).collect() };
    let november = TimelineMonth {
        first: date(11, 1),
        items: vec![
            TimelineItem::Session { number: 1, day: date(11, 5) },
            TimelineItem::Intention {
                id: id("i"),
                day: date(11, 4),
                words: Private::new("To be softer with myself"),
            },
        ],
    };
    let last_year = Found { at: local(2, 8, 0) - chrono::TimeDelta::days(365), ..pages().remove(3) };
    let ways = || {
        let lines = vec![crate::journal::line_of_today()];
        let model = Journal { lines, on: None, moment: Moment::default(), stories: vec![] };
        rsx! {
            JournalPage { model, on_older: |_| (), find: rsx! { FindWays {} } }
        }
    };
    vec![
        ("find-ways", Scene::at(&[Screen::Journal], ways)),
        ("find", search("", none(), false, None)),
        ("find-found", search("rain", none(), false, Some(pages()))),
        ("find-none", search("zeppelin", none(), false, Some(vec![]))),
        ("find-choosing", search("", chosen.clone(), true, Some(pages()))),
        ("find-chosen", search("rain", chosen, false, Some(pages()))),
        ("calendar", month(date(12, 1), &[1, 2])),
        ("calendar-none", month(date(2, 1), &[])),
        ("journal-day", day(pages())),
        ("journal-day-none", day(vec![])),
        ("timeline", timeline(vec![december.clone(), november], None)),
        ("timeline-this-day", timeline(vec![december], Some(vec![last_year]))),
        ("timeline-none", timeline(vec![], Some(vec![]))),
    ]
}

#[test]
fn what_was_looked_for_is_marked_and_nothing_a_patient_wrote_becomes_markup() {
    let html = drawn("find-found");
    assert!(html.contains("<mark>Rain</mark>") && html.contains("<mark>raining</mark>"), "{html}");
    assert!(html.contains("&#60;b&#62;nothing") && !html.contains("<b>nothing"), "{html}");
    assert!(
        !drawn("find").contains("No page has all"),
        "nothing is called not found before it is looked for"
    );
    assert!(drawn("find-none").contains("No page has all of this"));
}

#[test]
fn what_was_chosen_stays_in_sight_when_the_choices_are_closed() {
    let html = drawn("find-chosen");
    for chosen in
        ["Session, 3 December", "The day of the session", "Drawing", "Mood 4 to 6", "Shared with your clinic"]
    {
        assert!(html.contains(&format!("Take out: {chosen}")), "{chosen}");
    }
    assert!(!html.contains("type=\"radio\""));
    assert!(drawn("find-choosing").contains("type=\"radio\""));
}

#[test]
fn the_week_of_a_calendar_begins_as_it_does_where_the_language_is_spoken() {
    let (_, scene) = scenes().into_iter().find(|(name, _)| *name == "calendar").unwrap();
    let first = |language| {
        let html = scene.in_language(language).draw();
        html.split("<abbr title=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_eq!([first(Language::English), first(Language::Spanish)], ["Sunday", "lunes"]);
    let html = drawn("calendar");
    assert_eq!(html.matches("see your pages").count(), 2, "each day with pages leads to them");
    assert!(html.contains("aria-current=\"date\""));
}

#[test]
fn other_years_are_not_shown_before_somebody_asks() {
    assert!(!drawn("timeline").contains("2025"));
    assert!(drawn("timeline-this-day").contains("2025"));
}
