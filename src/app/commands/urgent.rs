//! Telling the clinic at once that the question about harming oneself was answered above zero.

use super::queue::request;
use crate::{
    app::{AppError, Cairn, Changed, background, home::Home, load::Records},
    care::{
        Id,
        form::{Answers, Form},
        instruments::{Raised, raised},
    },
    fhir::{self, communication::Urgent},
    platform::ids,
    store::{Outgoing, StoreError, Tx, UrgentAnswer},
};
use chrono::{DateTime, Utc};

/// Queues the urgent word to the clinic if `answers` now say more than it was told about this form. To be called in the
/// transaction that saves an answer, after the form itself is saved.
///
/// True while the answer stands above zero: after the ninth question itself was answered, the card is shown on the way
/// to the next. False: nothing is to be shown.
///
/// - An answer that rises is told again: in place of the earlier word where that has certainly not left, else as a
///   record of its own, so that nothing the clinic marked in the first is overwritten and nothing waits for it.
/// - The same or a lower answer is not told: the clinic knows of the higher one, and the form shows the last.
/// - An answer taken back to zero takes nothing back: it was said.
/// - In practice nothing is queued, and the card says so.
pub(in crate::app) fn tell(
    tx: &Tx<'_>,
    home: &Home,
    form_id: &Id,
    form: &Form,
    answers: &Answers,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let Some(raised) = raised(form, answers) else { return Ok(false) };
    let before = tx.urgent_answers(form_id)?;
    let last = before.last();
    if last.is_some_and(|last| last.value >= raised.value) {
        return Ok(true);
    }
    // A word that is replaced has waited since it was first said: an answer that rises makes nobody wait for longer.
    // In practice nobody waits for anything.
    let (record, at) = match last {
        Some(last) if tx.take_back(&last.record)? => {
            (last.record.clone(), if home.patient().is_some() { last.at } else { now })
        }
        _ => (ids::new(), now),
    };
    let answer = UrgentAnswer { record, form: form_id.clone(), at, value: raised.value, dismissed_at: None };
    if let Some(patient) = home.patient() {
        let outgoing = word(&Records::load(home, tx)?, &answer, raised, patient, now);
        tx.enqueue(&outgoing)?;
    }
    tx.save_urgent_answer(&answer)?;
    Ok(true)
}

/// The request: before all that is not urgent, and with no time to take it back, whatever becomes of the clock.
fn word(
    records: &Records,
    answer: &UrgentAnswer,
    raised: Raised,
    patient: &Id,
    now: DateTime<Utc>,
) -> Outgoing {
    let configured = || {
        let protocol = records.protocol_of_after()?;
        protocol.safety.tell.as_ref().map(ToString::to_string)
    };
    let team = || {
        let of_plan = records.active_plans().find_map(|plan| plan.team.as_ref());
        let team = of_plan.or_else(|| records.teams.first().map(|team| &team.id))?;
        Some(format!("CareTeam/{team}"))
    };
    let urgent = Urgent {
        id: answer.record.clone(),
        form: answer.form.clone(),
        at: now,
        raised,
        recipient: configured().or_else(team),
    };
    let body = fhir::communication::write(&urgent, patient);
    Outgoing { urgent: true, ..request("Communication", &answer.record, &body, now, DateTime::UNIX_EPOCH) }
}

impl Cairn {
    /// The patient puts the card about the answers of this form away. What was told stays told.
    pub async fn dismiss_safety(&self, form: Id) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || Ok(home.store.write(|tx| tx.dismiss_urgent_answers(&form, now))?)).await?;
        self.tell(Changed::Own);
        Ok(())
    }
}
