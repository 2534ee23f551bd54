//! Gives a record to a server that chooses the ids: there once, however often it is given.

use super::{Attempt, Done, carries};
use crate::{
    care::{Id, Refusal},
    clinic::{Answer, Ask, ClinicError, Handling},
    fhir::bundle,
    sync::{
        Room,
        judge::{self, Meaning, Settle},
    },
};
use serde_json::Value;

impl Attempt<'_> {
    /// Lets the server choose the id. Our identifier in the record keeps it from being there twice.
    pub(super) async fn offer(&self) -> Result<Done, Settle> {
        let token = self.identifier().ok_or(Settle::SetAside(Refusal::NotUnderstood))?;
        if self.retried {
            match self.find(&token).await {
                Ok(Some((_, record))) if self.is_withdrawn_in(&record) => {
                    return Err(Settle::SetAside(Refusal::Conflict));
                }
                Ok(Some((there, _))) => return Ok(Done::Delivered { version: None, there: Some(there) }),
                Ok(None) => {}
                // Where nobody may look for it, the identifier alone keeps it from being there twice.
                Err(settle) if self.may_go_unseen(settle) => {}
                Err(settle) => return Err(settle),
            }
        }
        let unless =
            url::form_urlencoded::Serializer::new(String::new()).append_pair("identifier", &token).finish();
        let body = self.named(None).to_string();
        let answer = self.room.clinic.post(self.kind, &body, Some(&unless)).await.map_err(Settle::Later)?;
        match judge::meaning(&answer) {
            Meaning::Later(error) => return Err(Settle::Later(error)),
            Meaning::Refused(refusal) if !matches!(answer.status, 409 | 412) => {
                return Err(Settle::SetAside(refusal));
            }
            Meaning::Refused(_) | Meaning::Taken => {}
        }
        if answer.body.as_ref().is_some_and(|body| carries(body, &token) && self.is_withdrawn_in(body)) {
            return Err(Settle::SetAside(Refusal::Conflict));
        }
        let is_it = |body: &&Value| carries(body, &token) && !self.is_place(body);
        let shown = answer.body.as_ref().filter(is_it).and_then(|_| judge::shown_id(&answer));
        let named = || judge::named_id(&answer, self.kind).filter(|_| self.is_told_of(&answer));
        let there = match shown.or_else(named) {
            Some(id) => Some(id),
            // It did not show what it took: only what can be found counts.
            None => match self.find(&token).await {
                // Where nobody may look, that the server took it is all there is to know.
                Err(settle) if self.is_told_of(&answer) && self.may_go_unseen(settle) => {
                    return Ok(Done::Delivered { version: judge::version(&answer), there: None });
                }
                found => found?.map(|(there, _)| there),
            },
        };
        match there {
            Some(there) => Ok(Done::Delivered { version: judge::version(&answer), there: Some(there) }),
            None if answer.status >= 400 => Err(Settle::SetAside(Refusal::Conflict)),
            None => Err(Settle::Later(ClinicError::NotUnderstood("answer to a write"))),
        }
    }

    /// True of a success that shows no record, where the clinic cannot have anything but this of it.
    fn is_told_of(&self, answer: &Answer) -> bool {
        let silent = answer.status < 300 && answer.kind() != Some(self.kind);
        silent && self.is_only_word()
    }

    /// True where the server does not let us look for this, and it can go all the same.
    fn may_go_unseen(&self, settle: Settle) -> bool {
        let Settle::Later(error) = settle else { return false };
        error.handling() == Handling::NeedsAttention && self.is_only_word()
    }

    /// True if nothing but this can have been said of the record that matters: no later form of it, and, of what came back from
    /// a copy, no withdrawal.
    const fn is_only_word(&self) -> bool {
        self.first && (!self.came_back || self.empty.is_none())
    }

    /// The record with our identifier, and the id under which the server keeps it.
    pub(super) async fn find(&self, token: &str) -> Result<Option<(Id, Value)>, Settle> {
        find_named(self.room, self.kind, token, |raw| !self.is_place(raw)).await
    }
}

/// The first record with this identifier of which `is_it` is true, and the id under which the server keeps it.
pub(in crate::sync) async fn find_named(
    room: &Room,
    kind: &str,
    token: &str,
    is_it: impl Fn(&Value) -> bool,
) -> Result<Option<(Id, Value)>, Settle> {
    let answer = room.clinic.ask(&Ask::all(kind).with("identifier", token)).await;
    let answer = answer.and_then(crate::clinic::Answer::ok).map_err(Settle::Later)?;
    let page = bundle::Page::from_value(answer.body.unwrap_or_default())
        .map_err(|_| Settle::Later(ClinicError::NotUnderstood("page")))?;
    // A server that passes over the parameter answers with others.
    let ours =
        page.entries.into_iter().flatten().find(|entry| carries(&entry.raw, token) && is_it(&entry.raw));
    Ok(ours.map(|entry| (entry.id, entry.raw)))
}
