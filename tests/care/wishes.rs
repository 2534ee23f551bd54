//! How a wish stands: never more certain than what the clinic said.

use super::given::{utc, visit};
use cairn::care::booking::{CancelState, Cancellation, Told, Wish, WishAnswer, WishState, WishTime, answer};
use cairn::care::{Delivery, Id, Private, Refusal, Visit, VisitKind, VisitState};
use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn wish(earlier: bool, answer: Option<WishAnswer>) -> Wish {
    let start = utc("2026-06-18T13:00:00Z");
    Wish {
        id: id("wish"),
        kind: VisitKind::Preparation,
        time: if earlier {
            WishTime::Earlier { from: start, until: start + TimeDelta::days(9) }
        } else {
            let end = start + TimeDelta::minutes(50);
            WishTime::At { start, end, slots: vec![id("slot")], with: Vec::new(), place: None }
        },
        replaces: None,
        words: None,
        made: start - TimeDelta::days(3),
        zone: chrono_tz::Tz::UTC,
        answer: answer.map(|answer| (answer, start - TimeDelta::days(2))),
    }
}

fn any_answer() -> impl Strategy<Value = Option<WishAnswer>> {
    let start = utc("2026-06-18T13:00:00Z");
    select(vec![
        None,
        Some(WishAnswer::Offered { start, end: None }),
        Some(WishAnswer::Accepted { start, end: None }),
        Some(WishAnswer::Confirmed { visit: id("wish"), start }),
        Some(WishAnswer::Declined { said: None, gone: false }),
        Some(WishAnswer::Declined { said: Some(Private::new("Closed.")), gone: true }),
        Some(WishAnswer::TakenBack),
        Some(WishAnswer::Lapsed),
    ])
}

fn any_visit() -> impl Strategy<Value = Visit> {
    let states = [
        VisitState::Requested,
        VisitState::Waiting,
        VisitState::Confirmed,
        VisitState::UnderWay,
        VisitState::Finished,
        VisitState::Cancelled,
    ];
    (select(states.to_vec()), any::<bool>()).prop_map(|(state, has_start)| {
        let found = visit("wish", VisitKind::Preparation, utc("2026-06-19T13:00:00Z"));
        Visit { state, start: found.start.filter(|_| has_start), ..found }
    })
}

fn any_told() -> impl Strategy<Value = Told> {
    (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(offered, by_patient, gone)| Told {
        offered,
        by_patient,
        gone,
        ..Told::default()
    })
}

fn any_delivery() -> impl Strategy<Value = Option<Delivery>> {
    select(vec![
        None,
        Some(Delivery::OnThisPhone),
        Some(Delivery::Sent(utc("2026-06-16T13:00:00Z"))),
        Some(Delivery::NeedsAttention(Refusal::NotAllowed)),
    ])
}

proptest! {
    /// Confirmed comes from the clinic's yes and from nothing else, and a yes is never lost again.
    #[test]
    fn confirmed_is_the_clinics_word(
        earlier: bool, before in any_answer(), visit in any_visit(), told in any_told(), delivery in any_delivery(),
    ) {
        let wish = wish(earlier, before.clone());
        let said = answer(&wish, &visit, &told);
        let confirmed = matches!(said, Some(WishAnswer::Confirmed { .. }));
        let was = matches!(before, Some(WishAnswer::Confirmed { .. }));
        let yes = visit.state.stands() && visit.start.is_some();
        prop_assert_eq!(confirmed, was || yes);
        // What the patient took back comes to life again by a yes alone.
        if before == Some(WishAnswer::TakenBack) && !yes {
            prop_assert_eq!(&said, &before);
        }
        // The word shown says so exactly then, wherever the record is.
        let after = Wish { answer: said.map(|said| (said, visit.start.unwrap_or(wish.made))), ..wish };
        let shown = after.state(delivery, false);
        prop_assert_eq!(matches!(shown, WishState::Confirmed { .. }), confirmed);
    }

    /// Nothing that is still on the phone, or was refused, looks as if the clinic had it.
    #[test]
    fn asked_and_waiting_mean_that_the_clinics_server_has_it(
        earlier: bool, before in any_answer(), delivery in any_delivery(), practice: bool,
    ) {
        let state = wish(earlier, before.clone()).state(delivery, practice);
        let sent = matches!(delivery, Some(Delivery::Sent(_)));
        if matches!(state, WishState::Asked(_) | WishState::Waiting(_) | WishState::Accepted { sent: true, .. }) {
            prop_assert!(sent && !practice);
        }
        if before.is_none() && sent && !practice {
            let waits = matches!(state, WishState::Waiting(_));
            prop_assert_eq!(waits, earlier);
            prop_assert!(waits || matches!(state, WishState::Asked(_)));
        }
    }

    /// A cancellation that did not arrive never looks as if the clinic knew.
    #[test]
    fn a_cancellation_is_sent_when_it_is(delivery in any_delivery(), done in select(vec![None, Some(true), Some(false)])) {
        let cancellation = Cancellation {
            visit: id("visit"), start: None, reason: None, made: utc("2026-06-16T13:00:00Z"), done,
        };
        let state = cancellation.state(delivery, false);
        if let CancelState::Sent(at) = state {
            prop_assert_eq!(delivery, Some(Delivery::Sent(at)));
        }
        prop_assert_eq!(matches!(state, CancelState::Done), done == Some(true));
        prop_assert_eq!(matches!(state, CancelState::NotDone), done == Some(false));
        for visit in [VisitState::Cancelled, VisitState::Requested, VisitState::Confirmed] {
            let back = done == Some(true) && visit == VisitState::Confirmed;
            prop_assert_eq!(state.beside(visit), if back { CancelState::PutBack } else { state });
        }
    }
}

#[test]
fn each_word_of_the_clinic_is_taken_for_what_it_says() {
    let said = |earlier, state, told: &Told| {
        let found = visit("wish", VisitKind::Preparation, utc("2026-06-19T13:00:00Z"));
        answer(&wish(earlier, None), &Visit { state, ..found }, told)
    };
    let (told, start) = (Told::default(), utc("2026-06-19T13:00:00Z"));
    assert_eq!(said(false, VisitState::Requested, &told), None, "asked, and nothing else");
    let offered = Told { offered: true, ..Told::default() };
    assert_eq!(said(true, VisitState::Requested, &offered), Some(WishAnswer::Offered { start, end: None }));
    assert_eq!(said(true, VisitState::Requested, &told), Some(WishAnswer::Accepted { start, end: None }));
    let gone = Told { gone: true, said: Some(Private::new("Taken.")), ..Told::default() };
    assert_eq!(
        said(false, VisitState::Cancelled, &gone),
        Some(WishAnswer::Declined { said: Some(Private::new("Taken.")), gone: true })
    );
    let by_patient = Told { by_patient: true, ..Told::default() };
    assert_eq!(said(false, VisitState::Cancelled, &by_patient), Some(WishAnswer::TakenBack));
}

#[test]
fn another_time_the_patient_said_yes_to_is_not_the_one_asked_for() {
    let other = utc("2026-06-19T13:00:00Z");
    let pending = Visit { state: VisitState::Requested, ..visit("wish", VisitKind::Preparation, other) };
    let said = |before| answer(&wish(false, before), &pending, &Told::default());
    let yes = WishAnswer::Accepted { start: other, end: None };
    assert_eq!(said(Some(yes.clone())), Some(yes.clone()));
    assert_eq!(said(Some(WishAnswer::Offered { start: other, end: None })), Some(yes));
    assert_eq!(said(None), None, "nobody said yes to it");
}

#[test]
fn what_could_not_be_taken_back_needs_somebody() {
    let refused = Some(Delivery::NeedsAttention(Refusal::NotAllowed));
    let state = wish(false, Some(WishAnswer::TakenBack)).state(refused, false);
    assert_eq!(state, WishState::NeedsAttention(Refusal::NotAllowed));
}
