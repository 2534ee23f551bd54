//! Whatever becomes of a page, of the drawing on it and of the requests that share them, in any order: nothing leaves while
//! one of the two is away, and what was withdrawn or deleted before it arrived for certain is not what the clinic is left with.

use crate::given::{Given, at, id, outgoing, store};
use crate::writing::entry;
use cairn::care::{
    Delivery, Id, Private, Refusal,
    journal::{
        Media, Piece,
        share::{Shared, SharedPiece},
    },
};
use cairn::store::{Outgoing, Queued, StoreError, Tx};
use proptest::{collection::vec, prelude::*, sample::select};

const WORDS: &str = "zebrafinch";
const WITHDRAWN: &str = "withdrawn";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    /// A request leaves the phone.
    Begins,
    /// The oldest under way reaches the clinic, however late.
    Arrives,
    /// The clinic's answer reaches the phone.
    Answered,
    /// The clinic refuses the oldest under way.
    Refused,
    Removed,
    Back,
    Purged,
    DrawingRemoved,
    DrawingBack,
    DrawingPurged,
    Withdrawn,
}

const ALL: [Deed; 11] = [
    Deed::Begins,
    Deed::Arrives,
    Deed::Answered,
    Deed::Refused,
    Deed::Removed,
    Deed::Back,
    Deed::Purged,
    Deed::DrawingRemoved,
    Deed::DrawingBack,
    Deed::DrawingPurged,
    Deed::Withdrawn,
];

/// The clinic's side: what it has of the record, what is on its way there, and the answers on their way back.
#[derive(Default)]
struct Clinic {
    there: Option<String>,
    flying: Vec<Queued>,
    answers: Vec<Id>,
}

impl Clinic {
    /// A first request creates only where there is nothing; one that was tried before looks first.
    fn takes(&mut self, queued: &Queued) {
        let is_new = self.there.is_none();
        let found =
            queued.attempts > 0 && (queued.first || self.there.as_ref() == Some(&queued.outgoing.body));
        if is_new || !(found || (queued.first && queued.outgoing.body == WORDS)) {
            self.there = Some(queued.outgoing.body.clone());
        }
    }
}

fn row(name: &str, body: &str) -> Outgoing {
    Outgoing { record: id("a"), body: body.into(), ..outgoing(name) }
}

fn told(_: &Shared) -> Outgoing {
    Outgoing { id: cairn::platform::ids::new(), ..row("w", WITHDRAWN) }
}

fn drawing() -> Piece {
    Piece { id: id("p"), entry: id("page"), media: Media::Drawing, title: None, made: at(0), size: 0 }
}

fn shared() -> Shared {
    let Piece { id: piece, media, title, made, .. } = drawing();
    Shared {
        record: id("a"),
        entry: id("page"),
        whole: true,
        words: Some(Private::new(WORDS)),
        pieces: vec![SharedPiece { piece, mime: media.mime().into(), title, size: 9, made }],
        recipient: None,
        at: at(0),
        zone: chrono_tz::UTC,
        withdrawn: None,
    }
}

fn does(tx: &Tx<'_>, clinic: &mut Clinic, deed: Deed) -> Result<(), StoreError> {
    let first = |list: &mut Vec<Queued>| (!list.is_empty()).then(|| list.remove(0));
    match deed {
        Deed::Begins => {
            if let Some(next) = tx.ready(at(1000), 1)?.pop() {
                tx.mark_tried(&next.outgoing.id, at(0))?;
                clinic.flying.push(next);
            }
        }
        Deed::Arrives => {
            if let Some(next) = first(&mut clinic.flying) {
                clinic.takes(&next);
                clinic.answers.push(next.outgoing.id);
            }
        }
        Deed::Answered => {
            if let Some(next) = clinic.answers.pop() {
                or_gone(tx.acknowledge(&next, at(7), None))?;
            }
        }
        Deed::Refused => {
            if let Some(next) = first(&mut clinic.flying) {
                or_gone(tx.set_aside(&next.outgoing.id, Refusal::NotAllowed, at(7)))?;
            }
        }
        Deed::Removed => drop(tx.remove_entry(&id("page"), at(8))?),
        Deed::Back => drop(tx.bring_entry_back(&id("page"))?),
        Deed::Purged => drop(tx.purge_entry(&id("page"), at(9), Some(&told))?),
        Deed::DrawingRemoved => drop(tx.remove_piece(&id("p"), at(8))?),
        Deed::DrawingBack => drop(tx.bring_piece_back(&id("p"))?),
        // The store does it in several transactions.
        Deed::DrawingPurged => {}
        Deed::Withdrawn => {
            let shared = tx.share(&id("a"))?.unwrap();
            if tx.withdraw_share(&id("a"), at(9))? {
                tx.recall(&id("a"), || told(&shared))?;
            }
        }
    }
    Ok(())
}

/// Something else may stand in its place by now.
fn or_gone(done: Result<(), StoreError>) -> Result<(), StoreError> {
    match done {
        Err(StoreError::NoSuchRow) => Ok(()),
        done => done,
    }
}

/// A page with a drawing, and a request that shares both.
fn about_to_leave() -> Given {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.save_entry(&entry("page", 0, WORDS))?;
            tx.begin_piece(&drawing(), true)?;
            tx.save_share(&shared())?;
            tx.enqueue(&row("a", WORDS))
        })
        .unwrap();
    given
}

#[test]
fn the_control_that_tells_nobody_leaves_the_clinic_with_what_was_deleted() {
    let (given, mut clinic) = (about_to_leave(), Clinic::default());
    given
        .store
        .write(|tx| {
            does(tx, &mut clinic, Deed::Begins)?;
            does(tx, &mut clinic, Deed::Removed)?;
            tx.purge_entry(&id("page"), at(9), None)?;
            does(tx, &mut clinic, Deed::Arrives)?;
            assert!(tx.share(&id("a"))?.unwrap().withdrawn.is_some());
            Ok(())
        })
        .unwrap();
    assert_eq!(clinic.there.as_deref(), Some(WORDS));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_was_deleted_is_never_what_the_clinic_is_left_with(deeds in vec(select(ALL.as_slice()), 1..14)) {
        let (given, mut clinic) = (about_to_leave(), Clinic::default());
        for deed in deeds {
            given.store.write(|tx| does(tx, &mut clinic, deed)).unwrap();
            let purged = deed == Deed::DrawingPurged
                && given.store.purge_piece(&id("p"), at(9), Some(&told)).unwrap();
            let (page, drawing, share, rows, ready) = given.store.read(|r| {
                Ok((r.entry(&id("page"))?, r.piece(&id("p"))?, r.share(&id("a"))?.unwrap(), r.queue(9)?, r.ready(at(1000), 9)?))
            }).unwrap();
            // It is away with its page, too.
            let away = drawing.is_none();
            let carries = |one: &Queued| one.outgoing.body == WORDS;
            let sure = rows.iter().any(|row| matches!(row.delivery, Delivery::Sent(_)));
            let is_gone = purged || (deed == Deed::Purged && page.is_none());
            prop_assert!(!(away && ready.iter().any(carries)), "it would leave while it is away");
            if share.withdrawn.is_some() {
                prop_assert!(!ready.iter().any(carries), "it would leave after it was withdrawn");
            }
            if is_gone {
                prop_assert!(share.withdrawn.is_some() || sure, "it waits without what it shares");
            }
        }
        // Everything comes to its end, and then what was late arrives.
        let (share, delivery) = given.store.write(|tx| {
            for _ in 0..30 {
                for deed in [Deed::Begins, Deed::Arrives, Deed::Answered] {
                    does(tx, &mut clinic, deed)?;
                }
            }
            assert!(clinic.flying.is_empty());
            Ok((tx.share(&id("a"))?.unwrap(), tx.delivery(&id("a"))?))
        }).unwrap();
        let left = clinic.there.as_deref();
        if share.withdrawn.is_some() {
            prop_assert_ne!(left, Some(WORDS));
        } else if matches!(delivery, Some(Delivery::Sent(_))) {
            prop_assert_eq!(left, Some(WORDS));
        }
    }
}
