//! Finding pages again from the app's own door: by words, by day, along the line of time; offline, on the phone alone.

use crate::world::{NOON, Phone, practising};
use cairn::{
    app::{
        Cairn, Changed,
        read::{TimelineItem, Wanted},
    },
    care::{
        Private,
        journal::search::{Filters, Found},
    },
};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

fn noon() -> DateTime<Utc> {
    NOON.parse().unwrap()
}

async fn finds(app: &Cairn, typed: &str) -> Vec<Found> {
    let wanted = Wanted { typed: Private::new(typed), filters: Filters::default() };
    app.find_pages(wanted, 1).await.unwrap().pages
}

#[tokio::test]
async fn a_page_is_found_by_its_words_and_nothing_is_queued_for_it() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    phone.has_pages(&[("El café junto al mar", noon()), ("A long walk", noon() + TimeDelta::hours(1))]);
    let found = finds(&app, "CAFE mar").await;
    assert_eq!(found.len(), 1);
    assert!(found[0].passage.iter().any(|piece| piece.hit && piece.words.reveal() == "café"));
    assert!(!format!("{found:?}").contains("café"), "words of a page are in no log");
    assert_eq!(app.sync_state().await.unwrap().counts.waiting, 0);
    assert!(finds(&app, "zeppelin").await.is_empty());
    let nothing = Wanted::default();
    assert!(nothing.is_nothing());
    assert_eq!(app.find_pages(nothing, 1).await.unwrap().pages.len(), 2, "the newest of all");
}

#[tokio::test]
async fn more_parts_add_to_what_is_shown() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let pages: Vec<_> = (0..50).map(|number| ("calm", noon() + TimeDelta::minutes(number))).collect();
    phone.has_pages(&pages);
    let wanted = || Wanted { typed: Private::new("calm"), filters: Filters::default() };
    let first = app.find_pages(wanted(), 1).await.unwrap();
    let second = app.find_pages(wanted(), 2).await.unwrap();
    let all = app.find_pages(wanted(), 9).await.unwrap();
    assert_eq!((first.pages.len(), first.more), (20, true));
    assert_eq!((second.pages.len(), second.more), (40, true));
    assert_eq!((all.pages.len(), all.more), (50, false));
    assert!(all.pages.starts_with(&second.pages) && second.pages.starts_with(&first.pages));
}

#[tokio::test]
async fn a_month_knows_its_days_and_its_neighbours() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let empty = app.journal_month(None).await.unwrap();
    assert!(empty.written.is_empty() && empty.before.is_none() && empty.after.is_none());
    phone.has_pages(&[("march", noon() - TimeDelta::days(60)), ("now", noon()), ("again", noon())]);
    let may = app.journal_month(None).await.unwrap();
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    assert_eq!(may.written.into_iter().collect::<Vec<_>>(), [day(5, 12)]);
    assert_eq!((may.before, may.after), (Some(day(4, 1)), None));
    let march = app.journal_month(Some(day(3, 20))).await.unwrap();
    assert_eq!(march.written.into_iter().collect::<Vec<_>>(), [day(3, 13)]);
    assert_eq!((march.before, march.after), (None, Some(day(4, 1))));
    assert_eq!(app.journal_day(day(5, 12)).await.unwrap().len(), 2);
    assert!(app.journal_day(day(5, 13)).await.unwrap().is_empty());
}

#[tokio::test]
async fn sessions_and_intentions_stand_between_the_pages() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let choices = app.session_choices().await.unwrap();
    assert!(!choices.is_empty() && choices.is_sorted_by(|one, next| one.day >= next.day));
    app.keep_intention(Private::new("Be softer")).await.unwrap();
    phone.has_pages(&[("a page", noon())]);
    let timeline = app.journal_timeline(1).await.unwrap();
    let items: Vec<_> = timeline.months.into_iter().flat_map(|month| month.items).collect();
    assert!(items.iter().any(|item| matches!(item, TimelineItem::Page(_))));
    let meant =
        items.iter().find(|item| matches!(item, TimelineItem::Intention { .. })).expect("the intention");
    assert_eq!(meant.day(), noon().date_naive());
    assert!(items.is_sorted_by(|one, next| one.day() >= next.day()));
}

#[tokio::test]
async fn other_years_are_shown_only_to_who_asked() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let year = |years: i32| noon().with_year(2026 - years).unwrap();
    phone.has_pages(&[
        ("three", year(3)),
        ("one", year(1)),
        ("eve", year(1) - TimeDelta::days(1)),
        ("now", noon()),
    ]);
    assert_eq!(app.journal_timeline(1).await.unwrap().on_this_day, None, "off at first");
    let mut changes = app.changes();
    app.show_on_this_day(true).await.unwrap();
    assert_eq!(changes.recv().await.unwrap(), Changed::Settings);
    let shown = app.journal_timeline(1).await.unwrap().on_this_day.unwrap();
    assert_eq!(shown.iter().map(|page| page.day().year()).collect::<Vec<_>>(), [2025, 2023]);
    drop(app);
    let app = phone.app();
    app.start().await;
    assert!(app.journal_timeline(1).await.unwrap().on_this_day.is_some(), "kept");
    app.show_on_this_day(false).await.unwrap();
    assert_eq!(app.journal_timeline(1).await.unwrap().on_this_day, None);
}

#[tokio::test]
async fn on_the_29th_of_february_only_such_years_have_a_day() {
    let phone = Phone::at("2028-02-29T17:00:00Z".parse().unwrap());
    let app = practising(&phone).await;
    let pages = [
        ("leap", "2024-02-29T17:00:00Z"),
        ("first of march", "2027-03-01T17:00:00Z"),
        ("last of february", "2027-02-28T17:00:00Z"),
    ];
    phone.has_pages(&pages.map(|(words, at)| (words, at.parse().unwrap())));
    app.show_on_this_day(true).await.unwrap();
    let shown = app.journal_timeline(1).await.unwrap().on_this_day.unwrap();
    assert_eq!(shown.iter().map(|page| page.day().year()).collect::<Vec<_>>(), [2024]);
}
