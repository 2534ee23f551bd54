//! Puts the list of check-ins together, each with where it truly is.

use crate::{
    app::{
        AppError, Cairn,
        commands::UNDO,
        home::Home,
        read::{CheckInLine, CheckIns},
    },
    care::{Delivery, Id},
    store::{Reader, StoreError},
};
use chrono::{DateTime, Utc};

/// How many check-ins one page of the list holds.
const PAGE: usize = 50;

impl Cairn {
    /// A page of check-ins made before `before` (all, without it), newest first.
    pub async fn check_ins(&self, before: Option<DateTime<Utc>>) -> Result<CheckIns, AppError> {
        let now = self.now();
        self.look(move |home, reader| {
            let mut found = reader.check_ins(before, PAGE + 1)?;
            let more = found.len() > PAGE;
            found.truncate(PAGE);
            let lines = found.into_iter().map(|check_in| {
                let delivery = delivery(home, reader, &check_in.id)?;
                let here = matches!(delivery, Delivery::OnThisPhone | Delivery::StaysHere);
                let undo_until = Some(check_in.at + UNDO).filter(|until| here && *until > now);
                Ok(CheckInLine { check_in, delivery, undo_until })
            });
            Ok(CheckIns { lines: lines.collect::<Result<_, StoreError>>()?, more })
        })
        .await
    }
}

/// Where the record is: on this phone unless the outbox knows better.
pub(super) fn delivery(home: &Home, reader: &Reader<'_>, record: &Id) -> Result<Delivery, StoreError> {
    let alone = if home.is_practice() { Delivery::StaysHere } else { Delivery::OnThisPhone };
    Ok(reader.delivery(record)?.unwrap_or(alone))
}
