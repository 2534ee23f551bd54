//! The patient's questions for the clinic, in the order in which they came up. They never leave the phone.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Id, OwnQuestion};
use rusqlite::{Row, params};

impl Tx<'_> {
    /// Saves a question, in place of the one with the same id. Instants are kept to the millisecond.
    pub fn save_question(&self, question: &OwnQuestion) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO question (id, words, article, made_at, done_at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET words = excluded.words, article = excluded.article,
                 made_at = excluded.made_at, done_at = excluded.done_at",
            params![
                question.id,
                question.words,
                question.article,
                Millis(question.made_at),
                question.asked_at.map(Millis)
            ],
        )?;
        Ok(())
    }

    /// Removes a question; true if it was there.
    pub fn remove_question(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM question WHERE id = ?1", [id])? > 0)
    }
}

impl Reader<'_> {
    /// The question with this id.
    pub fn own_question(&self, id: &Id) -> Result<Option<OwnQuestion>, StoreError> {
        self.one("SELECT * FROM question WHERE id = ?1", [id], question)
    }

    /// All questions, oldest first.
    pub fn own_questions(&self) -> Result<Vec<OwnQuestion>, StoreError> {
        self.all("SELECT * FROM question ORDER BY made_at, id", [], question)
    }
}

fn question(row: &Row<'_>) -> rusqlite::Result<OwnQuestion> {
    let (Millis(made_at), asked): (_, Option<Millis>) = (row.get("made_at")?, row.get("done_at")?);
    Ok(OwnQuestion {
        id: row.get("id")?,
        words: row.get("words")?,
        article: row.get("article")?,
        made_at,
        asked_at: asked.map(|Millis(at)| at),
    })
}
