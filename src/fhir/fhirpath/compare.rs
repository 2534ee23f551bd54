//! When two nodes are equal, alike, or one of them greater; some cannot be said.

use super::node::Node;
use super::times;
use crate::care::form::{Decimal, PartialDateTime};
use std::cmp::Ordering;

/// `=` of two single things. None: what is known of them does not tell.
pub(super) fn equal(one: &Node<'_>, other: &Node<'_>) -> Option<bool> {
    match (one, other) {
        (Node::Boolean(one), Node::Boolean(other)) => Some(one == other),
        (Node::Text(one), Node::Text(other)) => Some(one == other),
        (Node::Element(one, _), Node::Element(other, _)) => match (quantities(one, other), one == other) {
            (_, true) => Some(true),
            (Some((one, other)), _) => order(&one, &other).map(Ordering::is_eq),
            _ => Some(false),
        },
        _ if one.number().is_some() && other.number().is_some() => Some(one.number() == other.number()),
        _ if is_moment(one) || is_moment(other) => {
            if same_family(one, other) {
                order(one, other).map(Ordering::is_eq)
            } else {
                Some(false)
            }
        }
        _ if one.quantity().is_some() && other.quantity().is_some() => order(one, other).map(Ordering::is_eq),
        _ => Some(false),
    }
}

type Fields = serde_json::Map<String, serde_json::Value>;

fn quantities<'a>(one: &'a Fields, other: &'a Fields) -> Option<(Node<'a>, Node<'a>)> {
    let quantity = |fields| Node::Element(fields, "Quantity").quantity();
    let ((one, unit), (other, other_unit)) = (quantity(one)?, quantity(other)?);
    Some((Node::Quantity(one, unit), Node::Quantity(other, other_unit)))
}

/// `~` of two single things: never in doubt. Texts are alike whatever their case and white space, numbers as far as
/// the less exact of them goes, codings by system and code.
pub(super) fn alike(one: &Node<'_>, other: &Node<'_>) -> bool {
    match (one, other) {
        (Node::Text(one), Node::Text(other)) => plain(one) == plain(other),
        (Node::Element(..), Node::Element(..))
            if one.text("code").is_some() || other.text("code").is_some() =>
        {
            one.text("code") == other.text("code") && one.text("system") == other.text("system")
                || equal(one, other) == Some(true)
        }
        _ => match (one.number(), other.number()) {
            (Some(one), Some(other)) => roughly(one, other),
            _ => equal(one, other).unwrap_or(false),
        },
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn roughly(one: Decimal, other: Decimal) -> bool {
    let places = one.places().min(other.places());
    one.round(places).is_some() && one.round(places) == other.round(places)
}

/// Which of two single things is greater; none where that cannot be said, also for things of different kinds.
pub(super) fn order(one: &Node<'_>, other: &Node<'_>) -> Option<Ordering> {
    match (one, other) {
        (Node::Text(one), Node::Text(other)) => Some(one.as_ref().cmp(other.as_ref())),
        (Node::Time(one), Node::Time(other)) => Some(one.cmp(other)),
        (Node::Text(text), Node::Time(other)) => Some(times::time(text)?.cmp(other)),
        (Node::Time(one), Node::Text(text)) => Some(one.cmp(&times::time(text)?)),
        _ => match (one.number(), other.number()) {
            (Some(one), Some(other)) => Some(one.cmp(&other)),
            _ => match (moment(one), moment(other)) {
                (Some(one), Some(other)) => one.compare(&other),
                _ => measured(one, other),
            },
        },
    }
}

fn measured(one: &Node<'_>, other: &Node<'_>) -> Option<Ordering> {
    let ((one, unit), (other, other_unit)) = (one.quantity()?, other.quantity()?);
    (word(&unit) == word(&other_unit)).then(|| one.cmp(&other))
}

/// A unit of time is the same in the singular and the plural.
pub(super) fn word(unit: &str) -> &str {
    match times::unit(unit) {
        Some(_) => unit.strip_suffix('s').filter(|one| times::unit(one).is_some()).unwrap_or(unit),
        None => unit,
    }
}

const fn is_moment(node: &Node<'_>) -> bool {
    matches!(node, Node::Date(_) | Node::DateTime(_) | Node::Time(_))
}

/// Whether two things can be compared at all: `<` between others is a mistake in the form.
pub(super) fn same_family(one: &Node<'_>, other: &Node<'_>) -> bool {
    let both = |is: fn(&Node<'_>) -> bool| is(one) && is(other);
    both(|node| matches!(node, Node::Text(_)))
        || both(|node| node.number().is_some())
        || both(|node| moment(node).is_some())
        || both(|node| matches!(node, Node::Time(_) | Node::Text(_)))
        || both(|node| node.quantity().is_some())
}

/// A date or an instant. Text that is one counts, as the type of a field is not always known.
fn moment(node: &Node<'_>) -> Option<PartialDateTime> {
    match node {
        Node::Date(date) => Some(PartialDateTime::Date(*date)),
        Node::DateTime(at) => Some(*at),
        Node::Text(text) => times::date_time(text),
        _ => None,
    }
}
