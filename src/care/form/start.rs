//! What a form begins with: what its author put there.

use super::{Answers, Form};

/// The answers a form begins with: initial values, options chosen beforehand, and groups that must be there.
#[must_use]
pub fn start(_form: &Form) -> Answers {
    Answers::default()
}
