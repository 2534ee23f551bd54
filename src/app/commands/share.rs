//! Sharing a slice of the journal with the clinic, and withdrawing it. Nothing else of the journal is ever queued.

use super::{check_in::UNDO, queue::request};
use crate::{
    app::{AppError, Cairn, Changed, home::Home, load::Records},
    care::{
        Id, Private,
        journal::share::{LARGEST, Shared, SharedPiece},
    },
    fhir::document_reference::{self, Picture, Slice},
    platform::ids,
    store::{Outgoing, Reader, StoreError, Told},
};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// The FHIR type of what is shared.
pub(in crate::app) const SHARED: &str = "DocumentReference";

/// What is shared, as the patient saw it before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewShare {
    pub entry: Id,
    /// To the letter what is sent; `None` where only pictures are.
    pub words: Option<Private>,
    /// All that is written on the page, and not a part of it.
    pub whole: bool,
    /// The drawings and photos that go along.
    pub pieces: BTreeSet<Id>,
}

impl Cairn {
    /// Shares a slice of a page with the clinic. It does not leave before the time to take it back is over. Answers the
    /// record, which [`Cairn::undo_share`] and [`Cairn::withdraw_share`] want.
    ///
    /// # Errors
    /// [`AppError::NotShareable`] where there is nothing to share, where it is larger than [`LARGEST`], and where the
    /// page or a picture is gone.
    pub async fn share(&self, new: NewShare) -> Result<Id, AppError> {
        let (now, zone) = (self.now(), self.zone());
        let shared = self
            .with_journal(move |home, tx| {
                let records = Records::load(home, tx)?;
                let recipient = records.clinic().map(|clinic| clinic.name.clone());
                let pieces: Vec<SharedPiece> = tx.pieces_to_share(&new.entry)?;
                let pieces: Vec<_> =
                    pieces.into_iter().filter(|piece| new.pieces.contains(&piece.piece)).collect();
                let shared = Shared {
                    record: ids::new(),
                    entry: new.entry,
                    whole: new.whole,
                    words: new.words.filter(|words| !words.is_blank()),
                    pieces,
                    recipient,
                    at: now,
                    zone,
                    withdrawn: None,
                };
                if !is_shareable(&shared) || shared.pieces.len() != new.pieces.len() {
                    return Ok(None);
                }
                let Some(slice) = slice(tx, &records, &shared)? else { return Ok(None) };
                tx.save_share(&shared)?;
                if let Some(patient) = home.patient() {
                    let body = document_reference::write(&slice, patient);
                    tx.enqueue(&request(SHARED, &shared.record, &body, now, now + UNDO))?;
                }
                Ok(Some(shared.record))
            })
            .await?;
        self.delivery_changed()?;
        shared.ok_or(AppError::NotShareable)
    }

    /// Takes sharing back as if it had never been done, if nothing of it has left the phone.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if something has.
    pub async fn undo_share(&self, record: Id) -> Result<(), AppError> {
        let undone = self
            .with_journal(move |home, tx| {
                let ours = home.is_practice() || tx.take_back(&record)?;
                if ours {
                    tx.remove_share(&record)?;
                }
                Ok(ours)
            })
            .await?;
        self.delivery_changed()?;
        if undone { Ok(()) } else { Err(AppError::TooLate) }
    }

    /// Withdraws what was shared. If nothing of it can be at the clinic, the clinic never hears of it; else the clinic's
    /// record is replaced at once by one without any of it. What was shared does not leave again in either case.
    pub async fn withdraw_share(&self, record: Id) -> Result<(), AppError> {
        let now = self.now();
        self.with_journal(move |home, tx| {
            let Some(shared) = tx.share(&record)? else { return Ok(()) };
            let is_news = tx.withdraw_share(&record, now)?;
            match home.patient().filter(|_| is_news) {
                Some(patient) => tx.recall(&record, || withdrawal(&shared, patient, now)),
                None => Ok(()),
            }
        })
        .await?;
        self.delivery_changed()
    }

    /// Tells that something is to be sent or not any more, and lets the sync look.
    pub(super) fn delivery_changed(&self) -> Result<(), AppError> {
        self.tell(Changed::Delivery);
        self.home()?.wake();
        Ok(())
    }
}

/// There is something, and the clinic's server will take as much.
fn is_shareable(shared: &Shared) -> bool {
    let words = shared.words.as_ref().map_or(0, |words| words.reveal().len() as u64);
    let size = shared.pieces.iter().map(|piece| piece.size).fold(words, u64::saturating_add);
    (1..=LARGEST).contains(&size)
}

/// What the clinic gets; `None` if the page is gone or a picture is not as it was.
fn slice(reader: &Reader<'_>, records: &Records, shared: &Shared) -> Result<Option<Slice>, StoreError> {
    let Some(entry) = reader.entry(&shared.entry)? else { return Ok(None) };
    let mut pictures = Vec::new();
    for piece in shared.pieces.iter().cloned() {
        let bytes = reader.bytes_to_share(&piece)?;
        let SharedPiece { mime, title, size, .. } = piece;
        if bytes.len() as u64 != size {
            return Ok(None);
        }
        pictures.push(Picture { mime, title, bytes });
    }
    // A server may refuse a record that names a visit it has no more.
    let is_there = |visit: &Id| records.visits.iter().any(|known| known.id == *visit);
    Ok(Some(Slice {
        record: shared.record.clone(),
        at: shared.at,
        zone: shared.zone,
        words: shared.words.clone(),
        whole: shared.whole,
        begun: entry.at,
        begun_in: entry.zone,
        pictures,
        visit: entry.visit.filter(is_there),
        clinic: records.clinic().map(|clinic| clinic.id.clone()),
    }))
}

/// What takes the place of `shared` at the clinic.
fn withdrawal(shared: &Shared, patient: &Id, now: DateTime<Utc>) -> Outgoing {
    let body = document_reference::withdrawn(&shared.record, shared.at, shared.zone, patient);
    request(SHARED, &shared.record, &body, now, now)
}

/// Does `work`, which may withdraw what was shared, with what the clinic is then told.
pub(super) fn telling<T>(home: &Home, now: DateTime<Utc>, work: impl FnOnce(Told<'_>) -> T) -> T {
    match home.patient() {
        Some(patient) => work(Some(&|shared| withdrawal(shared, patient, now))),
        None => work(None),
    }
}
