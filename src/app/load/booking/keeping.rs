//! Whether the time a patient looks at is kept for them.

use crate::{
    app::{AppError, Cairn},
    care::{Id, VisitKind, booking::Keeping},
    sync,
};

impl Cairn {
    /// Whether the clinic's server keeps the time of these slots for a visit of this kind, which the patient has not asked for
    /// yet.
    pub async fn keeping(&self, kind: VisitKind, slots: Vec<Id>) -> Result<Keeping, AppError> {
        let now = self.now();
        self.look(move |home, reader| {
            let mut holds = reader.open_holds()?.into_iter();
            let keeping =
                holds.find(|hold| hold.is_for(kind, &slots)).map_or(Keeping::Not, |hold| hold.keeping(now));
            // Nothing is promised of a server that is not known to do it.
            let asking = home.standing().keeping && sync::holds(reader, now)?;
            Ok(if keeping == Keeping::Asking && !asking { Keeping::Not } else { keeping })
        })
        .await
    }
}
