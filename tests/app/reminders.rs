//! Reminders from the app's door: what is coming, what the patient chooses, and what the system is handed.

use crate::world::{Phone, feeling, practising};
use cairn::{
    app::{
        Cairn,
        read::{Language, Quiet, ReminderChoices, Standing},
    },
    care::AlarmKind,
    ui::reminders::Spoken,
};
use chrono::{NaiveTime, TimeDelta};
use std::{sync::Arc, time::Duration};

fn words() -> Arc<Spoken> {
    Arc::new(Spoken { usual: Language::English })
}

async fn speaking(phone: &Phone) -> Cairn {
    let app = practising(phone).await;
    app.speak_with(words());
    app
}

#[tokio::test]
async fn the_next_reminder_comes_first_and_has_a_reason() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let model = app.reminders().await.unwrap();
    assert_eq!(model.standing, Standing::Ringing);
    assert!(!model.must_call && !model.first_time);
    assert!(model.coming.len() > 5, "a session is near: {}", model.coming.len());
    assert!(model.coming.windows(2).all(|pair| pair[0].at <= pair[1].at), "soonest first");
    let now = app.now();
    assert!(model.coming.iter().all(|one| one.alarm.until > now && one.due == (one.at <= now)));
    let kinds: Vec<_> = model.coming.iter().map(|one| one.alarm.kind).collect();
    assert!(kinds.contains(&AlarmKind::CutOff), "{kinds:?}");
    assert_eq!(model.kinds.len(), 7);
    assert!(model.kinds.iter().all(|line| line.on));
    assert!(!model.choices.details, "nothing is shown outside unless somebody asked for it");
}

#[tokio::test]
async fn choices_count_at_once_and_after_a_restart() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let mut choices = ReminderChoices { details: true, ..ReminderChoices::default() };
    choices.wishes.off.insert(AlarmKind::CutOff);
    let eleven = NaiveTime::from_hms_opt(11, 20, 0).unwrap();
    choices.wishes.clocks.insert(AlarmKind::Task, eleven);
    let (from, to) = (NaiveTime::from_hms_opt(20, 0, 0).unwrap(), NaiveTime::from_hms_opt(9, 0, 0).unwrap());
    choices.wishes.quiet = Quiet::Own { from, to };
    app.choose_reminders(choices.clone()).await.unwrap();
    for app in [app, phone.app()] {
        app.start().await;
        let model = app.reminders().await.unwrap();
        assert_eq!(model.choices, choices);
        assert!(model.coming.iter().all(|one| one.alarm.kind != AlarmKind::CutOff));
        let task = model.kinds.iter().find(|line| line.kind == AlarmKind::Task).unwrap();
        assert_eq!(task.clock, Some(eleven));
        let loud = model.coming.iter().filter(|one| one.local.time() >= from || one.local.time() < to);
        assert_eq!(loud.count(), 0, "nothing in quiet hours");
    }
}

#[tokio::test]
async fn put_off_it_comes_ten_minutes_later_and_only_that_one() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let before = app.reminders().await.unwrap().coming;
    let first = before.iter().find(|one| !one.due).unwrap().clone();
    phone.clock.forward(first.at - app.now());
    assert!(app.snooze(first.alarm.id.clone(), first.alarm.at).await.unwrap());
    let after = app.reminders().await.unwrap().coming;
    let moved = after.iter().find(|one| one.alarm.id == first.alarm.id).unwrap();
    assert_eq!(moved.at - first.at, TimeDelta::minutes(10));
    assert_eq!(moved.alarm.at, first.alarm.at);
    let others = after.iter().filter(|one| one.at != one.alarm.at).count();
    assert_eq!(others, 1);
}

#[tokio::test]
async fn what_would_be_of_no_use_in_ten_minutes_is_not_put_off() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let coming = app.reminders().await.unwrap().coming;
    let one = coming.iter().find(|one| one.alarm.kind == AlarmKind::CutOff).unwrap().clone();
    let again = async |before_its_end| {
        phone.clock.set(one.alarm.until - before_its_end);
        let coming = app.reminders().await.unwrap().coming;
        coming.into_iter().find(|other| other.alarm.id == one.alarm.id).unwrap()
    };
    let late = again(TimeDelta::minutes(10)).await;
    assert!(late.due && !late.may_wait);
    assert!(!app.snooze(late.alarm.id.clone(), late.alarm.at).await.unwrap());
    assert_eq!(again(TimeDelta::minutes(10)).await.at, late.at, "it stays");
    // The control: a little earlier there is time for it.
    let early = again(TimeDelta::minutes(11)).await;
    assert!(early.may_wait && app.snooze(early.alarm.id.clone(), early.alarm.at).await.unwrap());
    assert!(again(TimeDelta::minutes(11)).await.at > early.at);
}

#[tokio::test]
async fn a_check_in_of_a_clock_that_was_ahead_silences_nothing() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let asked = async || {
        let coming = app.reminders().await.unwrap().coming.into_iter();
        coming.filter(|one| one.alarm.kind == AlarmKind::CheckIn).map(|one| one.alarm.id).collect::<Vec<_>>()
    };
    let before = asked().await;
    assert!(!before.is_empty());
    let now = app.now();
    phone.clock.forward(TimeDelta::days(365));
    app.save_check_in(feeling(4, 6, "x")).await.unwrap();
    phone.clock.set(now);
    assert_eq!(asked().await, before);
    // The control: one made now answers what was asked today.
    app.save_check_in(feeling(4, 6, "x")).await.unwrap();
    assert!(asked().await.len() < before.len());
}

#[tokio::test]
async fn in_practice_only_the_test_rings_outside() {
    let phone = Phone::new();
    let app = speaking(&phone).await;
    app.choose_reminders(ReminderChoices { details: true, ..ReminderChoices::default() }).await.unwrap();
    assert_eq!(phone.bell.holds().unwrap().rings, []);
    app.test_reminders().await.unwrap();
    let list = phone.bell.holds().unwrap();
    assert_eq!(list.rings.len(), 1);
    let ring = &list.rings[0];
    assert_eq!(ring.at, app.now(), "at once");
    assert_eq!(ring.words.reveal(), "This is a test. You have a reminder");
    assert_eq!((list.open.as_str(), list.later.as_str(), list.later_by), ("Open", "In 10 minutes", 600));

    // As long as it stays on the screen it stays in the list, or a change would take it away.
    app.choose_reminders(ReminderChoices::default()).await.unwrap();
    assert_eq!(phone.bell.holds().unwrap().rings, list.rings);
    phone.clock.forward(TimeDelta::minutes(6));
    app.choose_reminders(ReminderChoices::default()).await.unwrap();
    assert_eq!(phone.bell.holds().unwrap().rings, []);

    app.end_practice().await.unwrap();
    assert_eq!(phone.bell.holds(), None, "nothing is left to ring");
}

#[tokio::test]
async fn a_list_left_behind_is_let_go_of_at_the_next_start() {
    use cairn::platform::notifications::{Notifications, RingList};
    let phone = Phone::new();
    phone.bell.schedule(&RingList::default()).unwrap();
    phone.app().start().await;
    assert_eq!(phone.bell.holds(), None);
}

#[tokio::test]
async fn the_list_follows_every_change_by_itself() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let keeping = tokio::spawn({
        let app = app.clone();
        async move { app.keep_reminders(words()).await }
    });
    let until = async |open: &str| {
        for _ in 0..200 {
            if phone.bell.holds().is_some_and(|list| list.open == open) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the list does not say {open}");
    };
    until("Open").await;
    app.choose_language(Language::Spanish).await.unwrap();
    until("Abrir").await;
    keeping.abort();
}
