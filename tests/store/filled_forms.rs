//! A form that is filled in is kept after each answer, and what was finished is changed no more.

use crate::given::{Given, at, id, open, store};
use cairn::store::{FilledForm, Filling, Reader, StoreError, Tx};

/// A form begun `seconds` after the start.
pub(crate) fn begun(name: &str, form: &str, due: Option<&str>, seconds: i64) -> FilledForm {
    FilledForm {
        id: id(name),
        name: form.into(),
        due: due.map(Into::into),
        questionnaire: r#"{"resourceType":"Questionnaire","title":"Ánimo"}"#.into(),
        answers: "{}".into(),
        step: 0,
        started_at: at(seconds),
        zone: chrono_tz::America::Sao_Paulo,
        changed_at: at(seconds),
        state: Filling::Open,
    }
}

fn write<T>(given: &Given, work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> T {
    given.store.write(work).unwrap()
}

fn read<T>(given: &Given, work: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>) -> T {
    given.store.read(work).unwrap()
}

#[test]
fn what_was_answered_is_there_when_the_store_opens_again() {
    let given = store();
    write(&given, |tx| {
        tx.begin_form(&begun("a", "phq9", Some("w1"), 0))?;
        tx.keep_answers(&id("a"), r#"{"item":[1]}"#, 3, at(9))
    });
    let folder = given.close();
    let store = open(&folder.path().join("store.db")).unwrap();
    let found = store.read(|r| r.filled_form(&id("a"))).unwrap().unwrap();
    let wanted = FilledForm {
        answers: r#"{"item":[1]}"#.into(),
        step: 3,
        changed_at: at(9),
        ..begun("a", "phq9", Some("w1"), 0)
    };
    assert_eq!(found, wanted);
}

#[test]
fn the_open_one_is_found_by_what_it_was_due_for_and_without_that_the_newest() {
    let given = store();
    write(&given, |tx| {
        tx.begin_form(&begun("old", "phq9", Some("w1"), 0))?;
        tx.begin_form(&begun("new", "phq9", Some("w2"), 9))?;
        tx.begin_form(&begun("other", "gad7", None, 5))
    });
    let open = |name: &str, due| read(&given, |r| r.open_form(name, due)).map(|form| form.id);
    assert_eq!(open("phq9", Some("w1")), Some(id("old")));
    assert_eq!(open("phq9", None), Some(id("new")));
    assert_eq!(open("gad7", None), Some(id("other")));
    assert_eq!((open("gad7", Some("w1")), open("phq8", None)), (None, None));
}

#[test]
fn what_is_finished_or_given_up_takes_no_more_answers() {
    let given = store();
    write(&given, |tx| {
        tx.begin_form(&begun("done", "phq9", Some("w1"), 0))?;
        tx.finish_form(&id("done"), at(7))?;
        tx.begin_form(&begun("left", "gad7", None, 0))?;
        tx.give_up_forms("gad7", at(8))
    });
    for name in ["done", "left", "nobody"] {
        let kept = given.store.write(|tx| tx.keep_answers(&id(name), "[]", 1, at(9)));
        assert!(matches!(kept, Err(StoreError::NoSuchRow)), "{name}");
        let finished = given.store.write(|tx| tx.finish_form(&id(name), at(9)));
        assert!(matches!(finished, Err(StoreError::NoSuchRow)), "{name}");
    }
    let state = |name: &str| read(&given, |r| r.filled_form(&id(name))).unwrap().state;
    assert_eq!((state("done"), state("left")), (Filling::Finished(at(7)), Filling::Left(at(8))));
    assert_eq!(read(&given, |r| r.finished_form_for("w1")).unwrap().id, id("done"));
    assert!(read(&given, |r| r.open_form("phq9", None)).is_none());
}

#[test]
fn finishing_can_be_taken_back_and_the_answers_are_as_they_were() {
    let given = store();
    write(&given, |tx| {
        tx.begin_form(&begun("a", "phq9", None, 0))?;
        tx.keep_answers(&id("a"), "[1]", 2, at(1))?;
        tx.finish_form(&id("a"), at(2))?;
        tx.reopen_form(&id("a"))?;
        tx.keep_answers(&id("a"), "[2]", 2, at(3))
    });
    let found = read(&given, |r| r.filled_form(&id("a"))).unwrap();
    assert_eq!((found.state, found.answers.as_str()), (Filling::Open, "[2]"));
    let again = given.store.write(|tx| tx.reopen_form(&id("a")));
    assert!(matches!(again, Err(StoreError::NoSuchRow)));
}

#[test]
fn the_list_begins_with_what_changed_last() {
    let given = store();
    write(&given, |tx| {
        tx.begin_form(&begun("a", "phq9", None, 0))?;
        tx.begin_form(&begun("b", "gad7", None, 5))?;
        tx.keep_answers(&id("a"), "[1]", 1, at(9))
    });
    let all = read(&given, |r| r.form_rows());
    assert_eq!(all.iter().map(|form| form.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(all[0].title.as_deref(), Some("Ánimo"));
}

#[test]
fn no_log_shows_what_was_answered() {
    let shown = format!("{:?}", begun("a", "phq9", None, 0));
    assert!(!shown.contains("Ánimo") && !shown.contains("phq9"), "{shown}");
}
