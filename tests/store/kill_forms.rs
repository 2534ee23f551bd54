//! kill -9 while a form is filled in: every answer that was said to be kept is there, and its request with it.

use crate::{
    filled_forms::begun,
    given::{at, id, open, outgoing, owner},
};
use cairn::store::FilledForm;
use rand::Rng;
use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const PATH: &str = "CAIRN_TEST_KILL_FORM_PATH";
const MANNER: &str = "CAIRN_TEST_KILL_FORM_MANNER";
const AT_ONCE: &str = "at-once";
const AT_THE_END: &str = "at-the-end";

/// As many as the longest form here asks.
const QUESTIONS: usize = 9;

/// The child: answers question after question of form after form until it is killed, and says each answer once the
/// store has said `Ok`. In the other manner it says so at once and keeps all of them with the last.
#[test]
#[ignore = "started by the tests beside it, which kill it"]
fn answer_until_killed() {
    let (Ok(path), Ok(manner)) = (std::env::var(PATH), std::env::var(MANNER)) else { return };
    let store = open(Path::new(&path)).unwrap();
    store.write(|tx| tx.bind(&owner("p1"))).unwrap();
    let first = store.read(|r| Ok(r.form_rows()?.len())).unwrap();
    for number in first..first + 1000 {
        let name = format!("n{number}");
        let blank = FilledForm { answers: String::new(), ..begun(&name, "phq9", None, 0) };
        store.write(|tx| tx.begin_form(&blank)).unwrap();
        let mut answers = String::new();
        for question in 0..QUESTIONS {
            answers.push('3');
            let step = u32::try_from(question).unwrap();
            let urgent = format!("{name}-{question}");
            if manner == AT_ONCE {
                store
                    .write(|tx| {
                        tx.keep_answers(&id(name.as_str()), &answers, step, at(1))?;
                        tx.enqueue(&outgoing(&urgent))
                    })
                    .unwrap();
            }
            println!("\nkept {name} {answers}");
        }
        if manner == AT_THE_END {
            store.write(|tx| tx.keep_answers(&id(name.as_str()), &answers, 8, at(1))).unwrap();
        }
    }
}

/// Runs the child on `path` and kills it `after` its first word. Answers what it said was kept, the last word per form
/// counting.
fn run_and_kill(path: &Path, manner: &str, after: Duration) -> Vec<(String, String)> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill_forms::answer_until_killed", "--ignored", "--nocapture"])
        .env(PATH, path)
        .env(MANNER, manner)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    while !said.contains("kept") && out.read_line(&mut said).unwrap() > 0 {}
    let began = Instant::now();
    while began.elapsed() < after {
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    out.read_to_string(&mut said).unwrap();
    // A line that was cut off was not said.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    let words = whole.lines().filter_map(|line| line.strip_prefix("kept ")?.split_once(' '));
    words.map(|(name, answers)| (name.to_owned(), answers.to_owned())).collect()
}

/// What was said to be kept and is not there.
fn lost(path: &Path, said: &[(String, String)]) -> Vec<(String, String)> {
    let store = open(path).unwrap();
    let kept = |name: &str| {
        let found = store.read(|r| r.filled_form(&id(name))).unwrap();
        found.map(|form| form.answers).unwrap_or_default()
    };
    said.iter().filter(|(name, answers)| !kept(name).starts_with(answers.as_str())).cloned().collect()
}

#[test]
fn a_form_killed_at_any_answer_resumes_with_all_that_was_said_to_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let (mut random, mut places) = (rand::rng(), std::collections::BTreeSet::new());
    let mut killed = 0;
    while killed < 30 || (places.len() < QUESTIONS && killed < 200) {
        let said = run_and_kill(&path, AT_ONCE, Duration::from_micros(random.random_range(0..20_000)));
        assert_eq!(lost(&path, &said), []);
        let store = open(&path).unwrap();
        let (last, requests) =
            store.read(|r| Ok((r.open_form("phq9", None)?, r.queue(usize::MAX)?))).unwrap();
        killed += 1;
        // Killed between two forms: there is none to go on with.
        let Some(last) = last else { continue };
        let of_it = requests.iter().filter(|row| row.record.as_str().starts_with(&format!("{}-", last.id)));
        assert_eq!(of_it.count(), last.answers.len(), "an answer and what follows from it are one");
        places.insert(last.answers.len());
        store.write(|tx| tx.give_up_forms("phq9", at(2))).unwrap();
    }
    assert!(places.len() >= 5, "the kills came at too few places of the form: {places:?}");
}

/// The control: kept only with the last answer, the same kills lose what was said to be kept.
#[test]
fn kept_only_at_the_end_the_same_kills_lose_answers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let mut random = rand::rng();
    for _ in 0..100 {
        let said = run_and_kill(&path, AT_THE_END, Duration::from_micros(random.random_range(0..20_000)));
        if !lost(&path, &said).is_empty() {
            return;
        }
    }
    panic!("a hundred kills lost nothing, so the look proves nothing");
}
