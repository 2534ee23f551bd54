//! That the patient has read a medicine line in exactly one form, and what they want to bring to the session.

use super::queue::answer;
use crate::{
    app::{AppError, Cairn, Changed, background},
    care::{
        Intention, MedicineRecord, Private,
        preparation::{Acknowledged, Shown},
    },
    fhir::answers::{About, Answer, Answers},
    platform::ids,
};

impl Cairn {
    /// The patient has read a medicine line in exactly the form that was `shown`, which may not be the newest any
    /// more. The clinic hears of that very version.
    pub async fn acknowledge_medicine(&self, shown: Shown) -> Result<(), AppError> {
        let home = self.home()?;
        let (now, zone) = (self.now(), self.zone());
        let open = std::sync::Arc::clone(&home);
        background(move || {
            Ok(open.store.write(|tx| {
                let before = tx.acknowledgement(shown.record, &shown.line)?;
                if before.is_some_and(|before| before.shown == shown) {
                    return Ok(());
                }
                let read = Acknowledged { record: ids::new(), shown, at: now };
                tx.save_acknowledgement(&read)?;
                let Some(patient) = open.patient() else { return Ok(()) };
                let digest = Answer::Text(format!("sha256:{}", read.shown.digest));
                tx.enqueue(&answer(
                    &Answers {
                        id: read.record.clone(),
                        about: About::MedicineSeen,
                        plan: None,
                        at: now,
                        zone,
                        items: vec![("line", Answer::Record(reference(&read.shown))), ("shown", digest)],
                    },
                    patient,
                    now,
                ))
            })?)
        })
        .await?;
        self.tell(Changed::Own);
        self.tell(Changed::Delivery);
        home.wake();
        Ok(())
    }

    /// Keeps what the patient wants to bring to the session; what they had written before stays beside it. Blank
    /// words and the same words again keep nothing. It stays on this phone.
    pub async fn keep_intention(&self, words: Private) -> Result<(), AppError> {
        if words.is_blank() {
            return Ok(());
        }
        let home = self.home()?;
        let words = Private::new(words.reveal().trim());
        let intention = Intention { id: ids::new(), at: self.now(), words };
        background(move || {
            Ok(home.store.write(|tx| {
                let same = tx.intentions()?.first().is_some_and(|newest| newest.words == intention.words);
                if same { Ok(()) } else { tx.save_intention(&intention) }
            })?)
        })
        .await?;
        self.tell(Changed::Own);
        Ok(())
    }
}

/// The line in the version that was shown: `MedicationRequest/1/_history/2`, or without the version where the server
/// names none.
fn reference(shown: &Shown) -> String {
    let kind = match shown.record {
        MedicineRecord::Request => "MedicationRequest",
        MedicineRecord::Statement => "MedicationStatement",
    };
    match &shown.version {
        Some(version) => format!("{kind}/{}/_history/{version}", shown.line),
        None => format!("{kind}/{}", shown.line),
    }
}
