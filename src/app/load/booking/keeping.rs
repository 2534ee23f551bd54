//! Whether the time a patient looks at is kept for them.

use crate::{
    app::{AppError, Cairn},
    care::{Id, booking::Keeping},
    sync,
};

impl Cairn {
    /// Whether the clinic's server keeps the time of these slots for the patient, who has not asked for it yet.
    pub async fn keeping(&self, slots: Vec<Id>) -> Result<Keeping, AppError> {
        let now = self.now();
        self.look(move |home, reader| {
            let mut holds = reader.open_holds()?.into_iter();
            let keeping =
                holds.find(|hold| hold.is_for(&slots)).map_or(Keeping::Not, |hold| hold.keeping(now));
            // Nothing is promised of a server that is not known to do it.
            let asking = home.standing().keeping && sync::holds(reader, now)?;
            Ok(if keeping == Keeping::Asking && !asking { Keeping::Not } else { keeping })
        })
        .await
    }
}
