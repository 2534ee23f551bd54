//! The functions on text. There is no `matches()`: the app has no language for patterns.

use super::node::Node;
use super::operators::of_truth;
use super::run::{Outcome, World, whole};
use crate::care::form::Failed;
use std::borrow::Cow;

/// Works out a function on text; none if `name` is no such function.
pub(super) fn call<'a>(
    world: &World<'a>,
    name: &str,
    nodes: &[Node<'a>],
    (argument, more): (&[Node<'a>], &[Node<'a>]),
) -> Option<Outcome<'a>> {
    const NAMES: [&str; 13] = [
        "contains",
        "endsWith",
        "indexOf",
        "length",
        "lower",
        "replace",
        "split",
        "startsWith",
        "substring",
        "toChars",
        "trim",
        "upper",
        "join",
    ];
    if !NAMES.contains(&name) {
        return None;
    }
    Some(if name == "join" {
        joined(world, nodes, argument)
    } else {
        on_text(world, name, nodes, (argument, more))
    })
}

/// A single text; `Ok(None)` for nothing.
fn one<'n>(nodes: &'n [Node<'_>]) -> Result<Option<&'n str>, Failed> {
    match nodes {
        [] => Ok(None),
        [Node::Text(text)] => Ok(Some(text)),
        _ => Err(Failed),
    }
}

fn joined<'a>(world: &World<'a>, nodes: &[Node<'a>], argument: &[Node<'a>]) -> Outcome<'a> {
    let between = one(argument)?.unwrap_or_default();
    let mut text = String::new();
    for (place, node) in nodes.iter().enumerate() {
        let Node::Text(part) = node else { return Err(Failed) };
        world.charge((part.len() + between.len()) / 64)?;
        if place > 0 {
            text.push_str(between);
        }
        text.push_str(part);
    }
    Ok(if nodes.is_empty() { Vec::new() } else { vec![world.text(text)?] })
}

fn on_text<'a>(
    world: &World<'a>,
    name: &str,
    nodes: &[Node<'a>],
    (argument, more): (&[Node<'a>], &[Node<'a>]),
) -> Outcome<'a> {
    let Some(text) = one(nodes)? else { return Ok(Vec::new()) };
    world.charge(text.len() / 64 + 1)?;
    let made = |text: String| Ok(vec![world.text(text)?]);
    match name {
        "length" => return Ok(vec![Node::Integer(whole(text.chars().count())?)]),
        "lower" => return made(text.to_lowercase()),
        "upper" => return made(text.to_uppercase()),
        "trim" => return made(text.trim().to_owned()),
        "toChars" => {
            world.charge(text.len())?;
            return Ok(text.chars().map(|c| Node::Text(Cow::Owned(c.to_string()))).collect());
        }
        "substring" => return substring(world, text, argument, more),
        _ => {}
    }
    let Some(wanted) = one(argument)? else { return Ok(Vec::new()) };
    match name {
        "contains" => Ok(of_truth(Some(text.contains(wanted)))),
        "startsWith" => Ok(of_truth(Some(text.starts_with(wanted)))),
        "endsWith" => Ok(of_truth(Some(text.ends_with(wanted)))),
        "indexOf" => {
            let before = text.find(wanted).and_then(|place| text.get(..place));
            Ok(vec![Node::Integer(before.map_or(Ok(-1), |before| whole(before.chars().count()))?)])
        }
        "split" => {
            world.charge(text.len())?;
            Ok(text.split(wanted).map(|part| Node::Text(Cow::Owned(part.to_owned()))).collect())
        }
        _ => {
            let Some(with) = one(more)? else { return Ok(Vec::new()) };
            // Counted before it is made, so that no giant is made at all.
            let places = text.matches(wanted).count();
            world.charge(places.saturating_mul(with.len()) / 64)?;
            if places.saturating_mul(with.len()) > 1_000_000 {
                Err(Failed)
            } else {
                made(text.replace(wanted, with))
            }
        }
    }
}

fn substring<'a>(world: &World<'a>, text: &str, start: &[Node<'a>], length: &[Node<'a>]) -> Outcome<'a> {
    let start = match start {
        [] => return Ok(Vec::new()),
        [Node::Integer(start)] => usize::try_from(*start).ok(),
        _ => return Err(Failed),
    };
    let length = match length {
        [] => usize::MAX,
        [Node::Integer(length)] => usize::try_from(*length).unwrap_or(0),
        _ => return Err(Failed),
    };
    match start.filter(|start| *start < text.chars().count()) {
        Some(start) => Ok(vec![world.text(text.chars().skip(start).take(length).collect())?]),
        None => Ok(Vec::new()),
    }
}
