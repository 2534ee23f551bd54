//! Words caught while they are typed: a kill costs at most what was not said to be saved, and the index follows.

use crate::given::{at, beneath, id, open, owner, store};
use cairn::care::Private;
use cairn::store::{Capture, Store};
use rand::Rng;
use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

const PATH: &str = "CAIRN_TEST_CAPTURE_PATH";
/// Set: what is typed is kept in the program until it is long, as a control.
const LATE: &str = "CAIRN_TEST_CAPTURE_LATE";

fn caught(words: String) -> Capture {
    Capture {
        entry: id("entry"),
        visit: id("visit"),
        at: at(0),
        zone: chrono_tz::America::New_York,
        words: Private::new(words),
    }
}

fn words(store: &Store) -> Option<String> {
    let capture = store.read(|r| r.capture(&id("visit"))).unwrap();
    capture.map(|capture| capture.words.reveal().to_owned())
}

#[test]
fn it_is_one_entry_that_grows_and_can_be_found() {
    let given = store();
    for (seconds, typed) in ["blue", "blue doors", "a heron"].into_iter().enumerate() {
        let seconds = i64::try_from(seconds).unwrap();
        given.store.write(|tx| tx.save_capture(&caught(typed.into()), at(seconds))).unwrap();
        assert_eq!(words(&given.store).as_deref(), Some(typed));
    }
    let conn = beneath(&given.path());
    let one = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(one("SELECT count(*) FROM journal_entry"), 1);
    assert_eq!(one("SELECT changed_at - at FROM journal_entry"), 2000, "begun at first, changed last");
    assert_eq!(one("SELECT count(*) FROM journal_search WHERE journal_search MATCH 'heron'"), 1);
    assert_eq!(one("SELECT count(*) FROM journal_search WHERE journal_search MATCH 'blue'"), 0);
}

/// The child: types until it is killed, and says how many letters the store has said `Ok` to.
#[test]
#[ignore = "started by the tests beside it, which kill it"]
fn type_until_killed() {
    let Ok(path) = std::env::var(PATH) else { return };
    let late = std::env::var(LATE).is_ok();
    let store = open(Path::new(&path)).unwrap();
    store.write(|tx| tx.bind(&owner("p1"))).unwrap();
    for letters in 1..5000 {
        if !late || letters % 4000 == 0 {
            store.write(|tx| tx.save_capture(&caught("x".repeat(letters)), at(0))).unwrap();
        }
        println!("\nsaved {letters}");
    }
    // Whoever is to kill it has all the time.
    std::thread::sleep(Duration::from_mins(1));
}

/// How many letters were said to be saved, and how many are there after a kill.
fn type_and_kill(late: bool) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "capture::type_until_killed", "--ignored", "--nocapture"]).env(PATH, &path);
    if late {
        command.env(LATE, "yes");
    }
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    while !said.contains("saved") && out.read_line(&mut said).unwrap() > 0 {}
    std::thread::sleep(Duration::from_micros(rand::rng().random_range(0..40_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    out.read_to_string(&mut said).unwrap();
    // A line that was cut off was not said.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    let letters = whole.lines().filter_map(|line| line.strip_prefix("saved ")?.parse().ok()).max();
    (letters.unwrap_or(0), words(&open(&path).unwrap()).map_or(0, |words| words.len()))
}

#[test]
fn no_letter_that_was_said_to_be_saved_is_lost_by_thirty_kills() {
    let mut letters = 0;
    for _ in 0..30 {
        let (said, there) = type_and_kill(false);
        assert!(there >= said, "{said} letters were said to be saved, {there} are there");
        letters += said;
    }
    assert!(letters >= 100, "only {letters}: the kills came too early to mean anything");
}

/// The control: kept in the program for later, the same kills lose what was typed.
#[test]
fn kept_for_later_the_same_kills_lose_letters() {
    let lost = (0..30).any(|_| {
        let (said, there) = type_and_kill(true);
        there < said
    });
    assert!(lost, "no kill was seen to lose anything, so the look proves nothing");
}
