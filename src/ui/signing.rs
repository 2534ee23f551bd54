//! A paper that is half signed. A look elsewhere loses nothing of it, and nothing of it counts for another text.

use crate::care::Private;
use std::collections::BTreeSet;

/// How far the patient is with a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfSigned {
    /// The text that was in sight.
    pub text: Private,
    /// The places of the statements that are ticked. Nothing is ticked for the patient.
    pub ticked: BTreeSet<usize>,
    /// What is typed of the name.
    pub name: Private,
    /// Signing was asked for before everything was there.
    pub asked: bool,
}

/// Something that is put into what is half signed.
pub type PutSigned = Box<dyn FnOnce(&mut HalfSigned)>;

impl HalfSigned {
    /// Nothing yet of this text.
    #[must_use]
    pub fn of(text: String) -> Self {
        Self { text: Private::new(text), ticked: BTreeSet::new(), name: Private::new(""), asked: false }
    }

    /// What was begun, where it was on this very text; else only the name: ticks under another text say nothing about it.
    #[must_use]
    pub fn go_on(begun: Option<Self>, text: String) -> Self {
        match begun {
            Some(half) if half.text.reveal() == text => half,
            Some(Self { name, .. }) => Self { name, ..Self::of(text) },
            None => Self::of(text),
        }
    }

    /// Ticks the statement at this place, or takes the tick back.
    pub fn turn(&mut self, at: usize) {
        if !self.ticked.remove(&at) {
            self.ticked.insert(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_under_another_text_do_not_count_and_a_name_stays() {
        let mut half = HalfSigned::of("one".into());
        half.turn(0);
        half.turn(2);
        half.turn(0);
        half.name = Private::new("Robin");
        assert_eq!(half.ticked, BTreeSet::from([2]));
        assert_eq!(HalfSigned::go_on(Some(half.clone()), "one".into()), half);
        let other = HalfSigned::go_on(Some(half), "two".into());
        assert_eq!((other.ticked.len(), other.name.reveal(), other.text.reveal()), (0, "Robin", "two"));
    }
}
