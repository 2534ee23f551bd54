//! The door to a clinic: a link that opens it, addresses that lead nowhere, a browser that never comes back.

use crate::{
    driver::{Phone, free_port},
    support::Clinic,
};
use std::ffi::OsString;

const ADDRESS: &str = "Your clinic’s address";

#[tokio::test]
async fn a_link_leads_to_the_sign_in() {
    let clinic = Clinic::shared_sample();
    let patient = clinic.patient_like("sample").await;
    let iss = url::form_urlencoded::byte_serialize(clinic.fhir().as_bytes()).collect::<String>();
    let phone = Phone::new();
    let window = phone.start(&[&format!("cairn://connect?iss={iss}")], &patient.browser()).await;
    window.sees("Arrive").await;
}

#[tokio::test]
async fn every_wrong_address_has_its_own_sentence() {
    let phone = Phone::new();
    let window = phone.start(&[], &[]).await;
    let nobody = format!("http://127.0.0.1:{}", free_port());
    let addresses = [
        ("my clinic in the old town", "This is not an address"),
        (nobody.as_str(), "Your clinic does not answer"),
        (Clinic::shared_sample().issuer(), "This address is not a clinic’s"),
    ];
    window.sees("Welcome to Cairn").await;
    for (address, sentence) in addresses {
        window.types_instead(ADDRESS, address).await;
        window.press("Connect").await;
        window.sees(sentence).await;
        window.sees("Check the address letter by letter, then try again.").await;
        window.is_accessible().await;
    }
}

#[tokio::test]
async fn a_browser_that_never_comes_back_can_be_given_up() {
    let clinic = Clinic::shared_sample();
    let phone = Phone::new();
    let nobody = [("BROWSER", OsString::from("/bin/true"))];
    let window = phone.start(&["--connect", clinic.fhir()], &nobody).await;
    window.sees("Waiting for your browser").await;
    window.press("Help").await;
    window.sees("In danger right now").await;
    window.back().await;
    window.press("Cancel").await;
    window.sees("Welcome to Cairn").await;
    window.press("Look around").await;
    window.sees("Practice. Nothing leaves this phone.").await;
}
