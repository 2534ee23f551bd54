//! Only an answer about the record itself acknowledges it.

use super::*;
use proptest::prelude::*;
use serde_json::json;
use std::time::Duration;

fn id() -> Id {
    Id::new("c1").unwrap()
}

fn answer(status: u16, body: Option<Value>, etag: Option<&str>) -> Answer {
    let etag = etag.map(str::to_owned);
    Answer { status, body, etag, location: None, date: None, retry_after: None, holds_for: None }
}

fn shown(status: u16, kind: &str, id: &str) -> Answer {
    answer(status, Some(json!({"resourceType": kind, "id": id, "meta": {"versionId": "3"}})), None)
}

fn judged(answer: Answer) -> Judgement {
    of_put(&Ok(answer), "Observation", &id(), true)
}

fn set_aside(refusal: Refusal) -> Judgement {
    Judgement::Settle(Settle::SetAside(refusal))
}

#[test]
fn its_own_answer_is_an_acknowledgement() {
    for status in [200, 201] {
        let delivered = Judgement::Delivered { version: Some("3".to_owned()) };
        assert_eq!(judged(shown(status, "Observation", "c1")), delivered);
    }
    let delivered = Judgement::Delivered { version: Some("W/\"7\"".to_owned()) };
    assert_eq!(judged(answer(200, None, Some("W/\"7\""))), delivered);
}

#[test]
fn another_answer_is_looked_into() {
    let look = Judgement::LookFirst(Settle::Later(ClinicError::NotUnderstood("answer to a write")));
    assert_eq!(judged(shown(200, "Observation", "c2")), look);
    assert_eq!(judged(shown(200, "Patient", "c1")), look);
    assert_eq!(judged(answer(200, None, None)), look);
}

#[test]
fn a_success_without_fhir_is_none() {
    let portal = answer(200, Some(json!({"welcome": true})), Some("x"));
    assert!(matches!(judged(portal), Judgement::Settle(Settle::Later(_))));
}

#[test]
fn refusals_of_the_record_are_set_aside() {
    assert_eq!(judged(answer(403, None, None)), set_aside(Refusal::NotAllowed));
    assert_eq!(judged(answer(410, None, None)), set_aside(Refusal::Gone));
    assert_eq!(judged(answer(413, None, None)), set_aside(Refusal::TooLarge));
    assert_eq!(judged(answer(422, None, None)), set_aside(Refusal::NotUnderstood));
    assert_eq!(
        of_put(&Err(ClinicError::Refused { status: 413 }), "Observation", &id(), true),
        set_aside(Refusal::TooLarge)
    );
}

#[test]
fn a_gateway_that_lost_its_way_sets_nothing_aside() {
    let lost = answer(404, Some(json!({"message": "no route"})), None);
    for takes_our_ids in [true, false] {
        let judgement = of_put(&Ok(lost.clone()), "Observation", &id(), takes_our_ids);
        assert_eq!(judgement, Judgement::Settle(Settle::Later(ClinicError::ServerFault { status: 404 })));
    }
}

#[test]
fn conflicts_are_looked_into_first() {
    for status in [409, 412] {
        let look = Judgement::LookFirst(Settle::SetAside(Refusal::Conflict));
        assert_eq!(judged(answer(status, None, None)), look);
    }
}

#[test]
fn a_server_that_never_took_our_ids_may_choose_one() {
    for status in [400, 404, 405, 422] {
        let judgement = of_put(&Ok(answer(status, None, None)), "Observation", &id(), false);
        assert!(matches!(judgement, Judgement::OfferWithoutId(_)), "{status}");
    }
}

#[test]
fn bad_moments_are_waited_out() {
    for status in [401, 408, 425, 429, 500, 502, 503, 504] {
        assert!(
            matches!(judged(answer(status, None, None)), Judgement::Settle(Settle::Later(_))),
            "{status}"
        );
    }
    let busy = Answer { retry_after: Some(Duration::from_secs(7)), ..answer(429, None, None) };
    let later = ClinicError::Busy { retry_after: Some(Duration::from_secs(7)) };
    assert_eq!(judged(busy), Judgement::Settle(Settle::Later(later)));
}

proptest! {
    /// Whatever a server says, only a success that is about this very record acknowledges it.
    #[test]
    fn nothing_but_its_own_answer_acknowledges(
        status in 100_u16..600,
        kind in prop::option::of(prop::sample::select(vec!["Observation", "Patient", "OperationOutcome", "Bundle"])),
        other_id: bool,
        etag: bool,
    ) {
        let shown = if other_id { "c2" } else { "c1" };
        let body = kind.map(|kind| json!({"resourceType": kind, "id": shown}));
        let got = answer(status, body, etag.then_some("W/\"1\""));
        if let Judgement::Delivered { .. } = judged(got) {
            prop_assert!(matches!(status, 200 | 201 | 204));
            let about = match kind {
                Some("Observation") => !other_id,
                Some("OperationOutcome") | None => etag,
                Some(_) => false,
            };
            prop_assert!(about);
        }
    }
}

#[test]
fn where_a_record_is_may_be_told_beside_it() {
    let told = |location: &str| {
        let location = Some(location.to_owned());
        named_id(&Answer { location, ..answer(201, None, None) }, "Observation").map(|id| id.to_string())
    };
    for location in
        ["Observation/o-1", "https://clinic.example/r4/Observation/o-1/_history/3", "/r4/Observation/o-1?x=y"]
    {
        assert_eq!(told(location).as_deref(), Some("o-1"), "{location}");
    }
    for location in
        ["", "o-1", "https://clinic.example/r4/Patient/o-1", "Observation/", "Observation/not an id"]
    {
        assert_eq!(told(location), None, "{location}");
    }
}
