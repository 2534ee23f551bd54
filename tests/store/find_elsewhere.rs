//! What is found besides the words a page was left with: what is being written, the question above it, and titles; and
//! what a minus leaves out.

use crate::{
    find::{all, by, entry, find, with_pages},
    given::{Given, at, beneath, id, open, store},
    writing::{draft, fold},
};
use cairn::care::{
    Private,
    journal::{
        Entry, Media, Piece,
        search::{Filters, Found, Kind, Piece as Stretch},
    },
};
use std::time::Instant;

fn marked(pieces: &[Stretch]) -> String {
    let one = |piece: &Stretch| {
        let words = piece.words.reveal();
        if piece.hit { format!("[{words}]") } else { words.to_owned() }
    };
    pieces.iter().map(one).collect()
}

fn only(given: &Given, typed: &str) -> Found {
    let mut found = all(given, typed, &Filters::default());
    assert_eq!(found.len(), 1, "{typed}");
    found.remove(0)
}

fn photo(name: &str, page: &str, title: &str) -> Piece {
    Piece {
        id: id(name),
        entry: id(page),
        media: Media::of_mime("image/jpeg").unwrap(),
        title: Some(Private::new(title)),
        made: at(0),
        size: 0,
    }
}

fn whole(given: &Given) {
    let sql = "INSERT INTO journal_search (journal_search, rank) VALUES ('integrity-check', 1)";
    beneath(&given.path()).execute(sql, []).unwrap();
}

#[test]
fn what_is_being_written_is_found_and_what_it_takes_the_place_of_is_not() {
    let given = with_pages(&["calm sea", "", "calm wind"]);
    draft(&given, "a", "calm rain 海");
    draft(&given, "b", "a heron, calm");
    assert_eq!(find(&given, "calm"), "c b a", "in their order with those that are finished");
    assert_eq!(
        (find(&given, "sea"), find(&given, "rain"), find(&given, "海")),
        (String::new(), "a".into(), "a".into())
    );
    assert_eq!(find(&given, "calm -heron"), "c a");
    assert_eq!(marked(&only(&given, "her").passage), "a [heron], calm");
    assert_eq!(
        marked(&all(&given, "", &Filters::default())[1].passage),
        "a heron, calm",
        "in a list as well"
    );
    let words = by(|filters| filters.kind = Some(Kind::Words));
    assert_eq!(all(&given, "heron", &words).len(), 1, "a page that is only a draft has words");
    fold(&given, "a");
    fold(&given, "b");
    assert_eq!(find(&given, "calm"), "c b a");
    whole(&given);
}

#[test]
fn a_draft_of_a_page_that_was_taken_away_is_not_found() {
    let given = with_pages(&["calm"]);
    draft(&given, "a", "rain");
    given.store.write(|tx| tx.remove_entry(&id("a"), at(9))).unwrap();
    assert_eq!(find(&given, "rain"), "");
    given.store.write(|tx| tx.bring_entry_back(&id("a"))).unwrap();
    assert_eq!(find(&given, "rain"), "a");
}

#[test]
fn the_pages_of_a_search_turn_over_drafts_and_others_without_a_gap() {
    let given = with_pages(&["calm"; 20]);
    for name in ["b", "h", "t"] {
        draft(&given, name, "calm again");
    }
    let query = cairn::care::journal::search::Query::read("calm");
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let (found, on) =
            given.store.read(|reader| reader.find(&query, &Filters::default(), after, 3)).unwrap();
        seen.extend(found.into_iter().map(|page| page.id.to_string()));
        after = on;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.concat(), ('a'..='t').rev().collect::<String>());
}

#[test]
fn the_question_above_a_page_is_found_and_says_that_it_is_there() {
    let given = store();
    let asked = Entry { prompt: Some("What would you soften?".into()), ..entry("a", 0, "the rain 海") };
    given.store.write(|tx| tx.save_entry(&asked)).unwrap();
    let found = only(&given, "soft");
    assert_eq!(
        (marked(&found.prompt), marked(&found.passage)),
        ("What would you [soften]?".into(), "the rain 海".into())
    );
    assert_eq!(find(&given, "rain soften"), "a", "some here and some there");
    assert_eq!(find(&given, "\"soften the\""), "", "a phrase stands in one place");
    given.store.write(|tx| tx.set_entry_prompt(&id("a"), Some("大海?"))).unwrap();
    assert_eq!((find(&given, "soften"), find(&given, "大海")), (String::new(), "a".into()));
    assert_eq!(marked(&only(&given, "大海").prompt), "[大海]?");
    given.store.write(|tx| tx.set_entry_prompt(&id("a"), None)).unwrap();
    assert_eq!(find(&given, "大海"), "");
    whole(&given);
}

#[test]
fn titles_are_found_as_long_as_what_they_name_is_there() {
    let given = with_pages(&["calm", "wind"]);
    given
        .store
        .write(|tx| {
            tx.begin_piece(&photo("p1", "a", "The harbour at dusk"), true)?;
            tx.begin_piece(&photo("p2", "a", "boats 🌊"), true)?;
            tx.begin_piece(&photo("p3", "b", "half a harbour"), false)
        })
        .unwrap();
    let found = only(&given, "harb");
    assert_eq!(found.titles.iter().map(|title| marked(title)).collect::<Vec<_>>(), ["The [harbour] at dusk"]);
    assert_eq!(marked(&found.passage), "calm");
    assert_eq!(found.kinds, [Kind::Photo]);
    assert_eq!((find(&given, "boats 🌊"), find(&given, "\"dusk boats\"")), ("a".into(), String::new()));
    given.store.write(|tx| tx.name_piece(&id("p1"), Some(&Private::new("The pier")))).unwrap();
    assert_eq!((find(&given, "harbour"), find(&given, "pier")), (String::new(), "a".into()));
    given.store.write(|tx| tx.remove_piece(&id("p1"), at(5))).unwrap();
    assert_eq!(find(&given, "pier"), "");
    given.store.write(|tx| tx.bring_piece_back(&id("p1"))).unwrap();
    assert_eq!(find(&given, "pier"), "a");
    given.store.write(|tx| tx.remove_entry(&id("a"), at(9))).unwrap();
    assert_eq!(find(&given, "pier"), "");
    given.store.write(|tx| tx.bring_entry_back(&id("a"))).unwrap();
    assert_eq!(find(&given, "pier calm"), "a");
    whole(&given);
    beneath(&given.path())
        .execute_batch("PRAGMA foreign_keys = ON; DELETE FROM journal_entry WHERE id = 'a'")
        .unwrap();
    assert_eq!(find(&given, "pier"), "");
    whole(&given);
}

#[test]
fn a_minus_leaves_pages_out() {
    let given = with_pages(&["calm sea", "calm storm", "storms", "海 big sea", "大海 big storm"]);
    assert_eq!(find(&given, "calm -storm"), "a");
    assert_eq!(find(&given, "-storm"), "d c a", "all others, and no word because it begins so");
    assert_eq!(find(&given, "-\"big sea\" -calm"), "e c");
    assert_eq!(find(&given, "big -海"), "");
    assert_eq!(find(&given, "big -大海"), "d");
    assert_eq!(find(&given, "-big -storms -calm"), "");
    let session = by(|filters| filters.visit = Some(id("none")));
    assert!(all(&given, "-storm", &session).is_empty());
}

/// As a journal of ten years comes into this version.
#[test]
#[ignore = "says how long it takes: cargo test --test store -- --ignored --nocapture ten_years_of_pages"]
fn ten_years_of_pages_come_into_this_schema() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/store/schema-4.db"), &path).unwrap();
    let conn = beneath(&path);
    let words = |number: usize| {
        (0..200).map(|at| format!("word{}", (number * 7 + at * at) % 5_000)).collect::<Vec<_>>().join(" ")
    };
    conn.execute_batch("BEGIN").unwrap();
    for number in 0..10_000 {
        let sql = "INSERT INTO journal_entry (id, at, zone, changed_at, words) VALUES (?1, ?2, 'UTC', 0, ?3)";
        conn.execute(
            sql,
            rusqlite::params![format!("page-{number}"), i64::try_from(number).unwrap(), words(number)],
        )
        .unwrap();
    }
    conn.execute_batch("COMMIT").unwrap();
    drop(conn);
    let began = Instant::now();
    let store = open(&path).unwrap();
    println!("{:?}", began.elapsed());
    let query = cairn::care::journal::search::Query::read("\"word1\"");
    assert!(!store.read(|reader| reader.find(&query, &Filters::default(), None, 9)).unwrap().0.is_empty());
}
