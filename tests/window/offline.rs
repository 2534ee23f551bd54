//! No network: not before the first word from the clinic, and not at all.

use crate::{
    driver::{Phone, Running},
    support::{Clinic, Fault, Person, Server, eventually},
};
use serde_json::json;
use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::Command,
};

const CANARY: &str = "plover on the strand";

/// Says to a child of this test that there is no network, and which door of its parent it must not reach.
const ALONE: &str = "CAIRN_TEST_ALONE";

/// Every screen opens. `plan` is what is there of it.
async fn every_screen_opens(window: &Running, plan: &str) {
    for (place, shows) in
        [("Journey", "Intake"), ("Check-in", "Your anxiety"), ("More", "What has been sent"), ("Today", plan)]
    {
        window.press(place).await;
        window.sees(shows).await;
    }
    window.press("Help").await;
    window.sees("If you think about ending your life").await;
    window.press("More").await;
    window.press("Details").await;
    window.sees("What you made").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees("Each check-in you make will be on this page").await;
}

async fn check_in(window: &Running) {
    window.press("Check-in").await;
    window.choose("Your mood", 3).await;
    window.choose("Your anxiety", 6).await;
    window.types("A few words, if you like", CANARY).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;
}

#[tokio::test]
async fn the_network_goes_before_the_clinic_has_sent_anything() {
    let clinic = Clinic::open(Server::Hfs, &["clinic/sample.yaml"]);
    let patient = Person::published("sample");
    let browsing = patient.browser();
    // Nothing of the plan comes between the sign-in and the moment the network is gone.
    let rule = clinic
        .fault_where(json!({"door": "fhir", "patient": patient.patient, "times": 0}), Fault::Reset)
        .await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &browsing).await;
    window.sees("Your plan is not here yet").await;
    clinic.set_network(false).await;
    clinic.mend(rule).await;

    every_screen_opens(&window, "Your plan is not here yet").await;
    check_in(&window).await;
    window.kill();
    let window = phone.start(&[], &browsing).await;
    window.sees("Your plan is not here yet").await;
    window.press("More").await;
    window.sees("No update from your clinic yet").await;
    window.sees("1 thing is only on this phone.").await;
    window.press("Sign out").await;
    window.sees("Keep what is here").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees(CANARY).await;
    assert!(phone.keeps_secret(CANARY));

    clinic.set_network(true).await;
    window.press("More").await;
    window.press("Update now").await;
    window.press("Today").await;
    window.sees("Arrive").await;
    let search = format!("Observation?patient={}", patient.patient);
    eventually("the check-in", async || (clinic.finds(&search).await.len() == 1).then_some(())).await;
}

#[tokio::test]
async fn practice_needs_no_network_at_all() {
    if let Some(door) = std::env::var_os(ALONE) {
        let door: u16 = door.to_str().unwrap().parse().unwrap();
        assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, door)).is_err(), "there is a network after all");
        look_around_alone().await;
        return;
    }
    let door = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = door.local_addr().unwrap().port();
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok(), "the control: here it is reached");
    // A loopback of its own and nothing else; the same user, or the session's bus would not know them.
    let unshare = || {
        let mut command = Command::new("unshare");
        command.args(["--net", "--map-current-user", "--keep-caps", "--"]);
        command
    };
    if !unshare().arg("true").status().is_ok_and(|status| status.success()) {
        eprintln!("left out: this system does not let a test have a network of its own");
        return;
    }
    let mut child = unshare();
    child
        .args(["/usr/bin/python3", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/window/alone.py")])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "offline::practice_needs_no_network_at_all"])
        .env(ALONE, port.to_string());
    let alone = tokio::task::spawn_blocking(move || child.output().unwrap()).await.unwrap();
    let said = [alone.stdout, alone.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(alone.status.success() && said.contains("1 passed"), "{said}");
}

async fn look_around_alone() {
    let phone = Phone::new();
    let window = phone.start(&[], &[]).await;
    window.press("Look around").await;
    window.sees("Practice. Nothing leaves this phone.").await;
    window.sees("Arrive").await;
    every_screen_opens(&window, "Arrive").await;
    check_in(&window).await;
    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees(CANARY).await;
}
