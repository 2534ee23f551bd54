//! What counts as an answer above zero to the ninth question, wherever it stands and however it is given.

use crate::instruments::{LIST, LOINC, PHQ, answered, asks, coding, form, given};
use cairn::care::{
    Private,
    form::{AnswerOption, Answers, Coding, Decimal, Given, Value},
    instruments::{item_nine, raised},
};

#[test]
fn the_ninth_question_is_found_wherever_it_stands() {
    let form = form(&PHQ);
    for (value, code) in (0..).zip(LIST) {
        let answers = Answers { items: vec![given("q8", answered(code))] };
        assert_eq!(item_nine(&form, &answers), Some(value));
        assert_eq!(
            raised(&form, &answers).map(|raised| raised.value),
            Some(value).filter(|value| *value > 0)
        );
    }
    assert_eq!(item_nine(&form, &Answers::default()), None);
    assert_eq!(raised(&form, &Answers::default()), None);
    let below = Given { items: vec![given("q8", answered(LIST[1]))], ..given("group", vec![]) };
    assert_eq!(item_nine(&form, &Answers { items: vec![below] }), Some(1));
    // Of several answers the highest counts, for what was said was said.
    let several = given("q8", [answered(LIST[2]), answered(LIST[0])].concat());
    assert_eq!(item_nine(&form, &Answers { items: vec![several] }), Some(2));
}

#[test]
fn an_answer_of_another_list_to_the_ninth_question_counts_unless_it_weighs_nothing() {
    let mut form = form(&PHQ);
    let own =
        |code: &str| Value::Coding(Coding { display: Some("algo".into()), ..coding("urn:clinic", code) });
    let option = |code: &str, weight: i32| AnswerOption {
        value: own(code),
        weight: Some(Decimal::from(weight)),
        prefix: None,
        exclusive: false,
    };
    form.items[8].options = vec![option("never", 0), option("some", 1)];
    let raised_by = |value: Value| raised(&form, &Answers { items: vec![given("q8", vec![value])] });
    assert_eq!(raised_by(own("never")), None);
    let found = raised_by(own("some")).unwrap();
    assert_eq!((found.value, found.answer.unwrap().reveal()), (3, "algo"));
    assert!(raised_by(own("unheard of")).is_some(), "nobody can say that it means nothing");
    assert!(raised_by(Value::Text(Private::new("sometimes"))).is_some());
}

#[test]
fn a_number_or_a_yes_to_the_ninth_question_means_what_it_says() {
    let form = form(&PHQ);
    let raised_by = |value: Value| raised(&form, &Answers { items: vec![given("q8", vec![value])] });
    let decimal = |text: &str| Value::Decimal(text.parse().unwrap());
    let no = [Value::Integer(0), Value::Integer(-2), decimal("0.0"), decimal("-0.5"), Value::Boolean(false)];
    for value in no {
        assert_eq!(raised_by(value), None);
    }
    let yes = [
        (Value::Integer(1), 1, "1"),
        (Value::Integer(2), 2, "2"),
        (Value::Integer(7), 3, "7"),
        (decimal("0.5"), 1, "0.5"),
        (decimal("2.0"), 2, "2.0"),
        (decimal("99.9"), 3, "99.9"),
        (Value::Boolean(true), 3, "Yes"),
    ];
    for (value, counts, words) in yes {
        let answers = Answers { items: vec![given("q8", vec![value])] };
        let found = raised(&form, &answers).unwrap();
        assert_eq!((found.value, found.answer.unwrap().reveal()), (counts, words));
        assert_eq!(item_nine(&form, &answers), Some(counts));
    }
}

#[test]
fn numbers_that_the_form_weighs_count_by_their_weight() {
    let mut form = form(&PHQ);
    let option = |value: i32, weight: i32| AnswerOption {
        value: Value::Integer(value),
        weight: Some(Decimal::from(weight)),
        prefix: None,
        exclusive: false,
    };
    form.items[8].options = vec![option(0, 3), option(1, 0)];
    let raised_by =
        |value: i32| raised(&form, &Answers { items: vec![given("q8", vec![Value::Integer(value)])] });
    assert_eq!(raised_by(0).map(|raised| raised.value), Some(3));
    assert_eq!(raised_by(1), None);
}

#[test]
fn of_two_ninth_questions_both_count() {
    let mut form = form(&PHQ);
    form.items.push(asks("again", vec![coding(LOINC, PHQ[8])]));
    for (first, second) in [(0, 2), (2, 0), (1, 2)] {
        let items = vec![given("q8", answered(LIST[first])), given("again", answered(LIST[second]))];
        let answers = Answers { items };
        assert_eq!(item_nine(&form, &answers), Some(2));
        assert_eq!(raised(&form, &answers).map(|raised| raised.value), Some(2));
    }
}
