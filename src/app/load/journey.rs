//! Puts the journey together.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        read::{Journey, JourneyLine, VisitView},
    },
    care::{
        Id,
        journey::{Step, journey},
    },
};

impl Cairn {
    /// The four steps with their visits.
    pub async fn journey(&self) -> Result<Journey, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let views = |ids: &[Id]| -> Vec<VisitView> {
                let find = |id: &Id| records.visits.iter().find(|visit| visit.id == *id);
                ids.iter().filter_map(find).map(|visit| records.view(visit, phone)).collect()
            };
            let mut other: Vec<_> =
                records.visits.iter().filter(|v| Step::of(v.kind).is_none() && v.is_ahead(now)).collect();
            other.sort_by_key(|visit| visit.start);
            Ok(Journey {
                steps: journey(&records.visits, now)
                    .into_iter()
                    .map(|step| JourneyLine {
                        step: step.step,
                        stage: step.stage,
                        behind: views(&step.behind),
                        ahead: views(&step.ahead),
                    })
                    .collect(),
                other_ahead: other.into_iter().map(|visit| records.view(visit, phone)).collect(),
                incomplete: records.has_unreadable("Appointment"),
                first_time: records.not_yet_known(),
            })
        })
        .await
    }

    /// One visit; `None` when the clinic took it back or it cannot be read any more.
    pub async fn visit(&self, id: Id) -> Result<Option<VisitView>, AppError> {
        let phone = self.zone();
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            Ok(records.visits.iter().find(|visit| visit.id == id).map(|visit| records.view(visit, phone)))
        })
        .await
    }
}
