//! Puts the journal together: its newest pages, and what could be written about now.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        read::{EntryLine, EntryPlace, EntryView, Journal, Moment},
    },
    care::{
        Id, Private, SessionTimes, VisitKind,
        journal::{Entry, Phase},
    },
    store::StoreError,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// How many entries one page of the list holds.
const PAGE: usize = 30;
/// Letters of an entry that a list shows.
const BEGINNING: usize = 160;

impl Cairn {
    /// The journal, with a page of the entries after `after` (from the newest on, without it).
    pub async fn journal(&self, after: Option<EntryPlace>) -> Result<Journal, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let (entries, on) = reader.entries(after, PAGE)?;
            let records = Records::load(home, reader)?;
            let moment = here(&records, now, phone).map_or_else(Moment::default, |(_, moment)| moment);
            Ok(Journal { lines: entries.into_iter().map(line).collect(), on, moment })
        })
        .await
    }

    /// One entry; `None` if there is none with this id (any more).
    pub async fn entry(&self, id: Id) -> Result<Option<EntryView>, AppError> {
        self.look(move |_, reader| Ok::<_, StoreError>(reader.entry(&id)?.map(|entry| EntryView { entry })))
            .await
    }
}

/// An entry as a list shows it.
pub(in crate::app) fn line(entry: Entry) -> EntryLine {
    let words = entry.words.reveal().trim_start();
    let end = words.char_indices().nth(BEGINNING).map_or(words.len(), |(at, _)| at);
    let beginning = Private::new(words.get(..end).unwrap_or(words));
    EntryLine { entry, beginning }
}

/// Where the patient is on the way at `now`: the session that counts, and what is asked there. The session is the last
/// one behind, until the next one is nearer.
pub(in crate::app) fn here(records: &Records, now: DateTime<Utc>, phone: Tz) -> Option<(Id, Moment)> {
    let protocol = records.the_rules()?;
    let times = |visit: &crate::care::Visit| {
        let zone = records.zone_of(visit, phone);
        SessionTimes::of_visit(protocol, visit, records.marks(&visit.id), zone)
    };
    let sessions = records.visits.iter().filter(|visit| visit.kind == VisitKind::Session);
    let known = sessions.filter_map(|visit| Some((visit, times(visit)?)));
    let nearest = known.min_by_key(|(_, times)| (times.end - now).abs())?;
    let (visit, times) = nearest;
    let phase = Phase::around(&times, now);
    let prompts = phase.prompts(&protocol.journal_prompts).to_vec();
    Some((visit.id.clone(), Moment { phase: Some(phase), prompts }))
}
