//! Where marks stand between the pages of the line of time.

use super::*;
use crate::care::{Id, Private};
use chrono::TimeZone;

fn at(month: u32, day: u32, hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, hour, 0, 0).unwrap()
}

fn page(name: &str, at: DateTime<Utc>) -> Found {
    Found {
        id: Id::new(name).unwrap(),
        at,
        zone: chrono_tz::UTC,
        phase: None,
        prompt: Vec::new(),
        titles: Vec::new(),
        kinds: Vec::new(),
        passage: Vec::new(),
    }
}

fn session(number: usize, at: DateTime<Utc>) -> (Option<DateTime<Utc>>, TimelineItem) {
    (None, TimelineItem::Session { number, day: at.date_naive() })
}

fn intention(name: &str, at: DateTime<Utc>) -> (Option<DateTime<Utc>>, TimelineItem) {
    let (id, words) = (Id::new(name).unwrap(), Private::new("softer"));
    (Some(at), TimelineItem::Intention { id, day: at.date_naive(), words })
}

/// The line of time as names: pages and intentions by id, sessions by number, months by their first day.
fn names(months: &[TimelineMonth]) -> Vec<String> {
    let name = |item: &TimelineItem| match item {
        TimelineItem::Page(page) => page.id.to_string(),
        TimelineItem::Session { number, .. } => number.to_string(),
        TimelineItem::Intention { id, .. } => id.to_string(),
    };
    let month = |month: &TimelineMonth| {
        [month.first.to_string()].into_iter().chain(month.items.iter().map(name)).collect()
    };
    months.iter().map(month).map(|names: Vec<String>| names.join(" ")).collect()
}

#[test]
fn a_session_stands_above_the_pages_of_its_day_and_an_intention_at_its_hour() {
    let pages =
        vec![page("evening", at(5, 2, 20)), page("morning", at(5, 2, 8)), page("april", at(4, 30, 9))];
    let marks = vec![session(1, at(5, 2, 10)), intention("meant", at(5, 2, 9)), session(2, at(6, 1, 9))];
    assert_eq!(
        names(&months(pages, marks, false)),
        ["2026-06-01 2", "2026-05-01 1 evening meant morning", "2026-04-01 april"]
    );
}

#[test]
fn a_mark_below_the_last_page_waits_until_the_pages_around_it_are_there() {
    let marks = || vec![session(1, at(3, 1, 9)), session(2, at(5, 2, 9))];
    let pages = || vec![page("a", at(5, 3, 9)), page("b", at(5, 2, 9))];
    assert_eq!(names(&months(pages(), marks(), true)), ["2026-05-01 a 2 b"]);
    assert_eq!(names(&months(pages(), marks(), false)), ["2026-05-01 a 2 b", "2026-03-01 1"]);
    assert_eq!(names(&months(vec![], marks(), false)), ["2026-05-01 2", "2026-03-01 1"]);
}
