//! What needs the patient stands before what waits for somebody else, and no made-up number passes for the clinic's.

use crate::{booking::scenes, scenes::drawn};

#[test]
fn today_has_what_waits_for_the_patient_before_and_what_waits_for_the_clinic_after_how_they_are() {
    let html = drawn("today-wishes");
    let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("{words}: {html}"));
    let how = at("How are you right now?");
    for yours in [
        "Waiting for you",
        "Your clinic offers you this time",
        "Your clinic’s computer did not take it",
        "This time went by",
        "Your clinic changed this, and we cannot show it",
    ] {
        assert!(at(yours) < how, "{yours}");
    }
    for waits in ["What you asked for", "Asked for. Not confirmed yet.", "On the list for an earlier time"] {
        assert!(at(waits) > how, "{waits}");
    }
    assert!(at("Your session is tomorrow") < at("Waiting for you"), "the one next thing stays first");
    let none = drawn("today");
    assert!(!none.contains("Waiting for you") && !none.contains("What you asked for"));
}

#[test]
fn in_practice_every_number_of_the_clinics_is_said_to_be_made_up() {
    let made_up = "the clinic’s numbers are made up";
    for (name, scene) in scenes() {
        let numbered = |html: &str| html.contains("href=\"tel:");
        let (real, practice) = (scene.draw(), scene.practising().draw());
        assert!(practice.contains(made_up) || !numbered(&practice), "{name}");
        assert!(name.ends_with("practice") || !real.contains(made_up), "{name}");
    }
}

#[test]
fn where_calling_is_the_thing_to_do_it_is_not_offered_as_one_way_among_others() {
    for name in ["book-find-call", "wish-unreadable", "wish-refused"] {
        let html = drawn(name);
        assert!(html.contains(">Call your clinic<") && !html.contains("Would you rather call?"), "{name}");
    }
    assert!(drawn("book-find").contains("Would you rather call?"), "the control");
}
