//! Nothing of what was answered is lost on the way into the store and back, nor from a clinic's own response.

use crate::given::{form, readable, response};
use crate::tool::{accepted, item, run, tried};
use cairn::care::Private;
use cairn::care::form::{Answers, Attachment, Coding, Given, GivenAnswer, Quantity, Value as Answer};
use cairn::fhir::What;
use cairn::fhir::questionnaire_response::{answers, tree};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

fn every_type() -> Value {
    form(json!([
        { "linkId": "boolean", "type": "boolean" },
        { "linkId": "decimal", "type": "decimal", "repeats": true },
        { "linkId": "integer", "type": "integer" },
        { "linkId": "date", "type": "date" },
        { "linkId": "dateTime", "type": "dateTime" },
        { "linkId": "time", "type": "time" },
        { "linkId": "text", "type": "text", "item": [{ "linkId": "below", "type": "string" }] },
        { "linkId": "url", "type": "url" },
        { "linkId": "open", "type": "open-choice", "repeats": true },
        { "linkId": "quantity", "type": "quantity" },
        { "linkId": "file", "type": "attachment" },
        { "linkId": "group", "type": "group", "repeats": true, "item": [{ "linkId": "inside", "type": "string" }] },
    ]))
}

fn said() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,5}", any::<String>().prop_filter("some text", |text| !text.is_empty())]
}

fn parsed<T: std::str::FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

fn date() -> impl Strategy<Value = String> {
    (1..=9999_i32, 1..=12, 1..=28, 0..3).prop_map(|(year, month, day, exact)| match exact {
        0 => format!("{year:04}"),
        1 => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    })
}

fn instant() -> impl Strategy<Value = String> {
    let offset =
        prop_oneof![Just("Z".to_owned()), (-12..=14_i32).prop_map(|hours| format!("{hours:+03}:30"))];
    ("20[0-9]{2}-0[1-9]-1[0-9]T0[0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?", offset)
        .prop_map(|(clock, offset)| format!("{clock}{offset}"))
}

fn coding() -> impl Strategy<Value = Coding> {
    (option::of(said()), option::of(said()), said(), option::of(said()))
        .prop_map(|(system, version, code, display)| Coding { system, version, code: Some(code), display })
}

fn attachment() -> impl Strategy<Value = Attachment> {
    (option::of(said()), option::of(any::<u64>()), option::of(said()), option::of(said())).prop_map(
        |(title, size, data, url)| Attachment {
            content_type: Some("text/plain".to_owned()),
            title,
            size,
            data,
            url,
        },
    )
}

fn quantity() -> impl Strategy<Value = Quantity> {
    ("-?[1-9][0-9]{0,6}(\\.[0-9]{1,6})?", option::of(said())).prop_map(|(number, unit)| Quantity {
        value: Some(parsed(&number)),
        unit,
        ..Quantity::default()
    })
}

fn given(link_id: &str, values: Vec<Answer>) -> Given {
    Given {
        link_id: link_id.to_owned(),
        answers: values.into_iter().map(GivenAnswer::new).collect(),
        items: Vec::new(),
    }
}

fn text(words: &str) -> Answer {
    Answer::Text(Private::new(words))
}

prop_compose! {
    fn all_answers()(
        flag in any::<bool>(), decimals in vec("-?(0|[1-9][0-9]{0,12})(\\.[0-9]{1,15})?", 1..3), whole in any::<i32>(),
        date in date(), at in prop_oneof![date(), instant()], time in "0[0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?",
        words in said(), below in said(), url in said(), coding in coding(), own in said(), quantity in quantity(),
        file in attachment(), times in vec(option::of(said()), 0..4),
    ) -> Answers {
        let mut with_below = given("text", vec![text(&words)]);
        with_below.answers[0].items.push(given("below", vec![text(&below)]));
        let mut items = vec![
            given("boolean", vec![Answer::Boolean(flag)]),
            given("decimal", decimals.iter().map(|number| Answer::Decimal(parsed(number))).collect()),
            given("integer", vec![Answer::Integer(whole)]),
            given("date", vec![Answer::Date(parsed(&date))]),
            given("dateTime", vec![Answer::DateTime(parsed(&at))]),
            given("time", vec![Answer::Time(parsed(&time))]),
            with_below,
            given("url", vec![Answer::Uri(Private::new(url))]),
            given("open", vec![Answer::Coding(coding), text(&own)]),
            given("quantity", vec![Answer::Quantity(quantity)]),
            given("file", vec![Answer::Attachment(file)]),
        ];
        items.extend(times.into_iter().map(|time| Given {
            items: time.iter().map(|words| given("inside", vec![text(words)])).collect(),
            ..given("group", Vec::new())
        }));
        Answers { items }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_is_what_was_answered(given in all_answers(), cut in 0..12_usize) {
        let form = readable(&every_type());
        let mut given = given;
        given.items.drain(..cut.min(given.items.len()));
        // Through text, as a store keeps it.
        let stored = tree(&given).to_string();
        let read: Value = serde_json::from_str(&stored).unwrap();
        let back = answers(&form, &read).unwrap();
        prop_assert!(back == given, "{stored}");
        prop_assert_eq!(tree(&back).to_string(), stored);
    }
}

#[test]
fn an_answer_that_fits_nothing_is_named_and_never_lost() {
    let questionnaire = form(json!([
        { "linkId": "a", "type": "integer" },
        { "linkId": "g", "type": "group", "item": [{ "linkId": "b", "type": "string" }] },
        { "linkId": "q", "type": "string", "item": [{ "linkId": "c", "type": "string" }] },
    ]));
    let form = readable(&questionnaire);
    for (wrong, path, what) in [
        (
            json!({ "nobody": { "valueString": "x" } }),
            "QuestionnaireResponse.item[0].linkId",
            What::UnknownCode,
        ),
        (
            json!({ "a": { "valueString": "x" } }),
            "QuestionnaireResponse.item[0].answer[0].value",
            What::WrongType,
        ),
        (
            json!({ "a": { "valueReference": {} } }),
            "QuestionnaireResponse.item[0].answer[0].value",
            What::NotSupported,
        ),
        (json!({ "a": {} }), "QuestionnaireResponse.item[0].answer[0].value", What::Missing),
        (json!({ "c": { "valueString": "x" } }), "QuestionnaireResponse.item[0].linkId", What::UnknownCode),
        (
            json!({ "g": { "valueString": "x" } }),
            "QuestionnaireResponse.item[0].answer[0].value",
            What::WrongType,
        ),
    ] {
        let problem = answers(&form, &response(wrong)).unwrap_err();
        assert_eq!((problem.path.as_str(), problem.what), (path, what));
    }
    let given =
        json!({ "nobody": { "valueString": "x" }, "a": { "valueString": "y" }, "c": { "valueString": "z" } });
    let said = accepted(&questionnaire, Some(&response(given)));
    let nobody = item(&said, "nobody");
    assert_eq!((&nobody["type"], &nobody["answers"]), (&Value::Null, &json!(["x"])));
    assert_eq!(nobody["errors"], json!(["unknown-item: QuestionnaireResponse.item[0].linkId"]));
    let path = "QuestionnaireResponse.item[1].answer[0].value: not the type FHIR defines";
    assert_eq!(item(&said, "a")["errors"], json!([format!("not-an-answer: {path}")]));
    assert_eq!(item(&said, "c")["errors"], json!(["misplaced: QuestionnaireResponse.item[2].linkId"]));
}

#[test]
fn a_response_without_its_disabled_items_or_its_groups_loads() {
    let questionnaire = form(json!([
        { "linkId": "a", "type": "boolean" },
        { "linkId": "g", "type": "group", "item": [
            { "linkId": "b", "type": "string", "enableWhen": [{ "question": "a", "operator": "=", "answerBoolean": true }] },
            { "linkId": "c", "type": "string" },
        ] },
    ]));
    let without = json!({ "resourceType": "QuestionnaireResponse", "item": [
        { "linkId": "a", "answer": [{ "valueBoolean": true }] },
        { "linkId": "c", "answer": [{ "valueString": "left its group" }] },
        { "linkId": "g", "text": "A group", "item": [] },
    ] });
    let said = accepted(&questionnaire, Some(&without));
    assert_eq!(item(&said, "b")["enabled"], true);
    assert_eq!(item(&said, "c")["answers"], json!(["left its group"]));
    assert_eq!(said["response"]["item"][1]["item"][0]["linkId"], "c");
}

#[test]
fn what_is_no_response_or_no_form_is_not_understood() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let good = path("good.json", &form(json!([{ "linkId": "a", "type": "string" }])).to_string());
    let wrong = [
        path("no.json", "{"),
        path("other.json", r#"{"resourceType":"Patient"}"#),
        path("list.json", "[]"),
        folder.path().join("nowhere.json"),
        path("deep.json", &"[".repeat(100_000)),
    ];
    for wrong in &wrong {
        for arguments in
            [vec![wrong.as_path()], vec![good.as_path(), Path::new("--answers"), wrong.as_path()]]
        {
            let output = run(&[&arguments[..], &[Path::new("--json")]].concat());
            assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{}", wrong.display());
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains(wrong.file_name().unwrap().to_str().unwrap()), "{said}");
        }
    }
    let modified = json!({ "resourceType": "QuestionnaireResponse", "item": [
        { "linkId": "a", "modifierExtension": [{ "url": "x" }], "answer": [{ "valueString": "x" }] }] });
    let form = readable(&form(json!([{ "linkId": "a", "type": "string" }])));
    assert_eq!(answers(&form, &modified).unwrap_err().what, What::UnknownModifier);
    // A refused form is an answer, not a failure to understand, whatever is given with it.
    assert_eq!(tried(&json!({ "resourceType": "Questionnaire" }), Some(&modified)).1, 1);
}
