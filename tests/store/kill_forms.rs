//! kill -9 while a form is filled in: every answer that was said to be kept is there, and its request with it.

use crate::{
    filled_forms::begun,
    given::{at, id, open, outgoing, owner},
    killing::{child, run_and_kill},
};
use cairn::store::FilledForm;
use std::{collections::BTreeSet, path::Path, time::Duration};

const PATH: &str = "CAIRN_TEST_KILL_FORM_PATH";
const MANNER: &str = "CAIRN_TEST_KILL_FORM_MANNER";
const STOP: &str = "CAIRN_TEST_KILL_FORM_STOP";
const AT_ONCE: &str = "at-once";
const AT_THE_END: &str = "at-the-end";

/// As many as the longest form here asks.
const QUESTIONS: usize = 9;

/// The child: answers question after question of form after form until it is killed, and says each answer once the
/// store has said `Ok`. In the other manner it says so at once and keeps all of them with the last. After as many
/// answers as it was told to stop at it waits for the kill.
#[test]
#[ignore = "started by the tests beside it, which kill it"]
fn answer_until_killed() {
    let (Ok(path), Ok(manner)) = (std::env::var(PATH), std::env::var(MANNER)) else { return };
    let stop: usize = std::env::var(STOP).unwrap().parse().unwrap();
    let mut words = 0;
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
            let at_step = u32::try_from(question).unwrap();
            let urgent = format!("{name}-{question}");
            if manner == AT_ONCE {
                store
                    .write(|tx| {
                        tx.keep_answers(&id(name.as_str()), &answers, at_step, at(1))?;
                        tx.enqueue(&outgoing(&urgent))
                    })
                    .unwrap();
            }
            println!("\nkept {name} {answers}");
            words += 1;
            if words == stop {
                loop {
                    std::thread::park();
                }
            }
        }
        if manner == AT_THE_END {
            store.write(|tx| tx.keep_answers(&id(name.as_str()), &answers, 8, at(1))).unwrap();
        }
    }
}

/// Runs the child on `path` and kills it right after its `nth` word, while it waits there or while it goes on. Answers
/// what it said was kept, the last word per form counting.
fn kept_by(path: &Path, manner: &str, nth: usize, waits: bool) -> Vec<(String, String)> {
    let stop = if waits { nth } else { usize::MAX }.to_string();
    let mut child = child("kill_forms::answer_until_killed");
    let enough = |said: &str| said.matches("kept ").count() >= nth;
    let child = child.env(PATH, path).env(MANNER, manner).env(STOP, stop);
    let said = run_and_kill(child, enough, Duration::ZERO);
    let words = said.lines().filter_map(|line| line.strip_prefix("kept ")?.split_once(' '));
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
    let everywhere = |waits| (1..=QUESTIONS).map(move |nth| (nth, waits));
    for (nth, waits) in everywhere(true).chain(everywhere(false)) {
        let said = kept_by(&path, AT_ONCE, nth, waits);
        assert!(if waits { said.len() == nth } else { said.len() >= nth }, "{nth}, {waits}: {said:?}");
        assert_eq!(lost(&path, &said), []);
        let store = open(&path).unwrap();
        let requests = store.read(|r| r.queue(usize::MAX)).unwrap();
        let names: BTreeSet<&str> = said.iter().map(|(name, _)| name.as_str()).collect();
        for name in names {
            let kept = store.read(|r| r.filled_form(&id(name))).unwrap().unwrap().answers.len();
            assert!(!waits || kept == nth, "killed after answer {nth}, {kept} are there");
            let of_it = requests.iter().filter(|row| row.record.as_str().starts_with(&format!("{name}-")));
            assert_eq!(of_it.count(), kept, "an answer and what follows from it are one");
        }
        store.write(|tx| tx.give_up_forms("phq9", at(2))).unwrap();
    }
}

/// The control: kept only with the last answer, the same kills lose what was said to be kept.
#[test]
fn kept_only_at_the_end_the_same_kills_lose_answers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    for nth in 1..=QUESTIONS {
        let said = kept_by(&path, AT_THE_END, nth, true);
        assert_eq!(lost(&path, &said).len(), nth, "the look sees what is not there");
    }
}
