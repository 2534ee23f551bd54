//! What a form says is read as its author meant it: every part of R4 and SDC that this app knows.

use crate::given::{HL7, SDC, extension, fhirpath, form, one, readable};
use cairn::care::form::{
    Behavior, Choice, Control, Item, ItemKind, Limits, Operator, Orientation, Severity, Value,
};
use cairn::fhir::questionnaire_response::content;
use serde_json::{Value as Json, json};

fn item(fields: Json) -> Item {
    readable(&one(fields)).items.remove(0)
}

fn contents<'a>(values: impl IntoIterator<Item = &'a Value>) -> Vec<Json> {
    values.into_iter().map(content).collect()
}

#[test]
fn every_type_of_item_is_known_by_its_name() {
    for (name, kind) in [
        ("group", ItemKind::Group),
        ("display", ItemKind::Display),
        ("boolean", ItemKind::Boolean),
        ("decimal", ItemKind::Decimal),
        ("integer", ItemKind::Integer),
        ("date", ItemKind::Date),
        ("dateTime", ItemKind::DateTime),
        ("time", ItemKind::Time),
        ("string", ItemKind::String),
        ("text", ItemKind::Text),
        ("url", ItemKind::Url),
        ("open-choice", ItemKind::Choice(Choice::Open)),
        ("quantity", ItemKind::Quantity),
        ("attachment", ItemKind::Attachment),
    ] {
        assert_eq!(item(json!({ "type": name })).kind, kind);
    }
    let options = json!([{ "valueCoding": { "code": "a" } }]);
    for name in ["choice", "coding"] {
        let item = item(json!({ "type": name, "answerOption": options }));
        assert_eq!(item.kind, ItemKind::Choice(Choice::Closed));
    }
}

#[test]
fn a_form_may_be_a_draft_or_say_nothing_of_its_state() {
    let mut form = one(json!({ "type": "string", "required": "true" }));
    assert!(readable(&form).items[0].required, "a flag written as text leaves no doubt");
    form["status"] = json!("draft");
    form["derivedFrom"] = json!(["https://elsewhere.example/q"]);
    form["subjectType"] = json!(["Patient"]);
    readable(&form);
    form.as_object_mut().unwrap().remove("status");
    readable(&form);
}

#[test]
fn options_are_of_any_type_with_weight_prefix_and_exclusion() {
    let read = item(json!({ "type": "open-choice", "repeats": true, "answerOption": [
        { "valueCoding": { "code": "a", "display": "A" },
          "extension": [extension("ordinalValue", json!({ "valueDecimal": 1.50 }))] },
        { "valueCoding": { "code": "b",
          "extension": [extension("itemWeight", json!({ "valueDecimal": 2 }))] }, "initialSelected": true },
        { "valueString": "words", "extension": [
            extension("questionnaire-ordinalValue", json!({ "valueInteger": 3 })),
            extension("questionnaire-optionPrefix", json!({ "valueString": "c)" })),
            extension("questionnaire-optionExclusive", json!({ "valueBoolean": true }))] },
        { "valueInteger": 7 }, { "valueDate": "2026-02" }, { "valueTime": "08:30:00", "initialSelected": true },
    ] }));
    let weights: Vec<_> =
        read.options.iter().map(|option| option.weight.map(|weight| weight.to_string())).collect();
    let text = |text: &str| Some(text.to_owned());
    // The digits of a number in this test pass through `json!`, which keeps 1.50 as 1.5.
    assert_eq!(weights, [text("1.5"), text("2"), text("3"), None, None, None]);
    assert_eq!(read.options[2].prefix.as_deref(), Some("c)"));
    let alone: Vec<bool> = read.options.iter().map(|option| option.exclusive).collect();
    assert_eq!(alone, [false, false, true, false, false, false]);
    assert_eq!(contents(&read.initial), [json!({ "code": "b" }), json!("08:30:00")]);
}

#[test]
fn contained_value_sets_are_lists_of_options_by_id_and_by_address() {
    let included = |address: &str, set: Json| {
        let mut form = one(json!({ "type": "choice", "answerValueSet": address }));
        form["contained"] = json!([{ "resourceType": "Patient", "id": "p" }, set]);
        let options = readable(&form).items.remove(0).options;
        options
            .iter()
            .map(|option| (content(&option.value), option.weight, option.prefix.clone()))
            .collect::<Vec<_>>()
    };
    let composed = json!({ "resourceType": "ValueSet", "id": "s", "url": "https://v.example/s", "compose": { "include": [
        { "system": "https://s.example", "concept": [
            { "code": "a", "display": "A", "extension": [
                extension("valueset-ordinalValue", json!({ "valueDecimal": 4 })),
                extension("valueset-label", json!({ "valueString": "1." }))] }] },
        { "system": "https://t.example", "version": "2", "concept": [{ "code": "b" }] } ] } });
    let expected = [
        (
            json!({ "system": "https://s.example", "code": "a", "display": "A" }),
            Some(4.into()),
            Some("1.".to_owned()),
        ),
        (json!({ "system": "https://t.example", "version": "2", "code": "b" }), None, None),
    ];
    for address in ["#s", "https://v.example/s", "https://v.example/s|3"] {
        assert_eq!(included(address, composed.clone()), expected, "{address}");
    }
    let expanded = json!({ "resourceType": "ValueSet", "id": "s", "expansion": { "total": 3, "contains": [
        { "system": "https://s.example", "code": "x", "abstract": true, "contains": [
            { "system": "https://s.example", "code": "x1", "display": "X1" }] },
        { "system": "https://s.example", "code": "y" } ] } });
    let codes: Vec<_> =
        included("#s", expanded).into_iter().map(|(coding, ..)| coding["code"].clone()).collect();
    assert_eq!(codes, ["x1", "y"]);
}

#[test]
fn limits_are_values_of_the_items_own_type() {
    let limits = |kind: &str, extensions: Json| item(json!({ "type": kind, "extension": extensions })).limits;
    let bounds = |kind: &str, name: &str, value: Json| {
        let Limits { min, max, .. } =
            limits(kind, json!([extension("minValue", value.clone()), extension(name, value)]));
        assert_eq!(min, max, "{kind}");
        content(&min.unwrap())
    };
    let late = "questionnaire-maxValue";
    assert_eq!(bounds("integer", late, json!({ "valueInteger": 3 })), 3);
    assert_eq!(bounds("decimal", late, json!({ "valueInteger": 3 })), 3);
    assert_eq!(bounds("decimal", "maxValue", json!({ "valueDecimal": 2.5 })), json!(2.5));
    assert_eq!(bounds("date", late, json!({ "valueDate": "2026" })), "2026");
    assert_eq!(bounds("time", late, json!({ "valueTime": "09:00" })), "09:00:00");
    let instant = json!({ "valueDateTime": "2026-01-01T00:00:00Z" });
    assert_eq!(bounds("dateTime", late, instant), "2026-01-01T00:00:00Z");
    let kilos = json!({ "valueQuantity": { "value": 10, "code": "kg" } });
    let quantity = limits("quantity", json!([extension(&format!("{SDC}minQuantity"), kilos)]));
    assert_eq!(content(&quantity.min.unwrap()), json!({ "value": 10, "code": "kg" }));

    let file = limits(
        "attachment",
        json!([
            extension("maxSize", json!({ "valueDecimal": 1_048_576 })),
            extension("mimeType", json!({ "valueCode": "image/png" })),
            extension("mimeType", json!({ "valueCode": "image/jpeg" })),
        ]),
    );
    assert_eq!((file.max_size, file.mime_types.len()), (Some(1_048_576), 2));
    let text = item(json!({ "type": "string", "maxLength": 9, "repeats": true, "extension": [
        extension("minLength", json!({ "valueInteger": 2 })),
        extension("questionnaire-minOccurs", json!({ "valueInteger": 1 })),
        extension("questionnaire-maxOccurs", json!({ "valueInteger": 4 })),
        extension("entryFormat", json!({ "valueString": "AA" })),
    ] }));
    let Limits { min_length, max_length, min_occurs, max_occurs, .. } = text.limits;
    assert_eq!((min_length, max_length, min_occurs, max_occurs), (Some(2), Some(9), Some(1), Some(4)));
    assert_eq!(text.entry_format.as_deref(), Some("AA"));
    let number = limits(
        "decimal",
        json!([
            extension("maxDecimalPlaces", json!({ "valueInteger": 2 })),
            extension("questionnaire-sliderStepValue", json!({ "valueInteger": 5 })),
        ]),
    );
    assert_eq!((number.max_decimal_places, number.step), (Some(2), Some(5)));
}

#[test]
fn units_come_from_the_item_its_options_a_list_or_an_initial_unit() {
    let kilo = json!({ "valueCoding": { "code": "kg", "display": "kilo" } });
    let read = item(json!({ "type": "quantity", "extension": [
        extension("questionnaire-unit", kilo.clone()), extension("questionnaire-unitOption", kilo)] }));
    assert_eq!(read.unit, read.units.first().cloned());
    let mut listed = one(json!({ "type": "quantity", "extension": [
        extension("questionnaire-unitValueSet", json!({ "valueCanonical": "#u" }))] }));
    listed["contained"] = json!([{ "resourceType": "ValueSet", "id": "u", "compose": { "include": [
        { "concept": [{ "code": "kg" }, { "code": "g" }] }] } }]);
    assert_eq!(readable(&listed).items[0].units.len(), 2);
    let initial = item(json!({ "type": "quantity", "initial": [{ "valueQuantity": { "unit": "kilo" } }] }));
    assert_eq!((initial.initial.len(), initial.unit.unwrap().display.as_deref()), (0, Some("kilo")));
}

#[test]
fn wishes_of_how_it_looks_are_read_and_unknown_ones_are_none() {
    let shown = |code: &str| {
        let concept = json!({ "valueCodeableConcept": { "coding": [{ "code": "odd" }, { "code": code }] } });
        item(json!({ "type": "display", "extension": [extension("questionnaire-itemControl", concept)] }))
            .control
    };
    for (code, control) in [
        ("radio-button", Control::Radio),
        ("check-box", Control::CheckBox),
        ("drop-down", Control::DropDown),
        ("autocomplete", Control::DropDown),
        ("slider", Control::Slider),
        ("page", Control::Page),
        ("help", Control::Help),
        ("lower", Control::Lower),
        ("upper", Control::Upper),
        ("prompt", Control::Instruction),
        ("gtable", Control::Usual),
    ] {
        assert_eq!(shown(code), control, "{code}");
    }
    let read = item(json!({ "type": "integer", "prefix": "1.", "extension": [
        extension("questionnaire-choiceOrientation", json!({ "valueCode": "horizontal" })),
        extension("questionnaire-hidden", json!({ "valueBoolean": true }))] }));
    assert_eq!(
        (read.orientation, read.hidden, read.prefix.as_deref()),
        (Orientation::Horizontal, true, Some("1."))
    );
    let after = json!([extension("questionnaire-usageMode", json!({ "valueCode": "display-non-empty" }))]);
    assert!(item(json!({ "type": "display", "extension": after })).hidden);
}

#[test]
fn conditions_have_every_operator_and_type() {
    for (operator, meaning) in [
        ("=", Operator::Equal),
        ("!=", Operator::NotEqual),
        (">", Operator::Greater),
        ("<", Operator::Less),
        (">=", Operator::GreaterOrEqual),
        ("<=", Operator::LessOrEqual),
    ] {
        for (kind, answer, value) in [
            ("boolean", "answerBoolean", json!(true)),
            ("decimal", "answerDecimal", json!(1.5)),
            ("integer", "answerInteger", json!(2)),
            ("date", "answerDate", json!("2026-01-01")),
            ("dateTime", "answerDateTime", json!("2026-01-01T00:00:00Z")),
            ("time", "answerTime", json!("10:00:00")),
            ("string", "answerString", json!("x")),
            ("open-choice", "answerCoding", json!({ "code": "x" })),
            ("quantity", "answerQuantity", json!({ "value": 1, "code": "kg" })),
            // The question's own type says how a value is meant that is not what it is called.
            ("date", "answerInteger", json!("2026-01")),
        ] {
            let when = json!({ "question": "q", "operator": operator, answer: value });
            let items = json!([{ "linkId": "q", "type": kind }, { "linkId": "a", "type": "string", "enableWhen": [when] }]);
            let enable = readable(&form(items)).items.remove(1).enable.unwrap();
            assert_eq!(enable.conditions[0].operator, meaning);
            assert_eq!(content(&enable.conditions[0].answer), value);
        }
    }
    let whens = json!([{ "question": "a", "operator": "exists", "answerBoolean": true },
        { "question": "a", "operator": "exists", "answerBoolean": false }]);
    let read = item(json!({ "type": "string", "enableWhen": whens, "enableBehavior": "any" }));
    assert_eq!(read.enable.unwrap().behavior, Behavior::Any);
}

#[test]
fn expressions_are_read_under_todays_and_former_addresses() {
    for home in [SDC, &format!("{HL7}questionnaire-")] {
        let read = item(json!({ "type": "integer", "extension": [
            extension("variable", json!({ "valueExpression":
                { "name": "two", "language": "text/fhirpath", "expression": "1 + 1" } })),
            extension(&format!("{home}calculatedExpression"), fhirpath("%two + 1")),
            extension(&format!("{home}enableWhenExpression"), fhirpath("%two = 2")),
        ] }));
        assert_eq!(read.variables[0].name, "two");
        assert_eq!(read.calculated.unwrap().0, "%two + 1");
        assert_eq!(read.enable.unwrap().expression.unwrap().0, "%two = 2");
    }
}

#[test]
fn both_kinds_of_constraint_are_read() {
    for (url, expression) in [
        ("targetConstraint", fhirpath("true")),
        ("questionnaire-constraint", json!({ "valueString": "true" })),
    ] {
        let mut rule = expression;
        rule["url"] = json!("expression");
        let parts = json!([
            { "url": "key", "valueId": "k" },
            { "url": "severity", "valueCode": "warning" },
            rule,
            { "url": "human", "valueString": "Say <b>more</b>." },
        ]);
        let read =
            item(json!({ "type": "string", "extension": [extension(url, json!({ "extension": parts }))] }));
        let constraint = &read.constraints[0];
        assert_eq!((constraint.key.as_str(), constraint.severity), ("k", Severity::Warning), "{url}");
        assert_eq!(
            (constraint.human.as_str(), constraint.expression.0.as_str()),
            ("Say <b>more</b>.", "true")
        );
    }
}
