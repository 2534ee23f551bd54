//! What follows from the answers: which items are asked, what is calculated, and what is wrong.

use super::{Answers, Constraint, Expression, Form, Path, Value};

/// The language of a form's expressions.
pub trait Expressions {
    /// What each of `wanted` is at its place, over `answers` as they would be sent, in the order asked.
    ///
    /// Variables of the form and of the items above a place are in scope there.
    fn values(
        &self,
        form: &Form,
        answers: &Answers,
        wanted: &[(&Path, &Expression)],
    ) -> Vec<Result<Vec<Value>, Failed>>;
}

/// An expression that has no value because it is not one, asks for too much, or names what there is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an expression cannot be worked out")]
pub struct Failed;

/// A form with its answers, worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Worked {
    /// The answers, with what was calculated in them.
    pub answers: Answers,
    /// One for each item as often as it is there, in the form's order.
    pub lines: Vec<Line>,
    /// What is wrong with the answers as a whole, by the form's own constraints.
    pub problems: Vec<Problem>,
}

/// How one item stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub path: Path,
    /// It is asked: neither it nor anything above it is disabled.
    pub enabled: bool,
    /// Neither it nor anything above it is hidden.
    pub shown: bool,
    /// It lies below a question that has no answer yet, and so has no place for one: it is asked after that.
    pub waits: bool,
    /// Its answer was reckoned just now.
    pub calculated: bool,
    /// What is wrong with its answers; nothing is wrong with an item that is not asked.
    pub problems: Vec<Problem>,
}

/// What is wrong with the answers of one item.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// It must be answered and is not.
    Missing,
    /// The answer is of another type, or none of the options.
    NotAnAnswer,
    TooFew(u32),
    TooMany(u32),
    TooSmall(Value),
    TooLarge(Value),
    TooShort(u32),
    TooLong(u32),
    TooManyDecimals(u32),
    /// A file of more than this many bytes.
    TooBig(u64),
    /// A file of a type that is not asked for.
    WrongMimeType,
    /// An answer that stands alone stands beside another.
    NotAlone,
    /// A rule of the author's own.
    Broken(Constraint),
    /// A rule of the author's own could not be checked.
    NotWorkedOut,
}

/// Works out what follows from `answers`.
///
/// Ends whatever the form says: items that enable each other in a circle settle on one state, always the same.
#[must_use]
pub fn work_out(_form: &Form, answers: &Answers, _expressions: &dyn Expressions) -> Worked {
    Worked { answers: answers.clone(), lines: Vec::new(), problems: Vec::new() }
}
