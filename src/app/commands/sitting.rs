//! The sitting that runs: kept, so that it goes on when the app was closed meanwhile.

use crate::{
    app::{AppError, Cairn, background},
    care::journal::Sitting,
};

/// The setting that holds it, as JSON; `null` where there is none.
const SITTING: &str = "carry.sitting";

impl Cairn {
    /// Keeps the sitting that was begun, until it is let go of with `None`.
    pub async fn keep_sitting(&self, sitting: Option<Sitting>) -> Result<(), AppError> {
        let home = self.home()?;
        background(move || Ok(home.store.write(|tx| tx.set_json(SITTING, &sitting))?)).await
    }

    /// The sitting that was begun and not let go of; `None` also for one that ended too long ago to be asked about.
    pub async fn sitting(&self) -> Result<Option<Sitting>, AppError> {
        let now = self.now();
        self.look(move |_, reader| {
            let sitting: Option<Sitting> = reader.get_json(SITTING)?.flatten();
            Ok(sitting.filter(|sitting| sitting.counts(now)))
        })
        .await
    }
}
