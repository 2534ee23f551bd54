//! A check-in goes out as the golden `Observation` and comes back as itself.

use crate::golden::{changed, id, read_golden, read_value, text, utc};
use cairn::care::{CheckIn, Feeling, Listed, Private, Score, Sleep};
use cairn::fhir::{Reading, Resource, What, check_in, read};
use chrono::{DateTime, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;
use serde_json::{Value, json};

fn evening() -> CheckIn {
    CheckIn {
        id: id("0193a3f4-5b6c-7d8e-9f00-112233445566"),
        at: utc("2025-11-22T18:05:30.250Z"),
        zone: Tz::Europe__Berlin,
        mood: Score::new(6).unwrap(),
        anxiety: Score::new(3).unwrap(),
        feelings: Vec::new(),
        sleep: None,
        words: Some(Private::new("Calm after \"the\" walk.\nSlept well – 7 h.")),
        changed: None,
    }
}

/// Whole in every part, and changed since.
fn full() -> CheckIn {
    let own = Feeling::Own(Private::new("like after rain"));
    CheckIn {
        feelings: vec![Feeling::Listed(Listed::Calm), Feeling::Listed(Listed::Tired), own],
        sleep: Sleep::new(450).ok(),
        changed: Some(utc("2025-11-22T19:15:00Z")),
        ..evening()
    }
}

fn written(check_in: &CheckIn) -> Resource {
    Resource::from_value(check_in::write(check_in, &id("sam-sample"))).unwrap()
}

#[test]
fn written_to_the_letter() {
    let pretty = serde_json::to_string_pretty(&check_in::write(&evening(), &id("sam-sample"))).unwrap();
    assert_eq!(format!("{pretty}\n"), text("check_in"));
    let pretty = serde_json::to_string_pretty(&check_in::write(&full(), &id("sam-sample"))).unwrap();
    assert_eq!(format!("{pretty}\n"), text("check_in_full"));
}

#[test]
fn read_back_as_itself() {
    assert_eq!(read_golden("check_in"), Reading::CheckIn(evening()));
    assert_eq!(read_golden("check_in_full"), Reading::CheckIn(full()));
}

#[test]
fn sleep_in_hours_is_read_and_what_is_no_length_of_a_night_is_not() {
    let quantity = |value: Value| changed("check_in_full", "/component/5/valueQuantity", Some(value));
    let ucum = "http://unitsofmeasure.org";
    let hours = quantity(json!({ "value": 8, "system": ucum, "code": "h" }));
    let expected = CheckIn { sleep: Sleep::new(480).ok(), ..full() };
    assert_eq!(read_value(&hours), Ok(Reading::CheckIn(expected)));
    for (wrong, what) in [
        (json!({ "value": 25, "system": ucum, "code": "h" }), What::OutOfRange),
        (json!({ "value": -1, "system": ucum, "code": "min" }), What::OutOfRange),
        (json!({ "value": 7, "system": ucum, "code": "a" }), What::UnknownCode),
        (json!({ "value": 7, "unit": "hours" }), What::UnknownCode),
        (json!({ "value": 7, "comparator": ">", "system": ucum, "code": "h" }), What::UnknownCode),
    ] {
        assert_eq!(read_value(&quantity(wrong.clone())).unwrap_err().what, what, "{wrong}");
    }
}

#[test]
fn a_feeling_of_a_later_list_is_read_by_its_words_or_named_as_unreadable() {
    let felt = |value: Value| changed("check_in_full", "/component/2/valueCodeableConcept", Some(value));
    let coding = |code: &str, display: Option<&str>| {
        let system = "https://cairn.example/fhir/CodeSystem/feeling";
        json!({ "coding": [{ "system": system, "code": code, "display": display.unwrap_or("") }] })
    };
    let Ok(Reading::CheckIn(read)) = read_value(&felt(coding("serene", Some("Serene")))) else { panic!() };
    assert_eq!(read.feelings[0], Feeling::Own(Private::new("Serene")));
    assert_eq!(read_value(&felt(coding("serene", None))).unwrap_err().what, What::Missing);
}

#[test]
fn without_words_there_is_no_note() {
    let silent = CheckIn { words: None, ..evening() };
    let blank = CheckIn { words: Some(Private::new(" \n")), ..evening() };
    let observation = check_in::write(&silent, &id("sam-sample"));
    assert_eq!(observation.get("note"), None);
    assert_eq!(check_in::write(&blank, &id("sam-sample")), observation);
}

#[test]
fn taken_back_is_not_a_check_in_any_more() {
    let back = check_in::entered_in_error(&check_in::write(&evening(), &id("sam-sample"))).unwrap();
    let resource = Resource::from_value(back).unwrap();
    assert_eq!(check_in::read(&resource), Ok(None));
    assert_eq!(read(&resource), Ok(Reading::CheckInTakenBack(evening().id)));
}

#[test]
fn a_note_of_the_clinic_is_not_taken_for_the_patients_words() {
    let clinics = json!({ "authorString": "Front desk", "text": "Seen." });
    let noted = changed("check_in", "/note", Some(json!([clinics])));
    let expected = CheckIn { words: None, ..evening() };
    assert_eq!(read_value(&noted), Ok(Reading::CheckIn(expected)));
}

#[test]
fn another_observation_is_refused() {
    let pulse = Resource::from_value(json!({ "resourceType": "Observation", "id": "o" })).unwrap();
    assert_eq!(check_in::read(&pulse).unwrap_err().what, What::UnknownCode);
}

#[test]
fn the_time_has_the_offset_of_the_patients_clock() {
    let at = |instant: &str, zone| {
        let value = check_in::write(&CheckIn { at: utc(instant), zone, ..evening() }, &id("p"));
        value["effectiveDateTime"].as_str().unwrap().to_owned()
    };
    assert_eq!(at("2025-07-01T12:00:00Z", Tz::America__New_York), "2025-07-01T08:00:00-04:00");
    assert_eq!(at("2025-11-02T05:30:00Z", Tz::America__New_York), "2025-11-02T01:30:00-04:00");
    assert_eq!(at("2025-11-02T06:30:00Z", Tz::America__New_York), "2025-11-02T01:30:00-05:00");
    assert_eq!(at("2025-07-01T12:00:00Z", Tz::Asia__Kathmandu), "2025-07-01T17:45:00+05:45");
    assert_eq!(at("2025-07-01T12:00:00Z", Tz::UTC), "2025-07-01T12:00:00Z");
    assert_eq!(at("1971-07-01T12:00:00Z", Tz::Africa__Monrovia), "1971-07-01T12:00:00Z");
}

#[test]
fn characters_fhir_forbids_are_left_out() {
    let odd = CheckIn { words: Some(Private::new("a\u{0}b\u{1b}c\td\r\ne")), ..evening() };
    let value = check_in::write(&odd, &id("p"));
    assert_eq!(value["note"][0]["text"], "abc\td\r\ne");
}

fn any_feeling() -> impl Strategy<Value = Feeling> {
    prop_oneof![
        proptest::sample::select(Listed::ALL.as_slice()).prop_map(Feeling::Listed),
        r"[^\s\x00-\x1f]{1,20}( [^\s\x00-\x1f]{1,20})?".prop_map(|words| Feeling::Own(Private::new(words))),
    ]
}

fn any_check_in() -> impl Strategy<Value = CheckIn> {
    let instant = || {
        (-2_000_000_000_000_000_i64..4_000_000_000_000_000)
            .prop_map(|micros| DateTime::<Utc>::from_timestamp_micros(micros).unwrap())
    };
    let score = || (0..=Score::MAX).prop_map(|value| Score::new(value).unwrap());
    let words = proptest::option::of(r"[^\x00-\x1f]{0,40}[^\s\x00-\x1f][^\x00-\x08\x0b\x0c\x0e-\x1f]{0,40}");
    let zone = proptest::sample::select(TZ_VARIANTS.as_slice());
    let more = (
        proptest::collection::vec(any_feeling(), 0..6),
        proptest::option::of((0..=Sleep::MAX).prop_map(|minutes| Sleep::new(minutes).unwrap())),
        proptest::option::of(instant()),
    );
    (r"[A-Za-z0-9.\-]{1,64}", instant(), zone, score(), score(), words, more).prop_map(
        |(name, at, zone, mood, anxiety, words, (feelings, sleep, changed))| CheckIn {
            id: id(&name),
            at,
            zone,
            mood,
            anxiety,
            feelings,
            sleep,
            words: words.map(Private::new),
            changed,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_check_in_survives_the_wire(check_in in any_check_in()) {
        let wire = written(&check_in).raw.to_string();
        prop_assert_eq!(check_in::read(&Resource::parse(&wire).unwrap()), Ok(Some(check_in)));
    }
}
