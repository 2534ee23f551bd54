//! Each thing that may be at an address is told apart.

use super::*;
use crate::clinic::test_server::{TestServer, json, page, reply};

/// A discovery document; `{base}` stands for the server's own address.
const GOOD: &str = r#"{"issuer":"{base}","authorization_endpoint":"{base}/auth","token_endpoint":"{base}/token",
    "code_challenge_methods_supported":["S256"],"scopes_supported":["patient/Task.rs"]}"#;

async fn found(document: &'static str) -> Result<Discovery, ClinicError> {
    let server = TestServer::start(move |request| {
        let host = request.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
        json(200, &document.replace("{base}", &format!("http://{host}")))
    })
    .await;
    discover(&Http::new().unwrap(), &Address::parse(&server.base).unwrap()).await
}

/// Discovery at a server that answers the document and `/metadata` so.
async fn error_at(document: fn() -> Vec<u8>, metadata: fn() -> Vec<u8>) -> ClinicError {
    let server =
        TestServer::start(
            move |request| {
                if request.starts_with("GET /fhir/metadata ") { metadata() } else { document() }
            },
        )
        .await;
    let base = Address::parse(&format!("{}/fhir", server.base)).unwrap();
    discover(&Http::new().unwrap(), &base).await.expect_err("it should fail")
}

fn capabilities() -> Vec<u8> {
    json(200, r#"{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1"}"#)
}

#[tokio::test]
async fn finds_the_sign_in() {
    let found = found(GOOD).await.unwrap();
    assert_eq!(found.issuer, found.base.as_str());
    assert!(found.authorize.as_str().ends_with("/auth"));
    assert_eq!(found.offered, ["patient/Task.rs"]);
}

#[tokio::test]
async fn without_an_issuer_the_address_vouches() {
    let nameless = r#"{"authorization_endpoint":"{base}/auth","token_endpoint":"{base}/token",
        "code_challenge_methods_supported":["plain","S256"]}"#;
    let found = found(nameless).await.unwrap();
    assert_eq!(found.issuer, found.base.as_str());
    assert!(!found.names_itself);
}

#[tokio::test]
async fn insists_on_pkce_and_encryption() {
    let plain = r#"{"authorization_endpoint":"{base}/auth","token_endpoint":"{base}/token",
        "code_challenge_methods_supported":["plain"]}"#;
    assert_eq!(found(plain).await.err(), Some(ClinicError::NoSignIn));
    let open = r#"{"authorization_endpoint":"{base}/auth","token_endpoint":"http://id.clinic.example/token",
        "code_challenge_methods_supported":["S256"]}"#;
    assert_eq!(found(open).await.err(), Some(ClinicError::NotSafe));
}

#[test]
fn a_clinic_elsewhere_cannot_send_the_sign_in_to_this_device() {
    let base = Address::parse("https://clinic.example/fhir").unwrap();
    let document = serde_json::json!({
        "authorization_endpoint": "https://clinic.example/auth",
        "token_endpoint": "http://127.0.0.1:9000/token",
        "code_challenge_methods_supported": ["S256"],
    });
    assert_eq!(read(&base, document).err(), Some(ClinicError::NotSafe));
}

#[tokio::test]
async fn tells_what_is_there_instead() {
    let missing = || json(404, "{}");
    assert_eq!(error_at(missing, capabilities).await, ClinicError::NoSignIn);
    assert_eq!(error_at(|| page(404), capabilities).await, ClinicError::NoSignIn);
    assert_eq!(error_at(missing, missing).await, ClinicError::NotFhir);
    assert_eq!(error_at(|| page(404), || page(404)).await, ClinicError::NotFhir);
    assert_eq!(error_at(|| reply(200, "", "hello"), || reply(200, "", "hello")).await, ClinicError::NotFhir);
    assert_eq!(error_at(|| page(200), capabilities).await, ClinicError::CaptivePortal);
    assert_eq!(error_at(missing, || page(200)).await, ClinicError::CaptivePortal);
    assert_eq!(error_at(|| json(500, "{}"), capabilities).await, ClinicError::ServerFault { status: 500 });
    assert_eq!(error_at(|| json(429, "{}"), capabilities).await, ClinicError::Busy { retry_after: None });
}
