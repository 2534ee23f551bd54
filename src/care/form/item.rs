//! One item of a form: a question, a group or a text, with everything its author said about it.

use super::{Coding, Decimal, Value};

/// One item.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is an element of FHIR's own")]
pub struct Item {
    /// Unique in its form.
    pub link_id: String,
    pub kind: ItemKind,
    /// What is asked, as plain text.
    pub text: Option<String>,
    /// What stands before the text, such as `2a.`.
    pub prefix: Option<String>,
    /// What the question is, such as its LOINC code.
    pub codes: Vec<Coding>,
    pub required: bool,
    /// Several answers, or several times the whole group.
    pub repeats: bool,
    /// Shown, and not for the patient to answer.
    pub read_only: bool,
    /// Never shown; it still counts.
    pub hidden: bool,
    /// `None`: always asked.
    pub enable: Option<Enable>,
    /// What may be chosen, in the author's order; none for an open question.
    pub options: Vec<AnswerOption>,
    /// What stands there before the patient answers.
    pub initial: Vec<Value>,
    pub limits: Limits,
    pub control: Control,
    pub orientation: Orientation,
    /// The unit of a number, in words and, where known, as a code.
    pub unit: Option<Coding>,
    /// The units to choose from for a quantity.
    pub units: Vec<Coding>,
    /// What may be entered, in the author's words (`entryFormat`).
    pub entry_format: Option<String>,
    pub variables: Vec<Variable>,
    /// Its answer is reckoned, never entered.
    pub calculated: Option<Expression>,
    pub constraints: Vec<Constraint>,
    pub items: Vec<Item>,
}

/// What an item is, as FHIR names it. A `reference` is in no form this app understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemKind {
    Group,
    Display,
    Boolean,
    Decimal,
    Integer,
    Date,
    DateTime,
    Time,
    String,
    /// More than one line.
    Text,
    Url,
    /// One of the options, or also other words.
    Choice(Choice),
    Attachment,
    Quantity,
}

/// Whether other words than the options may be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// `choice`
    Closed,
    /// `open-choice`
    Open,
}

/// When an item is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Enable {
    pub behavior: Behavior,
    pub conditions: Vec<Condition>,
    /// SDC `enableWhenExpression`; never beside conditions.
    pub expression: Option<Expression>,
}

/// How several conditions go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Behavior {
    All,
    Any,
}

/// One condition on another question of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The other question's link id.
    pub question: String,
    pub operator: Operator,
    /// What its answers are compared with; a boolean for [`Operator::Exists`].
    pub answer: Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    Exists,
    Equal,
    NotEqual,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerOption {
    pub value: Value,
    /// What it counts in a sum (`ordinalValue`, `itemWeight`).
    pub weight: Option<Decimal>,
    /// What stands before it (`questionnaire-optionPrefix`).
    pub prefix: Option<String>,
    /// It stands alone: with it, no other option is chosen (`questionnaire-optionExclusive`).
    pub exclusive: bool,
}

/// The bounds of an answer. All are inclusive.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Limits {
    pub min_occurs: Option<u32>,
    pub max_occurs: Option<u32>,
    pub min: Option<Value>,
    pub max: Option<Value>,
    /// In characters.
    pub min_length: Option<u32>,
    /// In characters.
    pub max_length: Option<u32>,
    pub max_decimal_places: Option<u32>,
    /// In bytes, of an attachment.
    pub max_size: Option<u64>,
    /// MIME types of an attachment; none: any.
    pub mime_types: Vec<String>,
    /// Between the marks of a slider.
    pub step: Option<u32>,
}

/// How its author would like it shown: a wish, not a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Control {
    #[default]
    Usual,
    Radio,
    CheckBox,
    DropDown,
    Slider,
    /// A group shown as one page.
    Page,
    /// A text that explains the item it lies under.
    Help,
    /// The words at the low end of a slider.
    Lower,
    /// The words at the high end of a slider.
    Upper,
    /// A text before or in the item it lies under.
    Instruction,
}

/// Whether the choices lie beside or below each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Orientation {
    #[default]
    Vertical,
    Horizontal,
}

/// A sentence of an expression language with the name it goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    pub name: String,
    pub expression: Expression,
}

/// A sentence of an expression language, `FHIRPath` in every form this app understands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Expression(pub String);

/// A rule the answers must keep (`targetConstraint`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constraint {
    /// The author's name for it.
    pub key: String,
    pub severity: Severity,
    /// What is said when it is broken.
    pub human: String,
    pub expression: Expression,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The form cannot be sent like this.
    Error,
    /// The patient is told and may send it.
    Warning,
}
