//! Words, names and tokens of a patient are in no file of the phone and in nothing the program says, at its most
//! talkative.

use crate::{
    driver::Phone,
    support::{Clinic, Person, eventually},
};
use serde_json::{Value, json};
use std::fs;

const WORDS: &str = "wagtail under the bridge";
const GIVEN: &str = "Wrennalyn";
const FAMILY: &str = "Quillfeather";

/// Every token that went over the wire for this patient, either way round.
async fn tokens_of(clinic: &Clinic, patient: &Person) -> Vec<String> {
    let mut tokens = Vec::new();
    for request in clinic.requests_of(patient).await {
        tokens.extend(request["token"].as_str().map(str::to_owned));
        let form = request["body"].as_str().unwrap_or_default().as_bytes();
        let fields = url::form_urlencoded::parse(form);
        let named = fields.filter(|(name, _)| matches!(name.as_ref(), "token" | "refresh_token"));
        tokens.extend(named.map(|(_, token)| token.into_owned()));
    }
    tokens.sort();
    tokens.dedup();
    tokens
}

async fn rename(clinic: &Clinic, patient: &Person) {
    let mut record = clinic.has(&format!("Patient/{}", patient.patient)).await.unwrap();
    record["name"] = json!([{"given": [GIVEN], "family": FAMILY}]);
    clinic.writes(&record).await;
}

#[tokio::test]
async fn nothing_of_the_patient_leaks() {
    let clinic = Clinic::shared_sample();
    let patient = clinic.patient_like("sample").await;
    rename(clinic, &patient).await;
    // So short that the app has to renew its tokens all the time.
    clinic.set_lifetimes(&patient, 31, 600).await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &patient.browser()).await;
    window.sees("Arrive").await;
    window.sees(GIVEN).await;
    window.choose("Your mood", 5).await;
    window.choose("Your anxiety", 5).await;
    window.types("A few words, if you like", WORDS).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;
    window.press("Journey").await;
    window.press("More").await;
    window.sees(FAMILY).await;
    let search = format!("Observation?patient={}", patient.patient);
    eventually("the check-in", async || clinic.finds(&search).await.pop()).await;
    window.press("Update now").await;
    window.sees("1 thing was sent to your clinic.").await;
    window.press("Sign out").await;
    window.press("Sign out and keep").await;
    window.sees("Welcome to Cairn").await;
    let revoked = |request: &Value| request["path"] == "/token/revocation";
    eventually("the sign-out", async || clinic.requests_of(&patient).await.into_iter().find(revoked)).await;

    let tokens = tokens_of(clinic, &patient).await;
    let (access, refresh): (Vec<_>, Vec<_>) = tokens.iter().partition(|token| token.starts_with("eyJ"));
    assert!(!access.is_empty() && refresh.len() > 1, "{} and {} tokens", access.len(), refresh.len());
    let secrets = [WORDS, GIVEN, FAMILY].into_iter().chain(tokens.iter().map(String::as_str));
    for secret in secrets {
        assert!(phone.keeps_secret(secret), "somewhere on the phone, in clear: {secret}");
    }
    let said = phone.said();
    assert!(said.contains("DEBUG cairn") || said.contains("INFO cairn"), "the program did speak: {said}");
    for part in ["eyJ", "code=", "code_verifier", "Bearer"] {
        assert!(!said.contains(part), "{part} is said:\n{said}");
    }

    // The control: each of the three places would have been found out.
    for place in ["data/planted", "data.page/planted", "said"] {
        let path = phone.data_dir().parent().unwrap().join(place);
        let before = fs::read(&path).unwrap_or_default();
        for planted in [WORDS.as_bytes().to_vec(), WORDS.encode_utf16().flat_map(u16::to_le_bytes).collect()]
        {
            fs::write(&path, [before.clone(), planted].concat()).unwrap();
            assert!(!phone.keeps_secret(WORDS), "a word planted in {place} goes unseen");
        }
        fs::write(&path, before).unwrap();
    }
}
