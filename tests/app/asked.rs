//! What the clinic asks on Today: there at its time, gone when it is done or left out, back when that is taken back.

use crate::world::{Phone, feeling, practising};
use cairn::{
    app::{
        Cairn,
        read::{AskedFor, AskedLine},
    },
    care::{AlarmKind, time::day_of},
};
use chrono::{TimeDelta, Timelike};

async fn asked(app: &Cairn) -> Vec<AskedLine> {
    app.today().await.unwrap().asked
}

async fn check_in(app: &Cairn) -> Option<AskedLine> {
    asked(app).await.into_iter().find(|line| line.what == AskedFor::CheckIn)
}

/// Whether the check-in of this day rings (still).
async fn rings(app: &Cairn) -> bool {
    let id = format!("daily@{}", day_of(app.now(), chrono_tz::America::New_York));
    let coming = app.reminders().await.unwrap().coming;
    coming.iter().any(|one| one.alarm.kind == AlarmKind::CheckIn && one.alarm.id == id)
}

/// Sets the clock to the first daily check-in that is asked, and answers it.
async fn at_the_check_in(phone: &Phone, app: &Cairn) -> AskedLine {
    let coming = app.reminders().await.unwrap().coming;
    let daily = coming.iter().find(|one| one.alarm.id.starts_with("daily@") && !one.due).unwrap();
    phone.clock.set(daily.alarm.at - TimeDelta::minutes(1));
    assert_eq!(check_in(app).await, None, "nothing before its time");
    phone.clock.set(daily.alarm.at);
    check_in(app).await.unwrap()
}

#[tokio::test]
async fn a_check_in_is_asked_at_its_time_and_not_once_it_is_made() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let line = at_the_check_in(&phone, &app).await;
    assert!(!line.optional && line.until.time().hour() == 0, "{line:?}");
    assert!(rings(&app).await);
    app.save_check_in(feeling(5, 5, "")).await.unwrap();
    assert_eq!(check_in(&app).await, None);
    assert!(!rings(&app).await, "no ring asks for what is done");
    // The next day asks for itself alone.
    phone.clock.forward(TimeDelta::days(1));
    let next = check_in(&app).await;
    assert!(next.is_none_or(|next| next.keys != line.keys));
}

#[tokio::test]
async fn what_is_left_out_is_gone_and_can_be_taken_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let line = at_the_check_in(&phone, &app).await;
    app.skip(line.keys.clone()).await.unwrap();
    assert_eq!(check_in(&app).await, None);
    assert!(!rings(&app).await);
    app.unskip(line.keys.clone()).await.unwrap();
    assert_eq!(check_in(&app).await, Some(line));
    assert!(rings(&app).await);
}

#[tokio::test]
async fn a_form_of_the_plan_is_filled_in_and_not_ticked() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let to_do = app.to_do().await.unwrap();
    let forms: Vec<_> = to_do.open.iter().chain(&to_do.done).filter_map(|line| line.form.as_ref()).collect();
    assert!(forms.iter().all(|form| ["GAD-7", "PHQ-9"].contains(&form.name.as_str())), "{forms:?}");
    for form in forms {
        assert!(cairn::care::schedule::item_of(&form.due).is_some());
    }
}
