//! A signature is kept with the very text it was put to, withdrawn it stays, and what belongs to it is there with it or not at
//! all; from a copy it does not go out again by itself.

use crate::archive::{exported, passphrase, restored};
use crate::given::{Given, at, id, outgoing, store};
use crate::preparing::tick;
use cairn::care::{Delivery, Private, Refusal, consent::Signature};
use cairn::store::{Store, StoreError, Tx};

const TEXT: &str = "Before  you sign\r\nVersion: \u{2067}ב\u{2069}\n\n- wörtlich, \"zu\u{0}letzt\" 🌊\n";

fn signature(record: &str, seconds: i64) -> Signature {
    Signature {
        record: id(record),
        document: id("treatment"),
        version: "draft 1".into(),
        title: "Before you sign".into(),
        protocol: id("harbor-kap"),
        protocol_version: 3,
        text: Private::new(TEXT),
        name: Private::new("Róbin O’Sample"),
        clinic: Some(id("quiet-harbor")),
        recipient: Some("Quiet Harbor".into()),
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
            tx.save_signature(&signature("a", 1))?;
            tx.save_signature(&Signature { clinic: None, recipient: None, ..signature("b", 2) })
        })
        .unwrap();
    given
}

fn all(store: &Store) -> Vec<Signature> {
    store.read(|r| r.signatures()).unwrap()
}

#[test]
fn it_comes_back_to_the_letter_the_newest_first() {
    let given = given();
    let bare = Signature { clinic: None, recipient: None, ..signature("b", 2) };
    assert_eq!(all(&given.store), [bare, signature("a", 1)]);
    assert_eq!(given.store.read(|r| r.signature(&id("a"))).unwrap(), Some(signature("a", 1)));
    assert_eq!(given.store.read(|r| r.signature(&id("nobody"))).unwrap(), None);
}

#[test]
fn withdrawn_it_stays_with_all_it_says() {
    let given = given();
    given
        .store
        .write(|tx| {
            assert!(tx.withdraw_signature(&id("a"), at(9))?);
            assert!(!tx.withdraw_signature(&id("a"), at(10))?, "once");
            let kept = Signature { withdrawn: Some(at(9)), ..signature("a", 1) };
            assert_eq!(tx.signature(&id("a"))?, Some(kept));
            tx.remove_signature(&id("b"))
        })
        .unwrap();
    assert_eq!(all(&given.store).len(), 1);
}

/// The signature, what the clinic gets and the tick, as signing puts them.
fn sign(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.save_signature(&signature("signed", 3))?;
    tx.enqueue(&outgoing("signed"))?;
    tx.save_tick(&tick(Some("plan"), "consent", true))
}

#[test]
fn the_record_what_is_queued_and_the_tick_are_there_together_or_not_at_all() {
    let given = store();
    let there = || {
        given
            .store
            .read(|r| Ok((r.signatures()?.len(), r.delivery(&id("signed"))?.is_some(), r.ticks()?.len())))
            .unwrap()
    };
    let broken = given.store.write(|tx| sign(tx).and(Err::<(), _>(StoreError::NoSuchRow)));
    assert!(matches!(broken, Err(StoreError::NoSuchRow)));
    assert_eq!(there(), (0, false, 0));
    given.store.write(sign).unwrap();
    assert_eq!(there(), (1, true, 1), "the control");
}

#[test]
fn a_copy_brings_it_back_equal_and_asks_before_it_goes_out_again() {
    let given = store();
    let withdrawn = Signature { withdrawn: Some(at(9)), ..signature("withdrawn", 1) };
    given
        .store
        .write(|tx| {
            tx.save_signature(&withdrawn)?;
            tx.enqueue(&outgoing("withdrawn"))?;
            sign(tx)
        })
        .unwrap();
    let (done, folder) = restored(&exported(&given), &passphrase());
    done.unwrap();
    let back = crate::given::open(&folder.path().join("store.db")).unwrap();
    assert_eq!(all(&back), [signature("signed", 3), withdrawn]);
    let delivery = |record: &str| back.read(|r| r.delivery(&id(record))).unwrap();
    assert_eq!(delivery("signed"), Some(Delivery::NeedsAttention(Refusal::CameBack)));
    assert_eq!(delivery("withdrawn"), Some(Delivery::OnThisPhone), "a withdrawal always goes");
}

#[test]
fn nothing_of_it_shows_in_a_log() {
    let said = format!("{:?}", signature("a", 1));
    assert!(!said.contains("Róbin") && !said.contains("letzt"), "{said}");
    assert!(said.contains("treatment"), "the control");
}
