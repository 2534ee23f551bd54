//! How an answer compares with a value its author wrote: equal, greater, less, or not to be said.

use super::{Coding, Decimal, Operator, PartialDateTime, Quantity, Value};
use std::cmp::Ordering;

/// Whether a condition holds for the answers of the question it asks about.
///
/// `!=` holds where no answer is equal, so also where there is none; everything else but `exists` needs one answer
/// of which it is true (FHIR R5, which corrects R4 here).
pub(super) fn holds<'a>(
    operator: Operator,
    answers: impl IntoIterator<Item = &'a Value>,
    wanted: &Value,
) -> bool {
    let mut answers = answers.into_iter();
    let mut any = |is: fn(Ordering) -> bool| answers.any(|answer| order(answer, wanted).is_some_and(is));
    match operator {
        Operator::Exists => {
            let there = answers.next().is_some();
            matches!(wanted, Value::Boolean(want) if *want == there)
        }
        Operator::Equal => answers.any(|answer| equal(answer, wanted)),
        Operator::NotEqual => !answers.any(|answer| equal(answer, wanted)),
        Operator::Greater => any(Ordering::is_gt),
        Operator::Less => any(Ordering::is_lt),
        Operator::GreaterOrEqual => any(Ordering::is_ge),
        Operator::LessOrEqual => any(Ordering::is_le),
    }
}

/// Whether an answer is what its author wrote. A day is not the month it lies in.
pub(super) fn equal(answer: &Value, wanted: &Value) -> bool {
    match (answer, wanted) {
        (Value::Boolean(answer), Value::Boolean(wanted)) => answer == wanted,
        (Value::Coding(answer), Value::Coding(wanted)) => same_code(answer, wanted),
        (Value::Attachment(answer), Value::Attachment(wanted)) => answer == wanted,
        (Value::Text(answer) | Value::Uri(answer), Value::Text(wanted) | Value::Uri(wanted)) => {
            answer == wanted
        }
        _ => order(answer, wanted).is_some_and(Ordering::is_eq),
    }
}

/// Two codings mean the same with the same code of the same system; a wanted one that names no system leaves it
/// open, and one without a code is known by its words.
fn same_code(answer: &Coding, wanted: &Coding) -> bool {
    match (&answer.code, &wanted.code) {
        (Some(answered), Some(code)) => {
            answered == code && (wanted.system.is_none() || wanted.system == answer.system)
        }
        (None, None) => wanted.display.is_some() && answer.display == wanted.display,
        _ => false,
    }
}

/// Which of two values is greater, where that can be said.
pub(super) fn order(one: &Value, other: &Value) -> Option<Ordering> {
    match (one, other) {
        (Value::Integer(one), Value::Integer(other)) => Some(one.cmp(other)),
        (Value::Decimal(one), Value::Decimal(other)) => Some(one.cmp(other)),
        (Value::Integer(one), Value::Decimal(other)) => Some(Decimal::from(*one).cmp(other)),
        (Value::Decimal(one), Value::Integer(other)) => Some(one.cmp(&(*other).into())),
        (Value::Date(one), Value::Date(other)) => one.compare(other),
        (Value::DateTime(one), Value::DateTime(other)) => one.compare(other),
        (Value::Date(one), Value::DateTime(other)) => PartialDateTime::Date(*one).compare(other),
        (Value::DateTime(one), Value::Date(other)) => one.compare(&PartialDateTime::Date(*other)),
        (Value::Time(one), Value::Time(other)) => Some(one.cmp(other)),
        (Value::Text(one) | Value::Uri(one), Value::Text(other) | Value::Uri(other)) => {
            Some(one.reveal().cmp(other.reveal()))
        }
        (Value::Quantity(one), Value::Quantity(other)) => quantities(one, other),
        _ => None,
    }
}

/// Quantities of one unit are compared; nothing is converted.
fn quantities(one: &Quantity, other: &Quantity) -> Option<Ordering> {
    let same_unit = match (&one.code, &other.code) {
        (Some(code), Some(other_code)) => code == other_code && one.system == other.system,
        _ => one.unit == other.unit && one.code == other.code,
    };
    if same_unit { Some(one.value?.cmp(&other.value?)) } else { None }
}
