//! A check-in in full: said afterwards, changed with what was there kept, removed and put back; and side effects.

use crate::world::{Phone, feeling, practising};
use cairn::{
    app::{AppError, NewCheckIn, NewSideEffect},
    care::{Delivery, Feeling, Listed, Private, Score, Severity, Sleep, backdate::NotThen},
};
use chrono::TimeDelta;

/// Whole in every part.
fn full() -> NewCheckIn {
    let own = Feeling::Own(Private::new("like after rain"));
    NewCheckIn {
        feelings: vec![Feeling::Listed(Listed::Calm), own],
        sleep: Sleep::new(450).ok(),
        ..feeling(6, 3, "a few words")
    }
}

fn noticed(effect: &str, severity: Option<Severity>) -> NewSideEffect {
    NewSideEffect { effect: effect.into(), part: None, severity, began: None, note: None }
}

#[tokio::test]
async fn every_part_is_there_after_the_phone_was_switched_off() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let then = app.now() - TimeDelta::hours(20);
    app.save_check_in(NewCheckIn { at: Some(then), ..full() }).await.unwrap();
    drop(app);
    let app = phone.app();
    app.start().await;
    let found = app.check_ins(None).await.unwrap().lines.remove(0);
    assert_eq!((found.check_in.at, found.check_in.feelings), (then, full().feelings));
    assert_eq!((found.check_in.sleep, found.check_in.changed), (full().sleep, None));
    assert_eq!(found.undo_until, None, "the list offers no undo for what is long ago");
    assert!(app.today().await.unwrap().check_in.is_none(), "it is yesterday's");
}

#[tokio::test]
async fn nothing_is_saved_about_the_future() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let saved = app.save_check_in(feeling(5, 5, "")).await.unwrap();
    let at = Some(app.now() + TimeDelta::seconds(1));
    let future = |done: AppError| matches!(done, AppError::NotThen(NotThen::Future));
    assert!(future(app.save_check_in(NewCheckIn { at, ..full() }).await.unwrap_err()));
    assert!(future(app.change_check_in(saved.id.clone(), NewCheckIn { at, ..full() }).await.unwrap_err()));
    let began = NewSideEffect { began: at, ..noticed("nausea", Some(Severity::Mild)) };
    assert!(future(app.log_side_effect(began).await.unwrap_err()));
    let one = app.one_check_in(saved.id).await.unwrap().unwrap();
    assert_eq!((one.check_in.feelings.len(), one.earlier.len()), (0, 0), "nothing was changed");
}

#[tokio::test]
async fn a_change_keeps_the_time_and_what_was_there_before() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let saved = app.save_check_in(feeling(2, 8, "before")).await.unwrap();
    let made = app.now();
    for (minutes, mood) in [(5, 4), (10, 6)] {
        phone.clock.forward(TimeDelta::minutes(minutes));
        let new = NewCheckIn { mood: Score::new(mood).unwrap(), ..full() };
        app.change_check_in(saved.id.clone(), new.clone()).await.unwrap();
        app.change_check_in(saved.id.clone(), new).await.unwrap();
    }
    let one = app.one_check_in(saved.id.clone()).await.unwrap().unwrap();
    assert_eq!((one.check_in.at, one.check_in.mood.value()), (made, 6));
    assert_eq!(one.check_in.changed, Some(app.now()));
    assert_eq!(one.delivery, Delivery::StaysHere);
    let moods: Vec<_> = one.earlier.iter().map(|earlier| earlier.form.mood.value()).collect();
    assert_eq!(moods, [2, 4], "each once, though saved twice, the oldest first");
    assert_eq!(one.earlier[0].until, made + TimeDelta::minutes(5));
    assert_eq!(one.earlier[0].form.words.as_ref().unwrap().reveal(), "before");
    assert_eq!(app.check_ins(None).await.unwrap().lines[0].undo_until, None);
}

#[tokio::test]
async fn removed_it_is_gone_and_put_back_it_is_as_it_was() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let saved = app.save_check_in(feeling(2, 8, "before")).await.unwrap();
    app.change_check_in(saved.id.clone(), full()).await.unwrap();
    let before = app.one_check_in(saved.id.clone()).await.unwrap();
    let removed = app.remove_check_in(saved.id.clone()).await.unwrap().unwrap();
    assert_eq!(app.one_check_in(saved.id.clone()).await.unwrap(), None);
    assert!(app.check_ins(None).await.unwrap().lines.is_empty());
    assert!(app.today().await.unwrap().check_in.is_none());
    assert_eq!(app.remove_check_in(saved.id.clone()).await.unwrap(), None, "it was gone already");
    app.change_check_in(saved.id.clone(), full()).await.unwrap();
    assert_eq!(app.one_check_in(saved.id.clone()).await.unwrap(), None, "what is gone is not changed");
    app.put_check_in_back(removed).await.unwrap();
    assert_eq!(app.one_check_in(saved.id).await.unwrap(), before);
}

#[tokio::test]
async fn own_feelings_are_added_once_and_taken_off_the_list_alone() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let word = Private::new("like after rain");
    assert_eq!(app.add_own_feeling(Private::new("  ")).await.unwrap(), None);
    for typed in ["like after rain", " like  after rain "] {
        let added = app.add_own_feeling(Private::new(typed)).await.unwrap();
        assert_eq!(added, Some(Feeling::Own(word.clone())));
    }
    assert_eq!(app.own_feelings().await.unwrap(), std::slice::from_ref(&word));
    app.save_check_in(full()).await.unwrap();
    app.remove_own_feeling(word.clone()).await.unwrap();
    assert_eq!(app.own_feelings().await.unwrap(), []);
    let kept = &app.check_ins(None).await.unwrap().lines[0].check_in.feelings;
    assert!(kept.contains(&Feeling::Own(word)), "the check-in says what it said");
}

#[tokio::test]
async fn a_side_effect_from_its_beginning_to_its_end() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let log = app.side_effects(1).await.unwrap();
    assert!(log.choices.iter().any(|choice| choice.id == "nausea"), "the clinic's list");
    assert!(log.choices.iter().any(|choice| choice.id == "urinary" && choice.parts.len() == 4));
    let began = app.now();
    let id = app.log_side_effect(noticed("nausea", Some(Severity::Strong))).await.unwrap();
    phone.clock.forward(TimeDelta::hours(1));
    app.grade_side_effect(id.clone(), Severity::Mild).await.unwrap();
    let there = app.side_effects(1).await.unwrap().still_there.remove(0);
    assert_eq!((there.effect.severity, there.effect.began), (Some(Severity::Mild), began));
    assert_eq!(there.earlier.len(), 1);

    let too_early = app.end_side_effect(id.clone(), Some(began - TimeDelta::seconds(1))).await;
    assert!(matches!(too_early, Err(AppError::NotThen(NotThen::BeforeItBegan))));
    let ended = began + TimeDelta::minutes(30);
    app.end_side_effect(id.clone(), Some(ended)).await.unwrap();
    let log = app.side_effects(1).await.unwrap();
    assert!(log.still_there.is_empty());
    assert_eq!(log.over[0].effect.ended, Some(ended));
    app.undo_side_effect_change(id.clone()).await.unwrap();
    let log = app.side_effects(1).await.unwrap();
    assert_eq!((log.still_there.len(), log.still_there[0].earlier.len(), log.over.len()), (1, 1, 0));

    app.grade_side_effect(id.clone(), Severity::None).await.unwrap();
    assert_eq!(app.side_effects(1).await.unwrap().over[0].effect.ended, Some(app.now()), "none is over");
    let before = app.side_effects(1).await.unwrap();
    let removed = app.remove_side_effect(id).await.unwrap().unwrap();
    assert!(app.side_effects(1).await.unwrap().over.is_empty());
    app.put_side_effect_back(removed).await.unwrap();
    assert_eq!(app.side_effects(1).await.unwrap(), before);
}

#[tokio::test]
async fn the_same_said_again_is_said_now_and_taken_back_alone() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let id = app.log_side_effect(noticed("nausea", Some(Severity::Strong))).await.unwrap();
    phone.clock.forward(TimeDelta::hours(1));
    app.grade_side_effect(id.clone(), Severity::Mild).await.unwrap();
    let graded = app.side_effects(1).await.unwrap();
    phone.clock.forward(TimeDelta::hours(1));
    app.grade_side_effect(id.clone(), Severity::Mild).await.unwrap();
    let there = app.side_effects(1).await.unwrap().still_there.remove(0);
    assert_eq!((there.effect.severity, there.effect.changed), (Some(Severity::Mild), app.now()));
    app.undo_side_effect_change(id).await.unwrap();
    assert_eq!(app.side_effects(1).await.unwrap(), graded, "the older change stands");
}

#[tokio::test]
async fn what_is_not_there_and_a_reading_are_over_at_once_and_the_history_comes_in_pages() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    for (effect, severity) in [("nausea", Some(Severity::None)), ("bp_reading_if_measured", None)] {
        app.log_side_effect(noticed(effect, severity)).await.unwrap();
    }
    let log = app.side_effects(1).await.unwrap();
    assert!(log.still_there.is_empty() && log.over.len() == 2 && !log.more);
    for _ in 0..20 {
        phone.clock.forward(TimeDelta::minutes(1));
        app.log_side_effect(noticed("nausea", Some(Severity::None))).await.unwrap();
    }
    let first = app.side_effects(1).await.unwrap();
    assert!(first.more && first.over.len() == 20);
    assert!(first.over.is_sorted_by(|newer, older| newer.effect.began >= older.effect.began));
    assert_eq!(app.side_effects(2).await.unwrap().over.len(), 22);
}
