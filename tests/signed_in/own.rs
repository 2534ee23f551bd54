//! The record of a patient of a real clinic: what waits goes once from the new phone, and the clinic's people are asked.

use crate::{
    given::{check_in, has_pulled, in_the_hand_of, is_sent, let_it_go, phone, sign_in},
    support::{Clinic, Fault, eventually},
};
use cairn::{
    app::{AppError, Passphrase, Situation, read::SignIn},
    care::Delivery,
};
use std::path::PathBuf;

fn passphrase() -> Passphrase {
    Passphrase::new("nine herons, one lake").unwrap()
}

#[tokio::test]
async fn what_waited_on_the_old_phone_reaches_the_clinic_once_from_the_new_one() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let old = phone();
    let app = in_the_hand_of(&old, clinic, &person).await;
    sign_in(&app, clinic).await.unwrap();
    has_pulled(&app).await;
    let no_way = clinic.fault(&person, "PUT", "Observation", 0, Fault::Reset).await;
    check_in(&app, "written with no network").await;
    let_it_go(&old, &app);
    let taken = app.take_along(passphrase()).await.unwrap();
    let copy = PathBuf::from(taken.folder).join(taken.name);

    let new = phone();
    let there = in_the_hand_of(&new, clinic, &person).await;
    there.bring_back(copy.clone(), passphrase(), false).await.unwrap();
    assert_eq!(there.start().await, Situation::Patient);
    assert_eq!(there.sync_state().await.unwrap().sign_in, SignIn::SignInAgain, "no sign-in came along");
    let heard = app.sync_state().await.unwrap().last_pull;
    assert!(heard.is_some() && app.as_of().await.unwrap().is_none(), "the old phone has it from the clinic");
    assert_eq!(there.as_of().await.unwrap(), heard, "the new one says as of when the clinic's words are");
    clinic.mend(no_way).await;
    sign_in(&there, clinic).await.unwrap();
    new.clock.forward(chrono::TimeDelta::minutes(20));
    there.sync_now();
    is_sent(&there).await;
    eventually("the clinic's own words", async || there.as_of().await.unwrap().is_none().then_some(())).await;
    // The old phone still lives, and sends the same.
    old.clock.forward(chrono::TimeDelta::minutes(20));
    app.sync_now();
    is_sent(&app).await;
    let found = clinic.finds(&format!("Observation?patient=Patient/{}", person.patient)).await;
    assert_eq!(found.len(), 1, "the clinic has it once");

    // On the phone it came from, and for who is signed in, the sign-in stays.
    there.bring_back(copy.clone(), passphrase(), true).await.unwrap();
    eventually("a sign-in that goes on", async || {
        (there.sync_state().await.unwrap().sign_in == SignIn::SignedIn).then_some(())
    })
    .await;

    let somebody = clinic.new_patient().await;
    let theirs = phone();
    let app = in_the_hand_of(&theirs, clinic, &somebody).await;
    sign_in(&app, clinic).await.unwrap();
    let refused = app.bring_back(copy, passphrase(), true).await;
    assert!(matches!(refused, Err(AppError::OtherPatient)), "{refused:?}");
}

#[tokio::test]
async fn the_request_to_delete_is_called_sent_once_the_clinics_server_has_it() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let phone = phone();
    let app = in_the_hand_of(&phone, clinic, &person).await;
    sign_in(&app, clinic).await.unwrap();
    has_pulled(&app).await;
    let no_way = clinic.fault(&person, "PUT", "Communication", 0, Fault::Reset).await;
    app.ask_to_delete().await.unwrap();
    let_it_go(&phone, &app);
    let state = async || app.own_record().await.unwrap().asked.unwrap().delivery;
    assert_eq!(state().await, Delivery::OnThisPhone, "nothing but the server makes it sent");
    clinic.mend(no_way).await;
    phone.clock.forward(chrono::TimeDelta::minutes(20));
    app.sync_now();
    eventually("the clinic to have it", async || matches!(state().await, Delivery::Sent(_)).then_some(()))
        .await;
    let there = clinic.finds(&format!("Communication?subject=Patient/{}", person.patient)).await;
    let asked: Vec<_> = there.iter().filter(|one| one.to_string().contains("deletion-request")).collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0]["priority"], "routine");
    assert_eq!(asked[0]["sender"]["reference"], format!("Patient/{}", person.patient));
}
