//! The questions and answers of the PHQ and GAD family by their LOINC codes, and what each answer counts.

use crate::care::form::{Coding, Item};

const LOINC: &str = "http://loinc.org";

/// What the highest answer counts.
pub(super) const MOST: u8 = 3;

/// A question, by its LOINC code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Question(&'static str);

/// The PHQ-9's questions in its order (LOINC 44249-1).
pub(super) const DEPRESSED: [Question; 9] = [
    Question("44250-9"),
    Question("44255-8"),
    Question("44259-0"),
    Question("44254-1"),
    Question("44251-7"),
    Question("44258-2"),
    Question("44252-5"),
    Question("44253-3"),
    ITEM_NINE,
];

/// "Thoughts that you would be better off dead, or of hurting yourself in some way".
pub(super) const ITEM_NINE: Question = Question("44260-8");

/// The GAD-7's questions in its order (LOINC 69737-5).
pub(super) const ANXIOUS: [Question; 7] = [
    Question("69725-0"),
    WORRYING,
    Question("69733-4"),
    Question("69734-2"),
    Question("69735-9"),
    Question("69689-8"),
    Question("69736-7"),
];

/// "Not being able to stop or control worrying".
const WORRYING: Question = Question("68509-9");

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
    let known = |code: &str| DEPRESSED.into_iter().chain(ANXIOUS).find(|question| question.0 == code);
    if item.codes.is_empty() {
        return item.link_id.rsplit('/').next().and_then(known);
    }
    item.codes.iter().find_map(|coding| loinc(coding).and_then(known))
}

/// The code, if it is one of LOINC's.
fn loinc(coding: &Coding) -> Option<&str> {
    coding.code.as_deref().filter(|_| coding.system.as_deref() == Some(LOINC))
}
