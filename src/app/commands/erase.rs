//! Asking the clinic to delete what it has: a request to people, made once, with its true state.

use super::{UNDO, queue::request};
use crate::{
    app::{
        AppError, Cairn, Changed, background,
        load::{Records, own::asked},
    },
    care::Delivery,
    fhir,
    platform::ids,
};

/// Under which name it is remembered what was asked, and when.
pub(in crate::app) const ASKED: &str = "own.deletion-asked";

impl Cairn {
    /// Queues the request. One that waits, or that the clinic has, is not made a second time; one that was refused is put
    /// back. In practice there is nobody to ask.
    ///
    /// # Errors
    /// [`AppError::NobodyHere`] in practice.
    pub async fn ask_to_delete(&self) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        let Some(patient) = home.patient().cloned() else { return Err(AppError::NobodyHere) };
        let open = home.clone();
        background(move || {
            Ok(open.store.write(|tx| {
                match asked(tx)? {
                    Some((id, before)) if matches!(before.delivery, Delivery::NeedsAttention(_)) => {
                        tx.put_back(&id)?;
                    }
                    Some(_) => {}
                    None => {
                        let id = ids::new();
                        let records = Records::load(&open, tx)?;
                        let of_plan = records.active_plans().find_map(|plan| plan.team.as_ref());
                        let team = of_plan.or_else(|| records.teams.first().map(|team| &team.id));
                        let recipient = team.map(|team| format!("CareTeam/{team}"));
                        let body = fhir::deletion::write(&id, now, recipient.as_deref(), &patient);
                        tx.enqueue(&request("Communication", &id, &body, now, now + UNDO))?;
                        tx.set(ASKED, &format!("{id} {}", now.to_rfc3339()))?;
                    }
                }
                Ok(())
            })?)
        })
        .await?;
        self.tell(Changed::Own);
        self.tell(Changed::Delivery);
        home.wake();
        Ok(())
    }

    /// Takes the request back, if nothing of it has left the phone.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if something has.
    pub async fn undo_ask_to_delete(&self) -> Result<(), AppError> {
        let home = self.home()?;
        let taken = background(move || {
            Ok(home.store.write(|tx| asked(tx)?.map_or(Ok(true), |(id, _)| tx.take_back(&id)))?)
        })
        .await?;
        self.tell(Changed::Own);
        self.tell(Changed::Delivery);
        if taken { Ok(()) } else { Err(AppError::TooLate) }
    }
}
