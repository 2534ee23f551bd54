//! The questions and answers of the PHQ and GAD family by their LOINC codes, and what each answer counts.

use crate::care::form::{Coding, Item};

const LOINC: &str = "http://loinc.org";

/// What the highest answer counts.
pub(super) const MOST: u8 = 3;

/// How many questions there are.
pub(super) const COUNT: usize = CODES.len();

/// A question, by its place in [`CODES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Question(pub(super) usize);

/// The LOINC codes: the PHQ-9's questions in its order (44249-1), then the GAD-7's in its order (69737-5).
const CODES: [&str; 16] = [
    "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8",
    "69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7",
];

/// Where the GAD-7 begins.
const ANXIOUS: usize = 9;

/// "Thoughts that you would be better off dead, or of hurting yourself in some way".
pub(super) const ITEM_NINE: Question = Question(8);

/// "Not being able to stop or control worrying".
const WORRYING: Question = Question(10);

/// The first questions of the PHQ-9 and the first of the GAD-7, so many of each.
pub(super) fn first(depressed: usize, anxious: usize) -> impl Iterator<Item = Question> {
    (0..depressed).chain(ANXIOUS..ANXIOUS.saturating_add(anxious)).map(Question)
}

/// LOINC's answer list LL358-3, with what each answer counts.
const ANSWERS: [(&str, u8); 4] = [("LA6568-5", 0), ("LA6569-3", 1), ("LA6570-1", 2), ("LA6571-9", 3)];

/// What LOINC lists for [`WORRYING`] in the place of `LA6570-1` ("More days than not"); clinics send either.
const MORE_DAYS_THAN_NOT: (&str, u8) = ("LA18938-3", 2);

impl Question {
    /// What this answer counts; `None` if it is none of the question's four.
    pub(super) fn value(self, answer: &Coding) -> Option<u8> {
        let code = loinc(answer)?;
        let own = (self == WORRYING).then_some(&MORE_DAYS_THAN_NOT);
        ANSWERS.iter().chain(own).find(|(known, _)| *known == code).map(|(_, value)| *value)
    }
}

/// The question an item asks, if it is one of these.
pub(super) fn question_of(item: &Item) -> Option<Question> {
    let known = |code: &str| CODES.iter().position(|known| *known == code).map(Question);
    codes_of(item).find_map(known)
}

/// The LOINC codes an item goes by: its own, or what its link id ends with where it has no code at all.
pub(super) fn codes_of(item: &Item) -> impl Iterator<Item = &str> {
    let named = item.link_id.rsplit('/').next().filter(|_| item.codes.is_empty());
    item.codes.iter().filter_map(loinc).chain(named)
}

/// The code, if it is one of LOINC's.
fn loinc(coding: &Coding) -> Option<&str> {
    coding.code.as_deref().filter(|_| coding.system.as_deref() == Some(LOINC))
}
