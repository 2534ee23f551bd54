//! Leaves out what the clinic would like to hear, this time; nobody is told, and it can be taken back.

use crate::app::{AppError, Cairn, Changed, background};

impl Cairn {
    /// Leaves out what has these keys: it is not asked and not rung for again.
    pub async fn skip(&self, keys: Vec<String>) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || Ok(home.store.write(|tx| tx.skip(&keys, now))?)).await?;
        self.tell(Changed::Own);
        self.tell(Changed::Reminders);
        Ok(())
    }

    /// Takes leaving out back.
    pub async fn unskip(&self, keys: Vec<String>) -> Result<(), AppError> {
        let home = self.home()?;
        background(move || Ok(home.store.write(|tx| tx.unskip(&keys))?)).await?;
        self.tell(Changed::Own);
        self.tell(Changed::Reminders);
        Ok(())
    }
}
