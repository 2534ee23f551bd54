//! Books and cancels where no desk decides: in one transaction that takes the slots only as they were seen, or by the server's
//! own `$book`. Either the patient has all of it or nothing is changed.

use super::{Attempt, Done, Learnt, Settle, bare, etag, guarded::arrived};
use crate::{
    care::{Id, Refusal},
    clinic::{Answer, ClinicError, scopes::May},
    fhir::booking::{
        self,
        direct::{self, Change},
    },
    store::Over,
    sync::{
        judge::{self, Meaning},
        manners::{Manner, Manners},
    },
};
use serde_json::Value;

/// How often it is looked again where something changes between looking and taking.
const LOOKS: usize = 3;
const APPOINTMENT: &str = "Appointment";
const SLOT: &str = "Slot";

/// What came of trying it.
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

/// What a transaction would do.
enum Plan {
    Do(Vec<Change>),
    /// There is nothing left to do.
    Done(Done),
    /// The server names no versions: nobody could say that a slot is still free.
    CannotBeGuarded,
}

impl Attempt<'_> {
    /// Does it where the server lets a patient, over this alone where something is named.
    pub(super) async fn without_desk(&self, over: Option<&Over>, manners: &Manners) -> Direct {
        let Some(deed) = self.deed(over) else { return Direct::ToTheDesk(None) };
        let done = if manners.has(Manner::Books) {
            match deed {
                Deed::Take => self.book().await,
                Deed::Cancel(version) => {
                    let id = self.there.as_ref().unwrap_or(&self.id);
                    self.cancel_by_operation(id, Some(version)).await
                }
            }
        } else if manners.has(Manner::NoTransaction)
            || !self.room.clinic.scopes().await.allow(SLOT, May::Write)
        {
            return Direct::ToTheDesk(None);
        } else {
            match self.transact(deed).await {
                Ok(None) => return Direct::ToTheDesk(Some(Manner::NoTransaction)),
                Ok(Some(done)) => Ok(done),
                Err(settle) => Err(settle),
            }
        };
        Direct::Done(done.unwrap_or_else(Done::from))
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

    /// In one transaction; `None` where the server takes none from a patient.
    async fn transact(&self, deed: Deed<'_>) -> Result<Option<Done>, Settle> {
        let mut refused = Refusal::Conflict;
        for _ in 0..LOOKS {
            let plan = match deed {
                Deed::Take => self.taking().await?,
                Deed::Cancel(version) => self.cancelling(version).await?,
            };
            let changes = match plan {
                Plan::Do(changes) => changes,
                Plan::Done(done) => return Ok(Some(done)),
                Plan::CannotBeGuarded => return Ok(None),
            };
            let body = direct::transaction(&changes).to_string();
            let answer = self.room.clinic.post("", &body, None).await.map_err(Settle::Later)?;
            match (answer.status, judge::meaning(&answer)) {
                (_, Meaning::Taken) => return Ok(Some(Done::Delivered { version: None, there: None })),
                (501, _) | (403..=405, Meaning::Refused(_)) => return Ok(None),
                // Somebody was faster, which not every server says in the same way: what is there now decides.
                (400 | 409 | 412 | 422, Meaning::Refused(why)) => refused = why,
                (_, Meaning::Refused(why)) => return Err(Settle::SetAside(why)),
                (_, Meaning::Later(error)) => return Err(Settle::Later(error)),
            }
        }
        Err(match refused {
            Refusal::Conflict => Settle::Later(ClinicError::Precondition),
            refused => Settle::SetAside(refused),
        })
    }

    /// The appointment with its slots and, where a visit is moved, that visit off and its slots free.
    async fn taking(&self) -> Result<Plan, Settle> {
        let seen = self.see(&self.id).await?;
        let own = match found(&seen) {
            Some(there) if self.is_place(there) => version(&seen),
            Some(_) => return Ok(Plan::Done(arrived(&seen))),
            None => None,
        };
        let wanted = direct::slots(&self.body);
        let mut changes = Vec::new();
        for slot in &wanted {
            let seen = self.see_at(SLOT, slot).await?;
            let Some(there) = found(&seen).filter(|there| direct::is_free(there)) else {
                return Ok(Plan::Done(Done::NotGiven { gone: true }));
            };
            let Some(over) = version(&seen) else { return Ok(Plan::CannotBeGuarded) };
            changes.push(Change { body: direct::slot(there, true), over: Some(over) });
        }
        if let Some(old) = direct::replaced(&self.body) {
            let seen = self.see_at(APPOINTMENT, &old).await?;
            let Some(there) = found(&seen).filter(|there| direct::is_booked(there)) else {
                return Ok(Plan::Done(Done::NotGiven { gone: false }));
            };
            changes.push(Change { body: booking::cancelled(there, None), over: version(&seen) });
            changes.extend(self.freed(there, &wanted).await?);
        }
        changes.push(Change { body: direct::booked(&self.named(Some(&self.id))), over: own });
        Ok(Plan::Do(changes))
    }

    /// The visit cancelled as the patient knew it, and its slots free.
    async fn cancelling(&self, known: &str) -> Result<Plan, Settle> {
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

    /// By `$book`. A visit that is moved is given up once the new one is booked, and not before.
    async fn book(&self) -> Result<Done, Settle> {
        let token = self.identifier().ok_or(Settle::SetAside(Refusal::NotUnderstood))?;
        let known = if self.retried { self.find(&token).await? } else { None };
        let there = match known {
            Some((there, _)) => there,
            None => match self.operate(&direct::to_book(&self.body)).await {
                Ok(Some(booked)) if direct::is_booked(&booked) => id_of(&booked)?,
                Ok(_) | Err(Settle::SetAside(Refusal::Conflict | Refusal::Gone)) => {
                    return Ok(Done::NotGiven { gone: true });
                }
                Err(settle) => return Err(settle),
            },
        };
        if let Some(old) = direct::replaced(&self.body) {
            self.cancel_by_operation(&old, None).await?;
        }
        Ok(Done::Delivered { version: None, there: Some(there) })
    }

    /// Cancels by `$book`: with our words over the version the patient knew, or a visit that was moved as it is.
    async fn cancel_by_operation(&self, id: &Id, known: Option<&str>) -> Result<Done, Settle> {
        let seen = self.see_at(APPOINTMENT, id).await?;
        let Some(there) = found(&seen) else { return Err(Settle::SetAside(Refusal::Gone)) };
        if there.get("status").and_then(Value::as_str) == Some("cancelled") {
            return Ok(arrived(&seen));
        }
        let off = match known {
            Some(known) if judge::version(&seen).as_deref().map(bare) != Some(bare(known)) => {
                return Err(Settle::SetAside(Refusal::Conflict));
            }
            Some(_) => self.named(Some(id)),
            None => booking::cancelled(there, None),
        };
        match self.operate(&direct::to_cancel(&off)).await? {
            Some(_) => Ok(Done::Delivered { version: None, there: None }),
            None => Err(Settle::SetAside(Refusal::NotUnderstood)),
        }
    }

    /// Asks `$book`. Answers the appointment it came to; `None` where the server only said why there is none.
    async fn operate(&self, parameters: &Value) -> Result<Option<Value>, Settle> {
        let body = parameters.to_string();
        let answer = self.room.clinic.post(direct::BOOK_AT, &body, None).await.map_err(Settle::Later)?;
        match judge::meaning(&answer) {
            Meaning::Taken => match &answer.body {
                Some(body) => Ok(direct::answered(body).cloned()),
                None => Err(Settle::Later(ClinicError::NotUnderstood("answer to a booking"))),
            },
            Meaning::Refused(why) => Err(Settle::SetAside(why)),
            Meaning::Later(error) => Err(Settle::Later(error)),
        }
    }
}

fn found(seen: &Answer) -> Option<&Value> {
    seen.body.as_ref().filter(|_| seen.status == 200)
}

/// The version of what was seen, as `If-Match` names it.
fn version(seen: &Answer) -> Option<String> {
    seen.etag.clone().or_else(|| judge::version(seen)).map(|version| etag(&version))
}

fn id_of(record: &Value) -> Result<Id, Settle> {
    let id = record.get("id").and_then(Value::as_str).and_then(|id| Id::new(id).ok());
    id.ok_or(Settle::Later(ClinicError::NotUnderstood("answer to a booking")))
}
