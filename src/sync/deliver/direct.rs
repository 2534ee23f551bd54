//! Books and cancels where no desk decides: in one transaction that takes the slots only as they were seen, or by the server's
//! own `$book`. Either the patient has all of it or nothing is changed.

mod operation;
mod transaction;

use super::{
    Attempt, Done, Learnt, Settle,
    guarded::{arrived, found, is_version},
};
use crate::{
    care::{Id, Refusal, booking::WishAnswer},
    clinic::{Answer, scopes::May},
    fhir::booking::direct,
    store::Over,
    sync::{
        SyncError,
        manners::{Manner, Manners},
        offer::offer,
    },
};
use serde_json::Value;

const APPOINTMENT: &str = "Appointment";
const SLOT: &str = "Slot";

/// One step of it.
type Step<T> = Result<T, Stop>;

/// Why there is no further step.
enum Stop {
    /// There is nothing left to do.
    Done(Done),
    /// It ends so for now.
    Settle(Settle),
    /// This server leaves it to a desk.
    ToTheDesk(Learnt),
    /// The phone itself cannot.
    Sync(SyncError),
}

impl From<Settle> for Stop {
    fn from(settle: Settle) -> Self {
        Self::Settle(settle)
    }
}

impl From<SyncError> for Stop {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Clinic(error) => Self::Settle(Settle::Later(error)),
            error => Self::Sync(error),
        }
    }
}

/// What came of it, for whoever delivers.
pub(super) enum Direct {
    Done(Done),
    /// It is no booking, or this server leaves it to a desk.
    ToTheDesk(Learnt),
}

/// What is to be done.
#[derive(Clone, Copy)]
enum Deed<'a> {
    /// The times that are asked for are taken.
    Take,
    /// A visit, known as this version, is cancelled and its times are free again.
    Cancel(&'a str),
}

impl Attempt<'_> {
    /// Does it where the server lets a patient, over this alone where something is named.
    pub(super) async fn without_desk(
        &self,
        over: Option<&Over>,
        manners: &Manners,
    ) -> Result<Direct, SyncError> {
        let Some(deed) = self.deed(over) else { return Ok(Direct::ToTheDesk(None)) };
        match self.go(deed, manners).await {
            Ok(done) | Err(Stop::Done(done)) => Ok(Direct::Done(done)),
            Err(Stop::Settle(settle)) => Ok(Direct::Done(settle.into())),
            Err(Stop::ToTheDesk(learnt)) => Ok(Direct::ToTheDesk(learnt)),
            Err(Stop::Sync(error)) => Err(error),
        }
    }

    async fn go(&self, deed: Deed<'_>, manners: &Manners) -> Step<Done> {
        match (offer(self.room, manners).await?, deed) {
            (Some(offer), Deed::Take) => self.book(offer.dialect).await,
            (Some(offer), Deed::Cancel(version)) => self.cancel_by_operation(version, offer.dialect).await,
            (None, _) if self.may_transact(manners).await => self.transact(deed).await,
            (None, _) => Err(Stop::ToTheDesk(None)),
        }
    }

    fn deed<'a>(&self, over: Option<&'a Over>) -> Option<Deed<'a>> {
        // Whether what a copy brought back still holds, a person says.
        if self.kind != APPOINTMENT || self.came_back {
            return None;
        }
        match (over, self.body.get("status").and_then(Value::as_str)) {
            (None, Some("proposed")) if !direct::slots(&self.body).is_empty() => Some(Deed::Take),
            (Some(Over::Version(version)), Some("cancelled")) => Some(Deed::Cancel(version)),
            _ => None,
        }
    }

    /// The id it is there by, or would be.
    fn own_id(&self) -> &Id {
        self.there.as_ref().unwrap_or(&self.id)
    }

    /// The visit that is to be cancelled, if it is there as the patient knew it.
    async fn still_as(&self, known: &str) -> Step<Answer> {
        let seen = self.see(self.own_id()).await?;
        let there = found(&seen).ok_or(Settle::SetAside(Refusal::Gone))?;
        if self.says_so(there, self.own_id()) {
            return Err(Stop::Done(arrived(&seen)));
        }
        if is_version(&seen, known) { Ok(seen) } else { Err(Settle::SetAside(Refusal::Conflict).into()) }
    }

    /// True where slots may be written and a transaction was not refused before.
    async fn may_transact(&self, manners: &Manners) -> bool {
        !manners.has(Manner::NoTransaction)
            && !manners.has(Manner::GivesItsOwnIds)
            && self.room.clinic.scopes().await.name(SLOT, May::Write)
    }

    /// True if a visit is still the one the patient wants to give up: booked, and at the start they knew.
    async fn is_as_known(&self, old: &Value) -> Result<bool, SyncError> {
        let wish = self.id.clone();
        let known = self.room.read(move |reader| reader.wish(&wish)).await?.and_then(|wish| wish.replaces);
        Ok(direct::is_booked(old) && direct::start(old) == known.map(|(_, start)| start))
    }

    /// False where the patient took back the wish to move a visit, or it came to nothing, since it was sent.
    async fn is_still_to_move(&self) -> Result<bool, SyncError> {
        let wish = self.id.clone();
        let wish = self.room.read(move |reader| reader.wish(&wish)).await?;
        Ok(wish.is_some_and(|wish| {
            wish.is_open() || matches!(wish.answer, Some((WishAnswer::Confirmed { .. }, _)))
        }))
    }
}
