//! Totals and urgent answers belong to their form, stay what they were, and are read back in order.

use crate::{
    filled_forms::begun,
    given::{Given, at, id, outgoing, store},
};
use cairn::{
    care::{Refusal, instruments::Instrument},
    store::{Outgoing, ScoreRow, UrgentAnswer},
};

fn with_forms() -> Given {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.begin_form(&begun("a", "PHQ-9", None, 0))?;
            tx.begin_form(&begun("b", "GAD-7", None, 5))
        })
        .unwrap();
    given
}

fn score(record: &str, form: &str, instrument: Instrument, total: u8, seconds: i64) -> ScoreRow {
    ScoreRow { record: id(record), form: id(form), instrument, total, at: at(seconds) }
}

fn answer(record: &str, form: &str, value: u8, seconds: i64) -> UrgentAnswer {
    UrgentAnswer { record: id(record), form: id(form), at: at(seconds), value, dismissed_at: None }
}

#[test]
fn totals_are_read_oldest_first_and_a_new_one_keeps_its_record() {
    let given = with_forms();
    let (later, earlier) =
        (score("s1", "a", Instrument::Phq9, 14, 9), score("s2", "b", Instrument::Gad7, 3, 7));
    let amended = given.store.write(|tx| {
        tx.save_score(&later)?;
        tx.save_score(&earlier)?;
        assert_eq!(tx.scores()?, [earlier.clone(), later.clone()]);
        tx.save_score(&score("s3", "a", Instrument::Phq9, 15, 11))?;
        tx.scores_of(&id("a"))
    });
    assert_eq!(amended.unwrap(), [score("s1", "a", Instrument::Phq9, 15, 11)]);
    let homeless = given.store.write(|tx| tx.save_score(&score("s4", "none", Instrument::Gad2, 1, 0)));
    assert!(homeless.is_err(), "a total of no form is none");
}

#[test]
fn an_urgent_answer_is_one_word_per_value_and_goes_into_the_dark_only_by_hand() {
    let given = with_forms();
    given
        .store
        .write(|tx| {
            tx.save_urgent_answer(&answer("u1", "b", 1, 3))?;
            tx.save_urgent_answer(&answer("u1", "b", 2, 4))?;
            tx.save_urgent_answer(&answer("u2", "b", 3, 8))?;
            tx.save_urgent_answer(&answer("u3", "a", 1, 6))
        })
        .unwrap();
    let told = given.store.read(|r| r.urgent_answers(&id("b"))).unwrap();
    assert_eq!(told, [answer("u1", "b", 2, 4), answer("u2", "b", 3, 8)]);
    assert_eq!(given.store.read(|r| r.forms_with_urgent_answers()).unwrap(), [id("b"), id("a")]);
    let twice = given.store.write(|tx| tx.save_urgent_answer(&answer("u4", "b", 3, 9)));
    assert!(twice.is_err(), "the same word twice would be told twice");
    given.store.write(|tx| tx.dismiss_urgent_answers(&id("b"), at(20))).unwrap();
    let put_away = given.store.read(|r| r.urgent_answers(&id("b"))).unwrap();
    assert!(put_away.iter().all(|one| one.dismissed_at == Some(at(20))));
    assert_eq!(given.store.read(|r| r.urgent_answers(&id("a"))).unwrap()[0].dismissed_at, None);
}

#[test]
fn what_is_urgent_waits_until_it_is_sent_or_refused_and_since_when_is_known() {
    let given = store();
    let waits = || given.store.read(|r| r.urgent_waits()).unwrap();
    given.store.write(|tx| tx.enqueue(&outgoing("plain"))).unwrap();
    assert!(!waits());
    let urgent = Outgoing { urgent: true, ..outgoing("urgent") };
    given.store.write(|tx| tx.enqueue(&urgent)).unwrap();
    assert!(waits());
    given.store.write(|tx| tx.set_aside(&urgent.id, Refusal::NotAllowed, at(30))).unwrap();
    let refused = || given.store.read(|r| r.refused_at(&urgent.record)).unwrap();
    assert_eq!((waits(), refused()), (false, Some(at(30))));
    let again = given.store.write(|tx| tx.put_back(&urgent.record)).unwrap();
    assert!(again && waits() && refused().is_none());
    given.store.write(|tx| tx.acknowledge(&urgent.id, at(40), None)).unwrap();
    assert_eq!((waits(), refused()), (false, None));
}
