//! Messages: whatever arrives in whatever order, each stands once, after what it answers, and says no more than is known.

use cairn::care::{
    Delivery, Id, Private, Refusal,
    message::{LONGEST, Node, State, can_go, first_line, left, since, threads},
    safety::Marked,
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::{collection::vec, prelude::*, sample::subsequence};
use std::collections::BTreeSet;

fn id(number: usize) -> Id {
    Id::new(format!("m{number:03}")).unwrap()
}

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
}

/// Messages whose clocks agree about nothing; each answers some of those that were there before it, or none.
fn pile() -> impl Strategy<Value = Vec<Node>> {
    vec((0_i64..40, vec(any::<prop::sample::Index>(), 0..3)), 1..24).prop_map(|all| {
        let node = |(number, (minute, after)): (usize, (i64, Vec<prop::sample::Index>))| Node {
            id: id(number),
            at: at(minute),
            after: if number == 0 {
                Vec::new()
            } else {
                after.iter().map(|to| id(to.index(number))).collect()
            },
        };
        all.into_iter().enumerate().map(node).collect()
    })
}

/// The same with references that lead in circles, to themselves and to nothing.
fn tangled() -> impl Strategy<Value = Vec<Node>> {
    vec((0_i64..40, vec(0_usize..30, 0..4)), 0..24).prop_map(|all| {
        let node = |(number, (minute, after)): (usize, (i64, Vec<usize>))| Node {
            id: id(number),
            at: at(minute),
            after: after.into_iter().map(id).collect(),
        };
        all.into_iter().enumerate().map(node).collect()
    })
}

fn place(order: &[Id], wanted: &Id) -> Option<usize> {
    order.iter().position(|one| one == wanted)
}

proptest! {
    #[test]
    fn each_stands_once_however_they_are_tangled(nodes in tangled()) {
        let all: Vec<Id> = threads(&nodes).concat();
        prop_assert_eq!(all.len(), nodes.len());
        let once: BTreeSet<_> = all.into_iter().collect();
        prop_assert_eq!(once, nodes.iter().map(|node| node.id.clone()).collect::<BTreeSet<_>>());
    }

    #[test]
    fn the_order_in_which_they_came_changes_nothing(
        (nodes, shuffled) in tangled().prop_flat_map(|nodes| (Just(nodes.clone()), Just(nodes).prop_shuffle()))
    ) {
        prop_assert_eq!(threads(&nodes), threads(&shuffled));
        // Nor does it change anything that one came twice.
        let twice = [nodes.clone(), shuffled].concat();
        prop_assert_eq!(threads(&nodes), threads(&twice));
    }

    #[test]
    fn none_stands_before_what_it_answers(nodes in pile()) {
        let all = threads(&nodes);
        for node in &nodes {
            let thread = all.iter().find(|thread| thread.contains(&node.id)).unwrap();
            for answered in &node.after {
                prop_assert!(place(thread, answered) < place(thread, &node.id), "{} answers {answered}", node.id);
            }
        }
    }

    /// What comes later joins what is there, and takes nothing out of its order.
    #[test]
    fn a_part_of_them_stands_in_the_order_of_the_whole(
        (nodes, some) in pile().prop_flat_map(|nodes| {
            let count = nodes.len();
            (Just(nodes.clone()), subsequence(nodes, 0..=count))
        })
    ) {
        // Only where the part holds all that its members answer does it know as much as the whole.
        let known: BTreeSet<_> = some.iter().map(|node| &node.id).collect();
        prop_assume!(some.iter().all(|node| node.after.iter().all(|to| known.contains(to))));
        let whole = threads(&nodes);
        for thread in threads(&some) {
            let home = whole.iter().find(|other| other.contains(&thread[0])).unwrap();
            let of_it: Vec<_> = home.iter().filter(|one| thread.contains(one)).cloned().collect();
            prop_assert_eq!(of_it, thread, "a thread is neither torn apart nor turned round");
        }
    }

    #[test]
    fn nothing_is_said_to_be_there_that_was_not_acknowledged(minute in 0_i64..99, mark in any::<Option<Option<i64>>>()) {
        let mark = mark.map(|minutes| Marked { at: minutes.map(|minutes| at(minutes % 1_000)) });
        for delivery in [None, Some(Delivery::OnThisPhone), Some(Delivery::NeedsAttention(Refusal::Gone)), Some(Delivery::StaysHere)] {
            let state = State::of(delivery, mark);
            prop_assert!(!matches!(state, State::Sent(_) | State::Read(_)), "{delivery:?}");
        }
        let sent = State::of(Some(Delivery::Sent(at(minute))), mark);
        match mark {
            None => prop_assert_eq!(sent, State::Sent(at(minute))),
            Some(mark) => prop_assert_eq!(sent, State::Read(mark.at)),
        }
    }

    #[test]
    fn what_was_put_in_since_is_that_and_nothing_else(before in "(?s).{0,40}", put in "(?s).{0,40}", behind in "(?s).{0,40}") {
        let text = |parts: &[&str]| Private::new(parts.concat());
        let letters = |words: &Private| words.reveal().chars().filter(|letter| !letter.is_whitespace()).count();
        let typed_on = since(&text(&[&before]), &text(&[&before, &put]));
        prop_assert!(typed_on.reveal() == put.trim() || before.trim().is_empty() || put.trim().is_empty());
        let (then, now) = (text(&[&before, &behind]), text(&[&before, &put, &behind]));
        let found = since(&then, &now);
        prop_assert!(now.reveal().contains(found.reveal()), "it stands there");
        prop_assert_eq!(letters(&found), letters(&text(&[&put])), "each letter, and none twice");
        prop_assert!(since(&now, &then).is_blank(), "what was cut is not put in");
    }

    #[test]
    fn the_limit_is_told_before_it_is_hit(count in 0_usize..LONGEST + 50, letter in prop::sample::select(vec!['a', 'ñ', '🌊'])) {
        let words = Private::new(format!(" {}\n", letter.to_string().repeat(count)));
        prop_assert_eq!(left(&words), i64::try_from(LONGEST).unwrap() - i64::try_from(count).unwrap());
        prop_assert_eq!(can_go(&words), (1..=LONGEST).contains(&count));
    }

    #[test]
    fn a_thread_is_known_by_a_line_it_really_has(words in "(?s).{0,200}") {
        let line = first_line(&Private::new(words.as_str()));
        let line = line.reveal().trim_end_matches('…');
        prop_assert!(words.contains(line) && !line.contains('\n') && line.chars().count() <= 70);
    }
}

/// The control: by time alone an answer of a clinic whose clock is slow stands before its question.
#[test]
fn time_alone_would_put_the_answer_first() {
    let question = Node { id: id(1), at: at(30), after: Vec::new() };
    let answer = Node { id: id(2), at: at(10), after: vec![id(1)] };
    let mut by_time = vec![&question, &answer];
    by_time.sort_by_key(|node| node.at);
    assert_eq!(by_time, [&answer, &question]);
    assert_eq!(threads(&[answer, question]), [[id(1), id(2)]]);
}

#[test]
fn the_thread_with_the_newest_message_comes_first() {
    let node = |number, minute, after: &[usize]| Node {
        id: id(number),
        at: at(minute),
        after: after.iter().copied().map(id).collect(),
    };
    let all = [node(1, 0, &[]), node(2, 5, &[]), node(3, 9, &[1]), node(4, 7, &[99])];
    assert_eq!(threads(&all), [vec![id(1), id(3)], vec![id(4)], vec![id(2)]]);
    assert_eq!(threads(&[]), Vec::<Vec<Id>>::new());
}
