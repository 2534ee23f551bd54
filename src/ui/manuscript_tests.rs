//! Both sides of a long field hold the same text, whatever is done to it, and what does not fit is noticed.

use super::{Heard, Manuscript, Piece};
use crate::care::Private;
use proptest::prelude::*;

/// The letters of one piece, as the page has it.
const PIECE: usize = 1500;

fn utf16(words: &str) -> Vec<u16> {
    words.encode_utf16().collect()
}

fn text(units: &[u16]) -> String {
    String::from_utf16(units).unwrap()
}

/// True if a place lies within a letter of two units.
fn splits(units: &[u16], at: usize) -> bool {
    at > 0
        && at < units.len()
        && (0xd800..0xdc00).contains(&units[at - 1])
        && (0xdc00..0xe000).contains(&units[at])
}

/// What the page sends when a field changes from one text to another (assets/index.html).
fn sent(before: &str, now: &str) -> Vec<Piece> {
    let (before, now) = (utf16(before), utf16(now));
    let least = before.len().min(now.len());
    let mut start = before.iter().zip(&now).take_while(|(one, other)| one == other).count();
    if splits(&before, start) || splits(&now, start) {
        start -= 1;
    }
    let same = before.iter().rev().zip(now.iter().rev()).take(least - start);
    let mut end = same.take_while(|(one, other)| one == other).count();
    if splits(&before, before.len() - end) || splits(&now, now.len() - end) {
        end -= 1;
    }
    pieces(start, before.len() - end - start, &now[start..now.len() - end], before.len(), false)
}

fn pieces(mut at: usize, mut cut: usize, put: &[u16], mut length: usize, mut whole: bool) -> Vec<Piece> {
    let (mut all, mut from) = (Vec::new(), 0);
    loop {
        let mut to = put.len().min(from + PIECE);
        if splits(put, to) {
            to -= 1;
        }
        length = length + (to - from) - cut;
        let more = to < put.len();
        all.push(Piece { at, cut, put: Private::new(text(&put[from..to])), length, more, whole });
        at += to - from;
        (from, cut, whole) = (to, 0, false);
        if !more {
            return all;
        }
    }
}

fn hear(manuscript: &mut Manuscript, pieces: &[Piece]) -> Heard {
    pieces.iter().map(|piece| manuscript.hear(piece)).last().unwrap()
}

fn letters() -> impl Strategy<Value = String> {
    let bits = prop_oneof![
        Just("a".to_owned()),
        Just("\n".to_owned()),
        Just("é".to_owned()),
        Just("😀".to_owned()),
        Just("😁".to_owned()),
        Just("👩\u{200d}🚀".to_owned()),
        Just("مر".to_owned()),
        Just("你".to_owned()),
        Just("😀".repeat(1000)),
        "\\PC{0,4}",
    ];
    prop::collection::vec(bits, 0..8).prop_map(|bits| bits.concat())
}

proptest! {
    /// Whatever a field becomes, one text after the other, both sides hold the same.
    #[test]
    fn both_sides_hold_the_same_text(texts in prop::collection::vec(letters(), 1..12)) {
        let mut before = texts[0].clone();
        let mut manuscript = Manuscript::new(&Private::new(before.as_str()));
        for now in &texts[1..] {
            let sent = sent(&before, now);
            prop_assert!(sent.iter().all(|piece| utf16(piece.put.reveal()).len() <= PIECE));
            prop_assert_eq!(hear(&mut manuscript, &sent), Heard::All);
            prop_assert_eq!(manuscript.words(), Private::new(now.as_str()));
            before.clone_from(now);
        }
    }

    /// The control, and the way out: a piece that got lost is noticed unless nothing was in it, and the whole puts it right.
    #[test]
    fn a_lost_piece_is_noticed_and_the_whole_puts_it_right(one in letters(), two in letters(), three in letters()) {
        let mut manuscript = Manuscript::new(&Private::new(one.as_str()));
        let heard = hear(&mut manuscript, &sent(&two, &three));
        if utf16(&one).len() != utf16(&two).len() {
            prop_assert_eq!(heard, Heard::Lost);
            prop_assert_eq!(hear(&mut manuscript, &sent(&three, &two)), Heard::Lost);
            prop_assert_eq!(manuscript.words(), Private::new(one.as_str()));
        }
        let whole = pieces(0, 0, &utf16(&three), 0, true);
        prop_assert_eq!(hear(&mut manuscript, &whole), Heard::All);
        prop_assert_eq!(manuscript.words(), Private::new(three.as_str()));
    }

    /// No piece, however wrong, breaks it or puts half a letter into it.
    #[test]
    fn nonsense_is_refused(words in letters(), put in letters(), at in 0..40_usize, cut in 0..40_usize, length in 0..80_usize) {
        let mut manuscript = Manuscript::new(&Private::new(words.as_str()));
        let piece = Piece { at, cut, put: Private::new(put), length, more: false, whole: false };
        if manuscript.hear(&piece) == Heard::Lost {
            prop_assert_eq!(manuscript.words(), Private::new(words));
        } else {
            prop_assert_eq!(utf16(manuscript.words().reveal()).len(), length);
        }
    }
}

#[test]
fn a_field_knows_one_kind_of_line_end() {
    let mut manuscript = Manuscript::new(&Private::new("one\r\ntwo\rthree"));
    assert_eq!(manuscript.words().reveal(), "one\ntwo\nthree");
    assert_eq!(hear(&mut manuscript, &sent("one\ntwo\nthree", "one\ntwo\nthree, four")), Heard::All);
}

#[test]
fn the_words_are_in_no_debug_output() {
    let manuscript = Manuscript::new(&Private::new("heron"));
    let piece = pieces(0, 0, &utf16("heron"), 0, false).remove(0);
    assert!(!format!("{manuscript:?} {piece:?}").contains("heron"));
}

#[test]
fn far_places_do_not_overflow() {
    let mut manuscript = Manuscript::new(&Private::new("heron"));
    let far = Piece { at: usize::MAX, cut: 1, put: Private::new(""), length: 4, more: false, whole: false };
    assert_eq!(manuscript.hear(&far), Heard::Lost);
}
