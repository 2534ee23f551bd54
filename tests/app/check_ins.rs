//! A check-in is saved before anybody says so, taken back while it is only here, and found again.

use crate::world::{Phone, feeling, practising};
use cairn::{
    app::{AppError, Changed, Situation},
    care::Delivery,
};
use chrono::TimeDelta;

#[tokio::test]
async fn saved_is_still_there_after_the_phone_was_switched_off() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let saved = app.save_check_in(feeling(6, 3, "calm by the river")).await.unwrap();
    drop(app);

    let app = phone.app();
    assert_eq!(app.start().await, Situation::Practice);
    let found = app.check_ins(None).await.unwrap();
    assert_eq!(found.lines.len(), 1);
    assert!(!found.more);
    let line = &found.lines[0];
    assert_eq!(line.check_in.id, saved.id);
    assert_eq!((line.check_in.mood.value(), line.check_in.anxiety.value()), (6, 3));
    assert_eq!(line.check_in.words.as_ref().unwrap().reveal(), "calm by the river");
    assert_eq!(line.check_in.zone, chrono_tz::America::New_York);
    assert_eq!(line.delivery, Delivery::StaysHere, "practice sends nothing and never says so");
}

#[tokio::test]
async fn undo_takes_it_back_as_if_it_had_never_been() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let saved = app.save_check_in(feeling(1, 9, "a moment")).await.unwrap();
    app.undo_check_in(saved.id).await.unwrap();
    assert!(app.check_ins(None).await.unwrap().lines.is_empty());
    assert!(app.today().await.unwrap().check_in.is_none());
}

#[tokio::test]
async fn undo_is_offered_for_ten_seconds() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let saved = app.save_check_in(feeling(5, 5, "")).await.unwrap();
    assert_eq!(saved.undo_until - app.now(), TimeDelta::seconds(10));
    phone.clock.forward(TimeDelta::seconds(9));
    assert!(app.check_ins(None).await.unwrap().lines[0].undo_until.is_some());
    phone.clock.forward(TimeDelta::seconds(1));
    assert!(app.check_ins(None).await.unwrap().lines[0].undo_until.is_none());
}

#[tokio::test]
async fn blank_words_are_no_words_and_screens_hear_of_it() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let mut changes = app.changes();
    app.save_check_in(feeling(5, 5, "  \n ")).await.unwrap();
    assert_eq!(changes.recv().await.unwrap(), Changed::CheckIns);
    assert!(app.check_ins(None).await.unwrap().lines[0].check_in.words.is_none());
}

#[tokio::test]
async fn the_list_comes_in_pages_newest_first() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    for _ in 0..60 {
        app.save_check_in(feeling(4, 4, "")).await.unwrap();
        phone.clock.forward(TimeDelta::hours(1));
    }
    let first = app.check_ins(None).await.unwrap();
    assert!(first.more);
    assert!(first.lines.is_sorted_by(|newer, older| newer.check_in.at > older.check_in.at));
    let rest = app.check_ins(first.lines.last().map(|line| line.check_in.at)).await.unwrap();
    assert_eq!(first.lines.len() + rest.lines.len(), 60);
    assert!(!rest.more);
}

#[tokio::test]
async fn today_shows_only_a_check_in_of_today() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.save_check_in(feeling(4, 4, "")).await.unwrap();
    assert!(app.today().await.unwrap().check_in.is_some());
    phone.clock.forward(TimeDelta::hours(12));
    assert!(app.today().await.unwrap().check_in.is_none(), "midnight in New York has passed");
}

#[tokio::test]
async fn with_nobody_here_nothing_is_saved_and_nothing_breaks() {
    let phone = Phone::new();
    let app = phone.app();
    assert_eq!(app.start().await, Situation::Welcome);
    assert!(matches!(app.save_check_in(feeling(1, 1, "x")).await, Err(AppError::NobodyHere)));
    assert!(app.help().await.clinic_name.is_none());
}
