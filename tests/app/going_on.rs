//! What goes on while the app is closed: a sitting that runs, and the weekly reminder to look back.

use crate::{
    own::{copy_of_a_patient, passphrase},
    world::{Phone, practising},
};
use cairn::{
    app::{Cairn, read::Language},
    care::{
        Private,
        alarms::LookBack,
        journal::{NewStep, Review, Sitting},
    },
    ui::reminders::Spoken,
};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;

fn new() -> NewStep {
    NewStep {
        cue: Private::new("I wake up"),
        deed: Private::new("open the window"),
        day: None,
        remind_at: None,
    }
}

async fn again(phone: &Phone, before: Cairn) -> Cairn {
    drop(before);
    let app = phone.app();
    app.start().await;
    app
}

#[tokio::test]
async fn a_sitting_outlives_the_app_and_is_asked_about_for_a_day() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    assert_eq!(app.sitting().await.unwrap(), None);
    let sitting = Sitting::begin(app.now(), 10);
    app.keep_sitting(Some(sitting)).await.unwrap();
    phone.clock.forward(TimeDelta::minutes(4));
    let app = again(&phone, app).await;
    let kept = app.sitting().await.unwrap().unwrap();
    assert_eq!((kept, kept.left(app.now())), (sitting, Some(6)), "it goes on");

    phone.clock.forward(TimeDelta::hours(3));
    let app = again(&phone, app).await;
    let kept = app.sitting().await.unwrap().unwrap();
    assert_eq!(kept.left(app.now()), None, "it ended meanwhile");
    assert!(!kept.may_ring(app.now()), "and no bell comes three hours late");
    phone.clock.forward(TimeDelta::days(1));
    assert_eq!(app.sitting().await.unwrap(), None, "nobody is asked about yesterday");

    phone.clock.set(sitting.until);
    assert_eq!(app.sitting().await.unwrap(), Some(sitting));
    app.keep_sitting(None).await.unwrap();
    let app = again(&phone, app).await;
    assert_eq!(app.sitting().await.unwrap(), None, "stopped, it stays stopped");
}

/// When the system is to ring for it.
fn rings(phone: &Phone) -> Vec<(DateTime<Utc>, String)> {
    let held = phone.bell.holds().unwrap().rings.into_iter();
    held.map(|ring| (ring.at, ring.words.reveal().to_owned())).collect()
}

#[tokio::test]
async fn the_system_is_handed_the_weekly_reminder_while_it_is_wanted_and_a_step_is_open() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let step = app.add_step(None, new()).await.unwrap().unwrap();
    let look_backs = async |app: &Cairn| {
        let coming = app.reminders().await.unwrap().coming.into_iter();
        coming.filter(|one| one.alarm.id.starts_with("look-back")).map(|one| one.at).collect::<Vec<_>>()
    };
    assert_eq!(app.look_back().await.unwrap(), None, "off at first");
    assert!(look_backs(&app).await.is_empty());
    app.choose_look_back(Some(LookBack::FIRST)).await.unwrap();
    let sundays = look_backs(&app).await;
    assert_eq!(sundays.len(), 4);
    assert_eq!(sundays[0], "2026-05-17T22:00:00Z".parse::<DateTime<Utc>>().unwrap());
    let app = again(&phone, app).await;
    assert_eq!(app.look_back().await.unwrap(), Some(LookBack::FIRST), "and it is kept");
    app.review_step(step, Review::Done, new()).await.unwrap();
    assert!(look_backs(&app).await.is_empty(), "no step is open");
}

#[tokio::test]
async fn outside_the_app_it_says_only_that_there_is_a_reminder() {
    let phone = Phone::new();
    let app = phone.app();
    app.start().await;
    app.bring_back(copy_of_a_patient(&phone, "somebody"), passphrase(), false).await.unwrap();
    app.speak_with(Arc::new(Spoken { usual: Language::English }));
    app.add_step(None, new()).await.unwrap();
    app.choose_look_back(Some(LookBack::FIRST)).await.unwrap();
    let all = rings(&phone);
    let sunday = "2026-05-17T22:00:00Z".parse().unwrap();
    assert_eq!(all[0], (sunday, "You have a reminder".to_owned()));
    assert_eq!(all.len(), 4, "four weeks ahead, and nothing else rings");
    app.choose_look_back(None).await.unwrap();
    assert_eq!(rings(&phone), []);
}

#[tokio::test]
async fn choosing_it_keeps_every_other_choice_about_reminders() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.speak_with(Arc::new(Spoken { usual: Language::English }));
    let mut choices = app.reminders().await.unwrap().choices;
    choices.details = true;
    choices.wishes.off.insert(cairn::care::AlarmKind::Task);
    app.choose_reminders(choices.clone()).await.unwrap();
    app.choose_look_back(Some(LookBack::FIRST)).await.unwrap();
    choices.wishes.look_back = Some(LookBack::FIRST);
    assert_eq!(app.reminders().await.unwrap().choices, choices);
    app.choose_look_back(None).await.unwrap();
    choices.wishes.look_back = None;
    assert_eq!(app.reminders().await.unwrap().choices, choices);
    assert_eq!(rings(&phone), [], "in practice nothing rings outside");
}
