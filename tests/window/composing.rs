//! Words that come through an input method, as Chinese, emoji and accents do: what is being composed is no word yet, and what
//! was composed is kept like any other.
//!
//! The toolkit's own input method is used, by the keys of a real keyboard: Control, Shift and U begin a letter by its number.

use crate::{
    driver::{Phone, Running},
    journal::{is_saved, new_page, page_beginning, type_on, words},
};
use std::process::Command;

/// Presses keys in this window, whichever window has the focus.
fn presses(window: &Running, keys: &[&str]) {
    let xdotool = |arguments: &[&str]| {
        let done = Command::new("xdotool").args(arguments).output().unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let found = xdotool(&["search", "--onlyvisible", "--pid", &window.id().to_string()]);
    let place = found.lines().last().expect("a window").to_owned();
    xdotool(&["windowfocus", "--sync", &place]);
    let mut all = vec!["key", "--window", &place, "--delay", "40"];
    all.extend(keys);
    xdotool(&all);
}

#[tokio::test]
async fn what_an_input_method_composes_is_kept_as_it_was_composed() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    new_page(&window).await;
    type_on(&window, "sea ").await;
    presses(&window, &["ctrl+shift+u", "1", "f", "3", "0", "a"]);
    presses(&window, &["Return"]);
    type_on(&window, " and ").await;
    presses(&window, &["ctrl+shift+u", "6", "d", "7", "7", "space"]);
    // Given up half way: nothing of it stays.
    presses(&window, &["ctrl+shift+u", "5", "b", "Escape"]);
    type_on(&window, ".").await;
    is_saved(&window).await;
    assert_eq!(words(&window).await, "sea 🌊 and 海.");
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    window.kill();
    let window = phone.start(&[], &[]).await;
    window.sees("Arrive").await;
    page_beginning(&window, "sea").await;
    assert_eq!(words(&window).await, "sea 🌊 and 海.");
}
