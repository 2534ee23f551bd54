//! What a record names is found wherever it stands, and nothing else.

use super::*;
use serde_json::json;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

#[test]
fn finds_what_is_named_at_any_depth() {
    let visit = json!({
        "resourceType": "Appointment",
        "participant": [
            {"actor": {"reference": "Practitioner/ana"}},
            {"actor": {"reference": "Location/house/_history/3"}},
            {"actor": {"reference": "Patient/ada"}},
            {"actor": {"reference": "#inside"}},
            {"actor": {"reference": "https://elsewhere.example/Practitioner/eve"}},
            {"actor": {"reference": "urn:uuid:2e1c"}},
            {"actor": {"reference": "Location/not an id"}},
        ],
        "extension": [{"valueReference": {"reference": "Organization/clinic"}}],
    });
    let mut named = Named::new();
    collect(&visit, &mut named);
    let expected = [("Location", "house"), ("Organization", "clinic"), ("Practitioner", "ana")];
    assert_eq!(named, expected.map(|(kind, name)| (kind, BTreeSet::from([id(name)]))).into());
}

#[test]
fn knows_whose_it_is() {
    let of = |reference: &str| json!({"subject": {"reference": reference}});
    assert!(names_patient(&of("Patient/ada"), &id("ada")));
    assert!(names_patient(&of("https://clinic.example/fhir/Patient/ada/_history/2"), &id("ada")));
    assert!(!names_patient(&of("Patient/bob"), &id("ada")));
    assert!(!names_patient(&of("Patient/ada2"), &id("ada")));
    assert!(!names_patient(&json!({"note": "Patient/ada"}), &id("ada")));
}
