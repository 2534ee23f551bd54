//! Asks the clinic several things: in one request where the server allows it, else a few side by side.

use super::{SyncError, manners::Manner, trip::Trip};
use crate::clinic::{Answer, Ask, ClinicError, FhirClient};
use tokio::task::JoinSet;

/// How many requests run side by side.
pub(super) const SIDE_BY_SIDE: usize = 4;
/// No more questions than this in one request.
const TOGETHER: usize = 50;

/// One answer, or why there is none.
pub(super) type Got = Result<Answer, ClinicError>;

/// The answers in the order of the questions. An error that concerns everything ends it at once.
pub(super) async fn ask_all(trip: &mut Trip<'_>, asks: Vec<Ask>) -> Result<Vec<Got>, SyncError> {
    let mut answers = Vec::with_capacity(asks.len());
    for group in asks.chunks(TOGETHER) {
        if group.len() > 1 && !trip.manners.has(Manner::NoBatch) {
            match trip.room.clinic.ask_together(group).await {
                Ok(together) => {
                    answers.extend(together.into_iter().map(Ok));
                    continue;
                }
                Err(error) if error.concerns_everything() => return Err(error.into()),
                // A refusal holds for good; anything else may have been a bad moment.
                Err(ClinicError::NotAllowed | ClinicError::NotFound | ClinicError::Refused { .. }) => {
                    trip.manners.learn(trip.room, Manner::NoBatch).await?;
                }
                Err(_) => {}
            }
        }
        answers.extend(side_by_side(&trip.room.clinic, group).await?);
    }
    Ok(answers)
}

async fn side_by_side(clinic: &FhirClient, asks: &[Ask]) -> Result<Vec<Got>, SyncError> {
    let mut waiting = asks.iter().cloned().enumerate();
    let mut running = JoinSet::new();
    let mut answers: Vec<Option<Got>> = asks.iter().map(|_| None).collect();
    loop {
        while running.len() < SIDE_BY_SIDE
            && let Some((place, ask)) = waiting.next()
        {
            let clinic = clinic.clone();
            running.spawn(async move { (place, clinic.ask(&ask).await) });
        }
        let Some(done) = running.join_next().await else { break };
        let Ok((place, got)) = done else { continue };
        if let Err(error) = &got
            && error.concerns_everything()
        {
            return Err((*error).into());
        }
        if let Some(answer) = answers.get_mut(place) {
            *answer = Some(got);
        }
    }
    let missing = || Err(ClinicError::NotUnderstood("no answer"));
    Ok(answers.into_iter().map(|answer| answer.unwrap_or_else(missing)).collect())
}
