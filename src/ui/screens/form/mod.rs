//! Filling in a form: what it is, one page at a time, all answers once more, and thanks.

mod finished;
mod intro;
mod list;
mod refused;
mod review;
mod step;

pub use finished::FinishedFormPage;
pub use intro::FormIntroPage;
pub use list::FormsPage;
pub use refused::{RefusedFormPage, UnknownFormPage};
pub use review::FormReviewPage;
pub use step::{FormStepPage, SafetyStepPage};

use crate::ui::words::Words;

/// Whether what was answered is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Not yet: it is being written.
    Saving,
    /// Every answer that was given is.
    Saved,
    /// It could not be written.
    NotSaved,
}

/// What a form is called.
fn name_of(words: Words, title: Option<&String>) -> String {
    title.cloned().unwrap_or_else(|| words.get("form-unnamed"))
}
