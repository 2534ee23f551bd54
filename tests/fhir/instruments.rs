//! What goes out about instruments is what the golden files say, and the built-in forms say what their authors wrote.

use crate::golden::{id, utc};
use cairn::care::{
    Private,
    form::{Form, Path, Step, Value as Given, start, work_out},
    instruments::{Instrument, Raised, is_item_nine, item_nine, outcomes},
};
use cairn::fhir::{
    FhirPath, Resource, built_in,
    communication::{self, Urgent},
    questionnaire, score,
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::Path as File};

fn golden(name: &str) -> Value {
    let path = format!("{}/tests/fhir/golden/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn total(instrument: Instrument, total: u8) -> score::Total {
    score::Total {
        id: id("0199aa00-0000-7000-8000-000000000001"),
        form: id("0199aa00-0000-7000-8000-000000000002"),
        instrument,
        total,
        at: utc("2026-03-03T16:30:00Z"),
        zone: chrono_tz::America::Denver,
        amended: false,
    }
}

#[test]
fn a_total_goes_out_as_the_golden_file_says() {
    let patient = id("patient-1");
    assert_eq!(score::write(&total(Instrument::Phq9, 14), &patient), golden("score"));
    let own = score::write(&total(Instrument::Phq8, 3), &patient);
    assert_eq!(own["code"]["coding"][0]["system"], "https://cairn.example/fhir/CodeSystem/instrument-total");
    let amended = score::write(&score::Total { amended: true, ..total(Instrument::Gad7, 3) }, &patient);
    assert_eq!(
        (&amended["status"], &amended["code"]["coding"][0]["code"]),
        (&json!("amended"), &json!("70274-6"))
    );
    assert!(!own.to_string().contains("interpretation"));
}

fn urgent() -> Urgent {
    Urgent {
        id: id("0199aa00-0000-7000-8000-000000000003"),
        form: id("0199aa00-0000-7000-8000-000000000002"),
        at: utc("2026-03-03T16:30:00Z"),
        raised: Raised {
            value: 1,
            question: Some(
                "Thoughts that you would be better off dead, or of hurting yourself in some way".into(),
            ),
            answer: Some(Private::new("Several days\u{7}")),
        },
        recipient: Some("CareTeam/team-1".into()),
    }
}

#[test]
fn the_urgent_word_goes_out_as_the_golden_file_says() {
    assert_eq!(communication::write(&urgent(), &id("patient-1")), golden("urgent_answer"));
    let alone =
        Urgent { recipient: None, raised: Raised { question: None, answer: None, value: 3 }, ..urgent() };
    let written = communication::write(&alone, &id("patient-1"));
    assert!(written.get("recipient").is_none());
    assert!(!written.to_string().contains("null"));
}

#[test]
fn seen_is_what_the_clinic_marked_and_nothing_else() {
    let mut there = communication::write(&urgent(), &id("patient-1"));
    let seen = |there: &Value| communication::seen(&Resource::parse(&there.to_string()).unwrap());
    assert_eq!(seen(&there), Ok(None), "as it was sent");
    there["meta"] = json!({"versionId": "7", "lastUpdated": "2026-03-03T17:00:00Z"});
    assert_eq!(seen(&there), Ok(None), "as a server keeps it");
    for status in ["preparation", "on-hold", "not-done", "stopped", "entered-in-error", "unknown"] {
        there["status"] = json!(status);
        assert_eq!(seen(&there), Ok(None), "{status}");
    }
    there["status"] = json!("completed");
    assert_eq!(seen(&there), Ok(Some(None)));
    there["received"] = json!("2026-03-03T17:05:00-07:00");
    assert_eq!(seen(&there), Ok(Some(Some(utc("2026-03-04T00:05:00Z")))));
    there["status"] = json!("in-progress");
    assert_eq!(seen(&there), Ok(Some(Some(utc("2026-03-04T00:05:00Z")))));
    there["modifierExtension"] = json!([{"url": "urn:not", "valueBoolean": true}]);
    assert!(seen(&there).is_err());
    let of = |other: &str| communication::is_of(&Resource::parse(&there.to_string()).unwrap(), &id(other));
    assert!(of("0199aa00-0000-7000-8000-000000000003") && !of("0199aa00-0000-7000-8000-000000000002"));
}

fn built_in(instrument: Instrument) -> (Value, Form) {
    let value = built_in::form(instrument.name()).unwrap();
    let form = questionnaire::read(&value).unwrap();
    (value, form)
}

/// The way to an item of a form whose questions lie in one group or at the top.
fn way(form: &Form, link_id: &str) -> Path {
    let group = form.items.iter().find(|item| item.items.iter().any(|below| below.link_id == link_id));
    let steps = group.map(|group| group.link_id.as_str()).into_iter().chain([link_id]);
    Path(steps.map(|step| Step { link_id: step.to_owned(), nth: 0 }).collect())
}

#[test]
fn every_built_in_form_is_understood_and_counts_from_nothing_to_its_highest_total() {
    for instrument in Instrument::ALL {
        let (value, form) = built_in(instrument);
        let url = format!("https://cairn.example/fhir/Questionnaire/{}", instrument.name().to_lowercase());
        assert_eq!(form.url, Some(url));
        assert!(form.version.is_some() && form.language.as_deref() == Some("en"));
        assert!(form.copyright.as_deref().unwrap().contains("No permission required to reproduce"));
        let rules = FhirPath::new(&value);
        for (place, expected) in [(0, 0), (3, instrument.most())] {
            let mut answers = start(&form);
            for item in form.all_items().filter(|item| item.options.len() == 4) {
                answers.set(&way(&form, &item.link_id), vec![item.options[place].value.clone()]);
            }
            let worked = work_out(&form, &answers, &rules);
            let found = outcomes(&form, &worked);
            assert_eq!(found.len(), 1, "{found:?}");
            assert_eq!((found[0].instrument, found[0].total), (instrument, Some(expected)));
        }
        assert!(outcomes(&form, &work_out(&form, &start(&form), &rules))[0].total.is_none());
    }
    assert_eq!(built_in::form("phq9"), built_in::form("PHQ-9"));
    assert_eq!(built_in::form("MEQ-30"), None);
}

#[test]
fn the_ninth_question_of_the_built_in_phq_9_may_be_left_open_and_the_last_one_counts_nothing() {
    let (_, form) = built_in(Instrument::Phq9);
    let ninth = form.all_items().find(|item| is_item_nine(item)).unwrap();
    assert!(!ninth.required);
    let mut answers = start(&form);
    let way = way(&form, &ninth.link_id);
    for (value, option) in (0..).zip(&ninth.options) {
        answers.set(&way, vec![option.value.clone()]);
        assert_eq!(item_nine(&form, &answers), Some(value));
    }
    let difficulty = form.items.last().unwrap();
    assert_eq!(difficulty.codes[0].code.as_deref(), Some("69722-7"));
    let codes: Vec<_> = difficulty.options.iter().map(|option| code_of(&option.value)).collect();
    assert_eq!(codes, ["LA6572-7", "LA6573-5", "LA6575-0", "LA6574-3"]);
    for instrument in Instrument::ALL.into_iter().filter(|one| *one != Instrument::Phq9) {
        assert!(!built_in(instrument).1.all_items().any(is_item_nine), "{}", instrument.name());
    }
}

fn code_of(value: &Given) -> String {
    let Given::Coding(coding) = value else { panic!() };
    coding.code.clone().unwrap()
}

/// Question code to its words and its answers, as letters and digits only.
fn wording(value: &Value, found: &mut BTreeMap<String, (String, Vec<String>)>) {
    let bare = |text: &str| -> String {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    for item in value["item"].as_array().into_iter().flatten() {
        if let Some(code) = item["code"][0]["code"].as_str() {
            let answers = item["answerOption"].as_array().into_iter().flatten();
            let answers = answers.map(|answer| {
                let coding = &answer["valueCoding"];
                format!("{} {}", coding["code"].as_str().unwrap(), bare(coding["display"].as_str().unwrap()))
            });
            found.insert(code.to_owned(), (bare(item["text"].as_str().unwrap()), answers.collect()));
        }
        wording(item, found);
    }
}

#[test]
fn every_word_is_the_one_that_others_have_in_their_forms() {
    let folder = File::new(env!("CARGO_MANIFEST_DIR")).join("../shared/questionnaires");
    if !folder.exists() {
        eprintln!("skipped: {} is not here", folder.display());
        return;
    }
    let mut theirs = BTreeMap::new();
    for name in ["mtnlotus__Questionnaire-PHQ9.json", "mtnlotus__Questionnaire-GAD7.json"] {
        wording(
            &serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap(),
            &mut theirs,
        );
    }
    // LOINC's own name for it; the instrument's wording is another.
    let second = theirs.get_mut("68509-9").unwrap();
    assert_eq!(second.0, "over the past 2 weeks have you not been able to stop or control worrying");
    second.0 = "not being able to stop or control worrying".into();
    assert_eq!(second.1[2], "LA18938-3 more days than not");
    second.1[2] = "LA18938-3 more than half the days".into();
    for instrument in Instrument::ALL {
        let (mut ours, form) = (BTreeMap::new(), built_in(instrument).0);
        wording(&form, &mut ours);
        assert!(form["item"][0]["text"].as_str().unwrap().starts_with("Over the last 2 weeks, how often"));
        for (code, said) in ours {
            assert_eq!(Some(&said), theirs.get(&code), "{} {code}", instrument.name());
        }
    }
}

#[test]
fn forms_of_others_count_the_same() {
    let folder = File::new(env!("CARGO_MANIFEST_DIR")).join("../shared/questionnaires");
    let files = [
        ("LHNCBC__phq9.json", "PHQ-9", 27),
        ("LHNCBC__phq9-with-the-weight-function.json", "PHQ-9", 27),
        ("mtnlotus__Questionnaire-PHQ9.json", "PHQ-9", 27),
        ("mtnlotus__Questionnaire-GAD7.json", "GAD-7", 21),
    ];
    for (name, instrument, most) in files {
        let Ok(text) = std::fs::read_to_string(folder.join(name)) else {
            eprintln!("skipped: {name} is not here");
            continue;
        };
        let value: Value = serde_json::from_str(&text).unwrap();
        let form = questionnaire::read(&value).unwrap();
        let rules = FhirPath::new(&value);
        let mut answers = start(&form);
        for item in form.all_items().filter(|item| item.options.len() == 4) {
            answers.set(&way(&form, &item.link_id), vec![item.options[3].value.clone()]);
        }
        let found = outcomes(&form, &work_out(&form, &answers, &rules));
        assert_eq!(
            (found[0].instrument.name(), found[0].total, found.len()),
            (instrument, Some(most), 1),
            "{name}"
        );
    }
}
