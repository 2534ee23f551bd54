//! A visit in the patient's own calendar: the file that puts it there, changes it there or takes it out.

use crate::{
    app::{AppError, Cairn, CalendarWords, Changed, background, ical, load, read::Taken},
    care::{CalendarStep, Id, InCalendar},
};
use std::path::Path;

/// What files for a calendar end in.
const CALENDAR: &str = "ics";

impl Cairn {
    /// Writes the file that is to be made now, and remembers what it says once it is there; `None` where nothing is to be
    /// done. Whoever sees the calendar sees `words`.
    pub async fn make_calendar_file(
        &self,
        visit: Id,
        words: CalendarWords,
    ) -> Result<Option<Taken>, AppError> {
        let (phone, now) = (self.zone(), self.now());
        let asked = visit.clone();
        let found =
            self.look(move |home, reader| load::visit_in_calendar(home, reader, &asked, phone, now)).await?;
        let Some((found, before)) = found else { return Ok(None) };
        let out = matches!(found.step, CalendarStep::TakeOut(_));
        let entry = InCalendar::next(before.as_ref(), found.step.times(), out, now);
        let text = ical::file(&visit, &entry, found.zone, &words, now);
        let taken = self.hand_over(text.into_bytes(), CALENDAR).await?;
        let home = self.home()?;
        background(move || Ok(home.store.write(|tx| tx.set_json(&load::calendar_key(&visit), &entry))?))
            .await?;
        self.tell(Changed::Own);
        Ok(Some(taken))
    }

    /// Asks the system to show a file that was just written, with whatever the person opens such files with.
    pub async fn open_file(&self, taken: Taken) -> Result<(), AppError> {
        let cairn = self.clone();
        background(move || Ok(cairn.0.platform.files.open(&Path::new(&taken.folder).join(&taken.name))?))
            .await
    }
}
