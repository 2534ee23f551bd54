//! What was deleted is nowhere: every page of the file and of the log is decrypted, free ones too, and looked through.

use crate::given::{Given, KEY, at, id, store};
use crate::writing::{draft, entry, fold};
use aes::Aes256;
use cairn::care::{
    Private,
    journal::{Entry, Insight, Media, Piece, Practice, Practised, Step, search::Term},
    message::{Draft, Mine},
};
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use std::{fs, path::Path};

/// As `SQLCipher` 4 lays a page out: what is kept, then the start vector and the check of the page.
const PAGE: usize = 4096;
const VECTOR: usize = 16;
const RESERVED: usize = 80;
const SALT: usize = 16;
/// The head of the log, and of each page in it.
const LOG_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;

const WORD: &str = "zebrafinch";
/// Letters for which the search keeps tokens of its own.
const LETTERS: &str = "鷺海";

/// Whether the word stands there, or the tokens of the letters.
fn holds_any(bytes: &[u8]) -> (bool, bool) {
    let tokens = Term::Letters(Private::new(LETTERS)).runs();
    (holds(bytes, WORD), tokens.iter().any(|run| holds(bytes, run)))
}

/// One page in clear. The first of a file begins with the salt.
fn decrypted(page: &[u8], first: bool) -> Vec<u8> {
    let (kept, reserved) = page.split_at(PAGE - RESERVED);
    let mut bytes = kept[if first { SALT } else { 0 }..].to_vec();
    let vector: [u8; VECTOR] = reserved[..VECTOR].try_into().unwrap();
    let mut reader = cbc::Decryptor::<Aes256>::new(&KEY.into(), &vector.into());
    for block in bytes.chunks_exact_mut(16) {
        reader.decrypt_block(block.try_into().unwrap());
    }
    bytes
}

/// Everything that stands in the store's file, in use or not.
fn in_file(path: &Path) -> Vec<u8> {
    let whole = fs::read(path).unwrap();
    assert_eq!(whole.len() % PAGE, 0);
    whole.chunks_exact(PAGE).enumerate().flat_map(|(at, page)| decrypted(page, at == 0)).collect()
}

/// Everything that stands in the log beside it.
fn in_log(path: &Path) -> Vec<u8> {
    let whole = fs::read(path.with_extension("db-wal")).unwrap_or_default();
    let frames = whole.get(LOG_HEAD..).unwrap_or_default().chunks_exact(FRAME_HEAD + PAGE);
    frames
        .flat_map(|frame| {
            let first = frame[..4] == [0, 0, 0, 1];
            decrypted(&frame[FRAME_HEAD..], first)
        })
        .collect()
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// A page with the word in everything that hangs on it: its question, its words, a draft, an earlier version, the title of
/// a drawing, the search.
fn write_it(given: &Given) {
    let long = |number: usize| format!("{WORD} {number} {LETTERS} {}", "and so on, ".repeat(2000));
    let asked = Entry { prompt: Some(format!("What about the {WORD}?")), ..entry("gone", 0, &long(0)) };
    let title = Some(Private::new(format!("{WORD} {LETTERS}")));
    let drawn =
        Piece { id: id("drawn"), entry: id("gone"), media: Media::Drawing, title, made: at(1), size: 0 };
    given.store.write(|tx| tx.save_entry(&asked).and_then(|()| tx.begin_piece(&drawn, true))).unwrap();
    for number in 1..4 {
        draft(given, "gone", &long(number));
        fold(given, "gone");
    }
    draft(given, "gone", &long(9));
    given.store.write(|tx| tx.save_entry(&entry("stays", 1, "the heron stays"))).unwrap();
}

fn empty_log(given: &Given) {
    assert!(given.store.empty_log().unwrap(), "nobody reads");
}

#[test]
fn the_words_of_a_deleted_page_are_in_no_page_of_the_file_and_of_the_log() {
    let given = store();
    write_it(&given);
    assert!(holds(&in_log(&given.path()), WORD), "control: while it is there, the look finds it in the log");
    empty_log(&given);
    assert_eq!(holds_any(&in_file(&given.path())), (true, true), "control: and in the file");
    given.store.write(|tx| tx.remove_entry(&id("gone"), at(5))).unwrap();
    empty_log(&given);
    assert!(holds(&in_file(&given.path()), WORD), "it can still be brought back");

    assert!(given.store.write(|tx| tx.purge_entry(&id("gone"), at(9), None)).unwrap());
    empty_log(&given);
    assert_eq!(holds_any(&in_file(&given.path())), (false, false));
    assert_eq!(holds_any(&in_log(&given.path())), (false, false));
    assert!(holds(&in_file(&given.path()), "heron"), "control: what stays is found");
}

/// The control: without `secure_delete` the same words stay in pages nobody uses.
#[test]
fn without_secure_delete_the_words_stay_in_free_pages() {
    let given = store();
    write_it(&given);
    let conn = crate::given::beneath(&given.path());
    conn.execute_batch("PRAGMA foreign_keys = ON; PRAGMA secure_delete = OFF").unwrap();
    conn.execute("DELETE FROM journal_entry WHERE id = 'gone'", []).unwrap();
    empty_log(&given);
    assert!(holds(&in_file(&given.path()), WORD), "the look sees what is left behind");
}

#[test]
fn words_that_were_changed_away_in_one_sitting_are_gone_as_well() {
    let given = store();
    given.store.write(|tx| tx.save_entry(&entry("page", 0, ""))).unwrap();
    draft(&given, "page", &format!("{WORD} at first"));
    draft(&given, "page", "something else");
    fold(&given, "page");
    empty_log(&given);
    assert!(!holds(&in_file(&given.path()), WORD));
    let kept = given.store.read(|r| r.entry(&id("page"))).unwrap().unwrap();
    assert_eq!(kept.words, Private::new("something else"));
}

#[test]
fn an_earlier_version_that_is_deleted_alone_is_in_no_page_and_the_others_stay() {
    let given = store();
    given.store.write(|tx| tx.save_entry(&entry("page", 0, ""))).unwrap();
    for words in [format!("{WORD} {}", "and so on, ".repeat(2000)), "the plover".into(), "the heron".into()] {
        draft(&given, "page", &words);
        fold(&given, "page");
    }
    empty_log(&given);
    assert!(holds(&in_file(&given.path()), WORD), "control: it is there as an earlier version");
    let earlier = given.store.read(|r| r.earlier_words(&id("page"))).unwrap();
    let place = earlier.iter().find(|one| one.words.reveal().starts_with(WORD)).unwrap().place;
    let delete = |page: &str| given.store.write(|tx| tx.delete_earlier_words(&id(page), place)).unwrap();
    assert!(!delete("other"), "not through another page");
    assert!(delete("page") && !delete("page"));
    empty_log(&given);
    assert!(!holds(&in_file(&given.path()), WORD) && !holds(&in_log(&given.path()), WORD));
    let left = given.store.read(|r| r.earlier_words(&id("page"))).unwrap();
    assert_eq!((left.len(), left[0].words.reveal()), (1, "the plover"));
    assert_eq!(given.store.read(|r| r.entry(&id("page"))).unwrap().unwrap().words.reveal(), "the heron");
}

/// What hangs on a page, each with the word in it.
fn hang_it(given: &Given) {
    let insight =
        Insight { id: id("i"), entry: id("stays"), words: Private::new(WORD), at: at(1), stood: None };
    let step = Step {
        id: id("s"),
        insight: None,
        cue: Private::new(format!("{WORD} calls")),
        deed: Private::new("look up"),
        day: None,
        remind_at: None,
        made_at: at(2),
        done_at: None,
    };
    let line = Practised {
        id: id("p"),
        practice: Practice::Breathe,
        at: at(3),
        zone: chrono_tz::America::Sao_Paulo,
        minutes: None,
        words: Some(Private::new(WORD)),
    };
    let photo =
        Piece { id: id("photo"), entry: id("stays"), media: Media::Png, title: None, made: at(4), size: 0 };
    given
        .store
        .write(|tx| {
            tx.save_entry(&entry("stays", 1, "the heron stays"))?;
            tx.save_insight(&insight)?;
            tx.save_step(&step)?;
            tx.save_practised(&line)
        })
        .unwrap();
    let bytes = WORD.repeat(20_000);
    given.store.copy_piece(&photo, &mut bytes.as_bytes(), u64::MAX).unwrap();
    assert!(holds(&in_log(&given.path()), WORD), "control: it is in the log");
}

/// Takes all of it away for good.
fn let_it_go(given: &Given) {
    given
        .store
        .write(|tx| {
            tx.remove_insight(&id("i"))?;
            tx.remove_step(&id("s"))?;
            tx.remove_practised(&id("p"))?;
            tx.remove_piece(&id("photo"), at(5)).map(drop)
        })
        .unwrap();
    given.store.purge_pieces(at(5), at(5), None).unwrap();
}

fn is_nowhere(given: &Given) -> bool {
    !holds(&in_file(&given.path()), WORD) && !holds(&in_log(&given.path()), WORD)
}

#[test]
fn whatever_is_deleted_leaves_the_log_by_itself() {
    let given = store();
    hang_it(&given);
    let_it_go(&given);
    assert!(is_nowhere(&given));
    write_it(&given);
    given.store.write(|tx| tx.remove_entry(&id("gone"), at(5))).unwrap();
    given.store.write(|tx| tx.purge_entry(&id("gone"), at(9), None)).unwrap();
    assert!(is_nowhere(&given));
}

/// A draft that was wiped clean, and a message that was taken back: of neither a word is anywhere.
#[test]
fn a_message_that_is_not_wanted_leaves_no_word() {
    let given = store();
    let long = Private::new(format!("{WORD} {}", "and so on, ".repeat(600)));
    let begun = Draft { words: long.clone(), ..crate::messages::draft("d", None, "") };
    let sent = Mine { words: long, ..crate::messages::message("sent", "sent") };
    given.store.write(|tx| tx.save_message_draft(&begun).and_then(|()| tx.save_message(&sent))).unwrap();
    empty_log(&given);
    assert!(holds(&in_file(&given.path()), WORD), "control: they are there");
    let wiped = crate::messages::draft("d", None, "");
    given
        .store
        .write(|tx| tx.save_message_draft(&wiped).and_then(|()| tx.remove_message(&id("sent"))))
        .unwrap();
    assert!(is_nowhere(&given));
}

#[test]
fn while_somebody_reads_long_nobody_waits_and_afterwards_it_goes() {
    let given = store();
    hang_it(&given);
    let (tell, reading) = std::sync::mpsc::channel();
    let (end, wait) = std::sync::mpsc::channel::<()>();
    let store = given.store.clone();
    let export = std::thread::spawn(move || {
        store.read(|reader| {
            reader.entry(&id("stays"))?;
            tell.send(()).unwrap();
            wait.recv().unwrap();
            Ok(())
        })
    });
    reading.recv().unwrap();
    let begun = std::time::Instant::now();
    let_it_go(&given);
    let _ = given.store.empty_log().unwrap();
    draft(&given, "stays", "a keystroke");
    assert!(begun.elapsed() < std::time::Duration::from_secs(4), "{:?}", begun.elapsed());
    assert!(holds(&in_log(&given.path()), WORD), "control: whoever reads keeps what they read");
    end.send(()).unwrap();
    export.join().unwrap().unwrap();
    assert!(is_nowhere(&given), "the last who read saw to it");
}
