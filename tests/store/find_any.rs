//! Any text may be looked for, and the answer is right: held against a search that knows no index.

use crate::find::{all, find, with_pages};
use cairn::care::journal::search::{Filters, Query, Term};
use proptest::prelude::*;

/// Small letters without accents, for the alphabets the tests below write in.
fn fold(text: &str) -> String {
    let plain = |letter: char| match letter {
        'á' | 'ä' | 'ạ' => 'a',
        'é' | 'ế' => 'e',
        'ñ' => 'n',
        'ö' => 'o',
        'ς' => 'σ',
        other => other,
    };
    let folded: String = text.to_lowercase().chars().map(plain).collect();
    folded.replace(['\u{301}', '\u{308}'], "")
}

/// The words of a text as people part them.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let parts = folded.split(|letter: char| !letter.is_alphanumeric() || is_emoji(letter));
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn is_emoji(letter: char) -> bool {
    letter >= '\u{1f000}'
}

/// True if `text` holds `term`, found by looking at every word.
fn holds(text: &str, term: &Term) -> bool {
    match term {
        Term::Letters(letters) => text.contains(letters.reveal()),
        Term::Words { text: wanted, open } => {
            let wanted = words(wanted.reveal());
            let (last, before) = wanted.split_last().unwrap();
            words(text).windows(wanted.len()).any(|run| {
                let (end, start) = run.split_last().unwrap();
                start == before && if *open { end.starts_with(last.as_str()) } else { end == last }
            })
        }
    }
}

/// Words that share letters, so that they often nearly match.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        5 => "[aáäbeé]{1,3}",
        1 => "[ñnOÖ]{1,2}",
        1 => "[αβΣσς]{1,2}",
        1 => "[бжЖ]{1,2}",
        1 => "[שלם]{1,3}",
        1 => "[سلا]{1,3}",
        1 => "[海静か]{1,2}",
        1 => "[🌊🌈]{1,2}",
        1 => "e\u{301}a",
    ];
    let gap = prop_oneof![4 => Just(" "), 1 => Just(", "), 1 => Just("-"), 1 => Just("\n"), 1 => Just("'")];
    prop::collection::vec((word, gap), 0..8)
        .prop_map(|parts| parts.into_iter().map(|(word, gap)| word + gap).collect())
}

fn typed() -> impl Strategy<Value = String> {
    (text(), any::<bool>(), 0_usize..12).prop_map(|(text, quoted, letters)| {
        let start: String = text.chars().take(letters).collect();
        if quoted { format!("\"{start}") } else { start }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn what_holds_the_words_is_found_and_what_is_found_holds_them(
        pages in prop::collection::vec(text(), 1..6),
        queries in prop::collection::vec(typed(), 8),
    ) {
        let given = with_pages(&pages.iter().map(String::as_str).collect::<Vec<_>>());
        for typed in queries {
            let query = Query::read(&typed);
            let right: Vec<_> = ('a'..)
                .zip(&pages)
                .filter(|(_, text)| query.terms().iter().all(|term| holds(text, term)))
                .map(|(name, _)| name.to_string())
                .collect();
            let right = right.into_iter().rev().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(find(&given, &typed), right, "{:?} in {:?}", typed, pages);
            for page in all(&given, &typed, &Filters::default()) {
                let marked = page.passage.iter().any(|piece| piece.hit);
                prop_assert!(query.is_empty() || marked, "{typed:?} is marked in {:?}", pages);
            }
        }
    }
}

/// Bits of every language a query could be taken for.
fn nasty() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        any::<String>(),
        Just("\"".to_owned()),
        Just("\0".to_owned()),
        Just("*".to_owned()),
        Just("NEAR(".to_owned()),
        Just(" AND ".to_owned()),
        Just(" OR NOT ".to_owned()),
        Just("words : ".to_owned()),
        Just("^a + b".to_owned()),
        Just("'; DROP TABLE journal_entry; --".to_owned()),
        Just("\u{fdd0}\u{fdd1}\u{feff}\u{202e}".to_owned()),
        Just("👩‍👩‍👧‍👦".to_owned()),
        Just("a".repeat(10_000)),
        Just("\u{301}\u{e000}\u{10ffff}".to_owned()),
        Just("%_[]{}\\".to_owned()),
    ];
    prop::collection::vec(bit, 0..6).prop_map(|bits| bits.concat())
}

#[test]
fn two_thousand_odd_queries_are_answered() {
    let given = with_pages(&["calm sea", "海 🌊", "a b c", "שלום"]);
    let config = ProptestConfig { cases: 2_000, ..ProptestConfig::default() };
    proptest!(config, |(typed in nasty())| {
        let query = Query::read(&typed);
        let answer = given.store.read(|reader| reader.find(&query, &Filters::default(), None, 20));
        prop_assert!(answer.is_ok(), "{typed:?}: {answer:?}");
    });
}

#[test]
fn without_our_reading_such_queries_are_mistakes() {
    // The control: handed to the index as they are, it refuses them.
    let given = with_pages(&["calm sea"]);
    let conn = crate::given::beneath(&given.path());
    let ask = "SELECT count(*) FROM journal_search WHERE journal_search MATCH ?1";
    for typed in ["\"", "NEAR(", "words :", "*", "calm)"] {
        assert!(conn.query_row(ask, [typed], |row| row.get::<_, i64>(0)).is_err(), "{typed}");
    }
}
