//! Runs `cairn-clinic form`, and holds what it says against what the library says.

use crate::given::worked;
use cairn::care::form::start;
use cairn::fhir::questionnaire::read;
use cairn::fhir::questionnaire_response::fit;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Where the forms written by others lie; `None`, and said so, where they do not.
pub(crate) fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/questionnaires");
    if !folder.is_dir() {
        eprintln!("skipped: the questionnaires of others are not at {}", folder.display());
        return None;
    }
    Some(folder)
}

pub(crate) fn shared_form(folder: &Path, name: &str) -> Value {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

pub(crate) fn run(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cairn-clinic")).arg("form").args(arguments).output().unwrap()
}

/// What the command says in JSON, and its exit code.
pub(crate) fn tried(form: &Value, answers: Option<&Value>) -> (Value, i32) {
    let folder = tempfile::tempdir().unwrap();
    let (form_path, answers_path) = (folder.path().join("form.json"), folder.path().join("answers.json"));
    std::fs::write(&form_path, form.to_string()).unwrap();
    let mut arguments = vec![form_path.as_path(), Path::new("--json")];
    if let Some(answers) = answers {
        std::fs::write(&answers_path, answers.to_string()).unwrap();
        arguments.extend([Path::new("--answers"), answers_path.as_path()]);
    }
    let output = run(&arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    let json = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {said}"));
    (json, output.status.code().unwrap())
}

/// What the command says of an accepted form; the library says the same.
pub(crate) fn accepted(form: &Value, answers: Option<&Value>) -> Value {
    let (said, code) = tried(form, answers);
    assert_eq!((&said["accepted"], code), (&Value::Bool(true), 0), "{:#}", said["unsupported"]);
    let read = read(form).unwrap();
    let given = answers.map_or_else(|| start(&read), |answers| fit(&read, answers).unwrap().0);
    let worked = worked(form, &read, &given);
    let items = said["items"].as_array().unwrap().iter().filter(|item| !item["type"].is_null());
    for (line, item) in worked.lines.iter().zip(items) {
        let of_library =
            (line.path.link_id(), line.enabled, !line.shown, worked.answers.values(&line.path).count());
        let of_command = (
            item["linkId"].as_str(),
            item["enabled"].as_bool().unwrap(),
            item["hidden"].as_bool().unwrap(),
            item["answers"].as_array().unwrap().len(),
        );
        assert_eq!(of_library, of_command);
    }
    said
}

/// The only item of this link id.
pub(crate) fn item<'a>(said: &'a Value, link_id: &str) -> &'a Value {
    let mut items = said["items"].as_array().unwrap().iter().filter(|item| item["linkId"] == link_id);
    let item = items.next().unwrap_or_else(|| panic!("no {link_id} in {said:#}"));
    assert!(items.next().is_none(), "{link_id} is there twice");
    item
}

/// Those of these items that are asked and seen.
pub(crate) fn seen<'a>(said: &Value, link_ids: &[&'a str]) -> Vec<&'a str> {
    let is_seen = |link_id: &&&str| {
        let item = item(said, link_id);
        item["enabled"] == true && item["hidden"] == false
    };
    link_ids.iter().filter(is_seen).copied().collect()
}

/// Every link id in a response, each before what lies below it.
pub(crate) fn links(response: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for item in response["item"].as_array().into_iter().flatten() {
        found.push(item["linkId"].as_str().unwrap().to_owned());
        found.extend(links(item));
        for answer in item["answer"].as_array().into_iter().flatten() {
            found.extend(links(answer));
        }
    }
    found
}
