//! The patient's questions for the clinic: written down, changed, ticked off, taken away and put back.

use crate::{
    app::{AppError, Cairn, Changed, background},
    care::{Id, OwnQuestion, Private},
    platform::ids,
    store::{StoreError, Tx},
};

impl Cairn {
    /// Writes a question down, as the patient's own or as taken over from the article with this id. One that
    /// is open already is not written twice. Answers its id; `None` for blank words.
    pub async fn add_question(
        &self,
        words: Private,
        article: Option<String>,
    ) -> Result<Option<Id>, AppError> {
        if words.is_blank() {
            return Ok(None);
        }
        let new = OwnQuestion {
            id: ids::new(),
            words: trimmed(&words),
            article,
            made_at: self.now(),
            asked_at: None,
        };
        self.with_questions(move |tx| {
            let open = tx
                .own_questions()?
                .into_iter()
                .find(|known| known.asked_at.is_none() && known.words == new.words);
            if let Some(known) = open {
                return Ok(Some(known.id));
            }
            tx.save_question(&new)?;
            Ok(Some(new.id))
        })
        .await
    }

    /// Gives a question other words. Blank words change nothing.
    pub async fn change_question(&self, id: Id, words: Private) -> Result<(), AppError> {
        self.with_questions(move |tx| match tx.own_question(&id)? {
            Some(known) if !words.is_blank() => {
                tx.save_question(&OwnQuestion { words: trimmed(&words), ..known })
            }
            _ => Ok(()),
        })
        .await
    }

    /// Ticks a question off, or opens it again.
    pub async fn mark_asked(&self, id: Id, asked: bool) -> Result<(), AppError> {
        let asked_at = asked.then(|| self.now());
        self.with_questions(move |tx| match tx.own_question(&id)? {
            Some(known) => tx.save_question(&OwnQuestion { asked_at, ..known }),
            None => Ok(()),
        })
        .await
    }

    /// Takes a question off the list. What it answers can be put back; `None` if it was gone already.
    pub async fn remove_question(&self, id: Id) -> Result<Option<OwnQuestion>, AppError> {
        self.with_questions(move |tx| {
            let known = tx.own_question(&id)?;
            tx.remove_question(&id)?;
            Ok(known)
        })
        .await
    }

    /// Puts back a question that was just taken off the list, as it was.
    pub async fn put_question_back(&self, question: OwnQuestion) -> Result<(), AppError> {
        self.with_questions(move |tx| tx.save_question(&question)).await
    }

    /// One transaction on the questions; nothing of it is ever queued for the clinic.
    async fn with_questions<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let home = self.home()?;
        let done = background(move || Ok(home.store.write(work)?)).await?;
        self.tell(Changed::Own);
        Ok(done)
    }
}

fn trimmed(words: &Private) -> Private {
    Private::new(words.reveal().trim())
}
