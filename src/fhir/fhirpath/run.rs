//! Works out an expression at its place, within a bounded number of steps and a bounded depth.

use super::expr::{Expr, Literal, Operator, PathStep, TypeOperator};
use super::node::{Node, Nodes};
use super::operators;
use super::scope::{Known, Place};
use crate::care::form::{Failed, Form, Item, Step};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::Value as Json;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// For all that is asked while a form is worked out once, in every round. A step is one node or 64 letters.
pub(super) const MOST_STEPS: usize = 2_000_000;
/// Expressions within expressions, variables included.
const DEEPEST: usize = 150;
/// No answer is longer.
const LONGEST_TEXT: usize = 200_000;

/// What the expressions of a batch are worked out over.
pub(super) struct World<'a> {
    pub(super) questionnaire: &'a Json,
    pub(super) response: &'a Json,
    pub(super) form: &'a Form,
    pub(super) items: HashMap<&'a str, &'a Item>,
    /// What stands for an item that has no answers, by its link id.
    pub(super) blanks: &'a HashMap<&'a str, Json>,
    pub(super) parsed: &'a dyn Fn(&str) -> Option<&'a Expr>,
    pub(super) now: Option<(DateTime<Utc>, Tz)>,
    pub(super) known: RefCell<HashMap<(Vec<Step>, usize), Known<'a>>>,
    /// Which item the answers and their values belong to, by where they lie in memory.
    pub(super) owners: RefCell<Option<HashMap<usize, &'a str>>>,
    pub(super) steps: &'a Cell<usize>,
    pub(super) depth: Cell<usize>,
}

/// What an expression is about while it is worked out.
#[derive(Clone, Copy)]
pub(super) struct Focus<'a, 's> {
    pub(super) this: &'s [Node<'a>],
    pub(super) index: usize,
    pub(super) total: &'s [Node<'a>],
    pub(super) place: &'s Place<'s>,
}

pub(super) type Outcome<'a> = Result<Nodes<'a>, Failed>;

impl<'a> World<'a> {
    /// Counts steps; fails where there were too many.
    pub(super) fn charge(&self, steps: usize) -> Result<(), Failed> {
        let spent = self.steps.get().saturating_add(steps);
        self.steps.set(spent);
        if spent > MOST_STEPS { Err(Failed) } else { Ok(()) }
    }

    /// Text that was made, if it is not too long.
    pub(super) fn text(&self, text: String) -> Result<Node<'a>, Failed> {
        self.charge(text.len() / 64)?;
        if text.len() > LONGEST_TEXT { Err(Failed) } else { Ok(Node::Text(Cow::Owned(text))) }
    }

    pub(super) fn eval(&self, expr: &Expr, focus: Focus<'a, '_>) -> Outcome<'a> {
        self.charge(1)?;
        let depth = self.depth.get();
        if depth >= DEEPEST {
            return Err(Failed);
        }
        self.depth.set(depth + 1);
        let outcome = self.work_out(expr, focus);
        self.depth.set(depth);
        let nodes = outcome?;
        self.charge(nodes.len())?;
        Ok(nodes)
    }

    fn work_out(&self, expr: &Expr, focus: Focus<'a, '_>) -> Outcome<'a> {
        match expr {
            Expr::Literal(literal) => Ok(vec![of_literal(literal)]),
            Expr::Empty => Ok(Vec::new()),
            Expr::Variable(name) => self.variable(name, focus.place),
            Expr::This => Ok(focus.this.to_vec()),
            Expr::Index => Ok(vec![Node::Integer(whole(focus.index)?)]),
            Expr::Total => Ok(focus.total.to_vec()),
            Expr::Path(start, steps) => self.path(start.as_deref(), steps, focus),
            Expr::Negative(inner) => operators::negative(&self.eval(inner, focus)?),
            Expr::Chain(first, rest) => {
                let mut left = self.eval(first, focus)?;
                for (operator, right) in rest {
                    left = self.operate(left, *operator, right, focus)?;
                }
                Ok(left)
            }
            Expr::Typed(inner, operator, kind) => {
                let nodes = self.eval(inner, focus)?;
                match (operator, nodes.as_slice()) {
                    (_, []) => Ok(Vec::new()),
                    (TypeOperator::Is, [node]) => Ok(vec![Node::Boolean(is_a(node, kind))]),
                    (TypeOperator::Is, _) => Err(Failed),
                    (TypeOperator::As, _) => Ok(of_kind(nodes, kind)),
                }
            }
        }
    }

    /// One operator. What the left side settles is not asked of the right side.
    fn operate(
        &self,
        left: Nodes<'a>,
        operator: Operator,
        right: &Expr,
        focus: Focus<'a, '_>,
    ) -> Outcome<'a> {
        let settled = match operator {
            Operator::And => operators::truth(&left)? == Some(false),
            Operator::Or => operators::truth(&left)? == Some(true),
            Operator::Implies if operators::truth(&left)? == Some(false) => {
                return Ok(vec![Node::Boolean(true)]);
            }
            _ => false,
        };
        if settled {
            return Ok(vec![Node::Boolean(operator == Operator::Or)]);
        }
        let right = self.eval(right, focus)?;
        self.charge(operators::steps(operator, &left, &right))?;
        match operator {
            Operator::Join => {
                let mut text = operators::words(&left)?;
                text.push_str(&operators::words(&right)?);
                Ok(vec![self.text(text)?])
            }
            Operator::Plus
                if matches!((left.as_slice(), right.as_slice()), ([Node::Text(_)], [Node::Text(_)])) =>
            {
                self.operate_words(&left, &right)
            }
            _ => operators::operate(left, operator, right),
        }
    }

    fn operate_words(&self, left: &[Node<'a>], right: &[Node<'a>]) -> Outcome<'a> {
        let text = operators::words(left)? + &operators::words(right)?;
        Ok(vec![self.text(text)?])
    }

    fn path(&self, start: Option<&Expr>, steps: &[PathStep], focus: Focus<'a, '_>) -> Outcome<'a> {
        let mut nodes = match start {
            Some(start) => self.eval(start, focus)?,
            None => focus.this.to_vec(),
        };
        for (place, step) in steps.iter().enumerate() {
            self.charge(nodes.len() + 1)?;
            nodes = match step {
                // At the start, the name of the resource's type is the resource itself.
                PathStep::Member(name) if place == 0 && start.is_none() => {
                    let step = |node: &Node<'a>| match node.text("resourceType") {
                        Some(kind) if kind == name => vec![node.clone()],
                        _ => node.member(name),
                    };
                    nodes.iter().flat_map(step).collect()
                }
                PathStep::Member(name) => nodes.iter().flat_map(|node| node.member(name)).collect(),
                PathStep::Call(name, arguments) => self.call(name, arguments, nodes, focus)?,
                PathStep::At(index) => {
                    let index = self.eval(index, focus)?;
                    match index.as_slice() {
                        [] => Vec::new(),
                        [Node::Integer(index)] => {
                            let node =
                                usize::try_from(*index).ok().and_then(|index| nodes.get(index).cloned());
                            node.into_iter().collect()
                        }
                        _ => return Err(Failed),
                    }
                }
            };
        }
        Ok(nodes)
    }

    /// An argument that is worked out once, for everything in focus.
    pub(super) fn argument(&self, arguments: &[Expr], nth: usize, focus: Focus<'a, '_>) -> Outcome<'a> {
        arguments.get(nth).map_or(Ok(Vec::new()), |argument| self.eval(argument, focus))
    }

    /// An argument that is worked out for one node.
    pub(super) fn each(
        &self,
        argument: &Expr,
        node: &Node<'a>,
        index: usize,
        focus: Focus<'a, '_>,
    ) -> Outcome<'a> {
        self.eval(argument, Focus { this: std::slice::from_ref(node), index, ..focus })
    }
}

pub(super) fn whole(count: usize) -> Result<i64, Failed> {
    i64::try_from(count).map_err(|_| Failed)
}

fn of_literal<'a>(literal: &Literal) -> Node<'a> {
    match literal {
        Literal::Boolean(flag) => Node::Boolean(*flag),
        Literal::Integer(number) => Node::Integer(*number),
        Literal::Decimal(number) => Node::Decimal(*number),
        Literal::Text(text) => Node::Text(Cow::Owned(text.clone())),
        Literal::Date(date) => Node::Date(*date),
        Literal::DateTime(at) => Node::DateTime(*at),
        Literal::Time(time) => Node::Time(*time),
        Literal::Quantity(value, unit) => Node::Quantity(*value, Cow::Owned(unit.clone())),
    }
}

/// Whether a node is of the type with this name, FHIR's or the system's.
pub(super) fn is_a(node: &Node<'_>, kind: &str) -> bool {
    let simple = match node {
        Node::Boolean(_) => "boolean",
        Node::Integer(_) => "integer",
        Node::Decimal(_) => "decimal",
        Node::Text(_) => "string",
        Node::Date(_) => "date",
        Node::DateTime(_) => "datetime",
        Node::Time(_) => "time",
        Node::Quantity(..) => "quantity",
        Node::Element(_, known) => {
            return *known == kind || node.text("resourceType").is_some_and(|resource| resource == kind);
        }
    };
    simple.eq_ignore_ascii_case(kind)
}

pub(super) fn of_kind<'a>(nodes: Nodes<'a>, kind: &str) -> Nodes<'a> {
    nodes.into_iter().filter(|node| is_a(node, kind)).collect()
}
