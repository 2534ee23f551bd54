//! What is asked for in place of a visit rests while that is being cancelled, and stands again as it was if that is undone; why
//! it is cancelled is kept while it is written.

use crate::archive::{exported, passphrase, restored};
use crate::given::{Given, at, id, outgoing, store};
use cairn::care::booking::{CancelReason, Cancellation, Wish, WishAnswer, WishTime};
use cairn::care::message::Mine;
use cairn::care::{Delivery, Private, Refusal, VisitKind};
use cairn::store::{Outgoing, StoreError};

fn wish(answer: Option<WishAnswer>) -> Wish {
    Wish {
        id: id("wish"),
        kind: VisitKind::Session,
        time: WishTime::Earlier { from: at(10), until: at(20) },
        replaces: Some((id("visit"), at(99))),
        words: None,
        made: at(1),
        zone: chrono_tz::Europe::Rome,
        answer: answer.map(|answer| (answer, at(2))),
    }
}

fn about(row: &str) -> Outgoing {
    Outgoing { kind: "Appointment".into(), ..outgoing(row) }
}

fn cancellation(done: Option<bool>) -> Cancellation {
    Cancellation { visit: id("visit"), start: Some(at(99)), reason: None, made: at(5), done }
}

/// A wish that waits to be sent and was answered so, and the visit it is to take the place of cancelled.
fn given(answer: Option<&WishAnswer>) -> Given {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.save_wish(&wish(None))?;
            tx.answer_wish(&id("wish"), answer, at(2))?;
            tx.enqueue(&about("wish"))?;
            tx.save_cancellation(&cancellation(None))?;
            tx.enqueue(&about("visit"))
        })
        .unwrap();
    given
}

fn leaves(given: &Given) -> Vec<String> {
    let ready = given.store.read(|r| r.ready(at(60), 9)).unwrap();
    ready.into_iter().map(|queued| queued.outgoing.record.to_string()).collect()
}

fn open(given: &Given) -> Vec<Wish> {
    given.store.read(|r| r.open_wishes()).unwrap()
}

fn rests(given: &Given) {
    let taken_back = Wish { answer: Some((WishAnswer::TakenBack, at(5))), ..wish(None) };
    given
        .store
        .read(|r| {
            assert_eq!(r.wish(&id("wish"))?.as_ref(), Some(&taken_back));
            assert_eq!(r.ended_wishes(9)?.first(), Some(&taken_back));
            assert_eq!(r.wishes_replacing(&id("visit"))?.first(), Some(&taken_back));
            assert_eq!(r.open_wishes()?, []);
            assert!(r.wish_rests(&id("wish"))?);
            Ok(())
        })
        .unwrap();
    assert!(!leaves(given).contains(&"wish".to_owned()), "it does not leave");
    let tried = given.store.write(|tx| tx.mark_tried(&id("wish"), at(70)));
    assert!(matches!(tried, Err(StoreError::NoSuchRow)), "nor does what was about to");
}

#[test]
fn a_wish_rests_with_the_visit_and_stands_again_as_it_was() {
    let offered = WishAnswer::Offered { start: at(50), end: None };
    for answer in [None, Some(offered.clone()), Some(WishAnswer::Accepted { start: at(50), end: None })] {
        let given = given(answer.as_ref());
        rests(&given);
        let beneath = given.store.read(|r| r.wish_as_answered(&id("wish"))).unwrap();
        assert_eq!(beneath, Some(wish(answer.clone())));
        assert_eq!(given.store.read(|r| r.wishes_going_with(&id("visit"))).unwrap(), [wish(answer.clone())]);
        given
            .store
            .write(|tx| tx.take_back_waiting(&id("visit")).and_then(|_| tx.remove_cancellation(&id("visit"))))
            .unwrap();
        assert_eq!(open(&given), [wish(answer)]);
        assert_eq!(leaves(&given), ["wish"]);
    }
}

#[test]
fn it_rests_no_longer_once_the_cancellation_ended_or_was_set_aside() {
    for done in [true, false] {
        let given = given(None);
        given.store.write(|tx| tx.end_cancellation(&id("visit"), done)).unwrap();
        assert_eq!((open(&given).len(), leaves(&given).len()), (1, 2), "done: {done}");
    }
    let given = given(None);
    given.store.write(|tx| tx.set_aside(&id("visit"), Refusal::NotAllowed, at(6))).unwrap();
    assert_eq!((open(&given).len(), leaves(&given)), (1, vec!["wish".to_owned()]));
    given.store.write(|tx| tx.put_back(&id("visit"))).unwrap();
    rests(&given);
}

#[test]
fn a_last_answer_is_one_whatever_is_cancelled() {
    let confirmed = WishAnswer::Confirmed { visit: id("new"), start: at(50) };
    let given = given(Some(&confirmed));
    assert_eq!(given.store.read(|r| r.wish(&id("wish"))).unwrap(), Some(wish(Some(confirmed))));
    assert!(!given.store.read(|r| r.wish_rests(&id("wish"))).unwrap());
}

#[test]
fn only_what_was_set_aside_is_let_go_of() {
    let given = given(None);
    assert!(!given.store.write(|tx| tx.let_go_of_set_aside(&id("visit"))).unwrap());
    given.store.write(|tx| tx.set_aside(&id("visit"), Refusal::NotAllowed, at(6))).unwrap();
    assert!(given.store.write(|tx| tx.let_go_of_set_aside(&id("visit"))).unwrap());
    assert_eq!(given.store.read(|r| r.delivery(&id("visit"))).unwrap(), None);
    assert_eq!(given.store.read(|r| r.delivery(&id("wish"))).unwrap(), Some(Delivery::OnThisPhone));
}

#[test]
fn why_is_kept_as_it_is_written_and_forgotten_once_it_is_said() {
    let given = store();
    let reason = |words: &str, seconds| CancelReason {
        visit: id("visit"),
        words: Private::new(words),
        changed: at(seconds),
    };
    for (words, seconds) in [("I am", 1), ("I am ill", 2), ("", 3)] {
        given.store.write(|tx| tx.save_cancel_reason(&reason(words, seconds))).unwrap();
        let kept = given.store.read(|r| r.cancel_reason(&id("visit"))).unwrap();
        assert_eq!(kept, Some(reason(words, seconds)), "also that nothing stands there any more");
    }
    assert_eq!(given.store.read(|r| r.cancel_reasons()).unwrap().len(), 1);
    assert!(given.store.write(|tx| tx.remove_cancel_reason(&id("visit"))).unwrap());
    assert_eq!(given.store.read(|r| r.cancel_reasons()).unwrap(), []);
    let said = format!("{:?}", reason("canary", 1));
    assert!(!said.contains("canary") && said.contains("visit"), "{said}");
}

#[test]
fn a_copy_asks_before_what_may_be_off_goes_out_again() {
    let given = given(None);
    let mine = Mine {
        id: id("message"),
        thread: id("message"),
        answers: None,
        at: at(1),
        zone: chrono_tz::Europe::Rome,
        words: Private::new("¿hay ascensor?"),
        recipient: None,
        shared: None,
    };
    let off = Wish { id: id("off"), replaces: None, ..wish(None) };
    given
        .store
        .write(|tx| {
            tx.save_message(&mine)?;
            tx.enqueue(&outgoing("message"))?;
            tx.save_wish(&off)?;
            tx.answer_wish(&off.id, Some(&WishAnswer::TakenBack), at(3))?;
            tx.enqueue(&about("off"))?;
            tx.enqueue(&outgoing("check-in"))
        })
        .unwrap();
    let (done, folder) = restored(&exported(&given), &passphrase());
    done.unwrap();
    let back = crate::given::open(&folder.path().join("store.db")).unwrap();
    let delivery = |record: &str| back.read(|r| r.delivery(&id(record))).unwrap();
    for asked in ["wish", "visit", "message"] {
        assert_eq!(delivery(asked), Some(Delivery::NeedsAttention(Refusal::CameBack)), "{asked}");
    }
    for goes in ["off", "check-in"] {
        assert_eq!(delivery(goes), Some(Delivery::OnThisPhone), "{goes}");
    }
    // What is still meant goes as if it had been made here, behind everything; it counts as tried all the same.
    back.write(|tx| tx.means_it_still(&id("visit"))).unwrap();
    let ready = back.read(|r| r.ready(at(60), 9)).unwrap();
    let visit = ready.last().unwrap();
    assert_eq!((visit.outgoing.record.as_str(), visit.came_back, visit.attempts), ("visit", false, 1));
    assert!(ready.iter().any(|queued| queued.came_back), "the control");
}

#[test]
fn what_is_found_at_the_clinic_was_sent_and_a_later_word_on_it_was_not() {
    let given = given(None);
    let (done, folder) = restored(&exported(&given), &passphrase());
    done.unwrap();
    let back = crate::given::open(&folder.path().join("store.db")).unwrap();
    back.write(|tx| tx.found_there(&id("wish"), at(8), Some("3"))).unwrap();
    assert_eq!(back.read(|r| r.delivery(&id("wish"))).unwrap(), Some(Delivery::Sent(at(8))));
    let fresh = store();
    fresh
        .store
        .write(|tx| {
            tx.enqueue(&about("wish"))?;
            tx.set_aside(&id("wish"), Refusal::NotAllowed, at(1))?;
            tx.found_there(&id("wish"), at(8), None)
        })
        .unwrap();
    let refused = Some(Delivery::NeedsAttention(Refusal::NotAllowed));
    assert_eq!(fresh.store.read(|r| r.delivery(&id("wish"))).unwrap(), refused, "only what came back");
}

#[test]
fn a_copy_asks_before_what_came_too_late_goes_out_again() {
    let given = given(None);
    given.store.write(|tx| tx.set_aside(&id("visit"), Refusal::Conflict, at(6))).unwrap();
    let (done, folder) = restored(&exported(&given), &passphrase());
    done.unwrap();
    let back = crate::given::open(&folder.path().join("store.db")).unwrap();
    let delivery = back.read(|r| r.delivery(&id("visit"))).unwrap();
    assert_eq!(delivery, Some(Delivery::NeedsAttention(Refusal::CameBack)));
    let again = back.read(|r| r.set_aside_for("Appointment", Refusal::Conflict)).unwrap();
    assert_eq!(again, [], "nothing is said again by itself");
}
