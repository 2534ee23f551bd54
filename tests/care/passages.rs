//! Words marked in a page: exactly what was selected is kept, and the mark stands with those words however the page is
//! written on.

use cairn::care::journal::{AROUND, Insight, Selected, Stood, nearest, one_line_end, standing, stretches};
use cairn::care::{Id, Private};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use std::ops::Range;

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What the page's script says of the letters from one to the other.
fn selected(text: &str, from: usize, to: usize) -> Selected {
    let byte = |letter: usize| text.char_indices().nth(letter).map_or(text.len(), |(at, _)| at);
    let (from, to) = (byte(from), byte(to));
    let beginning: String = text[from..to].chars().take(20).collect();
    Selected {
        from: units(&text[..from]),
        to: units(&text[..to]),
        length: units(text),
        beginning: Private::new(beginning),
    }
}

fn insight(text: &str, range: &Range<usize>) -> Insight {
    Insight {
        id: Id::new("one").unwrap(),
        entry: Id::new("page").unwrap(),
        words: Private::new(&text[range.clone()]),
        stood: Some(Stood::of(text, range)),
        at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

#[test]
fn what_was_selected_is_kept_without_the_space_around_it() {
    let text = "It rained 🙂 a lot.\nI was not alone.";
    let chosen = selected(text, 9, 19).within(text).unwrap();
    assert_eq!(&text[chosen], "🙂 a lot.");
    assert_eq!(selected(text, 18, 19).within(text), None, "nothing but a line end");
}

#[test]
fn a_selection_in_other_words_is_none() {
    let text = "It rained 🙂 a lot.";
    let chosen = selected(text, 0, 9);
    assert!(chosen.within(text).is_some());
    assert_eq!(chosen.within("It rained 🙂 a lot!!"), None, "it has grown");
    assert_eq!(chosen.within("We rested 🙂 a lot."), None, "as long, and says something else");
    let split = Selected { from: 11, beginning: Private::new(""), ..chosen };
    assert_eq!(split.within(text), None, "within a letter of two units");
}

#[test]
fn of_the_same_words_twice_the_mark_stays_with_its_own() {
    let before = "I was calm. Then the sea. I was calm. Then sleep.";
    let second = before.rmatch_indices("I was calm.").next().map(|(at, found)| at..at + found.len()).unwrap();
    let marked = insight(before, &second);
    let after = format!("{}{before}", "Much was written above it later. ".repeat(40));
    let place = standing(&after, &marked).unwrap();
    assert_eq!(after[place.end..], *" Then sleep.");
    // Without what stood around it the nearest one would be the wrong one: this is what the context is for.
    let wrong = nearest(&after, "I was calm.", Some(second.start)).unwrap();
    assert_ne!(wrong, place);
}

#[test]
fn a_page_that_does_not_say_it_any_more_has_no_mark() {
    let text = "It rained. I was not alone.";
    let marked = insight(text, &(11..27));
    assert_eq!(standing("It rained. I was never alone.", &marked), None);
    assert_eq!(standing("", &marked), None);
    let unknown = Insight { stood: None, ..marked };
    assert_eq!(standing(text, &unknown), Some(11..27), "also what was marked before places were kept");
}

#[test]
fn in_a_long_page_of_like_words_each_mark_is_found_where_it_was_made() {
    let text = "The water was calm, and I was not alone in it. ".repeat(2_200);
    assert!(text.len() > 100_000);
    let made: Vec<_> = (0..10).map(|at| at * 9400..at * 9400 + 18).collect();
    let found: Vec<_> = made.iter().filter_map(|place| standing(&text, &insight(&text, place))).collect();
    assert_eq!(found, made);
    assert_eq!(stretches(&text, found).iter().filter(|(_, marked)| *marked).count(), made.len());
}

fn any_words() -> impl Strategy<Value = String> {
    let pieces = vec!["I", " ", " ", "\n", "calm", "🙂", "e\u{301}", "שלום", ".", "was", "\u{a0}", "日本"];
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_selection_is_kept_letter_for_letter_or_was_only_space(
        text in any_words(), from in 0_usize..80, length in 0_usize..80,
    ) {
        let count = text.chars().count();
        let (from, to) = (from.min(count), (from + length).min(count));
        let meant: String = text.chars().skip(from).take(to - from).collect();
        let kept = selected(&text, from, to).within(&text);
        prop_assert_eq!(kept.clone().map(|range| &text[range]).unwrap_or_default(), meant.trim());
        prop_assert_eq!(kept.is_none(), meant.trim().is_empty());
    }

    #[test]
    fn nothing_that_comes_from_the_page_is_more_than_refused(
        text in any_words(), from in any::<usize>(), to in any::<usize>(), length in any::<usize>(), begins in any_words(),
    ) {
        let chosen = Selected { from, to, length, beginning: Private::new(begins.as_str()) };
        let right = Selected { from: from % 90, to: to % 90, length: units(&text), ..chosen.clone() };
        for one in [chosen, right] {
            if let Some(range) = one.within(&text) {
                prop_assert!(!text[range].trim().is_empty());
            }
        }
    }

    #[test]
    fn a_mark_stands_with_its_words_whatever_is_written_elsewhere(
        lead in any_words(), words in "[a-z]{1,4}( [a-z]{1,4}){0,3}", rest in any_words(),
        above in any_words(), below in any_words(),
    ) {
        // What is right around it is left alone, and tells it from all others.
        let near = |side: &str| format!("<{side}{}>", "-".repeat(AROUND));
        let (left, right) = (near("left"), near("right"));
        let page = format!("{lead}{words}{left}{words}{right}{words}{rest}");
        let at = lead.len() + words.len() + left.len();
        let marked = insight(&page, &(at..at + words.len()));
        let later = format!("{above}{words}{below}{left}{words}{right}{below}{words}{above}");
        let place = standing(&later, &marked).unwrap();
        prop_assert_eq!(place.start, above.len() + words.len() + below.len() + left.len());
        prop_assert_eq!(&later[place], words.as_str());
    }

    #[test]
    fn the_stretches_of_a_text_are_the_text_and_all_of_a_mark_is_marked(
        text in any_words(), cuts in prop::collection::vec((0_usize..300, 0_usize..40), 0..8),
    ) {
        let text = one_line_end(&text).into_owned();
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let ranges: Vec<Range<usize>> = cuts
            .iter()
            .map(|(from, length)| {
                let from = from % places.len();
                places[from]..places[(from + length).min(places.len() - 1)]
            })
            .filter(|range| !range.is_empty())
            .collect();
        let all = stretches(&text, ranges.clone());
        prop_assert_eq!(all.iter().map(|(words, _)| *words).collect::<String>(), text.as_str());
        let mut at = 0;
        for (words, marked) in all {
            prop_assert!(!words.is_empty());
            for byte in at..at + words.len() {
                prop_assert_eq!(ranges.iter().any(|range| range.contains(&byte)), marked);
            }
            at += words.len();
        }
    }
}
