//! Whatever becomes of a page and of the requests that share it, in any order: nothing leaves while the page is away, and
//! what was withdrawn or deleted before it arrived for certain is not what the clinic is left with.

use crate::given::{at, id, outgoing, store};
use crate::writing::entry;
use cairn::care::{Delivery, Id, Private, Refusal, journal::share::Shared};
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
    Withdrawn,
}

const ALL: [Deed; 8] = [
    Deed::Begins,
    Deed::Arrives,
    Deed::Answered,
    Deed::Refused,
    Deed::Removed,
    Deed::Back,
    Deed::Purged,
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_deleted_page_is_never_what_the_clinic_is_left_with(deeds in vec(select(ALL.as_slice()), 1..14)) {
        let given = store();
        given.store.write(|tx| {
            tx.save_entry(&entry("page", 0, WORDS))?;
            tx.save_share(&Shared {
                record: id("a"), entry: id("page"), whole: true, words: Some(Private::new(WORDS)), pieces: Vec::new(),
                recipient: None, at: at(0), zone: chrono_tz::UTC, withdrawn: None,
            })?;
            tx.enqueue(&row("a", WORDS))
        }).unwrap();
        let mut clinic = Clinic::default();
                for deed in deeds {
            given.store.write(|tx| does(tx, &mut clinic, deed)).unwrap();
            let (page, share, rows, ready) = given.store.read(|r| {
                Ok((r.entry(&id("page"))?, r.share(&id("a"))?.unwrap(), r.queue(9)?, r.ready(at(1000), 9)?))
            }).unwrap();
            let away = page.is_none();
            let carries = |one: &Queued| one.outgoing.body == WORDS;
            prop_assert!(!(away && ready.iter().any(carries)), "it would leave while the page is away");
            if share.withdrawn.is_some() {
                prop_assert!(!ready.iter().any(carries), "it would leave after it was withdrawn");
            }
            if deed == Deed::Purged && away {
                let sure = rows.iter().any(|row| matches!(row.delivery, Delivery::Sent(_)));
                prop_assert!(share.withdrawn.is_some() || sure, "it waits without its page");
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
