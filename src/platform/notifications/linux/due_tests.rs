//! Nothing rings twice, nothing that is of use is lost, whatever the clock does.

use super::*;
use crate::care::Private;
use chrono::TimeDelta;

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minutes)
}

fn ring(id: &str, from: i64, until: i64, words: &str) -> Ring {
    Ring { id: id.to_owned(), at: at(from), until: at(until), words: Private::new(words) }
}

fn list(rings: &[Ring]) -> RingList {
    RingList { rings: rings.to_vec(), ..RingList::default() }
}

#[test]
fn a_ring_is_due_from_its_instant_until_it_is_of_no_use() {
    let list = list(&[ring("a", 10, 60, "x")]);
    let memory = Memory::default();
    assert_eq!(due(&list, &memory, at(9)), Due { now: vec![], next: Some(at(10)) });
    assert_eq!(due(&list, &memory, at(10)), Due { now: vec![list.rings.clone()], next: None });
    assert_eq!(due(&list, &memory, at(59)).now.len(), 1, "late, once");
    assert_eq!(due(&list, &memory, at(60)), Due::default());
}

#[test]
fn what_rang_rings_no_more_whatever_the_clock_does() {
    let list = list(&[ring("a", 10, 60, "x")]);
    let mut memory = Memory::default();
    memory.rang(&list.rings[0]);
    for minute in [-1_000_000, 0, 10, 30, 1_000_000] {
        assert!(!memory.tidy(&list, at(minute)), "what is listed is not forgotten");
        assert_eq!(due(&list, &memory, at(minute)), Due::default());
    }
    let moved = self::list(&[ring("a", 40, 60, "x")]);
    assert_eq!(due(&moved, &memory, at(40)).now.len(), 1, "at another instant it is another ring");
    assert!(memory.tidy(&moved, at(60 * 24 * 31)), "what is long over and in no list is forgotten");
}

#[test]
fn what_was_put_off_rings_once_more_if_it_is_of_use_by_then() {
    let list = list(&[ring("a", 10, 60, "x")]);
    let mut memory = Memory::default();
    memory.put_off(&list.rings[0], at(20));
    assert_eq!(due(&list, &memory, at(12)), Due { now: vec![], next: Some(at(20)) });
    assert_eq!(due(&list, &memory, at(20)).now.len(), 1);
    memory.rang(&list.rings[0]);
    assert_eq!(due(&list, &memory, at(30)), Due::default());
    memory.put_off(&list.rings[0], at(60));
    assert_eq!(due(&list, &memory, at(50)), Due::default(), "too late to be of use");
}

#[test]
fn the_same_words_at_once_are_said_once() {
    let list = list(&[ring("a", 10, 60, "x"), ring("b", 9, 60, "x"), ring("c", 10, 60, "y")]);
    let groups: Vec<_> = due(&list, &Memory::default(), at(10)).now.iter().map(Vec::len).collect();
    assert_eq!(groups, [2, 1]);
}
