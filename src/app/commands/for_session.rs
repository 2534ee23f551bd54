//! Keeping something for the next integration session. It is a mark on this phone, and shares nothing.

use crate::{
    app::{AppError, Cairn},
    care::journal::Kept,
};

impl Cairn {
    /// Marks something for the next session, or takes the mark away.
    pub async fn keep_for_session(&self, what: Kept, keep: bool) -> Result<(), AppError> {
        let now = self.now();
        self.with_journal(move |_, tx| {
            if keep { tx.keep_for_session(&what, now) } else { tx.let_go_for_session(&what).map(drop) }
        })
        .await
    }
}
