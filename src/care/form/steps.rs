//! A form cut into the pages that are shown one at a time.

use super::{Form, Path, Worked};

/// What is shown at once: one question with the texts that explain it, or a group its author wants as one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The texts of the groups above, the outermost first.
    pub heading: Vec<String>,
    /// The items on it, in order, each enabled and shown. Help, instructions and the words at the ends of a slider
    /// follow the item they explain.
    pub lines: Vec<Path>,
}

/// The pages of a form as it stands.
#[must_use]
pub fn pages(_form: &Form, _worked: &Worked) -> Vec<Page> {
    Vec::new()
}
