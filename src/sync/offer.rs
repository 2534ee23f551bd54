//! Finds out whether the clinic's server books by operations of its own, and whose: asked once, before anything else about a
//! booking is sent.

use super::{
    Room, SyncError,
    manners::{self, Manner, Manners},
};
use crate::{
    clinic::ClinicError,
    fhir::booking::operation::{self, Dialect, Offer},
};

/// What it offers; `None` where it leaves booking to people, or to a transaction.
///
/// # Errors
/// What kept it from saying so. It has to be asked again before anything is sent: a server that books by itself might take
/// what is sent in another way for a wish that nobody ever decides about.
pub(super) async fn offer(room: &Room, manners: &Manners) -> Result<Option<Offer>, SyncError> {
    if let Ok(known) = known(manners) {
        return Ok(known);
    }
    let answer = match room.clinic.capabilities().await {
        Ok(answer) if matches!(answer.status, 200 | 403..=405 | 410 | 501) => answer,
        Ok(answer) => {
            let error = ClinicError::of_status(answer.status, answer.retry_after);
            return Err(error.unwrap_or(ClinicError::NotUnderstood("capabilities")).into());
        }
        // One that says too much about itself, or nothing one could read, offers nothing.
        Err(ClinicError::AnswerTooLarge | ClinicError::NotUnderstood(_)) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let offered = answer.body.as_ref().filter(|_| answer.status == 200).and_then(operation::offered);
    for manner in as_manners(offered) {
        manners::note(room, manner).await?;
    }
    Ok(offered)
}

/// It has to be asked.
struct Unknown;

/// What is known without asking.
fn known(manners: &Manners) -> Result<Option<Offer>, Unknown> {
    if manners.has(Manner::NoBook) {
        return Ok(None);
    }
    let keeps = manners.has(Manner::Holds);
    let keeps_none = manners.has(Manner::NoHold);
    if !manners.has(Manner::Books) || !(keeps || keeps_none) {
        return Err(Unknown);
    }
    let dialect = if manners.has(Manner::Argonaut) { Dialect::Argonaut } else { Dialect::Ihe };
    Ok(Some(Offer { dialect, holds: keeps && !keeps_none }))
}

fn as_manners(offered: Option<Offer>) -> Vec<Manner> {
    let Some(offer) = offered else { return vec![Manner::NoBook] };
    let mut learnt = vec![Manner::Books, if offer.holds { Manner::Holds } else { Manner::NoHold }];
    learnt.extend((offer.dialect == Dialect::Argonaut).then_some(Manner::Argonaut));
    learnt
}
