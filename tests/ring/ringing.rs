//! The right words at the right instant, once, whatever happens to the ringer; put off and opened by a press.

use crate::{
    desk::{Desk, NEUTRAL, now, ring},
    session::{Session, until},
};
use cairn::platform::notifications::Notifications;
use chrono::TimeDelta;
use std::{fs, thread::sleep, time::Duration};

/// How late a ring may be on a machine that is busy with other tests.
const LATE: TimeDelta = TimeDelta::milliseconds(1500);

#[test]
fn it_rings_at_its_instant_and_says_only_what_is_allowed() {
    let session = Session::open();
    let desk = Desk::on(&session);
    let rings = [ring("a", 1500, NEUTRAL), ring("b", 3000, "Clear drinks end at 7:15 am")];
    desk.hands_over(&rings);
    let rung = session.rings(2);
    for (ring, rung) in rings.iter().zip(&rung) {
        let late = rung.at - ring.at;
        assert!(late >= TimeDelta::zero() && late < LATE, "{late} late");
        assert_eq!(rung.words(), ring.words.reveal());
    }
    let whole = format!(
        "string \"Cairn\" | uint32 0 | string \"\" | string \"Cairn\" | string \"{NEUTRAL}\" | array [ | \
         string \"default\" | string \"Open\" | string \"later\" | string \"Later\" | ] | array [ | \
         dict entry( | string \"urgency\" | variant             byte 1 | ) | ] | int32 0"
    );
    assert_eq!(rung[0].said.join(" | "), whole, "all there is in it");
    assert_eq!(session.shown(), [NEUTRAL, "Clear drinks end at 7:15 am"], "and dunst has shown it");
}

#[test]
fn nothing_rings_twice_after_a_kill_and_a_late_one_rings_once() {
    let session = Session::open();
    let desk = Desk::on(&session);
    let late = ring("late", -30_000, "late");
    let over = ring("over", -90_000, "over");
    let rings = [ring("a", 500, "a"), late, over];
    desk.hands_over(&rings);
    let words: Vec<_> = session.rings(2).iter().map(|rung| rung.words().to_owned()).collect();
    assert_eq!(words, ["late", "a"], "what is of no use any more does not ring");
    for _ in 0..3 {
        desk.kills();
        desk.hands_over(&rings);
        // A process that was started is not there in the same moment.
        until("the ringer to be there again", || desk.rings_on());
    }
    session.rings(2);

    // While nobody rang, the time of another came.
    desk.kills();
    let missed = ring("b", -1000, "b");
    desk.hands_over(&[rings.as_slice(), &[missed]].concat());
    assert_eq!(session.rings(3)[2].words(), "b");

    // The control: a ringer that forgot rings again.
    desk.kills();
    fs::remove_file(desk.data().join("list-seen")).unwrap();
    desk.hands_over(&rings);
    session.rings(5);
}

#[test]
fn put_off_it_rings_once_more_also_after_a_kill() {
    let session = Session::open();
    let desk = Desk::on(&session);
    let rings = [ring("a", 300, NEUTRAL)];
    desk.hands_over(&rings);
    let first = session.rings(1)[0].at;
    let seen = || fs::read(desk.data().join("list-seen")).unwrap();
    let before = seen();
    assert!(session.asks("ContextMenuCall"));
    until("the putting off", || seen() != before);
    desk.kills();
    desk.hands_over(&rings);
    let again = session.rings(2)[1].at - first;
    assert!(again >= TimeDelta::seconds(2), "two seconds later, not {again}");
}

#[test]
fn pressed_it_opens_the_app() {
    let session = Session::open();
    let desk = Desk::on(&session);
    desk.hands_over(&[ring("a", 200, NEUTRAL)]);
    session.rings(1);
    session.presses_it();
    until("the app", || desk.opened().is_some());
    assert_eq!(desk.opened().unwrap(), format!("--data-dir {}\n", desk.data().display()));
}

#[test]
fn a_new_list_counts_at_once_and_what_left_it_leaves_the_screen() {
    let session = Session::open();
    let desk = Desk::on(&session);
    desk.hands_over(&[ring("gone", 200, "gone"), ring("moved", 2500, "old time")]);
    session.rings(1);
    let moved = ring("moved", 1500, "new time");
    desk.hands_over(std::slice::from_ref(&moved));
    until("its leaving", || !session.calls("CloseNotification").is_empty());
    assert_eq!(session.rings(2)[1].words(), "new time");
    sleep(Duration::from_secs(2));
    session.rings(2);
    assert_eq!(desk.began().len(), 1, "the same process all along");
    desk.desktop.clear().unwrap();
    assert!(!desk.rings_on(), "it ends with the list");
    assert!(desk.files().is_empty(), "and nothing is left: {:?}", desk.files());
    assert_eq!(session.calls("CloseNotification").len(), 2);
}

#[test]
fn what_is_over_leaves_the_screen() {
    let session = Session::open();
    let desk = Desk::on(&session);
    let mut short = ring("a", 200, NEUTRAL);
    short.until = now() + TimeDelta::seconds(2);
    desk.hands_over(&[short, ring("b", 60_000, NEUTRAL)]);
    session.rings(1);
    until("its leaving", || !session.calls("CloseNotification").is_empty());
}
