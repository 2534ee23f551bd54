//! Somebody takes their record along, deletes it, and has it back from the first page; makes a summary for paper; and
//! sees what deleting does before anything is gone.

use crate::{
    driver::{Phone, Running},
    looks::{DARK, LARGE, LIGHT, Look},
};
use std::{fs, path::PathBuf, process::Command};

const WORDS: &str = "a heron in the fog";
const PASSPHRASE: &str = "nine herons, one lake";

/// A check-in with words, made in practice.
async fn check_in(window: &Running) {
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.choose("Your mood", 6).await;
    window.choose("Your anxiety", 3).await;
    window.types("A few words, if you like", WORDS).await;
    window.press("Save").await;
    window.sees("Check-in saved").await;
}

async fn record(window: &Running) {
    window.press("More").await;
    window.press("See your record").await;
    window.sees("bring it to a new phone").await;
}

async fn copied(window: &Running) {
    window.press("Make a copy").await;
    window.types("Passphrase", PASSPHRASE).await;
    window.types("The same passphrase again", PASSPHRASE).await;
    window.press("Make the copy").await;
    window.sees("Your copy is made").await;
}

/// The person's own files that end so.
fn files(phone: &Phone, ending: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(phone.home()).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|own| own == ending)).collect()
}

#[tokio::test]
async fn a_record_is_taken_along_deleted_and_brought_back_from_the_first_page() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    check_in(&window).await;
    record(&window).await;
    window.press("Make a copy").await;
    window.types("Passphrase", "short").await;
    window.press("Make the copy").await;
    window.sees("Use at least 10 letters, numbers or spaces.").await;
    window.types_instead("Passphrase", PASSPHRASE).await;
    window.types("The same passphrase again", "something else").await;
    window.press("Make the copy").await;
    window.sees("These two are not the same").await;
    window.types_instead("The same passphrase again", PASSPHRASE).await;
    window.press("Make the copy").await;
    window.sees("Your copy is made").await;
    let copies = files(&phone, "age");
    assert_eq!(copies.len(), 1);
    assert!(phone.keeps_secret(WORDS) && phone.keeps_secret(PASSPHRASE));

    window.back().await;
    window.press("See how to delete").await;
    window.press("Delete everything on this phone").await;
    window.sees("Delete everything on this phone?").await;
    window.press("Yes, delete it").await;
    window.sees("Welcome to Cairn").await;
    let left = fs::read_dir(phone.data_dir()).unwrap().count();
    assert_eq!(left, 0, "nothing of the app is left");

    window.press("I have a copy from another phone").await;
    window.sees("sign in with your clinic again").await;
    let name = copies[0].file_name().unwrap().to_string_lossy().into_owned();
    window.sees(&name).await;
    // The only copy there is need not be chosen.
    window.types("Passphrase", "not this one at all").await;
    window.press("Open the copy").await;
    window.sees("This is not the passphrase of this copy").await;
    window.types_instead("Passphrase", PASSPHRASE).await;
    window.press("Open the copy").await;
    window.sees("Your record is back").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees(WORDS).await;

    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    window.press("Check-in").await;
    window.press("Earlier check-ins").await;
    window.sees(WORDS).await;
}

#[tokio::test]
async fn a_summary_holds_what_was_chosen_and_another_program_reads_it() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    check_in(&window).await;
    record(&window).await;
    window.press("Make a summary").await;
    window.sees("This file is not locked").await;
    window.press("Make the file").await;
    window.sees("Your summary is made").await;
    window.pick("What I wrote in check-ins").await;
    window.press("Make the file").await;
    while files(&phone, "pdf").len() < 2 {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let read = |path: &PathBuf| {
        let output = Command::new("pdftotext").arg(path).arg("-").output().unwrap();
        String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut texts: Vec<String> = files(&phone, "pdf").iter().map(read).collect();
    texts.sort_by_key(String::len);
    assert!(texts[0].contains("Check-ins") && !texts[0].contains("heron"), "{}", texts[0]);
    assert!(texts[1].contains("heron"), "{}", texts[1]);
}

/// Every page of one's own record, measured and kept as a picture.
async fn looked_at(look: Look) {
    let phone = Phone::new();
    let window = look.at(&phone, &["--practice"], &[]).await;
    check_in(&window).await;
    record(&window).await;
    look.of(&window, "own").await;
    window.press("Make a copy").await;
    window.sees("We cannot open it either").await;
    window.press("Make the copy").await;
    window.sees("Use at least 10 letters, numbers or spaces.").await;
    look.of(&window, "own-copy").await;
    window.back().await;
    copied(&window).await;
    look.of(&window, "own-copy-made").await;
    window.back().await;
    window.press("Open a copy").await;
    window.sees("Which copy?").await;
    window.press("Open the copy").await;
    window.sees("Type the passphrase of the copy.").await;
    look.of(&window, "own-back").await;
    window.back().await;
    window.press("Make a summary").await;
    window.sees("This file is not locked").await;
    look.of(&window, "own-paper").await;
    window.back().await;
    window.press("See how to delete").await;
    window.press("Delete everything on this phone").await;
    window.sees("Delete everything on this phone?").await;
    look.of(&window, "own-erase").await;
}

#[tokio::test]
async fn own_in_the_light() {
    looked_at(LIGHT).await;
}

#[tokio::test]
async fn own_in_the_dark() {
    looked_at(DARK).await;
}

#[tokio::test]
async fn own_narrow_with_large_text() {
    looked_at(LARGE).await;
}
