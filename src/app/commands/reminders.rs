//! What the patient chooses about reminders: which, when, how plainly; a test; and putting one off.

use crate::{
    app::{AppError, Cairn, Changed, background, load::to_ring, read::ReminderChoices},
    store::Snooze,
};
use chrono::{DateTime, TimeDelta, Utc};

/// The setting that holds the choices, as JSON.
pub(in crate::app) const REMINDERS: &str = "reminders";

/// How long "later" puts a reminder off, in the app and outside it.
pub(in crate::app) const LATER: TimeDelta = TimeDelta::minutes(10);

impl Cairn {
    /// Keeps what the patient chose, and hands the system the list that follows from it.
    pub async fn choose_reminders(&self, choices: ReminderChoices) -> Result<(), AppError> {
        let home = self.home()?;
        background(move || Ok(home.store.write(|tx| tx.set_json(REMINDERS, &choices))?)).await?;
        self.tell(Changed::Reminders);
        self.hand_over_reminders().await
    }

    /// Puts off by ten minutes the alarm with this id that was planned for `at`; false, and nothing is put off, if
    /// it would be of no use by then.
    pub async fn snooze(&self, alarm: String, at: DateTime<Utc>) -> Result<bool, AppError> {
        let (home, now, phone) = (self.home()?, self.now(), self.zone());
        let put_off = background(move || {
            let (coming, _) = home.store.read(|reader| to_ring(&home, reader, now, phone))?;
            if !coming.iter().any(|one| one.alarm.id == alarm && one.alarm.at == at && one.may_wait) {
                return Ok(false);
            }
            home.store.write(|tx| tx.snooze(&Snooze { alarm, at, until: now + LATER }))?;
            Ok(true)
        })
        .await?;
        self.tell(Changed::Reminders);
        self.hand_over_reminders().await?;
        Ok(put_off)
    }

    /// Rings once, now, in the way reminders ring: also in practice, where nothing else does.
    pub async fn test_reminders(&self) -> Result<(), AppError> {
        self.home()?;
        self.remember_test();
        self.hand_over_reminders().await?;
        self.tell(Changed::Reminders);
        Ok(())
    }
}
