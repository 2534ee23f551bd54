//! The rooms of the house keep their arrows, their tools and their manners: checked by reading every file.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Which rooms each room may name. `care` may be named by all (DESIGN.md: "their common tongue").
const ARROWS: [(&str, &[&str]); 8] = [
    ("ui", &["app", "care"]),
    ("app", &["sync", "clinic", "store", "fhir", "platform", "care"]),
    ("sync", &["store", "fhir", "clinic", "platform", "care"]),
    ("clinic", &["fhir", "platform", "care"]),
    ("store", &["care"]),
    ("fhir", &["care"]),
    ("platform", &["care"]),
    ("care", &[]),
];

/// Crates that may be named in one place only.
const KEPT_TO: [(&str, &[&str]); 13] = [
    ("age", &["src/store/archive/"]),
    ("icalendar", &["src/app/ical/"]),
    ("krilla", &["src/app/paper/"]),
    ("skrifa", &["src/app/paper/"]),
    ("tar", &["src/store/archive/"]),
    ("rusqlite", &["src/store/"]),
    ("reqwest", &["src/clinic/"]),
    ("oauth2", &["src/clinic/"]),
    ("keyring_core", &["src/platform/secrets/"]),
    ("dioxus", &["src/ui/", "src/main.rs"]),
    ("rand", &["src/platform/"]),
    ("webbrowser", &["src/platform/browser/"]),
    ("webkit2gtk", &["src/platform/"]),
];

/// What `care` may name besides itself and the standard library.
const CARE_MAY_NAME: [&str; 4] = ["serde", "chrono", "chrono_tz", "thiserror"];

/// Reading the clock, the zone, chance or the environment: only the platform does.
const ONLY_PLATFORM: [&str; 10] = [
    "Utc::now(",
    "Local::now(",
    "Local::today(",
    "SystemTime::now(",
    "Instant::now(",
    "env::var",
    "env::args",
    "get_timezone(",
    "now_v7(",
    "new_v4(",
];

const LONGEST: usize = 400;
const MEDIAN: usize = 150;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file with its path as written from the root of the project.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let name = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    rust_files(&root.join(folder))
        .iter()
        .map(|path| (name(path), fs::read_to_string(path).unwrap()))
        .collect()
}

fn room(path: &str) -> Option<&str> {
    let room = path.strip_prefix("src/")?.split('/').next()?.trim_end_matches(".rs");
    ARROWS.iter().any(|(name, _)| *name == room).then_some(room)
}

/// The code of a file: comments and the contents of strings left out.
fn code(text: &str) -> String {
    let mut kept = String::new();
    let mut in_block = false;
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or_default();
        in_block |= line.contains("/*");
        if !in_block {
            kept.push_str(line);
            kept.push('\n');
        }
        in_block &= !line.contains("*/");
    }
    kept
}

/// The first names of all paths below `crate::` (also `crate::{a, b::c}`) and `cairn::` that the code names.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => drop(named.insert(word(rest))),
            Some(group) => {
                let (mut depth, mut start) = (1, true);
                for (offset, letter) in group.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 1 => start = true,
                        letter if start && letter.is_alphabetic() => {
                            named.insert(word(&group[offset..]));
                            start = false;
                        }
                        _ => {}
                    }
                    if depth == 0 {
                        break;
                    }
                }
            }
        }
    }
    named
}

fn word(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

fn names_crate(code: &str, name: &str) -> bool {
    let boundary = |letter: Option<char>| !letter.is_some_and(|l| l.is_alphanumeric() || l == '_');
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (code[..at].chars().next_back(), &code[at + name.len()..]);
        boundary(before) && (after.starts_with("::") || after.starts_with(';')) && !code[..at].ends_with("::")
    })
}

fn complain(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_arrow_between_rooms_is_allowed() {
    let mut complaints = Vec::new();
    for (path, text) in sources("src") {
        let Some(room) = room(&path) else { continue };
        let (_, allowed) = ARROWS.iter().find(|(name, _)| *name == room).unwrap();
        for named in rooms_named(&code(&text)) {
            let is_room = ARROWS.iter().any(|(name, _)| *name == named);
            if is_room && named != room && !allowed.contains(&named.as_str()) {
                complaints.push(format!("{path}: {room} must not name {named}"));
            }
        }
    }
    complain(&complaints);
}

#[test]
fn every_tool_stays_in_its_room() {
    let mut complaints = Vec::new();
    for (path, text) in sources("src") {
        let code = code(&text);
        for (name, places) in KEPT_TO {
            if names_crate(&code, name) && !places.iter().any(|place| path.starts_with(place)) {
                complaints.push(format!("{path}: {name} belongs to {places:?}"));
            }
        }
        if path.starts_with("src/care/") && !path.ends_with("_tests.rs") {
            for line in code.lines().filter_map(|line| line.trim().strip_prefix("use ")) {
                let first = word(line);
                let known = ["crate", "self", "super", "std", "core"];
                if line.contains("::") && !known.contains(&&*first) && !CARE_MAY_NAME.contains(&&*first) {
                    // A path that begins with a module of the room itself is fine.
                    let own = ["/", ".rs"].iter().any(|end| {
                        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/care/{first}{end}")).exists()
                    });
                    if !own {
                        complaints.push(format!("{path}: care must not name {first}"));
                    }
                }
            }
        }
    }
    complain(&complaints);
}

#[test]
fn only_the_platform_reads_the_clock_the_zone_chance_or_the_environment() {
    let mut complaints = Vec::new();
    for (path, text) in sources("src") {
        if path.starts_with("src/platform/") || path.ends_with("_tests.rs") {
            continue;
        }
        // Unit tests at the end of a file may do as tests do.
        let code = code(&text);
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        // The clinic's command line is a program for a desk: its own main is its platform.
        let clinic_tools = path.starts_with("src/bin/");
        for reading in ONLY_PLATFORM {
            if code.contains(reading) && !(clinic_tools && reading.starts_with("env::")) {
                complaints.push(format!("{path}: {reading}…) belongs to src/platform"));
            }
        }
    }
    complain(&complaints);
}

#[test]
fn unsafe_stands_only_in_the_platform() {
    let unsafe_outside: Vec<_> = sources("src")
        .into_iter()
        .filter(|(path, text)| !path.starts_with("src/platform/") && code(text).contains("unsafe {"))
        .map(|(path, _)| path)
        .collect();
    complain(&unsafe_outside);
}

#[test]
fn every_file_says_what_it_promises_and_none_is_long() {
    let mut complaints = Vec::new();
    let mut lengths = Vec::new();
    for (path, text) in ["src", "tests", "benches"].iter().flat_map(|folder| sources(folder)) {
        let length = text.lines().count();
        if !text.starts_with("//! ") {
            complaints.push(format!("{path}: begins without a sentence that says what it promises"));
        }
        if length > LONGEST {
            complaints.push(format!("{path}: {length} lines, more than {LONGEST}"));
        }
        lengths.push(length);
    }
    complain(&complaints);
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= MEDIAN, "the median file has {median} lines, more than {MEDIAN}");
}

#[test]
fn the_reader_of_this_test_sees_what_it_should() {
    let named = rooms_named("use crate::{care::{Id, Score}, store::Reader}; fn f() { crate::ui::run() }");
    assert_eq!(named, ["care", "store", "ui"].map(str::to_owned).into());
    assert!(names_crate("use rusqlite::Connection;", "rusqlite"));
    assert!(!names_crate("let my_rusqlite = 1;", "rusqlite"));
    assert!(!code("// Utc::now()\nlet x = 1;").contains("Utc::now("));
}
