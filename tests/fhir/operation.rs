//! The operations by which a server books are given the golden `Parameters`, in IHE's words and in Argonaut's, and what they
//! answer is told apart.

use crate::{
    booking::{at, wish, written},
    golden::{id, is_golden, utc},
};
use cairn::care::Private;
use cairn::fhir::booking::{
    cancelled, direct,
    operation::{
        Dialect, Offer, answered, id as id_of, is_held, offered, proposed, to_book, to_book_held, to_cancel,
        to_find, to_hold,
    },
};
use serde_json::{Value, json};

fn asked() -> Value {
    let mut wish = wish(at());
    wish.words = Some(Private::new("I come by bus."));
    written(&wish)
}

fn bundle(resources: &[Value]) -> Value {
    let entry: Vec<_> = resources.iter().map(|resource| json!({"resource": resource})).collect();
    json!({"resourceType": "Bundle", "type": "searchset", "entry": entry})
}

fn why() -> Value {
    json!({"resourceType": "OperationOutcome", "issue": [{"severity": "fatal", "code": "not-found"}]})
}

/// What is asked, as the server made it: under another id, and still to be booked.
fn held() -> Value {
    let mut held = asked();
    held["id"] = json!("held-1");
    held["status"] = json!("pending");
    held.as_object_mut().unwrap().remove("comment");
    held
}

#[test]
fn a_time_is_booked_as_it_is_asked_for_or_as_it_is_held() {
    is_golden(&to_book(&written(&wish(at())), Dialect::Ihe), "wish_to_book");
    is_golden(&to_book_held(&held(), &asked(), Dialect::Ihe), "held_to_book");
    is_golden(&to_book_held(&held(), &asked(), Dialect::Argonaut), "held_to_book_argonaut");
    let argonaut = to_book(&asked(), Dialect::Argonaut);
    assert_eq!(argonaut["parameter"][0]["name"], "appt-resource");
    assert_eq!(
        argonaut["parameter"][0]["resource"],
        to_book(&asked(), Dialect::Ihe)["parameter"][0]["resource"]
    );
    let off = cancelled(&held(), None);
    assert_eq!(to_cancel(&off)["parameter"][0]["resource"], off);
}

#[test]
fn a_time_is_held_without_a_word_of_the_patients() {
    is_golden(&to_hold(&asked(), Some(&held())), "hold");
    is_golden(&to_hold(&asked(), None), "hold_argonaut");
    for given in [to_hold(&asked(), Some(&held())), to_hold(&asked(), None), to_find(&asked())] {
        assert!(!given.to_string().contains("bus"), "{given}");
    }
}

#[test]
fn what_is_proposed_is_taken_only_if_it_is_the_very_time() {
    is_golden(&to_find(&asked()), "find");
    let of = |change: &dyn Fn(&mut Value)| {
        let mut proposal = held();
        proposal["status"] = json!("proposed");
        change(&mut proposal);
        proposal
    };
    let fits = |proposal: &Value| proposed(&bundle(&[why(), proposal.clone()]), &asked()).is_some();
    assert!(fits(&of(&|_| ())));
    assert!(
        fits(&of(&|one| one["start"] = json!("2025-12-02T15:00:00Z"))),
        "the same instant in other words"
    );
    assert!(fits(&of(&|one| one["slot"] = json!([]))), "the same people where no slots are named");
    assert!(fits(&of(&|one| {
        one["slot"] = json!([{"reference": "Slot/slot-kim"}, {"reference": "Slot/slot-ash"}]);
    })));
    let code = "/appointmentType/coding/0/code";
    assert!(
        !fits(&of(&|one| *one.pointer_mut(code).unwrap() = json!("integration"))),
        "another kind of visit"
    );
    assert!(!fits(&of(&|one| drop(one.as_object_mut().unwrap().remove("appointmentType")))), "of no kind");
    for (at, who) in [(2, "PractitionerRole/somebody"), (3, "Location/elsewhere")] {
        assert!(!fits(&of(&|one| {
            one["slot"] = json!([]);
            one["participant"][at]["actor"]["reference"] = json!(who);
        })));
    }
    assert!(!fits(&of(&|one| one["start"] = json!("2025-12-02T15:10:00Z"))));
    assert!(!fits(&of(&|one| one["end"] = json!("2025-12-02T17:00:00Z"))));
    assert!(!fits(&of(&|one| one["slot"] = json!([{"reference": "Slot/slot-kim"}]))), "one of the two");
    assert!(!fits(&of(&|one| {
        one["slot"] = json!([]);
        one["participant"][1]["actor"]["reference"] = json!("Practitioner/somebody");
    })));
    assert_eq!(proposed(&bundle(&[]), &asked()), None);
}

#[test]
fn an_answer_is_an_appointment_or_why_there_is_none() {
    let booked = direct::booked(&asked());
    assert_eq!(answered(&bundle(&[why(), booked.clone()])), Some(&booked));
    assert_eq!(answered(&booked), Some(&booked), "some servers answer it by itself");
    assert_eq!(answered(&bundle(&[why()])), None);
    assert!(direct::is_booked(&booked) && !direct::is_booked(&asked()));
    assert!(is_held(&held()) && !is_held(&booked) && !is_held(&asked()));
    assert_eq!(id_of(&held()), Some(id("held-1")));
    assert_eq!(id_of(&why()), None);
    assert_eq!(direct::start(&held()), Some(utc("2025-12-02T15:00:00Z")));
}

#[test]
fn a_server_books_by_itself_where_it_says_so_of_appointments() {
    let ihe = |name: &str| {
        format!("https://profiles.ihe.net/ITI/Scheduling/OperationDefinition/appointment-{name}")
    };
    let argonaut = |name: &str| {
        format!("http://fhir.org/guides/argonaut-scheduling/OperationDefinition/appointment-{name}")
    };
    let told = |mode: &str, kind: &str, operations: &[(&str, String)]| {
        let named: Vec<_> = operations
            .iter()
            .map(|(name, definition)| json!({"name": name, "definition": definition}))
            .collect();
        json!({"resourceType": "CapabilityStatement", "rest": [{"mode": mode, "resource": [
            {"type": "Patient"}, {"type": kind, "operation": named}
        ]}]})
    };
    let by = |names: &[&'static str], of: &dyn Fn(&str) -> String| {
        let named: Vec<_> = names.iter().map(|name| (*name, of(name))).collect();
        offered(&told("server", "Appointment", &named))
    };
    let offer = |dialect, holds| Some(Offer { dialect, holds });
    assert_eq!(by(&["validate", "book"], &ihe), offer(Dialect::Ihe, false));
    assert_eq!(by(&["book", "find", "hold"], &ihe), offer(Dialect::Ihe, true));
    assert_eq!(by(&["book", "hold"], &ihe), offer(Dialect::Ihe, false), "only what is proposed can be held");
    assert_eq!(by(&["book"], &argonaut), offer(Dialect::Argonaut, false));
    assert_eq!(by(&["book", "hold"], &argonaut), offer(Dialect::Argonaut, true));
    assert_eq!(by(&["hold", "find"], &ihe), None);
    let book = [("book", ihe("book"))];
    assert_eq!(offered(&told("client", "Appointment", &book)), None);
    assert_eq!(offered(&told("server", "Slot", &book)), None);
    assert_eq!(offered(&why()), None);
}
