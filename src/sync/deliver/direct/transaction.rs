//! Booking in one transaction: over the place that was kept for it and over the slots as they were seen, all of it or nothing.

use super::{
    super::{
        bare, etag,
        guarded::arrived,
        place::{Kept, Place},
    },
    APPOINTMENT, Attempt, Deed, Done, SLOT, Settle, Tried, found, version,
};
use crate::{
    care::{Id, Refusal},
    clinic::ClinicError,
    fhir::booking::{
        self,
        direct::{self, Change},
    },
    sync::{
        SyncError,
        judge::{self, Judgement, Meaning},
        manners::Manner,
    },
};
use serde_json::Value;

/// How often it is looked again where something changes between looking and taking.
const LOOKS: usize = 3;

/// What is to be done next.
enum Plan<T> {
    Do(T),
    /// There is nothing left to do.
    Done(Done),
    /// It cannot be guarded here, so a person decides.
    ToTheDesk,
}

impl Attempt<'_> {
    pub(super) async fn transact(&self, deed: Deed<'_>) -> Result<Tried, SyncError> {
        let place = match deed {
            Deed::Cancel(_) => None,
            Deed::Take => match self.own_place().await? {
                Ok(Plan::Do(place)) => Some(place),
                Ok(Plan::Done(done)) => return Ok(Ok(Ok(done))),
                Ok(Plan::ToTheDesk) => return Ok(Ok(Err(None))),
                Err(settle) => return Ok(Err(settle)),
            },
        };
        let mut refused = Refusal::Conflict;
        for _ in 0..LOOKS {
            let plan = match (deed, &place) {
                (Deed::Cancel(version), _) => self.cancelling(version).await,
                (Deed::Take, Some(place)) => self.taking(place).await?,
                (Deed::Take, None) => Ok(Plan::ToTheDesk),
            };
            let changes = match plan {
                Ok(Plan::Do(changes)) => changes,
                Ok(Plan::Done(done)) => return Ok(Ok(Ok(done))),
                Ok(Plan::ToTheDesk) => return Ok(Ok(Err(Some(Manner::NoTransaction)))),
                Err(settle) => return Ok(Err(settle)),
            };
            let body = direct::transaction(&changes).to_string();
            let answer = match self.room.clinic.post("", &body, None).await {
                Ok(answer) => answer,
                Err(error) => return Ok(Err(Settle::Later(error))),
            };
            match (answer.status, judge::meaning(&answer)) {
                (_, Meaning::Taken) => {
                    return Ok(Ok(Ok(Done::Delivered { version: None, there: None })));
                }
                (501, _) | (403..=405, Meaning::Refused(_)) => {
                    return Ok(Ok(Err(Some(Manner::NoTransaction))));
                }
                // Somebody was faster, which not every server says in the same way: what is there now decides.
                (400 | 409 | 412 | 422, Meaning::Refused(why)) => refused = why,
                (_, Meaning::Refused(why)) => return Ok(Err(Settle::SetAside(why))),
                (_, Meaning::Later(error)) => return Ok(Err(Settle::Later(error))),
            }
        }
        Ok(match refused {
            Refusal::Conflict => Err(Settle::Later(ClinicError::Precondition)),
            _ => Ok(Err(None)),
        })
    }

    /// The place of this wish: a request that arrives after it was taken back finds it in another version.
    async fn own_place(&self) -> Result<Result<Plan<Place>, Settle>, SyncError> {
        if self.retried || self.there.is_some() {
            let id = self.there.as_ref().unwrap_or(&self.id);
            let seen = match self.see(id).await {
                Ok(seen) => seen,
                Err(settle) => return Ok(Err(settle)),
            };
            match found(&seen) {
                Some(there) if self.is_place(there) => {
                    let place = version(&seen).map(|over| Place { id: id.clone(), over: Some(over) });
                    return Ok(Ok(place.map_or(Plan::ToTheDesk, Plan::Do)));
                }
                Some(_) => return Ok(Ok(Plan::Done(arrived(&seen)))),
                None => {}
            }
        }
        let Some(empty) = &self.empty else { return Ok(Ok(Plan::ToTheDesk)) };
        match self.keep_place(empty, true).await {
            Kept::Place(place) if place.over.is_some() => Ok(Ok(Plan::Do(place))),
            Kept::Judged(Judgement::Settle(Settle::Later(error))) => Ok(Err(Settle::Later(error))),
            Kept::Place(_) | Kept::Judged(_) => Ok(Ok(Plan::ToTheDesk)),
            Kept::NotNoted(error) => Err(error),
        }
    }

    /// The appointment with its slots and, where a visit is moved, that visit off and its slots free.
    async fn taking(&self, place: &Place) -> Result<Result<Plan<Vec<Change>>, Settle>, SyncError> {
        let old = match direct::replaced(&self.body) {
            None => None,
            Some(old) => match self.see_at(APPOINTMENT, &old).await {
                Err(settle) => return Ok(Err(settle)),
                Ok(seen) => match found(&seen) {
                    Some(there) if self.is_as_known(there).await? => Some(seen),
                    _ => return Ok(self.not_given(place, false).await),
                },
            },
        };
        Ok(self.changes(place, old.as_ref().and_then(|seen| Some((found(seen)?, version(seen))))).await)
    }

    async fn changes(
        &self,
        place: &Place,
        old: Option<(&Value, Option<String>)>,
    ) -> Result<Plan<Vec<Change>>, Settle> {
        let wanted = direct::slots(&self.body);
        let mut changes = Vec::new();
        for slot in &wanted {
            let seen = self.see_at(SLOT, slot).await?;
            let Some(there) = found(&seen).filter(|there| direct::is_free(there)) else {
                return self.not_given(place, true).await;
            };
            let Some(over) = version(&seen) else { return Ok(Plan::ToTheDesk) };
            changes.push(Change { body: direct::slot(there, true), over: Some(over) });
        }
        if let Some((there, over)) = old {
            changes.push(Change { body: booking::cancelled(there, None), over });
            changes.extend(self.freed(there, &wanted).await?);
        }
        let booked = direct::booked(&self.named(Some(&place.id)));
        changes.push(Change { body: booked, over: place.over.clone() });
        Ok(Plan::Do(changes))
    }

    /// The time is not given, unless an earlier request of our own was quicker.
    async fn not_given(&self, place: &Place, gone: bool) -> Result<Plan<Vec<Change>>, Settle> {
        let seen = self.see(&place.id).await?;
        let ours = found(&seen).is_some_and(|there| !self.is_place(there));
        Ok(Plan::Done(if ours { arrived(&seen) } else { Done::NotGiven { gone } }))
    }

    /// The visit cancelled as the patient knew it, and its slots free.
    async fn cancelling(&self, known: &str) -> Result<Plan<Vec<Change>>, Settle> {
        let id = self.there.as_ref().unwrap_or(&self.id);
        let seen = self.see(id).await?;
        let Some(there) = found(&seen) else { return Err(Settle::SetAside(Refusal::Gone)) };
        if self.says_so(there, id) {
            return Ok(Plan::Done(arrived(&seen)));
        }
        if judge::version(&seen).as_deref().map(bare) != Some(bare(known)) {
            return Err(Settle::SetAside(Refusal::Conflict));
        }
        let mut changes = vec![Change { body: self.named(Some(id)), over: Some(etag(known)) }];
        changes.extend(self.freed(there, &[]).await?);
        Ok(Plan::Do(changes))
    }

    /// The slots of an appointment that is given up, free again, but for those it keeps.
    async fn freed(&self, appointment: &Value, kept: &[Id]) -> Result<Vec<Change>, Settle> {
        let mut freed = Vec::new();
        for slot in direct::slots(appointment).into_iter().filter(|slot| !kept.contains(slot)) {
            let seen = self.see_at(SLOT, &slot).await?;
            let taken = found(&seen).filter(|there| direct::is_taken(there));
            freed
                .extend(taken.map(|there| Change { body: direct::slot(there, false), over: version(&seen) }));
        }
        Ok(freed)
    }
}
