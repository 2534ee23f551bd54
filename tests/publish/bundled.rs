//! The file that practice mode reads is what the clinic's files say, and the phone reads what the clinic wrote.

use super::tool::{SAMPLE, clinic_file, run};
use cairn::care::protocol::Protocol;
use cairn::fhir::desk::canonical;
use cairn::fhir::practice::Practice;
use serde_json::Value;

fn bundle() -> String {
    let run = run(&["bundle", clinic_file(SAMPLE).to_str().unwrap()], None);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

/// With `CAIRN_BUNDLE=write` in the environment the committed file is made anew.
#[test]
fn the_committed_bundle_is_what_the_yaml_files_give() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/practice/sample.json");
    let made = bundle();
    if std::env::var("CAIRN_BUNDLE").is_ok_and(|wish| wish == "write") {
        std::fs::write(path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap();
    assert!(committed == made, "run this test with CAIRN_BUNDLE=write, then commit {path}");
}

#[test]
fn the_form_a_phone_reads_says_what_the_file_says() {
    let made: Value = serde_json::from_str(&bundle()).unwrap();
    let practice: Practice = serde_json::from_value(made.clone()).unwrap();
    let written = canonical(&practice.protocol).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), made["protocol"]);
    assert_eq!(serde_json::from_str::<Protocol>(&written).unwrap(), practice.protocol);
}

/// Every word and number of the YAML file is in the JSON form: nothing fell off on the way.
#[test]
fn no_value_of_the_file_is_lost() {
    fn leaves(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => fields.values().for_each(|value| leaves(value, found)),
            Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
            Value::Null => {}
            Value::String(text) => found.push(text.clone()),
            other => found.push(other.to_string()),
        }
    }
    let text = std::fs::read_to_string(clinic_file("kap-im-default.yaml")).unwrap();
    let file: Value = serde_saphyr::from_str(&text).unwrap();
    let made: Value = serde_json::from_str(&bundle()).unwrap();
    let (mut wanted, mut there) = (Vec::new(), Vec::new());
    leaves(&file, &mut wanted);
    leaves(&made["protocol"], &mut there);
    // The sample fills these in; a duration may be written in another way.
    let same =
        |text: &String| ["kap-im-default", "The Cairn project", "-PT60M", "-PT90M"].contains(&text.as_str());
    let lost: Vec<_> = wanted.iter().filter(|text| !there.contains(text) && !same(text)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert!(wanted.len() > 300, "the file was not read");
}
