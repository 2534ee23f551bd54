//! Writing on a page of the journal: what is typed counts at once, is folded in when the page is left, and nothing that
//! stood there before is lost.

use crate::given::{Given, at, beneath, id, open, store};
use cairn::care::{
    Id, Private, Score,
    journal::{Entry, Phase},
};
use cairn::store::{Reader, StoreError};
use proptest::prelude::*;

pub(crate) fn entry(name: &str, seconds: i64, words: &str) -> Entry {
    Entry {
        id: id(name),
        at: at(seconds),
        zone: chrono_tz::Europe::Rome,
        changed: at(seconds),
        words: Private::new(words),
        visit: None,
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    }
}

pub(crate) fn draft(given: &Given, name: &str, words: &str) {
    let kept = given.store.write(|tx| tx.save_draft(&id(name), &Private::new(words), at(100))).unwrap();
    assert!(kept, "there is such a page");
}

pub(crate) fn fold(given: &Given, name: &str) -> bool {
    given.store.write(|tx| tx.fold_draft(&id(name))).unwrap()
}

fn begin(given: &Given, entry: &Entry) {
    given.store.write(|tx| tx.save_entry(entry)).unwrap();
}

fn read<T>(given: &Given, work: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>) -> T {
    given.store.read(work).unwrap()
}

fn words(given: &Given, name: &str) -> Option<String> {
    read(given, |r| r.entry(&id(name))).map(|entry| entry.words.reveal().to_owned())
}

fn earlier(given: &Given, name: &str) -> Vec<String> {
    let earlier = read(given, |r| r.earlier_words(&id(name)));
    earlier.into_iter().map(|one| one.words.reveal().to_owned()).collect()
}

fn found(given: &Given, query: &str) -> i64 {
    let sql = "SELECT count(*) FROM journal_search WHERE journal_search MATCH ?1";
    beneath(&given.path()).query_row(sql, [query], |row| row.get(0)).unwrap()
}

#[test]
fn what_is_being_written_counts_before_the_page_is_left() {
    let given = store();
    begin(&given, &entry("page", 0, ""));
    draft(&given, "page", "a heron");
    assert_eq!(words(&given, "page").as_deref(), Some("a heron"));
    let (lines, on) = read(&given, |r| r.entry_beginnings(None, 10, 160));
    assert_eq!((lines[0].words.reveal(), lines[0].changed, on), ("a heron", at(100), None));
    assert_eq!(found(&given, "heron"), 0, "no work on the index for each pause");
    assert!(fold(&given, "page") && !fold(&given, "page"), "once is enough");
    assert_eq!(found(&given, "heron"), 1);
    assert_eq!(earlier(&given, "page"), [""; 0], "there was nothing before");
}

#[test]
fn each_sitting_keeps_what_was_there_before_it() {
    let given = store();
    begin(&given, &entry("page", 0, ""));
    for sitting in ["one", "two", "two", "", "three"] {
        draft(&given, "page", "on the way to it");
        draft(&given, "page", sitting);
        fold(&given, "page");
    }
    assert_eq!(words(&given, "page").as_deref(), Some("three"));
    assert_eq!(earlier(&given, "page"), ["two", "one"], "unchanged or blank, it makes no version");
}

#[test]
fn earlier_words_come_back_and_those_of_now_are_kept() {
    let given = store();
    begin(&given, &entry("page", 0, "one"));
    draft(&given, "page", "two");
    fold(&given, "page");
    let back = |words: &str| {
        given.store.write(|tx| tx.replace_words(&id("page"), &Private::new(words), at(200))).unwrap()
    };
    assert!(back("one") && !back("one"));
    assert_eq!(words(&given, "page").as_deref(), Some("one"));
    assert_eq!(earlier(&given, "page"), ["two", "one"]);
}

#[test]
fn a_kill_between_leaves_a_draft_that_the_next_start_folds() {
    let given = store();
    begin(&given, &entry("page", 0, "before"));
    begin(&given, &entry("blank", 1, ""));
    draft(&given, "page", "after");
    let folder = given.close();
    let again = Given { store: open(&folder.path().join("store.db")).unwrap(), folder };
    assert_eq!(words(&again, "page").as_deref(), Some("after"));
    let tidied = again.store.write(|tx| Ok((tx.fold_drafts()?, tx.drop_blank_entries()?))).unwrap();
    assert_eq!(tidied, (1, 1));
    assert_eq!((words(&again, "page").as_deref(), words(&again, "blank")), (Some("after"), None));
    assert_eq!(earlier(&again, "page"), ["before"]);
}

#[test]
fn a_blank_page_stays_where_something_hangs_on_it() {
    let given = store();
    for name in ["blank", "felt", "drawn", "erased", "written"] {
        begin(&given, &entry(name, 0, " \n"));
    }
    draft(&given, "written", "x");
    draft(&given, "erased", "something");
    fold(&given, "erased");
    draft(&given, "erased", "");
    fold(&given, "erased");
    given.store.write(|tx| tx.set_entry_mood(&id("felt"), Score::new(3).ok())).unwrap();
    let piece =
        "INSERT INTO piece (id, entry, kind, mime, made_at) VALUES ('p', 'drawn', 'drawing', 'x/y', 1)";
    beneath(&given.path()).execute(piece, []).unwrap();
    let dropped = |name: &str| given.store.write(|tx| tx.drop_blank_entry(&id(name))).unwrap();
    for stays in ["felt", "drawn", "erased", "written"] {
        assert!(!dropped(stays), "{stays}");
    }
    assert!(dropped("blank"));
}

#[test]
fn a_deleted_page_is_out_of_sight_and_comes_back_with_its_last_letters() {
    let given = store();
    let page = Entry { visit: Some(id("v")), phase: Some(Phase::Day1), ..entry("page", 0, "a heron") };
    begin(&given, &page);
    given.store.write(|tx| tx.remove_entry(&page.id, at(5))).unwrap();
    draft(&given, "page", "a heron and rain");
    assert_eq!((words(&given, "page"), found(&given, "heron")), (None, 0));
    assert!(read(&given, |r| r.entry_beginnings(None, 9, 9)).0.is_empty());
    assert!(read(&given, |r| r.entries_of(&id("v"))).is_empty());
    assert!(read(&given, |r| r.visits_written_about()).is_empty());
    assert!(given.store.write(|tx| tx.bring_entry_back(&page.id)).unwrap());
    assert_eq!(words(&given, "page").as_deref(), Some("a heron and rain"));
    assert_eq!(found(&given, "heron"), 1);
    assert!(
        !given.store.write(|tx| tx.purge_entry(&page.id, at(9), None)).unwrap(),
        "what is back is not deleted"
    );
    assert_eq!(read(&given, |r| r.visits_written_about()), [id("v")]);
}

#[test]
fn a_page_that_is_gone_takes_no_words() {
    let given = store();
    let kept = given.store.write(|tx| tx.save_draft(&id("nowhere"), &Private::new("x"), at(0)));
    assert!(!kept.unwrap());
}

#[test]
fn the_list_goes_on_where_it_ended_without_doubles_or_gaps() {
    let given = store();
    for number in 0..25_i64 {
        // Several begun in the same millisecond.
        begin(&given, &entry(&format!("n{number}"), number / 4, &format!("  {number} {}", "x".repeat(300))));
    }
    let (mut all, mut after): (Vec<Id>, _) = (Vec::new(), None);
    loop {
        let (lines, on) = read(&given, |r| r.entry_beginnings(after, 4, 20));
        assert!(
            lines.iter().all(|line| line.words.reveal().len() == 20 && !line.words.reveal().starts_with(' '))
        );
        all.extend(lines.into_iter().map(|line| line.id));
        after = on;
        if after.is_none() {
            break;
        }
    }
    let wanted: Vec<Id> = (0..25).rev().map(|number| id(format!("n{number}"))).collect();
    assert_eq!(all, wanted);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed, left, brought back and killed in between: the words are the last ones, and every text that stood
    /// there when a page was left is still to be found.
    #[test]
    fn no_order_of_writing_loses_a_text(steps in prop::collection::vec((0..4_u8, "\\PC{0,12}"), 1..20)) {
        let given = store();
        begin(&given, &entry("page", 0, ""));
        let (mut now, mut left) = (String::new(), Vec::new());
        for (step, text) in steps {
            match step {
                0 | 1 => {
                    draft(&given, "page", &text);
                    now = text;
                }
                2 => {
                    fold(&given, "page");
                    left.push(now.clone());
                }
                _ => {
                    given.store.write(|tx| tx.fold_drafts()).unwrap();
                    left.push(now.clone());
                }
            }
            prop_assert_eq!(words(&given, "page"), Some(now.clone()));
        }
        fold(&given, "page");
        let all: Vec<String> = earlier(&given, "page").into_iter().chain([now]).collect();
        for text in left.iter().filter(|text| !text.trim().is_empty()) {
            prop_assert!(all.contains(text), "{:?} is not among {:?}", text, all);
        }
    }
}
