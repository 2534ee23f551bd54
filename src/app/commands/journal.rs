//! Writing in the journal: a page begun, written on, taken away and brought back. It goes nowhere by itself.

use crate::{
    app::{AppError, Cairn, Changed, background, home::Home, load},
    care::{Id, Private, journal::Entry},
    platform::ids,
    store::{StoreError, Tx},
};
use std::sync::Arc;

impl Cairn {
    /// Begins a page, with the question that opens it, and answers its id. It belongs to where the patient is now.
    pub async fn begin_entry(&self, prompt: Option<String>) -> Result<Id, AppError> {
        let (now, zone) = (self.now(), self.zone());
        let id = ids::new();
        let begun = id.clone();
        self.with_journal(move |home, tx| {
            let records = load::Records::load(home, tx)?;
            let (visit, moment) = load::journal_moment(&records, now, zone).unzip();
            tx.save_entry(&Entry {
                id: begun,
                at: now,
                zone,
                changed: now,
                words: Private::new(""),
                visit,
                phase: moment.and_then(|moment| moment.phase),
                prompt,
                intention: None,
                mood: None,
            })
        })
        .await?;
        Ok(id)
    }

    /// Keeps the words of a page as they are now. One that is gone stays gone.
    pub async fn write_entry(&self, id: Id, words: Private) -> Result<(), AppError> {
        let now = self.now();
        self.with_journal(move |_, tx| match tx.entry(&id)? {
            Some(before) if before.words != words => tx.save_entry(&Entry { words, changed: now, ..before }),
            _ => Ok(()),
        })
        .await
    }

    /// Takes a page away. Until it is purged it can be brought back.
    pub async fn remove_entry(&self, id: Id) -> Result<(), AppError> {
        let now = self.now();
        self.with_journal(move |_, tx| tx.remove_entry(&id, now).map(drop)).await
    }

    /// Brings a page back that was just taken away.
    pub async fn bring_entry_back(&self, id: Id) -> Result<(), AppError> {
        self.with_journal(move |_, tx| tx.bring_entry_back(&id).map(drop)).await
    }

    /// One transaction on the journal; nothing of it is ever queued for the clinic.
    pub(in crate::app) async fn with_journal<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Home, &Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let home = self.home()?;
        let open = Arc::clone(&home);
        let done = background(move || Ok(open.store.write(|tx| work(&open, tx))?)).await?;
        self.tell(Changed::Journal);
        Ok(done)
    }
}
