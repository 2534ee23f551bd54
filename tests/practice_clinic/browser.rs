//! The program that plays the patient's browser does what a person would: sign in, say yes or no, go back.

use super::support::{Clinic, Person};
use std::{collections::HashMap, net::TcpListener, process::ExitStatus};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use url::Url;

/// Lets the browser follow an app's sign-in; answers how it ended and what it brought back to the app.
/// `more` changes what the app asks, or is the browser's environment where the name begins with CAIRN_.
async fn browse(person: &Person, more: &[(&str, &str)]) -> (ExitStatus, HashMap<String, String>) {
    let clinic = Clinic::shared();
    let ear = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    ear.set_nonblocking(true).unwrap();
    let redirect = format!("http://127.0.0.1:{}/callback", ear.local_addr().unwrap().port());
    let ear = tokio::net::TcpListener::from_std(ear).unwrap();
    let scope = "openid fhirUser offline_access launch/patient patient/Observation.crus";
    let mut asks = HashMap::from([
        ("client_id", "cairn"),
        ("response_type", "code"),
        ("redirect_uri", &redirect),
        ("scope", scope),
        ("aud", clinic.fhir()),
        ("state", "abc"),
        ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("code_challenge_method", "S256"),
    ]);
    asks.extend(more.iter().filter(|(name, _)| !name.starts_with("CAIRN_")).copied());
    let mut ask = Url::parse(clinic.issuer()).unwrap().join("auth").unwrap();
    ask.query_pairs_mut().extend_pairs(asks.iter().filter(|(_, value)| !value.is_empty()));

    let environment = person.browser();
    let (_, program) = environment.iter().find(|(name, _)| *name == "BROWSER").unwrap();
    let mut browser = tokio::process::Command::new(program)
        .arg(ask.as_str())
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .envs(more.iter().filter(|(name, _)| name.starts_with("CAIRN_")).copied())
        .spawn()
        .unwrap();
    tokio::select! {
        ended = browser.wait() => (ended.unwrap(), HashMap::new()),
        called = ear.accept() => {
            let (mut call, _) = called.unwrap();
            let mut request = [0; 4096];
            let length = call.read(&mut request).await.unwrap();
            call.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await.unwrap();
            drop(call);
            let request = String::from_utf8_lossy(&request[..length]).into_owned();
            let target = request.split(' ').nth(1).unwrap();
            let back = Url::parse(&redirect).unwrap().join(target).unwrap();
            (browser.wait().await.unwrap(), back.query_pairs().into_owned().collect())
        }
    }
}

#[tokio::test]
async fn it_comes_back_with_a_code_the_state_and_the_issuer() {
    let person = Clinic::shared().new_patient().await;
    let (ended, back) = browse(&person, &[]).await;
    assert!(ended.success());
    assert!(back.contains_key("code"), "{back:?}");
    assert_eq!((back["state"].as_str(), back["iss"].as_str()), ("abc", Clinic::shared().issuer()));
}

#[tokio::test]
async fn it_says_no_when_told() {
    let person = Clinic::shared().new_patient().await;
    let (ended, back) = browse(&person, &[("CAIRN_BROWSER_ALLOW", "no")]).await;
    assert!(ended.success());
    assert_eq!((back["error"].as_str(), back.contains_key("code")), ("access_denied", false));
}

#[tokio::test]
async fn it_stays_outside_with_a_wrong_password() {
    let person = Clinic::shared().new_patient().await;
    let (ended, back) = browse(&person, &[("CAIRN_BROWSER_PASSWORD", "guess")]).await;
    assert!(!ended.success() && back.is_empty(), "{back:?}");
}

#[tokio::test]
async fn an_app_without_pkce_or_for_another_server_gets_no_code() {
    let person = Clinic::shared().new_patient().await;
    let without_pkce = [("code_challenge", ""), ("code_challenge_method", "")];
    for (more, why) in [(&without_pkce[..], "PKCE"), (&[("aud", "http://127.0.0.1:9")], "aud")] {
        let (_, back) = browse(&person, more).await;
        assert!(!back.contains_key("code") && back["error_description"].contains(why), "{back:?}");
    }
}
