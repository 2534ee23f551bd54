//! Writing in the journal: a page begun, written on, left, taken away and brought back. It goes nowhere by itself.

use super::share::telling;
use crate::{
    app::{AppError, Cairn, Changed, background, home::Home, load},
    care::{
        Id, Private, Score,
        journal::{self, Entry},
        story,
    },
    platform::ids,
    store::{StoreError, Tx},
};
use chrono::{DateTime, Utc};
use std::{
    collections::BTreeSet,
    sync::{Arc, MutexGuard, PoisonError},
};

impl Cairn {
    /// Begins a page, with the question that opens it, and answers its id. It belongs to where the patient is now.
    pub async fn begin_entry(&self, prompt: Option<String>) -> Result<Id, AppError> {
        let (now, zone) = (self.now(), self.zone());
        let id = ids::new();
        let begun = id.clone();
        self.with_journal(move |home, tx| {
            let records = load::Records::load(home, tx)?;
            let here = load::journal_here(&records, now, zone);
            let meant = match &here {
                Some(here) => story::meant(tx.intentions()?, &here.times, now),
                None => None,
            };
            tx.save_entry(&Entry {
                id: begun,
                at: now,
                zone,
                changed: now,
                words: Private::new(""),
                intention: meant.map(|meant| meant.id),
                phase: here.as_ref().and_then(|here| here.moment.phase),
                visit: here.map(|here| here.visit),
                prompt,
                mood: None,
            })
        })
        .await?;
        Ok(id)
    }

    /// Keeps the words of a page as they are now, while they are written. When this answers true, they are committed and
    /// synced to the disk; false if there is no such page any more. Only that a page has words now, or none any more, is
    /// told: nobody else can see another difference before the page is left. Where much was taken out at once, the words of
    /// before are kept as an earlier version.
    pub async fn keep_draft(&self, id: Id, words: Private) -> Result<bool, AppError> {
        let (home, now) = (self.home()?, self.now());
        let (kept, turned) = background(move || {
            Ok(home.store.write(|tx| {
                let before = match tx.draft(&id)? {
                    None => tx.entry(&id)?.map(|entry| entry.words),
                    draft => draft,
                };
                if before.as_ref().is_some_and(|before| journal::cuts_deep(before, &words)) {
                    tx.fold_draft(&id)?;
                }
                let turned = before.is_some_and(|before| before.is_blank() != words.is_blank());
                Ok((tx.save_draft(&id, &words, now)?, turned))
            })?)
        })
        .await?;
        if kept && turned {
            self.tell(Changed::Journal);
        }
        Ok(kept)
    }

    /// The page is left: what was written becomes its words, and those of before are kept as an earlier version. A page on
    /// which there is nothing goes, unless one may come back to it (`stays`).
    pub async fn leave_entry(&self, id: Id, stays: bool) -> Result<(), AppError> {
        let home = self.home()?;
        let changed = background(move || {
            Ok(home.store.write(|tx| {
                let folded = tx.fold_draft(&id)?;
                Ok(!stays && tx.drop_blank_entry(&id)? || folded)
            })?)
        });
        if changed.await? {
            self.tell(Changed::Journal);
        }
        Ok(())
    }

    /// Says how the mood was while writing; `None` takes that back.
    pub async fn set_entry_mood(&self, id: Id, mood: Option<Score>) -> Result<(), AppError> {
        self.with_journal(move |_, tx| tx.set_entry_mood(&id, mood)).await
    }

    /// Puts another question above a page, or none.
    pub async fn ask_entry(&self, id: Id, prompt: Option<String>) -> Result<(), AppError> {
        self.with_journal(move |_, tx| tx.set_entry_prompt(&id, prompt.as_deref())).await
    }

    /// Puts a page beside another session, or beside none.
    pub async fn place_entry(&self, id: Id, visit: Option<Id>) -> Result<(), AppError> {
        let zone = self.zone();
        self.with_journal(move |home, tx| {
            let Some(entry) = tx.entry(&id)? else { return Ok(()) };
            let records = load::Records::load(home, tx)?;
            let phase = visit.as_ref().and_then(|visit| load::phase_around(&records, visit, entry.at, zone));
            tx.place_entry(&id, visit.as_ref(), phase)
        })
        .await
    }

    /// Makes earlier words those of the page again. What stands there now becomes an earlier version.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if the page or those words are gone.
    pub async fn bring_words_back(&self, id: Id, place: i64) -> Result<(), AppError> {
        let now = self.now();
        let back = self.with_journal(move |_, tx| {
            tx.fold_draft(&id)?;
            let wanted = tx.earlier_words(&id)?.into_iter().find(|earlier| earlier.place == place);
            match (wanted, tx.entry(&id)?) {
                (Some(earlier), Some(_)) => tx.replace_words(&id, &earlier.words, now).map(|_| true),
                _ => Ok(false),
            }
        });
        back_or_too_late(back.await?)
    }

    /// Takes a page away. Until [`Cairn::purge_entry`] it can be brought back, however long that is. Nothing of it leaves
    /// meanwhile.
    pub async fn remove_entry(&self, id: Id) -> Result<(), AppError> {
        let now = self.now();
        self.offers().insert(id.clone());
        self.with_journal(move |_, tx| tx.remove_entry(&id, now).map(drop)).await
    }

    /// Brings a page back that was just taken away. What was held back of it goes on its way.
    ///
    /// # Errors
    /// [`AppError::TooLate`] once it is deleted.
    pub async fn bring_entry_back(&self, id: Id) -> Result<(), AppError> {
        let page = id.clone();
        let back = self.with_journal(move |_, tx| tx.bring_entry_back(&page)).await?;
        self.offers().remove(&id);
        back_or_too_late(back)?;
        self.delivery_changed()
    }

    /// Deletes a page that was taken away for good, unless it was brought back: its words are nowhere on this phone from
    /// then on.
    /// What was shared of it and did not leave yet does not leave any more; see [`Tx::purge_entry`].
    pub async fn purge_entry(&self, id: Id) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        self.offers().remove(&id);
        let gone = background(move || {
            Ok(telling(&home, now, |told| home.store.write(|tx| tx.purge_entry(&id, now, told)))?)
        });
        if gone.await? { self.delivery_changed() } else { Ok(()) }
    }

    /// Deletes one earlier version of a page for good, and no other.
    pub async fn delete_earlier_words(&self, id: Id, place: i64) -> Result<(), AppError> {
        self.with_journal(move |_, tx| tx.delete_earlier_words(&id, place).map(drop)).await
    }

    /// What was taken away from the journal and can still be brought back: nothing deletes it for good.
    pub(super) fn offers(&self) -> MutexGuard<'_, BTreeSet<Id>> {
        self.0.on_offer.lock().unwrap_or_else(PoisonError::into_inner)
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

/// What bringing back came to.
pub(super) const fn back_or_too_late(back: bool) -> Result<(), AppError> {
    if back { Ok(()) } else { Err(AppError::TooLate) }
}

/// Finishes what a kill interrupted: what was being written becomes the words of its page, what was taken away goes for
/// good, and so does a page on which nothing was written. To be done when the store was opened and nobody reads yet.
pub(in crate::app) fn tidy(home: &Home, now: DateTime<Utc>) -> Result<(), StoreError> {
    telling(home, now, |told| {
        if let Err(error) = home.store.tidy_pieces(now, told) {
            // Nobody sees what is left of them, and the next start tries again.
            tracing::warn!(%error, "what was attached and taken away is not tidied up");
        }
        home.store.write(|tx| {
            tx.fold_drafts()?;
            // Whatever the clock did meanwhile: nobody is there any more who could take it back.
            tx.purge_entries(DateTime::<Utc>::MAX_UTC, now, told)?;
            tx.drop_blank_entries()
        })
    })?;
    // What an earlier run deleted may stand in the log.
    if !home.store.empty_log()? {
        tracing::info!("the log was being read and is emptied at the next start");
    }
    Ok(())
}
