//! Any text may be looked for, and the answer is right: held against a search that knows no index.

use crate::{
    find::{all, entry, find, with_pages},
    given::{at, beneath, id},
};
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

/// How many pages a journal of the test below has; those it has no words for are empty.
const PAGES: usize = 5;

#[test]
fn what_holds_the_words_is_found_and_what_is_found_holds_them() {
    let given = with_pages(&[""; PAGES]);
    let config = ProptestConfig { cases: 200, ..ProptestConfig::default() };
    let pages = prop::collection::vec(text(), PAGES);
    proptest!(config, |(pages in pages, queries in prop::collection::vec(typed(), 8))| {
        let named = || ('a'..).map(|name| name.to_string()).zip(&pages);
        given
            .store
            .write(|tx| named().try_for_each(|(name, words)| tx.save_entry(&entry(&name, 0, words))))
            .unwrap();
        for typed in queries {
            let query = Query::read(&typed);
            if query.is_empty() {
                continue;
            }
            let holds = |text: &str| {
                let all = |terms: &[Term]| terms.iter().all(|term| holds(text, term));
                all(query.terms()) && !query.left_out().iter().any(|terms| all(terms))
            };
            let mut right: Vec<_> = named().filter(|(_, text)| holds(text)).map(|(name, _)| name).collect();
            right.reverse();
            let found = all(&given, &typed, &Filters::default());
            let ids: Vec<_> = found.iter().map(|page| page.id.to_string()).collect();
            prop_assert_eq!(ids, right, "{:?} in {:?}", typed, pages);
            for page in found.into_iter().filter(|_| !query.terms().is_empty()) {
                let marked = page.passage.iter().any(|piece| piece.hit);
                prop_assert!(marked, "{typed:?} is marked in {:?}", pages);
            }
        }
    });
}

/// What happens to a page.
#[derive(Debug, Clone)]
enum Deed {
    Written(String),
    TakenAway,
    BroughtBack,
    Purged,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => "[ab]( [ab]){0,3}".prop_map(Deed::Written),
        1 => Just(Deed::TakenAway),
        1 => Just(Deed::BroughtBack),
        1 => Just(Deed::Purged),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_index_is_whole_and_right_after_every_deed(
        deeds in prop::collection::vec((0_usize..3, deed()), 1..12),
        together in any::<bool>(),
    ) {
        let given = with_pages(&["a b", "b", "a"]);
        // What each page says, and whether it is there.
        let mut pages = [("a b", true), ("b", true), ("a", true)].map(|(words, there)| (Some(words.to_owned()), there));
        let act = |tx: &cairn::store::Tx<'_>, page: usize, deed: &Deed| {
            let name = ["a", "b", "c"][page];
            match deed {
                // A page that was taken away is not written on.
                Deed::Written(words) if tx.entry(&id(name))?.is_some() => tx.save_entry(&entry(name, 0, words)),
                Deed::Written(_) => Ok(()),
                Deed::TakenAway => tx.remove_entry(&id(name), at(9)).map(drop),
                Deed::BroughtBack => tx.bring_entry_back(&id(name)).map(drop),
                Deed::Purged => tx.purge_entries(at(9), at(9), None).map(drop),
            }
        };
        for (page, deed) in &deeds {
            if !together {
                given.store.write(|tx| act(tx, *page, deed)).unwrap();
            }
            match deed {
                Deed::Written(words) if pages[*page].1 => pages[*page].0 = Some(words.clone()),
                Deed::Written(_) => {}
                Deed::TakenAway => pages[*page].1 = false,
                Deed::BroughtBack => pages[*page].1 = pages[*page].0.is_some(),
                Deed::Purged => pages.iter_mut().filter(|page| !page.1).for_each(|page| page.0 = None),
            }
        }
        if together {
            given.store.write(|tx| deeds.iter().try_for_each(|(page, deed)| act(tx, *page, deed))).unwrap();
        }
        let whole = "INSERT INTO journal_search (journal_search, rank) VALUES ('integrity-check', 1)";
        if pages.iter().all(|page| page.1) {
            // FTS5 knows nothing of pages that are there and not in the index.
            beneath(&given.path()).execute(whole, []).unwrap();
        }
        for typed in ["a", "b"] {
            let right = ["c", "b", "a"].into_iter().zip(pages.iter().rev());
            let right = right.filter(|(_, (words, there))| *there && words.as_ref().is_some_and(|words| words.contains(typed)));
            let right: Vec<_> = right.map(|(name, _)| name).collect();
            prop_assert_eq!(find(&given, typed), right.join(" "), "{}", typed);
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
        Just(" -".to_owned()),
        Just(" -\"".to_owned()),
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
    let conn = beneath(&given.path());
    let ask = "SELECT count(*) FROM journal_search WHERE journal_search MATCH ?1";
    for typed in ["\"", "NEAR(", "words :", "*", "calm)"] {
        assert!(conn.query_row(ask, [typed], |row| row.get::<_, i64>(0)).is_err(), "{typed}");
    }
}
