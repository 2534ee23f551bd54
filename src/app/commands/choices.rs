//! Small choices of the patient: the language, what was read, what to try again.

use crate::{
    app::{AppError, Cairn, Changed, background, read::Language},
    care::Id,
    store::Tx,
};

/// The setting that holds the language, as a BCP 47 tag.
pub(in crate::app) const LANGUAGE: &str = "language";

impl Cairn {
    /// Keeps the language the patient chose.
    pub async fn choose_language(&self, language: Language) -> Result<(), AppError> {
        let home = self.home()?;
        background(move || Ok(home.store.write(|tx| tx.set(LANGUAGE, language.tag()))?)).await?;
        self.tell(Changed::Settings);
        Ok(())
    }

    /// The patient has read a notice and it may go.
    pub async fn dismiss_notice(&self, notice: Id) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || Ok(home.store.write(|tx| tx.seen(&notice, now))?)).await?;
        self.tell(Changed::Clinic);
        Ok(())
    }

    /// Sends again what the clinic had refused, or what came back from a copy, as it is.
    pub async fn send_again(&self, record: Id) -> Result<(), AppError> {
        let home = self.home()?;
        let open = std::sync::Arc::clone(&home);
        let again = move |tx: &Tx<'_>| {
            let is_asked_about = tx.wish_as_answered(&record)?.is_some()
                || tx.cancellation(&record)?.is_some()
                || tx.message(&record)?.is_some();
            if is_asked_about { tx.means_it_still(&record) } else { tx.put_back(&record).map(drop) }
        };
        background(move || Ok(open.store.write(again)?)).await?;
        self.tell(Changed::Booking);
        self.tell(Changed::Delivery);
        home.wake();
        Ok(())
    }

    /// Speaks with the clinic now, if there is one.
    pub fn sync_now(&self) {
        if let Ok(home) = self.home() {
            home.look();
        }
    }
}
