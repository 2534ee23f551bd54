//! What a page came to: insights word for word, steps with every form they had, the log, and the marks for a session.

use crate::given::{Given, at, beneath, id, open, store};
use cairn::care::Private;
use cairn::care::journal::{Entry, Insight, Kept, NewStep, Practice, Practised, Review, Step};
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::America::Sao_Paulo;

fn page(given: &Given, name: &str, words: &str) {
    let entry = Entry {
        id: id(name),
        at: at(0),
        zone: Sao_Paulo,
        changed: at(0),
        words: Private::new(words),
        visit: None,
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    };
    given.store.write(|tx| tx.save_entry(&entry)).unwrap();
}

fn insight(name: &str, entry: &str, words: &str) -> Insight {
    Insight { id: id(name), entry: id(entry), words: Private::new(words), stood: None, at: at(1) }
}

fn step(name: &str, of: Option<&str>) -> Step {
    Step {
        id: id(name),
        insight: of.map(id),
        cue: Private::new("I wake up"),
        deed: Private::new("open the window"),
        day: NaiveDate::from_ymd_opt(2027, 1, 20),
        remind_at: NaiveTime::from_hms_opt(23, 59, 0),
        made_at: at(2),
        done_at: None,
    }
}

fn new(cue: &str, deed: &str) -> NewStep {
    NewStep { cue: Private::new(cue), deed: Private::new(deed), day: None, remind_at: None }
}

#[test]
fn an_insight_stays_word_for_word_when_its_page_is_written_anew() {
    let given = store();
    page(&given, "a", "The water was calm. I was not alone.");
    let marked = insight("i", "a", "I was not alone.");
    given.store.write(|tx| tx.save_insight(&marked)).unwrap();
    page(&given, "a", "Something else.");
    assert_eq!(given.store.read(|reader| reader.insights_of(&id("a"))).unwrap(), [marked]);
}

#[test]
fn insights_go_and_come_back_with_their_page_and_a_step_keeps_its_own_words() {
    let given = store();
    page(&given, "a", "One. Two.");
    page(&given, "b", "Three.");
    let (first, second) = (insight("i", "a", "One."), insight("j", "b", "Three."));
    let chosen = step("s", Some("i"));
    given
        .store
        .write(|tx| {
            tx.save_insight(&first)?;
            tx.save_insight(&second)?;
            tx.save_step(&chosen)?;
            tx.remove_entry(&id("a"), at(5)).map(drop)
        })
        .unwrap();
    assert_eq!(
        given.store.read(|reader| reader.insights()).unwrap(),
        std::slice::from_ref(&second),
        "out of sight at once"
    );
    given.store.write(|tx| tx.bring_entry_back(&id("a"))).unwrap();
    assert_eq!(given.store.read(|reader| reader.insights()).unwrap().len(), 2);
    given
        .store
        .write(|tx| {
            tx.remove_entry(&id("a"), at(6))?;
            tx.purge_entries(at(6), at(6), None).map(drop)
        })
        .unwrap();
    let kept = given.store.read(|reader| reader.step(&id("s"))).unwrap().unwrap();
    assert_eq!(kept, Step { insight: None, ..chosen });
    let rows: i64 =
        beneath(&given.path()).query_row("SELECT count(*) FROM insight", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 1, "gone for good with the page");
}

#[test]
fn every_form_of_a_step_stays_beside_it_until_the_step_goes() {
    let given = store();
    let first = step("s", None);
    given.store.write(|tx| tx.save_step(&first)).unwrap();
    let mut now = first.clone();
    for (what, cue, deed, seconds) in [
        (Review::Shrink, "I wake up", "open my eyes", 10),
        (Review::Change, "I have tea", "breathe out", 20),
        (Review::Done, "", "", 30),
    ] {
        let (after, look) = now.reviewed(what, new(cue, deed), at(seconds)).unwrap();
        given
            .store
            .write(|tx| {
                tx.save_step(&after)?;
                tx.add_review(&after.id, &look)
            })
            .unwrap();
        now = after;
    }
    let (steps, looks) =
        given.store.read(|reader| Ok((reader.done_steps()?, reader.reviews(&id("s"))?))).unwrap();
    assert_eq!(steps, [now]);
    assert_eq!(
        looks.iter().map(|look| look.what).collect::<Vec<_>>(),
        [Review::Shrink, Review::Change, Review::Done]
    );
    let deeds: Vec<_> = looks.iter().map(|look| look.deed.reveal()).collect();
    assert_eq!(deeds, ["open the window", "open my eyes", "breathe out"], "each as it was until then");
    assert_eq!(given.store.read(|reader| reader.open_steps()).unwrap(), []);

    given.store.write(|tx| tx.forget_last_review(&id("s"))).unwrap();
    assert_eq!(given.store.read(|reader| reader.reviews(&id("s"))).unwrap().len(), 2);
    given.store.write(|tx| tx.remove_step(&id("s"))).unwrap();
    let rows: i64 =
        beneath(&given.path()).query_row("SELECT count(*) FROM step_review", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn a_step_comes_back_from_the_disk_as_it_was() {
    let given = store();
    let (whole, bare) =
        (step("s", None), Step { day: None, remind_at: None, made_at: at(9), ..step("t", None) });
    given
        .store
        .write(|tx| {
            tx.save_step(&whole)?;
            tx.save_step(&bare)
        })
        .unwrap();
    let path = given.path();
    let _folder = given.close();
    let again = open(&path).unwrap();
    assert_eq!(again.read(|reader| reader.open_steps()).unwrap(), [whole, bare]);
}

#[test]
fn the_log_is_newest_first_and_knows_practices_in_the_clinics_own_words() {
    let given = store();
    let one = |name: &str, practice, seconds, minutes| Practised {
        id: id(name),
        practice,
        at: at(seconds),
        zone: Sao_Paulo,
        minutes,
        words: Some(Private::new("the slow part")),
    };
    let sat = one("a", Practice::Sit, 1, Some(5));
    let theirs = one("b", Practice::OfClinic("Feed the ducks".into()), 2, None);
    given
        .store
        .write(|tx| {
            tx.save_practised(&sat)?;
            tx.save_practised(&theirs)
        })
        .unwrap();
    assert_eq!(given.store.read(|reader| reader.practised(10)).unwrap(), [theirs.clone(), sat]);
    assert_eq!(given.store.read(|reader| reader.practised(1)).unwrap(), [theirs]);
    given.store.write(|tx| tx.remove_practised(&id("b"))).unwrap();
    assert_eq!(given.store.read(|reader| reader.one_practised(&id("b"))).unwrap(), None);
}

#[test]
fn what_is_kept_for_a_session_is_kept_once_in_the_order_it_was_marked() {
    let given = store();
    let all = [
        Kept::Step(id("x")),
        Kept::Entry(id("x")),
        Kept::Question(id("q")),
        Kept::Insight(id("i")),
        Kept::Practised(id("p")),
    ];
    for (seconds, what) in (0..).zip(&all) {
        given.store.write(|tx| tx.keep_for_session(what, at(seconds))).unwrap();
    }
    given.store.write(|tx| tx.keep_for_session(&all[0], at(99))).unwrap();
    assert_eq!(given.store.read(|reader| reader.kept_for_session()).unwrap(), all);
    let went = given.store.write(|tx| tx.let_go_for_session(&all[0])).unwrap();
    assert_eq!(went, Some(at(0)), "when it was marked, to put it back there");
    assert_eq!(given.store.write(|tx| tx.let_go_for_session(&all[0])).unwrap(), None);
    assert_eq!(given.store.read(|reader| reader.kept_for_session()).unwrap(), all[1..]);
}
