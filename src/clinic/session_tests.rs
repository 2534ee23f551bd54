//! Renewals happen once, are kept before they are used, and only the clinic ends a sign-in.

use super::*;
use crate::{
    care::Id,
    clinic::{
        Address, Ask, Endpoints, FhirClient,
        scopes::Scopes,
        test_server::{TestServer, json, page, reply},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use oauth2::{RevocationUrl, TokenUrl};
use std::sync::{
    Mutex as Lock,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

/// A keystore that can be locked.
#[derive(Default)]
struct Drawer {
    kept: Lock<Option<Tokens>>,
    locked: AtomicBool,
}

impl TokenStore for Drawer {
    fn load(&self) -> Result<Option<Tokens>, KeystoreTrouble> {
        Ok(self.kept.lock().unwrap().clone())
    }
    fn save(&self, tokens: &Tokens) -> Result<(), KeystoreTrouble> {
        if self.locked.load(Ordering::SeqCst) {
            return Err(KeystoreTrouble);
        }
        *self.kept.lock().unwrap() = Some(tokens.clone());
        Ok(())
    }
    fn clear(&self) -> Result<(), KeystoreTrouble> {
        *self.kept.lock().unwrap() = None;
        Ok(())
    }
}

fn noon() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

/// A session at `server` whose token ended an hour before `noon` if `stale`.
async fn session(server: &TestServer, stale: bool) -> (Session, Arc<Drawer>) {
    let end = if stale { noon() - TimeDelta::hours(1) } else { noon() + TimeDelta::hours(1) };
    let drawer = Arc::new(Drawer::default());
    drawer
        .save(&Tokens {
            access: Secret::new("a1"),
            refresh: Some(Secret::new("r1")),
            expires_at: Some(end),
            patient: Id::new("ada").unwrap(),
            scopes: Scopes::everything(),
            issuer: server.base.clone(),
            base: Address::parse(&server.base).unwrap(),
            client_id: "cairn".to_owned(),
            endpoints: Endpoints {
                token: TokenUrl::new(format!("{}/token", server.base)).unwrap(),
                revoke: Some(RevocationUrl::new(format!("{}/revoke", server.base)).unwrap()),
            },
        })
        .unwrap();
    let store: Arc<dyn TokenStore> = Arc::<Drawer>::clone(&drawer);
    let session = Session::open(Http::new().unwrap(), store, Arc::new(noon)).await.unwrap().unwrap();
    (session, drawer)
}

fn renewed(access: &str, refresh: &str) -> Vec<u8> {
    json(
        200,
        &format!(
            r#"{{"access_token":"{access}","refresh_token":"{refresh}","token_type":"Bearer","expires_in":600}}"#
        ),
    )
}

/// A server whose token endpoint gives `a2`, and whose records are shown to `a2` only.
async fn rotating() -> (TestServer, Arc<AtomicUsize>) {
    let renewals = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&renewals);
    let server = TestServer::start(move |request| {
        if request.starts_with("POST /token ") {
            count.fetch_add(1, Ordering::SeqCst);
            assert!(request.contains("refresh_token=r1") && request.contains("client_id=cairn"));
            return renewed("a2", "r2");
        }
        if request.contains("Bearer a2\r\n") {
            json(200, r#"{"resourceType":"Patient"}"#)
        } else {
            json(401, "{}")
        }
    })
    .await;
    (server, renewals)
}

#[tokio::test]
async fn many_refused_requests_make_one_renewal() {
    let (server, renewals) = rotating().await;
    let (session, drawer) = session(&server, false).await;
    let client = FhirClient::signed_in(Http::new().unwrap(), session).await;
    let ask = Ask::one("Patient", &Id::new("ada").unwrap());
    let asked: Vec<_> = (0..8)
        .map(|_| {
            let (client, ask) = (client.clone(), ask.clone());
            tokio::spawn(async move { client.ask(&ask).await.map(|answer| answer.status) })
        })
        .collect();
    for answer in asked {
        assert_eq!(answer.await.unwrap(), Ok(200));
    }
    assert_eq!(renewals.load(Ordering::SeqCst), 1);
    let kept = drawer.load().unwrap().unwrap();
    assert_eq!((kept.access, kept.refresh), (Secret::new("a2"), Some(Secret::new("r2"))));
}

#[tokio::test]
async fn a_token_past_its_time_is_renewed_before_use() {
    let (server, renewals) = rotating().await;
    let (session, _) = session(&server, true).await;
    assert_eq!(session.access(None).await, Ok(Secret::new("a2")));
    assert_eq!(session.access(None).await, Ok(Secret::new("a2")));
    assert_eq!(renewals.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_renewal_is_not_used_before_it_is_safe_and_not_lost() {
    let (server, renewals) = rotating().await;
    let (session, drawer) = session(&server, true).await;
    drawer.locked.store(true, Ordering::SeqCst);
    assert_eq!(session.access(None).await, Err(ClinicError::Keystore(KeystoreTrouble)));
    assert_eq!(session.access(None).await, Err(ClinicError::Keystore(KeystoreTrouble)));
    drawer.locked.store(false, Ordering::SeqCst);
    assert_eq!(session.access(None).await, Ok(Secret::new("a2")));
    assert_eq!(
        renewals.load(Ordering::SeqCst),
        1,
        "the first renewal must be kept: r1 is worth nothing any more"
    );
    assert_eq!(drawer.load().unwrap().unwrap().refresh, Some(Secret::new("r2")));
}

#[tokio::test]
async fn whoever_stops_waiting_does_not_stop_the_renewal() {
    let (server, _) = rotating().await;
    let (session, drawer) = session(&server, true).await;
    // Asks, and goes away before the answer can be there. A timeout of nothing would wait for the clock's next tick.
    tokio::select! {
        biased;
        _ = session.access(None) => panic!("no clinic answers within one poll"),
        () = std::future::ready(()) => {}
    }
    let kept = async {
        while drawer.load().unwrap().unwrap().refresh == Some(Secret::new("r1")) {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), kept).await.unwrap();
    assert_eq!(session.access(None).await, Ok(Secret::new("a2")));
}

#[tokio::test]
async fn only_the_clinics_own_word_ends_the_sign_in() {
    type Answers = fn() -> Vec<u8>;
    let cases: [(Answers, ClinicError); 5] = [
        (|| json(400, r#"{"error":"invalid_grant"}"#), ClinicError::SignInAgain),
        (|| page(200), ClinicError::CaptivePortal),
        (|| page(400), ClinicError::CaptivePortal),
        (|| json(500, r#"{"error":"invalid_grant"}"#), ClinicError::ServerFault { status: 500 }),
        (|| reply(200, "Content-Type: application/json\r\n", r#"{"access_tok"#), ClinicError::CutShort),
    ];
    for (first, error) in cases {
        let calls = AtomicUsize::new(0);
        let server = TestServer::start(move |_| match calls.fetch_add(1, Ordering::SeqCst) {
            0 => first(),
            _ => renewed("a2", "r2"),
        })
        .await;
        let (session, drawer) = session(&server, true).await;
        assert_eq!(session.access(None).await, Err(error));
        // Later: over is over, anything else was only a bad moment. Nothing was forgotten in either case.
        assert_eq!(session.access(None).await.is_ok(), error != ClinicError::SignInAgain);
        assert!(drawer.load().unwrap().is_some());
    }
}

#[tokio::test]
async fn a_renewal_for_another_patient_is_refused() {
    let server = TestServer::start(|_| {
        json(200, r#"{"access_token":"a2","token_type":"Bearer","expires_in":600,"patient":"bob"}"#)
    })
    .await;
    let (session, _) = session(&server, true).await;
    assert_eq!(session.access(None).await, Err(ClinicError::OtherPatient));
}

#[tokio::test]
async fn a_fresh_token_refused_is_a_clock_or_an_end() {
    for (date, error) in [
        ("Mon, 02 Mar 2026 12:00:30 GMT", ClinicError::SignInAgain),
        ("Mon, 02 Mar 2026 13:00:00 GMT", ClinicError::WrongClock),
    ] {
        let server = TestServer::start(move |request| {
            if request.starts_with("POST /token ") {
                return renewed("a2", "r2");
            }
            reply(401, &format!("Date: {date}\r\n"), "")
        })
        .await;
        let (session, _) = session(&server, false).await;
        let client = FhirClient::signed_in(Http::new().unwrap(), session).await;
        assert_eq!(client.ask(&Ask::all("Appointment")).await, Err(error));
    }
}

#[tokio::test]
async fn signing_out_gives_the_token_back_and_forgets_it_in_any_case() {
    for status in [200, 500] {
        let server = TestServer::start(move |_| json(status, "{}")).await;
        let (session, drawer) = session(&server, false).await;
        session.sign_out().await.unwrap();
        assert_eq!(server.heard(), ["POST /revoke HTTP/1.1"]);
        assert_eq!(drawer.load(), Ok(None));
        assert_eq!(session.access(None).await, Err(ClinicError::SignInAgain));
    }
}

#[test]
fn tokens_show_nothing_of_themselves() {
    let tokens = Tokens {
        access: Secret::new("canary-access"),
        refresh: Some(Secret::new("canary-refresh")),
        expires_at: None,
        patient: Id::new("ada").unwrap(),
        scopes: Scopes::default(),
        issuer: String::new(),
        base: Address::parse("https://clinic.example").unwrap(),
        client_id: String::new(),
        endpoints: Endpoints {
            token: TokenUrl::new("https://clinic.example/t".to_owned()).unwrap(),
            revoke: None,
        },
    };
    assert!(!format!("{tokens:?}").contains("canary"));
    let back = Tokens::from_bytes(&tokens.to_bytes().unwrap()).unwrap();
    assert!(back == tokens);
}
