//! What the operators between two sides come to.

use super::compare::{alike, equal, order, same_family, word};
use super::expr::Operator;
use super::node::{Node, Nodes};
use super::run::Outcome;
use super::times;
use crate::care::form::{Decimal, Failed};

/// A list as a truth value: a single thing that is no truth value is true, nothing is unknown.
pub(super) fn truth(nodes: &[Node<'_>]) -> Result<Option<bool>, Failed> {
    match nodes {
        [] => Ok(None),
        [Node::Boolean(truth)] => Ok(Some(*truth)),
        [_] => Ok(Some(true)),
        _ => Err(Failed),
    }
}

pub(super) fn of_truth<'a>(truth: Option<bool>) -> Nodes<'a> {
    truth.map(Node::Boolean).into_iter().collect()
}

/// About how many comparisons an operator takes.
pub(super) fn steps(operator: Operator, left: &[Node<'_>], right: &[Node<'_>]) -> usize {
    match operator {
        Operator::Union | Operator::Alike | Operator::NotAlike => {
            (left.len() + right.len()).saturating_pow(2)
        }
        _ => left.len() + right.len(),
    }
}

/// The text of a single thing that is one, and none of nothing.
pub(super) fn words(nodes: &[Node<'_>]) -> Result<String, Failed> {
    match nodes {
        [] => Ok(String::new()),
        [Node::Text(text)] => Ok(text.clone().into_owned()),
        _ => Err(Failed),
    }
}

pub(super) fn operate<'a>(left: Nodes<'a>, operator: Operator, right: Nodes<'a>) -> Outcome<'a> {
    match operator {
        Operator::And | Operator::Or | Operator::Xor | Operator::Implies => {
            Ok(of_truth(logic(truth(&left)?, operator, truth(&right)?)))
        }
        Operator::Equal => Ok(of_truth(all_equal(&left, &right))),
        Operator::NotEqual => Ok(of_truth(all_equal(&left, &right).map(|equal| !equal))),
        Operator::Alike => Ok(of_truth(Some(all_alike(&left, &right)))),
        Operator::NotAlike => Ok(of_truth(Some(!all_alike(&left, &right)))),
        Operator::Union => Ok(distinct(left.into_iter().chain(right))),
        Operator::In => member(&left, &right),
        Operator::Contains => member(&right, &left),
        Operator::Less | Operator::Greater | Operator::LessOrEqual | Operator::GreaterOrEqual => {
            let Some((one, other)) = both(&left, &right)? else { return Ok(Vec::new()) };
            if !same_family(one, other) {
                return Err(Failed);
            }
            Ok(of_truth(order(one, other).map(|order| match operator {
                Operator::Less => order.is_lt(),
                Operator::Greater => order.is_gt(),
                Operator::LessOrEqual => order.is_le(),
                _ => order.is_ge(),
            })))
        }
        _ => {
            let Some((one, other)) = both(&left, &right)? else { return Ok(Vec::new()) };
            Ok(reckoned(one, operator, other)?.into_iter().collect())
        }
    }
}

/// The single things on both sides; none where one side is empty.
fn both<'n, 'a>(
    left: &'n [Node<'a>],
    right: &'n [Node<'a>],
) -> Result<Option<(&'n Node<'a>, &'n Node<'a>)>, Failed> {
    match (left, right) {
        ([], _) | (_, []) => Ok(None),
        ([one], [other]) => Ok(Some((one, other))),
        _ => Err(Failed),
    }
}

const fn logic(left: Option<bool>, operator: Operator, right: Option<bool>) -> Option<bool> {
    match operator {
        Operator::And => match (left, right) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
        Operator::Or => match (left, right) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        Operator::Implies => match (left, right) {
            (Some(false), _) | (_, Some(true)) => Some(true),
            (Some(true), Some(false)) => Some(false),
            _ => None,
        },
        _ => match (left, right) {
            (Some(left), Some(right)) => Some(left != right),
            _ => None,
        },
    }
}

/// `=`: one by one, in order. Nothing on one side: it cannot be said.
fn all_equal(left: &[Node<'_>], right: &[Node<'_>]) -> Option<bool> {
    if left.is_empty() || right.is_empty() {
        return None;
    }
    if left.len() != right.len() {
        return Some(false);
    }
    let mut all = Some(true);
    for (one, other) in left.iter().zip(right) {
        match equal(one, other) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => all = None,
        }
    }
    all
}

/// `~`: the same things in any order.
fn all_alike(left: &[Node<'_>], right: &[Node<'_>]) -> bool {
    let mut left_over: Vec<&Node<'_>> = right.iter().collect();
    left.len() == right.len()
        && left.iter().all(|one| {
            let found = left_over.iter().position(|other| alike(one, other));
            found.map(|place| left_over.swap_remove(place)).is_some()
        })
}

fn member<'a>(one: &[Node<'a>], among: &[Node<'a>]) -> Outcome<'a> {
    match one {
        [] => Ok(Vec::new()),
        [one] => Ok(of_truth(Some(has(among, one)))),
        _ => Err(Failed),
    }
}

pub(super) fn has(among: &[Node<'_>], one: &Node<'_>) -> bool {
    among.iter().any(|other| equal(one, other) == Some(true))
}

/// Each thing once, where it comes first.
pub(super) fn distinct<'a>(nodes: impl Iterator<Item = Node<'a>>) -> Nodes<'a> {
    let mut kept: Nodes<'a> = Vec::new();
    for node in nodes {
        if !has(&kept, &node) {
            kept.push(node);
        }
    }
    kept
}

pub(super) fn negative<'a>(nodes: &[Node<'a>]) -> Outcome<'a> {
    match nodes {
        [] => Ok(Vec::new()),
        [Node::Integer(number)] => Ok(number.checked_neg().map(Node::Integer).into_iter().collect()),
        [Node::Decimal(number)] => Ok(number.negative().map(Node::Decimal).into_iter().collect()),
        [Node::Quantity(number, unit)] => {
            Ok(number.negative().map(|number| Node::Quantity(number, unit.clone())).into_iter().collect())
        }
        _ => Err(Failed),
    }
}

/// Arithmetic of two single things: nothing where the result cannot be kept, such as a division by zero.
pub(super) fn reckoned<'a>(
    one: &Node<'a>,
    operator: Operator,
    other: &Node<'a>,
) -> Result<Option<Node<'a>>, Failed> {
    if let (Node::Integer(one), Node::Integer(other)) = (one, other)
        && operator != Operator::Over
    {
        return Ok(of_integers(*one, operator, *other).map(Node::Integer));
    }
    if let (Some(left), Some(right)) = (one.number(), other.number()) {
        return Ok(of_decimals(left, operator, right).map(Node::Decimal));
    }
    let signed = |by: Decimal| if operator == Operator::Minus { by.negative() } else { Some(by) };
    match (one, operator, other.quantity()) {
        (
            Node::Date(_) | Node::DateTime(_) | Node::Time(_),
            Operator::Plus | Operator::Minus,
            Some((by, unit)),
        ) => {
            times::unit(&unit).ok_or(Failed)?;
            Ok(signed(by).and_then(|by| times::moved(one, by, &unit)))
        }
        (_, _, Some((right, right_unit))) => of_quantities(one, operator, right, right_unit),
        (_, Operator::Times | Operator::Over, None) => {
            let ((left, unit), right) = (one.quantity().ok_or(Failed)?, other.number().ok_or(Failed)?);
            Ok(of_decimals(left, operator, right).map(|value| Node::Quantity(value, unit)))
        }
        _ => Err(Failed),
    }
}

fn of_quantities<'a>(
    one: &Node<'a>,
    operator: Operator,
    right: Decimal,
    right_unit: std::borrow::Cow<'a, str>,
) -> Result<Option<Node<'a>>, Failed> {
    if let Some(left) = one.number() {
        let result = if operator == Operator::Times { left.times(right) } else { return Err(Failed) };
        return Ok(result.map(|value| Node::Quantity(value, right_unit)));
    }
    let (left, unit) = one.quantity().ok_or(Failed)?;
    if word(&unit) != word(&right_unit) {
        return Err(Failed);
    }
    match operator {
        Operator::Plus | Operator::Minus => {
            Ok(of_decimals(left, operator, right).map(|value| Node::Quantity(value, unit)))
        }
        Operator::Over => Ok(left.over(right).map(|value| Node::Quantity(value, "1".into()))),
        _ => Err(Failed),
    }
}

/// Arithmetic that keeps whole numbers whole.
const fn of_integers(one: i64, operator: Operator, other: i64) -> Option<i64> {
    match operator {
        Operator::Plus => one.checked_add(other),
        Operator::Minus => one.checked_sub(other),
        Operator::Times => one.checked_mul(other),
        Operator::Div => one.checked_div(other),
        Operator::Mod => one.checked_rem(other),
        _ => None,
    }
}

fn of_decimals(one: Decimal, operator: Operator, other: Decimal) -> Option<Decimal> {
    match operator {
        Operator::Plus => one.plus(other),
        Operator::Minus => one.minus(other),
        Operator::Times => one.times(other),
        Operator::Over => one.over(other),
        Operator::Div => one.goes(other),
        Operator::Mod => one.rest(other),
        _ => None,
    }
}
