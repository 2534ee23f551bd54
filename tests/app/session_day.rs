//! The day of a session from the app's own door: pages by the clock, answers, the driver, caught words, the card.

use crate::world::{Phone, practising};
use cairn::{
    app::{
        Cairn,
        read::{NumberKind, Page, SessionView},
    },
    care::{CutOffKind, Id, Private, Question, Readiness, is_neutral, preparation::Limit},
};
use chrono::{DateTime, TimeDelta, Utc};

/// The sample's session is two days after the phone's noon: 14 May at 9:30 in New York.
fn at(local: &str) -> DateTime<Utc> {
    let local: chrono::NaiveDateTime = local.parse().unwrap();
    local.and_local_timezone(chrono_tz::America::New_York).unwrap().to_utc()
}

/// Sets the clock forward to a moment.
fn wait_until(phone: &Phone, app: &Cairn, local: &str) {
    phone.clock.forward(at(local) - app.now());
}

async fn page(app: &Cairn) -> Page {
    app.day().await.unwrap().page
}

async fn session(app: &Cairn) -> SessionView {
    match page(app).await {
        Page::Session(view) => *view,
        other => panic!("the session's page, not {other:?}"),
    }
}

async fn words(app: &Cairn) -> Option<String> {
    match page(app).await {
        Page::Soft(view) => view.words.map(|words| words.reveal().to_owned()),
        other => panic!("soft mode, not {other:?}"),
    }
}

fn over(cut_offs: &[Limit], what: CutOffKind) -> bool {
    cut_offs.iter().find(|line| line.what == what).unwrap().over
}

#[tokio::test]
async fn from_the_night_before_to_the_end_of_the_card() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-13T23:59:00");
    assert_eq!(page(&app).await, Page::Ordinary);

    wait_until(&phone, &app, "2026-05-14T00:00:00");
    let view = session(&app).await;
    assert!(!view.bring.is_empty() && !view.visit.address.is_empty() && !view.visit.contacts.is_empty());
    assert!(!view.arrived && view.driver.is_none() && view.readiness == Readiness::Open(5));
    assert!(!over(&view.cut_offs, CutOffKind::LargeMeal) && !over(&view.cut_offs, CutOffKind::Food));

    wait_until(&phone, &app, "2026-05-14T03:15:00");
    let view = session(&app).await;
    assert!(over(&view.cut_offs, CutOffKind::Food) && !over(&view.cut_offs, CutOffKind::ClearDrinks));
    wait_until(&phone, &app, "2026-05-14T09:15:00");
    assert!(session(&app).await.arrived);

    // Nobody marks an end in practice: injection at 9:45, and two hours.
    wait_until(&phone, &app, "2026-05-14T11:45:00");
    assert!(matches!(page(&app).await, Page::Soft(_)));
    wait_until(&phone, &app, "2026-05-14T15:45:00");
    let day = app.day().await.unwrap();
    assert_eq!(day.page, Page::Ordinary);
    assert_eq!(day.card.unwrap().until.to_string(), "2026-05-15 11:45:00");
    let card = app.first_day().await.unwrap();
    assert!(card.dos.len() > 3 && card.donts.len() > 3 && card.until == day.card);
    assert!(card.help.numbers.iter().any(|number| number.kind == NumberKind::Emergency));
    wait_until(&phone, &app, "2026-05-15T11:45:00");
    assert!(app.day().await.unwrap().card.is_none() && app.first_day().await.unwrap().until.is_none());
}

#[tokio::test]
async fn soft_mode_is_entered_and_left_by_choice_and_outlives_the_program() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-14T11:00:00");
    let visit = session(&app).await.visit.id;
    app.soften(visit.clone(), true).await.unwrap();
    assert!(app.day().await.unwrap().card.is_some(), "the card holds from then on");
    drop(app);
    let app = phone.app();
    app.start().await;
    assert!(matches!(page(&app).await, Page::Soft(_)));
    app.soften(visit, false).await.unwrap();
    assert!(matches!(page(&app).await, Page::Session(_)), "it is not over yet");
    wait_until(&phone, &app, "2026-05-14T12:00:00");
    let day = app.day().await.unwrap();
    assert!(day.page == Page::Ordinary && day.card.is_some(), "left is left; the card stays");
}

#[tokio::test]
async fn what_is_caught_is_one_entry_that_is_there_after_every_stop() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-14T12:00:00");
    let Page::Soft(view) = page(&app).await else { panic!("soft mode") };
    app.capture(view.visit.clone(), Private::new("  ")).await.unwrap();
    assert_eq!(words(&app).await, None, "nothing was written");
    for typed in ["blue", "blue doors", "blue doors, my grandmother"] {
        app.capture(view.visit.clone(), Private::new(typed)).await.unwrap();
        assert_eq!(words(&app).await.as_deref(), Some(typed));
    }
    drop(app);
    let app = phone.app();
    app.start().await;
    assert_eq!(words(&app).await.as_deref(), Some("blue doors, my grandmother"));
    app.capture(view.visit.clone(), Private::new("")).await.unwrap();
    assert_eq!(words(&app).await.as_deref(), Some(""), "taken out by the patient");
}

#[tokio::test]
async fn any_unmet_answer_leads_to_the_clinics_number_and_none_to_ready() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-14T07:20:00");
    let visit = session(&app).await.visit.id;
    let hoped = |question| !Question::is_unmet_by(question, true);
    for question in Question::ALL {
        app.answer(visit.clone(), question, !hoped(question)).await.unwrap();
        let asked = app.questions(visit.clone()).await.unwrap();
        assert_eq!(asked.outcome, Readiness::Call(vec![question]));
        assert!(!asked.numbers.is_empty());
        app.answer(visit.clone(), question, hoped(question)).await.unwrap();
    }
    let asked = app.questions(visit.clone()).await.unwrap();
    assert_eq!(asked.outcome, Readiness::Kept);
    assert_eq!(asked.last_food.unwrap().local.to_string(), "2026-05-14 03:15:00");
    assert_eq!(asked.last_drink.unwrap().local.to_string(), "2026-05-14 07:15:00");
    assert_eq!(session(&app).await.readiness, Readiness::Kept);
}

#[tokio::test]
async fn the_driver_is_kept_confirmed_and_taken_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-14T07:00:00");
    let visit = session(&app).await.visit.id;
    app.confirm_driver(visit.clone(), true).await.unwrap();
    assert_eq!(session(&app).await.driver, None, "nobody to confirm");

    let who = |name: &str| (Private::new(name), Private::new("+1 207 555 0177"));
    let (name, number) = who("Kim");
    app.save_driver(visit.clone(), name.clone(), number.clone()).await.unwrap();
    assert_eq!(session(&app).await.driver, Some((name.clone(), false)));
    app.confirm_driver(visit.clone(), true).await.unwrap();
    app.save_driver(visit.clone(), name.clone(), number).await.unwrap();
    assert_eq!(session(&app).await.driver, Some((name, true)), "written again as it was, it stays certain");
    let (name, number) = who("Lee");
    app.save_driver(visit.clone(), name.clone(), number).await.unwrap();
    assert_eq!(session(&app).await.driver, Some((name, false)), "somebody else has to be asked");
    app.confirm_driver(visit.clone(), true).await.unwrap();
    app.confirm_driver(visit.clone(), false).await.unwrap();
    let model = app.driver(visit).await.unwrap();
    assert!(!model.confirmed && model.delivery.is_none(), "practice sends nothing");
    let other = app.driver(Id::new("another").unwrap()).await.unwrap();
    assert!(other.suggested && other.name.unwrap().reveal() == "Lee" && !other.confirmed);
}

#[tokio::test]
async fn the_hand_off_of_the_sample_tells_nothing_though_its_clinic_does() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-14T07:00:00");
    let visit = session(&app).await.visit.id;
    let hand_off = app.driver(visit).await.unwrap().hand_off.unwrap();
    assert_eq!(hand_off.from.to_string(), "2026-05-14 11:45:00", "the reckoned end");
    assert_eq!(hand_off.to - hand_off.from, TimeDelta::minutes(60), "the protocol's observe_min");
    assert_eq!(hand_off.until.to_string(), "2026-05-15 11:45:00");
    let lines: Vec<_> = [&hand_off.place, &hand_off.dos, &hand_off.donts]
        .into_iter()
        .flatten()
        .chain(&hand_off.number)
        .collect();
    assert!(lines.len() > 8 && lines.iter().all(|line| is_neutral(line)), "{lines:?}");
    wait_until(&phone, &app, "2026-05-14T12:00:00");
    let card = app.first_day().await.unwrap();
    let telling = card.dos.iter().chain(&card.donts).filter(|line| !is_neutral(line)).count();
    assert!(telling > 0 && hand_off.left_out, "the control: the clinic's own card does tell");
}

#[tokio::test]
async fn what_settled_is_there_next_time_until_it_is_let_go() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let visit = Id::new("sample-session").unwrap();
    app.keep_settled(Private::new(" ")).await.unwrap();
    app.keep_settled(Private::new("counting tiles")).await.unwrap();
    phone.clock.forward(TimeDelta::minutes(1));
    app.keep_settled(Private::new("a hand on my chest")).await.unwrap();
    let settled = app.centering(visit.clone()).await.unwrap().settled;
    let said: Vec<_> = settled.iter().map(|line| line.words.reveal()).collect();
    assert_eq!(said, ["a hand on my chest", "counting tiles"]);
    app.forget_settled(settled[0].id.clone()).await.unwrap();
    assert_eq!(app.centering(visit).await.unwrap().settled.len(), 1);
}

#[tokio::test]
async fn what_cannot_be_answered_yet_is_asked_later() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-14T03:00:00");
    let asked = app.questions(session(&app).await.visit.id).await.unwrap();
    assert_eq!(asked.lines.len(), 3);
    let later: Vec<_> = asked.later.iter().map(|(asked, at)| (*asked, at.local.to_string())).collect();
    let expected = [(Question::Ate, "2026-05-14 03:15:00"), (Question::Drank, "2026-05-14 07:15:00")];
    assert_eq!(later, expected.map(|(asked, at)| (asked, at.to_owned())));
    assert_eq!(asked.outcome, Readiness::Open(5), "not kept before all were asked");
}

#[tokio::test]
async fn the_card_is_kept_from_before_the_session() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.keep_card().await.unwrap();
    app.keep_card().await.unwrap();
    wait_until(&phone, &app, "2026-05-14T12:00:00");
    assert!(app.day().await.unwrap().card.is_some() && app.first_day().await.unwrap().known);
}
