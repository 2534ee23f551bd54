//! Instruments scored as their authors do: by what was asked and what was answered, both as LOINC codes, and only when
//! every question has one answer.
//!
//! An answer counts by the pair (question, answer) and by nothing else: not by its place in the list, its words, or a
//! weight the form gives it. What a question is comes from `item.code` of LOINC. Only an item without any code is known
//! by the last part of its link id (`/44250-9`, as LOINC's own exports have it); a code that says something else is
//! believed.
//!
//! [`outcomes`] reports each instrument whose questions are all in the form, save those whose questions all belong to
//! a larger one that is reported too: a PHQ-9 form gives the PHQ-9 and not the PHQ-8 and PHQ-2 within it, so that
//! where the ninth question is left open no smaller total stands in for the one withheld. [`outcome`] answers for any
//! one of them.
//!
//! No total and no band where a question is open, asked twice, answered twice or with something else than its four
//! answers, or is not asked. Both are only ever shown; nothing is advised from them.

mod band;
mod item_nine;
mod question;

pub use band::Band;
pub use item_nine::{Raised, is_item_nine, item_nine, raised};

use super::form::{Answers, Form, Value, Worked};
use question::{ANXIOUS, DEPRESSED, Question, question_of};
use std::collections::BTreeMap;

/// The instruments this app scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Instrument {
    /// Nine questions on depression.
    Phq9,
    /// The PHQ-9 without its ninth question.
    Phq8,
    /// The PHQ-2 and the GAD-2 together.
    Phq4,
    /// The first two questions of the PHQ-9.
    Phq2,
    /// Seven questions on anxiety.
    Gad7,
    /// The first two questions of the GAD-7.
    Gad2,
}

impl Instrument {
    /// All of them, each after those that contain it.
    pub const ALL: [Self; 6] = [Self::Phq9, Self::Phq8, Self::Gad7, Self::Phq4, Self::Phq2, Self::Gad2];

    /// What people call it, and the name of its built-in form: `PHQ-9`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phq9 => "PHQ-9",
            Self::Phq8 => "PHQ-8",
            Self::Phq4 => "PHQ-4",
            Self::Phq2 => "PHQ-2",
            Self::Gad7 => "GAD-7",
            Self::Gad2 => "GAD-2",
        }
    }

    /// The instrument of this name, whatever the case and with or without its hyphen.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let bare = |text: &str| text.replace('-', "").to_ascii_lowercase();
        Self::ALL.into_iter().find(|one| bare(one.name()) == bare(name))
    }

    /// The LOINC code of its total; none is known for certain for the PHQ-8 and the GAD-2.
    #[must_use]
    pub const fn total_code(self) -> Option<&'static str> {
        match self {
            Self::Phq9 => Some("44261-6"),
            Self::Gad7 => Some("70274-6"),
            Self::Phq4 => Some("70272-0"),
            Self::Phq2 => Some("55758-7"),
            Self::Phq8 | Self::Gad2 => None,
        }
    }

    /// The highest total.
    #[must_use]
    pub fn most(self) -> u8 {
        u8::try_from(self.questions().count()).unwrap_or_default().saturating_mul(question::MOST)
    }

    /// The smallest change of the total that patients notice as a change, in points, where a study says so.
    ///
    /// PHQ-9: 5 (Löwe 2004, PMID 15550799). GAD-7: 4 (Toussaint 2020, doi 10.1016/j.jad.2020.01.032, in a trial with
    /// people treated for depression). Explained to the patient, never applied as advice.
    #[must_use]
    pub const fn important_difference(self) -> Option<u8> {
        match self {
            Self::Phq9 => Some(5),
            Self::Gad7 => Some(4),
            Self::Phq8 | Self::Phq4 | Self::Phq2 | Self::Gad2 => None,
        }
    }

    /// Where `total` lies, in the words of the source; `None` where the source has no word for it.
    #[must_use]
    pub fn band(self, total: u8) -> Option<Band> {
        band::of(self, total)
    }

    fn questions(self) -> impl Iterator<Item = Question> {
        let (depressed, anxious): (usize, usize) = match self {
            Self::Phq9 => (9, 0),
            Self::Phq8 => (8, 0),
            Self::Phq4 => (2, 2),
            Self::Phq2 => (2, 0),
            Self::Gad7 => (0, 7),
            Self::Gad2 => (0, 2),
        };
        DEPRESSED.into_iter().take(depressed).chain(ANXIOUS.into_iter().take(anxious))
    }

    fn contains(self, other: Self) -> bool {
        self != other && other.questions().all(|one| self.questions().any(|own| own == one))
    }
}

/// What an instrument came to in one filled-in form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub instrument: Instrument,
    /// How many of its questions have a usable answer.
    pub answered: u8,
    /// How many questions it has.
    pub of: u8,
    /// Only when every question is answered.
    pub total: Option<u8>,
    /// Where the total lies, in the words of the instrument's authors or of the source that carries them.
    pub band: Option<Band>,
}

/// What each instrument of the form came to; see the head of this file for which are reported.
#[must_use]
pub fn outcomes(form: &Form, worked: &Worked) -> Vec<Outcome> {
    let whole: Vec<_> = Instrument::ALL.into_iter().filter(|one| is_in(*one, form)).collect();
    let is_part = |one: &Instrument| whole.iter().any(|other| other.contains(*one));
    let usable = usable(form, worked);
    whole.iter().filter(|one| !is_part(one)).map(|one| count(*one, &usable)).collect()
}

/// What one instrument came to; `None` if a question of it is not in the form.
#[must_use]
pub fn outcome(instrument: Instrument, form: &Form, worked: &Worked) -> Option<Outcome> {
    is_in(instrument, form).then(|| count(instrument, &usable(form, worked)))
}

fn is_in(instrument: Instrument, form: &Form) -> bool {
    instrument.questions().all(|question| form.all_items().any(|item| question_of(item) == Some(question)))
}

fn count(instrument: Instrument, usable: &BTreeMap<Question, u8>) -> Outcome {
    let values: Vec<_> = instrument.questions().map(|question| usable.get(&question).copied()).collect();
    let few = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
    let total = values.iter().copied().sum::<Option<u8>>();
    Outcome {
        instrument,
        answered: few(values.iter().flatten().count()),
        of: few(values.len()),
        total,
        band: total.and_then(|total| band::of(instrument, total)),
    }
}

/// The questions of the form that are asked once and have one answer, one of their four.
fn usable(form: &Form, worked: &Worked) -> BTreeMap<Question, u8> {
    let mut found = BTreeMap::<Question, Vec<Option<u8>>>::new();
    for item in form.all_items() {
        let Some(question) = question_of(item) else { continue };
        let mut lines = worked
            .lines
            .iter()
            .filter(|line| line.path.0.last().is_some_and(|step| step.link_id == item.link_id));
        let asked_once = lines.next().is_some_and(|line| line.enabled) && lines.next().is_none();
        let values = given(&worked.answers, &item.link_id);
        let value = match values.as_slice() {
            [Value::Coding(answer)] if asked_once => question.value(answer),
            _ => None,
        };
        found.entry(question).or_default().push(value);
    }
    found
        .into_iter()
        .filter_map(|(question, values)| match values.as_slice() {
            [Some(value)] => Some((question, *value)),
            _ => None,
        })
        .collect()
}

/// Every answer to the item, wherever in the tree.
fn given<'a>(answers: &'a Answers, link_id: &str) -> Vec<&'a Value> {
    let mut left: Vec<_> = answers.items.iter().collect();
    let mut found = Vec::new();
    while let Some(one) = left.pop() {
        if one.link_id == link_id {
            found.extend(one.answers.iter().map(|answer| &answer.value));
        }
        left.extend(one.items.iter().chain(one.answers.iter().flat_map(|answer| &answer.items)));
    }
    found
}
