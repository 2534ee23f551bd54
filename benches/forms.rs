//! How long a form takes to be worked out after an answer: nine weighted questions, and a sum by ten variables.
#![allow(clippy::unwrap_used, reason = "a benchmark that fails has nothing to measure")]

use cairn::care::form::{Path, Value, pages, start, work_out};
use cairn::fhir::{FhirPath, questionnaire};
use divan::{Bencher, black_box};
use serde_json::{Value as Json, json};

const QUESTIONS: usize = 9;

fn main() {
    divan::main();
}

fn variable(name: &str, expression: &str) -> Json {
    json!({
        "url": "http://hl7.org/fhir/StructureDefinition/variable",
        "valueExpression": { "name": name, "language": "text/fhirpath", "expression": expression }
    })
}

/// A form built as the LOINC panels are: each score is looked up in the form by the code that was chosen.
fn form() -> Json {
    let option = |weight: usize| {
        json!({
            "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": weight }],
            "valueCoding": { "system": "http://example.org/answers", "code": format!("a{weight}") }
        })
    };
    let options: Vec<Json> = (0..4).map(option).collect();
    let question = |nth| json!({ "linkId": format!("q{nth}"), "type": "choice", "required": true, "answerOption": options });
    let score = |nth: usize| {
        let text = format!(
            "%questionnaire.item.where(linkId = 'q{nth}').answerOption.where(valueCoding.code = \
             %resource.item.where(linkId = 'q{nth}').answer.valueCoding.code).extension.valueDecimal"
        );
        variable(&format!("s{nth}"), &text)
    };
    let joined =
        |part: fn(usize) -> String, between| (0..QUESTIONS).map(part).collect::<Vec<_>>().join(between);
    let any = variable("any", &joined(|nth| format!("%s{nth}.exists()"), " or "));
    let sum = joined(|nth| format!("iif(%s{nth}.exists(), %s{nth}, 0)"), " + ");
    let total = json!({
        "linkId": "total", "type": "decimal", "readOnly": true,
        "extension": [{
            "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
            "valueExpression": { "language": "text/fhirpath", "expression": format!("iif(%any, {sum}, {{}})") }
        }]
    });
    json!({
        "resourceType": "Questionnaire", "status": "active",
        "extension": (0..QUESTIONS).map(score).chain([any]).collect::<Vec<_>>(),
        "item": (0..QUESTIONS).map(question).chain([total]).collect::<Vec<_>>()
    })
}

#[divan::bench]
fn after_one_answer(bencher: Bencher<'_, '_>) {
    let questionnaire = form();
    let form = questionnaire::read(&questionnaire).unwrap();
    let engine = FhirPath::new(&questionnaire);
    let mut answers = start(&form);
    for item in form.items.iter().take(QUESTIONS) {
        let chosen = item.options.last().map(|option| option.value.clone());
        answers.set(&Path::default().below(&item.link_id, 0), chosen.into_iter().collect());
    }
    let total = work_out(&form, &answers, &engine).answers;
    let total: Vec<&Value> = total.values(&Path::default().below("total", 0)).collect();
    assert_eq!(total, [&Value::Decimal(27_i32.into())]);
    bencher.bench_local(|| black_box(work_out(&form, &answers, &engine)));
}

#[divan::bench]
fn the_pages(bencher: Bencher<'_, '_>) {
    let questionnaire = form();
    let form = questionnaire::read(&questionnaire).unwrap();
    let worked = work_out(&form, &start(&form), &FhirPath::new(&questionnaire));
    bencher.bench_local(|| black_box(pages(&form, &worked)));
}
