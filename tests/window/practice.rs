//! Someone looks around with the sample plan, with no network at all, and leaves without a trace.

use crate::driver::Phone;

const CANARY: &str = "kestrel over the moor";

#[tokio::test]
async fn looking_around_from_the_first_screen_to_the_last() {
    let phone = Phone::new();
    let window = phone.start(&[], &[]).await;
    window.sees("Welcome to Cairn").await;
    window.is_accessible().await;
    window.press("Look around").await;
    window.sees("Practice. Nothing leaves this phone.").await;
    window.sees("Arrive").await;

    // Three taps from opening the app: mood, anxiety, save.
    window.choose("Your mood", 4).await;
    window.choose("Your anxiety", 7).await;
    window.types("A few words, if you like", CANARY).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;
    assert!(phone.keeps_secret(CANARY));

    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Practice. Nothing leaves this phone.").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees(CANARY).await;
    window.sees("Stays on this phone").await;
    assert!(!window.text().await.contains("Sent "), "nothing is ever sent in practice");

    window.press("End practice").await;
    window.sees("Welcome to Cairn").await;
    assert_eq!(std::fs::read_dir(phone.data_dir()).unwrap().count(), 0, "no file is left");
}

#[tokio::test]
async fn undo_takes_a_check_in_back() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Practice. Nothing leaves this phone.").await;
    window.choose("Your mood", 1).await;
    window.choose("Your anxiety", 9).await;
    window.press("Save").await;
    window.press("Undo").await;
    window.sees("Taken back").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees("Nothing here yet.").await;
}
