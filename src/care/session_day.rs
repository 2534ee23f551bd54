//! Which page stands for a moment around a session: its own page from midnight, rest after it, and the card of the
//! first day for as long as it protects.

use super::{Id, Marks, SessionTimes, Visit, VisitKind, VisitState, protocol::Protocol, time};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// One session with the instants that decide its day. What is kept of it on the phone is the same, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub visit: Id,
    /// When the visit starts: a visit that moved is another session.
    pub start: DateTime<Utc>,
    pub times: SessionTimes,
    /// From here on it has a page of its own: midnight at the clinic, on the day to be there.
    pub midnight: DateTime<Utc>,
    /// It is over: as marked, as reckoned, or because the clinic says that it took place.
    over: bool,
    /// Rest ends by itself here.
    pub soft_until: DateTime<Utc>,
    /// The card of the first day holds until here.
    pub card_until: DateTime<Utc>,
}

/// What the patient chose about soft mode, and when. Only the last choice is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoftChoice {
    pub visit: Id,
    pub at: DateTime<Utc>,
    /// Into soft mode, or out of it.
    pub enter: bool,
}

/// What Today is at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionDay {
    pub page: DayPage,
    /// The session whose card holds, if one does.
    pub card: Option<Session>,
}

/// Which page stands in the place of Today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayPage {
    /// Today as on any other day.
    Ordinary,
    /// It would be the page of a session, and something of the clinic cannot be shown: call it.
    Call,
    /// The page of this session.
    Session(Session),
    /// Soft mode after this session.
    Soft(Session),
}

impl Session {
    /// The session of `visit` in the clinic's `zone`; `None` for a visit that is none, that the clinic has not
    /// agreed to or has cancelled, and beyond the calendar.
    #[must_use]
    pub fn of(
        protocol: &Protocol,
        visit: &Visit,
        marks: Marks,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        if visit.kind != VisitKind::Session || !visit.state.stands() {
            return None;
        }
        let start = visit.start?;
        let times = SessionTimes::of_visit(protocol, visit, marks, zone)?;
        Some(Self {
            visit: visit.id.clone(),
            start,
            midnight: time::start_of_day(time::day_of(times.arrival, zone), zone),
            over: now >= times.end || visit.state == VisitState::Finished,
            soft_until: times.soft_until(protocol, visit.end),
            card_until: times.card_until(protocol, visit.end),
            times,
        })
    }

    /// The choice, if it is about this session and still counts: one made before the patient was to be there, as
    /// before it was moved, does not, nor does one after the card is over.
    fn counts<'a>(&self, choice: Option<&'a SoftChoice>) -> Option<&'a SoftChoice> {
        choice.filter(|choice| {
            choice.visit == self.visit && choice.at >= self.times.arrival && choice.at < self.card_until
        })
    }

    fn is_soft(&self, choice: Option<&SoftChoice>, now: DateTime<Utc>) -> bool {
        match self.counts(choice) {
            Some(choice) if !choice.enter => false,
            // Chosen again after rest was over, it holds as long as the card does.
            Some(choice) => {
                let until = if choice.at < self.soft_until { self.soft_until } else { self.card_until };
                now < until
            }
            None => self.over && now < self.soft_until,
        }
    }

    /// It is over, or the patient said that it is: leaving soft mode takes back nothing of that.
    fn has_begun(&self, choice: Option<&SoftChoice>) -> bool {
        self.over || self.counts(choice).is_some()
    }

    fn has_card(&self, choice: Option<&SoftChoice>, now: DateTime<Utc>) -> bool {
        self.has_begun(choice) && now < self.card_until && now >= self.midnight
    }

    /// True if both are the same time of the same visit.
    fn is(&self, other: &Self) -> bool {
        self.visit == other.visit && self.start == other.start
    }

    fn has_page(&self, now: DateTime<Utc>) -> bool {
        !self.over && now >= self.midnight
    }
}

/// How long a card is remembered after it is over, so that it can be said to be over.
const REMEMBERED: TimeDelta = TimeDelta::days(2);

/// The sessions as they stand, and what the phone kept of those that do not stand any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sessions {
    /// By the clinic's word as it is now.
    pub live: Vec<Session>,
    /// By its earlier word only: of these there is soft mode and the card, and nothing else.
    pub kept: Vec<Session>,
}

impl Sessions {
    /// The sessions of the clinic's word now, and the rows the phone `kept`, at `now`.
    #[must_use]
    pub fn of(mut live: Vec<Session>, kept: Vec<Session>, now: DateTime<Utc>) -> Self {
        let rows = kept.into_iter().map(|row| Session { over: row.over || now >= row.times.end, ..row });
        let mut alone = Vec::new();
        for row in rows {
            match live.iter_mut().find(|session| session.is(&row)) {
                // What protected already does not protect for less.
                Some(session) if row.over => session.card_until = session.card_until.max(row.card_until),
                Some(_) => {}
                None => alone.push(row),
            }
        }
        Self { live, kept: alone }
    }

    /// What to keep on the phone from `now` on: each session that stands, from before its day on; and each that
    /// stood, unless the clinic took it back or moved it (`visits`: those that can be read) before it was over.
    #[must_use]
    pub fn to_keep(self, visits: &[Visit], choice: Option<&SoftChoice>, now: DateTime<Utc>) -> Vec<Session> {
        let taken_back = |row: &Session| {
            let visit = visits.iter().find(|visit| visit.id == row.visit);
            visit.is_some_and(|visit| !visit.state.stands() || visit.start != Some(row.start))
        };
        let stood = self.kept.into_iter().filter(|row| row.has_begun(choice) || !taken_back(row));
        let all = self.live.into_iter().chain(stood);
        all.map(|row| Session { over: row.has_begun(choice), ..row })
            .filter(|row| now - row.card_until < REMEMBERED)
            .collect()
    }
}

/// What Today is at `now`. `must_call`: something of the clinic that the patient acts upon cannot be shown.
///
/// Rest comes before the page of a later session: whoever has just had one is asked for nothing.
#[must_use]
pub fn session_day(
    sessions: &Sessions,
    choice: Option<&SoftChoice>,
    must_call: bool,
    now: DateTime<Utc>,
) -> SessionDay {
    // A session that moved while nobody could know has its page, and the card of its earlier time.
    let moved = |row: &Session| sessions.live.iter().any(|one| one.visit == row.visit && one.has_page(now));
    let soft = sessions.live.iter().chain(sessions.kept.iter().filter(|row| !moved(row)));
    let soft = soft.filter(|session| session.is_soft(choice, now) && now >= session.midnight);
    let soft = soft.max_by_key(|session| session.times.arrival);
    let coming = sessions.live.iter().filter(|session| session.has_page(now));
    let coming = coming.min_by_key(|session| session.times.arrival);
    let page = match (soft, coming) {
        (Some(session), _) => DayPage::Soft(session.clone()),
        (None, Some(_)) if must_call => DayPage::Call,
        (None, Some(session)) => DayPage::Session(session.clone()),
        (None, None) => DayPage::Ordinary,
    };
    let card = sessions.live.iter().chain(&sessions.kept).filter(|session| session.has_card(choice, now));
    SessionDay { page, card: card.max_by_key(|session| session.card_until).cloned() }
}

#[cfg(test)]
#[path = "session_day_tests.rs"]
mod tests;
