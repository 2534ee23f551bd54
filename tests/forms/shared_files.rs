//! Every questionnaire written by others loads or is refused as its README says, and behaves as its authors expect:
//! through the command, which the library agrees with.

use crate::given::{extension, response, unsupported};
use crate::tool::{accepted, item, links, seen, shared, shared_form, tried};
use serde_json::{Value, json};

const LOINC: &str = "http://loinc.org";

fn coded(system: &str, code: &str) -> Value {
    json!({ "valueCoding": { "system": system, "code": code } })
}

#[test]
fn each_is_accepted_or_refused_with_its_reasons() {
    let Some(folder) = shared() else { return };
    let refused = |name: &str| match name {
        "LHNCBC__bit-of-everything.json" => vec![
            "Item-reference: item type reference",
            "Item-rb: answerValueSet not contained",
            "Item10: answerValueSet not contained",
            "Item11: answerValueSet not contained",
            "Item12: answerValueSet not contained",
        ],
        "LHNCBC__q-with-modifierExtension.json" => {
            vec!["-: modifierExtension http://example.org/fhir/StructureDefinition/anti-prescription"]
        }
        _ => Vec::new(),
    };
    let mut looked_at = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_json = std::path::Path::new(&name).extension().is_some_and(|end| end == "json");
        if !is_json || name.contains("-response.") {
            continue;
        }
        looked_at += 1;
        let form = shared_form(&folder, &name);
        let expected = refused(&name);
        if expected.is_empty() {
            accepted(&form, None);
        } else {
            assert_eq!(unsupported(&form), expected, "{name}");
            let (said, code) = tried(&form, None);
            assert_eq!(
                (&said["accepted"], code, &said["response"]),
                (&json!(false), 1, &Value::Null),
                "{name}"
            );
            assert_eq!(said["unsupported"].as_array().unwrap().len(), expected.len());
        }
    }
    assert!(looked_at >= 16);
}

const PHQ9: [&str; 9] = [
    "/44250-9", "/44255-8", "/44259-0", "/44254-1", "/44251-7", "/44258-2", "/44252-5", "/44253-3",
    "/44260-8",
];

fn all_nine(code: &str) -> Value {
    let answers = PHQ9.iter().map(|link_id| ((*link_id).to_owned(), coded(LOINC, code)));
    response(Value::Object(answers.collect()))
}

#[test]
fn phq9_is_summed_by_its_own_expression_and_scored_by_ours() {
    let Some(folder) = shared() else { return };
    for name in ["LHNCBC__phq9-with-the-weight-function.json", "LHNCBC__phq9.json"] {
        let form = shared_form(&folder, name);
        for (code, total) in [("LA6569-3", 9), ("LA6571-9", 27), ("LA6568-5", 0)] {
            let said = accepted(&form, Some(&all_nine(code)));
            assert_eq!(item(&said, "/44261-6")["calculated"], json!(total), "{name} {code}");
            assert_eq!(said["scores"][0]["code"], "44261-6");
            assert_eq!(said["scores"][0]["total"], json!(total), "{name}");
        }
    }
    let form = shared_form(&folder, "LHNCBC__phq9.json");
    let nothing = accepted(&form, None);
    assert_eq!(item(&nothing, "/44261-6")["calculated"], Value::Null);
    assert_eq!(item(&nothing, "/44261-6")["answers"], json!([]));
    // The form sums what is there; the score does not.
    let one = accepted(&form, Some(&response(json!({ "/44250-9": coded(LOINC, "LA6571-9") }))));
    assert_eq!(item(&one, "/44261-6")["calculated"], json!(3));
    assert_eq!(one["scores"], json!([{ "code": "44261-6", "total": null, "band": null }]));
}

#[test]
fn item_nine_may_be_left_open_where_the_form_says_so() {
    let Some(folder) = shared() else { return };
    for (name, nine) in [("LHNCBC__phq9.json", "/44260-8"), ("mtnlotus__Questionnaire-PHQ9.json", "")] {
        let said = accepted(&shared_form(&folder, name), None);
        let required =
            said["items"].as_array().unwrap().iter().filter(|item| item["required"] == true).count();
        assert_eq!(required, 8, "{name}");
        if !nine.is_empty() {
            assert_eq!(item(&said, nine)["required"], false);
            assert_eq!(item(&said, nine)["errors"], json!([]));
        }
    }
}

#[test]
fn gad7_of_loinc_is_scored_with_its_odd_second_question() {
    let Some(folder) = shared() else { return };
    let form = shared_form(&folder, "mtnlotus__Questionnaire-GAD7.json");
    let mut answers = serde_json::Map::new();
    let mut odd = 0;
    for item in form["item"].as_array().unwrap() {
        let Some(options) = item["answerOption"].as_array() else { continue };
        let third = &options[2]["valueCoding"];
        odd += usize::from(third["code"] == "LA18938-3");
        answers.insert(item["linkId"].as_str().unwrap().to_owned(), json!({ "valueCoding": third }));
    }
    assert_eq!((answers.len(), odd), (7, 1));
    let said = accepted(&form, Some(&response(Value::Object(answers))));
    assert_eq!(said["scores"], json!([{ "code": "70274-6", "total": 14, "band": "moderate" }]));
}

#[test]
fn every_operator_of_enable_when_shows_and_hides() {
    let Some(folder) = shared() else { return };
    let form = shared_form(&folder, "LHNCBC__enableWhen-test.R4.json");
    let ones = ["Q1-exists", "Q1-not-exists", "Q1-true", "Q1-false", "Q1-not-true"];
    let boolean = |value: bool| response(json!({ "Q1": { "valueBoolean": value } }));
    assert_eq!(seen(&accepted(&form, None), &ones), ["Q1-not-exists", "Q1-not-true"]);
    assert_eq!(seen(&accepted(&form, Some(&boolean(true))), &ones), ["Q1-exists", "Q1-true"]);
    assert_eq!(
        seen(&accepted(&form, Some(&boolean(false))), &ones),
        ["Q1-exists", "Q1-false", "Q1-not-true"]
    );
    for (question, first, second) in [
        ("Q9a", json!({ "valueString": "A" }), json!({ "valueString": "B" })),
        ("Q9b", json!({ "valueInteger": 12 }), json!({ "valueInteger": 34 })),
        ("Q9c", json!({ "valueDate": "2022" }), json!({ "valueDate": "2022-09" })),
        ("Q9d", json!({ "valueTime": "10:30:00" }), json!({ "valueTime": "13:30:00" })),
        ("Q9", coded("test-coding", "A"), coded("test-coding", "B")),
    ] {
        let names = ["exists", "not-exists", "eq-B", "noteq-B"].map(|end| format!("{question}-{end}"));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let ends = |said: &Value| -> Vec<String> {
            let seen = seen(said, &names);
            seen.iter().map(|name| name[question.len() + 1..].to_owned()).collect()
        };
        assert_eq!(ends(&accepted(&form, None)), ["not-exists", "noteq-B"], "{question}");
        let answer = |value: &Value| response(json!({ question: value }));
        assert_eq!(ends(&accepted(&form, Some(&answer(&first)))), ["exists", "noteq-B"], "{question}");
        assert_eq!(ends(&accepted(&form, Some(&answer(&second)))), ["exists", "eq-B"], "{question}");
    }
}

#[test]
fn an_expression_enables_and_what_it_disables_drops_out_of_the_response() {
    let Some(folder) = shared() else { return };
    let form = shared_form(&folder, "LHNCBC__enableWhenExpressionTest.json");
    let given = |first: i32| {
        json!({ "resourceType": "QuestionnaireResponse", "item": [{ "linkId": "middleGroup", "item": [
            { "linkId": "n1", "answer": [{ "valueDecimal": first }] },
            { "linkId": "q4", "answer": [{ "valueString": "888" }] },
        ] }] })
    };
    let five = accepted(&form, Some(&given(5)));
    assert_eq!(item(&five, "q4")["enabled"], true);
    assert_eq!(links(&five["response"]), ["middleGroup", "n1", "q4"]);
    let four = accepted(&form, Some(&given(4)));
    assert_eq!(item(&four, "q4")["enabled"], false);
    assert_eq!(links(&four["response"]), ["middleGroup", "n1"]);
}

#[test]
fn nested_conditions_cascade_and_circles_settle() {
    let Some(folder) = shared() else { return };
    let form = shared_form(&folder, "LHNCBC__q-with-nested-enableWhen.json");
    let given = |inner: &str| {
        let code = |code: &str| json!([{ "valueCoding": { "code": code } }]);
        json!({ "resourceType": "QuestionnaireResponse", "item": [
            { "linkId": "p1", "answer": code("YES") },
            { "linkId": "g1", "item": [
                { "linkId": "c1", "answer": code(inner) },
                { "linkId": "g2", "item": [{ "linkId": "cc1", "answer": code(inner) }] },
            ] },
        ] })
    };
    let dependent = ["d1", "dd1"];
    assert_eq!(seen(&accepted(&form, Some(&given("B"))), &dependent), dependent);
    assert_eq!(seen(&accepted(&form, Some(&given("A"))), &dependent), [""; 0]);
    assert_eq!(seen(&accepted(&form, None), &["p1", "c1", "d1", "cc1", "dd1"]), ["p1"]);

    let form = shared_form(&folder, "LHNCBC__q-enableWhen-with-reference-loop.json");
    let three = ["item1", "item2", "item3"];
    let given = |first: bool, third: bool| {
        let yes = |yes: bool| json!({ "valueBoolean": yes });
        response(json!({ "item1": yes(first), "item2": yes(false), "item3": yes(third) }))
    };
    assert_eq!(seen(&accepted(&form, None), &three), three);
    assert_eq!(seen(&accepted(&form, Some(&given(true, false))), &three), ["item1", "item2"]);
    assert_eq!(seen(&accepted(&form, Some(&given(false, true))), &three), ["item3"]);
}

#[test]
fn hidden_items_are_calculated_and_sent_and_a_variable_enables() {
    let Some(folder) = shared() else { return };
    let form = shared_form(&folder, "LHNCBC__hidden-item-questionnaire.R4.json");
    let answers = shared_form(&folder, "LHNCBC__hidden-item-questionnaire-response.R4.json");
    let said = accepted(&form, Some(&answers));
    let all = [
        "CE-HIDDEN",
        "CE-VISIBLE",
        "GROUP-VISIBLE/CE-HIDDEN",
        "GROUP-VISIBLE/CE-VISIBLE",
        "GROUP-HIDDEN/CE-HIDDEN",
    ];
    assert_eq!(seen(&said, &all), ["CE-VISIBLE", "GROUP-VISIBLE/CE-VISIBLE"]);
    for link_id in all {
        assert_eq!(item(&said, link_id)["calculated"], json!(2), "{link_id}");
        assert!(links(&said["response"]).iter().any(|sent| sent == link_id), "{link_id}");
    }

    let form = shared_form(&folder, "google__behavior_skip_logic_with_expression.json");
    let fever = |yes: bool| response(json!({ "1": { "valueBoolean": yes } }));
    assert_eq!(item(&accepted(&form, Some(&fever(true))), "2")["enabled"], true);
    assert_eq!(item(&accepted(&form, Some(&fever(false))), "2")["enabled"], false);
    assert_eq!(item(&accepted(&form, None), "2")["enabled"], false);
}

#[test]
fn initial_answers_stand_there_and_a_slider_has_its_end() {
    let Some(folder) = shared() else { return };
    let form = shared_form(&folder, "LHNCBC__questionnaire-initialx.json");
    let said = accepted(&form, None);
    assert_eq!(item(&said, "/type-decimal")["answers"], json!([123.45]));
    assert_eq!(item(&said, "/type-dateTime")["answers"], json!(["2015-02-07T13:28:17-05:00"]));
    assert_eq!(item(&said, "/type-open-choice")["answers"], json!(["User typed answer"]));
    assert_eq!(item(&said, "/type-open-choice-m")["answers"].as_array().unwrap().len(), 4);
    // An initial code without words gets those of its option.
    assert_eq!(item(&said, "/type-choice-m")["answers"][0], json!({ "code": "c1", "display": "Answer 1" }));

    let form = shared_form(&folder, "google__component_slider.json");
    let given = |number: i32| response(json!({ "1": { "valueInteger": number } }));
    assert_eq!(item(&accepted(&form, Some(&given(15))), "1")["errors"], json!([]));
    assert_eq!(item(&accepted(&form, Some(&given(16))), "1")["errors"], json!(["max-value: 15"]));
}

#[test]
fn a_styled_text_gives_way_to_the_plain_one() {
    let Some(folder) = shared() else { return };
    let form = shared_form(&folder, "LHNCBC__q-with-rendering-xhtml-text-with-invalid-tag.json");
    assert!(form.to_string().contains("script"), "the danger is in the file");
    let read = crate::given::readable(&form);
    let text = "Please answer Yes or No to each of the following questions:";
    assert_eq!(read.items[0].text.as_deref(), Some(text));
    assert!(!format!("{:#}", accepted(&form, None)).contains("script"));
    // Where only the styled text is there, there is no text: it is not read out of the markup.
    let mut bare = form;
    bare["item"][0].as_object_mut().unwrap().remove("text");
    bare["item"][0]["_text"]["extension"] =
        json!([extension("rendering-xhtml", json!({ "valueString": "<b>Hi</b>" }))]);
    assert_eq!(crate::given::readable(&bare).items[0].text, None);
}
