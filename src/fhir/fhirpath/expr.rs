//! An expression as it was read: a tree as deep as its brackets, with chains side by side.

use crate::care::form::{Decimal, PartialDate, PartialDateTime};
use chrono::NaiveTime;

#[derive(Debug)]
pub(super) enum Expr {
    Literal(Literal),
    /// `{}`
    Empty,
    /// `%name`
    Variable(String),
    This,
    Index,
    Total,
    /// A start, or what is in focus, with the steps from it.
    Path(Option<Box<Expr>>, Vec<PathStep>),
    /// The number's sign turned around.
    Negative(Box<Expr>),
    /// Operators of one rank, from left to right.
    Chain(Box<Expr>, Vec<(Operator, Expr)>),
    /// `is` and `as`, with the name of a type.
    Typed(Box<Expr>, TypeOperator, String),
}

#[derive(Debug, Clone)]
pub(super) enum Literal {
    Boolean(bool),
    Integer(i64),
    Decimal(Decimal),
    Text(String),
    Date(PartialDate),
    DateTime(PartialDateTime),
    Time(NaiveTime),
    /// With its unit.
    Quantity(Decimal, String),
}

#[derive(Debug)]
pub(super) enum PathStep {
    Member(String),
    Call(String, Vec<Expr>),
    /// `[…]`
    At(Expr),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TypeOperator {
    Is,
    As,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Times,
    Over,
    Div,
    Mod,
    Plus,
    Minus,
    Join,
    Union,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Alike,
    NotAlike,
    In,
    Contains,
    And,
    Or,
    Xor,
    Implies,
}
