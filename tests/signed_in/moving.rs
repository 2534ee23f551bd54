//! Moving in and out: nothing queued by one patient is ever another's, and signing out loses nothing.

use crate::{
    given::{check_in, has_pulled, in_the_hand_of, is_sent, let_it_go, newest_delivery, phone, sign_in},
    support::{Clinic, Fault, Person, eventually},
};
use cairn::{
    app::{AppError, Situation, read::SignIn},
    care::Delivery,
};

async fn arrived(clinic: &Clinic, person: &Person) -> Vec<serde_json::Value> {
    clinic.finds(&format!("Observation?patient=Patient/{}", person.patient)).await
}

#[tokio::test]
async fn two_patients_on_one_phone_never_mix() {
    let clinic = Clinic::shared();
    let (ana, ben) = (clinic.new_patient().await, clinic.new_patient().await);
    let phone = phone();

    let app = in_the_hand_of(&phone, clinic, &ana).await;
    sign_in(&app, clinic).await.unwrap();
    has_pulled(&app).await;
    let no_way = clinic.fault(&ana, "PUT", "Observation", 0, Fault::Reset).await;
    check_in(&app, "ana wrote this").await;
    let_it_go(&phone, &app);
    app.sign_out(false).await.unwrap();

    let app = in_the_hand_of(&phone, clinic, &ben).await;
    assert_eq!(app.start().await, Situation::Welcome);
    sign_in(&app, clinic).await.unwrap();
    has_pulled(&app).await;
    assert!(app.check_ins(None).await.unwrap().lines.is_empty(), "ben sees nothing of ana");
    check_in(&app, "ben wrote this").await;
    let_it_go(&phone, &app);
    is_sent(&app).await;
    assert_eq!(phone.stores().len(), 2);
    let of_ben = arrived(clinic, &ben).await;
    assert_eq!(of_ben.len(), 1);
    assert!(of_ben[0].to_string().contains("ben wrote this"));
    assert!(arrived(clinic, &ana).await.is_empty());
    app.sign_out(false).await.unwrap();

    clinic.mend(no_way).await;
    let app = in_the_hand_of(&phone, clinic, &ana).await;
    sign_in(&app, clinic).await.unwrap();
    app.sync_now();
    is_sent(&app).await;
    let of_ana = arrived(clinic, &ana).await;
    assert_eq!(of_ana.len(), 1, "what ana wrote before waited for her");
    assert!(of_ana[0].to_string().contains("ana wrote this"));
    assert_eq!(arrived(clinic, &ben).await.len(), 1);
}

#[tokio::test]
async fn a_revoked_sign_in_stops_nothing_and_signing_in_again_delivers() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    clinic.set_lifetimes(&person, 1, 1).await;
    let phone = phone();
    let app = in_the_hand_of(&phone, clinic, &person).await;
    sign_in(&app, clinic).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    phone.clock.forward(chrono::TimeDelta::minutes(5));

    check_in(&app, "kept while signed out").await;
    let_it_go(&phone, &app);
    eventually("the app to ask for signing in", async || {
        (app.sync_state().await.unwrap().sign_in == SignIn::SignInAgain).then_some(())
    })
    .await;
    assert!(app.today().await.unwrap().sign_in_again);
    assert_eq!(newest_delivery(&app).await, Delivery::OnThisPhone);
    check_in(&app, "and this one, too").await;

    drop(app);
    let app = in_the_hand_of(&phone, clinic, &person).await;
    assert_eq!(app.start().await, Situation::Patient);
    assert_eq!(app.check_ins(None).await.unwrap().lines.len(), 2);

    clinic.set_lifetimes(&person, 600, 6000).await;
    app.sign_in_again().await.unwrap().finish(&cairn::app::Farewell(String::new())).await.unwrap();
    let_it_go(&phone, &app);
    is_sent(&app).await;
    eventually("both to arrive", async || (arrived(clinic, &person).await.len() == 2).then_some(())).await;
    assert_eq!(app.sync_state().await.unwrap().sign_in, SignIn::SignedIn);
}

#[tokio::test]
async fn signing_in_again_as_somebody_else_is_refused() {
    let clinic = Clinic::shared();
    let (ana, ben) = (clinic.new_patient().await, clinic.new_patient().await);
    let phone = phone();
    let app = in_the_hand_of(&phone, clinic, &ana).await;
    sign_in(&app, clinic).await.unwrap();
    check_in(&app, "ana wrote this").await;
    drop(app);
    let app = in_the_hand_of(&phone, clinic, &ben).await;
    assert!(matches!(sign_in(&app, clinic).await, Err(AppError::OtherPatient)));
    assert_eq!(app.check_ins(None).await.unwrap().lines.len(), 1, "ana's place stays as it was");
    assert_eq!(phone.stores().len(), 1);
}

#[tokio::test]
async fn signing_out_with_removing_leaves_no_file_and_no_secret() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let phone = phone();
    let app = in_the_hand_of(&phone, clinic, &person).await;
    sign_in(&app, clinic).await.unwrap();
    check_in(&app, "gone").await;
    app.sign_out(true).await.unwrap();
    assert!(phone.files().is_empty());
    assert_eq!(phone.app().start().await, Situation::Welcome);
    let revoked = clinic.requests_of(&person).await;
    assert!(
        revoked
            .iter()
            .any(|request| request["path"].as_str().is_some_and(|path| path.contains("revocation")))
    );
}

#[tokio::test]
async fn practice_gives_way_to_a_clinic_and_is_gone() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let phone = phone();
    let app = in_the_hand_of(&phone, clinic, &person).await;
    app.start_practice().await.unwrap();
    check_in(&app, "only practice").await;
    sign_in(&app, clinic).await.unwrap();
    assert_eq!(app.start().await, Situation::Patient);
    assert!(app.check_ins(None).await.unwrap().lines.is_empty());
    assert_eq!(phone.stores().len(), 1);
    let_it_go(&phone, &app);
    has_pulled(&app).await;
    assert!(arrived(clinic, &person).await.is_empty());
}
