//! Puts the journal together: its newest pages, one page, the story of a session, and what could be written about now.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        read::{EarlierView, EntryLine, EntryPlace, EntryView, Journal, Moment, SessionOn, Story, Writing},
    },
    care::{
        Id, Intention, Private, SessionTimes, Visit, VisitKind,
        journal::{Entry, Phase},
        protocol::Protocol,
        story, time,
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// How many entries one page of the list holds: what stands behind them is to be found without much scrolling.
const PAGE: usize = 10;
/// Letters of an entry that a list shows.
const BEGINNING: usize = 160;

impl Cairn {
    /// The journal, with a page of the entries after `after` (from the newest on, without it).
    pub async fn journal(&self, after: Option<EntryPlace>) -> Result<Journal, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let (entries, on) = reader.entry_beginnings(after, PAGE, BEGINNING)?;
            let records = Records::load(home, reader)?;
            let stories = stories(reader, &records, phone)?;
            let moment = here(&records, now, phone).map(|here| here.moment).unwrap_or_default();
            Ok(Journal { lines: entries.into_iter().map(line).collect(), on, moment, stories })
        })
        .await
    }

    /// What could be written about right now, and the story of the session one comes from.
    pub async fn writing(&self) -> Result<Writing, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let Some(Here { visit, moment, .. }) = here(&records, now, phone) else {
                return Ok(Writing::default());
            };
            let behind = moment.phase.is_some_and(|phase| phase >= Phase::Day0);
            let stories = stories(reader, &records, phone)?;
            Ok(Writing { story: stories.into_iter().find(|on| behind && on.visit == visit), moment })
        })
        .await
    }

    /// One entry as it stands, with what is just being written; `None` if there is none with this id (any more).
    pub async fn entry(&self, id: Id) -> Result<Option<EntryView>, AppError> {
        let phone = self.zone();
        self.look(move |home, reader| {
            let Some(entry) = reader.entry(&id)? else { return Ok(None) };
            let records = Records::load(home, reader)?;
            let all = sessions(&records, phone).map(|(visit, times)| on(visit, &times));
            let mut sessions: Vec<SessionOn> = all.collect();
            if let Some(own) = entry.visit.as_ref().filter(|own| !sessions.iter().any(|on| on.visit == **own))
            {
                sessions.push(SessionOn { visit: own.clone(), day: None });
            }
            sort(&mut sessions);
            let prompts = entry.phase.zip(protocol(&records));
            let intention = entry.intention.as_ref();
            Ok(Some(EntryView {
                earlier: reader.count_earlier_words(&id)?,
                prompts: prompts.map(|(phase, rules)| asked(phase, rules)).unwrap_or_default(),
                sessions,
                intention: match intention {
                    Some(id) => reader.intentions()?.into_iter().find(|said| said.id == *id),
                    None => None,
                },
                entry,
            }))
        })
        .await
    }

    /// How an entry read before; `None` if there is no such entry.
    pub async fn earlier_words(&self, id: Id) -> Result<Option<EarlierView>, AppError> {
        self.look(move |_, reader| {
            let Some(entry) = reader.entry(&id)? else { return Ok(None) };
            Ok(Some(EarlierView { earlier: reader.earlier_words(&id)?, entry }))
        })
        .await
    }

    /// All that was written about a session. It may be empty.
    pub async fn story(&self, visit: Id) -> Result<Story, AppError> {
        let phone = self.zone();
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let all: Vec<_> =
                sessions(&records, phone).map(|(visit, times)| (visit.id.clone(), times)).collect();
            let times = all.iter().find(|(id, _)| *id == visit).map(|(_, times)| *times);
            let of_it = |said: &Intention| {
                let nearest = story::nearest(all.iter().map(|(id, times)| (id, *times)), said.at);
                !said.words.is_blank() && nearest.is_some_and(|(id, _)| *id == visit)
            };
            let intentions = reader.intentions()?.into_iter().filter(of_it).collect();
            let parts = story::story(reader.entries_of(&visit)?, intentions, times.as_ref());
            let day = times.map(|times| time::day_of(times.arrival, times.zone));
            Ok(Story { session: SessionOn { visit, day }, parts })
        })
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

/// Where the patient is on the way.
pub(in crate::app) struct Here {
    /// The session that counts.
    pub(in crate::app) visit: Id,
    pub(in crate::app) times: SessionTimes,
    pub(in crate::app) moment: Moment,
}

/// Where the patient is on the way at `now`: the session that counts, and what is asked there. The session is the last
/// one behind, until the next one is nearer.
pub(in crate::app) fn here(records: &Records, now: DateTime<Utc>, phone: Tz) -> Option<Here> {
    let (visit, times) = story::nearest(sessions(records, phone), now)?;
    let phase = Phase::around(&times, now);
    let prompts = asked(phase, protocol(records)?);
    Some(Here { visit: visit.id.clone(), times, moment: Moment { phase: Some(phase), prompts } })
}

/// Where `at` lies around this session; `None` where its times are not known.
pub(in crate::app) fn phase_around(
    records: &Records,
    visit: &Id,
    at: DateTime<Utc>,
    phone: Tz,
) -> Option<Phase> {
    let (_, times) = sessions(records, phone).find(|(own, _)| own.id == *visit)?;
    Some(Phase::around(&times, at))
}

fn asked(phase: Phase, rules: &Protocol) -> Vec<String> {
    phase.prompts(&rules.journal_prompts).to_vec()
}

/// The protocol whose questions are asked: also of a plan that ended with its last session.
fn protocol(records: &Records) -> Option<&Protocol> {
    records.the_rules().or_else(|| records.protocol_of_after())
}

/// The sessions the clinic said yes to and whose times are known, in no order.
fn sessions(records: &Records, phone: Tz) -> impl Iterator<Item = (&Visit, SessionTimes)> {
    let rules = protocol(records);
    let certain = |visit: &&Visit| visit.kind == VisitKind::Session && visit.state.stands();
    records.visits.iter().filter(certain).filter_map(move |visit| {
        let zone = records.zone_of(visit, phone);
        Some((visit, SessionTimes::of_visit(rules?, visit, records.marks(&visit.id), zone)?))
    })
}

fn on(visit: &Visit, times: &SessionTimes) -> SessionOn {
    SessionOn { visit: visit.id.clone(), day: Some(time::day_of(times.arrival, times.zone)) }
}

/// The sessions that were written about, the newest first; those whose day nobody knows at the end.
fn stories(reader: &Reader<'_>, records: &Records, phone: Tz) -> Result<Vec<SessionOn>, StoreError> {
    let known: Vec<SessionOn> = sessions(records, phone).map(|(visit, times)| on(visit, &times)).collect();
    let day = |visit: &Id| known.iter().find(|on| on.visit == *visit)?.day;
    let written = reader.visits_written_about()?;
    let mut all: Vec<_> = written.into_iter().map(|visit| SessionOn { day: day(&visit), visit }).collect();
    sort(&mut all);
    Ok(all)
}

fn sort(sessions: &mut [SessionOn]) {
    sessions.sort_by(|one, other| other.day.cmp(&one.day).then_with(|| one.visit.cmp(&other.visit)));
}
