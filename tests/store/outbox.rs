//! What leaves next, what waits, what can be taken back, and what "sent" means.

use crate::given::{Given, at, beneath, id, outgoing, store};
use cairn::care::{Delivery, DeliveryCount, Id, Refusal};
use cairn::store::{Handling, Outgoing, Queued, StoreError, Tx};

fn with_rows(rows: &[Outgoing]) -> Given {
    let given = store();
    given.store.write(|tx| rows.iter().try_for_each(|row| tx.enqueue(row))).unwrap();
    given
}

fn queued(outgoing: Outgoing) -> Queued {
    Queued { outgoing, attempts: 0, first: true, acknowledged: None, came_back: false, over: None }
}

fn ready(tx: &Tx<'_>, seconds: i64) -> Vec<String> {
    let names = |queued: Queued| queued.outgoing.id.as_str().to_owned();
    tx.ready(at(seconds), 100).unwrap().into_iter().map(names).collect()
}

#[test]
fn a_request_comes_out_as_it_went_in() {
    let full = Outgoing { urgent: true, made: at(-5), not_before: at(10), ..outgoing("a") };
    let given = with_rows(std::slice::from_ref(&full));
    let found = given.store.read(|r| r.ready(at(10), 1)).unwrap();
    assert_eq!(found, [queued(full)]);
}

#[test]
fn the_urgent_go_first_then_the_oldest_whatever_the_clock_said() {
    let later_by_the_clock = Outgoing { made: at(1000), ..outgoing("a") };
    let urgent = Outgoing { urgent: true, ..outgoing("c") };
    let given = with_rows(&[later_by_the_clock, outgoing("b"), urgent]);
    given
        .store
        .write(|tx| {
            assert_eq!(ready(tx, 0), ["c", "a", "b"]);
            assert_eq!(tx.ready(at(0), 2)?.len(), 2);
            Ok(())
        })
        .unwrap();
}

#[test]
fn requests_about_one_record_go_in_order_and_the_first_is_as_urgent_as_any_behind_it() {
    let urgent_change = Outgoing { urgent: true, ..outgoing("b.2") };
    let given = with_rows(&[outgoing("a"), outgoing("b"), urgent_change]);
    given
        .store
        .write(|tx| {
            assert_eq!(ready(tx, 0), ["b", "a"]);
            tx.acknowledge(&id("b"), at(1), None)?;
            assert_eq!(ready(tx, 0), ["b.2", "a"]);
            let first: Vec<_> = tx.ready(at(0), 9)?.into_iter().map(|one| one.first).collect();
            assert_eq!(first, [false, true]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_waits_or_was_set_aside_holds_up_its_own_record_only() {
    let undoable = Outgoing { not_before: at(10), ..outgoing("b") };
    let given = with_rows(&[outgoing("a"), outgoing("a.2"), undoable, outgoing("b.2"), outgoing("c")]);
    given
        .store
        .write(|tx| {
            assert_eq!(ready(tx, 0), ["a", "c"]);
            tx.set_aside(&id("a"), Refusal::Conflict, at(1))?;
            tx.mark_tried(&id("c"), at(20))?;
            assert_eq!(ready(tx, 9), [""; 0]);
            assert_eq!(tx.next_ready_at(at(0))?, Some(at(10)));
            assert_eq!(ready(tx, 10), ["b"]);
            assert_eq!(ready(tx, 20), ["b", "c"]);

            assert!(tx.put_back(&id("a"))?);
            assert!(!tx.put_back(&id("a"))?);
            assert_eq!(tx.next_ready_at(at(0))?, Some(at(0)));
            assert_eq!(ready(tx, 0), ["a"]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_attempt_never_brings_forward_what_can_still_be_undone() {
    let given = with_rows(&[Outgoing { not_before: at(10), ..outgoing("a") }]);
    given
        .store
        .write(|tx| {
            tx.mark_tried(&id("a"), at(3))?;
            assert_eq!(ready(tx, 9), [""; 0]);
            assert_eq!(tx.ready(at(10), 1)?[0].attempts, 1);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_clock_that_was_set_back_holds_nothing_up() {
    let minutes = |minutes: i64| at(60 * minutes);
    let from_the_future = Outgoing { not_before: minutes(600), ..outgoing("b") };
    let given = with_rows(&[outgoing("a"), from_the_future]);
    given
        .store
        .write(|tx| {
            tx.mark_tried(&id("a"), minutes(16))?;
            assert_eq!(ready(tx, 0), ["a", "b"]);
            assert_eq!(tx.ready_in_a_hurry(at(0), 9)?.len(), 2);
            assert!(tx.next_ready_at(at(0))?.is_some_and(|next| next <= at(0)));
            // An honest wait is waited for, and an attempt makes it one.
            tx.mark_tried(&id("a"), minutes(15))?;
            tx.mark_tried(&id("b"), minutes(2))?;
            assert_eq!(ready(tx, 0), [""; 0]);
            assert_eq!(tx.next_ready_at(at(0))?, Some(minutes(2)));
            assert_eq!(ready(tx, 120), ["b"]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_hurry_takes_what_was_put_off_and_not_what_can_be_undone_however_much_of_it() {
    let mut rows: Vec<_> = (0..30)
        .map(|n| Outgoing { not_before: at(10), urgent: true, ..outgoing(&format!("u{n}")) })
        .collect();
    rows.push(outgoing("a"));
    rows.push(outgoing("b"));
    let given = with_rows(&rows);
    given
        .store
        .write(|tx| {
            tx.mark_tried(&id("a"), at(600))?;
            let names = |queued: Queued| queued.outgoing.id.as_str().to_owned();
            let hurried: Vec<_> = tx.ready_in_a_hurry(at(0), 2)?.into_iter().map(names).collect();
            assert_eq!(hurried, ["a", "b"]);
            assert_eq!(ready(tx, 0), ["b"]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn only_what_was_never_tried_can_be_taken_back_and_only_whole() {
    let given = with_rows(&[outgoing("a"), outgoing("a.2"), outgoing("b"), outgoing("b.2"), outgoing("c")]);
    given
        .store
        .write(|tx| {
            assert!(tx.take_back(&id("a"))?);
            assert_eq!(tx.delivery(&id("a"))?, None);
            assert!(tx.take_back(&id("a"))?, "the clinic has not heard of it");

            tx.mark_tried(&id("b"), at(5))?;
            assert!(!tx.take_back(&id("b"))?);
            tx.set_aside(&id("c"), Refusal::Gone, at(5))?;
            tx.put_back(&id("c"))?;
            assert!(!tx.take_back(&id("c"))?, "a refusal was an answer");
            tx.acknowledge(&id("c"), at(6), None)?;
            assert!(!tx.take_back(&id("c"))?);
            assert_eq!(tx.queue(10)?.len(), 3, "b, b.2 and c");
            Ok(())
        })
        .unwrap();
}

#[test]
fn sent_means_that_everything_about_the_record_was_acknowledged() {
    let given = with_rows(&[outgoing("a"), outgoing("a.2")]);
    let delivery = |tx: &Tx<'_>| tx.delivery(&id("a")).unwrap().unwrap();
    given
        .store
        .write(|tx| {
            assert_eq!(delivery(tx), Delivery::OnThisPhone);
            tx.acknowledge(&id("a"), at(5), Some("1"))?;
            assert_eq!(delivery(tx), Delivery::OnThisPhone, "its newest form is not there");
            tx.set_aside(&id("a.2"), Refusal::TooLarge, at(6))?;
            assert_eq!(delivery(tx), Delivery::NeedsAttention(Refusal::TooLarge));
            tx.acknowledge(&id("a.2"), at(7), Some("2"))?;
            assert_eq!(delivery(tx), Delivery::Sent(at(7)));
            tx.acknowledge(&id("a.2"), at(99), Some("9"))?;
            assert_eq!(delivery(tx), Delivery::Sent(at(7)), "the first answer counts");
            assert_eq!(tx.next_ready_at(at(0))?, None);
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_refusal_is_kept_as_it_was() {
    let given = with_rows(&[outgoing("a")]);
    let all =
        [Refusal::NotUnderstood, Refusal::NotAllowed, Refusal::Conflict, Refusal::Gone, Refusal::TooLarge];
    for why in all {
        given.store.write(|tx| tx.set_aside(&id("a"), why, at(1))).unwrap();
        let kept = given.store.read(|r| r.delivery(&id("a"))).unwrap();
        assert_eq!(kept, Some(Delivery::NeedsAttention(why)));
    }
}

#[test]
fn the_count_is_of_records_and_the_queue_is_of_requests() {
    let old = Outgoing { made: at(-60), ..outgoing("b") };
    let older_but_refused = Outgoing { made: at(-90), ..outgoing("c") };
    let given = with_rows(&[outgoing("a"), old, outgoing("b.2"), older_but_refused, outgoing("d")]);
    given
        .store
        .write(|tx| {
            tx.acknowledge(&id("a"), at(1), None)?;
            tx.set_aside(&id("c"), Refusal::NotAllowed, at(2))?;
            tx.mark_tried(&id("b"), at(3))?;
            let expected =
                DeliveryCount { waiting: 2, needs_attention: 1, sent: 1, oldest_waiting: Some(at(-60)) };
            assert_eq!(tx.delivery_count()?, expected);

            let queue = tx.queue(0)?;
            let seen: Vec<_> =
                queue.iter().map(|row| (row.id.as_str(), row.delivery, row.attempts)).collect();
            let expected = [
                ("d", Delivery::OnThisPhone, 0),
                ("c", Delivery::NeedsAttention(Refusal::NotAllowed), 1),
                ("b.2", Delivery::OnThisPhone, 0),
                ("b", Delivery::OnThisPhone, 1),
            ];
            assert_eq!(seen, expected);
            assert_eq!((&queue[2].record, queue[2].path.as_str()), (&id("b"), "Observation/b"));
            Ok(())
        })
        .unwrap();
    assert_eq!(store().store.read(|r| r.delivery_count()).unwrap(), DeliveryCount::default());
}

#[test]
fn a_row_that_is_not_there_or_is_finished_is_a_fault_of_the_caller() {
    let given = with_rows(&[outgoing("a")]);
    given.store.write(|tx| tx.acknowledge(&id("a"), at(0), None)).unwrap();
    let faulty = |work: &dyn Fn(&Tx<'_>, &Id) -> Result<(), StoreError>, row: &str| {
        let error = given.store.write(|tx| work(tx, &id(row))).unwrap_err();
        assert!(matches!(error, StoreError::NoSuchRow), "{error}");
        assert_eq!(error.handling(), Handling::NeedsAttention);
    };
    faulty(&|tx, row| tx.mark_tried(row, at(1)), "a");
    faulty(&|tx, row| tx.mark_tried(row, at(1)), "none");
    faulty(&|tx, row| tx.set_aside(row, Refusal::Gone, at(1)), "a");
    faulty(&|tx, row| tx.set_aside(row, Refusal::Gone, at(1)), "none");
    faulty(&|tx, row| tx.acknowledge(row, at(1), None), "none");
    let twice = given.store.write(|tx| tx.enqueue(&outgoing("a"))).unwrap_err();
    assert!(matches!(twice, StoreError::Bug(_)), "{twice}");
}

#[test]
fn debug_shows_no_body() {
    let canary = Outgoing { body: "canary".into(), ..outgoing("a") };
    let shown = format!("{:?}", queued(canary));
    assert!(shown.contains("Observation/a") && !shown.contains("canary"), "{shown}");
}

#[test]
fn an_acknowledged_row_keeps_the_fact_and_drops_the_body() {
    let given = with_rows(&[outgoing("a")]);
    given.store.write(|tx| tx.acknowledge(&id("a"), at(5), Some("7"))).unwrap();
    let kept: (Option<String>, i64, String) = beneath(&given.path())
        .query_row("SELECT body, sent_at, version FROM outbox", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap();
    assert_eq!(kept, (None, at(5).timestamp_millis(), "7".into()));
}

#[test]
fn what_needs_attention_is_listed_whatever_was_sent_since() {
    let names = ["old", "a", "b", "c"];
    let given = with_rows(&names.map(outgoing));
    given
        .store
        .write(|tx| {
            tx.set_aside(&id("old"), Refusal::TooLarge, at(1))?;
            names[1..].iter().try_for_each(|&name| tx.acknowledge(&id(name), at(2), None))?;
            let listed = tx.queue(2)?.into_iter().map(|row| row.id.as_str().to_owned());
            assert_eq!(listed.collect::<Vec<_>>(), ["c", "b", "old"]);
            Ok(())
        })
        .unwrap();
}
