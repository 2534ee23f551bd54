//! Small deeds around a session: answering the questions of the morning, going into soft mode and out of it.

use crate::{
    app::{AppError, Cairn, Changed, background, load::cards_to_keep},
    care::{Id, Private, Question, SoftChoice},
    platform::ids,
    store::{Reader, Settled, StoreError, Tx},
};
use chrono::{DateTime, SecondsFormat, Utc};

/// The setting that holds the last choice about soft mode: `enter INSTANT VISIT` or `leave INSTANT VISIT`.
const SOFT: &str = "session.soft";
/// The setting that holds what is kept of the sessions around now, as JSON: it must outlive the clinic's records.
pub(in crate::app) const CARDS: &str = "session.card";
const ENTER: &str = "enter";
const LEAVE: &str = "leave";

impl Cairn {
    /// Keeps the answer to a question before this visit.
    pub async fn answer(&self, visit: Id, question: Question, yes: bool) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || Ok(home.store.write(|tx| tx.save_answer(&visit, question, yes, now))?)).await?;
        self.tell(Changed::Own);
        Ok(())
    }

    /// Keeps until when the card of each session holds, so that it stands whatever becomes of the clinic's
    /// records. To be called at the start and after every change.
    pub async fn keep_card(&self) -> Result<(), AppError> {
        let (home, now, phone) = (self.home()?, self.now(), self.zone());
        background(move || {
            let keep = |tx: &Tx<'_>| match cards_to_keep(&home, tx, now, phone)? {
                Some(rows) => tx.set(CARDS, &rows),
                None => Ok(()),
            };
            Ok(home.store.write(keep)?)
        })
        .await
    }

    /// Goes into soft mode after (or shortly before the end of) this visit, or out of it.
    pub async fn soften(&self, visit: Id, enter: bool) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        let at = now.to_rfc3339_opts(SecondsFormat::Millis, true);
        let choice = format!("{} {at} {visit}", if enter { ENTER } else { LEAVE });
        background(move || Ok(home.store.write(|tx| tx.set(SOFT, &choice))?)).await?;
        self.tell(Changed::Own);
        // What rings next may depend on it.
        self.tell(Changed::Reminders);
        Ok(())
    }

    /// Keeps what settled the patient, for next time. Blank is nothing to keep.
    pub async fn keep_settled(&self, words: Private) -> Result<(), AppError> {
        if words.is_blank() {
            return Ok(());
        }
        let (home, at) = (self.home()?, self.now());
        let settled = Settled { id: ids::new(), at, words };
        background(move || Ok(home.store.write(|tx| tx.save_settled(&settled))?)).await?;
        self.tell(Changed::Own);
        Ok(())
    }

    /// Lets go of something that settled the patient.
    pub async fn forget_settled(&self, id: Id) -> Result<(), AppError> {
        let home = self.home()?;
        background(move || Ok(home.store.write(|tx| tx.remove_settled(&id))?)).await?;
        self.tell(Changed::Own);
        Ok(())
    }
}

/// The last choice about soft mode.
pub(in crate::app) fn soft_choice(reader: &Reader<'_>) -> Result<Option<SoftChoice>, StoreError> {
    Ok(reader.get(SOFT)?.as_deref().and_then(parse))
}

fn parse(text: &str) -> Option<SoftChoice> {
    let mut parts = text.splitn(3, ' ');
    let enter = match parts.next()? {
        ENTER => true,
        LEAVE => false,
        _ => return None,
    };
    let at: DateTime<Utc> = DateTime::parse_from_rfc3339(parts.next()?).ok()?.to_utc();
    Some(SoftChoice { visit: Id::new(parts.next()?).ok()?, at, enter })
}
