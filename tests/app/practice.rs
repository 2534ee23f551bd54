//! Practice mode: the whole app on a sample plan, and not a trace of it afterwards.

use crate::world::{Phone, feeling, practising};
use cairn::{
    app::{Situation, read::SignIn},
    care::{journey::Stage, today::Next},
};
use chrono::TimeDelta;

const CANARY: &str = "kestrel-over-the-moor";

#[tokio::test]
async fn the_sample_plan_fills_every_screen() {
    let phone = Phone::new();
    let app = practising(&phone).await;

    let today = app.today().await.unwrap();
    assert!(!today.first_time);
    assert!(today.notices.is_empty());
    let visit = today.next_visit.as_ref().expect("a visit is ahead");
    let arrival = visit.arrival.unwrap();
    assert!(arrival.arrive.unwrap() < arrival.start, "the clinic asks to come early");
    assert!(!visit.address.is_empty() && !visit.contacts.is_empty() && !visit.with.is_empty());
    assert!(!today.due.is_empty(), "there is always something due");
    assert_ne!(today.next, Next::CallClinic);

    let journey = app.journey().await.unwrap();
    let stages: Vec<_> = journey.steps.iter().map(|step| step.stage).collect();
    assert_eq!(stages, [Stage::Behind, Stage::Behind, Stage::Here, Stage::Ahead]);

    let help = app.help().await;
    assert!(help.practice && help.clinic_name.is_some() && help.numbers.len() >= 3);
    assert!(!help.emergency_signs.is_empty() && !help.clinic_signs.is_empty());

    let state = app.sync_state().await.unwrap();
    assert_eq!((state.sign_in, state.unread), (SignIn::Practice, 0));
    assert!(app.sync_details().await.unwrap().unread.is_empty());
}

#[tokio::test]
async fn one_tap_ends_it_and_nothing_is_left() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.save_check_in(feeling(3, 7, CANARY)).await.unwrap();
    assert_eq!(phone.stores().len(), 1);

    app.end_practice().await.unwrap();
    assert!(phone.files().is_empty(), "no file is left: {:?}", phone.files());
    assert_eq!(phone.app().start().await, Situation::Welcome);
}

#[tokio::test]
async fn what_was_typed_is_in_no_file() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.save_check_in(feeling(3, 7, CANARY)).await.unwrap();
    let files = phone.files();
    assert!(!files.is_empty());
    for (path, bytes) in files {
        assert!(!bytes.windows(CANARY.len()).any(|found| found == CANARY.as_bytes()), "{path:?}");
    }
}

#[tokio::test]
async fn starting_twice_keeps_what_is_there() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.save_check_in(feeling(3, 7, "")).await.unwrap();
    app.start_practice().await.unwrap();
    assert_eq!(app.check_ins(None).await.unwrap().lines.len(), 1);
    phone.clock.forward(TimeDelta::days(30));
    assert_eq!(phone.app().start().await, Situation::Practice, "a month later it is still there");
}
