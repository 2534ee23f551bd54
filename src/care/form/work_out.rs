//! What follows from the answers: which items are asked, what is calculated, and what is wrong.

use super::check::Check;
use super::enable::settle;
use super::layout::Layout;
use super::reckon::{reckon, sent, truth};
use super::tidy::{Calculated, tidy};
use super::{Answers, Constraint, Expression, Form, Path, Severity, Value};
use std::collections::HashMap;

/// The language of a form's expressions.
pub trait Expressions {
    /// A form begins to be worked out: whatever work is allowed for one is allowed anew.
    fn begin(&self) {}

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
#[allow(clippy::struct_excessive_bools, reason = "any of them goes with any other")]
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
    /// An expression of the author's could not be worked out: a rule of theirs is not checked, an item that it
    /// would enable is asked, one that it would calculate stays empty.
    NotWorkedOut,
}

impl Problem {
    /// Whether a form with this problem cannot be sent.
    ///
    /// A warning of its author does not hold it back, nor does a rule of theirs that could not be worked out: that
    /// is the form's fault.
    #[must_use]
    pub const fn holds_back(&self) -> bool {
        match self {
            Self::Broken(Constraint { severity, .. }) => matches!(severity, Severity::Error),
            Self::NotWorkedOut => false,
            _ => true,
        }
    }
}

impl Worked {
    /// Whether nothing is wrong that holds the answers back.
    #[must_use]
    pub fn can_be_sent(&self) -> bool {
        let problems = self.lines.iter().flat_map(|line| &line.problems).chain(&self.problems);
        !problems.into_iter().any(Problem::holds_back)
    }
}

/// Works out what follows from `answers`.
///
/// Ends whatever the form says: items that enable each other in a circle settle on one state, always the same. What
/// was calculated before counts for nothing: calculated items are empty until they are calculated anew, and stay
/// empty where there is no result, more than one for a single answer, or none that settles.
#[must_use]
pub fn work_out(form: &Form, answers: &Answers, expressions: &dyn Expressions) -> Worked {
    expressions.begin();
    let (answers, reckoned) = reckon(form, tidy(form, answers.clone(), Calculated::Dropped), expressions);
    let layout = Layout::of(form, &answers);
    let enabled = settle(&layout, &reckoned.said);
    let broken = broken(form, &sent(&answers, &layout, &enabled), expressions, &layout, &enabled);
    let check = Check::new(&layout, &enabled);
    let mut lines = Vec::with_capacity(layout.spots.len());
    for (place, (spot, enabled)) in layout.spots.iter().zip(enabled).enumerate() {
        let failed = reckoned.failed.contains(&spot.path);
        let mut problems = if enabled { check.problems(place) } else { Vec::new() };
        problems.extend((enabled && failed).then_some(Problem::NotWorkedOut));
        problems.extend(broken.get(&spot.path).into_iter().flatten().cloned());
        lines.push(Line {
            path: spot.path.clone(),
            enabled,
            shown: spot.shown,
            waits: spot.waits,
            calculated: enabled && !spot.waits && spot.item.calculated.is_some() && !failed,
            problems,
        });
    }
    let problems = broken.get(&Path::default()).cloned().unwrap_or_default();
    Worked { answers, lines, problems }
}

/// The authors' own rules that are broken, by the place they stand at.
///
/// A rule without a result is not broken: what it asks about is not answered yet.
fn broken(
    form: &Form,
    sent: &Answers,
    expressions: &dyn Expressions,
    layout: &Layout<'_>,
    enabled: &[bool],
) -> HashMap<Path, Vec<Problem>> {
    let top = Path::default();
    let of_items = layout.spots.iter().zip(enabled).filter(|(spot, enabled)| **enabled && !spot.waits);
    let of_items = of_items
        .flat_map(|(spot, _)| spot.item.constraints.iter().map(|constraint| (&spot.path, constraint)));
    let rules: Vec<_> =
        form.constraints.iter().map(|constraint| (&top, constraint)).chain(of_items).collect();
    let wanted: Vec<_> = rules.iter().map(|(path, constraint)| (*path, &constraint.expression)).collect();
    let mut broken: HashMap<Path, Vec<Problem>> = HashMap::new();
    if wanted.is_empty() {
        return broken;
    }
    for ((path, constraint), result) in rules.into_iter().zip(expressions.values(form, sent, &wanted)) {
        let problem = match result.and_then(|values| truth(&values)) {
            Ok(Some(false)) => Problem::Broken(constraint.clone()),
            Ok(_) => continue,
            Err(Failed) => Problem::NotWorkedOut,
        };
        broken.entry(path.clone()).or_default().push(problem);
    }
    broken
}

#[cfg(test)]
#[path = "work_out_tests.rs"]
mod tests;
