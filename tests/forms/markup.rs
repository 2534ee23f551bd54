//! Whatever a form or an answer says is text: markup, control marks and all of Unicode stay what they are.

use crate::given::{form, readable, response, sent, worked};
use cairn::care::Private;
use cairn::care::form::{Answers, Given, GivenAnswer, Value as Answer};
use cairn::fhir::questionnaire_response::{SheetState, answers, tree};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

fn words() -> impl Strategy<Value = String> {
    let nasty = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "&lt;b&gt; &amp; \"'`",
        "javascript:alert(1)",
        "{{7*7}} ${7*7} %resource",
        "\u{202e}txet\u{202c}",
        "<!--",
        "]]>",
    ];
    prop_oneof![select(nasty.to_vec()).prop_map(str::to_owned), "[^\\s\\p{C}]\\PC{0,30}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_is_read_kept_and_sent_as_it_is(text in words(), option in words(), said in words()) {
        let questionnaire = form(json!([
            { "linkId": "a", "type": "string", "text": text, "prefix": option,
              "_text": { "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/rendering-xhtml",
                                         "valueString": "<b>styled</b>" }] } },
            { "linkId": "b", "type": "choice", "text": text,
              "answerOption": [{ "valueCoding": { "code": "x", "display": option } }] },
        ]));
        let form = readable(&questionnaire);
        prop_assert_eq!(form.items[0].text.as_deref(), Some(text.as_str()));
        prop_assert_eq!(form.items[0].prefix.as_deref(), Some(option.as_str()));
        let given = response(json!({ "a": { "valueString": said }, "b": { "valueCoding": { "code": "x" } } }));
        let given = answers(&form, &given).unwrap();
        let sent = sent(&form, &worked(&questionnaire, &form, &given), SheetState::Completed);
        prop_assert_eq!(&sent["item"][0]["text"], &json!(text));
        prop_assert_eq!(&sent["item"][0]["answer"][0]["valueString"], &json!(said));
        prop_assert_eq!(&sent["item"][1]["answer"][0]["valueCoding"]["display"], &json!(option));
        prop_assert!(!sent.to_string().contains("styled"));
    }
}

#[test]
fn control_characters_are_kept_here_and_left_out_of_what_is_sent() {
    let questionnaire = form(json!([{ "linkId": "a", "type": "text" }]));
    let form = readable(&questionnaire);
    let said = GivenAnswer::new(Answer::Text(Private::new("one\u{7}\ntwo\u{0}")));
    let given =
        Answers { items: vec![Given { link_id: "a".to_owned(), answers: vec![said], items: Vec::new() }] };
    assert_eq!(answers(&form, &tree(&given)).unwrap(), given);
    let sent = sent(&form, &worked(&questionnaire, &form, &given), SheetState::Completed);
    assert_eq!(sent["item"][0]["answer"][0]["valueString"], "one\ntwo");
}
