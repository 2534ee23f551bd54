//! A patient books, moves and cancels at a real clinic: from the free times on the screen to the clinic's answer.

use crate::{
    given::{is_turned_away, let_it_go, looks_again, patient, with_narrower_rights},
    support::{Clinic, Decision, Fault, Person, carries, eventually},
    world::Phone,
};
use cairn::{
    app::{
        AppError, Cairn, CannotBook, NewWaiting, NewWish,
        read::{Door, FreeTimeLine, FreeTimes, SyncTrouble, WishLine, WishesNow},
    },
    care::{
        Happened, Id, Private, Subject, VisitKind,
        booking::{CancelState, Sought, WishState},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

/// The clinic's times of a kind, asked for just now.
async fn asked(phone: &Phone, app: &Cairn, kind: VisitKind, moving: Option<&Id>) -> FreeTimes {
    phone.clock.forward(TimeDelta::seconds(1));
    // As precise as what is kept.
    let before = app.now() - TimeDelta::milliseconds(1);
    app.ask_for_free_times(kind, FreeTimes::WEEKS).unwrap();
    eventually("free times", async || {
        let times = app.free_times(Sought::all(kind), moving.cloned(), FreeTimes::WEEKS).await.unwrap();
        (!times.asking && times.as_of.is_some_and(|at| at >= before)).then_some(times)
    })
    .await
}

/// The offered times, the last first: other tests of this clinic choose from the same.
fn offered(times: &FreeTimes) -> Vec<FreeTimeLine> {
    let lines = times.days.iter().flat_map(|day| &day.times);
    lines.filter(|time| time.refused.is_none()).cloned().rev().collect()
}

/// A time of one's own, made for this test: a copy of the last one offered, at a place nobody else's times are.
pub(crate) async fn own_time(
    clinic: &Clinic,
    on: (&Phone, &Cairn),
    kind: VisitKind,
    moving: Option<&Id>,
) -> FreeTimeLine {
    own_time_before(clinic, on, kind, moving, DateTime::<Utc>::MAX_UTC).await
}

/// The same of the last one that begins `before` this instant.
async fn own_time_before(
    clinic: &Clinic,
    (phone, app): (&Phone, &Cairn),
    kind: VisitKind,
    moving: Option<&Id>,
    before: DateTime<Utc>,
) -> FreeTimeLine {
    let mut all = offered(&asked(phone, app, kind, moving).await).into_iter();
    let like = all.find(|time| time.start < before).expect("a time to be like");
    let copy = async |reference: &str, change: &dyn Fn(&mut Value)| {
        let mut record = clinic.has(reference).await.unwrap();
        record["id"] = json!(cairn::platform::ids::new());
        change(&mut record);
        clinic.writes(&record).await;
        record["id"].as_str().unwrap().to_owned()
    };
    let place = copy("Location/harbor-house", &|_| {}).await;
    let mut slots = Vec::new();
    for slot in &like.slots {
        let slot = format!("Slot/{slot}");
        let schedule = clinic.has(&slot).await.unwrap()["schedule"]["reference"].as_str().unwrap().to_owned();
        let schedule =
            copy(&schedule, &|copy| copy["actor"][1]["reference"] = json!(format!("Location/{place}"))).await;
        let free = copy(&slot, &|copy| {
            copy["schedule"]["reference"] = json!(format!("Schedule/{schedule}"));
            copy["status"] = json!("free");
        })
        .await;
        slots.push(Id::new(free).unwrap());
    }
    let times = asked(phone, app, kind, moving).await;
    offered(&times)
        .into_iter()
        .find(|time| slots.iter().all(|slot| time.slots.contains(slot)))
        .expect("the time")
}

pub(crate) fn wish(time: &FreeTimeLine, replaces: Option<&Id>) -> NewWish {
    NewWish { kind: time.kind, slots: time.slots.clone(), replaces: replaces.cloned(), words: None }
}

pub(crate) async fn line(app: &Cairn, wish: &Id) -> WishLine {
    app.booking(wish.clone()).await.unwrap().unwrap().line
}

pub(crate) async fn until(app: &Cairn, wish: &Id, what: &str, is: fn(&WishState) -> bool) -> WishLine {
    eventually(what, async || {
        // The clock of this phone stands still, so nothing is looked for by itself.
        app.sync_now();
        Some(line(app, wish).await).filter(|line| is(&line.state))
    })
    .await
}

pub(crate) const CONFIRMED: fn(&WishState) -> bool = |state| matches!(state, WishState::Confirmed { .. });

pub(crate) async fn told(app: &Cairn) -> Vec<(Subject, Happened)> {
    app.today().await.unwrap().notices.iter().map(|notice| (notice.subject, notice.happened)).collect()
}

pub(crate) fn names(lines: &[WishLine]) -> Vec<Id> {
    lines.iter().map(|line| line.wish.id.clone()).collect()
}

pub(crate) async fn session(app: &Cairn) -> Id {
    app.journey().await.unwrap().steps[2].ahead[0].id.clone()
}

pub(crate) async fn there(clinic: &Clinic, appointment: &Id) -> Value {
    clinic.has(&format!("Appointment/{appointment}")).await.unwrap()
}

async fn booked(clinic: &Clinic, person: &Person) -> usize {
    let search = format!("Appointment?patient=Patient/{}&status=proposed,pending,booked", person.patient);
    clinic.finds(&search).await.len()
}

#[tokio::test]
async fn a_time_is_found_asked_for_and_confirmed() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let before = booked(clinic, &person).await;
    let kinds = {
        asked(&phone, &app, VisitKind::Consultation, None).await;
        app.bookable_kinds().await.unwrap()
    };
    assert_eq!((kinds.door, kinds.kinds.len()), (Door::Open, 4), "one look tells of all kinds");
    let time = own_time(clinic, (&phone, &app), VisitKind::Consultation, None).await;
    let words = Some(Private::new("After work is best."));
    let record = app.ask_for_time(NewWish { words, ..wish(&time, None) }).await.unwrap();
    let confirmed = until(&app, &record, "the clinic's yes", CONFIRMED).await;
    assert_eq!(confirmed.state, WishState::Confirmed { visit: record.clone(), start: time.start });
    assert_eq!(confirmed.visit, Some(record.clone()));
    let visit = app.visit(record.clone()).await.unwrap().unwrap();
    assert_eq!((visit.kind, visit.with), (VisitKind::Consultation, time.with));
    assert_eq!(there(clinic, &record).await["comment"], json!("After work is best."));
    assert_eq!(told(&app).await, [(Subject::Wish, Happened::Confirmed)]);
    assert_eq!(booked(clinic, &person).await, before + 1);
}

#[tokio::test]
async fn a_session_is_moved_with_both_clinicians_and_everything_follows() {
    let clinic = Clinic::shared_sample();
    let (_person, app, phone) = patient(clinic).await;
    let old = session(&app).await;
    let time = own_time(clinic, (&phone, &app), VisitKind::Session, Some(&old)).await;
    assert_eq!((time.slots.len(), time.with.len()), (2, 2));
    let record = app.ask_for_time(wish(&time, Some(&old))).await.unwrap();
    until(&app, &record, "the clinic's yes", CONFIRMED).await;
    let next = eventually("the new session alone", async || {
        let ahead = app.journey().await.unwrap().steps[2].ahead.clone();
        (ahead.len() == 1).then(|| ahead[0].clone())
    })
    .await;
    assert_eq!(next.id, record);
    assert_eq!(next.arrival.unwrap().start, time.start);
    assert_eq!(there(clinic, &old).await["status"], json!("cancelled"));
    assert_eq!(told(&app).await, [(Subject::Wish, Happened::Confirmed)]);
    let preparation = app.preparation(record.clone()).await.unwrap();
    assert!(preparation.is_some(), "what to prepare for is the new one");
    for slot in &time.slots {
        assert_eq!(clinic.has(&format!("Slot/{slot}")).await.unwrap()["status"], json!("busy"));
    }
}

#[tokio::test]
async fn lost_to_somebody_else_the_nearest_are_there_and_the_old_time_stays() {
    let clinic = Clinic::shared_sample();
    let (_person, app, phone) = patient(clinic).await;
    let old = session(&app).await;
    let time = own_time(clinic, (&phone, &app), VisitKind::Session, Some(&old)).await;
    clinic.desk_takes(&format!("Slot/{}", time.slots[1])).await;
    let record = app.ask_for_time(wish(&time, Some(&old))).await.unwrap();
    until(&app, &record, "the clinic's no", |state| matches!(state, WishState::Gone { .. })).await;
    let view = app.booking(record.clone()).await.unwrap().unwrap();
    assert!(!view.nearest.is_empty() && !view.call.is_empty());
    let away = |time: &FreeTimeLine, from: DateTime<Utc>| (time.start - from).abs();
    assert!(view.nearest.is_sorted_by_key(|near| away(near, time.start)));
    assert!(view.nearest.iter().all(|near| near.slots.iter().all(|slot| !time.slots.contains(slot))));
    assert_eq!(there(clinic, &old).await["status"], json!("booked"));
    assert_eq!(told(&app).await, [(Subject::Wish, Happened::Gone)]);
    // Nothing is in the way of asking again.
    let about = app.visit_booking(old).await.unwrap().unwrap();
    assert!(about.can_change && about.moving.is_none());
}

#[tokio::test]
async fn without_a_network_the_last_known_times_have_their_age_and_a_wish_waits() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let time = own_time(clinic, (&phone, &app), VisitKind::Consultation, None).await;
    let rule = clinic.fault_where(json!({"patient": person.patient, "times": 0}), Fault::Reset).await;
    phone.clock.forward(TimeDelta::minutes(20));
    app.ask_for_free_times(VisitKind::Consultation, FreeTimes::WEEKS).unwrap();
    let times = eventually("the trouble", async || {
        let sought = Sought::all(VisitKind::Consultation);
        let times = app.free_times(sought, None, FreeTimes::WEEKS).await.unwrap();
        times.trouble.is_some().then_some(times)
    })
    .await;
    assert!(!times.fresh && times.as_of.is_some_and(|at| app.now() - at >= TimeDelta::minutes(20)));
    assert!(
        matches!(times.trouble, Some(SyncTrouble::Offline | SyncTrouble::ServerDown)),
        "{:?}",
        times.trouble
    );
    assert!(
        offered(&times).iter().any(|known| known.slots == time.slots),
        "it is still shown, and can be asked for"
    );
    let record = app.ask_for_time(wish(&time, None)).await.unwrap();
    for _ in 0..3 {
        is_turned_away(&app, clinic, rule).await;
        assert_eq!(line(&app, &record).await.state, WishState::OnThisPhone);
    }
    clinic.mend(rule).await;
    app.sync_now();
    until(&app, &record, "the clinic's yes", CONFIRMED).await;
}

#[tokio::test]
async fn a_visit_is_cancelled_when_it_cannot_be_undone_any_more() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let old = session(&app).await;
    // How often the visit left the phone, and how often with the reason.
    let sent = async || {
        let all = clinic.requests_of(&person).await;
        let about = all.iter().filter(|one| one["method"] == json!("PUT") && carries(one, old.as_str()));
        let about: Vec<_> = about.collect();
        (about.len(), about.iter().filter(|one| carries(one, "I am ill")).count())
    };
    app.cancel_visit(old.clone(), None).await.unwrap();
    app.undo_cancel(old.clone()).await.unwrap();
    let_it_go(&phone, &app);
    looks_again(&phone, &app).await;
    assert_eq!(sent().await, (0, 0), "what was undone stayed here");
    assert_eq!(there(clinic, &old).await["status"], json!("booked"));
    let until = app.cancel_visit(old.clone(), Some(Private::new("I am ill"))).await.unwrap();
    let about = app.visit_booking(old.clone()).await.unwrap().unwrap();
    assert_eq!(
        about.cancelling.map(|line| (line.state, line.undo_until.map(|at| at.timestamp_millis()))),
        Some((CancelState::OnThisPhone, Some(until.timestamp_millis())))
    );
    assert_eq!(there(clinic, &old).await["status"], json!("booked"));
    let_it_go(&phone, &app);
    eventually("the clinic to have it", async || {
        let about = app.visit_booking(old.clone()).await.unwrap().unwrap();
        (about.cancelling.unwrap().state == CancelState::Done).then_some(())
    })
    .await;
    assert_eq!(sent().await, (1, 1), "the control: what was done after left, and left once");
    let cancelled = there(clinic, &old).await;
    assert_eq!(
        (&cancelled["status"], &cancelled["cancelationReason"]["text"]),
        (&json!("cancelled"), &json!("I am ill"))
    );
    assert_eq!(told(&app).await, [], "the patient knows");
    assert!(matches!(app.undo_cancel(old).await, Err(AppError::TooLate)));
    assert!(app.journey().await.unwrap().steps[2].ahead.is_empty());
}

#[tokio::test]
async fn a_visit_that_is_cancelled_is_not_moved_as_well() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    clinic.desk_treats(&person, Decision::Ignore).await;
    let old = session(&app).await;
    let time = own_time(clinic, (&phone, &app), VisitKind::Session, Some(&old)).await;
    let record = app.ask_for_time(wish(&time, Some(&old))).await.unwrap();
    until(&app, &record, "the clinic to have it", |state| matches!(state, WishState::Asked(_))).await;
    app.cancel_visit(old.clone(), None).await.unwrap();
    let_it_go(&phone, &app);
    until(&app, &record, "it to be off", |state| *state == WishState::TakenBack { heard: true }).await;
    eventually("both to be off", async || {
        let both = [there(clinic, &old).await, there(clinic, &record).await];
        both.iter().all(|one| one["status"] == json!("cancelled")).then_some(())
    })
    .await;
    assert!(matches!(
        app.ask_for_time(wish(&time, Some(&old))).await,
        Err(AppError::CannotBook(CannotBook::Unknown))
    ));
}

#[tokio::test]
async fn an_earlier_time_is_offered_and_let_pass_and_offered_and_accepted() {
    let clinic = Clinic::shared_sample();
    let (_person, app, phone) = patient(clinic).await;
    let old = session(&app).await;
    let late = own_time(clinic, (&phone, &app), VisitKind::Session, Some(&old)).await;
    let moved = app.ask_for_time(wish(&late, Some(&old))).await.unwrap();
    until(&app, &moved, "the clinic's yes", CONFIRMED).await;
    eventually("the move", async || (session(&app).await == moved).then_some(())).await;
    let new = NewWaiting {
        kind: VisitKind::Session,
        replaces: Some(moved.clone()),
        until: late.start,
        words: None,
    };
    let waits = app.join_waitlist(new).await.unwrap();
    until(&app, &waits, "a place on the list", |state| matches!(state, WishState::Waiting(_))).await;
    let early = own_time_before(clinic, (&phone, &app), VisitKind::Session, Some(&moved), late.start).await;
    let slots: Vec<_> = early.slots.iter().map(|slot| format!("Slot/{slot}")).collect();
    let slots: Vec<_> = slots.iter().map(String::as_str).collect();
    let is_offered: fn(&WishState) -> bool = |state| matches!(state, WishState::Offered { .. });
    for accept in [false, true] {
        clinic.desk_offers(waits.as_str(), &slots).await;
        app.sync_now();
        let offer = until(&app, &waits, "an offer", is_offered).await;
        assert!(matches!(offer.state, WishState::Offered { start, .. } if start == early.start));
        // Told of by a notice, and once that is read, among what waits for the patient.
        let today = app.today().await.unwrap();
        assert_eq!(today.wishes, WishesNow::default());
        app.dismiss_notice(today.notices.iter().find(|one| one.about == waits).unwrap().id.clone())
            .await
            .unwrap();
        assert_eq!(names(&app.today().await.unwrap().wishes.yours), std::slice::from_ref(&waits));
        app.answer_offer(waits.clone(), accept).await.unwrap();
        if accept {
            until(&app, &waits, "the clinic's yes", CONFIRMED).await;
        } else {
            until(&app, &waits, "the list again", |state| matches!(state, WishState::Waiting(_))).await;
            assert_eq!(names(&app.today().await.unwrap().wishes.waiting), std::slice::from_ref(&waits));
            eventually("the time to be free", async || {
                let free = clinic.has(slots[0]).await.unwrap()["status"] == json!("free");
                free.then_some(())
            })
            .await;
        }
    }
    eventually("the earlier session alone", async || {
        app.sync_now();
        let ahead = app.journey().await.unwrap().steps[2].ahead.clone();
        (ahead.len() == 1 && ahead[0].id == waits).then_some(())
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_not_passed_over() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    clinic.desk_treats(&person, Decision::Ignore).await;
    let time = own_time(clinic, (&phone, &app), VisitKind::Consultation, None).await;
    let record = app.ask_for_time(wish(&time, None)).await.unwrap();
    until(&app, &record, "the clinic to have it", |state| matches!(state, WishState::Asked(_))).await;
    assert!(!app.booking(record.clone()).await.unwrap().unwrap().unreadable);
    let mut answer = there(clinic, &record).await;
    answer["status"] = json!("booked");
    answer["modifierExtension"] = json!([{"url": "https://elsewhere.example/not", "valueBoolean": true}]);
    clinic.writes(&answer).await;
    let view = eventually("what cannot be read", async || {
        app.sync_now();
        app.booking(record.clone()).await.unwrap().filter(|view| view.unreadable)
    })
    .await;
    assert!(matches!(view.line.state, WishState::Asked(_)), "nobody guesses");
    let wishes = app.today().await.unwrap().wishes;
    assert_eq!((names(&wishes.yours), wishes.unreadable), (vec![record.clone()], vec![record]));
    assert!(!view.call.is_empty(), "somebody to call");
}

#[tokio::test]
async fn a_sign_in_that_may_not_book_says_so() {
    // As a clinic that lets its visits only be read.
    let (app, _phone) = with_narrower_rights("patient/Appointment.crus", "patient/Appointment.rs").await;
    let times = app.free_times(Sought::all(VisitKind::Session), None, FreeTimes::WEEKS).await.unwrap();
    assert_eq!(times.door, Door::NotGranted);
    let old = session(&app).await;
    let refused = app.cancel_visit(old, None).await;
    assert!(matches!(refused, Err(AppError::CannotBook(CannotBook::NotGranted))));
}
