//! A visit is cancelled with the move that was asked for in its place: both leave together, in that order, or stay as they were;
//! and a word the clinic did not take can be said again.

use crate::{
    booking::{CONFIRMED, line, own_time, session, there, until, wish},
    given::{is_turned_away, let_it_go, looks_again, patient},
    support::{Clinic, Decision, Fault, Person, eventually},
    world::Phone,
};
use cairn::{
    app::{AppError, Cairn, read::VisitBooking},
    care::{
        Id, Private, Refusal, VisitKind,
        booking::{CancelState, WishState},
    },
};
use serde_json::json;

const ASKED: fn(&WishState) -> bool = |state| matches!(state, WishState::Asked(_));
const UNHEARD: WishState = WishState::TakenBack { heard: false };

/// A patient who asked to move their session, with the session and what was asked for. The desk answers nothing.
struct Moving {
    clinic: &'static Clinic,
    person: Person,
    app: Cairn,
    phone: Phone,
    old: Id,
    new: Id,
}

impl Moving {
    async fn given() -> Self {
        let clinic = Clinic::shared_sample();
        let (person, app, phone) = patient(clinic).await;
        clinic.desk_treats(&person, Decision::Ignore).await;
        let old = session(&app).await;
        let time = own_time(clinic, (&phone, &app), VisitKind::Session, Some(&old)).await;
        let new = app.ask_for_time(wish(&time, Some(&old))).await.unwrap();
        until(&app, &new, "the clinic to have it", ASKED).await;
        Self { clinic, person, app, phone, old, new }
    }

    async fn about(&self) -> VisitBooking {
        self.app.visit_booking(self.old.clone()).await.unwrap().unwrap()
    }

    async fn state(&self) -> WishState {
        line(&self.app, &self.new).await.state
    }

    /// How the old visit and what was asked for stand at the clinic.
    async fn both(&self) -> (String, String) {
        let status = async |of: &Id| there(self.clinic, of).await["status"].as_str().unwrap().to_owned();
        (status(&self.old).await, status(&self.new).await)
    }

    async fn both_are_off(&self) {
        eventually("both to be off", async || {
            self.app.sync_now();
            (self.both().await == ("cancelled".to_owned(), "cancelled".to_owned())).then_some(())
        })
        .await;
    }

    fn is_still(both: &(String, String)) {
        assert_eq!((both.0.as_str(), both.1.as_str()), ("booked", "proposed"));
    }
}

#[tokio::test]
async fn undo_brings_back_a_move_the_clinic_has() {
    let given = Moving::given().await;
    given.app.cancel_visit(given.old.clone(), None).await.unwrap();
    assert_eq!(given.state().await, UNHEARD);
    let about = given.about().await;
    assert!(about.moving.is_none() && !about.can_change, "one truth: the visit is cancelled");
    looks_again(&given.phone, &given.app).await;
    Moving::is_still(&given.both().await);
    assert_eq!(given.state().await, UNHEARD, "what arrives meanwhile changes nothing");
    given.app.undo_cancel(given.old.clone()).await.unwrap();
    assert!(ASKED(&given.state().await));
    let about = given.about().await;
    assert!(about.moving.is_some() && about.cancelling.is_none() && about.can_change);
    let_it_go(&given.phone, &given.app);
    looks_again(&given.phone, &given.app).await;
    Moving::is_still(&given.both().await);
    given.clinic.desk_treats(&given.person, Decision::Confirm).await;
    until(&given.app, &given.new, "the clinic's yes", CONFIRMED).await;
}

/// A move that waits on the phone, for nothing gets through to the clinic, and whose visit is cancelled by now.
struct Waiting {
    clinic: &'static Clinic,
    app: Cairn,
    phone: Phone,
    old: Id,
    new: Id,
    /// What keeps everything from getting through.
    rule: u64,
}

async fn waiting() -> Waiting {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let old = session(&app).await;
    let time = own_time(clinic, (&phone, &app), VisitKind::Session, Some(&old)).await;
    let rule = clinic.fault(&person, "PUT", "^/Appointment/", 0, Fault::Reset).await;
    let new = app.ask_for_time(wish(&time, Some(&old))).await.unwrap();
    is_turned_away(&app, clinic, rule).await;
    app.cancel_visit(old.clone(), None).await.unwrap();
    Waiting { clinic, app, phone, old, new, rule }
}

#[tokio::test]
async fn undo_brings_back_a_move_that_waited() {
    let Waiting { clinic, app, phone, old, new, rule } = waiting().await;
    assert_eq!(line(&app, &new).await.state, UNHEARD);
    clinic.mend(rule).await;
    looks_again(&phone, &app).await;
    assert!(clinic.has(&format!("Appointment/{new}")).await.is_none(), "it does not leave meanwhile");
    app.undo_cancel(old).await.unwrap();
    until(&app, &new, "the clinic's yes", CONFIRMED).await;
}

#[tokio::test]
async fn a_move_that_never_left_does_not_leave_once_the_visit_is_cancelled() {
    let Waiting { clinic, app, phone, old, new, rule } = waiting().await;
    clinic.mend(rule).await;
    let_it_go(&phone, &app);
    until(&app, &new, "it to be off", |state| *state == WishState::TakenBack { heard: true }).await;
    assert_eq!(there(clinic, &old).await["status"], json!("cancelled"));
    assert!(clinic.has(&format!("Appointment/{new}")).await.is_none());
}

#[tokio::test]
async fn the_move_is_not_taken_back_before_the_visit_is_cancelled() {
    let given = Moving::given().await;
    let path = format!("^/Appointment/{}", given.old);
    let rule = given.clinic.fault(&given.person, "PUT", &path, 0, Fault::Status(503)).await;
    given.app.cancel_visit(given.old.clone(), None).await.unwrap();
    let_it_go(&given.phone, &given.app);
    is_turned_away(&given.app, given.clinic, rule).await;
    Moving::is_still(&given.both().await);
    given.clinic.mend(rule).await;
    given.both_are_off().await;
}

/// The clinic's server says no to the word that cancels the session. Its move is taken back all the same.
async fn refused() -> Moving {
    let given = Moving::given().await;
    let path = format!("^/Appointment/{}", given.old);
    let rule = given.clinic.fault(&given.person, "PUT", &path, 0, Fault::Status(403)).await;
    given.app.cancel_visit(given.old.clone(), Some(Private::new("I am ill"))).await.unwrap();
    let_it_go(&given.phone, &given.app);
    eventually("the clinic's no", async || {
        let state = given.about().await.cancelling.unwrap().state;
        (state == CancelState::NeedsAttention(Refusal::NotAllowed)).then_some(())
    })
    .await;
    given.clinic.mend(rule).await;
    assert!(matches!(given.state().await, WishState::TakenBack { .. }));
    given
}

#[tokio::test]
async fn a_cancellation_the_clinic_did_not_take_can_be_tried_again() {
    let given = refused().await;
    let about = given.about().await;
    assert!(
        about.can_change && !about.contacts.is_empty(),
        "the visit stands, and there is somebody to call"
    );
    assert_eq!(about.reason.unwrap().reveal(), "I am ill", "nobody writes it twice");
    given.app.cancel_visit(given.old.clone(), None).await.unwrap();
    let_it_go(&given.phone, &given.app);
    given.both_are_off().await;
    let off = there(given.clinic, &given.old).await;
    assert_eq!(off["cancelationReason"]["text"], json!("I am ill"));
    eventually("the phone to know", async || {
        (given.about().await.cancelling.unwrap().state == CancelState::Done).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_visit_whose_cancelling_was_refused_can_be_kept() {
    let given = refused().await;
    given.app.keep_visit(given.old.clone()).await.unwrap();
    let about = given.about().await;
    assert!(about.can_change && about.cancelling.is_none());
    assert!(matches!(given.app.keep_visit(given.old.clone()).await, Err(AppError::TooLate)));
    assert_eq!(given.app.sync_state().await.unwrap().counts.needs_attention, 0);
    looks_again(&given.phone, &given.app).await;
    assert_eq!(given.both().await.0, "booked");
}

#[tokio::test]
async fn whoever_asks_for_another_time_instead_does_not_cancel_any_more() {
    let given = refused().await;
    let time = own_time(given.clinic, (&given.phone, &given.app), VisitKind::Session, Some(&given.old)).await;
    let other = given.app.ask_for_time(wish(&time, Some(&given.old))).await.unwrap();
    let about = given.about().await;
    assert!(about.cancelling.is_none() && about.moving.is_some());
    until(&given.app, &other, "the clinic to have it", ASKED).await;
    assert_eq!(there(given.clinic, &given.old).await["status"], json!("booked"));
}

#[tokio::test]
async fn a_visit_the_clinic_puts_back_stands_and_can_be_cancelled_again() {
    let clinic = Clinic::shared_sample();
    let (_, app, phone) = patient(clinic).await;
    let visit = session(&app).await;
    let stands = async |state| {
        eventually("the cancellation to stand so", async || {
            app.sync_now();
            let about = app.visit_booking(visit.clone()).await.unwrap().unwrap();
            about.cancelling.as_ref().is_some_and(|line| line.state == state).then_some(about)
        })
        .await
    };
    app.cancel_visit(visit.clone(), Some(Private::new("I am ill"))).await.unwrap();
    let_it_go(&phone, &app);
    assert!(!stands(CancelState::Done).await.can_change);

    let mut back = there(clinic, &visit).await;
    back["status"] = json!("booked");
    back.as_object_mut().unwrap().remove("cancelationReason");
    clinic.writes(&back).await;
    let about = stands(CancelState::PutBack).await;
    assert!(about.can_change, "they expect the patient");
    assert_eq!(about.reason, None, "why it was off says nothing about now");
    app.cancel_visit(visit.clone(), None).await.unwrap();
    let_it_go(&phone, &app);
    stands(CancelState::Done).await;
    assert_eq!(there(clinic, &visit).await["status"], json!("cancelled"));
}
