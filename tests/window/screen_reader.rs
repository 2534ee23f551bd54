//! What a screen reader is told, through the system's own tree of roles and names and not through the page.

use crate::driver::Phone;
use std::process::Command;

/// Debian's own: the tree's library is installed for no other.
const PYTHON: &str = "/usr/bin/python3";

const ATTEMPTS: usize = 5;

/// Read again when the bus of the readers gave no answer: its library waits for less than a second and then ends
/// the program, which a machine full of windows takes now and then.
async fn tree(process: u32, until: &str) -> String {
    let until = until.to_owned();
    let read = move || {
        let mut said = String::new();
        for _ in 0..ATTEMPTS {
            let mut command = Command::new(PYTHON);
            command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/window/tree.py"));
            let read = command.args([&process.to_string(), &until]).output().unwrap();
            if read.status.success() {
                return String::from_utf8(read.stdout).unwrap();
            }
            said = String::from_utf8_lossy(&read.stderr).into_owned();
        }
        panic!("the tree cannot be read: {said}");
    };
    tokio::task::spawn_blocking(read).await.unwrap()
}

#[tokio::test]
async fn the_tree_names_what_can_be_done() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[("NO_AT_BRIDGE", "0".into())]).await;
    window.sees("Practice. Nothing leaves this phone.").await;
    window.press("Check-in").await;
    window.sees("Your anxiety").await;
    let tree = tree(window.id(), "Your anxiety").await;
    let has = |line: &str| assert!(tree.lines().any(|found| found == line), "no {line} in\n{tree}");
    has("push button: Help");
    has("landmark: Places in Cairn");
    for place in ["Today", "Journey", "Check-in", "More"] {
        has(&format!("push button: {place}"));
    }
    has("push button: Save");
    for question in ["Your mood", "Your anxiety"] {
        assert!(
            tree.lines().any(|found| found.ends_with(&format!(": {question}"))),
            "no {question} in\n{tree}"
        );
    }
    assert_eq!(tree.lines().filter(|line| *line == "radio button: 10").count(), 2, "{tree}");
}
