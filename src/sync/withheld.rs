//! What the clinic has and does not hand out (any more): the older version at hand is never shown as current.

use super::{SyncError, kinds::subject, land::Landing, trip::Trip};
use crate::{
    care::Id,
    clinic::{ClinicError, Handling},
};

/// True if a patient acts upon records of `kind` and the error will not pass by itself.
pub(super) fn is_withheld(kind: &str, error: ClinicError) -> bool {
    subject(kind).is_some() && error.handling() == Handling::NeedsAttention
}

/// A whole type is not handed out: of what is held, nobody knows whether it is still so.
///
/// # Errors
/// [`ClinicError::NotAllowed`], if the patient acts upon records of this type and any is held.
pub(super) async fn whole_type(trip: &Trip<'_>, kind: &'static str) -> Result<(), SyncError> {
    let held = trip.room.read(move |reader| reader.mirrored_ids(kind)).await?;
    these(trip, kind, held.into_iter().map(|(id, _)| id).collect()).await
}

/// The same of these records of the type.
pub(super) async fn these(trip: &Trip<'_>, kind: &'static str, held: Vec<Id>) -> Result<(), SyncError> {
    if held.is_empty() || subject(kind).is_none() {
        return Ok(());
    }
    let withheld = |id| Landing::Withheld { kind: kind.to_owned(), id, listed: false };
    trip.land(held.into_iter().map(withheld).collect()).await?;
    Err(ClinicError::NotAllowed.into())
}
