//! As of when the clinic's words are, on a phone that got them from a copy and has not heard from the clinic since.

use crate::{
    app::{AppError, Cairn},
    store::{StoreError, Tx},
    sync,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The setting that says where these records came from, as JSON.
const CAME: &str = "own.came-back";

/// What is remembered of the copy.
#[derive(Serialize, Deserialize)]
struct Came {
    made: DateTime<Utc>,
    /// When the clinic was last asked for everything, before the copy was made.
    asked: Option<DateTime<Utc>>,
}

impl Cairn {
    /// As of when the clinic's words are, if they are those of a copy; `None` once the clinic was heard, and in practice.
    pub async fn as_of(&self) -> Result<Option<DateTime<Utc>>, AppError> {
        self.look(|home, reader| {
            let kept: Option<Came> = reader.get_json(CAME)?;
            let Some(came) = kept.filter(|_| !home.is_practice()) else { return Ok(None) };
            let heard = sync::last_pull(reader)? != came.asked;
            Ok((!heard).then(|| came.asked.unwrap_or(came.made)))
        })
        .await
    }
}

/// Remembers that all that is here came from a copy that was made then.
pub(in crate::app) fn remember_copy(tx: &Tx<'_>, made: DateTime<Utc>) -> Result<(), StoreError> {
    let asked = sync::last_pull(tx)?;
    tx.set_json(CAME, &Came { made, asked })
}
