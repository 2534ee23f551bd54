//! Nothing is withdrawn on a partial list or on anything but the server's own word.

use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn answer(status: u16, body: Value) -> Answer {
    Answer {
        status,
        body: Some(body),
        etag: None,
        location: None,
        date: None,
        retry_after: None,
        holds_for: None,
    }
}

fn outcome() -> Value {
    json!({"resourceType": "OperationOutcome", "issue": []})
}

fn visit_of(patient: &str) -> Value {
    json!({
        "resourceType": "Appointment", "id": "v1", "status": "booked", "start": "2026-03-02T09:00:00Z",
        "participant": [{"actor": {"reference": format!("Patient/{patient}")}, "status": "accepted"}],
    })
}

/// Ids with versions, some without.
fn versions() -> impl Strategy<Value = BTreeMap<Id, Option<String>>> {
    prop::collection::btree_map("[a-e]".prop_map(|text| id(&text)), prop::option::of("[1-3]"), 0..6)
}

proptest! {
    #[test]
    fn nothing_is_missing_from_a_list_that_may_be_partial(ours in versions(), found in versions(), covered: bool, complete: bool) {
        let ours: Vec<_> = ours.into_iter().collect();
        let difference = compare(&ours, &Listing { found: found.clone(), complete }, covered);
        if !(covered && complete) {
            prop_assert!(difference.missing.is_empty());
        }
        for id in &difference.missing {
            prop_assert!(!found.contains_key(id));
        }
    }

    #[test]
    fn every_difference_is_looked_at(ours in versions(), found in versions()) {
        let held: Vec<_> = ours.clone().into_iter().collect();
        let difference = compare(&held, &Listing { found: found.clone(), complete: true }, true);
        for (id, version) in &found {
            let same = version.is_some() && ours.get(id) == Some(version);
            prop_assert_eq!(difference.changed.contains(id), !same);
        }
        for id in ours.keys() {
            prop_assert_eq!(difference.missing.contains(id), !found.contains_key(id));
        }
    }
}

#[test]
fn only_the_servers_word_on_the_record_itself_withdraws_it() {
    let ada = id("ada");
    let fate = |answer, missing| fate(answer, "Appointment", &id("v1"), missing);
    assert!(matches!(fate(answer(410, outcome()), Some(&ada)), Fate::Gone));
    assert!(matches!(fate(answer(404, outcome()), Some(&ada)), Fate::Gone));
    assert!(matches!(fate(answer(403, outcome()), Some(&ada)), Fate::Gone));
    // Without FHIR it is a gateway that speaks; without the list's evidence a 403 is only a 403.
    assert!(matches!(fate(answer(404, json!({})), Some(&ada)), Fate::Unclear));
    assert!(matches!(fate(answer(403, json!({})), Some(&ada)), Fate::Unclear));
    assert!(matches!(fate(answer(403, outcome()), None), Fate::Unclear));
    for status in [401, 429, 500, 503] {
        assert!(matches!(fate(answer(status, outcome()), Some(&ada)), Fate::Unclear));
    }
}

#[test]
fn a_record_that_is_there_is_not_withdrawn_whatever_the_list_said() {
    let here = fate(answer(200, visit_of("ada")), "Appointment", &id("v1"), Some(&id("ada")));
    assert!(matches!(here, Fate::Here(_)));
    let of_another = fate(answer(200, visit_of("bob")), "Appointment", &id("v1"), Some(&id("ada")));
    assert!(matches!(of_another, Fate::Gone));
    let wrong_record = fate(answer(200, visit_of("ada")), "Appointment", &id("v2"), None);
    assert!(matches!(wrong_record, Fate::Unclear));
}

#[test]
fn what_nothing_names_is_an_orphan() {
    let ours = [(id("a"), None), (id("b"), None)];
    assert_eq!(orphans(&ours, Some(&BTreeSet::from([id("b")]))), [id("a")]);
    assert_eq!(orphans(&ours, None), [id("a"), id("b")]);
}
