//! What is shared is what was chosen, to the letter, for any page and any choice.

use super::*;
use proptest::prelude::*;

fn words(page: &str) -> Vec<(&str, usize)> {
    parts(page).iter().map(|part| (part.words(), part.paragraph)).collect()
}

fn choice(parts: &[usize]) -> Choice {
    Choice { parts: parts.iter().copied().collect(), ..Choice::default() }
}

fn said(page: &str, choice: &Choice) -> String {
    text(Some("What stays?"), page, choice).unwrap().reveal().to_owned()
}

#[test]
fn a_page_is_cut_at_sentences_and_lines() {
    let page = "I was afraid. “Then it was quiet.” Was it 9.30?\n- the sea\n- a door\n\nLater I slept…  yes.";
    assert_eq!(
        words(page),
        [
            ("I was afraid.", 0),
            ("“Then it was quiet.”", 0),
            ("Was it 9.30?", 0),
            ("- the sea", 0),
            ("- a door", 0),
            ("Later I slept…", 1),
            ("yes.", 1),
        ]
    );
    assert_eq!(
        words("海が見えた。「静か。」そして"),
        [("海が見えた。", 0), ("「静か。」", 0), ("そして", 0)]
    );
    assert_eq!(words(" \n "), []);
}

#[test]
fn neighbours_stay_as_written_and_a_gap_is_marked() {
    let page = "One.  Two.\n\nThree. Four.";
    assert_eq!(said(page, &choice(&[0, 1])), "One.  Two.");
    assert_eq!(said(page, &choice(&[1, 2])), "Two.\n\nThree.");
    assert_eq!(said(page, &choice(&[0, 3])), "One.\n\n[…]\n\nFour.");
    assert!(has_gaps(&said(page, &choice(&[0, 3]))) && !has_gaps(&said(page, &choice(&[0, 1]))));
    assert_eq!(text(None, page, &choice(&[])), None);
    assert_eq!(text(None, page, &choice(&[9])), None, "of another page");
}

#[test]
fn the_question_goes_along_only_where_it_is_chosen() {
    let with = Choice { question: true, ..choice(&[0]) };
    assert_eq!(said("One. Two.", &with), "What stays?\n\nOne.");
    assert_eq!(said("One. Two.", &choice(&[0])), "One.");
    assert_eq!(
        text(Some("What stays?"), " ", &Choice { question: true, all: true, ..Choice::default() }),
        None
    );
}

#[test]
fn a_long_page_is_chosen_from_by_paragraphs() {
    let page = "A line. And one. ".repeat(50) + "\n\n" + &"More. ".repeat(80);
    let found = parts(&page);
    assert_eq!(found.len(), 2);
    assert_eq!(said(&page, &choice(&[1])), "More. ".repeat(80).trim());
}

proptest! {
    #[test]
    fn the_parts_are_the_page_and_nothing_else(page in "(?s)[a-c.!?… \n\t\"”。é]{0,200}") {
        let found = parts(&page);
        let joined: String = found.iter().map(|part| part.text).collect();
        prop_assert_eq!(joined, if page.trim().is_empty() { String::new() } else { page.clone() });
        prop_assert!(found.iter().all(|part| !part.words().is_empty()));
        prop_assert!(found.is_sorted_by_key(|part| part.paragraph));
    }

    #[test]
    fn every_part_chosen_is_the_whole_page(page in "(?s).{0,120}") {
        let count = parts(&page).len();
        let by_parts = Choice { parts: (0..count).collect(), ..Choice::default() };
        let all = Choice { all: true, ..Choice::default() };
        prop_assert_eq!(text(None, &page, &by_parts), text(None, &page, &all));
    }

    #[test]
    fn nothing_that_was_not_chosen_is_in_the_text(
        sentences in prop::collection::vec("[a-z]{1,8}", 1..12),
        wanted in prop::collection::btree_set(0_usize..12, 0..12),
    ) {
        let numbered: Vec<String> = sentences.iter().enumerate().map(|(at, words)| format!("{words} {at}#.")).collect();
        let said = text(None, &numbered.join(" "), &choice(&wanted.iter().copied().collect::<Vec<_>>()));
        let said = said.as_ref().map_or("", Private::reveal);
        for (at, sentence) in numbered.iter().enumerate() {
            let shown = said.split(['\n', '.']).any(|part| part.trim() == sentence.trim_end_matches('.'));
            prop_assert_eq!(shown, wanted.contains(&at), "{} in {}", at, said);
        }
    }
}
