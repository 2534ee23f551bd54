//! A protocol brings its forms along: checked as a phone would, and named so that a phone finds them.

use super::support::{Clinic, Server};
use super::tool::{Folder, NOWHERE, PROTOCOL, publish};

const SLEEP: &str = r#"{"resourceType": "Questionnaire", "status": "draft", "title": "How you slept",
    "url": "https://ours.example/Questionnaire/sleep",
    "item": [{"linkId": "1", "type": "boolean", "text": "Did you sleep well?"}]}"#;

/// The starting protocol with one form of the clinic's own.
fn with_form(form: &str) -> Folder {
    let folder = Folder::new();
    folder.change(PROTOCOL, "checkins:\n", "forms: {sleep: sleep.json}\n\ncheckins:\n");
    folder.change(PROTOCOL, "optional: [GAD-7]", "optional: [sleep]");
    std::fs::write(folder.path("sleep.json"), form).unwrap();
    folder
}

#[test]
fn what_the_app_would_refuse_is_not_published() {
    for (form, says) in [
        (SLEEP.replace("boolean", "reference"), "item 1"),
        (SLEEP.replace("\"status\"", "\"modifierExtension\": [{\"url\": \"x\"}], \"status\""), "sleep.json"),
        ("{".to_owned(), "is not JSON"),
    ] {
        let folder = with_form(&form);
        let run = publish(&folder.path(PROTOCOL), NOWHERE, None, &[]);
        assert_eq!(run.code, Some(2), "{} {}", run.out, run.err);
        let answer = run.json();
        let mistake = &answer["mistakes"][0];
        let message = mistake["message"].as_str().unwrap();
        assert!(message.contains(says), "{message}");
        let text = folder.text(PROTOCOL);
        let line = text.lines().position(|line| line.starts_with("forms:")).unwrap() + 1;
        assert_eq!(mistake["line"].as_u64(), u64::try_from(line).ok());
        assert_eq!(answer["done"].as_array().map_or(0, Vec::len), 0);
    }
    // The control: a sound form gets as far as sending.
    let folder = with_form(SLEEP);
    assert_eq!(publish(&folder.path(PROTOCOL), NOWHERE, None, &[]).code, Some(1));
}

#[tokio::test]
async fn a_form_is_put_in_force_before_the_protocol_that_names_it() {
    let clinic = Clinic::open(Server::Hfs, &[]);
    let token = clinic.clinic_token().await;
    let folder = with_form(SLEEP);
    let run = publish(&folder.path(PROTOCOL), clinic.fhir(), Some(&token), &[]);
    assert_eq!(run.code, Some(0), "{} {}", run.out, run.err);
    let done = run.done();
    let activated: Vec<_> =
        done.iter().filter(|(_, word)| word == "activated").map(|(name, _)| name).collect();
    assert_eq!(activated[0], "Questionnaire/kap-im-default-v1-sleep");
    let form = clinic.has("Questionnaire/kap-im-default-v1-sleep").await.unwrap();
    assert_eq!(form["status"], "active");
    assert_eq!(form["derivedFrom"][0], "https://ours.example/Questionnaire/sleep");
    let library = clinic.has("Library/kap-im-default-v1").await.unwrap();
    let artifact = &library["relatedArtifact"][0];
    assert_eq!(artifact["label"], "sleep");
    let canonical = format!("{}|1", form["url"].as_str().unwrap());
    assert_eq!(artifact["resource"], canonical.as_str());
    // Again: nothing changes.
    let again = publish(&folder.path(PROTOCOL), clinic.fhir(), Some(&token), &[]);
    assert!(again.done().iter().all(|(_, word)| word == "unchanged"), "{}", again.out);
    // Another content under the same version is refused.
    std::fs::write(folder.path("sleep.json"), SLEEP.replace("well", "long")).unwrap();
    let changed = publish(&folder.path(PROTOCOL), clinic.fhir(), Some(&token), &[]);
    assert_eq!(changed.code, Some(1));
    assert!(changed.done().is_empty());
}
