//! Forms and answers as short as a test can say them.

use cairn::care::Id;
use cairn::care::form::{Answers, Form, Worked, work_out};
use cairn::fhir::FhirPath;
use cairn::fhir::questionnaire::{Unsupported, read};
use cairn::fhir::questionnaire_response::{Sheet, SheetState, write};
use serde_json::{Value, json};

pub(crate) const HL7: &str = "http://hl7.org/fhir/StructureDefinition/";
pub(crate) const SDC: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

/// A form of these items.
pub(crate) fn form(items: Value) -> Value {
    json!({ "resourceType": "Questionnaire", "status": "active", "url": "https://clinic.example/f", "item": items })
}

/// A form of one item `a`, with these fields beside its link id.
pub(crate) fn one(fields: Value) -> Value {
    let mut item = fields;
    item["linkId"] = json!("a");
    form(json!([item]))
}

/// One extension of HL7's, called by the end of its address: `("minValue", {"valueInteger": 1})`.
pub(crate) fn extension(url: &str, value: Value) -> Value {
    let mut extension = value;
    extension["url"] = json!(if url.contains(':') { url.to_owned() } else { format!("{HL7}{url}") });
    extension
}

pub(crate) fn fhirpath(text: &str) -> Value {
    json!({ "valueExpression": { "language": "text/fhirpath", "expression": text } })
}

pub(crate) fn readable(form: &Value) -> Form {
    read(form).unwrap_or_else(|refused| panic!("{:?}", refused.unsupported))
}

/// What is in the way: link id (`-` for the form) and what, as `a: item type reference`.
pub(crate) fn unsupported(form: &Value) -> Vec<String> {
    let refused = read(form).expect_err("refused");
    let named = |one: &Unsupported| format!("{}: {}", one.link_id.as_deref().unwrap_or("-"), one.what);
    refused.unsupported.iter().map(named).collect()
}

pub(crate) fn worked(questionnaire: &Value, form: &Form, answers: &Answers) -> Worked {
    let now = "2026-11-01T12:00:00Z".parse().unwrap();
    work_out(form, answers, &FhirPath::new(questionnaire).at(now, chrono_tz::America::New_York))
}

pub(crate) fn sent(form: &Form, worked: &Worked, state: SheetState) -> Value {
    let (id, patient) = (Id::new("sheet-1").unwrap(), Id::new("patient-1").unwrap());
    write(&Sheet {
        id: &id,
        form,
        worked,
        at: "2026-11-01T05:30:00Z".parse().unwrap(),
        zone: chrono_tz::America::New_York,
        state,
        based_on: Some("CarePlan/plan-1".to_owned()),
        patient: Some(&patient),
    })
}

/// A response with one answer for each of these questions, none of them below another.
pub(crate) fn response(answers: Value) -> Value {
    let items: Vec<Value> = answers
        .as_object()
        .unwrap()
        .iter()
        .map(|(link_id, answer)| json!({ "linkId": link_id, "answer": [answer] }))
        .collect();
    json!({ "resourceType": "QuestionnaireResponse", "status": "in-progress", "item": items })
}
