//! The screen of reminders in the real window, and a test that really rings, beside a real notification service
//! (dunst, which `scripts/test` starts).

use crate::driver::Phone;
use std::{
    collections::HashMap,
    fs::{self, File, TryLockError},
    time::{Duration, Instant},
};
use zbus::{Connection, zvariant::OwnedValue};

const SERVICE: &str = "org.freedesktop.Notifications";
const OBJECT: &str = "/org/freedesktop/Notifications";
const DUNST: &str = "org.dunstproject.cmd0";
const PATIENCE: Duration = Duration::from_secs(20);

/// What dunst has shown, in whatever order.
async fn shown(bus: &Connection) -> Vec<String> {
    bus.call_method(Some(SERVICE), OBJECT, Some(DUNST), "NotificationCloseAll", &()).await.unwrap();
    let answer =
        bus.call_method(Some(SERVICE), OBJECT, Some(DUNST), "NotificationListHistory", &()).await.unwrap();
    let history: Vec<HashMap<String, OwnedValue>> = answer.body().deserialize().unwrap();
    history.iter().map(|one| String::try_from(one["body"].clone()).unwrap()).collect()
}

#[tokio::test]
async fn chosen_tested_and_gone_with_the_practice() {
    let bus = Connection::session().await.unwrap();
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Practice. Nothing leaves this phone.").await;
    window.press("More").await;
    window.press("See reminders").await;
    window.sees("Next reminder").await;
    window.sees("What is coming").await;
    window.sees("In practice nothing rings outside Cairn. Only the test does.").await;
    assert!(!window.shows("Until then, look at the list on this page.").await, "there is a service");
    window.is_accessible().await;

    // What a locked screen would show, before and after it is allowed; both choices are kept.
    window.sees("You have a reminder").await;
    window.pick("Show what it is about").await;
    window.pick("Things to do").await;
    window.pick("My own").await;
    window.sees("Quiet from").await;
    window.sees_no_more("Things to do: ").await;
    window.is_accessible().await;
    window.fits().await;
    window.is_large_enough().await;

    // All of it at once, for a person to look at.
    window.client.set_window_size(390, 2600).await.unwrap();
    window.picture("reminders-whole").await;
    window.client.set_window_size(390, 844).await.unwrap();

    let autostart = phone.home().join("config/autostart");
    assert!(!autostart.exists(), "nothing to ring, nothing to start");
    window.press("Test my reminders").await;
    window.sees("The test is on its way.").await;
    let began = Instant::now();
    while !shown(&bus).await.iter().any(|body| body == "This is a test. You have a reminder") {
        assert!(began.elapsed() < PATIENCE, "no test on the screen");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(fs::read_dir(&autostart).unwrap().count(), 1);

    // The window goes; what rings stays, until there is nobody to ring for.
    let ringer = || File::open(phone.data_dir().with_extension("ring")).unwrap().try_lock();
    window.kill();
    assert!(matches!(ringer(), Err(TryLockError::WouldBlock)), "it rings on without a window");
    let window = phone.start(&[], &[]).await;
    window.press("More").await;
    window.press("See reminders").await;
    window.sees("Quiet from").await;
    assert!(!window.shows("Things to do: ").await, "what was chosen stays chosen");
    window.press("End practice").await;
    window.sees("Welcome to Cairn").await;
    assert_eq!(fs::read_dir(phone.data_dir()).unwrap().count(), 0, "no file is left");
    assert!(ringer().is_ok(), "nobody rings");
    assert_eq!(fs::read_dir(&autostart).unwrap().count(), 0, "and nothing that starts by itself");
}
