//! A time the server keeps while the patient makes up their mind is nobody else's, is booked once or given back, and is never
//! told as more than it is. By the operations of IHE's profile as by Argonaut's.

use super::{
    Time,
    direct::{ARGONAUT, OPERATION, clinic, is_confirmed, new, states},
    lost::at_every_request,
    times,
};
use crate::{
    given::Phone,
    support::{Clinic, Fault, eventually},
};
use cairn::{
    care::{
        Happened, Id, Subject, VisitKind,
        booking::{Hold, HoldState, Keeping, Party, Wish, WishState, WishTime},
    },
    platform::ids,
    sync::{Listener, Progress, Wake, Worker},
};
use chrono::{TimeDelta, Utc};
use futures_util::future::join_all;
use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};
use tokio::{sync::mpsc, time::timeout};

pub(super) const OPERATIONS: [&str; 2] = [OPERATION, ARGONAUT];

/// A patient's phone and times of one clinician.
pub(super) struct Given {
    pub(super) phone: Phone,
    pub(super) whose: Id,
    pub(super) times: Vec<Time>,
}

pub(super) async fn given(manner: &str, days: &[i64]) -> Given {
    let clinic = clinic(manner);
    let (whose, times) = times(clinic, days).await;
    Given { phone: new(clinic).await, whose, times }
}

impl Given {
    /// The patient opens the page of a time: what would be the wish.
    pub(super) async fn looks_at(&self, time: &Time) -> Wish {
        let wish = given_wish(&self.whose, time);
        looks(&self.phone, &wish).await;
        wish
    }

    pub(super) fn keeping(&self, wish: &Wish) -> Keeping {
        hold(&self.phone, wish).keeping(Utc::now())
    }
}

pub(super) fn given_wish(with: &Id, time: &Time) -> Wish {
    Wish {
        id: ids::new(),
        kind: VisitKind::Preparation,
        time: WishTime::At {
            start: time.start,
            end: time.start + TimeDelta::minutes(50),
            slots: vec![time.slot.clone()],
            with: vec![Party::Clinician(with.clone())],
            place: None,
        },
        replaces: None,
        words: None,
        made: Utc::now(),
        zone: chrono_tz::America::New_York,
        answer: None,
    }
}

/// The patient looks at a time while the app runs: it is asked to be kept.
pub(super) async fn looks(phone: &Phone, wish: &Wish) {
    looks_with(phone, wish, || phone.room.store.write(|tx| tx.save_hold(&wanted(wish))).unwrap()).await;
}

/// The sync comes to a time that is wanted, or was.
pub(super) async fn looks_on(phone: &Phone, wish: &Wish) {
    looks_with(phone, wish, || ()).await;
}

/// What is to be kept of a wish, before anybody was asked.
pub(super) fn wanted(wish: &Wish) -> Hold {
    let WishTime::At { slots, .. } = &wish.time else { panic!("a time") };
    Hold {
        record: wish.id.clone(),
        kind: Some(wish.kind),
        slots: slots.clone(),
        there: None,
        state: HoldState::Wanted,
        until: None,
        made: wish.made,
    }
}

async fn looks_with(phone: &Phone, wish: &Wish, before: impl FnOnce()) {
    let (tell, mut hear) = mpsc::unbounded_channel();
    let listener: Listener = Arc::new(move |progress| {
        if matches!(progress, Progress::Ended(_) | Progress::KeepEnded) {
            let _ = tell.send(matches!(progress, Progress::KeepEnded));
        }
    });
    let mut heard = async || timeout(Duration::from_mins(1), hear.recv()).await.expect("it ends").unwrap();
    let worker = Worker::start(phone.room.clone(), listener);
    heard().await;
    before();
    worker.wake(Wake::Keep(Box::new(wish.clone())));
    while !heard().await {}
    worker.stop().await;
}

pub(super) fn hold(phone: &Phone, wish: &Wish) -> Hold {
    phone.room.store.read(|r| r.hold(&wish.id)).unwrap().unwrap()
}

fn is_kept(keeping: Keeping) -> bool {
    matches!(keeping, Keeping::Kept(Some(_)))
}

pub(super) async fn asks(phone: &Phone, wish: &Wish) {
    phone.wish_is(wish);
    phone.until(&wish.id, "a yes", is_confirmed).await;
}

async fn turns_away(phone: &Phone) {
    phone.room.store.write(|tx| tx.give_up_holds(None)).unwrap();
    phone.sync().await;
}

/// What the records of the patient's visits that are no more than kept times are.
pub(super) fn only_kept(phone: &Phone) -> usize {
    phone.room.store.read(|r| r.only_kept()).unwrap().len()
}

#[tokio::test]
async fn a_time_that_is_kept_is_nobody_elses_and_is_booked_as_what_kept_it() {
    for manner in OPERATIONS {
        let given = given(manner, &[3]).await;
        let other = new(given.phone.clinic).await;
        let wish = given.looks_at(&given.times[0]).await;
        let Keeping::Kept(Some(until)) = given.keeping(&wish) else { panic!("{manner}: it is kept") };
        let left = until - Utc::now();
        assert!(left > TimeDelta::minutes(4) && left <= TimeDelta::minutes(5), "{manner}: {left}");
        given.phone.slot_is(&given.times[0], "busy-tentative").await;
        let theirs = other.asks_for(&given.times[0], None);
        other.until(&theirs, "a no", |state| matches!(state, WishState::Gone { .. })).await;
        asks(&given.phone, &wish).await;
        assert_eq!(states(&given.phone).await, ["booked"], "{manner}");
        given.phone.slot_is(&given.times[0], "busy").await;
        assert_eq!(given.phone.hears(), [(Subject::Wish, Happened::Confirmed)], "{manner}");
        let there = hold(&given.phone, &wish).there.unwrap();
        let WishState::Confirmed { visit, .. } = given.phone.stands(&wish.id) else { panic!("{manner}") };
        assert_eq!(visit, there, "{manner}");
        assert_eq!(only_kept(&given.phone), 0, "{manner}: it is a visit now");
    }
}

#[tokio::test]
async fn what_is_not_asked_for_is_given_back_and_told_as_nothing() {
    for manner in OPERATIONS {
        let given = given(manner, &[3]).await;
        let other = new(given.phone.clinic).await;
        given.looks_at(&given.times[0]).await;
        turns_away(&given.phone).await;
        given.phone.slot_is(&given.times[0], "free").await;
        given.phone.sync().await;
        assert_eq!(states(&given.phone).await, ["cancelled"], "{manner}");
        assert_eq!((given.phone.hears(), only_kept(&given.phone)), (Vec::new(), 1), "{manner}");
        let theirs = other.asks_for(&given.times[0], None);
        other.until(&theirs, "a yes", is_confirmed).await;
    }
}

#[tokio::test]
async fn nobody_hears_of_a_pending_record_that_only_keeps_a_time() {
    for manner in OPERATIONS {
        let given = given(manner, &[3]).await;
        let wish = given.looks_at(&given.times[0]).await;
        // Without a pull before it is asked for nothing would be seen of it.
        let there = hold(&given.phone, &wish).there.unwrap();
        given.phone.wish_is(&wish);
        let book = given.phone.clinic.fault(&given.phone.person, "POST", "book$", 0, Fault::Reset).await;
        given.phone.sync().await;
        given.phone.sync().await;
        assert_eq!(given.phone.stands(&wish.id), WishState::OnThisPhone, "{manner}");
        let mirrored = given.phone.room.store.read(|r| r.mirrored_one("Appointment", &there)).unwrap();
        assert!(mirrored.is_some_and(|one| one.body.contains("\"pending\"")), "{manner}");
        assert_eq!((given.phone.hears(), only_kept(&given.phone)), (Vec::new(), 1), "{manner}");
        given.phone.clinic.mend(book).await;
        given.phone.until(&wish.id, "a yes", is_confirmed).await;
        assert_eq!(states(&given.phone).await, ["booked"], "{manner}");
    }
}

/// A clinic that keeps times for two seconds.
pub(super) async fn impatient(manner: &str) -> Given {
    static IHE: OnceLock<Clinic> = OnceLock::new();
    static ARGONAUTS: OnceLock<Clinic> = OnceLock::new();
    let shared = if manner == OPERATION { &IHE } else { &ARGONAUTS };
    let clinic = shared.get_or_init(|| Clinic::open_without_desk(manner));
    clinic.keeps_times_for(TimeDelta::seconds(2)).await;
    let (whose, times) = times(clinic, &[3]).await;
    Given { phone: new(clinic).await, whose, times }
}

#[tokio::test]
async fn a_time_that_is_not_kept_any_more_is_booked_if_it_is_free() {
    for manner in OPERATIONS {
        let given = impatient(manner).await;
        let wish = given.looks_at(&given.times[0]).await;
        assert!(is_kept(given.keeping(&wish)), "{manner}");
        given.phone.slot_is(&given.times[0], "free").await;
        eventually("its time to be up", async || {
            matches!(given.keeping(&wish), Keeping::Over(_)).then_some(())
        })
        .await;
        asks(&given.phone, &wish).await;
        assert_eq!(states(&given.phone).await, ["booked", "cancelled"], "{manner}");
        assert_eq!(
            given.phone.hears(),
            [(Subject::Wish, Happened::Confirmed)],
            "{manner}: that it was over is no no"
        );
        assert_eq!(only_kept(&given.phone), 1, "{manner}");
    }
}

#[tokio::test]
async fn a_time_that_somebody_took_since_it_was_kept_is_gone() {
    for manner in OPERATIONS {
        let given = impatient(manner).await;
        let wish = given.looks_at(&given.times[0]).await;
        given.phone.slot_is(&given.times[0], "free").await;
        given.phone.clinic.desk_takes(&given.times[0].reference()).await;
        given.phone.wish_is(&wish);
        given.phone.until(&wish.id, "a no", |state| matches!(state, WishState::Gone { .. })).await;
        assert_eq!(
            (states(&given.phone).await, only_kept(&given.phone)),
            (vec!["cancelled".into()], 1),
            "{manner}"
        );
        assert_eq!(given.phone.hears(), [(Subject::Wish, Happened::Gone)], "{manner}");
    }
}

async fn keeps_and_books_once(manner: &'static str) {
    at_every_request(
        async || {
            let given = given(manner, &[3, 5]).await;
            let wish = given.looks_at(&given.times[0]).await;
            asks(&given.phone, &wish).await;
            for notice in given.phone.notices() {
                given.phone.room.store.write(|tx| tx.seen(&notice.id, Utc::now())).unwrap();
            }
            let WishState::Confirmed { visit, .. } = given.phone.stands(&wish.id) else { panic!("a visit") };
            let Given { phone, whose, times } = given;
            (phone, (whose, times, visit))
        },
        async |phone, (whose, times, old)| {
            let mut wish = given_wish(whose, &times[1]);
            wish.replaces = Some((old.clone(), times[0].start));
            looks(phone, &wish).await;
            asks(phone, &wish).await;
            phone.sync().await;
        },
        async |phone, (_, times, _), request| {
            eventually(&format!("the old one to be given up, request {request}"), async || {
                phone.sync().await;
                (states(phone).await == ["booked", "cancelled"]).then_some(())
            })
            .await;
            phone.slot_is(&times[0], "free").await;
            phone.slot_is(&times[1], "busy").await;
            assert_eq!(phone.hears(), [(Subject::Wish, Happened::Confirmed)], "request {request}");
        },
    )
    .await;
}

#[tokio::test]
async fn a_visit_is_moved_to_a_kept_time_once_whatever_is_lost() {
    keeps_and_books_once(OPERATION).await;
}

#[tokio::test]
async fn by_argonauts_operations_as_well() {
    keeps_and_books_once(ARGONAUT).await;
}

#[tokio::test]
async fn what_is_kept_is_given_back_whatever_is_lost() {
    for manner in OPERATIONS {
        at_every_request(
            async || {
                let Given { phone, whose, times } = given(manner, &[3]).await;
                (phone, (whose, times))
            },
            async |phone, (whose, times)| {
                looks(phone, &given_wish(whose, &times[0])).await;
                turns_away(phone).await;
            },
            async |phone, (_, times), request| {
                eventually(&format!("{manner}: it to be free again, request {request}"), async || {
                    phone.sync().await;
                    (phone.clinic.has(&times[0].reference()).await?["status"] == "free").then_some(())
                })
                .await;
                assert!(
                    states(phone).await.iter().all(|state| state == "cancelled"),
                    "{manner}, request {request}"
                );
                assert_eq!(phone.hears(), [], "{manner}, request {request}");
            },
        )
        .await;
    }
}

#[tokio::test]
async fn of_many_who_look_at_a_time_it_is_kept_for_one() {
    for manner in OPERATIONS {
        let clinic = clinic(manner);
        let (whose, times) = times(clinic, &[3]).await;
        let phones = join_all((0..5).map(|_| new(clinic))).await;
        let looking = phones.iter().map(async |phone| {
            let wish = given_wish(&whose, &times[0]);
            looks(phone, &wish).await;
            is_kept(hold(phone, &wish).keeping(Utc::now()))
        });
        let kept = join_all(looking).await.into_iter().filter(|kept| *kept).count();
        assert_eq!(kept, 1, "{manner}");
        let there = clinic.finds(&format!("Appointment?slot={}", times[0].reference())).await;
        assert_eq!(there.len(), 1, "{manner}: and nothing is left of the others");
    }
}

#[tokio::test]
async fn a_clinic_that_keeps_nothing_for_patients_is_asked_once() {
    for manner in OPERATIONS {
        let given = given(manner, &[3]).await;
        let rule =
            given.phone.clinic.fault(&given.phone.person, "POST", "hold$", 0, Fault::Status(403)).await;
        let wish = given.looks_at(&given.times[0]).await;
        let again = given.looks_at(&given.times[0]).await;
        assert_eq!(given.phone.clinic.hits(rule).await, 1, "{manner}");
        assert_eq!((given.keeping(&wish), given.keeping(&again)), (Keeping::Not, Keeping::Not), "{manner}");
        asks(&given.phone, &wish).await;
        assert_eq!(states(&given.phone).await, ["booked"], "{manner}");
    }
}

#[tokio::test]
async fn a_clinic_that_cannot_propose_what_it_offers_is_asked_once() {
    let given = given(OPERATION, &[3]).await;
    let rule = given.phone.clinic.fault(&given.phone.person, "POST", "find$", 0, Fault::Status(501)).await;
    given.looks_at(&given.times[0]).await;
    let wish = given.looks_at(&given.times[0]).await;
    assert_eq!(given.phone.clinic.hits(rule).await, 1);
    asks(&given.phone, &wish).await;
}

#[tokio::test]
async fn where_a_desk_decides_nothing_is_asked_to_be_kept() {
    let clinic = Clinic::shared();
    let (whose, times) = times(clinic, &[3]).await;
    let given = Given { phone: new(clinic).await, whose, times };
    let wish = given.looks_at(&given.times[0]).await;
    assert_eq!(given.keeping(&wish), Keeping::Not);
    let writes =
        given.phone.requests(0).await.into_iter().filter(|one| one["method"] != "GET" && one["path"] != "/");
    assert_eq!(writes.count(), 0);
    asks(&given.phone, &wish).await;
}

/// The control: what tells a kept time from a visit is that the phone remembers it. Without that it passes for a visit that was
/// taken from the patient.
#[tokio::test]
async fn a_phone_that_forgets_what_it_had_kept_takes_it_for_a_visit() {
    let given = given(OPERATION, &[3]).await;
    given.looks_at(&given.times[0]).await;
    given.phone.beneath("DELETE FROM hold");
    given.phone.sync().await;
    given.phone.sync().await;
    let there = given.phone.room.store.read(|r| r.mirrored("Appointment")).unwrap();
    assert_eq!((there.len(), only_kept(&given.phone)), (1, 0), "the control shows it as something asked for");
    assert_eq!(
        given.phone.clinic.has(&given.times[0].reference()).await.unwrap()["status"],
        "busy-tentative"
    );
}
