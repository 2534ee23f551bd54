//! Why a visit is cancelled is on the disk while it is written, and gone once it is said or pointless; Undo brings everything back.

use crate::world::{Phone, practising};
use cairn::{
    app::{Cairn, NewWish, read::FreeTimes},
    care::{
        Id, Private, VisitKind,
        booking::{CancelState, Sought, WishState},
    },
};
use chrono::TimeDelta;

async fn session(app: &Cairn) -> Id {
    app.journey().await.unwrap().steps[2].ahead[0].id.clone()
}

async fn reason(app: &Cairn, visit: &Id) -> Option<String> {
    let about = app.visit_booking(visit.clone()).await.unwrap().unwrap();
    about.reason.map(|words| words.reveal().to_owned())
}

async fn writes(app: &Cairn, visit: &Id, words: &str) {
    app.keep_cancel_reason(visit.clone(), Private::new(words)).await.unwrap();
}

#[tokio::test]
async fn what_is_written_is_there_after_a_restart_and_goes_with_the_cancellation() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let visit = session(&app).await;
    assert_eq!(reason(&app, &visit).await, None);
    writes(&app, &visit, "I am ill").await;
    drop(app);
    let app = phone.app();
    app.start().await;
    assert_eq!(reason(&app, &visit).await.as_deref(), Some("I am ill"));
    app.cancel_visit(visit.clone(), None).await.unwrap();
    let about = app.visit_booking(visit.clone()).await.unwrap().unwrap();
    assert_eq!(about.cancelling.unwrap().reason.unwrap().reveal(), "I am ill");
    assert_eq!(about.reason, None, "it is said");
    app.undo_cancel(visit.clone()).await.unwrap();
    assert_eq!(reason(&app, &visit).await.as_deref(), Some("I am ill"), "and on the page again");
}

#[tokio::test]
async fn what_was_cleared_is_not_said() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let visit = session(&app).await;
    for words in ["I am ill", ""] {
        writes(&app, &visit, words).await;
    }
    app.cancel_visit(visit.clone(), None).await.unwrap();
    let about = app.visit_booking(visit).await.unwrap().unwrap();
    assert_eq!(about.cancelling.unwrap().reason, None);
}

#[tokio::test]
async fn what_was_written_about_a_visit_that_is_over_is_gone() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let visit = session(&app).await;
    writes(&app, &visit, "I am ill").await;
    drop(app);
    let start = async |phone: &Phone| {
        let app = phone.app();
        app.start().await;
        drop(app);
        phone.store().read(|reader| reader.cancel_reason(&visit)).unwrap()
    };
    assert!(start(&phone).await.is_some(), "the control: the visit is ahead");
    phone.clock.forward(TimeDelta::days(60));
    assert_eq!(start(&phone).await, None);
}

#[tokio::test]
async fn undo_brings_back_what_was_asked_for_in_place_of_the_visit() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let visit = session(&app).await;
    let sought = Sought::all(VisitKind::Session);
    let times = app.free_times(sought, Some(visit.clone()), FreeTimes::WEEKS).await.unwrap();
    let time = times.days.iter().flat_map(|day| &day.times).find(|time| time.refused.is_none()).unwrap();
    let new =
        NewWish { kind: time.kind, slots: time.slots.clone(), replaces: Some(visit.clone()), words: None };
    let wish = app.ask_for_time(new).await.unwrap();
    let state = async || app.booking(wish.clone()).await.unwrap().unwrap().line.state;
    let open = async || app.bookings().await.unwrap().open.len();

    app.cancel_visit(visit.clone(), None).await.unwrap();
    assert_eq!((state().await, open().await), (WishState::TakenBack { heard: true }, 0));
    let about = app.visit_booking(visit.clone()).await.unwrap().unwrap();
    assert_eq!(about.cancelling.map(|line| line.state), Some(CancelState::StaysHere));
    assert!(about.moving.is_none());
    app.undo_cancel(visit.clone()).await.unwrap();
    assert_eq!((state().await, open().await), (WishState::StaysHere, 1));
    let about = app.visit_booking(visit).await.unwrap().unwrap();
    assert!(about.cancelling.is_none() && about.moving.is_some());
}
