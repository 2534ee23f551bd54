//! No expression can do harm: none takes for ever, grows without end, or brings the app down.

use super::tests::says;
use super::*;
use crate::care::form::work_out;
use crate::fhir::questionnaire;
use proptest::prelude::*;

#[test]
fn hostile_expressions_fail_and_do_no_harm() {
    let many = |text: &str, times| text.repeat(times);
    let grown = format!("'{}'{}", many("a", 1000), many(".replace('a', 'aaaaaaaaaa')", 40));
    let hostile = [
        many("(", 10_000) + "1" + &many(")", 10_000),
        many("(", 39) + "1" + &many(")", 39),
        many("-", 10_000) + "1",
        "1".to_owned() + &many(" + 1", 6_000),
        "a".to_owned() + &many(".a", 9_000),
        many("iif(true, ", 5_000) + "1" + &many(")", 5_000),
        many("iif(true, ", 39) + "1" + &many(")", 39),
        "1.repeat($this + 1)".to_owned(),
        "(1 | 2).repeat($this | $this + 1 | $this + 2)".to_owned(),
        grown,
        "'a'".to_owned() + &many(".select($this & $this)", 60),
        "(1).combine(1)".to_owned() + &many(".select($this).combine($this)", 60),
        "%resource".to_owned() + &many(".descendants()", 60),
        "%resource".to_owned() + &many(".repeat(children())", 20),
        "2.power(9223372036854775807)".to_owned(),
        "1 'kg'.power(-9223372036854775808)".to_owned(),
        "(-9223372036854775807 - 1) div -1".to_owned(),
        "@2026-01-01 + 9223372036854775807 years".to_owned(),
        "@2026-01-01T00:00:00Z + 9223372036854775807 milliseconds".to_owned(),
    ];
    for expression in hostile {
        let _ = says(&expression);
    }
    // Variables that name each other in a long row are not followed for ever, and the rest is still worked out.
    let variables = (0..2_000).map(|nth| {
        let next = if nth < 1_999 { format!("iif(true, %v{})", nth + 1) } else { "1".to_owned() };
        json!({
            "url": "http://hl7.org/fhir/StructureDefinition/variable",
            "valueExpression": { "name": format!("v{nth}"), "language": "text/fhirpath", "expression": next }
        })
    });
    let form = json!({
        "resourceType": "Questionnaire", "status": "active", "extension": variables.collect::<Vec<_>>(),
        "item": [{ "linkId": "q", "type": "integer" }]
    });
    let read = questionnaire::read(&form).unwrap();
    let (deep, fine) = (Expression("%v0".into()), Expression("1 + 1".into()));
    let wanted = [(&Path::default(), &deep), (&Path::default(), &fine)];
    let results = FhirPath::new(&form).values(&read, &Answers::default(), &wanted);
    assert_eq!(results, [Err(Failed), Ok(vec![Value::Integer(2)])]);
}

#[test]
fn expressions_that_never_settle_share_one_bound_over_all_rounds() {
    let scan = "(1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10)";
    let much = format!("{scan}{}.count() > 0", format!(".select({scan})").repeat(4));
    let toggling = |link_id: &str, other: &str| {
        let text = format!("{much} and %resource.item.where(linkId = '{other}').answer.empty()");
        json!({
            "linkId": link_id, "type": "boolean",
            "extension": [{
                "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                "valueExpression": { "language": "text/fhirpath", "expression": text }
            }]
        })
    };
    let form = json!({
        "resourceType": "Questionnaire", "status": "active",
        "item": [toggling("a", "b"), toggling("b", "a")]
    });
    let read = questionnaire::read(&form).unwrap();
    let engine = FhirPath::new(&form);
    let once = work_out(&read, &Answers::default(), &engine);
    let spent = engine.steps.get();
    // The one step that goes beyond is refused, and so is each first one after it.
    assert!(spent > run::MOST_STEPS && spent < run::MOST_STEPS + 50_000, "{spent}");
    assert_eq!(
        work_out(&read, &Answers::default(), &engine),
        once,
        "what was spent before counts for nothing"
    );
    assert_eq!(engine.steps.get(), spent);
}

const SOUP: [&str; 48] = [
    "(",
    ")",
    "[",
    "]",
    "{}",
    ".",
    ",",
    "+",
    "-",
    "*",
    "/",
    "|",
    "&",
    "=",
    "~",
    "!=",
    "<",
    ">=",
    "and",
    "or",
    "implies",
    "is",
    "as",
    "in",
    "contains",
    "div",
    "mod",
    "1",
    "2.5",
    "'a'",
    "true",
    "@2026-01-01",
    "$this",
    "$index",
    "$total",
    "%resource",
    "%has-fever",
    "item",
    "answer",
    "value",
    "where(",
    "select(",
    "repeat(",
    "descendants()",
    "sum()",
    "first()",
    "iif(",
    "days",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_soup_of_words_brings_it_down(words in prop::collection::vec(prop::sample::select(&SOUP[..]), 0..24), tight: bool) {
        let expression = words.join(if tight { "" } else { " " });
        let (checked, said) = (check(&expression), says(&expression));
        prop_assert!(checked.is_ok() || said.is_err());
    }

    #[test]
    fn no_text_brings_it_down(expression in "\\PC{0,60}") {
        let _ = check(&expression);
    }
}
