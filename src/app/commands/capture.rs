//! Catching words after a session: saved while they are typed, so that nothing has to be pressed.

use crate::{
    app::{AppError, Cairn, Changed, background},
    care::{Id, Private, journal::cuts_deep},
    platform::ids,
    store::Capture,
};

impl Cairn {
    /// Keeps what was caught after this visit, as it is now: the same journal entry each time. When this returns,
    /// it is committed and synced to the disk. It is the patient's own and goes nowhere. Where much is gone at once, the
    /// words of before stay as an earlier version.
    pub async fn capture(&self, visit: Id, words: Private) -> Result<(), AppError> {
        let (home, now, zone) = (self.home()?, self.now(), self.zone());
        background(move || {
            Ok(home.store.write(|tx| {
                let before = tx.capture(&visit)?;
                let capture = match before {
                    Some(before) => {
                        // Whatever was written on the same page in the journal is finished with.
                        tx.fold_draft(&before.entry)?;
                        if cuts_deep(&before.words, &words) {
                            return tx.replace_words(&before.entry, &words, now).map(drop);
                        }
                        Capture { words, ..before }
                    }
                    // Nothing was caught and nothing was written: there is nothing to begin.
                    None if words.is_blank() => return Ok(()),
                    None => Capture { entry: ids::new(), visit, at: now, zone, words },
                };
                tx.save_capture(&capture, now)
            })?)
        })
        .await?;
        self.tell(Changed::Own);
        self.tell(Changed::Journal);
        Ok(())
    }
}
