//! Sign-in against a real identity provider.

use crate::{
    given::{Phone, Trouble, begun, browsed, signed_in},
    support::{Clinic, eventually},
};
use cairn::{
    care::Delivery,
    clinic::{Address, ClinicError, Http, SignInFailure, TokenStore, Tokens, discover, scopes::May},
};
use chrono::Utc;
use url::Url;

fn failed(why: SignInFailure) -> ClinicError {
    ClinicError::SignInFailed(why)
}

/// The address with the parameter `name` replaced.
fn with(url: &Url, name: &str, value: &str) -> Url {
    let mut changed = url.clone();
    let pairs: Vec<_> = url.query_pairs().into_owned().filter(|(key, _)| key != name).collect();
    changed.query_pairs_mut().clear().extend_pairs(pairs).append_pair(name, value);
    changed
}

fn refresh_token(tokens: &Tokens) -> String {
    let json: serde_json::Value = serde_json::from_slice(&tokens.to_bytes().unwrap()).unwrap();
    json["refresh"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_patient_signs_in_and_may_do_what_was_asked_for() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let tokens = signed_in(clinic, &person).await;
    assert_eq!(tokens.patient.as_str(), person.patient);
    assert_eq!(tokens.issuer, clinic.issuer());
    assert_eq!(tokens.base.as_str(), clinic.fhir());
    for kind in ["Appointment", "CarePlan", "CareTeam", "MedicationRequest", "Library", "Practitioner"] {
        assert!(tokens.scopes.cover(kind), "{kind}");
    }
    assert!(tokens.scopes.allow("Observation", May::Search));
    for kind in ["Task", "Binary", "Condition"] {
        assert!(!tokens.scopes.allow(kind, May::Read), "{kind} was not asked for");
    }
}

#[tokio::test]
async fn an_answer_to_another_question_or_from_another_server_is_refused() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    for (name, value, why) in [
        ("state", "forged", SignInFailure::WrongState),
        ("iss", "https://elsewhere.example", SignInFailure::WrongIssuer),
        ("code", "forged", SignInFailure::CodeRefused),
    ] {
        let (pending, ear) = begun(clinic).await;
        let back = browsed(clinic, &person, &pending.page().clone(), ear, true).await;
        let forged = with(&back, name, value);
        let error = pending.finish(&Http::new().unwrap(), &forged, Utc::now()).await.unwrap_err();
        assert_eq!(error, failed(why), "{name}");
    }
}

#[tokio::test]
async fn a_code_of_another_sign_in_is_worth_nothing() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let (stolen_from, ear) = begun(clinic).await;
    let theirs = browsed(clinic, &person, &stolen_from.page().clone(), ear, true).await;
    let (pending, ear) = begun(clinic).await;
    let back = browsed(clinic, &person, &pending.page().clone(), ear, true).await;
    let code = theirs.query_pairs().find(|(key, _)| key == "code").unwrap().1.into_owned();
    // Even with our own state: the code is bound to the other sign-in by PKCE.
    let error =
        pending.finish(&Http::new().unwrap(), &with(&back, "code", &code), Utc::now()).await.unwrap_err();
    assert_eq!(error, failed(SignInFailure::CodeRefused));
}

#[tokio::test]
async fn a_code_that_is_too_old_is_refused() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    clinic.set_code_lifetime(&person, 1).await;
    let (pending, ear) = begun(clinic).await;
    let back = browsed(clinic, &person, &pending.page().clone(), ear, true).await;
    // The provider counts whole seconds.
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    let error = pending.finish(&Http::new().unwrap(), &back, Utc::now()).await.unwrap_err();
    assert_eq!(error, failed(SignInFailure::CodeRefused));
}

#[tokio::test]
async fn saying_no_is_a_no() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    let (pending, ear) = begun(clinic).await;
    let back = browsed(clinic, &person, &pending.page().clone(), ear, false).await;
    let error = pending.finish(&Http::new().unwrap(), &back, Utc::now()).await.unwrap_err();
    assert_eq!(error, ClinicError::SignInCancelled);
}

#[tokio::test]
async fn an_address_that_is_not_a_clinics_is_told_apart() {
    let http = Http::new().unwrap();
    let sign_in_server = Address::parse(Clinic::shared().issuer()).unwrap();
    assert_eq!(discover(&http, &sign_in_server).await.unwrap_err(), ClinicError::NotFhir);
}

#[tokio::test]
async fn an_access_token_that_ran_out_is_renewed_on_the_way() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    clinic.set_lifetimes(&person, 1, 3600).await;
    let phone = Phone::of(clinic, person).await;
    let first = phone.drawer.load().unwrap().unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
    let record = phone.check_in(4);
    assert_eq!(phone.sync().await.trouble, None);
    assert!(matches!(phone.delivery(&record), Delivery::Sent(_)));
    let second = phone.drawer.load().unwrap().unwrap();
    assert_ne!(refresh_token(&first), refresh_token(&second), "the token rotated and the new one was kept");
}

#[tokio::test]
async fn a_refresh_token_used_elsewhere_ends_the_sign_in_and_loses_nothing() {
    let clinic = Clinic::shared();
    let person = clinic.new_patient().await;
    clinic.set_lifetimes(&person, 1, 3600).await;
    let phone = Phone::of(clinic, person).await;
    let stolen = refresh_token(&phone.drawer.load().unwrap().unwrap());
    assert_eq!(clinic.refresh(&stolen).await.0, 200);
    let record = phone.check_in(4);
    eventually("the end of the sign-in", async || {
        (phone.sync().await.trouble == Some(Trouble::Clinic(ClinicError::SignInAgain))).then_some(())
    })
    .await;
    assert_eq!(phone.version(&record).await, 0);
    assert_eq!(phone.delivery(&record), Delivery::OnThisPhone);

    // Signing in again is all it takes.
    let tokens = signed_in(clinic, &phone.person).await;
    clinic.set_lifetimes(&phone.person, 600, 3600).await;
    phone.drawer.save(&tokens).unwrap();
    let again = phone.signed_in_again().await;
    assert_eq!(crate::given::sync(&again).await.trouble, None);
    assert_eq!(phone.version(&record).await, 1);
}

#[tokio::test]
async fn signing_out_takes_the_tokens_back() {
    let phone = Phone::new().await;
    let refresh = refresh_token(&phone.drawer.load().unwrap().unwrap());
    phone.session.sign_out().await.unwrap();
    assert_eq!(phone.drawer.load(), Ok(None));
    assert_eq!(phone.clinic.refresh(&refresh).await.0, 400, "the clinic knows that it is over");
}

#[tokio::test]
async fn nothing_of_one_patient_is_sent_as_anothers() {
    let (phone, other) = (Phone::new().await, Phone::new().await);
    let record = phone.check_in(4);
    // The other's sign-in over this patient's store.
    let mixed = cairn::sync::Room { clinic: other.room.clinic.clone(), ..phone.room.clone() };
    assert_eq!(crate::given::sync(&mixed).await.trouble, Some(Trouble::OtherOwner));
    assert!(other.requests(0).await.is_empty());
    // The other's name over this patient's store.
    let mixed = cairn::sync::Room { owner: other.room.owner.clone(), ..mixed };
    assert_eq!(crate::given::sync(&mixed).await.trouble, Some(Trouble::OtherOwner));
    assert!(other.requests(0).await.is_empty());
    assert_eq!(phone.version(&record).await, 0);
    assert_eq!(phone.sync().await.settled, [record]);
}
