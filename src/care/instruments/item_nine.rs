//! The PHQ-9's ninth question, about being better off dead or hurting oneself: any answer above "Not at all" counts.

use super::{
    all_given,
    question::{ITEM_NINE, MOST, question_of},
};
use crate::care::Private;
use crate::care::form::{Answers, Coding, Decimal, Form, Item, Value};

/// An answer to the ninth question above "Not at all".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// 1 to 3. A number is itself, of 1 to 3; any other answer that is none of the four counts as 3, for nobody can say
    /// that it means less.
    pub value: u8,
    /// The question in the form's own words.
    pub question: Option<String>,
    /// The answer in the form's own words.
    pub answer: Option<Private>,
}

/// True if this item is the ninth question.
#[must_use]
pub fn is_item_nine(item: &Item) -> bool {
    question_of(item) == Some(ITEM_NINE)
}

/// What was answered to the ninth question, 0 to 3; the highest of several. `None` if nothing was, or nothing that is
/// one of the four answers, a number, or yes or no: see [`raised`] for those.
#[must_use]
pub fn item_nine(form: &Form, answers: &Answers) -> Option<u8> {
    all(form, answers).filter_map(|(_, value)| known(value)).max()
}

/// The highest answer to the ninth question, if it is above "Not at all". Answers of other lists than LOINC's count
/// unless their form weighs them as nothing, and so do numbers that it weighs.
#[must_use]
pub fn raised(form: &Form, answers: &Answers) -> Option<Raised> {
    let weighed = all(form, answers).map(|(item, value)| {
        let weight = weight(item, value);
        let plain = known(value).filter(|_| weight.is_none() || matches!(value, Value::Coding(_)));
        let unknown = || if weight.is_some_and(|weight| weight.whole() == Some(0)) { 0 } else { MOST };
        (plain.unwrap_or_else(unknown), item, value)
    });
    let (value, item, answer) = weighed.max_by_key(|(value, ..)| *value).filter(|(value, ..)| *value > 0)?;
    Some(Raised { value, question: item.text.clone(), answer: words(answer) })
}

fn all<'a>(form: &'a Form, answers: &'a Answers) -> impl Iterator<Item = (&'a Item, &'a Value)> {
    let items = form.all_items().filter(|item| is_item_nine(item));
    items.flat_map(|item| {
        let given = all_given(answers).filter(|given| given.link_id == item.link_id);
        given.flat_map(|given| &given.answers).map(move |answer| (item, &answer.value))
    })
}

fn known(value: &Value) -> Option<u8> {
    match value {
        Value::Coding(answer) => ITEM_NINE.value(answer),
        Value::Integer(number) => Some(clamped(Decimal::from(*number))),
        Value::Decimal(number) => Some(clamped(*number)),
        Value::Boolean(said) => Some(if *said { MOST } else { 0 }),
        _ => None,
    }
}

/// The number as one of the four answers: what lies between two counts as the higher.
fn clamped(number: Decimal) -> u8 {
    (0..MOST).find(|answer| number <= Decimal::from(i32::from(*answer))).unwrap_or(MOST)
}

fn weight(item: &Item, value: &Value) -> Option<Decimal> {
    item.options.iter().find(|option| option.value == *value)?.weight
}

fn words(answer: &Value) -> Option<Private> {
    match answer {
        Value::Coding(Coding { display, code, .. }) => {
            display.as_ref().or(code.as_ref()).map(|words| Private::new(words.clone()))
        }
        Value::Text(words) => Some(words.clone()),
        Value::Integer(number) => Some(Private::new(number.to_string())),
        Value::Decimal(number) => Some(Private::new(number.to_string())),
        Value::Boolean(said) => Some(Private::new(if *said { "Yes" } else { "No" })),
        _ => None,
    }
}
