//! What is said about an answer on its way is never more than the phone knows, at any instant.

use cairn::care::{
    Delivery, Detail, Id, Refusal, Shown,
    protocol::Safety,
    safety::{Answered, Told, alarm, of_all},
};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + minutes * 60, 0).unwrap()
}

fn waiting() -> Answered {
    Answered {
        answered: at(0),
        delivery: Delivery::OnThisPhone,
        refused_at: None,
        seen: None,
        dismissed: None,
    }
}

fn sent(minutes: i64) -> Answered {
    Answered { delivery: Delivery::Sent(at(minutes)), ..waiting() }
}

fn refused(minutes: i64) -> Answered {
    let delivery = Delivery::NeedsAttention(Refusal::NotAllowed);
    Answered { delivery, refused_at: Some(at(minutes)), ..waiting() }
}

fn rules(text: &str) -> Safety {
    serde_json::from_str(text).unwrap()
}

#[test]
fn it_is_time_to_call_after_the_minutes_the_clinic_set_and_not_before() {
    let told = |rules: &Safety, minute| waiting().told(rules, at(minute));
    let usual = Safety::default();
    assert_eq!(
        (told(&usual, 0), told(&usual, 14), told(&usual, 15)),
        (Told::NotYet, Told::NotYet, Told::Unreached)
    );
    let short = rules(r#"{"call_after_min": 5}"#);
    assert_eq!((told(&short, 4), told(&short, 5)), (Told::NotYet, Told::Unreached));
    assert_eq!(told(&usual, -1), Told::Unreached, "a clock set back makes nobody wait for longer");
}

#[test]
fn sent_and_seen_are_said_only_when_the_server_said_so() {
    let usual = Safety::default();
    assert_eq!(sent(2).told(&usual, at(600)), Told::Sent(at(2)));
    let seen = |answer: Answered| Answered { seen: Some(Some(at(9))), ..answer };
    assert_eq!(seen(sent(2)).told(&usual, at(600)), Told::Seen(Some(at(9))));
    assert_eq!(Answered { seen: Some(None), ..sent(2) }.told(&usual, at(600)), Told::Seen(None));
    assert_eq!(seen(waiting()).told(&usual, at(1)), Told::NotYet, "what was never sent was never seen");
    assert_eq!(refused(1).told(&usual, at(1)), Told::Refused);
    let practice = Answered { delivery: Delivery::StaysHere, ..waiting() };
    assert_eq!(practice.told(&usual, at(600)), Told::Practice);
}

#[test]
fn the_card_stays_for_its_hours_or_until_it_is_put_away_and_longer_while_the_clinic_does_not_know() {
    let usual = Safety::default();
    let day = 24 * 60;
    assert!(sent(1).is_pinned(&usual, at(day - 1)) && !sent(1).is_pinned(&usual, at(day)));
    assert!(!sent(1).is_pinned(&rules(r#"{"pinned_hours": 4}"#), at(4 * 60)));
    assert!(waiting().is_pinned(&usual, at(3 * day)) && refused(1).is_pinned(&usual, at(3 * day)));
    let put_away = |answer: Answered, minute| Answered { dismissed: Some(at(minute)), ..answer };
    assert!(!put_away(sent(1), 3).is_pinned(&usual, at(4)));
    // Put away while there was hope, it comes back when there is none, and then stays away.
    assert!(!put_away(waiting(), 3).is_pinned(&usual, at(14)));
    assert!(put_away(waiting(), 3).is_pinned(&usual, at(15)));
    assert!(!put_away(waiting(), 16).is_pinned(&usual, at(60)));
    assert!(
        put_away(refused(5), 3).is_pinned(&usual, at(6)) && !put_away(refused(5), 6).is_pinned(&usual, at(7))
    );
}

#[test]
fn the_ring_comes_when_it_is_time_to_call_and_is_taken_back_when_it_was_sent() {
    let (usual, form) = (Safety::default(), Id::new("form").unwrap());
    let ring = |answers: &[Answered]| alarm(&form, answers, &usual);
    let one = ring(&[waiting()]).unwrap();
    assert_eq!((one.at, one.until), (at(15), at(15 + 24 * 60)));
    assert_eq!((one.shown, one.detail), (Shown::Plain, Detail::Unreached));
    assert_eq!(ring(&[sent(2)]), None);
    assert_eq!(
        ring(&[Answered { delivery: Delivery::StaysHere, ..waiting() }]),
        None,
        "nothing rings in practice"
    );
    assert_eq!(ring(&[refused(3)]).unwrap().at, at(3));
    let raised = Answered { answered: at(7), ..waiting() };
    assert_eq!(ring(&[sent(2), raised]).unwrap().at, at(22));
    assert_eq!(ring(&[Answered { dismissed: Some(at(16)), ..waiting() }]), None, "the patient knows");
    assert!(ring(&[Answered { dismissed: Some(at(14)), ..waiting() }]).is_some());
}

fn any_way() -> impl Strategy<Value = Answered> {
    let delivery = prop_oneof![
        Just(Delivery::OnThisPhone),
        (0..90_i64).prop_map(|minute| Delivery::Sent(at(minute))),
        Just(Delivery::NeedsAttention(Refusal::Gone)),
    ];
    let minute = || proptest::option::of((0..90_i64).prop_map(at));
    (0..60_i64, delivery, minute(), proptest::option::of(minute()), minute()).prop_map(
        |(answered, delivery, refused_at, seen, dismissed)| Answered {
            answered: at(answered),
            delivery,
            refused_at,
            seen,
            dismissed,
        },
    )
}

proptest! {
    #[test]
    fn of_several_answers_no_more_is_said_than_of_each(
        answers in proptest::collection::vec(any_way(), 1..4),
        minute in -10..120_i64,
    ) {
        let (usual, now) = (Safety::default(), at(minute));
        let told = of_all(&answers, &usual, now).unwrap();
        let all = |is: &dyn Fn(&Answered) -> bool| answers.iter().all(is);
        let is_sent = |answer: &Answered| matches!(answer.delivery, Delivery::Sent(_));
        match told {
            Told::Sent(_) => prop_assert!(all(&is_sent)),
            Told::Seen(_) => prop_assert!(all(&|answer| is_sent(answer) && answer.seen.is_some())),
            _ => prop_assert!(!all(&is_sent)),
        }
        let late = |answer: &Answered| answer.delivery == Delivery::OnThisPhone && now - answer.answered >= TimeDelta::minutes(15);
        prop_assert!(!answers.iter().any(late) || told.should_call(), "{:?}", told);
    }
}
