//! Puts the list of check-ins together, each with where it truly is.

use crate::{
    app::{
        AppError, Cairn,
        commands::UNDO,
        home::Home,
        read::{CheckInLine, CheckIns, OneCheckIn},
    },
    care::{Delivery, Id, Private},
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
                let fresh = here && check_in.changed.is_none();
                let undo_until = Some(check_in.at + UNDO).filter(|until| fresh && *until > now);
                Ok(CheckInLine { check_in, delivery, undo_until })
            });
            Ok(CheckIns { lines: lines.collect::<Result<_, StoreError>>()?, more })
        })
        .await
    }
}

impl Cairn {
    /// One check-in with its earlier forms; `None` if there is none with this id (any more).
    pub async fn one_check_in(&self, id: Id) -> Result<Option<OneCheckIn>, AppError> {
        self.look(move |home, reader| {
            let Some(check_in) = reader.check_in(&id)? else { return Ok(None) };
            let delivery = delivery(home, reader, &id)?;
            Ok(Some(OneCheckIn { check_in, delivery, earlier: reader.earlier_check_ins(&id)? }))
        })
        .await
    }

    /// The words the patient added to the list of feelings, the oldest first.
    pub async fn own_feelings(&self) -> Result<Vec<Private>, AppError> {
        self.look(|_, reader| reader.own_feelings()).await
    }
}

/// Where the record is: on this phone unless the outbox knows better.
pub(super) fn delivery(home: &Home, reader: &Reader<'_>, record: &Id) -> Result<Delivery, StoreError> {
    let alone = if home.is_practice() { Delivery::StaysHere } else { Delivery::OnThisPhone };
    Ok(reader.delivery(record)?.unwrap_or(alone))
}
