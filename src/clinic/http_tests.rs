//! Each way an exchange may fail is told apart.

use super::*;
use crate::clinic::test_server::{TestServer, json, page, reply};
use reqwest::header::ACCEPT;

async fn get(base: &str) -> Result<Reply, ClinicError> {
    let url = Url::parse(base).unwrap();
    Http::new().unwrap().get(url, |request| request.header(ACCEPT, "application/json")).await
}

async fn failure(base: &str) -> ClinicError {
    get(base).await.err().expect("it should fail")
}

#[tokio::test]
async fn a_closed_port_is_a_server_that_is_down() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(failure(&format!("http://{port}/")).await, ClinicError::ServerDown);
}

#[tokio::test]
async fn tls_that_does_not_hold_is_not_safe() {
    // A server that answers a TLS greeting in plain text.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut caller, _) = listener.accept().await?;
        tokio::io::AsyncWriteExt::write_all(&mut caller, b"HTTP/1.1 400 Bad Request\r\n\r\n").await
    });
    assert_eq!(failure(&format!("https://{address}/")).await, ClinicError::NotSafe);
}

#[tokio::test]
async fn nothing_leaves_unencrypted() {
    assert_eq!(failure("http://clinic.example/fhir").await, ClinicError::NotSafe);
}

#[tokio::test]
async fn a_dropped_connection_and_a_short_body_are_cut() {
    let dropped = TestServer::start(|_| Vec::new()).await;
    assert_eq!(failure(&dropped.base).await, ClinicError::CutShort);
    let short = TestServer::start(|_| b"HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\n{\"a\":".to_vec()).await;
    assert_eq!(failure(&short.base).await, ClinicError::CutShort);
}

#[tokio::test]
async fn a_flood_is_not_taken_in() {
    let flood = TestServer::start(|_| reply(200, "", &"x".repeat(LARGEST + 1))).await;
    assert_eq!(failure(&flood.base).await, ClinicError::AnswerTooLarge);
}

#[tokio::test]
async fn signposts_are_followed_on_the_same_server_only() {
    let server = TestServer::start(|request| match request.split(' ').nth(1) {
        Some("/there") => json(200, "{}"),
        Some("/away") => reply(302, "Location: http://127.0.0.1:9/\r\n", ""),
        Some("/round") => reply(302, "Location: /round\r\n", ""),
        _ => reply(307, "Location: /there\r\n", ""),
    })
    .await;
    assert_eq!(get(&server.base).await.ok().map(|reply| reply.status), Some(200));
    assert_eq!(failure(&format!("{}/away", server.base)).await, ClinicError::CaptivePortal);
    assert_eq!(
        failure(&format!("{}/round", server.base)).await,
        ClinicError::NotUnderstood("too many redirects")
    );
}

#[tokio::test]
async fn pages_are_known_by_name_or_by_look() {
    let named = TestServer::start(|_| page(200)).await;
    assert!(get(&named.base).await.unwrap().is_page());
    let disguised =
        TestServer::start(|_| reply(200, "Content-Type: application/json\r\n", "\n <HTML><body>Hi")).await;
    assert!(get(&disguised.base).await.unwrap().is_page());
    let xml = TestServer::start(|_| reply(200, "", "<?xml version='1.0'?><Bundle/>")).await;
    assert!(!get(&xml.base).await.unwrap().is_page());
}

async fn asked_to_wait(headers: &'static str) -> Option<Duration> {
    let server = TestServer::start(move |_| reply(429, headers, "")).await;
    get(&server.base).await.unwrap().retry_after()
}

#[tokio::test]
async fn patience_is_asked_for_in_seconds_or_by_date() {
    assert_eq!(asked_to_wait("Retry-After: 120\r\n").await, Some(Duration::from_mins(2)));
    let by_date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:50:37 GMT\r\n";
    assert_eq!(asked_to_wait(by_date).await, Some(Duration::from_mins(1)));
    let past = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:40:00 GMT\r\n";
    assert_eq!(asked_to_wait(past).await, Some(Duration::ZERO));
    assert_eq!(asked_to_wait("Retry-After: 99999999999\r\n").await, Some(LONGEST_PATIENCE));
    assert_eq!(asked_to_wait("Retry-After: later\r\n").await, None);
    assert_eq!(asked_to_wait("").await, None);
}

#[test]
fn a_certificate_out_of_its_time_means_a_wrong_clock() {
    let tls = |error| io::Error::other(rustls::Error::InvalidCertificate(error));
    // As it arrives: TLS inside an io error inside another.
    let nested = io::Error::other(tls(CertificateError::Expired));
    assert_eq!(cause_of(&nested), Some(ClinicError::WrongClock));
    assert_eq!(cause_of(&tls(CertificateError::NotValidYet)), Some(ClinicError::WrongClock));
    assert_eq!(cause_of(&tls(CertificateError::UnknownIssuer)), Some(ClinicError::NotSafe));
}

#[test]
fn no_route_means_offline() {
    let unreachable = io::Error::from(io::ErrorKind::NetworkUnreachable);
    assert_eq!(cause_of(&unreachable), Some(ClinicError::Offline));
    let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
    assert_eq!(cause_of(&refused), Some(ClinicError::ServerDown));
}
