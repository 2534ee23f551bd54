//! Booking in one transaction: over the place that was kept for it and over the slots as they were seen, all of it or nothing.

use super::{
    super::{
        guarded::{arrived, found},
        place::{Kept, Place, etag, over},
    },
    APPOINTMENT, Attempt, Deed, Done, SLOT, Settle, Step, Stop,
};
use crate::{
    care::{Id, Refusal},
    clinic::ClinicError,
    fhir::booking::{
        self,
        direct::{self, Change},
    },
    sync::{
        judge::{self, Judgement, Meaning},
        manners::Manner,
    },
};
use serde_json::Value;

/// How often it is looked again where something changes between looking and taking.
const LOOKS: usize = 3;

/// A deed with what it takes.
enum Work<'a> {
    Take(Place),
    Cancel(&'a str),
}

impl Attempt<'_> {
    pub(super) async fn transact(&self, deed: Deed<'_>) -> Step<Done> {
        let work = match deed {
            Deed::Take => Work::Take(self.own_place().await?),
            Deed::Cancel(known) => Work::Cancel(known),
        };
        let mut refused = Refusal::Conflict;
        for _ in 0..LOOKS {
            let changes = match &work {
                Work::Take(place) => self.taking(place).await?,
                Work::Cancel(known) => self.cancelling(known).await?,
            };
            let body = direct::transaction(&changes).to_string();
            let answer = self.room.clinic.post("", &body, None).await.map_err(Settle::Later)?;
            if judge::is_not_for_patients(&answer) {
                return Err(Stop::ToTheDesk(Some(Manner::NoTransaction)));
            }
            match (answer.status, judge::meaning(&answer)) {
                (_, Meaning::Taken) => return Ok(Done::Delivered { version: None, there: None }),
                // Somebody was faster, which not every server says in the same way: what is there now decides.
                (400 | 409 | 412 | 422, Meaning::Refused(why)) => refused = why,
                (_, Meaning::Refused(why)) => return Err(Settle::SetAside(why).into()),
                (_, Meaning::Later(error)) => return Err(Settle::Later(error).into()),
            }
        }
        Err(match refused {
            Refusal::Conflict => Settle::Later(ClinicError::Precondition).into(),
            _ => Stop::ToTheDesk(None),
        })
    }

    /// The place of this wish: a request that arrives after it was taken back finds it in another version.
    async fn own_place(&self) -> Step<Place> {
        if self.retried || self.there.is_some() {
            let seen = self.see(self.own_id()).await?;
            match found(&seen) {
                Some(there) if self.is_place(there) => {
                    let over = over(&seen).ok_or(Stop::ToTheDesk(Some(Manner::NoTransaction)))?;
                    return Ok(Place { id: self.own_id().clone(), over: Some(over) });
                }
                Some(_) => return Err(Stop::Done(arrived(&seen))),
                None => {}
            }
        }
        let empty = self.empty.as_ref().ok_or(Stop::ToTheDesk(None))?;
        match self.keep_place(empty, true).await {
            Kept::Place(place) if place.over.is_some() => Ok(place),
            Kept::Judged(Judgement::Settle(later @ Settle::Later(_))) => Err(later.into()),
            Kept::Place(_) | Kept::Judged(_) => Err(Stop::ToTheDesk(None)),
            Kept::NotNoted(error) => Err(error.into()),
        }
    }

    /// The appointment with its slots and, where a visit is moved, that visit off and its slots free.
    async fn taking(&self, place: &Place) -> Step<Vec<Change>> {
        let wanted = direct::slots(&self.body);
        let mut changes = Vec::new();
        if let Some(old) = direct::replaced(&self.body) {
            let seen = self.see_at(APPOINTMENT, &old).await?;
            match found(&seen) {
                Some(there) if self.is_as_known(there).await? => {
                    changes.push(Change { body: booking::cancelled(there, None), over: over(&seen) });
                    changes.extend(self.freed(there, &wanted).await?);
                }
                _ => return Err(self.not_given(place, false).await?),
            }
        }
        for slot in &wanted {
            let seen = self.see_at(SLOT, slot).await?;
            let Some(there) = found(&seen).filter(|there| direct::is_free(there)) else {
                return Err(self.not_given(place, true).await?);
            };
            // Nobody could say that it is still free.
            let over = over(&seen).ok_or(Stop::ToTheDesk(Some(Manner::NoTransaction)))?;
            changes.push(Change { body: direct::slot(there, true), over: Some(over) });
        }
        let booked = direct::booked(&self.named(Some(&place.id)));
        changes.push(Change { body: booked, over: place.over.clone() });
        Ok(changes)
    }

    /// The time is not given, unless an earlier request of our own was quicker.
    async fn not_given(&self, place: &Place, gone: bool) -> Step<Stop> {
        let seen = self.see(&place.id).await?;
        let ours = found(&seen).is_some_and(|there| !self.is_place(there));
        Ok(Stop::Done(if ours { arrived(&seen) } else { Done::NotGiven { gone } }))
    }

    /// The visit cancelled as the patient knew it, and its slots free.
    async fn cancelling(&self, known: &str) -> Step<Vec<Change>> {
        let seen = self.still_as(known).await?;
        let mut changes = vec![Change { body: self.named(Some(self.own_id())), over: Some(etag(known)) }];
        let there = seen.body.unwrap_or_default();
        changes.extend(self.freed(&there, &[]).await?);
        Ok(changes)
    }

    /// The slots of an appointment that is given up, free again, but for those it keeps.
    async fn freed(&self, appointment: &Value, kept: &[Id]) -> Step<Vec<Change>> {
        let mut freed = Vec::new();
        for slot in direct::slots(appointment).into_iter().filter(|slot| !kept.contains(slot)) {
            let seen = self.see_at(SLOT, &slot).await?;
            let taken = found(&seen).filter(|there| direct::is_taken(there));
            freed.extend(taken.map(|there| Change { body: direct::slot(there, false), over: over(&seen) }));
        }
        Ok(freed)
    }
}
