//! What is not understood is named, all of it, with its item; nothing is dropped from a form without a word.

use crate::given::{SDC, extension, fhirpath, form, one, readable, unsupported};
use crate::tool::tried;
use cairn::fhir::questionnaire::read;
use serde_json::{Value, json};

/// What is said of a form with one item.
fn said(fields: Value) -> Vec<String> {
    unsupported(&one(fields))
}

fn with_extension(url: &str, value: Value) -> Vec<String> {
    said(json!({ "type": "open-choice", "extension": [extension(url, value)] }))
}

#[test]
fn items_that_are_none() {
    assert_eq!(said(json!({ "type": "reference" })), ["a: item type reference"]);
    assert_eq!(said(json!({ "type": "question" })), ["a: item type question"]);
    assert_eq!(said(json!({})), ["a: item without a type"]);
    assert_eq!(said(json!({ "type": "choice" })), ["a: choice without options"]);
    assert_eq!(said(json!({ "type": "string", "text": 7 })), ["a: malformed text"]);
    assert_eq!(said(json!({ "type": "group", "item": {} })), ["a: malformed item"]);
    assert_eq!(unsupported(&form(json!([]))), ["-: no items"]);
    assert_eq!(
        unsupported(&form(json!([null]))),
        ["-: item without a linkId", "-: malformed item", "-: no items"]
    );
    let twice = form(json!([{ "linkId": "a", "type": "string" }, { "linkId": "a", "type": "string" }]));
    assert_eq!(unsupported(&twice), ["a: linkId used twice"]);
    let nameless = form(json!([{ "linkId": "a", "type": "group", "item": [{ "type": "string" }] }]));
    assert_eq!(unsupported(&nameless), ["a: item without a linkId"]);
    let below = json!([{ "linkId": "b", "type": "string" }]);
    assert_eq!(said(json!({ "type": "display", "item": below })), ["a: question below a display"]);
    let help = json!([{ "linkId": "b", "type": "display" }]);
    readable(&one(json!({ "type": "display", "item": help })));
}

#[test]
fn modifiers_and_rules_refuse_wherever_they_are() {
    let modifier = json!([{ "url": "https://x.example/not" }]);
    let expected = |at: &str| vec![format!("{at}: modifierExtension https://x.example/not")];
    let base = || {
        let mut base = one(json!({
            "type": "choice", "answerValueSet": "#s",
            "enableWhen": [{ "question": "a", "operator": "exists", "answerBoolean": true }],
            "code": [{ "code": "x" }],
        }));
        base["contained"] = json!([{ "resourceType": "ValueSet", "id": "s",
            "compose": { "include": [{ "concept": [{ "code": "c" }] }] } }]);
        base
    };
    readable(&base());
    for (place, at) in [
        ("", "-"),
        ("/item/0", "a"),
        ("/item/0/enableWhen/0", "a"),
        ("/item/0/code/0", "a"),
        ("/contained/0", "-"),
        ("/contained/0/compose/include/0/concept/0", "-"),
    ] {
        let mut form = base();
        form.pointer_mut(place).unwrap()["modifierExtension"] = modifier.clone();
        assert_eq!(unsupported(&form), expected(at), "{place}");
    }
    let mut option = one(json!({ "type": "choice", "answerOption": [{ "valueString": "x" }] }));
    option["item"][0]["answerOption"][0]["modifierExtension"] = modifier;
    assert_eq!(unsupported(&option), expected("a"));
    let mut rules = base();
    rules["implicitRules"] = json!("https://x.example/rules");
    assert_eq!(unsupported(&rules), ["-: implicitRules"]);
    let mut none = base();
    none["modifierExtension"] = json!([]);
    readable(&none);
}

#[test]
fn extensions_that_change_what_is_asked_or_answered() {
    for name in
        ["answerExpression", "candidateExpression", "initialExpression", "contextExpression", "newExpression"]
    {
        let expected = [format!("a: extension sdc-questionnaire-{name}")];
        assert_eq!(with_extension(&format!("{SDC}{name}"), fhirpath("1")), expected);
    }
    for (url, value, what) in [
        ("regex", json!({ "valueString": "a+" }), "regex"),
        (
            "questionnaire-signatureRequired",
            json!({ "valueCodeableConcept": {} }),
            "questionnaire-signatureRequired",
        ),
        (
            &format!("{SDC}subQuestionnaire"),
            json!({ "valueCanonical": "x" }),
            "sdc-questionnaire-subQuestionnaire",
        ),
        (
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint",
            json!({ "valueCode": "optionsOrType" }),
            "extension-Questionnaire.item.answerConstraint",
        ),
    ] {
        assert_eq!(with_extension(url, value), [format!("a: extension {what}")]);
    }
    let text = json!({ "type": "string", "text": "fallback", "_text": { "extension": [extension("cqf-expression", fhirpath("1"))] } });
    assert_eq!(said(text), ["a: extension cqf-expression"]);
    let limit = json!({ "url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueDate": "2026-01-01",
        "_valueDate": { "extension": [extension("cqf-calculatedValue", fhirpath("today()"))] } });
    assert_eq!(said(json!({ "type": "date", "extension": [limit] })), ["a: extension cqf-calculatedValue"]);
    let toggle = json!({ "extension": [{ "url": "option", "valueString": "x" }] });
    let name = format!("{SDC}answerOptionsToggleExpression");
    assert_eq!(
        with_extension(&name, toggle),
        ["a: extension sdc-questionnaire-answerOptionsToggleExpression"]
    );
    let mut adaptive = one(json!({ "type": "string" }));
    adaptive["extension"] =
        json!([extension(&format!("{SDC}questionnaireAdaptive"), json!({ "valueUrl": "x" }))]);
    assert_eq!(unsupported(&adaptive), ["-: extension sdc-questionnaire-questionnaireAdaptive"]);
}

#[test]
fn extensions_that_change_nothing_are_passed_over() {
    let sdc = |name: &str| format!("{SDC}{name}");
    let items = json!([
        extension(&sdc("collapsible"), json!({ "valueCode": "default-open" })),
        extension(&sdc("observationLinkPeriod"), json!({ "valueDuration": { "value": 1 } })),
        extension(&sdc("optionalDisplay"), json!({ "valueBoolean": true })),
        extension(&sdc("itemPopulationContext"), fhirpath("%patient")),
        extension(&sdc("observationExtract"), json!({ "valueBoolean": true })),
        extension(&sdc("openLabel"), json!({ "valueString": "Other" })),
        extension("https://anybody.example/ext", json!({ "valueString": "x" })),
        extension("questionnaire-supportLink", json!({ "valueUri": "https://x.example" })),
    ]);
    let mut form = one(json!({ "type": "open-choice", "extension": items }));
    form["extension"] = json!([
        extension(&sdc("launchContext"), json!({ "extension": [] })),
        extension(&sdc("assemble-expectation"), json!({ "valueCode": "independent-child" }))
    ]);
    readable(&form);
}

#[test]
fn answers_to_choose_that_are_not_there() {
    let listed = |set: Value| {
        let mut form = one(json!({ "type": "choice", "answerValueSet": "#s" }));
        form["contained"] = json!([set]);
        unsupported(&form)
    };
    let set = |fields: Value| {
        let mut set = fields;
        set["resourceType"] = json!("ValueSet");
        set["id"] = json!("s");
        set
    };
    let away = said(json!({ "type": "choice", "answerValueSet": "https://x.example/vs" }));
    assert_eq!(away, ["a: answerValueSet not contained"]);
    let rule = json!({ "compose": { "include": [{ "system": "x", "filter": [{}] }] } });
    assert_eq!(listed(set(rule)), ["a: answerValueSet gives a rule in place of codes"]);
    let whole_system = json!({ "compose": { "include": [{ "system": "x" }] } });
    assert_eq!(listed(set(whole_system)), ["a: answerValueSet gives a rule in place of codes"]);
    let part = json!({ "expansion": { "total": 9, "contains": [{ "code": "a" }] } });
    assert_eq!(listed(set(part)), ["a: answerValueSet lists only some of its codes"]);
    assert_eq!(listed(set(json!({}))), ["a: answerValueSet lists no codes"]);
    let option = |option: Value| said(json!({ "type": "choice", "answerOption": [option] }));
    assert_eq!(option(json!({ "valueReference": {} })), ["a: answerOption: type Reference"]);
    assert_eq!(option(json!({ "valueInteger": "x" })), ["a: answerOption: malformed Integer"]);
    assert_eq!(option(json!({ "valueInteger": 1, "valueString": "1" })), ["a: answerOption: several types"]);
    assert_eq!(option(json!({})), ["a: answerOption without a value"]);
    let mixed = said(json!({ "type": "integer", "answerOption": [{ "valueString": "1" }] }));
    assert_eq!(mixed, ["a: answerOption of another type than its item"]);
}

#[test]
fn conditions_that_cannot_be_decided() {
    let when = |when: Value| said(json!({ "type": "string", "enableWhen": [when] }));
    let good = || json!({ "question": "a", "operator": "=", "answerString": "x" });
    let with = |field: &str, value: Value| {
        let mut when = good();
        when[field] = value;
        when
    };
    assert_eq!(when(with("question", json!("b"))), ["a: enableWhen question not in the form: b"]);
    assert_eq!(when(with("operator", json!("~"))), ["a: enableWhen operator ~"]);
    assert_eq!(when(with("operator", json!("exists"))), ["a: enableWhen exists without a boolean"]);
    assert_eq!(when(with("answerBoolean", json!(true))), ["a: enableWhen answer: several types"]);
    assert_eq!(when(json!({ "operator": "=", "answerString": "x" })), ["a: enableWhen without a question"]);
    assert_eq!(when(json!({ "question": "a", "operator": "=" })), ["a: enableWhen without an answer"]);
    let reference = json!({ "question": "a", "operator": "=", "answerReference": {} });
    assert_eq!(when(reference), ["a: enableWhen answer: type Reference"]);
    let two = said(json!({ "type": "string", "enableWhen": [good(), good()] }));
    assert_eq!(two, ["a: several enableWhen without enableBehavior"]);
    let beside = json!({ "type": "string", "enableWhen": [good()],
        "extension": [extension(&format!("{SDC}enableWhenExpression"), fhirpath("true"))] });
    assert_eq!(said(beside), ["a: enableWhenExpression beside enableWhen"]);
}

#[test]
fn expressions_of_another_language_and_names_nobody_defined() {
    let calculated = |value: Value| {
        let extension = extension(&format!("{SDC}calculatedExpression"), value);
        said(json!({ "type": "integer", "extension": [extension] }))
    };
    let of = |language: &str| json!({ "valueExpression": { "language": language, "expression": "1" } });
    assert_eq!(calculated(of("text/cql")), ["a: expression language text/cql"]);
    assert_eq!(
        calculated(of("application/x-fhir-query")),
        ["a: expression language application/x-fhir-query"]
    );
    assert_eq!(
        calculated(json!({ "valueExpression": { "expression": "1" } })),
        ["a: expression language missing"]
    );
    assert_eq!(calculated(fhirpath("%patient.age + 1")), ["a: expression names %patient"]);
    assert_eq!(calculated(json!({ "valueString": "1" })), ["a: calculatedExpression without an expression"]);
    assert!(calculated(fhirpath("1 +"))[0].starts_with("a: expression: "));
    assert!(calculated(fhirpath("resolve()"))[0].starts_with("a: expression: "));
}

#[test]
fn several_findings_come_in_the_order_of_the_form() {
    let form = form(json!([
        { "linkId": "z", "type": "group", "item": [{ "linkId": "y", "type": "reference" }] },
        { "linkId": "b", "type": "odd", "answerValueSet": "x" },
    ]));
    let expected =
        ["y: item type reference", "b: item type odd", "b: answerValueSet on an item that is no choice"];
    assert_eq!(unsupported(&form), expected);
    let (said, code) = tried(&form, None);
    assert_eq!(
        (code, &said["items"], &said["scores"], &said["response"]),
        (1, &json!([]), &json!([]), &Value::Null)
    );
    assert_eq!(said["unsupported"][0], json!({ "linkId": "y", "what": "item type reference" }));
}

#[test]
fn repetitions_are_bounded() {
    let nested = |questions: usize| {
        let questions: Vec<Value> =
            (0..questions).map(|n| json!({ "linkId": format!("q{n}"), "type": "string" })).collect();
        let group = |link_id: &str, items: Value| {
            let least = extension("questionnaire-minOccurs", json!({ "valueInteger": 20 }));
            json!({ "linkId": link_id, "type": "group", "repeats": true, "item": items, "extension": [least] })
        };
        form(json!([group("outer", json!([group("inner", json!(questions))]))]))
    };
    assert_eq!(unsupported(&nested(4_900)), ["-: too many items with their repetitions"]);
    // 20 x (1 + 20 x (1 + 48)) are 19,620.
    let most = readable(&nested(48));
    let blank = cairn::care::form::start(&most);
    let lines = crate::given::worked(&nested(48), &most, &blank).lines;
    assert_eq!(lines.len(), 19_620);
    assert_eq!(unsupported(&nested(49)), ["-: too many items with their repetitions"]);
}

#[test]
fn size_is_bounded() {
    let mut deep = json!({ "linkId": "0", "type": "group" });
    for level in 1..200 {
        deep = json!({ "linkId": level.to_string(), "type": "group", "item": [deep] });
    }
    assert_eq!(unsupported(&form(json!([deep]))), ["-: items nested deeper than 30 levels"]);
    let many: Vec<Value> = (0..5_001).map(|n| json!({ "linkId": n.to_string(), "type": "string" })).collect();
    assert_eq!(unsupported(&form(json!(many))), ["-: more than 5000 items"]);
    let options: Vec<Value> = (0..101).map(|n| json!({ "valueInteger": n })).collect();
    let many: Vec<Value> = (0..200)
        .map(|n| json!({ "linkId": n.to_string(), "type": "choice", "answerOption": options }))
        .collect();
    let said = unsupported(&form(json!(many)));
    assert!(said.iter().all(|one| one.ends_with("more than 20000 options in the form")), "{said:?}");
    let endless: Vec<Value> = (0..3_000).map(|n| json!({ "linkId": n.to_string(), "type": "x" })).collect();
    assert_eq!(read(&form(json!(endless))).unwrap_err().unsupported.len(), 500);
    let long = said_of_long_word();
    assert!(long.chars().count() < 100, "{long}");
}

fn said_of_long_word() -> String {
    said(json!({ "type": "ñ".repeat(10_000) })).remove(0)
}
