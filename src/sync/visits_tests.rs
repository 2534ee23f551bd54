//! A visit's notices agree with the visit, whatever it went through.

use super::*;
use crate::care::{Id, VisitKind};
use chrono::TimeDelta;

use VisitState::{Cancelled, Confirmed, Finished, Requested, Waiting};

fn now() -> DateTime<Utc> {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn at(hours: i64) -> DateTime<Utc> {
    now() + TimeDelta::hours(hours)
}

fn visit(state: VisitState, start: Option<i64>) -> Visit {
    let id = Id::new("v1").unwrap();
    let (start, kind) = (start.map(at), VisitKind::Session);
    Visit { id, kind, state, start, end: None, booked: None, place: None, with: Vec::new(), note: None }
}

/// A phone that keeps what is told, as the store does, and how the visit was last read.
struct Patient {
    before: Before,
    known: Option<Known>,
    unseen: Option<Happened>,
    now: DateTime<Utc>,
}

impl Patient {
    fn with(state: VisitState, hours: i64) -> Self {
        let (before, now) = (Before::Nothing, now());
        let mut patient = Self { before, known: None, unseen: None, now };
        patient.hears(state, Some(hours));
        assert_eq!(patient.unseen, None);
        patient
    }

    fn hears(&mut self, state: VisitState, hours: Option<i64>) {
        let new = visit(state, hours);
        let told = of_arrival(&self.before, &new, self.known, self.now);
        self.before = Before::Read(Reading::Visit(new));
        self.takes(told);
    }

    fn loses(&mut self) {
        let told = of_loss(&self.before, self.known, self.now);
        self.before = Before::Nothing;
        self.takes(told);
    }

    fn cannot_read(&mut self) {
        self.before = Before::Unread;
    }

    fn takes(&mut self, (tidings, known): Told) {
        self.known = known;
        for tiding in tidings {
            let news = match (tiding, self.unseen) {
                (Tiding::Tell(news), _) => Some(news),
                (Tiding::Stands(news), Some(Happened::Withdrawn)) => {
                    self.unseen = None;
                    news
                }
                (Tiding::Over, Some(Happened::Moved { .. })) => {
                    self.unseen = None;
                    None
                }
                _ => None,
            };
            self.unseen = match (news, self.unseen) {
                (None, unseen) => unseen,
                (Some(Happened::Moved { to, .. }), Some(Happened::Moved { from, .. })) => {
                    (from != to).then_some(Happened::Moved { from, to })
                }
                (news, _) => news,
            };
        }
    }

    fn sees(&mut self) -> Option<Happened> {
        self.unseen.take()
    }
}

fn moved(from: i64, to: i64) -> Happened {
    Happened::Moved { from: at(from), to: at(to) }
}

#[test]
fn what_is_told_always_names_the_newest_start() {
    let mut patient = Patient::with(Confirmed, 10);
    patient.hears(Requested, Some(11));
    assert_eq!(patient.unseen, Some(moved(10, 11)));
    patient.hears(Confirmed, Some(12));
    assert_eq!(patient.unseen, Some(moved(10, 12)));
    patient.hears(Requested, Some(10));
    assert_eq!(patient.unseen, None, "it is where it was");

    patient.hears(Requested, Some(11));
    assert_eq!(patient.sees(), Some(moved(10, 11)));
    patient.hears(Confirmed, Some(11));
    assert_eq!(patient.unseen, None, "seen, and now certain");
    patient.hears(Confirmed, Some(12));
    assert_eq!(patient.unseen, Some(moved(11, 12)));
}

#[test]
fn a_wish_that_was_never_certain_may_move_untold() {
    let mut patient = Patient::with(Requested, 10);
    patient.hears(Requested, Some(11));
    patient.hears(Confirmed, Some(12));
    assert_eq!(patient.unseen, None);
    patient.hears(Confirmed, Some(13));
    assert_eq!(patient.unseen, Some(moved(12, 13)));
}

#[test]
fn cancelled_by_mistake_and_booked_again() {
    let mut patient = Patient::with(Confirmed, 10);
    patient.hears(Cancelled, Some(10));
    assert_eq!(patient.unseen, Some(Happened::Withdrawn));
    patient.hears(Confirmed, Some(10));
    assert_eq!(patient.unseen, None, "nothing had been seen, nothing has changed");

    patient.hears(Cancelled, Some(10));
    patient.hears(Confirmed, Some(12));
    assert_eq!(patient.sees(), Some(moved(10, 12)));

    patient.loses();
    assert_eq!(patient.unseen, Some(Happened::Withdrawn));
    patient.hears(Confirmed, Some(12));
    assert_eq!(patient.unseen, None, "deleted by mistake");

    patient.hears(Cancelled, Some(12));
    assert_eq!(patient.sees(), Some(Happened::Withdrawn));
    patient.hears(Confirmed, Some(14));
    assert_eq!(patient.unseen, None, "whoever saw that it was off looks at the visit");
    patient.hears(Confirmed, Some(15));
    assert_eq!(patient.unseen, Some(moved(14, 15)));
}

#[test]
fn a_certain_visit_that_has_no_time_any_more_is_told_as_taken_back() {
    for state in [Waiting, Requested] {
        let mut patient = Patient::with(Confirmed, 10);
        patient.hears(state, None);
        assert_eq!(patient.unseen, Some(Happened::Withdrawn), "{state:?}");
        patient.hears(state, None);
        assert_eq!(patient.sees(), Some(Happened::Withdrawn), "{state:?}");
        patient.hears(state, None);
        assert_eq!(patient.unseen, None, "once: {state:?}");
        patient.hears(Cancelled, None);
        assert_eq!(patient.sees(), Some(Happened::Withdrawn), "the wish is off too: {state:?}");
    }
    let mut asked = Patient::with(Requested, 10);
    asked.hears(Waiting, None);
    assert_eq!(asked.unseen, None, "it was never certain");
}

#[test]
fn a_visit_that_comes_back_readable_is_compared_with_what_the_patient_knows() {
    let mut patient = Patient::with(Confirmed, 10);
    patient.cannot_read();
    patient.hears(Confirmed, Some(33));
    assert_eq!(patient.sees(), Some(moved(10, 33)));

    patient.cannot_read();
    patient.hears(Confirmed, Some(33));
    assert_eq!(patient.unseen, None);

    patient.cannot_read();
    patient.hears(Waiting, None);
    assert_eq!(patient.sees(), Some(Happened::Withdrawn));
    patient.cannot_read();
    patient.hears(Cancelled, Some(33));
    assert_eq!(patient.unseen, None, "that was seen");

    let mut patient = Patient::with(Confirmed, 10);
    patient.cannot_read();
    patient.now = at(20);
    patient.hears(Confirmed, Some(33));
    assert_eq!(patient.sees(), Some(moved(10, 33)), "even when the old time is past");
    patient.cannot_read();
    patient.hears(Cancelled, Some(33));
    assert_eq!(patient.unseen, Some(Happened::Withdrawn));
}

#[test]
fn what_is_over_is_no_news() {
    let mut patient = Patient::with(Confirmed, 10);
    patient.hears(Confirmed, Some(11));
    patient.now = at(14);
    patient.hears(Finished, Some(11));
    assert_eq!(patient.unseen, None);

    let mut patient = Patient::with(Confirmed, 10);
    patient.hears(Confirmed, Some(11));
    patient.now = at(14);
    patient.hears(Cancelled, Some(11));
    assert_eq!(patient.unseen, None, "neither moved nor taken back");

    let mut patient = Patient::with(Confirmed, 10);
    patient.hears(Confirmed, Some(11));
    patient.hears(Cancelled, Some(11));
    assert_eq!(patient.unseen, Some(Happened::Withdrawn), "and not moved");
}

#[test]
fn what_the_patient_knows_is_remembered_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let key = crate::store::StoreKey::from_bytes([1; 32]);
    let store = crate::store::Store::open(&folder.path().join("store"), &key).unwrap();
    let id = Id::new("v1").unwrap();
    store
        .write(|tx| {
            assert_eq!(Known::load(tx, &id)?, None);
            for withdrawn in [false, true] {
                let known = Known { start: at(1) + TimeDelta::microseconds(7), withdrawn };
                known.save(tx, &id)?;
                assert_eq!(Known::load(tx, &id)?, Some(known));
            }
            tx.set("visit.start.v1", "soon")?;
            assert_eq!(Known::load(tx, &id)?, None);
            Ok(())
        })
        .unwrap();
}
