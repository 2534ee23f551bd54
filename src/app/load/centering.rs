//! Puts the quiet while before a session together.

use super::{Records, session_day::Around};
use crate::{
    app::{
        AppError, Cairn,
        read::{Centering, SettledLine},
    },
    care::Id,
};

impl Cairn {
    /// What a patient may want around this visit while waiting.
    pub async fn centering(&self, visit: Id) -> Result<Centering, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let around = Around::load(&records, reader, now, phone)?;
            let settled = reader.settled()?.into_iter();
            let newest = reader.intentions()?.into_iter().next();
            Ok(Centering {
                intention: newest.map(|intention| intention.words).filter(|words| !words.is_blank()),
                vitals: around.session_of(&visit).map(|session| around.vitals(session)).unwrap_or_default(),
                settled: settled.map(|one| SettledLine { id: one.id, words: one.words }).collect(),
            })
        })
        .await
    }
}
