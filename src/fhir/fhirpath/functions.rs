//! The functions that choose, test and go through lists, and the way to all others.

use super::compare::order;
use super::expr::{Expr, Operator, PathStep};
use super::node::{Node, Nodes};
use super::operators::{self, distinct, has, of_truth, truth};
use super::run::{Focus, Outcome, World, is_a, of_kind, whole};
use super::{conversions, strings, weight};
use crate::care::form::Failed;
use chrono::{Offset, TimeZone};
use std::cmp::Ordering;

impl<'a> World<'a> {
    pub(super) fn call(
        &self,
        name: &str,
        arguments: &[Expr],
        nodes: Nodes<'a>,
        focus: Focus<'a, '_>,
    ) -> Outcome<'a> {
        self.charge(nodes.len())?;
        let first = || arguments.first().ok_or(Failed);
        match name {
            "where" => self.filtered(nodes, first()?, focus),
            "select" => self.selected(&nodes, first()?, focus),
            "repeat" => self.repeated(nodes, first()?, focus),
            "exists" => {
                let found = match arguments.first() {
                    Some(criteria) => self.filtered(nodes, criteria, focus)?,
                    None => nodes,
                };
                Ok(of_truth(Some(!found.is_empty())))
            }
            "all" => {
                for (index, node) in nodes.iter().enumerate() {
                    if truth(&self.each(first()?, node, index, focus)?)? != Some(true) {
                        return Ok(of_truth(Some(false)));
                    }
                }
                Ok(of_truth(Some(true)))
            }
            "aggregate" => self.aggregated(&nodes, arguments, focus),
            "iif" => {
                // The condition decides which of the two is worked out at all.
                let within = Focus { this: &nodes, ..focus };
                let chosen = if truth(&self.argument(arguments, 0, within)?)? == Some(true) { 1 } else { 2 };
                self.argument(arguments, chosen, within)
            }
            "ofType" | "as" => Ok(of_kind(nodes, type_name(first()?)?)),
            "is" => match nodes.as_slice() {
                [] => Ok(Vec::new()),
                [node] => Ok(of_truth(Some(is_a(node, type_name(first()?)?)))),
                _ => Err(Failed),
            },
            "trace" => Ok(nodes),
            "extension" => {
                let url = operators::words(&self.argument(arguments, 0, focus)?)?;
                let all = nodes.iter().flat_map(|node| node.member("extension"));
                Ok(all.filter(|extension| extension.text("url") == Some(&url)).collect())
            }
            "weight" | "ordinal" => Ok(nodes.iter().filter_map(|node| weight::of(self, node)).collect()),
            "today" | "now" | "timeOfDay" => self.clock(name),
            "children" => Ok(nodes.iter().flat_map(Node::children).collect()),
            "descendants" => self.descendants(nodes),
            _ => {
                let argument = self.argument(arguments, 0, focus)?;
                match self.with_list(name, nodes, &argument)? {
                    Ok(result) => Ok(result),
                    Err(nodes) => {
                        let more = self.argument(arguments, 1, focus)?;
                        match strings::call(self, name, &nodes, (&argument, &more)) {
                            Some(result) => result,
                            None => conversions::call(self, name, &nodes, &argument),
                        }
                    }
                }
            }
        }
    }

    fn filtered(&self, nodes: Nodes<'a>, criteria: &Expr, focus: Focus<'a, '_>) -> Outcome<'a> {
        let mut kept = Vec::new();
        for (index, node) in nodes.into_iter().enumerate() {
            if truth(&self.each(criteria, &node, index, focus)?)? == Some(true) {
                kept.push(node);
            }
        }
        Ok(kept)
    }

    fn selected(&self, nodes: &[Node<'a>], what: &Expr, focus: Focus<'a, '_>) -> Outcome<'a> {
        let mut found = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            found.extend(self.each(what, node, index, focus)?);
        }
        Ok(found)
    }

    /// What is found from the nodes, and from what was found, until nothing new comes.
    fn repeated(&self, nodes: Nodes<'a>, what: &Expr, focus: Focus<'a, '_>) -> Outcome<'a> {
        let mut all: Nodes<'a> = Vec::new();
        let mut latest = nodes;
        while !latest.is_empty() {
            let found = self.selected(&latest, what, focus)?;
            latest = Vec::new();
            for node in found {
                self.charge(all.len())?;
                if !has(&all, &node) {
                    all.push(node.clone());
                    latest.push(node);
                }
            }
        }
        Ok(all)
    }

    fn descendants(&self, nodes: Nodes<'a>) -> Outcome<'a> {
        let mut all = Vec::new();
        let mut latest = nodes;
        while !latest.is_empty() {
            latest = latest.iter().flat_map(Node::children).collect();
            self.charge(latest.len())?;
            all.extend(latest.iter().cloned());
        }
        Ok(all)
    }

    fn aggregated(&self, nodes: &[Node<'a>], arguments: &[Expr], focus: Focus<'a, '_>) -> Outcome<'a> {
        let what = arguments.first().ok_or(Failed)?;
        let mut total = self.argument(arguments, 1, focus)?;
        for (index, node) in nodes.iter().enumerate() {
            let within = Focus { this: std::slice::from_ref(node), index, total: &total, ..focus };
            total = self.eval(what, within)?;
        }
        Ok(total)
    }

    fn clock(&self, name: &str) -> Outcome<'a> {
        use crate::care::form::{PartialDate, PartialDateTime};
        let (now, zone) = self.now.ok_or(Failed)?;
        let here = zone.from_utc_datetime(&now.naive_utc());
        Ok(vec![match name {
            "today" => Node::Date(PartialDate::Day(here.date_naive())),
            "now" => Node::DateTime(PartialDateTime::Instant(here.with_timezone(&here.offset().fix()))),
            _ => Node::Time(here.time()),
        }])
    }

    /// The functions that need nothing but a list and another one. `Ok(Err(nodes))`: it is none of them.
    fn with_list(
        &self,
        name: &str,
        nodes: Nodes<'a>,
        argument: &[Node<'a>],
    ) -> Result<Result<Nodes<'a>, Nodes<'a>>, Failed> {
        let pairs = if matches!(name, "distinct" | "isDistinct") { nodes.len() } else { argument.len() };
        let is_true =
            |wanted: bool| move |node: &Node<'_>| matches!(node, Node::Boolean(is) if *is == wanted);
        let among = |node: &Node<'a>| has(argument, node);
        if matches!(
            name,
            "distinct" | "isDistinct" | "union" | "intersect" | "exclude" | "subsetOf" | "supersetOf"
        ) {
            self.charge(nodes.len().saturating_add(pairs).saturating_mul(pairs.saturating_add(1)))?;
        }
        Ok(Ok(match name {
            "empty" => of_truth(Some(nodes.is_empty())),
            "not" => of_truth(truth(&nodes)?.map(|truth| !truth)),
            "count" => vec![Node::Integer(whole(nodes.len())?)],
            "hasValue" => {
                of_truth(Some(matches!(nodes.as_slice(), [node] if !matches!(node, Node::Element(..)))))
            }
            "getValue" => nodes.into_iter().filter(|node| !matches!(node, Node::Element(..))).collect(),
            "allTrue" => of_truth(Some(nodes.iter().all(is_true(true)))),
            "allFalse" => of_truth(Some(nodes.iter().all(is_true(false)))),
            "anyTrue" => of_truth(Some(nodes.iter().any(is_true(true)))),
            "anyFalse" => of_truth(Some(nodes.iter().any(is_true(false)))),
            "first" => nodes.into_iter().take(1).collect(),
            "last" => nodes.into_iter().next_back().into_iter().collect(),
            "tail" => nodes.into_iter().skip(1).collect(),
            "skip" => nodes.into_iter().skip(number(argument)?).collect(),
            "take" => nodes.into_iter().take(number(argument)?).collect(),
            "single" if nodes.len() > 1 => return Err(Failed),
            "single" => nodes,
            "distinct" => distinct(nodes.into_iter()),
            "isDistinct" => {
                let there = nodes.len();
                of_truth(Some(distinct(nodes.into_iter()).len() == there))
            }
            "union" => distinct(nodes.into_iter().chain(argument.iter().cloned())),
            "combine" => nodes.into_iter().chain(argument.iter().cloned()).collect(),
            "intersect" => distinct(nodes.into_iter().filter(among)),
            "exclude" => nodes.into_iter().filter(|node| !among(node)).collect(),
            "subsetOf" => of_truth(Some(nodes.iter().all(among))),
            "supersetOf" => of_truth(Some(argument.iter().all(|node| has(&nodes, node)))),
            "sum" | "avg" => summed(&nodes, name == "avg")?,
            "min" => extreme(nodes, Ordering::Less)?,
            "max" => extreme(nodes, Ordering::Greater)?,
            _ => return Ok(Err(nodes)),
        }))
    }
}

fn type_name(argument: &Expr) -> Result<&str, Failed> {
    let Expr::Path(None, steps) = argument else { return Err(Failed) };
    match steps.last() {
        Some(PathStep::Member(name)) => Ok(name),
        _ => Err(Failed),
    }
}

fn number(argument: &[Node<'_>]) -> Result<usize, Failed> {
    match argument {
        [Node::Integer(number)] => Ok(usize::try_from(*number).unwrap_or(0)),
        _ => Err(Failed),
    }
}

/// The sum, or what it comes to for each; of nothing, nothing.
fn summed<'a>(nodes: &[Node<'a>], each: bool) -> Outcome<'a> {
    let Some((first, rest)) = nodes.split_first() else { return Ok(Vec::new()) };
    let mut sum = Some(first.clone());
    for node in rest {
        sum = match &sum {
            Some(sum) => operators::reckoned(sum, Operator::Plus, node)?,
            None => None,
        };
    }
    match sum {
        Some(sum) if each => {
            let count = Node::Integer(whole(nodes.len())?);
            Ok(operators::reckoned(&sum, Operator::Over, &count)?.into_iter().collect())
        }
        // A single thing must be a number, too.
        Some(sum) if sum.number().is_some() || sum.quantity().is_some() => Ok(vec![sum]),
        Some(_) => Err(Failed),
        None => Ok(Vec::new()),
    }
}

fn extreme(nodes: Nodes<'_>, wanted: Ordering) -> Outcome<'_> {
    let mut nodes = nodes.into_iter();
    let Some(mut best) = nodes.next() else { return Ok(Vec::new()) };
    for node in nodes {
        if order(&node, &best).ok_or(Failed)? == wanted {
            best = node;
        }
    }
    Ok(vec![best])
}
