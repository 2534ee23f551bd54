//! Over ten thousand spoiled and random forms: nothing panics, everything ends, and no answer is lost.

use crate::given::{SDC, extension, fhirpath, form, sent, worked};
use crate::spoil::{Chance, anything, spoiled};
use crate::wire::{every_type, kept};
use cairn::care::form::{Answers, Form, Given, Path, Value as Answer, Worked, pages, start};
use cairn::care::instruments::outcomes;
use cairn::fhir::questionnaire::read;
use cairn::fhir::questionnaire_response::{Misfit, SheetState, fit, tree};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Longer than any of these forms may take, in an unoptimised build on a busy machine.
const LONGEST: Duration = Duration::from_secs(5);

/// So many forms each of two campaigns spoils, beside the 5,000 random ones: more than 10,000 together.
const SPOILED: usize = 2_500;

fn with_logic() -> (Value, Value) {
    let mut logic = form(json!([
        { "linkId": "q1", "type": "choice", "required": true, "answerValueSet": "#set" },
        { "linkId": "q2", "type": "integer", "repeats": true, "enableBehavior": "any", "enableWhen": [
            { "question": "q1", "operator": "=", "answerCoding": { "code": "a" } },
            { "question": "q3", "operator": "!=", "answerBoolean": true } ],
          "extension": [extension("maxValue", json!({ "valueInteger": 9 }))] },
        { "linkId": "q3", "type": "boolean", "enableWhen": [
            { "question": "q2", "operator": "exists", "answerBoolean": true }], "enableBehavior": "all" },
        { "linkId": "sum", "type": "integer", "extension": [
            extension(&format!("{SDC}calculatedExpression"), fhirpath("%a + 1"))] },
        { "linkId": "g", "type": "group", "repeats": true, "item": [
            { "linkId": "q4", "type": "open-choice", "answerOption": [{ "valueString": "x" }, { "valueInteger": 1 }],
              "item": [{ "linkId": "q5", "type": "string", "extension": [
                extension(&format!("{SDC}enableWhenExpression"), fhirpath("%a > 1"))] }] } ] },
    ]));
    logic["contained"] = json!([{ "resourceType": "ValueSet", "id": "set", "compose": { "include": [
        { "concept": [{ "code": "a" }, { "code": "b" }] }] } }]);
    logic["extension"] = json!([extension(
        "variable",
        json!({ "valueExpression": {
        "name": "a", "language": "text/fhirpath",
        "expression": "%resource.item.where(linkId='q2').answer.value.sum()" } })
    )]);
    let answers = json!({ "resourceType": "QuestionnaireResponse", "item": [
        { "linkId": "q1", "answer": [{ "valueCoding": { "code": "a" } }] },
        { "linkId": "q2", "answer": [{ "valueInteger": 1 }, { "valueInteger": 2 }] },
        { "linkId": "q3", "answer": [{ "valueBoolean": false }] },
        { "linkId": "g", "item": [{ "linkId": "q4", "answer": [{ "valueString": "x", "item": [
            { "linkId": "q5", "answer": [{ "valueString": "y" }] }] }] }] },
        { "linkId": "g", "item": [{ "linkId": "q4", "answer": [{ "valueInteger": 1 }] }] } ] });
    (logic, answers)
}

/// How many answers lie in the items of a response, of one of its items, or of an answer.
fn written(json: &Value) -> usize {
    let list = |json: &Value, field: &str| json[field].as_array().cloned().unwrap_or_default();
    let mut number = 0;
    for item in list(json, "item") {
        let answers: Vec<Value> = list(&item, "answer").into_iter().filter(Value::is_object).collect();
        number += answers.len() + answers.iter().map(written).sum::<usize>() + written(&item);
    }
    number
}

/// How many answers there are, those aside that are calculated anyway.
fn given(form: &Form, items: &[Given]) -> usize {
    let own = |given: &Given| {
        let calculated = form.item(&given.link_id).is_some_and(|item| item.calculated.is_some());
        let below: usize = given.answers.iter().map(|answer| self::given(form, &answer.items)).sum();
        usize::from(!calculated) * given.answers.len() + below + self::given(form, &given.items)
    };
    items.iter().map(own).sum()
}

/// How many answers lie at items that are asked, by the lines that say so.
fn asked(worked: &Worked) -> usize {
    let values = |path: &Path| worked.answers.values(path).count();
    worked.lines.iter().filter(|line| line.enabled && !line.waits).map(|line| values(&line.path)).sum()
}

fn nothing_is_lost(form: &Value, read: &Form, response: &Value) {
    let Ok((answers, misfits)) = fit(read, response) else { return };
    let named: usize = misfits.iter().map(|misfit: &Misfit| misfit.answers.len()).sum();
    let kept = Answers { items: answers.items.clone() };
    assert_eq!(written(response), written(&tree(&kept)) + named, "{response:#} {misfits:#?}");
    let worked = worked(form, read, &answers);
    assert_eq!(given(read, &answers.items), given(read, &worked.answers.items), "{response:#}");
    let sent = sent(read, &worked, SheetState::Completed);
    assert_eq!(written(&sent), asked(&worked), "{response:#}\n{sent:#}");
    for line in worked.lines.iter().filter(|line| !line.enabled) {
        assert!(worked.answers.values(&line.path).all(|value| !said(&sent, &line.path, value)), "{sent:#}");
    }
    let _ = (pages(read, &worked), outcomes(read, &worked));
}

/// True if the response has this very answer at this place.
fn said(sent: &Value, path: &Path, value: &Answer) -> bool {
    let mut here = vec![sent];
    for step in &path.0 {
        let items = here.iter().flat_map(|above| {
            let of_answers = above["answer"].as_array().into_iter().flatten();
            std::iter::once(*above)
                .chain(of_answers)
                .flat_map(|one| one["item"].as_array().into_iter().flatten())
        });
        here = items.filter(|item| item["linkId"] == step.link_id.as_str()).collect();
    }
    // Times of a group are not told apart: a group's items are asked or not alike, unless an expression decides.
    let (content, once) = (cairn::fhir::questionnaire_response::content(value), path.0.len() == 1);
    let answers = here.iter().flat_map(|item| item["answer"].as_array().into_iter().flatten());
    once && answers.flat_map(|answer| answer.as_object().unwrap().values()).any(|said| *said == content)
}

fn take_in(form: &Value, response: &Value, accepted: &mut usize) {
    let began = Instant::now();
    match read(form) {
        Err(refused) => assert!(!refused.unsupported.is_empty(), "refused without a reason: {form:#}"),
        Ok(read) => {
            *accepted += 1;
            let worked = worked(form, &read, &start(&read));
            let sent = sent(&read, &worked, SheetState::InProgress);
            assert_eq!(written(&sent), asked(&worked));
            nothing_is_lost(form, &read, response);
        }
    }
    assert!(began.elapsed() < LONGEST, "{:?}: {form:#}", began.elapsed());
}

fn campaign(form: &Value, response: &Value, times: usize, seed: u64) {
    let (mut chance, mut accepted, mut changed) = (Chance(seed), 0, 0);
    take_in(form, response, &mut accepted);
    assert_eq!(accepted, 1, "the form that is spoiled is a good one");
    for turn in 0..times {
        let of_form = if turn % 3 == 0 { form.clone() } else { spoiled(form, &mut chance) };
        let of_response = if turn % 3 == 1 { response.clone() } else { spoiled(response, &mut chance) };
        changed += usize::from(of_form != *form);
        take_in(&of_form, &of_response, &mut accepted);
    }
    assert!(accepted > times / 3 && accepted < times, "{accepted} of {times}: spoiling spoils some, not all");
    assert!(changed > SPOILED, "only {changed} forms of {times} were spoiled");
}

#[test]
fn spoiled_forms_of_every_type() {
    campaign(&every_type(), &kept(), 4_000, 0x9e37_79b9_7f4a_7c15);
}

#[test]
fn spoiled_forms_with_conditions_and_expressions() {
    let (form, answers) = with_logic();
    campaign(&form, &answers, 4_000, 0x2545_f491_4f6c_dd1d);
}

#[test]
fn random_json() {
    let mut chance = Chance(0xbf58_476d_1ce4_e5b9);
    for _ in 0..5_000 {
        let mut form = anything(&mut chance, 5);
        if let Value::Object(fields) = &mut form {
            fields.insert("resourceType".to_owned(), json!("Questionnaire"));
        }
        take_in(&form, &anything(&mut chance, 3), &mut 0);
    }
}
