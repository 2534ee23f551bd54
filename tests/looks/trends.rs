//! The trends at many moments: a few weeks, a year with gaps, ten years, around two sessions, and nothing yet; and
//! what must be true of each picture, its words and its table.

use crate::{
    samples::now,
    scenes::{Named, Scene, drawn},
};
use cairn::{
    app::read::*,
    care::{
        instruments::Instrument,
        time,
        trends::{Measure, Point, Range, Series, SessionMark, Span},
    },
    ui::{navigation::Screen, screens::*, words::Words},
};
use chrono::{Days, NaiveDate};
use dioxus::prelude::*;

fn today() -> NaiveDate {
    time::day_of(now(), crate::samples::zone())
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

/// A number that wanders between `low` and `high`, the same each time it is asked for the same day.
fn wander(day: u64, low: u64, high: u64, turn: u64) -> u8 {
    let slow = ((day + turn * 17) / 9 * 7919 + turn) % 5;
    let quick = (day * 2_654_435_761 + turn * 97) % 7;
    u8::try_from((low + (slow * 2 + quick) * (high - low) / 14).min(high)).unwrap()
}

fn point(days_ago: u64, value: u8) -> Point {
    let minute = u16::try_from(7 * 60 + days_ago * 131 % 700).unwrap();
    Point { day: ago(days_ago), minute, value }
}

/// Mood and anxiety of the last `days`, on the days that `kept` keeps.
fn check_ins(days: u64, kept: impl Fn(u64) -> bool) -> Vec<Series> {
    let all = || (0..days).filter(|day| kept(*day));
    let mood = all().map(|day| point(day, wander(day, 2, 9, 1))).collect();
    let anxiety = all().map(|day| point(day, wander(day, 1, 9, 5))).collect();
    vec![Series::new(Measure::Mood, mood), Series::new(Measure::Anxiety, anxiety)]
}

fn totals(instrument: Instrument, days: &[u64]) -> Series {
    let most = u64::from(instrument.most());
    let points = days.iter().map(|day| point(*day, wander(*day, 4, most - 6, 3))).collect();
    Series::new(Measure::Score(instrument), points)
}

fn marked(sessions: &[u64], medicines: &[u64]) -> Marked {
    let numbered = (1..).zip(sessions.iter().map(|days| ago(*days)));
    Marked {
        sessions: numbered.map(|(number, day)| SessionMark { number, day }).collect(),
        medicines: medicines.iter().map(|days| ago(*days)).collect(),
        incomplete: false,
    }
}

fn trends(range: Range, series: &[Series], marked: &Marked) -> Trends {
    let days = || series.iter().flat_map(|one| one.points.iter().map(|point| point.day));
    let span = range.span(today(), days().min().zip(days().max()));
    Trends {
        range,
        span,
        newest: days().max(),
        series: series.iter().map(|one| one.within(span)).collect(),
        marked: marked.within(span),
        article: true,
    }
}

fn around(series: &[Series], marked: &Marked) -> AroundSessions {
    let sessions = marked.sessions.iter().rev().map(|session| {
        let span = Span::around(session.day);
        let series = series
            .iter()
            .map(|one| one.within(span))
            .filter(|one| !one.measure.is_score() || !one.points.is_empty());
        AroundSession { session: *session, span, series: series.collect() }
    });
    AroundSessions { sessions: sessions.collect(), marked: marked.clone(), article: true }
}

fn over_time(trends: Trends) -> Scene {
    scene(TrendsModel::OverTime(trends))
}

fn scene(model: TrendsModel) -> Scene {
    let page = move || {
        rsx! {
            TrendsPage { model: model.clone(), on_look: |_| () }
        }
    };
    Scene::at(&[Screen::More, Screen::Trends], page)
}

fn four_weeks() -> Trends {
    let mut series = check_ins(60, |day| !(9..=13).contains(&day) && day != 20);
    // Three on one day.
    for (minute, value) in [(480, 3), (800, 6)] {
        series[0].points.push(Point { day: ago(4), minute, value });
        series[1].points.push(Point { day: ago(4), minute, value: 10 - value });
    }
    let mut series: Vec<_> = series.into_iter().map(|one| Series::new(one.measure, one.points)).collect();
    series.push(totals(Instrument::Gad7, &[2, 16, 30]));
    trends(Range::FourWeeks, &series, &marked(&[40, 18], &[23]))
}

fn year() -> Trends {
    let mut series =
        check_ins(365, |day| !(60..=85).contains(&day) && !(200..=212).contains(&day) && day % 11 != 3);
    series.push(totals(Instrument::Phq9, &[1, 29, 57, 88, 120, 149, 240, 270, 300]));
    series.push(totals(Instrument::Gad7, &[1, 29, 57, 88, 120, 149, 240, 270, 300]));
    trends(Range::Year, &series, &marked(&[150, 143, 136, 90, 41], &[155, 60]))
}

fn ten_years() -> Trends {
    let mut series = check_ins(3653, |day| !(1100..=1300).contains(&day));
    let monthly: Vec<u64> = (0..120).map(|month| month * 30 + 3).collect();
    series.push(totals(Instrument::Gad7, &monthly));
    trends(Range::All, &series, &marked(&[3000, 2993, 2986, 1800, 900, 150, 41], &[2000]))
}

fn two_sessions() -> AroundSessions {
    let mut series = check_ins(70, |day| !(22..=26).contains(&day));
    series.push(totals(Instrument::Gad7, &[2, 16, 30, 44, 58]));
    around(&series, &marked(&[40, 18], &[23]))
}

pub(crate) fn looking_back() -> Vec<Named> {
    let none = marked(&[], &[]);
    let few = trends(Range::FourWeeks, &check_ins(3, |day| day != 1), &none);
    let old = check_ins(200, |day| day > 150);
    let first = Trends { newest: None, ..trends(Range::FourWeeks, &check_ins(0, |_| true), &none) };
    let three =
        trends(Range::ThreeMonths, &check_ins(120, |day| day % 5 != 2), &marked(&[60, 46, 18], &[23]));
    let unread = Trends { marked: Marked { incomplete: true, ..none.clone() }, ..few.clone() };
    vec![
        ("trends-weeks", over_time(four_weeks())),
        ("trends-months", over_time(three)),
        ("trends-year", over_time(year())),
        ("trends-ten-years", over_time(ten_years())),
        ("trends-around", scene(TrendsModel::AroundSessions(two_sessions()))),
        ("trends-around-none", scene(TrendsModel::AroundSessions(around(&[], &none)))),
        ("trends-few", over_time(few)),
        ("trends-unreadable", over_time(unread)),
        ("trends-empty", over_time(trends(Range::FourWeeks, &old, &none))),
        ("trends-first", over_time(first)),
    ]
}

/// The numbers of a table's column, over all its pages.
fn in_table(pages: &[TablePage], column: usize) -> Vec<u8> {
    let cells = pages.iter().flat_map(|page| &page.rows).map(|row| row.cells[column].clone());
    let mut all: Vec<u8> = cells
        .flat_map(|cell| cell.split(", ").filter_map(|one| one.parse().ok()).collect::<Vec<_>>())
        .collect();
    all.sort_unstable();
    all
}

#[test]
fn the_table_holds_every_number_that_is_drawn_and_no_other() {
    let words = Words::of(Language::English);
    for trends in [four_weeks(), year(), ten_years()] {
        let pages = pages_over_time(words, &trends.series, &trends.marked);
        for (column, series) in trends.series.iter().enumerate() {
            let mut drawn: Vec<u8> = series.points.iter().map(|point| point.value).collect();
            drawn.sort_unstable();
            assert_eq!(in_table(&pages, column), drawn, "{:?} {:?}", trends.range, series.measure);
        }
        assert!(pages.iter().all(|page| page.rows.len() <= 31), "a month at a time");
    }
    let around = two_sessions();
    for (page, one) in
        pages_around(words, today(), &around.sessions, &around.marked).iter().zip(&around.sessions)
    {
        for (column, series) in one.series.iter().enumerate() {
            let mut drawn: Vec<u8> = series.points.iter().map(|point| point.value).collect();
            drawn.sort_unstable();
            assert_eq!(in_table(std::slice::from_ref(page), column), drawn);
        }
    }
}

#[test]
fn the_newest_day_comes_first_and_several_numbers_of_a_day_stand_in_the_order_of_its_clock() {
    let words = Words::of(Language::English);
    let trends = four_weeks();
    let pages = pages_over_time(words, &trends.series, &trends.marked);
    let captions: Vec<_> = pages.iter().map(|page| page.caption.as_str()).collect();
    assert_eq!(captions, ["December 2026", "November 2026"]);
    let of_day = pages[1].rows.iter().find(|row| row.day.ends_with("28\u{a0}Nov")).unwrap();
    assert!(of_day.cells[0].split(", ").count() == 3, "{of_day:?}");
    let session = pages[1].rows.iter().find(|row| !row.marks.is_empty()).unwrap();
    assert_eq!(
        (session.day.as_str(), session.marks.as_slice()),
        ("14\u{a0}Nov", &["Session 2".to_owned()][..])
    );
}

#[test]
fn a_drawing_is_said_in_both_languages() {
    let mood = Series::new(Measure::Mood, vec![point(9, 4), point(5, 2), point(3, 2), point(1, 7)]);
    let said = |language| trend_summary(Words::of(language), &mood, today()).replace('\u{a0}', " ");
    assert_eq!(
        said(Language::English),
        "4 days have a check-in. Lowest 2, on 2 days, the last was 29 November. Highest 7, on 1 December. \
         Last 7, on 1 December."
    );
    assert_eq!(
        said(Language::Spanish),
        "4 días tienen un registro. El más bajo: 2, en 2 días; el último, 29 de noviembre. El más alto: 7, 1 de \
         diciembre. El último: 7, 1 de diciembre."
    );
}

#[test]
fn every_drawing_is_an_image_with_a_name_and_words() {
    for name in ["trends-weeks", "trends-year", "trends-ten-years", "trends-around"] {
        let html = drawn(name);
        let images: Vec<_> = html.split("role=\"img\"").skip(1).collect();
        assert!(images.len() >= 2 && images.len() == html.matches("class=\"line\"").count(), "{name}");
        for image in images {
            let (tag, _) = image.split_once('>').unwrap();
            let pointer =
                |to: &str| tag.split_once(&format!("{to}=\"")).unwrap().1.split_once('"').unwrap().0;
            let text = |id: &str| {
                let (_, rest) = html.split_once(&format!("id=\"{id}\"")).unwrap();
                rest.split_once('>').unwrap().1.split_once('<').unwrap().0.to_owned()
            };
            assert!(pointer("aria-labelledby").split(' ').all(|id| !text(id).is_empty()), "{name}");
            let said = text(pointer("aria-describedby"));
            assert!(said.contains("Lowest") && said.contains("Highest"), "{name}: {said}");
        }
    }
}

#[test]
fn days_are_counted_and_those_left_out_are_not() {
    for name in ["trends-weeks", "trends-around"] {
        let html = drawn(name);
        let said: Vec<_> = html.split("days have a check-in.").collect();
        assert!(said.len() > 2, "{name}");
        let all_are_counts = said[..said.len() - 1].iter().all(|before| {
            let (_, count) = before.rsplit_once('>').unwrap();
            count.trim().parse::<u32>().is_ok()
        });
        assert!(all_are_counts, "{name}");
    }
}

#[test]
fn ten_years_are_a_light_page() {
    let html = drawn("trends-ten-years");
    assert!(html.len() < 60_000, "{} characters", html.len());
    assert!(html.matches("<tr").count() <= 32, "one month of the table at a time");
    assert!(html.contains("Each bar is 21 days"), "the page says what is drawn");
}

#[test]
fn no_picture_claims_a_cause_or_gives_a_verdict() {
    for (name, _) in looking_back() {
        let html = drawn(name).to_lowercase();
        for claim in [
            "because",
            "helped",
            "helps you",
            "works",
            "improve",
            "better",
            "worse",
            "thanks to",
            "due to",
            "good news",
            "you should",
            "effect",
        ] {
            assert!(!html.contains(claim), "{name}: {claim}");
        }
    }
}

#[test]
fn a_page_without_numbers_says_what_will_be_there() {
    assert!(drawn("trends-first").contains("will be a dot on this page"));
    assert!(drawn("trends-empty").contains("Your newest entry is from 4 July"));
    assert!(drawn("trends-around-none").contains("No session has taken place yet"));
    for name in ["trends-first", "trends-empty", "trends-around-none"] {
        assert!(!drawn(name).contains("role=\"img\""), "{name}");
    }
}
