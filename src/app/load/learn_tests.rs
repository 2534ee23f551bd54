//! Articles of any clinic are shown, and none while it is not known whether they still hold.

use super::*;
use crate::care::{Id, Plan, PlanState};

/// What a phone has after a clinic sent its own protocol.
fn records() -> Records {
    let bundled: serde_json::Value =
        serde_json::from_str(include_str!("../../../assets/practice/sample.json")).unwrap();
    let mut protocol = bundled["protocol"].clone();
    protocol["learn"] = serde_json::json!([
        {"id": "our-garden", "facts": ["You may wait in the garden [S4]."], "ask": ["Is there shade?"]},
        {"id": "parking", "title": "Where to park", "facts": ["Behind the house."], "from_a_later_version": 1},
    ]);
    let id = Id::new("p").unwrap();
    let plan = Plan {
        id: Id::new("plan").unwrap(),
        state: PlanState::Active,
        protocol: Some(id.clone()),
        title: None,
        team: None,
        items: vec![],
        medicines: vec![],
    };
    let protocol = serde_json::from_str(&protocol.to_string()).unwrap();
    let mut records = Records::default();
    records.plans.push(plan);
    records.protocols.insert(id, protocol);
    records
}

fn nothing() -> Private {
    Private::new("")
}

#[test]
fn articles_the_app_has_never_heard_of_are_listed_found_and_read() {
    let records = records();
    let all = records.learn(&nothing(), 2);
    assert_eq!((all.shelf, all.found.len(), all.questions), (Shelf::Open, 2, 2));
    assert_eq!(all.found[0].title[0].text, "Our garden");
    assert_eq!(records.learn(&Private::new("GÁRDEN wait"), 0).found.len(), 1);
    let none = records.learn(&Private::new("zeppelin"), 0);
    assert_eq!((none.shelf, none.found.len()), (Shelf::Open, 0));

    let open = [Private::new("Is there shade?"), Private::new("Where do I park?")];
    let Article::Here(view) = records.article("our-garden", &open) else { panic!("it is there") };
    assert_eq!(view.page.facts[0].text, "You may wait in the garden.");
    assert_eq!(view.page.sources.len(), 1);
    assert_eq!(view.taken_over, ["Is there shade?".to_owned()].into());
    assert_eq!(records.article("risks", &[]), Article::Gone, "this clinic took it out");
}

#[test]
fn nothing_is_shown_while_the_clinics_last_word_cannot_be_read() {
    for kind in ["Library", "CarePlan"] {
        let mut records = records();
        records.unreadable.push(kind.to_owned());
        let learn = records.learn(&nothing(), 0);
        assert_eq!((learn.shelf, learn.found.len()), (Shelf::Unreadable, 0), "{kind}");
        assert_eq!(records.article("parking", &[]), Article::Unreadable, "{kind}");
    }
    let mut other = records();
    other.unreadable.push("Appointment".to_owned());
    assert_eq!(other.learn(&nothing(), 0).shelf, Shelf::Open, "a visit says nothing about the articles");
}

#[test]
fn a_clinic_without_articles_has_an_empty_shelf() {
    let records = Records::default();
    assert_eq!(records.learn(&nothing(), 0).shelf, Shelf::Empty);
    assert_eq!(records.article("risks", &[]), Article::Gone);
}

#[test]
fn accents_and_capitals_are_folded_and_letters_kept() {
    let same =
        [("CAFÉ", "cafe"), ("cafe\u{301}", "cafe"), ("Año", "ano"), ("日本", "日本"), ("GAD7", "gad7")];
    for (written, folded) in same {
        assert_eq!(fold(written), folded);
    }
}
