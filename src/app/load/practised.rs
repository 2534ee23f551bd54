//! Puts the practices together: what the clinic's protocol offers, and the patient's own log.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        read::{OnePractice, Practices, PractisedLine},
    },
    care::journal::{Kept, Practice, Practised},
};

/// How many lines of the log are in sight.
const LOG: usize = 60;
/// How many lines are looked through for what helped before, and how many of them are shown.
const LOOKED_THROUGH: usize = 400;
const BEFORE: usize = 5;

impl Cairn {
    /// What there is to practise, and what helped.
    pub async fn practices(&self) -> Result<Practices, AppError> {
        self.look(|home, reader| {
            let records = Records::load(home, reader)?;
            let kept = reader.kept_for_session()?;
            let line = |practised: Practised| {
                let kept = kept.contains(&Kept::Practised(practised.id.clone()));
                PractisedLine { practised, kept }
            };
            Ok(Practices {
                offered: Practice::offered(records.the_rules()),
                minutes: minutes(&records),
                log: reader.practised(LOG)?.into_iter().map(line).collect(),
            })
        })
        .await
    }

    /// One practice.
    pub async fn practice(&self, practice: Practice) -> Result<OnePractice, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let of_it = |one: &Practised| one.practice == practice && one.words.is_some();
            let helped = reader.practised(LOOKED_THROUGH)?.into_iter().filter(of_it).take(BEFORE).collect();
            let visit = records.next_integration(now).map(|visit| records.view(visit, phone));
            Ok(OnePractice { helped, minutes: minutes(&records), visit, practice })
        })
        .await
    }
}

fn minutes(records: &Records) -> Option<i64> {
    let (_, task) = records.the_rules()?.task("practice")?;
    Some(task.minutes.as_ref()?.value.length().num_minutes())
}
