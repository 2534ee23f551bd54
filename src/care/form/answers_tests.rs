//! Setting one answer leaves all others, and what waits comes back.

use super::super::given::*;
use super::super::{Behavior, Item, ItemKind, Operator};
use super::*;

fn whole(number: i32) -> Value {
    Value::Integer(number)
}

fn read(answers: &Answers, way: &[(&str, usize)]) -> Vec<Value> {
    answers.values(&path(way)).cloned().collect()
}

#[test]
fn sets_and_clears_at_a_path_and_nothing_else() {
    let mut answers = Answers::default();
    assert!(answers.set(&path(&[("g", 0), ("a", 0)]), vec![whole(1)]));
    assert!(answers.set(&path(&[("g", 1), ("a", 0)]), vec![whole(2)]));
    assert!(answers.set(&path(&[("b", 0)]), vec![whole(3), whole(4)]));
    // There is no third time, so there is no fourth.
    assert!(!answers.set(&path(&[("g", 3), ("a", 0)]), vec![whole(5)]));
    assert_eq!(read(&answers, &[("g", 1), ("a", 0)]), [whole(2)]);
    answers.clear(&path(&[("g", 0), ("a", 0)]));
    assert_eq!(read(&answers, &[("g", 0), ("a", 0)]), []);
    assert_eq!(read(&answers, &[("g", 1), ("a", 0)]), [whole(2)]);
    assert_eq!(read(&answers, &[("b", 0)]), [whole(3), whole(4)]);
    assert_eq!(answers.times(&path(&[("g", 0)])), 2);
}

#[test]
fn what_lies_below_an_answer_stays_with_it_and_waits_without_one() {
    let mut answers = Answers::default();
    let (q, below_first, below_second) =
        (path(&[("q", 0)]), path(&[("q", 0), ("why", 0)]), path(&[("q", 1), ("why", 0)]));
    answers.set(&q, vec![whole(1), whole(2)]);
    answers.set(&below_first, vec![text("one")]);
    answers.set(&below_second, vec![text("two")]);
    answers.set(&q, vec![whole(2), whole(1)]);
    assert_eq!(answers.values(&below_first).next(), Some(&text("two")));
    assert_eq!(answers.values(&below_second).next(), Some(&text("one")));
    answers.set(&q, vec![whole(9)]);
    assert_eq!(answers.values(&below_first).next(), Some(&text("two")));
    answers.clear(&q);
    answers.set(&q, vec![whole(3)]);
    assert_eq!(answers.values(&below_first).next(), Some(&text("two")));
}

#[test]
fn adds_a_time_with_what_its_author_put_there_and_removes_one() {
    let begun = Item { initial: vec![whole(7)], ..question("a") };
    let form = form(vec![times(group("g", vec![begun]))]);
    let mut answers = Answers::default();
    let second = answers.add(&form, &path(&[("g", 0)])).unwrap();
    assert_eq!(second, path(&[("g", 1)]));
    assert_eq!(read(&answers, &[("g", 1), ("a", 0)]), [whole(7)]);
    assert_eq!(answers.times(&second), 2);
    answers.remove(&path(&[("g", 0)]));
    assert_eq!(read(&answers, &[("g", 0), ("a", 0)]), [whole(7)]);
    assert_eq!(answers.times(&second), 1);
}

#[test]
fn only_what_is_asked_is_sent_and_it_comes_back() {
    let mut why = item("why", ItemKind::Text);
    why.enable = Some(when(Behavior::All, &[("a", Operator::Equal, whole(1))]));
    let form = form(vec![question("a"), why]);
    let mut answers = Answers::default();
    answers.set(&path(&[("a", 0)]), vec![whole(1)]);
    answers.set(&path(&[("why", 0)]), vec![text("so")]);
    answers.set(&path(&[("unknown", 0)]), vec![text("?")]);
    let sent = |answers: &Answers| {
        let worked = work(&form, answers);
        worked.answers.only_enabled(&worked).items.into_iter().map(|given| given.link_id).collect::<Vec<_>>()
    };
    assert_eq!(sent(&answers), ["a", "why"]);
    answers.set(&path(&[("a", 0)]), vec![whole(2)]);
    assert_eq!(sent(&answers), ["a"]);
    // What was worked out still has it all.
    let kept = work(&form, &answers).answers;
    assert_eq!(kept.items.len(), 3);
    let mut again = kept;
    again.set(&path(&[("a", 0)]), vec![whole(1)]);
    assert_eq!(sent(&again), ["a", "why"]);
}
