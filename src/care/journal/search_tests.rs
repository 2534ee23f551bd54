//! What is typed is read as words, phrases and signs, whatever it is.

use super::{EVERY, LONGEST, Piece, Query, Term, signs};
use crate::care::Private;
use proptest::prelude::*;

fn words(text: &str) -> Term {
    Term::Words { text: Private::new(text), open: false }
}

fn open(text: &str) -> Term {
    Term::Words { text: Private::new(text), open: true }
}

fn letters(text: &str) -> Term {
    Term::Letters(Private::new(text))
}

fn read(typed: &str) -> Vec<Term> {
    Query::read(typed).terms().to_vec()
}

#[test]
fn only_the_last_word_may_go_on() {
    assert_eq!(read("calm sea"), [words("calm"), open("sea")]);
    assert_eq!(read("  calm,sea "), [words("calm"), open("sea")]);
}

#[test]
fn quotation_marks_of_any_kind_hold_a_phrase_and_close_its_last_word() {
    assert_eq!(read("\"calm  sea\""), [words("calm sea")]);
    assert_eq!(read("“calm sea” wal"), [words("calm sea"), open("wal")]);
    assert_eq!(read("«mar en calma»"), [words("mar en calma")]);
    assert_eq!(read("\"calm se"), [open("calm se")], "a phrase that is being typed");
    assert_eq!(read("walk \"calm sea\" \""), [words("walk"), words("calm sea")]);
}

#[test]
fn signs_of_a_search_language_are_gaps() {
    assert_eq!(
        read("NOT (a* OR ^b) col:c"),
        ["NOT", "a", "OR", "b", "col"].map(words).into_iter().chain([open("c")]).collect::<Vec<_>>()
    );
    assert_eq!(
        read("well-being + sea"),
        ["well", "being"].map(words).into_iter().chain([open("sea")]).collect::<Vec<_>>()
    );
    assert_eq!(read("- calm -"), [open("calm")], "a minus before nothing");
    assert_eq!(read("!!! ... — ¿?"), []);
    assert_eq!(read("\"\" \" \" ' ’"), []);
    assert_eq!(read("a\0b\u{7}c"), [words("a"), words("b"), open("c")]);
}

#[test]
fn a_minus_leaves_out_a_whole_word_or_a_phrase() {
    let left_out = |typed: &str| Query::read(typed).left_out().to_vec();
    assert_eq!(left_out("sea -storm"), [vec![words("storm")]]);
    assert_eq!(read("sea -storm"), [words("sea")]);
    assert_eq!(left_out("−storm -rain"), [vec![words("storm")], vec![words("rain")]]);
    assert_eq!(left_out("-\"big storm\" sea"), [vec![words("big storm")]]);
    assert_eq!(read("-\"big storm\" sea"), [open("sea")]);
    assert_eq!(left_out("-well-being"), [vec![words("well being")]], "a hyphen holds together");
    assert_eq!(left_out("-🌊"), [vec![letters("🌊")]]);
    assert_eq!(left_out("-walk🌊"), [vec![words("walk"), letters("🌊")]], "both, or it stays");
    assert_eq!(left_out("-sea海"), [vec![letters("sea海")]]);
    for typed in ["-", "- -", "-\"\"", "-!!", "a-\"b\"", "a - b"] {
        assert_eq!(left_out(typed), [[]; 0].map(|none: [Term; 0]| none.to_vec()), "{typed}");
    }
}

#[test]
fn signs_stand_each_by_itself_and_those_apart_are_told_apart() {
    assert_eq!(signs("calm"), EVERY.to_string());
    assert_ne!(signs("大海"), signs("大 海"));
    let side_by_side = Term::Letters(Private::new("大海")).runs();
    assert!(signs("x大海y").contains(&side_by_side[0]) && !signs("大 海").contains(&side_by_side[0]));
    assert_eq!(Term::Letters(Private::new("大a海")).runs().len(), 2);
    assert!(
        !Term::Letters(Private::new("大a海")).is_signs() && Term::Letters(Private::new("大海")).is_signs()
    );
}

#[test]
fn an_apostrophe_stays_within_its_word() {
    assert_eq!(read("don't"), [open("don't")]);
    assert_eq!(read("l’été"), [open("l’été")]);
}

#[test]
fn emoji_and_scripts_without_gaps_are_looked_for_as_they_are() {
    assert_eq!(read("🌊"), [letters("🌊")]);
    assert_eq!(read("sea🌊 👩‍🚀"), [words("sea"), letters("🌊"), letters("👩‍🚀")]);
    assert_eq!(read("海 sea"), [letters("海"), open("sea")]);
    assert_eq!(read("sea海"), [letters("sea海")], "the index has these as one word");
    assert_eq!(read("เงียบ"), [letters("เงียบ")]);
    assert_eq!(read("हिन्दी"), [letters("हिन्दी")]);
}

#[test]
fn words_from_right_to_left_and_words_of_korea_are_words() {
    assert_eq!(read("שלום عليكم"), [words("שלום"), open("عليكم")]);
    assert_eq!(read("바다"), [open("바다")]);
}

#[test]
fn letters_that_were_looked_for_are_marked_wherever_they_stand() {
    let query = Query::read("海 🌊");
    let marked = query.mark_letters(vec![Piece::new("大海🌊 and 海", false), Piece::new("海", true)]);
    let expected = [("大", false), ("海", true), ("🌊", true), (" and ", false), ("海", true), ("海", true)];
    assert_eq!(marked, expected.map(|(words, hit)| Piece::new(words, hit)));
}

proptest! {
    #[test]
    fn no_term_is_empty_or_holds_what_could_end_a_quotation(typed in any::<String>()) {
        for term in Query::read(&typed).terms() {
            let text = match term {
                Term::Words { text, .. } | Term::Letters(text) => text.reveal(),
            };
            prop_assert!(!text.trim().is_empty());
            prop_assert!(!text.contains(['"', '\0', '*', '^', ':', '(', ')', '-', '+']), "{text:?}");
        }
    }

    #[test]
    fn a_term_stands_in_what_was_typed(typed in "[a-z 🌊海\"']{0,40}") {
        let typed: String = typed.replace('"', " ");
        for term in Query::read(&typed).terms() {
            let (Term::Words { text, .. } | Term::Letters(text)) = term;
            prop_assert!(typed.contains(text.reveal()));
        }
    }

    #[test]
    fn of_a_long_text_the_beginning_is_read(word in "[a-z]{1,8}", times in 1_usize..2_000) {
        let typed = format!("{word} ").repeat(times);
        let most = LONGEST.div_ceil(word.len() + 1);
        prop_assert_eq!(Query::read(&typed).terms().len(), times.min(most));
    }

    #[test]
    fn marking_loses_no_letter(text in "[a海🌊 ]{0,30}", typed in "[海🌊 ]{0,6}") {
        let marked = Query::read(&typed).mark_letters(vec![Piece::new(text.clone(), false)]);
        let whole: String = marked.iter().map(|piece| piece.words.reveal()).collect();
        prop_assert_eq!(whole, text);
    }
}
