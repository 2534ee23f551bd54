//! What people type becomes an address or a clear refusal; links stay with the clinic.

use super::*;

fn parsed(text: &str) -> Result<String, BadAddress> {
    Address::parse(text).map(String::from)
}

#[test]
fn takes_what_people_type() {
    for (typed, base) in [
        ("clinic.example/fhir", "https://clinic.example/fhir"),
        ("  https://clinic.example/fhir/ \n", "https://clinic.example/fhir"),
        ("Clinic.Example", "https://clinic.example"),
        ("https://clinic.example:8443/r4//", "https://clinic.example:8443/r4"),
        ("clinic.example:8443/r4", "https://clinic.example:8443/r4"),
        ("<https://clinic.example/fhir>", "https://clinic.example/fhir"),
        ("https://clinic.example/fhir/metadata", "https://clinic.example/fhir"),
        ("https://clinic.example/fhir/.well-known/smart-configuration", "https://clinic.example/fhir"),
        ("127.0.0.1:8082", "http://127.0.0.1:8082"),
        ("http://localhost:8082/", "http://localhost:8082"),
        ("http://[::1]:8082/fhir", "http://[::1]:8082/fhir"),
        ("cairn://connect?iss=https%3A%2F%2Fclinic.example%2Ffhir", "https://clinic.example/fhir"),
    ] {
        assert_eq!(parsed(typed).as_deref(), Ok(base), "{typed}");
    }
}

#[test]
fn refuses_what_is_no_address() {
    for (typed, why) in [
        ("", BadAddress::Empty),
        (" \u{200b} ", BadAddress::Empty),
        ("http://clinic.example/fhir", BadAddress::NotSafe),
        ("cairn://connect?iss=http%3A%2F%2Fclinic.example", BadAddress::NotSafe),
        ("my clinic", BadAddress::NotAnAddress),
        ("clinic", BadAddress::NotAnAddress),
        ("desk@clinic.example", BadAddress::NotAnAddress),
        ("https://clinic.example@elsewhere.example/", BadAddress::NotAnAddress),
        ("https://clinic.example/fhir?x=1", BadAddress::NotAnAddress),
        ("https://clinic.example/fhir#x", BadAddress::NotAnAddress),
        ("file:///etc/passwd", BadAddress::NotAnAddress),
        ("cairn://connect", BadAddress::NotAnAddress),
        (
            "cairn://connect?iss=cairn%3A%2F%2Fconnect%3Fiss%3Dhttps%3A%2F%2Fa.example",
            BadAddress::NotAnAddress,
        ),
    ] {
        assert_eq!(parsed(typed), Err(why), "{typed}");
    }
}

#[test]
fn links_must_stay_with_the_clinic() {
    let base = Address::parse("https://clinic.example/fhir").unwrap();
    for own in [
        "https://clinic.example/fhir?page=2",
        "https://clinic.example/fhir/Appointment?page=2",
        "?page=2",
        "Appointment?page=2",
        "/fhir/Appointment?page=2",
    ] {
        assert!(base.own(own).is_some(), "{own}");
    }
    for foreign in [
        "https://elsewhere.example/fhir?page=2",
        "http://clinic.example/fhir?page=2",
        "https://clinic.example:8443/fhir?page=2",
        "https://clinic.example/fhirsomething",
        "https://clinic.example/fhir/../admin",
        "https://me@clinic.example/fhir?page=2",
        "//elsewhere.example/fhir",
        "data:text/plain,x",
    ] {
        assert!(base.own(foreign).is_none(), "{foreign}");
    }
}

#[test]
fn a_base_without_a_path_owns_its_whole_server() {
    let base = Address::parse("http://127.0.0.1:8082").unwrap();
    assert_eq!(base.as_str(), "http://127.0.0.1:8082");
    assert_eq!(base.below("Patient/a").unwrap().as_str(), "http://127.0.0.1:8082/Patient/a");
    assert_eq!(base.below("").unwrap().as_str(), "http://127.0.0.1:8082/");
    assert!(base.own("http://127.0.0.1:8082/Appointment?page=2").is_some());
    assert!(base.own("http://127.0.0.1:8083/Appointment?page=2").is_none());
}
