//! When to be reminded to look back at the small steps; never unless the patient asked for it.

use crate::{
    app::{AppError, Cairn, Changed, background, commands::REMINDERS, load},
    care::alarms::LookBack,
};

impl Cairn {
    /// Keeps when to look back each week, or that nothing reminds of it, and hands the system the list that follows.
    pub async fn choose_look_back(&self, wanted: Option<LookBack>) -> Result<(), AppError> {
        let home = self.home()?;
        background(move || {
            Ok(home.store.write(|tx| {
                let mut choices = load::reminder_choices(tx)?;
                choices.wishes.look_back = wanted;
                tx.set_json(REMINDERS, &choices)
            })?)
        })
        .await?;
        self.tell(Changed::Reminders);
        self.hand_over_reminders().await
    }

    /// When the patient wants to look back each week.
    pub async fn look_back(&self) -> Result<Option<LookBack>, AppError> {
        self.look(|_, reader| Ok(load::reminder_choices(reader)?.wishes.look_back)).await
    }
}
