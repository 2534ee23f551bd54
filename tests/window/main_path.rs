//! The whole first path: sign in at a real clinic, read the plan, check in with the network gone, lose the
//! battery, and see it arrive exactly once.

use crate::{
    driver::Phone,
    support::{Clinic, Person, Server, eventually},
};

const CANARY: &str = "heron by the weir";

#[tokio::test]
async fn a_check_in_made_offline_arrives_exactly_once() {
    let clinic = Clinic::open(Server::Hfs, &["clinic/sample.yaml"]);
    let patient = Person::published("sample");
    let browsing = patient.browser();
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &browsing).await;

    window.sees("Arrive").await;
    window.is_accessible().await;
    window.picture("signed-in-today").await;
    window.press("Journey").await;
    window.sees("You are here").await;
    window.is_accessible().await;

    clinic.set_network(false).await;
    window.press("Today").await;
    window.choose("Your mood", 4).await;
    window.choose("Your anxiety", 7).await;
    window.types("A few words, if you like", CANARY).await;
    window.press("Save").await;
    window.sees("Saved on this phone").await;
    window.kill();

    let window = phone.start(&[], &browsing).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees(CANARY).await;
    window.sees("On this phone").await;
    assert!(phone.keeps_secret(CANARY));
    assert!(clinic.finds(&format!("Observation?patient={}", patient.patient)).await.is_empty());

    clinic.set_network(true).await;
    window.press("More").await;
    window.press("Update now").await;
    window.sees("Your clinic has 1 thing from you.").await;
    window.is_accessible().await;
    window.picture("sent-more").await;
    let search = format!("Observation?patient={}", patient.patient);
    let arrived = clinic.finds(&search).await;
    assert_eq!(arrived.len(), 1);
    assert!(arrived[0].to_string().contains(CANARY));

    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees("Sent").await;
    window.kill();
    let window = phone.start(&[], &browsing).await;
    window.sees("Arrive").await;
    eventually("the phone to have spoken with the clinic again", async || {
        (clinic.requests_of(&patient).await.len() > 1).then_some(())
    })
    .await;
    assert_eq!(clinic.finds(&search).await.len(), 1, "exactly once, also after another start");
}
