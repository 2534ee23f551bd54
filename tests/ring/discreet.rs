//! Nothing outside the app tells what it is for: not the words, the files, their names or the process.

use crate::{
    desk::{Desk, NEUTRAL, ring},
    session::Session,
};
use std::{fs, os::unix::fs::PermissionsExt};

/// A title as a clinic, or somebody who means ill, might write it.
const CANARY: &str = "<b>kestrel</b> &amp; <img src=\"http://example.test/x\"> moor";

/// What no name, argument or file may say.
const NEVER: [&str; 6] = ["kestrel", "ketamine", "therapy", "clinic", "mood", "reminder"];

fn says(text: &[u8], word: &str) -> bool {
    String::from_utf8_lossy(text).to_lowercase().contains(word)
}

#[test]
fn no_file_name_argument_or_content_says_anything() {
    let session = Session::open();
    let desk = Desk::on(&session);
    desk.hands_over(&[ring("a", 200, NEUTRAL), ring("b", 60_000, CANARY)]);
    session.rings(1);
    let files = desk.files();
    assert_eq!(files.len(), 4, "the list, its key, what rang, the autostart entry: {files:?}");
    let process = desk.began()[0];
    let arguments = fs::read(format!("/proc/{process}/cmdline")).unwrap();
    for word in NEVER {
        for (path, bytes) in &files {
            let name = path.strip_prefix(desk.data().parent().unwrap()).unwrap();
            assert!(!says(bytes, word), "{name:?} says {word}");
            assert!(!says(name.as_os_str().as_encoded_bytes(), word), "the name {name:?} says {word}");
        }
        assert!(!says(&arguments, word), "the process is started with {word}");
    }
    for (path, _) in files.iter().filter(|(path, _)| path.starts_with(desk.data())) {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600, "{path:?}");
    }
    // The control: the same words in a file of their own would have been found.
    fs::write(desk.data().join("planted"), CANARY).unwrap();
    assert!(desk.files().iter().any(|(_, bytes)| says(bytes, "kestrel")));
}

#[test]
fn marks_in_a_permitted_title_are_text_and_nothing_else() {
    let session = Session::open();
    let desk = Desk::on(&session);
    desk.hands_over(&[ring("a", 200, CANARY)]);
    session.rings(1);
    let inert = "&lt;b&gt;kestrel&lt;/b&gt; &amp;amp; &lt;img src=\"http://example.test/x\"&gt; moor";
    assert_eq!(session.shown(), [inert], "each mark is written out, so dunst shows it as it was typed");
}

#[test]
fn the_process_is_small() {
    let session = Session::open();
    let desk = Desk::on(&session);
    desk.hands_over(&[ring("a", 200, NEUTRAL), ring("b", 60_000, NEUTRAL)]);
    session.rings(1);
    let process = desk.began()[0];
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let own = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
    let kilobytes: u32 = own.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(kilobytes < 4 * 1024, "{kilobytes} kB of its own");
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    for library in ["webkit", "libgtk", "libX11"] {
        assert!(!maps.contains(library), "no window, no {library}");
    }
    let open = fs::read_dir(format!("/proc/{process}/fd")).unwrap();
    let files: Vec<_> = open.filter_map(|entry| fs::read_link(entry.unwrap().path()).ok()).collect();
    assert!(!files.iter().any(|path| path.extension().is_some_and(|end| end == "db")), "{files:?}");
}
