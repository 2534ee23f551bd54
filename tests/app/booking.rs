//! Booking in practice: times to choose from, wishes that stay on the phone and say so, and nothing that could be taken for a
//! clinic's yes.

use crate::world::{Phone, practising};
use cairn::{
    app::{
        AppError, Cairn, CannotBook, NewWaiting, NewWish,
        read::{Door, FreeTimeLine, FreeTimes},
    },
    care::{
        Id, Private, VisitKind, VisitState,
        booking::{BOOKABLE, CancelState, NotOffered, PartOfDay, Sought, WishAnswer, WishState},
    },
};
use chrono::TimeDelta;

async fn times(app: &Cairn, sought: Sought, moving: Option<&Id>) -> FreeTimes {
    app.free_times(sought, moving.cloned(), FreeTimes::WEEKS).await.unwrap()
}

fn offered(times: &FreeTimes) -> Vec<&FreeTimeLine> {
    times.days.iter().flat_map(|day| &day.times).filter(|time| time.refused.is_none()).collect()
}

/// The sample's session and the integration visit behind it.
async fn visits(app: &Cairn) -> (Id, Id) {
    let journey = app.journey().await.unwrap();
    (journey.steps[2].ahead[0].id.clone(), journey.steps[3].ahead[0].id.clone())
}

fn wish(time: &FreeTimeLine, replaces: Option<&Id>) -> NewWish {
    NewWish { kind: time.kind, slots: time.slots.clone(), replaces: replaces.cloned(), words: None }
}

fn cannot<T: std::fmt::Debug>(done: Result<T, AppError>) -> CannotBook {
    match done.unwrap_err() {
        AppError::CannotBook(why) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn there_are_times_of_every_kind_to_choose_from() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let kinds = app.bookable_kinds().await.unwrap();
    assert_eq!((kinds.door, kinds.kinds), (Door::Practice, BOOKABLE.to_vec()));
    for kind in BOOKABLE {
        let all = times(&app, Sought::all(kind), None).await;
        assert_eq!((all.fresh, all.asking, all.unreadable, all.trouble), (true, false, 0, None), "{kind:?}");
        assert!(all.of_kind > 0 && !all.clinicians.is_empty() && !all.places.is_empty(), "{kind:?}");
        assert!(!all.call.is_empty(), "somebody to call");
        for day in &all.days {
            for time in &day.times {
                assert_eq!(time.start.with_timezone(&time.zone).date_naive(), day.day);
                assert!(!time.with.is_empty() && time.place_name.is_some());
                assert_eq!(time.slots.len(), if kind == VisitKind::Session { 2 } else { 1 });
            }
        }
    }
    assert!(app.ask_for_free_times(VisitKind::Session, 4).is_ok(), "nobody is asked, and nothing goes wrong");
    assert!(!times(&app, Sought::all(VisitKind::Session), None).await.asking);
}

#[tokio::test]
async fn what_is_sought_leaves_only_that() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let all = times(&app, Sought::all(VisitKind::Integration), None).await;
    assert_eq!(all.clinicians.len(), 2);
    for (id, name) in &all.clinicians {
        let theirs = times(&app, Sought { with: Some(id.clone()), ..all.sought.clone() }, None).await;
        let lines: Vec<_> = theirs.days.iter().flat_map(|day| &day.times).collect();
        assert!(!lines.is_empty() && lines.iter().all(|time| time.with == [name.clone()]), "{name}");
        assert_eq!(theirs.of_kind, all.of_kind, "what there is beside it is still known");
    }
    assert_eq!(all.parts, [PartOfDay::Morning, PartOfDay::Afternoon, PartOfDay::Evening]);
    let mut found = 0;
    for part in &all.parts {
        let of_part = times(&app, Sought { part: Some(*part), ..all.sought.clone() }, None).await;
        found += of_part.days.iter().map(|day| day.times.len()).sum::<usize>();
    }
    assert_eq!(found, all.of_kind);
}

#[tokio::test]
async fn a_time_of_two_clinicians_is_found_again_whoever_of_them_was_sought() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (session, _) = visits(&app).await;
    let all = times(&app, Sought::all(VisitKind::Session), Some(&session)).await;
    let listed: Vec<_> = all.days.iter().flat_map(|day| &day.times).map(|time| time.slots.clone()).collect();
    let mut otherwise = 0;
    for (id, name) in &all.clinicians {
        let theirs =
            times(&app, Sought { with: Some(id.clone()), ..all.sought.clone() }, Some(&session)).await;
        for time in offered(&theirs) {
            let found = app.free_time(time.kind, time.slots.clone(), Some(session.clone())).await.unwrap();
            let found = found.expect("the time that was chosen");
            assert_eq!((found.start, found.refused, found.with.len()), (time.start, None, 2), "{name}");
            otherwise += usize::from(!listed.contains(&time.slots));
        }
    }
    assert!(otherwise > 0, "the list of everybody's times names the same slots in another order");
}

#[tokio::test]
async fn a_session_may_be_moved_and_each_time_it_cannot_be_says_why() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (session, _) = visits(&app).await;
    let mut sought = Sought::all(VisitKind::Session);
    let another = times(&app, sought.clone(), None).await;
    let near = another.days.iter().flat_map(|day| &day.times).filter(|time| {
        matches!(time.refused, Some(NotOffered::NearSession { days: 7, .. } | NotOffered::Busy { .. }))
    });
    assert!(near.count() > 0, "another session would come too soon after the one there is");
    sought.place = another.places.first().map(|(place, _)| place.clone());
    let moving = times(&app, sought, Some(&session)).await;
    assert_eq!(moving.moving.as_ref().map(|visit| &visit.id), Some(&session));
    assert!(offered(&moving).len() > offered(&another).len(), "its own day is not in its way");
    assert!(moving.notice.until.is_some() && moving.notice.by_app);
}

#[tokio::test]
async fn a_wish_stays_here_and_says_so() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (session, _) = visits(&app).await;
    let moving = times(&app, Sought::all(VisitKind::Session), Some(&session)).await;
    let time = offered(&moving)[0].clone();
    let new = NewWish { words: Some(Private::new("  ")), ..wish(&time, Some(&session)) };
    let record = app.ask_for_time(new.clone()).await.unwrap();

    let bookings = app.bookings().await.unwrap();
    assert_eq!((bookings.open.len(), bookings.ended.len()), (1, 0));
    let line = &bookings.open[0];
    assert_eq!(
        (&line.wish.id, &line.state, line.wish.words.is_none()),
        (&record, &WishState::StaysHere, true)
    );
    assert_eq!(
        line.replaces.as_ref().map(|visit| visit.state),
        Some(VisitState::Confirmed),
        "the old time stays"
    );
    assert_eq!(line.with, time.with);
    let about = app.visit_booking(session.clone()).await.unwrap().unwrap();
    assert_eq!(about.moving.as_ref().map(|line| &line.wish.id), Some(&record));
    assert_eq!(cannot(app.ask_for_time(new).await), CannotBook::AlreadyAsked(record.clone()));
    assert_eq!(app.sync_state().await.unwrap().counts.waiting, 0, "nothing is queued for anybody");

    app.take_back_wish(record.clone()).await.unwrap();
    assert!(matches!(app.take_back_wish(record.clone()).await, Err(AppError::TooLate)));
    let view = app.booking(record).await.unwrap().unwrap();
    assert_eq!(view.line.state, WishState::TakenBack { heard: true });
    assert!(app.visit_booking(session).await.unwrap().unwrap().moving.is_none());
}

#[tokio::test]
async fn what_the_rules_do_not_offer_cannot_be_asked_for() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let all = times(&app, Sought::all(VisitKind::Session), None).await;
    let refused = all.days.iter().flat_map(|day| &day.times).find(|time| time.refused.is_some()).unwrap();
    let why = refused.refused.unwrap();
    assert_eq!(cannot(app.ask_for_time(wish(refused, None)).await), CannotBook::NotOffered(why));
    // Half of what a session needs is no session, where the whole of it would be one.
    let (session, _) = visits(&app).await;
    let moving = times(&app, Sought::all(VisitKind::Session), Some(&session)).await;
    let whole = wish(offered(&moving)[0], Some(&session));
    let half = NewWish { slots: whole.slots[..1].to_vec(), ..whole };
    let lacking = NotOffered::TooFewClinicians { needed: 2, free: 1 };
    assert_eq!(cannot(app.ask_for_time(half).await), CannotBook::NotOffered(lacking));
    let nothing = NewWish { slots: vec![Id::new("nowhere").unwrap()], ..wish(refused, None) };
    assert_eq!(cannot(app.ask_for_time(nothing).await), CannotBook::Unknown);
    let nobody = wish(
        offered(&times(&app, Sought::all(VisitKind::Preparation), None).await)[0],
        Some(&Id::new("gone").unwrap()),
    );
    assert_eq!(cannot(app.ask_for_time(nobody).await), CannotBook::Unknown);
    assert!(app.bookings().await.unwrap().open.is_empty(), "nothing was saved");
}

#[tokio::test]
async fn a_cancellation_stays_here_and_can_be_undone() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (_, visit) = visits(&app).await;
    let before = app.visit_booking(visit.clone()).await.unwrap().unwrap();
    assert!(before.can_change && before.cancelling.is_none());
    let until = app.cancel_visit(visit.clone(), Some(Private::new("No car"))).await.unwrap();
    let line = app.visit_booking(visit.clone()).await.unwrap().unwrap();
    assert!(!line.can_change);
    let line = line.cancelling.unwrap();
    assert_eq!((line.state, line.undo_until), (CancelState::StaysHere, Some(until)));
    assert_eq!(line.reason.unwrap().reveal(), "No car");
    assert!(matches!(cannot(app.cancel_visit(visit.clone(), None).await), CannotBook::AlreadyAsked(_)));
    app.undo_cancel(visit.clone()).await.unwrap();
    assert!(app.visit_booking(visit).await.unwrap().unwrap().can_change);
}

#[tokio::test]
async fn with_too_little_notice_the_clinic_is_called_first() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (session, _) = visits(&app).await;
    let booking = app.visit_booking(session.clone()).await.unwrap().unwrap();
    assert!(!booking.notice.late);
    let until = booking.notice.until.unwrap();
    phone.clock.forward(until - app.now() + TimeDelta::seconds(1));
    let late = app.visit_booking(session).await.unwrap().unwrap();
    assert!(late.notice.late && late.notice.by_app && !late.contacts.is_empty());
}

#[tokio::test]
async fn a_place_on_the_list_is_kept_once() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (session, _) = visits(&app).await;
    let start = app.visit(session.clone()).await.unwrap().unwrap().arrival.unwrap().start;
    let waiting =
        |until| NewWaiting { kind: VisitKind::Session, replaces: Some(session.clone()), until, words: None };
    // Sooner than the clinic takes a session nobody can be offered one.
    assert_eq!(cannot(app.join_waitlist(waiting(app.now())).await), CannotBook::Unknown);
    let record = app.join_waitlist(waiting(start + TimeDelta::days(9))).await.unwrap();
    assert_eq!(cannot(app.join_waitlist(waiting(start)).await), CannotBook::AlreadyAsked(record.clone()));
    let about = app.visit_booking(session).await.unwrap().unwrap();
    assert_eq!(
        (about.waiting.map(|line| line.wish.id), about.moving.is_none()),
        (Some(record.clone()), true)
    );
    assert!(matches!(app.answer_offer(record, true).await, Err(AppError::TooLate)), "nothing is offered");
}

#[tokio::test]
async fn today_tells_of_a_time_that_went_by_unanswered_for_three_days() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let all = times(&app, Sought::all(VisitKind::Consultation), None).await;
    let record = app.ask_for_time(wish(offered(&all)[0], None)).await.unwrap();
    let names = async || {
        let wishes = app.today().await.unwrap().wishes;
        [wishes.yours, wishes.waiting]
            .map(|lines| lines.into_iter().map(|line| line.wish.id).collect::<Vec<_>>())
    };
    assert_eq!(names().await, [vec![], vec![record.clone()]]);
    let at = app.now();
    phone.store().write(|tx| tx.answer_wish(&record, Some(&WishAnswer::Lapsed), at)).unwrap();
    assert_eq!(names().await, [vec![record.clone()], vec![]]);
    phone.clock.forward(TimeDelta::days(3) - TimeDelta::seconds(1));
    assert_eq!(names().await, [vec![record], vec![]]);
    phone.clock.forward(TimeDelta::seconds(1));
    assert_eq!(names().await, [vec![], vec![]]);
}
