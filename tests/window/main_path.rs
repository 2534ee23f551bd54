//! The whole first path: sign in at a real clinic, read the plan, check in with the network gone, lose the
//! battery, and see it arrive exactly once; and the other way round, everything else one can do, to the last trace.

use crate::{
    driver::Phone,
    support::{Clinic, Person, Server, eventually},
};
use std::time::Instant;

const CANARY: &str = "heron by the weir";

/// How long what can be undone waits on the phone, with time for a request after it. Seconds.
const UNDO_IS_OVER: u64 = 12;

#[tokio::test]
async fn a_check_in_made_offline_arrives_exactly_once() {
    let clinic = Clinic::open(Server::Hfs, &["clinic/sample.yaml"]);
    let patient = Person::published("sample");
    let browsing = patient.browser();
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &browsing).await;

    window.sees("Arrive").await;
    window.press("Journey").await;
    window.sees("You are here").await;

    clinic.set_network(false).await;
    window.press("Today").await;
    window.choose("Your mood", 4).await;
    window.choose("Your anxiety", 7).await;
    window.types("A few words, if you like", CANARY).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;
    window.kill();

    let window = phone.start(&[], &browsing).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees(CANARY).await;
    window.sees("On this phone").await;
    assert!(phone.keeps_secret(CANARY));
    assert!(clinic.finds(&format!("Observation?patient={}", patient.patient)).await.is_empty());

    // Calm: what happened, that nothing is lost, and nothing to do. Signing in again would not help.
    window.press("More").await;
    window.press("Update now").await;
    window.sees("Your clinic does not answer").await;
    window.sees("What you wrote is safe on this phone.").await;
    window.sees("You need not do anything.").await;
    assert!(!window.shows("Sign in again").await);
    window.is_accessible().await;
    window.picture("offline-more").await;

    clinic.set_network(true).await;
    window.press("Update now").await;
    window.sees("1 thing was sent to your clinic.").await;
    window.sees_no_more("Your clinic does not answer").await;
    window.picture("sent-more").await;
    let search = format!("Observation?patient={}", patient.patient);
    let arrived = clinic.finds(&search).await;
    assert_eq!(arrived.len(), 1);
    assert!(arrived[0].to_string().contains(CANARY));

    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees("Sent").await;
    window.kill();
    let before = clinic.requests_of(&patient).await.len();
    let window = phone.start(&[], &browsing).await;
    window.sees("Arrive").await;
    eventually("the phone to have spoken with the clinic again", async || {
        (clinic.requests_of(&patient).await.len() > before).then_some(())
    })
    .await;
    assert_eq!(clinic.finds(&search).await.len(), 1, "exactly once, also after another start");
}

#[tokio::test]
async fn from_typing_the_address_to_leaving_without_a_trace() {
    let clinic = Clinic::shared_sample();
    let patient = clinic.patient_like("sample").await;
    let phone = Phone::new();
    let window = phone.start(&[], &patient.browser()).await;
    window.sees("Welcome to Cairn").await;
    window.types("Your clinic’s address", clinic.fhir()).await;
    window.press("Connect").await;
    window.sees("Arrive").await;

    window.choose("Your mood", 2).await;
    window.choose("Your anxiety", 8).await;
    window.types("A few words, if you like", CANARY).await;
    window.press("Save").await;
    window.press("Undo").await;
    window.sees("Taken back").await;
    let taken_back = Instant::now();

    window.press("See the visit").await;
    window.sees("Who will be there").await;
    window.sees("Ring the bell at the blue door.").await;
    window.press("Today").await;
    window.press("Help").await;
    window.sees("In danger right now").await;
    window.sees("207").await;
    window.press("More").await;
    window.pick("Español").await;
    window.sees("Actualizar ahora").await;
    window.press("Hoy").await;
    window.press("Más").await;
    window.pick("English").await;
    window.sees("Update now").await;

    tokio::time::sleep(std::time::Duration::from_secs(UNDO_IS_OVER).saturating_sub(taken_back.elapsed()))
        .await;
    window.press("Update now").await;
    window.sees("Nothing has been sent from this phone yet.").await;
    let told = async || clinic.requests_of(&patient).await;
    let sent = told().await.iter().filter(|request| request["method"] == "PUT").count();
    assert_eq!(sent, 0, "what was taken back never left the phone");
    assert!(told().await.iter().any(|request| request["door"] == "fhir"), "the control: the phone did ask");

    assert!(std::fs::read_dir(phone.data_dir()).unwrap().count() > 0);
    window.press("Sign out").await;
    window.press("Sign out and remove").await;
    window.press("Yes, remove it").await;
    window.sees("Welcome to Cairn").await;
    assert_eq!(std::fs::read_dir(phone.data_dir()).unwrap().count(), 0, "no file is left");
    eventually("the clinic to be told of the sign-out", async || {
        told().await.iter().any(|request| request["path"] == "/token/revocation").then_some(())
    })
    .await;
    window.kill();
    let window = phone.start(&[], &patient.browser()).await;
    window.sees("Welcome to Cairn").await;
}
