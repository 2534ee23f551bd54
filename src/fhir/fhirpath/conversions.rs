//! From one type to another, and the functions on numbers.

use super::node::Node;
use super::operators::of_truth;
use super::run::{Outcome, World};
use super::times;
use crate::care::form::{Decimal, Failed, PartialDate, PartialDateTime};
use std::borrow::Cow;

/// Works out a conversion or a function on a number. A conversion that cannot be made has no result.
pub(super) fn call<'a>(
    world: &World<'a>,
    name: &str,
    nodes: &[Node<'a>],
    argument: &[Node<'a>],
) -> Outcome<'a> {
    let node = match nodes {
        [] => return Ok(Vec::new()),
        [node] => node,
        _ => return Err(Failed),
    };
    if let Some(kind) = name.strip_prefix("convertsTo") {
        return Ok(of_truth(Some(converted(node, kind).is_some())));
    }
    if let Some(kind) = name.strip_prefix("to") {
        return Ok(converted(node, kind).into_iter().collect());
    }
    world.charge(1)?;
    let (number, unit) = match node {
        Node::Quantity(number, unit) => (*number, Some(unit.clone())),
        _ => (node.number().ok_or(Failed)?, None),
    };
    let whole = |number: Option<Decimal>| {
        let whole = number.and_then(|number| i64::try_from(number.whole()?).ok());
        Ok(whole.map(Node::Integer).into_iter().collect())
    };
    match name {
        "abs" => {
            let positive = if number.is_negative() { number.negative() } else { Some(number) };
            Ok(positive.and_then(|number| alike(node, number, unit)).into_iter().collect())
        }
        "ceiling" => whole(number.negative().and_then(Decimal::floor).and_then(Decimal::negative)),
        "floor" => whole(number.floor()),
        "truncate" => whole(number.goes(1.into())),
        "round" => {
            let places = match argument {
                [] => 0,
                [Node::Integer(places)] => u32::try_from(*places).map_err(|_| Failed)?,
                _ => return Err(Failed),
            };
            Ok(number.round(places).map(Node::Decimal).into_iter().collect())
        }
        "power" => match argument {
            [] => Ok(Vec::new()),
            [Node::Integer(exponent)] => {
                let power = power(number, *exponent);
                Ok(power.and_then(|number| alike(node, number, None)).into_iter().collect())
            }
            _ => Err(Failed),
        },
        _ => Err(Failed),
    }
}

/// The number as whole as the one it came from.
fn alike<'a>(node: &Node<'a>, number: Decimal, unit: Option<Cow<'a, str>>) -> Option<Node<'a>> {
    match (node, unit) {
        (_, Some(unit)) => Some(Node::Quantity(number, unit)),
        (Node::Integer(_), None) if number.whole().is_some() => {
            i64::try_from(number.whole()?).ok().map(Node::Integer)
        }
        _ => Some(Node::Decimal(number)),
    }
}

fn power(base: Decimal, exponent: i64) -> Option<Decimal> {
    // More would not fit, but for bases that need no reckoning.
    let times = u32::try_from(exponent.unsigned_abs()).ok().filter(|times| *times <= 200)?;
    let power = (0..times).try_fold(Decimal::from(1), |power, _| power.times(base))?;
    if exponent < 0 { Decimal::from(1).over(power) } else { Some(power) }
}

fn converted<'a>(node: &Node<'a>, kind: &str) -> Option<Node<'a>> {
    match kind {
        "Boolean" => boolean(node).map(Node::Boolean),
        "Integer" => match node {
            Node::Boolean(flag) => Some(Node::Integer((*flag).into())),
            Node::Integer(number) => Some(Node::Integer(*number)),
            Node::Text(text) => text.parse().ok().map(Node::Integer),
            _ => None,
        },
        "Decimal" => decimal(node).map(Node::Decimal),
        "String" => words(node).map(|words| Node::Text(Cow::Owned(words))),
        "Date" => match node {
            Node::Date(date) | Node::DateTime(PartialDateTime::Date(date)) => Some(Node::Date(*date)),
            Node::DateTime(PartialDateTime::Instant(at)) => {
                Some(Node::Date(PartialDate::Day(at.date_naive())))
            }
            Node::Text(text) => match times::date_time(text)? {
                PartialDateTime::Date(date) => Some(Node::Date(date)),
                PartialDateTime::Instant(at) => Some(Node::Date(PartialDate::Day(at.date_naive()))),
            },
            _ => None,
        },
        "DateTime" => match node {
            Node::Date(date) => Some(Node::DateTime(PartialDateTime::Date(*date))),
            Node::DateTime(at) => Some(Node::DateTime(*at)),
            Node::Text(text) => times::date_time(text).map(Node::DateTime),
            _ => None,
        },
        "Time" => match node {
            Node::Time(time) => Some(Node::Time(*time)),
            Node::Text(text) => times::time(text).map(Node::Time),
            _ => None,
        },
        "Quantity" => match node {
            Node::Integer(_) | Node::Decimal(_) => Some(Node::Quantity(node.number()?, Cow::Borrowed("1"))),
            Node::Text(text) => {
                let (number, unit) = text.trim().split_once(' ').unwrap_or((text.trim(), "1"));
                let unit = unit.trim().trim_matches('\'').to_owned();
                number.parse().ok().map(|number| Node::Quantity(number, Cow::Owned(unit)))
            }
            _ => node.quantity().map(|(number, unit)| Node::Quantity(number, unit)),
        },
        _ => None,
    }
}

fn boolean(node: &Node<'_>) -> Option<bool> {
    let yes = ["true", "t", "yes", "y", "1", "1.0"];
    let no = ["false", "f", "no", "n", "0", "0.0"];
    match node {
        Node::Boolean(flag) => Some(*flag),
        Node::Text(text) => {
            let text = text.to_lowercase();
            if yes.contains(&text.as_str()) {
                Some(true)
            } else {
                no.contains(&text.as_str()).then_some(false)
            }
        }
        _ => match node.number()?.whole()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
    }
}

fn decimal(node: &Node<'_>) -> Option<Decimal> {
    match node {
        Node::Boolean(flag) => Some(Decimal::from(i32::from(*flag))),
        Node::Text(text) => text.parse().ok(),
        _ => node.number(),
    }
}

fn words(node: &Node<'_>) -> Option<String> {
    Some(match node {
        Node::Boolean(flag) => flag.to_string(),
        Node::Integer(number) => number.to_string(),
        Node::Decimal(number) => number.to_string(),
        Node::Text(text) => text.clone().into_owned(),
        Node::Date(date) => date.to_string(),
        Node::DateTime(at) => at.to_string(),
        Node::Time(time) => time.to_string(),
        Node::Quantity(value, unit) if times::unit(unit).is_some() => format!("{value} {unit}"),
        Node::Quantity(value, unit) => format!("{value} '{unit}'"),
        Node::Element(..) => return None,
    })
}
