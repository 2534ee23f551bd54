//! The story of one session as the patient wrote it: before, on the day, the days after, weeks later, told in order.

use super::{
    Intention, SessionTimes,
    journal::{Entry, Phase, Thread},
};
use chrono::{DateTime, Utc};

/// One thing in a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    Entry(Entry),
    Intention(Intention),
}

impl Told {
    /// When it was begun.
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Entry(entry) => entry.at,
            Self::Intention(intention) => intention.at,
        }
    }
}

/// What belongs together in a story, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// `None` for what nobody knows the place of.
    pub thread: Option<Thread>,
    pub told: Vec<Told>,
}

/// Puts the story of a session together from all that belongs to it. An entry stands where it was when it was begun,
/// whatever became of the session's date since; what has no such place, where `times` puts it.
#[must_use]
pub fn story(entries: Vec<Entry>, intentions: Vec<Intention>, times: Option<&SessionTimes>) -> Vec<Part> {
    let at = |at| times.map(|times| Phase::around(times, at));
    let entries = entries.into_iter().map(|entry| (entry.phase.or_else(|| at(entry.at)), Told::Entry(entry)));
    let intentions = intentions.into_iter().map(|said| (at(said.at), Told::Intention(said)));
    let mut all: Vec<(Option<Thread>, Told)> =
        entries.chain(intentions).map(|(phase, told)| (phase.map(Phase::thread), told)).collect();
    all.sort_by_key(|(_, told)| told.at());
    let threads = Thread::ALL.into_iter().map(Some).chain([None]);
    let part = |thread: Option<Thread>| {
        let told = all.iter().filter(|(own, _)| *own == thread).map(|(_, told)| told.clone());
        Part { thread, told: told.collect() }
    };
    threads.map(part).filter(|part| !part.told.is_empty()).collect()
}

/// Of several sessions the one that `at` belongs to: whose end is nearest. That is the last one behind, until the next one
/// is nearer.
#[must_use]
pub fn nearest<T>(
    sessions: impl IntoIterator<Item = (T, SessionTimes)>,
    at: DateTime<Utc>,
) -> Option<(T, SessionTimes)> {
    sessions.into_iter().min_by_key(|(_, times)| (times.end - at).abs())
}

/// What the patient meant to bring to the session that a page begun at `now` belongs to, of all they wrote, the newest
/// first: what stood there when the session began, for afterwards one writes for the next; before it the newest.
#[must_use]
pub fn meant(
    intentions: impl IntoIterator<Item = Intention>,
    times: &SessionTimes,
    now: DateTime<Utc>,
) -> Option<Intention> {
    let began = times.injection.min(now);
    intentions.into_iter().find(|intention| intention.at <= began && !intention.words.is_blank())
}
