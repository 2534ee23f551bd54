//! Remembering which times the patient was shown, so that a change of the clinic's rules is told.

use crate::{
    app::{AppError, Cairn, Changed, background, load::Records},
    care::{Id, preparation::ToldTimes},
    store::{Reader, StoreError},
};
use std::sync::Arc;

/// The setting that holds the times shown last, as JSON.
const TOLD_TIMES: &str = "times.told";

/// The times the patient was shown last; none where that cannot be read any more.
pub(in crate::app) fn told_times(reader: &Reader<'_>) -> Result<Option<ToldTimes>, StoreError> {
    reader.get_json(TOLD_TIMES)
}

impl Cairn {
    /// The times of this visit are in sight. What was shown of it before, at the same start, stays to be compared with
    /// until [`Cairn::read_times`].
    pub async fn show_times(&self, visit: Id) -> Result<(), AppError> {
        self.keep_times(visit, false).await
    }

    /// The patient has read that the times of this visit changed.
    pub async fn read_times(&self, visit: Id) -> Result<(), AppError> {
        self.keep_times(visit, true).await?;
        self.tell(Changed::Own);
        Ok(())
    }

    async fn keep_times(&self, visit: Id, read: bool) -> Result<(), AppError> {
        let (home, now, phone) = (self.home()?, self.now(), self.zone());
        let open = Arc::clone(&home);
        background(move || {
            Ok(open.store.write(|tx| {
                let records = Records::load(&open, tx)?;
                let visit = records.visits.iter().find(|one| one.id == visit);
                let Some(times) = visit.and_then(|visit| records.told_times(visit, now, phone)) else {
                    return Ok(());
                };
                let before = told_times(tx)?.filter(|before| before.is_comparable(&times));
                match before {
                    Some(_) if !read => Ok(()),
                    _ => tx.set_json(TOLD_TIMES, &times),
                }
            })?)
        })
        .await
    }
}
