//! `enableWhen`: on which answers an item is asked.

use super::expression::expression;
use super::spot::Spot;
use crate::care::form::{Behavior, Condition, Enable, Operator, Value};

const OPERATORS: [(&str, Operator); 7] = [
    ("exists", Operator::Exists),
    ("=", Operator::Equal),
    ("!=", Operator::NotEqual),
    (">", Operator::Greater),
    ("<", Operator::Less),
    (">=", Operator::GreaterOrEqual),
    ("<=", Operator::LessOrEqual),
];

/// When the item is asked; `None`: always.
pub(super) fn enable(item: &Spot<'_>, names: &[&str], known: &dyn Fn(&str) -> bool) -> Option<Enable> {
    let whens = item.list("enableWhen");
    let expression = item
        .extension("enableWhenExpression")
        .and_then(|extension| expression(&extension, "enableWhenExpression", names));
    if expression.is_some() && !whens.is_empty() {
        item.note("enableWhenExpression beside enableWhen");
    }
    if expression.is_none() && whens.is_empty() {
        return None;
    }
    let behavior = match item.text("enableBehavior").as_deref() {
        Some("all") => Behavior::All,
        Some("any") => Behavior::Any,
        Some(other) => {
            item.note(format!("enableBehavior {other}"));
            Behavior::All
        }
        None => {
            if whens.len() > 1 {
                item.note("several enableWhen without enableBehavior");
            }
            Behavior::All
        }
    };
    let conditions = whens.iter().filter_map(|when| condition(when, known)).collect();
    Some(Enable { behavior, conditions, expression })
}

fn condition(when: &Spot<'_>, known: &dyn Fn(&str) -> bool) -> Option<Condition> {
    let Some(question) = when.text("question") else {
        when.note("enableWhen without a question");
        return None;
    };
    if !known(&question) {
        when.note(format!("enableWhen question not in the form: {question}"));
    }
    let written = when.text("operator");
    let operator = written.as_deref().and_then(|text| OPERATORS.iter().find(|(name, _)| *name == text));
    if operator.is_none() {
        when.note(format!("enableWhen operator {}", written.as_deref().unwrap_or("missing")));
    }
    let answer = match when.value("answer") {
        Ok(Some(answer)) => Some(answer),
        Ok(None) => {
            when.note("enableWhen without an answer");
            None
        }
        Err(flaw) => {
            when.note(format!("enableWhen answer: {flaw}"));
            None
        }
    };
    let (operator, answer) = (operator?.1, answer?);
    if operator == Operator::Exists && !matches!(answer, Value::Boolean(_)) {
        when.note("enableWhen exists without a boolean");
    }
    Some(Condition { question, operator, answer })
}
