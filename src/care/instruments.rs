//! Instruments scored as their authors do: by what was asked and what was answered, both as LOINC codes, and only when
//! every question has one answer.
//!
//! An answer counts by the pair (question, answer) and by nothing else: not by its place in the list, its words, or a
//! weight the form gives it. What a question is comes from `item.code` of LOINC. Only an item without any code is known
//! by the last part of its link id (`/44250-9`, as LOINC's own exports have it); a code that says something else is
//! believed.
//!
//! [`outcomes`] reports each instrument whose questions are all in the form, save those whose every question belongs to
//! a larger one that is, too: a PHQ-9 form gives the PHQ-9 and not the PHQ-8 and PHQ-2 within it, so that where the
//! ninth question is left open no smaller total stands in for the one withheld. [`outcome`] answers for any one.
//!
//! No total and no band where a question is open, asked twice, answered twice or with something else than its four
//! answers, or is not asked. Both are only ever shown; nothing is advised from them.

mod band;
mod item_nine;
mod question;

pub use band::Band;
pub use item_nine::{Raised, is_item_nine, item_nine, raised};

use self::question::{COUNT, Question, first, question_of};
use super::form::{Answers, Form, Given, Item, Value, Worked};

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
        let (depressed, anxious) = match self {
            Self::Phq9 => (9, 0),
            Self::Phq8 => (8, 0),
            Self::Phq4 => (2, 2),
            Self::Phq2 => (2, 0),
            Self::Gad7 => (0, 7),
            Self::Gad2 => (0, 2),
        };
        first(depressed, anxious)
    }

    /// True if `question` is one of its own and it has more questions than `other`.
    fn covers(self, question: Question, other: Self) -> bool {
        self.most() > other.most() && self.questions().any(|own| own == question)
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
    let sheet = Sheet::of(form, worked);
    let whole: Vec<_> = Instrument::ALL.into_iter().filter(|one| sheet.asks_all_of(*one)).collect();
    let covered = |one: Instrument, question| whole.iter().any(|other| other.covers(question, one));
    let is_part = |one: Instrument| one.questions().all(|question| covered(one, question));
    whole.iter().filter(|one| !is_part(**one)).map(|one| sheet.count(*one)).collect()
}

/// What one instrument came to; `None` if a question of it is not in the form.
#[must_use]
pub fn outcome(instrument: Instrument, form: &Form, worked: &Worked) -> Option<Outcome> {
    let sheet = Sheet::of(form, worked);
    sheet.asks_all_of(instrument).then(|| sheet.count(instrument))
}

/// True for an item of the form that is the total of an instrument which has none yet: what a form reckons from the
/// answers so far is a sum, and must not be read as the total.
#[must_use]
pub fn is_withheld_total(item: &Item, form: &Form, worked: &Worked) -> bool {
    let of = |code: &str| Instrument::ALL.into_iter().find(|one| one.total_code() == Some(code));
    let outcome = question::codes_of(item).find_map(of).and_then(|one| outcome(one, form, worked));
    outcome.is_some_and(|outcome| outcome.total.is_none())
}

/// How each question stands in a form.
struct Sheet([Standing; COUNT]);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    NotInTheForm,
    /// It has no answer that can be counted.
    Open,
    Answered(u8),
}

/// An item that asks one of the questions, with what was found about it.
struct Asking<'a> {
    question: Question,
    link_id: &'a str,
    /// How often it is there, and how often it is asked.
    there: usize,
    asked: usize,
    answers: Vec<&'a Value>,
}

impl Sheet {
    fn of(form: &Form, worked: &Worked) -> Self {
        let items = form.all_items().filter_map(|item| {
            let question = question_of(item)?;
            Some(Asking { question, link_id: &item.link_id, there: 0, asked: 0, answers: Vec::new() })
        });
        let mut asking: Vec<_> = items.collect();
        for line in &worked.lines {
            let Some(step) = line.path.0.last() else { continue };
            if let Some(one) = asking.iter_mut().find(|one| one.link_id == step.link_id) {
                one.there += 1;
                one.asked += usize::from(line.enabled);
            }
        }
        for given in all_given(&worked.answers) {
            if let Some(one) = asking.iter_mut().find(|one| one.link_id == given.link_id) {
                one.answers.extend(given.answers.iter().map(|answer| &answer.value));
            }
        }
        let mut sheet = Self([Standing::NotInTheForm; COUNT]);
        for one in &asking {
            let Some(standing) = sheet.0.get_mut(one.question.0) else { continue };
            // Asked by a second item, nobody can say which answer is meant.
            let twice = *standing != Standing::NotInTheForm;
            *standing = one.value().filter(|_| !twice).map_or(Standing::Open, Standing::Answered);
        }
        sheet
    }

    fn standings(&self, instrument: Instrument) -> impl Iterator<Item = Standing> {
        instrument.questions().filter_map(|question| self.0.get(question.0).copied())
    }

    fn asks_all_of(&self, instrument: Instrument) -> bool {
        self.standings(instrument).all(|standing| standing != Standing::NotInTheForm)
    }

    fn count(&self, instrument: Instrument) -> Outcome {
        let (mut answered, mut of, mut sum) = (0_u8, 0_u8, 0_u8);
        for standing in self.standings(instrument) {
            of = of.saturating_add(1);
            if let Standing::Answered(value) = standing {
                answered = answered.saturating_add(1);
                sum = sum.saturating_add(value);
            }
        }
        let total = (answered == of).then_some(sum);
        let band = total.and_then(|total| band::of(instrument, total));
        Outcome { instrument, answered, of, total, band }
    }
}

impl Asking<'_> {
    /// What its one answer counts, if it is asked once and has one of the four.
    fn value(&self) -> Option<u8> {
        let once = self.there == 1 && self.asked == 1;
        match self.answers.as_slice() {
            [Value::Coding(answer)] if once => self.question.value(answer),
            _ => None,
        }
    }
}

/// Everything that was given, wherever in the tree.
fn all_given(answers: &Answers) -> impl Iterator<Item = &Given> {
    let mut left: Vec<_> = answers.items.iter().collect();
    std::iter::from_fn(move || {
        let one = left.pop()?;
        left.extend(&one.items);
        left.extend(one.answers.iter().flat_map(|answer| &answer.items));
        Some(one)
    })
}
