//! Strokes: each is kept as it is made, taken back as a whole, and put forward again until something new is drawn.

use crate::{
    given::{Given, at, beneath, id, store},
    pieces::{page, piece},
};
use cairn::care::journal::{Colour, LARGEST_DRAWING, Line, LineWidth, Media, Point};
use proptest::prelude::*;

fn given() -> Given {
    let given = store();
    page(&given.store, "page");
    given.store.write(|tx| tx.begin_piece(&piece("d", Media::Drawing), true)).unwrap();
    given
}

/// A line that is known by where it begins.
pub(crate) fn line(mark: i32, goes_on: bool) -> Line {
    let points = vec![Point::new(mark, 1), Point::new(mark, 2)];
    Line { colour: Colour::Violet, width: LineWidth::Broad, points, goes_on }
}

fn draw(given: &Given, mark: i32, goes_on: bool) {
    assert!(given.store.write(|tx| tx.draw(&id("d"), &line(mark, goes_on))).unwrap());
}

fn seen(given: &Given) -> Vec<u16> {
    let strokes = given.store.read(|r| r.strokes(&id("d"))).unwrap();
    strokes.iter().map(|stroke| stroke.line.points[0].x()).collect()
}

fn back(given: &Given) {
    given.store.write(|tx| tx.take_stroke_back(&id("d"))).unwrap();
}

fn forward(given: &Given) {
    given.store.write(|tx| tx.put_stroke_forward(&id("d"))).unwrap();
}

#[test]
fn a_line_comes_back_as_it_was_drawn() {
    let given = given();
    draw(&given, 5, false);
    let strokes = given.store.read(|r| r.strokes(&id("d"))).unwrap();
    assert_eq!(strokes[0].line, line(5, false));
    let size = given.store.read(|r| r.piece(&id("d"))).unwrap().unwrap().size;
    assert_eq!(size, "5,1 5,2".len() as u64);
}

#[test]
fn a_stroke_is_taken_back_with_all_its_parts_and_put_forward_with_them() {
    let given = given();
    for (mark, goes_on) in [(1, false), (2, false), (3, true), (4, true), (5, false)] {
        draw(&given, mark, goes_on);
    }
    back(&given);
    assert_eq!(seen(&given), [1, 2, 3, 4]);
    back(&given);
    assert_eq!(seen(&given), [1]);
    assert_eq!(given.store.read(|r| r.strokes_taken_back(&id("d"))).unwrap(), 2);
    forward(&given);
    assert_eq!(seen(&given), [1, 2, 3, 4]);
    forward(&given);
    forward(&given);
    assert_eq!(seen(&given), [1, 2, 3, 4, 5]);
    for _ in 0..5 {
        back(&given);
    }
    assert_eq!(seen(&given), [0; 0]);
}

#[test]
fn what_was_taken_back_is_deleted_by_the_next_stroke() {
    let given = given();
    draw(&given, 1, false);
    draw(&given, 2, false);
    back(&given);
    draw(&given, 3, false);
    forward(&given);
    assert_eq!(seen(&given), [1, 3]);
    let left: i64 =
        beneath(&given.path()).query_row("SELECT count(*) FROM stroke", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 2);
    let size = given.store.read(|r| r.piece(&id("d"))).unwrap().unwrap().size;
    assert_eq!(size, "1,1 1,2".len() as u64 * 2);
}

#[test]
fn a_full_drawing_takes_no_more_and_loses_nothing() {
    let given = given();
    draw(&given, 1, false);
    let full = format!("UPDATE piece SET size = {LARGEST_DRAWING} WHERE id = 'd'");
    beneath(&given.path()).execute(&full, []).unwrap();
    assert!(!given.store.write(|tx| tx.draw(&id("d"), &line(2, false))).unwrap());
    assert_eq!(seen(&given), [1]);
    assert!(!given.store.write(|tx| tx.draw(&id("nobody"), &line(2, false))).unwrap());
}

#[test]
fn the_next_start_forgets_what_was_taken_back() {
    let given = given();
    draw(&given, 1, false);
    draw(&given, 2, false);
    back(&given);
    given.store.tidy_pieces(at(99), None).unwrap();
    forward(&given);
    assert_eq!(seen(&given), [1]);
}

#[derive(Debug, Clone, Copy)]
enum Deed {
    Draw,
    GoOn,
    Back,
    Forward,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// Against a plain list of strokes with a second list of what was taken back.
    #[test]
    fn any_order_of_deeds_is_what_a_plain_list_makes_of_it(
        deeds in proptest::collection::vec(
            prop_oneof![
                3 => Just(Deed::Draw), 2 => Just(Deed::GoOn), 2 => Just(Deed::Back), 1 => Just(Deed::Forward),
            ],
            1..30,
        ),
    ) {
        let given = given();
        let (mut shown, mut taken): (Vec<Vec<u16>>, Vec<Vec<u16>>) = (Vec::new(), Vec::new());
        for (nth, deed) in deeds.into_iter().enumerate() {
            let mark = u16::try_from(nth).unwrap() + 1;
            match deed {
                // Nothing can go on that has not begun.
                Deed::GoOn if !shown.is_empty() && taken.is_empty() => {
                    draw(&given, mark.into(), true);
                    shown.last_mut().unwrap().push(mark);
                }
                Deed::Draw | Deed::GoOn => {
                    draw(&given, mark.into(), false);
                    taken.clear();
                    shown.push(vec![mark]);
                }
                Deed::Back => {
                    back(&given);
                    taken.extend(shown.pop());
                }
                Deed::Forward => {
                    forward(&given);
                    shown.extend(taken.pop());
                }
            }
            prop_assert_eq!(seen(&given), shown.concat());
            prop_assert_eq!(given.store.read(|r| r.strokes_taken_back(&id("d"))).unwrap(), taken.len());
        }
    }
}
