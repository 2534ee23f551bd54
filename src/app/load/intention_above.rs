//! Finds the intention a page of after a session looks back at.

use super::Records;
use crate::{
    app::{AppError, Cairn},
    care::{
        Id, Intention, SessionTimes,
        journal::{Entry, Phase},
    },
};

impl Cairn {
    /// What the patient had written before the session this page follows; `None` for a page of another time, and where
    /// nothing was written.
    pub async fn intention_above(&self, entry: Id) -> Result<Option<Intention>, AppError> {
        let phone = self.zone();
        self.look(move |home, reader| {
            let Some(entry) = reader.entry(&entry)?.filter(follows_a_session) else { return Ok(None) };
            let mut all = reader.intentions()?.into_iter();
            if let Some(meant) = &entry.intention {
                return Ok(all.find(|intention| intention.id == *meant));
            }
            let records = Records::load(home, reader)?;
            let visit = records.visits.iter().find(|visit| Some(&visit.id) == entry.visit.as_ref());
            let times = visit.zip(records.the_rules()).and_then(|(visit, protocol)| {
                let zone = records.zone_of(visit, phone);
                SessionTimes::of_visit(protocol, visit, records.marks(&visit.id), zone)
            });
            let Some(times) = times else { return Ok(None) };
            // The newest first: what stood there when the session began.
            Ok(all.find(|intention| intention.at <= times.injection && !intention.words.is_blank()))
        })
        .await
    }
}

const fn follows_a_session(entry: &Entry) -> bool {
    matches!(entry.phase, Some(Phase::Day0 | Phase::Day1 | Phase::Day3 | Phase::Week1 | Phase::Week4))
}
