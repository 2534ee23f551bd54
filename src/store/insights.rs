//! Insights: words the patient marked in a page, kept word for word until they or the page go.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{
    Id,
    journal::{Insight, Stood},
};
use rusqlite::{Row, params};

impl Tx<'_> {
    /// Keeps an insight, in place of the one with the same id.
    pub fn save_insight(&self, insight: &Insight) -> Result<(), StoreError> {
        let stood = insight.stood.as_ref();
        let place = stood.map(|stood| i64::try_from(stood.place).unwrap_or(i64::MAX));
        self.change(
            "INSERT INTO insight (id, entry, words, at, place, before, behind) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET words = excluded.words, at = excluded.at, place = excluded.place,
                 before = excluded.before, behind = excluded.behind",
            params![
                insight.id,
                insight.entry,
                insight.words,
                Millis(insight.at),
                place,
                stood.map(|stood| &stood.before),
                stood.map(|stood| &stood.behind)
            ],
        )?;
        Ok(())
    }

    /// Lets go of an insight; a step that came of it keeps its own words. True if it was there.
    pub fn remove_insight(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM insight WHERE id = ?1", [id])? > 0)
    }
}

/// Not those of a page that was taken away, even while it can still be brought back.
const STANDING: &str = "SELECT insight.* FROM insight JOIN journal_entry ON journal_entry.id = insight.entry
                        WHERE removed_at IS NULL";

impl Reader<'_> {
    /// The insight with this id.
    pub fn insight(&self, id: &Id) -> Result<Option<Insight>, StoreError> {
        self.one(&format!("{STANDING} AND insight.id = ?1"), [id], insight)
    }

    /// The insights of a page, in the order in which they were marked.
    pub fn insights_of(&self, entry: &Id) -> Result<Vec<Insight>, StoreError> {
        let sql = format!("{STANDING} AND insight.entry = ?1 ORDER BY insight.at, insight.id");
        self.all(&sql, [entry], insight)
    }

    /// All insights, the newest first.
    pub fn insights(&self) -> Result<Vec<Insight>, StoreError> {
        self.all(&format!("{STANDING} ORDER BY insight.at DESC, insight.id DESC"), [], insight)
    }
}

fn insight(row: &Row<'_>) -> rusqlite::Result<Insight> {
    let Millis(at) = row.get("at")?;
    let place: Option<i64> = row.get("place")?;
    let stood = match place.and_then(|place| usize::try_from(place).ok()) {
        Some(place) => row
            .get::<_, Option<_>>("before")?
            .zip(row.get::<_, Option<_>>("behind")?)
            .map(|(before, behind)| Stood { place, before, behind }),
        None => None,
    };
    Ok(Insight { id: row.get("id")?, entry: row.get("entry")?, words: row.get("words")?, stood, at })
}
