//! What was shared stays on the list; its words go with the page; and a withdrawal leaves nothing behind that could still go.

use crate::given::{Given, at, beneath, id, outgoing, store};
use cairn::care::{
    Delivery, Private, Refusal,
    journal::{
        Entry,
        share::{Shared, SharedPiece},
    },
};
use cairn::store::{Outgoing, Tx};

const WORDS: &str = "zebrafinch in the rain";

fn entry(name: &str) -> Entry {
    Entry {
        id: id(name),
        at: at(0),
        zone: chrono_tz::Europe::Rome,
        changed: at(0),
        words: Private::new(WORDS),
        visit: None,
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    }
}

fn picture() -> SharedPiece {
    SharedPiece {
        piece: id("piece"),
        mime: "image/png".into(),
        title: Some(Private::new("zebrafinch, drawn")),
        size: 6,
        made: at(5),
    }
}

fn shared(record: &str, entry: &str, seconds: i64) -> Shared {
    Shared {
        record: id(record),
        entry: id(entry),
        whole: false,
        words: Some(Private::new(WORDS)),
        pieces: vec![picture()],
        recipient: Some("Cedar House".into()),
        at: at(seconds),
        zone: chrono_tz::Europe::Rome,
        withdrawn: None,
    }
}

fn given() -> Given {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.save_entry(&entry("page"))?;
            tx.save_entry(&entry("other"))?;
            tx.save_share(&shared("a", "page", 1))?;
            tx.save_share(&shared("b", "other", 2))
        })
        .unwrap();
    given
}

fn records(all: &[Shared]) -> Vec<&str> {
    all.iter().map(|shared| shared.record.as_str()).collect()
}

#[test]
fn it_comes_back_as_it_went_in_the_newest_first() {
    let given = given();
    given
        .store
        .read(|r| {
            assert_eq!(r.share(&id("a"))?, Some(shared("a", "page", 1)));
            assert_eq!(records(&r.shares(9)?), ["b", "a"]);
            assert_eq!(records(&r.shares(1)?), ["b"]);
            assert_eq!(records(&r.shares_of(&id("page"))?), ["a"]);
            assert_eq!(r.shares_of(&id("nowhere"))?, []);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_withdrawn_one_stays_as_withdrawn() {
    let given = given();
    given
        .store
        .write(|tx| {
            assert!(tx.withdraw_share(&id("a"), at(9))?);
            assert!(!tx.withdraw_share(&id("a"), at(10))?, "once");
            let kept = Shared { withdrawn: Some(at(9)), ..shared("a", "page", 1) };
            assert_eq!(tx.share(&id("a"))?, Some(kept));
            Ok(())
        })
        .unwrap();
}

/// True if any column of either table holds the word.
fn is_kept(given: &Given, word: &str) -> bool {
    let conn = beneath(&given.path());
    let sql = "SELECT count(*) FROM share LEFT JOIN share_piece USING (record)
               WHERE entry = 'page' AND instr(coalesce(words, '') || coalesce(title, ''), ?1)";
    conn.query_row(sql, [word], |row| row.get::<_, i64>(0)).unwrap() > 0
}

#[test]
fn the_words_go_with_the_page_and_the_fact_stays() {
    let given = given();
    let blank = |shared: &Shared| shared.words.is_none() && shared.pieces[0].title.is_none();
    given
        .store
        .write(|tx| {
            tx.remove_entry(&id("page"), at(20))?;
            assert!(blank(&tx.share(&id("a"))?.unwrap()), "out of sight at once");
            tx.bring_entry_back(&id("page"))?;
            assert_eq!(tx.share(&id("a"))?, Some(shared("a", "page", 1)), "and back with it");
            tx.remove_entry(&id("page"), at(20))?;
            Ok(())
        })
        .unwrap();
    assert!(is_kept(&given, "zebrafinch"), "the control: until it is purged it can come back");
    given.store.write(|tx| tx.purge_entries(at(20), at(20), None)).unwrap();
    assert!(!is_kept(&given, "zebrafinch"));
    let left = given.store.read(|r| r.share(&id("a"))).unwrap().unwrap();
    assert!(blank(&left));
    let other = given.store.read(|r| r.share(&id("b"))).unwrap();
    assert_eq!(other, Some(shared("b", "other", 2)), "of another page");
    assert_eq!((left.at, left.recipient.as_deref()), (at(1), Some("Cedar House")));
}

#[test]
fn what_can_be_shared_is_what_is_written_now_and_what_is_whole() {
    let given = given();
    let conn = beneath(&given.path());
    conn.execute_batch(
        "INSERT INTO journal_draft (entry, changed_at, words) VALUES ('page', 1, 'still typing');
         INSERT INTO piece (id, entry, kind, mime, made_at, size, whole, removed_at) VALUES
             ('p2', 'page', 'photo', 'image/jpeg', 2, 6, 1, NULL), ('p1', 'page', 'drawing', 'image/svg+xml', 1, 3, 1, NULL),
             ('blank', 'page', 'drawing', 'image/svg+xml', 8, 0, 1, NULL),
             ('cut', 'page', 'photo', 'image/jpeg', 3, 6, 0, NULL), ('gone', 'page', 'photo', 'image/jpeg', 4, 6, 1, 5),
             ('voice', 'page', 'voice', 'audio/ogg', 5, 6, 1, NULL),
             ('empty', 'page', 'photo', 'image/png', 7, 6, 1, NULL), ('away', 'other', 'photo', 'image/png', 6, 6, 1, NULL);
         INSERT INTO piece_chunk (piece, place, bytes) VALUES ('p2', 1, x'040506'), ('p2', 0, x'010203'),
             ('cut', 0, x'07'), ('gone', 0, x'07'), ('voice', 0, x'07'), ('away', 0, x'07');
         INSERT INTO stroke (place, piece, colour, width, points) VALUES (1, 'p1', 'blue', 150, '10,20 30,40'),
             (2, 'p1', 'red', 150, '77,77 88,88');
         UPDATE piece SET drawn_to = 1 WHERE id = 'p1';",
    )
    .unwrap();
    given
        .store
        .read(|r| {
            assert_eq!(r.words_to_share(&id("page"))?, Some(Private::new("still typing")));
            assert_eq!(r.words_to_share(&id("other"))?, Some(Private::new(WORDS)));
            assert_eq!(r.words_to_share(&id("nowhere"))?, None);
            let pieces = r.pieces_to_share(&id("page"))?;
            let names: Vec<&str> = pieces.iter().map(|one| one.piece.as_str()).collect();
            assert_eq!(names, ["p1", "p2"]);
            let drawn = String::from_utf8(r.bytes_to_share(&pieces[0])?).unwrap();
            assert_eq!(pieces[0].size, drawn.len() as u64);
            assert!(drawn.contains("10,20 30,40"), "{drawn}");
            assert!(!drawn.contains("77,77"), "a line that was taken back is not shared");
            assert_eq!(pieces[1].size, 6);
            assert_eq!(r.bytes_to_share(&pieces[1])?, [1, 2, 3, 4, 5, 6]);
            Ok(())
        })
        .unwrap();
}

fn bodies(tx: &Tx<'_>) -> Vec<(String, u32)> {
    let ready = tx.ready(at(1000), 9).unwrap();
    ready.into_iter().map(|one| (one.outgoing.id.to_string(), one.attempts)).collect()
}

fn row(name: &str) -> Outgoing {
    outgoing(name)
}

#[test]
fn what_was_tried_never_leaves_again_once_something_stands_in_its_place() {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.enqueue(&row("a"))?;
            tx.mark_tried(&id("a"), at(5))?;
            tx.enqueue(&row("a.2"))?;
            tx.enqueue_instead(&row("a.3"), &row("a.4"))?;
            assert_eq!(bodies(tx), [("a.3".into(), 1)], "tried, so it is looked for first");
            assert!(tx.mark_tried(&id("a"), at(6)).is_err(), "the one under way is not taken up again");
            tx.acknowledge(&id("a.3"), at(7), None)?;
            assert_eq!(bodies(tx), [("a.4".into(), 0)], "and then the last word is sent for certain");
            Ok(())
        })
        .unwrap();
}

#[test]
fn after_an_acknowledgement_only_the_last_word_is_sent() {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.enqueue(&row("a"))?;
            tx.mark_tried(&id("a"), at(5))?;
            tx.acknowledge(&id("a"), at(6), None)?;
            tx.enqueue_instead(&row("a.2"), &row("a.3"))?;
            assert_eq!(bodies(tx), [("a.3".into(), 0)]);
            assert_eq!(tx.delivery(&id("a"))?, Some(Delivery::OnThisPhone));
            Ok(())
        })
        .unwrap();
}

#[test]
fn only_what_was_refused_at_the_first_try_is_known_not_to_be_there() {
    for (attempts, refusal, gone) in [
        (1, Refusal::NotAllowed, true),
        (1, Refusal::TooLarge, true),
        (1, Refusal::Conflict, false),
        (2, Refusal::NotAllowed, false),
    ] {
        let given = store();
        given
            .store
            .write(|tx| {
                tx.enqueue(&row("a"))?;
                for _ in 0..attempts {
                    tx.mark_tried(&id("a"), at(5))?;
                }
                tx.set_aside(&id("a"), refusal, at(6))?;
                assert_eq!(tx.take_back_refused(&id("a"))?, gone, "{attempts} {refusal:?}");
                assert_eq!(tx.delivery(&id("a"))?.is_none(), gone);
                Ok(())
            })
            .unwrap();
    }
}
