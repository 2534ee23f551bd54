//! Delivers what must not go over whatever the clinic made of the record since: over one version alone, over a visit as it was
//! known where the server names no versions, or only over what nobody has answered.

use super::{Attempt, Done, Settle, etag};
use crate::{
    care::{Id, Refusal},
    clinic::{Answer, Ask, ClinicError},
    fhir::{self, booking, withdrawn},
    store::Over,
    sync::{
        Room,
        judge::{self, Judgement},
        manners::{Manner, Manners},
    },
};
use serde_json::Value;

/// How often it is looked again where the record changes between looking and writing.
const LOOKS: usize = 3;
/// The states of an `Appointment` that was asked for and not answered.
const UNANSWERED: [&str; 3] = ["proposed", "pending", "waitlist"];

impl Attempt<'_> {
    /// As [`Attempt::perform`], over this alone. What the clinic never had needs no word that it is off.
    pub(super) async fn perform_over(&self, over: &Over, manners: &Manners) -> Done {
        let id = match self.known_id(manners).await {
            Ok(Some(id)) => id,
            Ok(None) => return Done::Delivered { version: None, there: None },
            Err(settle) => return settle.into(),
        };
        match over {
            Over::Version(version) => self.over_version(&id, version).await,
            Over::Unanswered => self.over_unanswered(&id).await,
            Over::AsKnown(stood) => self.over_known(&id, stood).await,
        }
        .unwrap_or_else(Done::from)
    }

    /// The id the server knows it by; `None` where a server that gives its own never gave it one.
    async fn known_id(&self, manners: &Manners) -> Result<Option<Id>, Settle> {
        match &self.there {
            Some(there) => Ok(Some(there.clone())),
            None if manners.has(Manner::GivesItsOwnIds) || manners.has(Manner::Books) => {
                match self.identifier() {
                    // A record of the clinic's own has the id it was read by.
                    None => Ok(Some(self.id.clone())),
                    Some(token) => {
                        let found = self.find(&token).await?.map(|(there, _)| there);
                        Ok(found.or_else(|| self.is_the_clinics().then(|| self.id.clone())))
                    }
                }
            }
            None => Ok(Some(self.id.clone())),
        }
    }

    /// True for a record that the clinic made: it does not carry its own id as a name of ours.
    fn is_the_clinics(&self) -> bool {
        self.identifier().is_none_or(|token| !token.ends_with(self.id.as_str()))
    }

    async fn over_version(&self, id: &Id, version: &str) -> Result<Done, Settle> {
        if self.retried {
            let seen = self.see(id).await?;
            match found(&seen) {
                Some(there) if self.says_so(there, id) => return Ok(arrived(&seen)),
                Some(_) if !is_version(&seen, version) => {
                    return Err(Settle::SetAside(Refusal::Conflict));
                }
                Some(_) => {}
                None => return Err(Settle::SetAside(Refusal::Gone)),
            }
        }
        match self.put_over(id, &self.named(Some(id)), Some(&etag(version))).await {
            Judgement::Delivered { version } => Ok(Done::Delivered { version, there: None }),
            Judgement::LookFirst(otherwise) => {
                let seen = self.see(id).await?;
                let so = found(&seen).is_some_and(|there| self.says_so(there, id));
                if so { Ok(arrived(&seen)) } else { Err(otherwise) }
            }
            Judgement::Settle(settle) => Err(settle),
            Judgement::OfferWithoutId(refusal) => Err(Settle::SetAside(refusal)),
        }
    }

    /// Over a visit that is still the one the patient knew. Where the server names no versions, between looking and writing
    /// is the only moment in which the clinic could change it unseen.
    async fn over_known(&self, id: &Id, stood: &str) -> Result<Done, Settle> {
        for _ in 0..LOOKS {
            let seen = self.see(id).await?;
            let there = found(&seen).ok_or(Settle::SetAside(Refusal::Gone))?;
            if self.says_so(there, id) {
                return Ok(arrived(&seen));
            }
            if booking::stands(there) != stood {
                return Err(Settle::SetAside(Refusal::Conflict));
            }
            // What the clinic wrote in it since stays.
            let body = booking::cancelled_as(there, &self.body).unwrap_or_else(|| self.named(Some(id)));
            match self.put_over(id, &body, super::over(&seen).as_deref()).await {
                Judgement::Delivered { version } => return Ok(Done::Delivered { version, there: None }),
                Judgement::LookFirst(_) => {}
                Judgement::Settle(settle) => return Err(settle),
                Judgement::OfferWithoutId(refusal) => return Err(Settle::SetAside(refusal)),
            }
        }
        Err(Settle::Later(ClinicError::Precondition))
    }

    async fn over_unanswered(&self, id: &Id) -> Result<Done, Settle> {
        for _ in 0..LOOKS {
            let seen = self.see(id).await?;
            let Some(there) = found(&seen) else {
                return Ok(Done::Delivered { version: None, there: None });
            };
            // Words that may still be under way to it go over this version alone, so the place has to become another one.
            let place = withdrawn::is_empty(there).then(|| self.moved_on(there, id));
            if place.is_none() && self.says_so(there, id) {
                return Ok(arrived(&seen));
            }
            if place.is_none() && !status(there).is_some_and(|status| UNANSWERED.contains(&status)) {
                return Err(Settle::SetAside(Refusal::Conflict));
            }
            let body = place.unwrap_or_else(|| self.named(Some(id)));
            match self.put_over(id, &body, seen.etag.as_deref()).await {
                Judgement::Delivered { version } => return Ok(Done::Delivered { version, there: None }),
                // Somebody was faster: what is there now decides.
                Judgement::LookFirst(_) => {}
                Judgement::Settle(settle) => return Err(settle),
                Judgement::OfferWithoutId(refusal) => return Err(Settle::SetAside(refusal)),
            }
        }
        Err(Settle::Later(ClinicError::Precondition))
    }

    /// A place that is another one than it was: many servers make no new version of what says the same.
    fn moved_on(&self, place: &Value, id: &Id) -> Value {
        let mut place = super::under(place, Some(id));
        if let Value::Object(fields) = &mut place {
            fields.insert("created".to_owned(), Value::from(self.room.now().to_rfc3339()));
        }
        place
    }

    async fn put_over(&self, id: &Id, body: &Value, etag: Option<&str>) -> Judgement {
        put(self.room, self.kind, id, body, etag).await
    }

    /// The record as it is there: found, or known not to be there. Everything else is tried again.
    pub(super) async fn see(&self, id: &Id) -> Result<Answer, Settle> {
        self.see_at(self.kind, id).await
    }

    /// The same of any record.
    pub(super) async fn see_at(&self, kind: &str, id: &Id) -> Result<Answer, Settle> {
        see_record(self.room, kind, id).await
    }

    /// True if what is there says what we wanted to say: the same, or that it is cancelled, by whomever.
    pub(super) fn says_so(&self, there: &Value, id: &Id) -> bool {
        let off = status(there) == Some("cancelled") && status(&self.body) == Some("cancelled");
        off || fhir::same_but_meta(there, &self.named(Some(id)))
    }
}

/// A record as it is there: found, or known not to be there. Everything else is tried again.
pub(in crate::sync) async fn see_record(room: &Room, kind: &str, id: &Id) -> Result<Answer, Settle> {
    let answer = room.clinic.ask(&Ask::one(kind, id)).await.map_err(Settle::Later)?;
    let in_fhir = answer.kind() == Some("OperationOutcome");
    match answer.status {
        200 => Ok(answer),
        404 | 410 if in_fhir || answer.body.is_none() => Ok(answer),
        status => {
            let error = ClinicError::of_status(status, answer.retry_after);
            Err(Settle::Later(error.unwrap_or(ClinicError::NotUnderstood("record"))))
        }
    }
}

/// Writes a record over the version that `etag` names. One that changed between looking and writing is looked at again later.
pub(in crate::sync) async fn write_over(
    room: &Room,
    kind: &str,
    id: &Id,
    body: &Value,
    etag: Option<&str>,
) -> Result<(), Settle> {
    match put(room, kind, id, body, etag).await {
        Judgement::Delivered { .. } => Ok(()),
        Judgement::Settle(settle) => Err(settle),
        Judgement::LookFirst(_) => Err(Settle::Later(ClinicError::Precondition)),
        Judgement::OfferWithoutId(refusal) => Err(Settle::SetAside(refusal)),
    }
}

async fn put(room: &Room, kind: &str, id: &Id, body: &Value, etag: Option<&str>) -> Judgement {
    let got = room.clinic.put(&format!("{kind}/{id}"), &body.to_string(), etag).await;
    judge::of_put(&got, kind, id, true)
}

/// The record that was seen, if there is one.
pub(in crate::sync) fn found(seen: &Answer) -> Option<&Value> {
    seen.body.as_ref().filter(|_| seen.status == 200)
}

/// True if it was seen in this version.
pub(super) fn is_version(seen: &Answer, version: &str) -> bool {
    judge::version(seen).as_deref().map(super::bare) == Some(super::bare(version))
}

pub(super) fn arrived(seen: &Answer) -> Done {
    Done::Delivered { version: judge::version(seen), there: None }
}

fn status(record: &Value) -> Option<&str> {
    record.get("status").and_then(Value::as_str)
}
