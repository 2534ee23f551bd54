//! Keeps an empty place at the clinic for what may be withdrawn one day: the words go only over that version of it, so a
//! request that arrives after everybody gave it up finds another version and changes nothing.

use super::{Attempt, Seen, known_as};
use crate::{
    care::Id,
    clinic::{Answer, Ask},
    sync::{
        SyncError,
        judge::{self, Judgement, Settle},
    },
};
use serde_json::Value;

/// Where the words go.
pub(super) struct Place {
    pub(super) id: Id,
    /// Over which version alone; `None` where the server names none.
    pub(super) over: Option<String>,
}

/// How keeping a place ended.
pub(super) enum Kept {
    Place(Place),
    /// The server did not take it: as for any other record.
    Judged(Judgement),
    /// The phone could not write down where the place is. Nothing that matters has left it.
    NotNoted(SyncError),
}

impl Attempt<'_> {
    /// Puts `empty` where nothing is yet. Each id is asked for in one request and no other, so that none of them is still
    /// under way once the words are there: a further attempt takes another id.
    pub(super) async fn keep_place(&self, empty: &Value, takes_our_ids: bool) -> Kept {
        let id = if self.retried { (self.room.sources.new_id)() } else { self.id.clone() };
        let body = super::under(empty, Some(&id)).to_string();
        let got = self.room.clinic.put(&format!("{}/{id}", self.kind), &body, None).await;
        let shown = got.as_ref().ok().and_then(|answer| answer.etag.clone());
        let over = match judge::of_put(&got, self.kind, &id, takes_our_ids) {
            Judgement::Delivered { version } => shown.or_else(|| version.map(|version| etag(&version))),
            Judgement::LookFirst(otherwise) => match self.etag_there(&id).await {
                Some(etag) => Some(etag),
                None => return Kept::Judged(Judgement::Settle(otherwise)),
            },
            judged => return Kept::Judged(judged),
        };
        let (known_as, there) = (known_as(self.kind, &self.id), id.clone());
        match self.room.write(move |tx| tx.set(&known_as, there.as_str())).await {
            Ok(()) => Kept::Place(Place { id, over }),
            Err(error) => Kept::NotNoted(error),
        }
    }

    /// What came back from a copy may have a place by now of which the copy does not know.
    pub(super) async fn look_elsewhere(&self) -> Result<Seen, Settle> {
        match self.identifier().filter(|_| self.came_back && self.empty.is_some()) {
            Some(token) if self.find(&token).await?.is_some() => {
                Ok(Seen::Other { version: None, etag: None })
            }
            _ => Ok(Seen::Nothing),
        }
    }

    /// The version of what is there, if it can be read.
    async fn etag_there(&self, id: &Id) -> Option<String> {
        let answer = self.room.clinic.ask(&Ask::one(self.kind, id)).await.ok()?.ok().ok()?;
        over(&answer)
    }
}

/// The version of what was answered, as `If-Match` names it.
pub(super) fn over(answer: &Answer) -> Option<String> {
    answer.etag.clone().or_else(|| judge::version(answer)).map(|version| etag(&version))
}

/// A version as `If-Match` names it.
pub(super) fn etag(version: &str) -> String {
    if version.contains('"') { version.to_owned() } else { format!("W/\"{version}\"") }
}
