//! What the patient asks to be shown of earlier years.

use crate::app::{AppError, Cairn, Changed, background};

/// The setting that says whether what was written on this day in other years is shown: "on", or it is not.
pub(in crate::app) const ON_THIS_DAY: &str = "journal-on-this-day";

impl Cairn {
    /// Shows what was written on this day in other years from now on, or does not.
    pub async fn show_on_this_day(&self, show: bool) -> Result<(), AppError> {
        let home = self.home()?;
        let value = if show { "on" } else { "off" };
        background(move || Ok(home.store.write(|tx| tx.set(ON_THIS_DAY, value))?)).await?;
        self.tell(Changed::Settings);
        Ok(())
    }
}
