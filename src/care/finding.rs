//! What was found wrong in a document, with its place, so that a person can go there and mend it.

/// One thing found, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding<P> {
    /// The place, as the names and positions that lead to it: `phases[2].instructions[0].text`.
    pub path: String,
    pub problem: P,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth a look; it is the clinic's to decide.
    Warning,
    /// It must not reach a patient.
    Mistake,
}

/// Collects what is found.
#[derive(Debug)]
pub(super) struct Findings<P>(pub(super) Vec<Finding<P>>);

impl<P> Findings<P> {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn add(&mut self, path: impl Into<String>, problem: P) {
        self.0.push(Finding { path: path.into(), problem });
    }

    pub(super) fn add_if(&mut self, wrong: bool, path: impl Into<String>, problem: P) {
        if wrong {
            self.add(path, problem);
        }
    }
}
