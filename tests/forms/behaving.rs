//! What the command says of forms of our own: each kind of error, what is calculated, and text for people.

use crate::given::{SDC, extension, fhirpath, form, response};
use crate::tool::{accepted, item, links, run};
use serde_json::{Value, json};

#[test]
fn each_error_has_a_name_and_what_it_asks_for() {
    let questionnaire = form(json!([
        { "linkId": "required", "type": "string", "required": true },
        { "linkId": "option", "type": "choice", "answerOption": [{ "valueCoding": { "code": "a" } }] },
        { "linkId": "few", "type": "string", "repeats": true, "extension": [
            extension("questionnaire-minOccurs", json!({ "valueInteger": 2 }))] },
        { "linkId": "many", "type": "string" },
        { "linkId": "small", "type": "integer", "extension": [extension("minValue", json!({ "valueInteger": 1 }))] },
        { "linkId": "large", "type": "decimal", "extension": [extension("maxValue", json!({ "valueDecimal": 1.5 }))] },
        { "linkId": "short", "type": "string", "extension": [extension("minLength", json!({ "valueInteger": 3 }))] },
        { "linkId": "long", "type": "string", "maxLength": 3 },
        { "linkId": "places", "type": "decimal", "extension": [
            extension("maxDecimalPlaces", json!({ "valueInteger": 1 }))] },
        { "linkId": "file", "type": "attachment", "extension": [
            extension("maxSize", json!({ "valueDecimal": 1 })), extension("mimeType", json!({ "valueCode": "image/png" }))] },
        { "linkId": "alone", "type": "choice", "repeats": true, "answerOption": [
            { "valueString": "x" }, { "valueString": "none", "extension": [
                extension("questionnaire-optionExclusive", json!({ "valueBoolean": true }))] }] },
        { "linkId": "rule", "type": "string", "extension": [extension("targetConstraint", json!({ "extension": [
            { "url": "key", "valueId": "k-1" }, { "url": "severity", "valueCode": "error" },
            { "url": "human", "valueString": "Never." },
            { "url": "expression", "valueExpression": { "language": "text/fhirpath", "expression": "false" } } ] }))] },
    ]));
    let text = |text: &str| json!({ "valueString": text });
    let answers = json!({ "resourceType": "QuestionnaireResponse", "item": [
        { "linkId": "option", "answer": [{ "valueCoding": { "code": "b" } }] },
        { "linkId": "few", "answer": [text("x")] },
        { "linkId": "many", "answer": [text("x"), text("y")] },
        { "linkId": "small", "answer": [{ "valueInteger": 0 }] },
        { "linkId": "large", "answer": [{ "valueDecimal": 1.51 }] },
        { "linkId": "short", "answer": [text("xx")] },
        { "linkId": "long", "answer": [text("xxxx")] },
        { "linkId": "places", "answer": [{ "valueDecimal": 1.25 }] },
        { "linkId": "file", "answer": [{ "valueAttachment": { "contentType": "text/plain", "size": 2 } }] },
        { "linkId": "alone", "answer": [text("x"), text("none")] },
        { "linkId": "rule", "answer": [text("x")] },
    ] });
    let said = accepted(&questionnaire, Some(&answers));
    for (link_id, errors) in [
        ("required", json!(["required"])),
        ("option", json!(["not-an-answer"])),
        ("few", json!(["min-occurs: 2"])),
        ("many", json!(["max-occurs: 1"])),
        ("small", json!(["min-value: 1"])),
        ("large", json!(["max-value: 1.5"])),
        ("short", json!(["min-length: 3"])),
        ("long", json!(["max-length: 3"])),
        ("places", json!(["max-decimal-places: 1"])),
        ("file", json!(["max-size: 1", "mime-type"])),
        ("alone", json!(["option-exclusive"])),
        ("rule", json!(["constraint k-1: Never."])),
    ] {
        assert_eq!(item(&said, link_id)["errors"], errors, "{link_id}");
    }
    assert_eq!(said["response"]["status"], "in-progress", "it cannot be completed like this");
}

#[test]
fn the_answer_has_exactly_the_promised_fields() {
    let questionnaire = form(json!([
        { "linkId": "n", "type": "integer", "required": true },
        { "linkId": "twice", "type": "integer", "readOnly": true, "extension": [
            extension(&format!("{SDC}calculatedExpression"), fhirpath("%resource.item.where(linkId='n').answer.value * 2"))] },
        { "linkId": "g", "type": "group", "repeats": true, "item": [{ "linkId": "inner", "type": "string" }] },
        { "linkId": "asked-if-5", "type": "string", "enableWhen": [
            { "question": "twice", "operator": "=", "answerInteger": 10 }] },
    ]));
    let answers = json!({ "resourceType": "QuestionnaireResponse", "item": [
        { "linkId": "n", "answer": [{ "valueInteger": 5 }] },
        { "linkId": "g", "item": [{ "linkId": "inner", "answer": [{ "valueString": "1" }] }] },
        { "linkId": "g", "item": [{ "linkId": "inner", "answer": [{ "valueString": "2" }] }] },
    ] });
    let said = accepted(&questionnaire, Some(&answers));
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&said), ["accepted", "unsupported", "items", "scores", "response"]);
    let expected = ["linkId", "type", "enabled", "hidden", "required", "answers", "calculated", "errors"];
    let items = said["items"].as_array().unwrap();
    assert!(items.iter().all(|item| keys(item) == expected));
    let order: Vec<&str> = items.iter().map(|item| item["linkId"].as_str().unwrap()).collect();
    assert_eq!(order, ["n", "twice", "g", "inner", "g", "inner", "asked-if-5"]);
    assert_eq!((&items[0]["calculated"], &items[0]["required"]), (&Value::Null, &json!(true)));
    assert_eq!((&items[1]["calculated"], &items[1]["answers"]), (&json!(10), &json!([10])));
    assert_eq!(items[6]["enabled"], true);
    assert_eq!(links(&said["response"]), ["n", "twice", "g", "inner", "g", "inner"]);
    assert_eq!(said["response"]["status"], "completed");
    assert_eq!(said["response"]["questionnaire"], "https://clinic.example/f");
}

#[test]
fn hidden_is_inherited_and_below_an_unanswered_question_nothing_is_sent() {
    let questionnaire = form(json!([
        { "linkId": "g", "type": "group", "extension": [
            extension("questionnaire-hidden", json!({ "valueBoolean": true }))],
          "item": [{ "linkId": "in-g", "type": "string", "initial": [{ "valueString": "x" }] }] },
        { "linkId": "q", "type": "string", "item": [{ "linkId": "below", "type": "string" }] },
    ]));
    let answers = json!({ "resourceType": "QuestionnaireResponse", "item": [
        { "linkId": "q", "item": [{ "linkId": "below", "answer": [{ "valueString": "too early" }] }] }] });
    let said = accepted(&questionnaire, Some(&answers));
    assert_eq!(item(&said, "in-g")["hidden"], true);
    assert_eq!(item(&said, "below")["answers"], json!(["too early"]));
    assert_eq!(item(&said, "below")["errors"], json!(["waiting: the question above it has no answer"]));
    assert_eq!(said["response"].get("item"), None);
    let begun = accepted(&questionnaire, None);
    assert_eq!(links(&begun["response"]), ["g", "in-g"]);
}

#[test]
fn people_can_read_it_too() {
    let folder = tempfile::tempdir().unwrap();
    let (form_path, answers_path) = (folder.path().join("form.json"), folder.path().join("answers.json"));
    let questionnaire = form(json!([
        { "linkId": "color", "type": "open-choice", "text": "Which\n color?", "required": true },
        { "linkId": "why", "type": "string", "enableWhen": [
            { "question": "color", "operator": "=", "answerString": "red" }] },
    ]));
    // As some programs on Windows write it.
    std::fs::write(&form_path, format!("\u{feff}{questionnaire}")).unwrap();
    std::fs::write(&answers_path, response(json!({ "color": { "valueString": "blue" } })).to_string())
        .unwrap();
    let output = run(&[&form_path, "--answers".as_ref(), &answers_path]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    for line in [
        "This form can be used.",
        "  color (open-choice, required) Which color?",
        "    = blue",
        "  why (string, not asked)",
    ] {
        assert!(said.lines().any(|said| said == line), "no {line:?} in {said}");
    }
    std::fs::write(&form_path, form(json!([{ "linkId": "a", "type": "reference" }])).to_string()).unwrap();
    let output = run(&[&form_path]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said, "This form cannot be used. What is in the way:\n  a: item type reference\n");
}
