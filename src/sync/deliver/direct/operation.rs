//! Booking by the server's own `$book`: it keeps no place and takes no version, so whatever it answers is looked at again
//! before it counts.

use super::{
    super::{
        guarded::{found, write_over},
        offer::find_named,
    },
    APPOINTMENT, Attempt, Done, Settle, Step, Stop,
};
use crate::{
    care::{
        Id, Refusal,
        booking::{Hold, HoldState},
    },
    clinic::{Answer, ClinicError},
    fhir::booking::{
        self, direct,
        operation::{self, Dialect},
    },
    sync::{
        judge::{self, Meaning},
        manners::Manner,
    },
};
use serde_json::Value;

/// What became of the time the server kept for the wish.
enum Kept {
    /// It keeps it still, as this.
    Still(Value),
    /// An earlier request of ours has booked it.
    Booked(Id, Value),
    /// The clinic cancelled it before its time was up.
    Cancelled,
    /// It keeps none, or none any more.
    Not,
}

impl Attempt<'_> {
    /// Books. A visit that is moved is given up once the new one is booked, and not before.
    pub(super) async fn book(&self, dialect: Dialect) -> Step<Done> {
        let before = match direct::replaced(&self.body) {
            Some(old) => Some(self.see_at(APPOINTMENT, &old).await?),
            None => None,
        };
        let old = match before.as_ref().and_then(found) {
            Some(old) if self.is_as_known(old).await? => before.as_ref().zip(Some(old)),
            _ => None,
        };
        let known = match self.kept().await? {
            Kept::Booked(there, record) => Ok((there, record)),
            Kept::Still(held) => Err(Some(held)),
            Kept::Cancelled => return Ok(Done::NotGiven { gone: false }),
            Kept::Not if self.retried => self.found_booked().await?.ok_or(None),
            Kept::Not => Err(None),
        };
        let (there, record) = match known {
            Ok(known) => known,
            Err(_) if before.is_some() && old.is_none() => return Ok(Done::NotGiven { gone: false }),
            Err(held) => match self.take_time(held.as_ref(), dialect).await? {
                Some(booked) => booked,
                // It may be an earlier request of our own that was quicker.
                None => match self.found_booked().await? {
                    Some(known) => known,
                    None => return Ok(Done::NotGiven { gone: true }),
                },
            },
        };
        let old = old.filter(|_| direct::is_booked(&record));
        // Taken back while it was booked, it is cancelled, and what the patient had stays theirs.
        if let Some((seen, old)) = old
            && self.is_still_to_move().await?
        {
            self.cancel(seen, &booking::cancelled(old, None), dialect).await.map_err(|stop| match stop {
                // The new one is booked: asked for at the desk as well it would be there twice.
                Stop::ToTheDesk(_) => Settle::SetAside(Refusal::NotAllowed).into(),
                stop => stop,
            })?;
        }
        Ok(Done::Delivered { version: None, there: Some(there) })
    }

    /// Takes the time that is kept, else the time as it is asked for; `None` where it is not given. Where a person has to approve
    /// of it, the server has it as asked for.
    async fn take_time(&self, held: Option<&Value>, dialect: Dialect) -> Step<Option<(Id, Value)>> {
        let (of_kept, anew) = (
            held.map(|held| operation::to_book_held(held, &self.body, dialect)),
            operation::to_book(&self.body, dialect),
        );
        // What was kept may have been let go between looking and booking, and be free all the same.
        for body in of_kept.iter().chain([&anew]) {
            let answered = self.operate(body).await?;
            if let Some(taken) = answered.filter(|one| direct::is_booked(one) || operation::is_held(one)) {
                return Ok(Some((id_of(&taken)?, taken)));
            }
        }
        Ok(None)
    }

    /// What the server made of the time it keeps, or kept, for this wish.
    async fn kept(&self) -> Step<Kept> {
        let Some(hold) = self.hold.as_ref().filter(|hold| hold.state != HoldState::Wanted) else {
            return Ok(Kept::Not);
        };
        let ours = |record: &Value| operation::is_held(record) || direct::is_booked(record);
        let there = match &hold.there {
            Some(there) => found(&self.see_at(APPOINTMENT, there).await?).cloned(),
            None => {
                find_named(self.room, self.kind, &booking::token(&self.id), ours).await?.map(|(_, one)| one)
            }
        };
        Ok(match there {
            Some(record) if operation::is_held(&record) => Kept::Still(record),
            Some(record) if direct::is_booked(&record) => Kept::Booked(id_of(&record)?, record),
            Some(_) if hold.until.is_some_and(|until| self.room.now() < until) => Kept::Cancelled,
            _ => Kept::Not,
        })
    }

    /// What an earlier request of ours came to, whatever became of it since.
    async fn found_booked(&self) -> Step<Option<(Id, Value)>> {
        let token = self.identifier().ok_or(Settle::SetAside(Refusal::NotUnderstood))?;
        let only_kept = |record: &Value| {
            let there = operation::id(record);
            let kept = |hold: &Hold| hold.there.is_none() || hold.there == there;
            self.hold.as_ref().is_some_and(kept) && !direct::is_booked(record)
        };
        // What only keeps the time, or kept it, is no answer to the wish, and may be found first.
        let answers = |record: &Value| !self.is_place(record) && !only_kept(record);
        Ok(find_named(self.room, self.kind, &token, answers).await?)
    }

    /// Cancels over the version the patient knew, as far as one can.
    pub(super) async fn cancel_by_operation(&self, known: &str, dialect: Dialect) -> Step<Done> {
        if dialect == Dialect::Argonaut {
            // There it is an ordinary write.
            return Err(Stop::ToTheDesk(None));
        }
        let seen = self.still_as(known).await?;
        self.cancel(&seen, &self.named(Some(self.own_id())), dialect).await?;
        Ok(Done::Delivered { version: None, there: None })
    }

    /// Cancels what was `seen`.
    async fn cancel(&self, seen: &Answer, off: &Value, dialect: Dialect) -> Step<()> {
        match dialect {
            Dialect::Ihe => {
                let answered = self.operate(&operation::to_cancel(off)).await?;
                let done = answered.is_some_and(|one| direct::is_cancelled(&one));
                if done { Ok(()) } else { Err(Settle::SetAside(Refusal::NotUnderstood).into()) }
            }
            Dialect::Argonaut => {
                Ok(write_over(self.room, APPOINTMENT, &id_of(off)?, off, seen.etag.as_deref()).await?)
            }
        }
    }

    /// Asks `$book`. Answers the appointment it came to; `None` where the server only said why there is none.
    async fn operate(&self, parameters: &Value) -> Step<Option<Value>> {
        let body = parameters.to_string();
        let answer = self.room.clinic.post(operation::BOOK_AT, &body, None).await.map_err(Settle::Later)?;
        if judge::is_not_for_patients(&answer) {
            return Err(Stop::ToTheDesk(Some(Manner::NoBook)));
        }
        match (answer.status, judge::meaning(&answer)) {
            (_, Meaning::Taken) => match &answer.body {
                Some(body) => Ok(operation::answered(body).cloned()),
                None => Err(Settle::Later(ClinicError::NotUnderstood("answer to a booking")).into()),
            },
            (409, Meaning::Refused(_)) => Ok(None),
            (_, Meaning::Refused(why)) => Err(Settle::SetAside(why).into()),
            (_, Meaning::Later(error)) => Err(Settle::Later(error).into()),
        }
    }
}

fn id_of(record: &Value) -> Result<Id, Settle> {
    operation::id(record).ok_or(Settle::Later(ClinicError::NotUnderstood("answer to a booking")))
}
