//! A ringer with a second one beside it, without a notification service, with a damaged list, after a logout.

use crate::{
    desk::{Desk, NEUTRAL, list, ring},
    session::{Session, until},
};
use cairn::platform::notifications::{Notifications, Standing};
use std::{
    fs,
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

#[test]
fn two_never_ring_for_the_same_files() {
    let session = Session::open();
    let desk = Desk::on(&session);
    desk.hands_over(&[ring("a", 2000, NEUTRAL)]);
    let mut second = desk.starts_another();
    assert!(second.wait().unwrap().success(), "the second sees the first and ends");
    session.rings(1);
}

#[test]
fn a_service_that_comes_late_is_found() {
    let mut session = Session::without_service();
    let desk = Desk::on(&session);
    desk.hands_over(&[ring("a", 100, NEUTRAL)]);
    sleep(Duration::from_millis(1500));
    assert!(desk.rings_on(), "it waits");
    session.start_service();
    until("the ring", || session.rung().iter().any(|rung| rung.words() == NEUTRAL));
    assert_eq!(session.shown(), [NEUTRAL]);
}

#[test]
fn a_list_that_does_not_open_rings_nothing_until_the_app_writes_it_anew() {
    let session = Session::open();
    let desk = Desk::on(&session);
    let rings = [ring("a", 1200, NEUTRAL)];
    desk.hands_over(&rings);
    let file = desk.data().join("list");
    let whole = fs::read(&file).unwrap();
    let process = desk.began()[0];
    for broken in [&whole[..whole.len() - 1], b"sealed 7\n{}", b""] {
        let fresh = desk.data().join("fresh");
        fs::write(&fresh, broken).unwrap();
        fs::rename(&fresh, &file).unwrap();
        sleep(Duration::from_millis(100));
    }
    until("its end", || !crate::desk::lives(process));
    sleep(Duration::from_millis(1500));
    assert_eq!(session.rung(), []);
    desk.hands_over(&rings);
    session.rings(1);
}

#[test]
fn it_ends_with_the_session_and_with_the_folder() {
    let mut session = Session::open();
    let desk = Desk::on(&session);
    let rings = [ring("a", 60_000, NEUTRAL)];
    desk.hands_over(&rings);
    until("the ringer to be there", || desk.rings_on());
    fs::remove_dir_all(desk.data()).unwrap();
    until("its end without files", || !desk.rings_on());
    desk.hands_over(&rings);
    until("the ringer to be there", || desk.rings_on());
    session.ends();
    until("its end without a session", || !desk.rings_on());
}

#[test]
fn without_the_autostart_folder_what_was_cancelled_still_rings_no_more() {
    for leaves in [false, true] {
        let session = Session::open();
        let desk = Desk::on(&session);
        desk.hands_over(&[ring("a", 60_000, NEUTRAL)]);
        until("the control: a ringer", || desk.rings_on());
        desk.loses_autostart();
        let done = if leaves { desk.desktop.clear() } else { desk.desktop.schedule(&list(&[])) };
        assert!(done.is_err(), "it is told that the entry stays");
        until("its end", || !desk.rings_on());
        let words = desk.files().iter().any(|(path, _)| path.file_name().is_some_and(|name| name == "list"));
        assert_eq!(words, !leaves, "who leaves leaves no list, not even an empty one");
    }
}

/// The child of the next test: asks on the bus it was given.
#[test]
#[ignore = "started by the test beside it, on another bus"]
fn how_it_stands() {
    let desk = Desk::on(&Session::without_service());
    println!("\nstands {:?}", desk.desktop.standing());
}

fn standing_on(session: &Session) -> String {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "troubled::how_it_stands", "--ignored", "--nocapture"])
        .env("DBUS_SESSION_BUS_ADDRESS", &session.address)
        .stderr(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(child.stdout).unwrap();
    said.lines().find_map(|line| line.strip_prefix("stands ")).unwrap().to_owned()
}

#[test]
fn the_app_is_told_whether_it_will_ring() {
    let mut session = Session::without_service();
    assert_eq!(standing_on(&session), format!("{:?}", Standing::NoService));
    session.start_service();
    assert_eq!(standing_on(&session), format!("{:?}", Standing::Ringing));
}
