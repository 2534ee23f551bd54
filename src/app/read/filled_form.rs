//! Forms to fill in: what a page asks, what was answered, and how everything that was begun stands.

use super::{AskedLine, HelpNumber};
use crate::care::{
    Delivery, Id,
    form::{Attachment, Item, Path, Problem, Severity, Value},
    instruments::{Instrument, Outcome},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// What is found where a form was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum FormDoor {
    /// Nothing of it is filled in: it can be begun.
    Blank(Box<FormIntro>),
    /// It is half filled in.
    Open(Box<FormView>),
    /// What it was due for is done: the form that did it.
    Done(Id),
    /// The clinic has a form of this name that cannot be understood whole, so none of it is shown.
    Refused(RefusedForm),
    /// No form of this name is on this phone.
    Unknown,
}

/// What is said before a form is begun.
#[derive(Debug, Clone, PartialEq)]
pub struct FormIntro {
    pub title: Option<String>,
    /// Whose texts these are and on what terms.
    pub copyright: Option<String>,
    /// The language of its texts, as BCP 47 has it.
    pub language: Option<String>,
    /// How many questions are asked as it stands now.
    pub questions: usize,
    /// Other answers may ask for more or fewer.
    pub varies: bool,
    /// It asks about harming oneself: what to do in need is said first.
    pub asks_about_harm: bool,
    pub practice: bool,
}

/// A form that is half filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct FormView {
    pub id: Id,
    pub intro: FormIntro,
    pub pages: Vec<FormPage>,
    /// What is wrong with the answers as a whole.
    pub problems: Vec<Problem>,
    /// The page one is on, from 0; as many as there are pages means the review of all answers.
    pub step: usize,
    /// Until then it can be gone on with.
    pub until: DateTime<Utc>,
    /// The pages after which the card about help comes first, for what stands there.
    pub harm: BTreeSet<usize>,
}

impl FormView {
    /// As it looks with these answers, each in place of what was answered there before. What follows from them is worked
    /// out when they are kept.
    #[must_use]
    pub fn answered(mut self, given: &[(Path, Vec<Value>)]) -> Self {
        for part in self.pages.iter_mut().flat_map(|page| &mut page.parts) {
            let Part::Question(asked) = part else { continue };
            if let Some((_, values)) = given.iter().rfind(|(path, _)| *path == asked.path) {
                asked.values.clone_from(values);
            }
        }
        self
    }
}

/// What is asked together.
#[derive(Debug, Clone, PartialEq)]
pub struct FormPage {
    /// The texts of the groups it lies in, the outermost first.
    pub heading: Vec<String>,
    /// In the author's order.
    pub parts: Vec<Part>,
    /// The groups of which another may be added after this page: where the last one is, and what it is called.
    pub more: Vec<(Path, Option<String>)>,
}

impl FormPage {
    /// The questions on it.
    pub fn questions(&self) -> impl Iterator<Item = &Asked> {
        self.parts.iter().filter_map(|part| match part {
            Part::Question(asked) => Some(&**asked),
            Part::Words { .. } | Part::Group(_) => None,
        })
    }

    /// Something on it is the patient's to answer.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.questions().any(|asked| !asked.fixed)
    }

    /// Something on it keeps the form from being sent.
    #[must_use]
    pub fn is_stuck(&self) -> bool {
        let of_groups = self.parts.iter().filter_map(|part| match part {
            Part::Group(head) => Some(&head.problems),
            Part::Words { .. } | Part::Question(_) => None,
        });
        self.questions().map(|asked| &asked.problems).chain(of_groups).flatten().any(is_in_the_way)
    }
}

/// The form cannot be sent with it. What the author only warns of, and a rule that could not be checked, are told.
#[must_use]
pub fn is_in_the_way(problem: &Problem) -> bool {
    match problem {
        Problem::Broken(rule) => rule.severity == Severity::Error,
        Problem::NotWorkedOut => false,
        _ => true,
    }
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A text to read.
    Words {
        path: Path,
        prefix: Option<String>,
        text: String,
    },
    /// The head of what belongs together.
    Group(GroupHead),
    Question(Box<Asked>),
}

impl Part {
    /// It is what `path` leads to, or lies below it.
    #[must_use]
    pub fn lies_at(&self, path: &Path) -> bool {
        let own = match self {
            Self::Words { path, .. } => path,
            Self::Group(head) => &head.path,
            Self::Question(asked) => &asked.path,
        };
        own.0.starts_with(&path.0)
    }
}

/// The head of a group within a page, or of a repeated group the page lies in.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupHead {
    pub path: Path,
    /// Nothing where the page's heading says it.
    pub text: Option<String>,
    /// Which time of a repeated group this is, from 1.
    pub nth: Option<usize>,
    /// This one may be removed.
    pub fewer: bool,
    pub problems: Vec<Problem>,
}

/// One question as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub path: Path,
    pub item: Item,
    pub values: Vec<Value>,
    pub problems: Vec<Problem>,
    /// It is shown and not the patient's to answer.
    pub fixed: bool,
    /// Its answer is reckoned.
    pub calculated: bool,
    /// Texts that explain it.
    pub help: Vec<String>,
    /// The words at the two ends of a slider.
    pub ends: (Option<String>, Option<String>),
}

/// A form that cannot be shown, and whom to call about it.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedForm {
    pub title: Option<String>,
    pub numbers: Vec<HelpNumber>,
}

/// A finished form, to be read and not changed any more.
#[derive(Debug, Clone, PartialEq)]
pub struct FinishedForm {
    pub id: Id,
    pub title: Option<String>,
    pub copyright: Option<String>,
    pub at: DateTime<Utc>,
    pub pages: Vec<FormPage>,
    pub scores: Vec<Outcome>,
    pub delivery: Delivery,
    /// Until this instant finishing can be taken back as if it had not been.
    pub undo_until: Option<DateTime<Utc>>,
}

/// All forms: those that wait, those that are half filled in, and those that are finished.
#[derive(Debug, Clone, PartialEq)]
pub struct Forms {
    /// What the clinic asks for now and is not begun.
    pub due: Vec<AskedLine>,
    /// Half filled in, the one changed last first.
    pub open: Vec<OpenForm>,
    /// The one finished last first.
    pub finished: Vec<FinishedLine>,
    /// Begun, and not finished in time: kept and not sent.
    pub given_up: Vec<OpenForm>,
}

/// One form that is not finished.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenForm {
    pub id: Id,
    pub name: String,
    pub due: Option<String>,
    pub title: Option<String>,
    pub started_at: DateTime<Utc>,
    /// Until then it can be gone on with.
    pub until: DateTime<Utc>,
}

/// One finished form.
#[derive(Debug, Clone, PartialEq)]
pub struct FinishedLine {
    pub id: Id,
    pub title: Option<String>,
    pub at: DateTime<Utc>,
    /// What it adds up to, where everything that counts was answered.
    pub totals: Vec<Total>,
    pub delivery: Delivery,
}

/// What an instrument adds up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    pub instrument: Instrument,
    pub total: u8,
}

/// A file as an answer.
#[must_use]
pub fn attached(name: &str, content_type: Option<String>, bytes: &[u8]) -> Attachment {
    Attachment {
        content_type,
        title: Some(name.to_owned()),
        size: u64::try_from(bytes.len()).ok(),
        data: Some(STANDARD.encode(bytes)),
        url: None,
    }
}
