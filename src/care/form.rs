//! Forms a clinic asks a patient to fill in: what they ask, what was answered, and what follows from the answers.
//!
//! A [`Form`] is a FHIR `Questionnaire` as far as this app understands it; [`Answers`] are a tree alike its
//! `QuestionnaireResponse`. [`work_out`] is the one place that says which items are asked, what is calculated and what
//! is wrong. Expressions are another room's language: they come in through [`Expressions`].

mod answers;
mod arithmetic;
mod check;
mod circles;
mod compare;
mod decimal;
mod enable;
mod fit;
#[cfg(test)]
mod given;
mod item;
mod layout;
mod moment;
mod reckon;
mod start;
mod steps;
mod tidy;
mod value;
mod work_out;

pub use answers::{Answers, Given, GivenAnswer, Path, Step};
pub use decimal::{BadDecimal, Decimal};
pub use item::{
    AnswerOption, Behavior, Choice, Condition, Constraint, Control, Enable, Expression, Item, ItemKind,
    Limits, Operator, Orientation, Severity, Variable,
};
pub use moment::{BadMoment, PartialDate, PartialDateTime};
pub use start::{has_room, start};
pub use steps::{Page, pages};
pub use value::{Attachment, Coding, Quantity, Value};
pub use work_out::{Expressions, Failed, Line, Problem, Worked, work_out};

/// A form as its author meant it, with nothing left out: one that cannot be understood whole is not made.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Its lasting address, `Questionnaire.url`.
    pub url: Option<String>,
    pub version: Option<String>,
    /// Its name for machines, `Questionnaire.name`.
    pub name: Option<String>,
    pub title: Option<String>,
    /// What the whole form is, such as the LOINC code of a panel.
    pub codes: Vec<Coding>,
    /// The language of its texts, as BCP 47 has it.
    pub language: Option<String>,
    /// Whose texts these are and on what terms: shown with the form.
    pub copyright: Option<String>,
    /// Values that expressions of every item may name.
    pub variables: Vec<Variable>,
    pub constraints: Vec<Constraint>,
    /// In the author's order.
    pub items: Vec<Item>,
}

impl Form {
    /// Every item with those below it, each before its children, in the author's order.
    pub fn all_items(&self) -> impl Iterator<Item = &Item> {
        let mut left: Vec<&Item> = self.items.iter().rev().collect();
        std::iter::from_fn(move || {
            let item = left.pop()?;
            left.extend(item.items.iter().rev());
            Some(item)
        })
    }

    /// The item with this link id; in a readable form there is at most one.
    #[must_use]
    pub fn item(&self, link_id: &str) -> Option<&Item> {
        self.all_items().find(|item| item.link_id == link_id)
    }
}
