//! What expressions come to, by the specification's own words.

use super::*;
use crate::care::form::{PartialDateTime, Step};
use crate::fhir::{questionnaire, questionnaire_response};

fn questionnaire() -> Json {
    let variable = |name: &str, expression: &str| {
        json!({
            "url": "http://hl7.org/fhir/StructureDefinition/variable",
            "valueExpression": { "name": name, "language": "text/fhirpath", "expression": expression }
        })
    };
    let option = |code: &str, weight: i32| {
        json!({
            "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": weight }],
            "valueCoding": { "system": "http://loinc.org", "code": code, "display": code.to_lowercase() }
        })
    };
    json!({
        "resourceType": "Questionnaire", "status": "active", "title": "Sample",
        "extension": [
            variable("has-fever", "%resource.item.where(linkId = 'temp').answer.value > 38"),
            variable("twice", "%one + %one"),
            variable("one", "1"),
            variable("round", "%about"),
            variable("about", "%round"),
            variable("shadowed", "'form'"),
        ],
        "item": [
            { "linkId": "temp", "type": "decimal" },
            { "linkId": "q1", "type": "choice", "answerOption": [option("A", 0), option("B", 2)] },
            { "linkId": "q2", "type": "choice", "answerOption": [option("A", 0), option("B", 3)] },
            { "linkId": "day", "type": "date" },
            { "linkId": "words", "type": "string" },
            { "linkId": "mass", "type": "quantity" },
            { "linkId": "g", "type": "group", "repeats": true,
              "extension": [variable("shadowed", "item.where(linkId = 'n').answer.value")],
              "item": [{ "linkId": "n", "type": "integer" }, { "linkId": "sum", "type": "integer" }] }
        ]
    })
}

fn response() -> Json {
    let chosen = |code: &str| json!({ "valueCoding": { "system": "http://loinc.org", "code": code } });
    json!({
        "resourceType": "QuestionnaireResponse", "status": "in-progress",
        "item": [
            { "linkId": "temp", "answer": [{ "valueDecimal": "38.50".parse::<serde_json::Number>().unwrap() }] },
            { "linkId": "q1", "answer": [chosen("B")] },
            { "linkId": "q2", "answer": [chosen("B")] },
            { "linkId": "day", "answer": [{ "valueDate": "2026-01-31" }] },
            { "linkId": "words", "answer": [{ "valueString": "Grüße an alle" }] },
            { "linkId": "mass", "answer": [{ "valueQuantity": { "value": 72.5, "unit": "kg" } }] },
            { "linkId": "g", "item": [{ "linkId": "n", "answer": [{ "valueInteger": 4 }] }] },
            { "linkId": "g", "item": [{ "linkId": "n", "answer": [{ "valueInteger": 5 }] }] }
        ]
    })
}

/// What an expression says at a place, each value as FHIR writes it.
fn at(place: &[(&str, usize)], expression: &str) -> Result<Vec<String>, Failed> {
    let form = questionnaire::read(&questionnaire()).unwrap();
    let answers = questionnaire_response::answers(&form, &response()).unwrap();
    let steps = place.iter().map(|(link_id, nth)| Step { link_id: (*link_id).to_owned(), nth: *nth });
    let path = Path(steps.collect());
    let now = "2026-11-22T23:30:00Z".parse().unwrap();
    let engine = FhirPath::new(&questionnaire()).at(now, chrono_tz::Europe::Vienna);
    let expression = Expression(expression.to_owned());
    let values = engine.values(&form, &answers, &[(&path, &expression)]).remove(0)?;
    Ok(values.iter().map(written).collect())
}

fn written(value: &Value) -> String {
    match value {
        Value::Time(time) => time.to_string(),
        Value::DateTime(PartialDateTime::Instant(at)) => at.to_rfc3339(),
        other => match questionnaire_response::content(other) {
            Json::String(text) => text,
            json => json.to_string(),
        },
    }
}

pub(super) fn says(expression: &str) -> Result<Vec<String>, Failed> {
    at(&[], expression)
}

/// Lines of `expression -> value value …`; nothing after the arrow: an empty result. `fails`: no result at all.
fn holds(table: &str) {
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (expression, wanted) = line.rsplit_once("->").unwrap();
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        match says(expression.trim()) {
            Err(Failed) => assert_eq!(wanted, ["fails"], "{expression}"),
            Ok(values) => assert_eq!(values, wanted, "{expression}"),
        }
    }
}

#[test]
fn literals_and_arithmetic() {
    holds(
        "1 + 2 * 3 -> 7
        (1 + 2) * 3 -> 9
        -3 + 1 -> -2
        - - 3 -> 3
        7 div 2 -> 3
        -7 div 2 -> -3
        7 mod 2 -> 1
        10 / 4 -> 2.5
        1 / 3 -> 0.333333333333
        1 / 0 ->
        1 div 0 ->
        0.1 + 0.2 = 0.3 -> true
        1.10 + 2.2 -> 3.30
        9223372036854775807 + 1 ->
        {} + 1 ->
        'a' + 'b' -> ab
        'a' & {} & 'b' -> ab
        'a' + {} ->
        1 + 'a' -> fails
        (-2.5).round() -> -3
        2.4.ceiling() -> 3
        (-2.4).ceiling() -> -2
        (-2.4).floor() -> -3
        (-2.9).truncate() -> -2
        (-5).abs() -> 5
        3.14159.round(2) -> 3.14
        2.power(10) -> 1024
        '1.5'.toDecimal() + 1 -> 2.5
        'x'.toInteger() ->
        'yes'.toBoolean() -> true
        1.toString() & '!' -> 1!
        '5'.convertsToInteger() -> true
        5 'kg' = 5 'kg' -> true
        5 'kg' > 4 'kg' -> true
        5 'kg' > 4 'g' ->
        1 /* a comment */ + 1 -> 2",
    );
}

#[test]
fn logic_knows_three_values() {
    holds(
        "true and {} ->
        false and {} -> false
        true or {} -> true
        {} or false ->
        true xor false -> true
        {} xor true ->
        {} implies true -> true
        {} implies false ->
        false implies {} -> true
        true implies false -> false
        true and true or false -> true
        (1 | 2) and true -> fails
        1 and true -> true
        {}.not() ->
        true.not() -> false
        1 = 1.0 -> true
        1 = {} ->
        1 != 2 -> true
        (1 | 2) = (1 | 2) -> true
        (1 | 2) = (2 | 1) -> false
        (1 | 2) ~ (2 | 1) -> true
        {} ~ {} -> true
        'Ab  c' ~ 'aB c' -> true
        1.10 ~ 1.1 -> true
        1.24 ~ 1.2 -> true
        'a' !~ 'b' -> true
        1 < 2 -> true
        'a' < 1 -> fails
        2 in (1 | 2) -> true
        (1 | 2) contains 3 -> false
        {} in (1 | 2) ->
        3 > 2 = true -> true",
    );
}

#[test]
fn lists() {
    holds(
        "(1 | 2 | 2 | 3).count() -> 3
        (1 | 2).combine(2).count() -> 3
        (1 | 2 | 3).where($this > 1) -> 2 3
        (1 | 2 | 3).select($this * 2) -> 2 4 6
        (5 | 6 | 7).where($index > 0) -> 6 7
        (1 | 2 | 3).all($this > 0) -> true
        {}.all(false) -> true
        (1 | 2).exists($this > 1) -> true
        {}.exists() -> false
        {}.empty() -> true
        (1 | 2 | 3).first() -> 1
        (1 | 2 | 3).last() -> 3
        (1 | 2 | 3).tail() -> 2 3
        (1 | 2 | 3).skip(2) -> 3
        (1 | 2 | 3).take(2) -> 1 2
        (1 | 2 | 3)[1] -> 2
        (1 | 2)[7] ->
        (1 | 2).single() -> fails
        (1 | 2 | 3).intersect(2 | 4) -> 2
        (1 | 2 | 3).exclude(2) -> 1 3
        (1 | 2).subsetOf(1 | 2 | 3) -> true
        (1 | 2).supersetOf(3) -> false
        (1).combine(1).isDistinct() -> false
        (1).combine(1).distinct() -> 1
        (1 | 2 | 3).sum() -> 6
        {}.sum() ->
        (1 | 2 | 4).avg() -> 2.333333333333
        (3 | 1 | 2).min() -> 1
        (3 | 1 | 2).max() -> 3
        (1 | 2 | 3).aggregate($this + $total, 0) -> 6
        (1 | 2 | 3).aggregate(iif($total.empty(), $this, iif($this < $total, $this, $total))) -> 1
        (true | false).anyTrue() -> true
        (true | false).allTrue() -> false
        (false).allFalse() -> true
        iif(true, 1, 1 + 'a') -> 1
        iif({}, 1, 2) -> 2
        iif(false, 1) ->
        1 is Integer -> true
        1 is System.String -> false
        (1 | 'a' | true).ofType(string) -> a
        'a' as string -> a
        'a' as integer ->
        1.repeat(iif($this < 4, $this + 1, {})) -> 2 3 4",
    );
}

#[test]
fn text_is_counted_in_characters() {
    holds(
        "'Grüße'.length() -> 5
        'Grüße'.substring(2, 2) -> üß
        'abc'.substring(1) -> bc
        'abc'.substring(3) ->
        'abc'.substring(-1) ->
        'Grüße'.indexOf('ß') -> 3
        'abc'.indexOf('x') -> -1
        'abc'.contains('bc') -> true
        'abc'.startsWith('ab') -> true
        'abc'.endsWith('ab') -> false
        'abc'.upper() -> ABC
        'aXbX'.replace('X', '-') -> a-b-
        ' a '.trim() -> a
        'a,b'.split(',') -> a b
        ('a' | 'b').join('+') -> a+b
        'ab'.toChars() -> a b
        'it\\'s' -> it's
        {}.length() ->
        1.length() -> fails",
    );
}

#[test]
fn times_come_from_what_is_given_and_move_with_the_calendar() {
    // Half an hour before midnight in Greenwich it is the next day in Vienna.
    holds(
        "today() -> 2026-11-23
        now() -> 2026-11-23T00:30:00+01:00
        timeOfDay() -> 00:30:00
        @2026-01-31 + 1 month -> 2026-02-28
        @2024-02-29 - 1 year -> 2023-02-28
        @2026-01-31 + 2 weeks -> 2026-02-14
        @2026-01 + 1 month -> 2026-02
        @T10:30 + 45 minutes -> 11:15:00
        @2026-03-01T10:00:00Z + 1 day -> 2026-03-02T10:00:00+00:00
        @2026-02 < @2026-03-01 -> true
        @2026-03 < @2026-03-01 ->
        @2026-03 = @2026-03-01 ->
        @2026-03-01T10:00:00Z = @2026-03-01T12:00:00+02:00 -> true
        @9999-12-31 + 1 day ->
        '2026-01-31'.toDate() + 1 day -> 2026-02-01
        @2026-01-01 + 1 -> fails
        today() - 18 years >= %resource.item.where(linkId = 'day').answer.value -> false",
    );
    let engine = FhirPath::new(&questionnaire());
    let (form, today) = (questionnaire::read(&questionnaire()).unwrap(), Expression("today()".into()));
    assert_eq!(engine.values(&form, &Answers::default(), &[(&Path::default(), &today)]), [Err(Failed)]);
}

#[test]
fn answers_and_the_form_are_found_where_they_lie() {
    holds(
        "%resource.item.where(linkId = 'temp').answer.value -> 38.50
        item.where(linkId = 'temp').answer.valueDecimal -> 38.50
        QuestionnaireResponse.item.first().answer.value -> 38.50
        %resource.item.where(linkId = 'q1').answer.value.code -> B
        %resource.item.where(linkId = 'q1').answer.value is Coding -> true
        %resource.item.answer.value.ofType(Quantity).value -> 72.5
        %resource.item.where(linkId = 'day').answer.value + 1 month -> 2026-02-28
        %resource.item.where(linkId = 'mass').answer.value > 70 'kg' -> true
        %resource.descendants().where(linkId = 'n').answer.value -> 4 5
        %resource.repeat(item).where(linkId = 'n').answer.value.sum() -> 9
        %resource.item.where(linkId = 'g').count() -> 2
        %resource.nothing.like.it ->
        %questionnaire.title -> Sample
        %questionnaire.item.where(linkId = 'q2').answerOption.where(valueCoding.code = 'B').extension.valueDecimal -> 3
        %questionnaire.item.where(linkId = 'q2').answerOption.extension(%`ext-ordinalValue`).value -> 0 3
        %resource.item.answer.weight().sum() -> 5
        %resource.item.where(linkId = 'q1').answer.value.ordinal() -> 2
        %resource.item.where(linkId = 'words').answer.weight() ->
        %has-fever -> true
        %`has-fever` -> true
        %'has-fever' -> true
        %twice -> 2
        %twice-%one -> 1
        %round -> fails
        %unknown -> fails
        %unknown.exists() -> fails
        %loinc -> http://loinc.org
        %shadowed -> form"
    );
}

#[test]
fn each_place_has_its_own_focus_and_names() {
    assert_eq!(at(&[("g", 1), ("sum", 0)], "%shadowed"), Ok(vec!["5".into()]));
    assert_eq!(at(&[("g", 0)], "item.answer.value"), Ok(vec!["4".into()]));
    assert_eq!(at(&[("g", 0)], "%context.item.answer.value"), Ok(vec!["4".into()]));
    assert_eq!(at(&[("g", 1), ("n", 0)], "answer.value"), Ok(vec!["5".into()]));
    assert_eq!(at(&[("g", 1), ("sum", 0)], "answer.value"), Ok(vec![]));
    assert_eq!(at(&[("g", 1), ("sum", 0)], "linkId"), Ok(vec!["sum".into()]));
    assert_eq!(at(&[("g", 1), ("sum", 0)], "%qitem.type"), Ok(vec!["integer".into()]));
}

#[test]
fn names_what_is_not_understood() {
    let cases = [
        ("%a.matches('x')", "the function matches()"),
        ("resolve()", "the function resolve()"),
        ("a.where()", "the function where() with 0 arguments"),
        ("1 +", "an expression without its end"),
        ("a b", "the word b at this place"),
        ("a # b", "the sign #"),
        ("'open", "a ' without its like"),
        ("@2026-02-30", "a date or time that is none"),
        ("", "an expression without its end"),
    ];
    for (expression, why) in cases {
        assert_eq!(check(expression), Err(why.to_owned()), "{expression}");
    }
    assert_eq!(check("iif(%has-fever, 1, {})"), Ok(()));
}

#[test]
fn every_function_that_is_named_is_there() {
    let subjects = ["{}", "1", "'a'", "true", "%resource", "%resource.item.answer"];
    for (name, least, _) in known::FUNCTIONS {
        let arguments = ["1", "'a'", "string", "$this"].map(|argument| vec![argument; least].join(", "));
        let mut calls = subjects
            .iter()
            .flat_map(|subject| arguments.iter().map(move |list| format!("{subject}.{name}({list})")));
        assert!(calls.any(|call| says(&call).is_ok()), "{name}");
        // An empty subject never fails for want of the function: it would be found only with something in it.
        let one = ["1", "1.5", "'a'", "true"]
            .iter()
            .any(|subject| arguments.iter().any(|list| says(&format!("{subject}.{name}({list})")).is_ok()));
        assert!(one, "{name}");
    }
}
