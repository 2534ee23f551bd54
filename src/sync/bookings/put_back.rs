//! A visit that the clinic puts back after the patient had cancelled it stands again, and the patient is told when it is.

use super::off;
use crate::{
    care::{Delivery, Happened, Id, Subject, Visit, VisitState},
    store::{Reader, StoreError, Tx},
    sync::known::Known,
};
use chrono::{DateTime, Utc};

/// What to tell if this visit was off by the patient's word until it landed just now; `None` if it was not.
pub(super) fn stands_again(
    reader: &Reader<'_>,
    visit: &Visit,
    now: DateTime<Utc>,
) -> Result<Option<(Subject, Happened, Id)>, StoreError> {
    let Some(at) = visit.start.filter(|_| visit.state == VisitState::Confirmed && visit.is_ahead(now)) else {
        return Ok(None);
    };
    let was_off = match reader.cancellation(&visit.id)?.map(|known| known.done) {
        Some(Some(true)) => Known::load(reader, &visit.id)?.is_some_and(|known| known.withdrawn),
        // The clinic took the word, and had put the visit back before it was seen to be off.
        Some(None) => matches!(reader.delivery(&visit.id)?, Some(Delivery::Sent(_))),
        _ => false,
    };
    Ok(was_off.then(|| (Subject::Visit, Happened::StandsAgain { at }, visit.id.clone())))
}

/// The cancellation of a visit that stands again was done, and what went with it is off.
pub(super) fn end(
    tx: &Tx<'_>,
    visit: &Visit,
    now: DateTime<Utc>,
    name: &dyn Fn() -> Id,
) -> Result<(), StoreError> {
    off::with_visit(tx, &visit.id, now, name)?;
    tx.end_cancellation(&visit.id, true).map(drop)
}
