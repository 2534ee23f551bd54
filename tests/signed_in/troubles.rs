//! Every way of not reaching a clinic is told apart, so that each can have its own sentence and next step.

use crate::{
    booking::{names, own_time, until, wish},
    given::{check_in, in_the_hand_of, let_it_go, patient, phone, sign_in},
    support::{Clinic, Decision, Fault, Person, eventually},
};
use cairn::{
    app::{Cairn, SyncTrouble},
    care::{Delivery, Refusal, VisitKind, booking::WishState},
};
use serde_json::json;

async fn met_at(address: &str) -> SyncTrouble {
    let app = phone().app();
    app.start().await;
    let error = app.connect(address).await.expect_err("this is no clinic to connect to");
    error.trouble(app.now())
}

async fn signed_in(clinic: &'static Clinic) -> (Person, Cairn, crate::world::Phone) {
    let person = clinic.new_patient().await;
    let phone = phone();
    let app = in_the_hand_of(&phone, clinic, &person).await;
    sign_in(&app, clinic).await.unwrap();
    (person, app, phone)
}

#[tokio::test]
async fn an_address_that_leads_nowhere_good() {
    assert_eq!(met_at("not an address").await, SyncTrouble::BadAddress);
    assert_eq!(met_at("").await, SyncTrouble::BadAddress);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    drop(taken);
    assert_eq!(met_at(&format!("http://127.0.0.1:{port}")).await, SyncTrouble::ServerDown);
    let issuer = Clinic::shared().issuer();
    assert_eq!(met_at(issuer).await, SyncTrouble::NotAClinic, "a server, but not of this kind");
}

#[tokio::test]
async fn a_page_of_a_hotel_in_place_of_the_clinic() {
    let clinic = Clinic::open(crate::support::Server::Hfs, &[]);
    clinic.fault_where(json!({"door": "fhir", "times": 0}), Fault::Html).await;
    assert_eq!(met_at(clinic.fhir()).await, SyncTrouble::CaptivePortal);
}

#[tokio::test]
async fn every_answer_of_a_server_in_trouble_is_told_apart_and_loses_nothing() {
    let clinic = Clinic::shared();
    let expected = [
        (Fault::Status(500), SyncTrouble::ServerFault),
        (Fault::Html, SyncTrouble::CaptivePortal),
        (Fault::Reset, SyncTrouble::ServerDown),
        (Fault::Cut, SyncTrouble::ServerDown),
    ];
    for (fault, trouble) in expected {
        let (person, app, phone) = signed_in(clinic).await;
        let rule = clinic.fault(&person, "PUT", "Observation", 0, fault).await;
        check_in(&app, "kept").await;
        let_it_go(&phone, &app);
        eventually(&format!("{trouble:?}"), async || {
            (app.sync_state().await.unwrap().trouble == Some(trouble)).then_some(())
        })
        .await;
        // Where only the answer was cut the clinic has it, and asking again may have found that out already.
        if !matches!(fault, Fault::Cut) {
            let line = app.check_ins(None).await.unwrap().lines.remove(0);
            assert_eq!(line.delivery, Delivery::OnThisPhone, "{fault:?}");
        }
        clinic.mend(rule).await;
        app.sync_now();
        crate::given::is_sent(&app).await;
    }
}

#[tokio::test]
async fn a_server_that_asks_for_patience_gets_it() {
    let clinic = Clinic::shared();
    let (person, app, phone) = signed_in(clinic).await;
    clinic.fault(&person, "PUT", "Observation", 1, Fault::RetryAfter(429, 30)).await;
    check_in(&app, "kept").await;
    let_it_go(&phone, &app);
    let until = eventually("patience", async || match app.sync_state().await.unwrap().trouble {
        Some(SyncTrouble::Busy(until)) => Some(until),
        _ => None,
    })
    .await;
    assert!((until - app.now()).num_seconds() <= 31);
}

#[tokio::test]
async fn what_the_clinic_refuses_is_kept_shown_and_can_be_sent_again() {
    let clinic = Clinic::shared();
    for (status, refusal) in
        [(403, Refusal::NotAllowed), (422, Refusal::NotUnderstood), (413, Refusal::TooLarge)]
    {
        let (person, app, phone) = signed_in(clinic).await;
        let rule = clinic.fault(&person, "PUT", "Observation", 0, Fault::Status(status)).await;
        let saved = check_in(&app, "kept").await;
        let_it_go(&phone, &app);
        eventually(&format!("{status} to be seen"), async || {
            let delivery = app.check_ins(None).await.unwrap().lines[0].delivery;
            (delivery == Delivery::NeedsAttention(refusal)).then_some(())
        })
        .await;
        clinic.mend(rule).await;
        check_in(&app, "a good one is not held up").await;
        let_it_go(&phone, &app);
        crate::given::is_sent(&app).await;
        app.send_again(saved.id).await.unwrap();
        eventually("both to be sent", async || {
            (app.sync_state().await.unwrap().counts.sent == 2).then_some(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_take_back_that_the_clinic_refuses_is_on_today() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    clinic.desk_treats(&person, Decision::Ignore).await;
    let time = own_time(clinic, (&phone, &app), VisitKind::Integration, None).await;
    let record = app.ask_for_time(wish(&time, None)).await.unwrap();
    until(&app, &record, "the clinic to have it", |state| matches!(state, WishState::Asked(_))).await;
    clinic.fault(&person, "PUT", "^/Appointment/", 0, Fault::Status(403)).await;
    app.take_back_wish(record.clone()).await.unwrap();
    let refused = |state: &WishState| matches!(state, WishState::NeedsAttention(Refusal::NotAllowed));
    until(&app, &record, "the refusal", refused).await;
    assert_eq!(names(&app.today().await.unwrap().wishes.yours), [record], "the clinic may still say yes");
}
