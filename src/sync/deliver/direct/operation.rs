//! Booking by the server's own `$book`: it keeps no place and takes no version, so whatever it answers is looked at again
//! before it counts.

use super::{super::guarded::arrived, APPOINTMENT, Attempt, Done, Settle, found};
use crate::{
    care::{Id, Refusal},
    clinic::ClinicError,
    fhir::booking::{self, direct},
    sync::{
        SyncError,
        judge::{self, Meaning},
    },
};
use serde_json::Value;

/// What `$book` answered.
enum Answered {
    /// The appointment it came to.
    One(Value),
    /// Why there is none.
    WhyNot,
    /// It is not for patients, or not there.
    NotOffered,
}

impl Attempt<'_> {
    /// Books. A visit that is moved is given up once the new one is booked, and not before. `None`: a desk decides.
    pub(super) async fn book(&self) -> Result<Option<Done>, Settle> {
        let token = self.identifier().ok_or(Settle::SetAside(Refusal::NotUnderstood))?;
        let old = match direct::replaced(&self.body) {
            Some(old) => Some((self.see_at(APPOINTMENT, &old).await?, old)),
            None => None,
        };
        let known = if self.retried { self.find(&token).await? } else { None };
        let (there, record) = if let Some(known) = known {
            known
        } else {
            if let Some((seen, _)) = &old
                && !self.can_be_given_up(found(seen)).await?
            {
                return Ok(Some(Done::NotGiven { gone: false }));
            }
            match self.operate(&direct::to_book(&self.body)).await? {
                Answered::One(booked) if direct::is_booked(&booked) => (id_of(&booked)?, booked),
                Answered::NotOffered => return Ok(None),
                // It may be an earlier request of our own that was quicker.
                Answered::One(_) | Answered::WhyNot => match self.find(&token).await? {
                    Some(known) => known,
                    None => return Ok(Some(Done::NotGiven { gone: true })),
                },
            }
        };
        if direct::is_booked(&record)
            && let Some((seen, old)) = &old
            && let Some(before) = found(seen)
            && self.can_be_given_up(Some(before)).await?
        {
            self.give_up(old, before).await?;
        }
        Ok(Some(Done::Delivered { version: None, there: Some(there) }))
    }

    /// Cancels over the version the patient knew, as far as one can. `None`: a desk decides.
    pub(super) async fn cancel_by_operation(&self, known: &str) -> Result<Option<Done>, Settle> {
        let id = self.there.as_ref().unwrap_or(&self.id);
        let seen = self.see(id).await?;
        let Some(there) = found(&seen) else { return Err(Settle::SetAside(Refusal::Gone)) };
        if self.says_so(there, id) {
            return Ok(Some(arrived(&seen)));
        }
        if judge::version(&seen).as_deref().map(super::super::bare) != Some(super::super::bare(known)) {
            return Err(Settle::SetAside(Refusal::Conflict));
        }
        match self.operate(&direct::to_cancel(&self.named(Some(id)))).await? {
            Answered::One(off) if direct::is_cancelled(&off) => {
                Ok(Some(Done::Delivered { version: None, there: None }))
            }
            Answered::One(_) | Answered::WhyNot => Err(Settle::SetAside(Refusal::NotUnderstood)),
            Answered::NotOffered => Ok(None),
        }
    }

    async fn can_be_given_up(&self, old: Option<&Value>) -> Result<bool, Settle> {
        let Some(old) = old else { return Ok(false) };
        // What the phone cannot read now it can read later.
        self.is_as_known(old).await.map_err(|_: SyncError| Settle::Later(ClinicError::CutShort))
    }

    async fn give_up(&self, old: &Id, before: &Value) -> Result<(), Settle> {
        match self.operate(&direct::to_cancel(&booking::cancelled(before, None))).await? {
            Answered::One(off) if direct::is_cancelled(&off) => Ok(()),
            _ => {
                tracing::warn!(id = %old, "the old visit is not given up");
                Err(Settle::SetAside(Refusal::NotUnderstood))
            }
        }
    }

    async fn operate(&self, parameters: &Value) -> Result<Answered, Settle> {
        let body = parameters.to_string();
        let answer = self.room.clinic.post(direct::BOOK_AT, &body, None).await.map_err(Settle::Later)?;
        match (answer.status, judge::meaning(&answer)) {
            (_, Meaning::Taken) => match &answer.body {
                Some(body) => {
                    Ok(direct::answered(body).map_or(Answered::WhyNot, |one| Answered::One(one.clone())))
                }
                None => Err(Settle::Later(ClinicError::NotUnderstood("answer to a booking"))),
            },
            (501, _) | (403..=405, Meaning::Refused(_)) => Ok(Answered::NotOffered),
            (409, Meaning::Refused(_)) => Ok(Answered::WhyNot),
            (_, Meaning::Refused(why)) => Err(Settle::SetAside(why)),
            (_, Meaning::Later(error)) => Err(Settle::Later(error)),
        }
    }
}

fn id_of(record: &Value) -> Result<Id, Settle> {
    let id = record.get("id").and_then(Value::as_str).and_then(|id| Id::new(id).ok());
    id.ok_or(Settle::Later(ClinicError::NotUnderstood("answer to a booking")))
}
