//! Booking by the server's own `$book`: it keeps no place and takes no version, so whatever it answers is looked at again
//! before it counts.

use super::{super::guarded::found, APPOINTMENT, Attempt, Done, Settle, Step, Stop};
use crate::{
    care::{Id, Refusal},
    clinic::ClinicError,
    fhir::booking::{self, direct},
    sync::{
        judge::{self, Meaning},
        manners::Manner,
    },
};
use serde_json::Value;

impl Attempt<'_> {
    /// Books. A visit that is moved is given up once the new one is booked, and not before.
    pub(super) async fn book(&self) -> Step<Done> {
        let token = self.identifier().ok_or(Settle::SetAside(Refusal::NotUnderstood))?;
        let before = match direct::replaced(&self.body) {
            Some(old) => Some(self.see_at(APPOINTMENT, &old).await?),
            None => None,
        };
        let old = match before.as_ref().and_then(found) {
            Some(old) if self.is_as_known(old).await? => Some(old),
            _ => None,
        };
        let known = if self.retried { self.find(&token).await? } else { None };
        let (there, record) = if let Some(known) = known {
            known
        } else if before.is_some() && old.is_none() {
            return Ok(Done::NotGiven { gone: false });
        } else {
            match self.operate(&direct::to_book(&self.body)).await? {
                Some(booked) if direct::is_booked(&booked) => (id_of(&booked)?, booked),
                // It may be an earlier request of our own that was quicker.
                _ => match self.find(&token).await? {
                    Some(known) => known,
                    None => return Ok(Done::NotGiven { gone: true }),
                },
            }
        };
        if let Some(old) = old.filter(|_| direct::is_booked(&record)) {
            self.cancel(&booking::cancelled(old, None)).await.map_err(|stop| match stop {
                // The new one is booked: asked for at the desk as well it would be there twice.
                Stop::ToTheDesk(_) => Settle::SetAside(Refusal::NotAllowed).into(),
                stop => stop,
            })?;
        }
        Ok(Done::Delivered { version: None, there: Some(there) })
    }

    /// Cancels over the version the patient knew, as far as one can.
    pub(super) async fn cancel_by_operation(&self, known: &str) -> Step<Done> {
        self.still_as(known).await?;
        self.cancel(&self.named(Some(self.own_id()))).await?;
        Ok(Done::Delivered { version: None, there: None })
    }

    async fn cancel(&self, off: &Value) -> Step<()> {
        let answered = self.operate(&direct::to_cancel(off)).await?;
        let done = answered.is_some_and(|one| direct::is_cancelled(&one));
        if done { Ok(()) } else { Err(Settle::SetAside(Refusal::NotUnderstood).into()) }
    }

    /// Asks `$book`. Answers the appointment it came to; `None` where the server only said why there is none.
    async fn operate(&self, parameters: &Value) -> Step<Option<Value>> {
        let body = parameters.to_string();
        let answer = self.room.clinic.post(direct::BOOK_AT, &body, None).await.map_err(Settle::Later)?;
        match (answer.status, judge::meaning(&answer)) {
            (_, Meaning::Taken) => match &answer.body {
                Some(body) => Ok(direct::answered(body).cloned()),
                None => Err(Settle::Later(ClinicError::NotUnderstood("answer to a booking")).into()),
            },
            (501, _) | (403..=405, Meaning::Refused(_)) => Err(Stop::ToTheDesk(Some(Manner::NoBook))),
            (409, Meaning::Refused(_)) => Ok(None),
            (_, Meaning::Refused(why)) => Err(Settle::SetAside(why).into()),
            (_, Meaning::Later(error)) => Err(Settle::Later(error).into()),
        }
    }
}

fn id_of(record: &Value) -> Result<Id, Settle> {
    let id = record.get("id").and_then(Value::as_str).and_then(|id| Id::new(id).ok());
    id.ok_or(Settle::Later(ClinicError::NotUnderstood("answer to a booking")))
}
