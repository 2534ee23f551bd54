//! Signing a paper of the clinic's, and taking it back: the signature, what the clinic gets and the tick of the thing to do are
//! one transaction.

use super::{check_in::UNDO, queue::request, tick};
use crate::{
    app::{
        AppError, Cairn, Changed, background,
        home::Home,
        load::{Papers, Records, signature_at_clinic, wait_to_sign},
    },
    care::{
        Id, ItemKey, Private,
        consent::{Signature, State, name},
    },
    fhir::consent,
    platform::ids,
    store::{Outgoing, StoreError, Tx},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::sync::Arc;

/// The FHIR type of a signature.
pub(in crate::app) const CONSENT: &str = "Consent";

/// A signature as the patient puts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSignature {
    pub document: Id,
    /// The text the patient saw, to the letter.
    pub text: Private,
    /// As it was typed.
    pub name: Private,
}

impl Cairn {
    /// Signs a paper. It does not leave before the time to take it back is over. Answers the record, which
    /// [`Cairn::undo_sign`] and [`Cairn::withdraw_consent`] want; that of before where this very text is signed already.
    ///
    /// # Errors
    /// [`AppError::NotSignable`] without a name, where the clinic has another text by now, and while the card of the first
    /// day after a session holds.
    pub async fn sign(&self, new: NewSignature) -> Result<Id, AppError> {
        let (now, zone) = (self.now(), self.zone());
        let signed = self.with_consents(move |home, tx| {
            let records = Records::load(home, tx)?;
            let papers = Papers::load(tx, &records, now, zone)?;
            let Some(paper) = papers.paper(&new.document) else { return Ok(None) };
            let Some(name) = name(new.name.reveal()) else { return Ok(None) };
            if paper.document.text() != new.text.reveal() {
                return Ok(None);
            }
            match &paper.state {
                State::Signed(record) => return Ok(Some(record.clone())),
                State::AtClinic => return Ok(None),
                State::ToSign | State::NewText(_) => {}
            }
            if wait_to_sign(&records, tx, now, zone)?.is_some() {
                return Ok(None);
            }
            let clinic = records.clinic();
            let signature = Signature {
                record: ids::new(),
                document: paper.document.id.clone(),
                version: paper.document.version.clone(),
                title: paper.document.title.clone(),
                protocol: paper.document.protocol.clone(),
                protocol_version: paper.document.protocol_version,
                text: new.text,
                name,
                clinic: clinic.map(|clinic| clinic.id.clone()),
                recipient: clinic.map(|clinic| clinic.name.clone()),
                at: now,
                zone,
                withdrawn: None,
            };
            tx.save_signature(&signature)?;
            tick_all(tx, home, &paper.asked_by, true, (now, zone), now + UNDO)?;
            if let Some(patient) = home.patient() {
                tx.enqueue(&outgoing(&signature, patient, now + UNDO))?;
            }
            Ok(Some(signature.record))
        });
        signed.await?.ok_or(AppError::NotSignable)
    }

    /// Takes signing back as if it had never been done, if nothing of it has left the phone.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if something has.
    pub async fn undo_sign(&self, record: Id) -> Result<(), AppError> {
        let (now, zone) = (self.now(), self.zone());
        let undone = self.with_consents(move |home, tx| {
            let Some(signature) = tx.signature(&record)? else { return Ok(true) };
            let ours = home.is_practice() || tx.take_back(&record)?;
            if ours {
                tx.remove_signature(&record)?;
                untick(tx, home, &signature, now, zone)?;
            }
            Ok(ours)
        });
        if undone.await? { Ok(()) } else { Err(AppError::TooLate) }
    }

    /// Withdraws a signature, also one that was put on another phone. If nothing of it can be at the clinic, the clinic never
    /// hears of it; else the clinic's record says that it does not hold any more. The signature stays on this phone as
    /// withdrawn.
    pub async fn withdraw_consent(&self, record: Id) -> Result<(), AppError> {
        let (now, zone) = (self.now(), self.zone());
        let withdrawn = self.with_consents(move |home, tx| {
            let Some(signature) = tx.signature(&record)? else {
                return withdraw_there(tx, home, &record, now, zone);
            };
            if !tx.withdraw_signature(&record, now)? {
                return Ok(());
            }
            untick(tx, home, &signature, now, zone)?;
            let signature = Signature { withdrawn: Some(now), ..signature };
            let Some(patient) = home.patient() else { return Ok(()) };
            let there = signature_at_clinic(tx, &record)?;
            let told = || match &there {
                Some((_, body)) => outgoing_end(&signature, body, (now, zone)),
                None => outgoing(&signature, patient, now),
            };
            tx.recall(&record, told)
        });
        withdrawn.await
    }

    /// Does `work` as one transaction and tells what it may have changed.
    async fn with_consents<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Home, &Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let home = self.home()?;
        let open = Arc::clone(&home);
        let done = background(move || Ok(open.store.write(|tx| work(&open, tx))?)).await?;
        self.tell(Changed::Own);
        self.tell(Changed::Reminders);
        self.delivery_changed()?;
        Ok(done)
    }
}

/// What the clinic gets of a signature as it stands.
fn outgoing(signature: &Signature, patient: &Id, not_before: DateTime<Utc>) -> Outgoing {
    let body = consent::write(signature, patient);
    let made = signature.withdrawn.unwrap_or(signature.at);
    request(CONSENT, &signature.record, &body, made, not_before)
}

/// What the clinic gets of one that was withdrawn, where its own record is known: whatever it wrote into that stays there.
fn outgoing_end(signature: &Signature, body: &str, (now, zone): (DateTime<Utc>, Tz)) -> Outgoing {
    let body = serde_json::from_str(body).unwrap_or_default();
    request(CONSENT, &signature.record, &consent::ended(&body, signature, now, zone), now, now)
}

/// Withdraws a signature that came from the clinic. From then on this phone has it as its own.
fn withdraw_there(
    tx: &Tx<'_>,
    home: &Home,
    record: &Id,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<(), StoreError> {
    let Some((_, body)) = signature_at_clinic(tx, record)? else { return Ok(()) };
    let papers = Papers::load(tx, &Records::load(home, tx)?, now, zone)?;
    let Some(kept) = papers.signature(record).filter(|kept| kept.holds(now)) else { return Ok(()) };
    let signature = Signature { withdrawn: Some(now), ..kept.signature.clone() };
    tx.save_signature(&signature)?;
    untick(tx, home, &signature, now, zone)?;
    tx.enqueue(&outgoing_end(&signature, &body, (now, zone)))
}

/// What asks for the paper is not done any more, unless another signature of it holds.
fn untick(
    tx: &Tx<'_>,
    home: &Home,
    signature: &Signature,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<(), StoreError> {
    let records = Records::load(home, tx)?;
    let papers = Papers::load(tx, &records, now, zone)?;
    let paper = papers.paper(&signature.document);
    let asked_by = paper.filter(|paper| !matches!(paper.state, State::Signed(_)));
    let asked_by = asked_by.map(|paper| paper.asked_by.as_slice());
    tick_all(tx, home, asked_by.unwrap_or_default(), false, (now, zone), now)
}

fn tick_all(
    tx: &Tx<'_>,
    home: &Home,
    asked_by: &[ItemKey],
    done: bool,
    at: (DateTime<Utc>, Tz),
    not_before: DateTime<Utc>,
) -> Result<(), StoreError> {
    asked_by.iter().try_for_each(|key| tick::set_from(tx, home, key.clone(), done, at, not_before))
}
