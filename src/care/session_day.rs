//! Which page stands for a moment around a session: its own page from midnight, rest after it, and the card of the
//! first day for as long as it protects.

use super::{Id, Marks, SessionTimes, Visit, VisitKind, VisitState, protocol::Protocol, time};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// One session with the instants that decide its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub visit: Id,
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
        let stands =
            matches!(visit.state, VisitState::Confirmed | VisitState::UnderWay | VisitState::Finished);
        if visit.kind != VisitKind::Session || !stands {
            return None;
        }
        let arrival = visit.arrival(protocol.arrive_early(visit.kind))?;
        // Marked before the patient was to be there, it was another time of this visit that ended.
        let fits = |marked: &DateTime<Utc>| *marked > arrival;
        let marks = Marks { injection: marks.injection.filter(fits), end: marks.end.filter(fits) };
        let times = SessionTimes::of(protocol, visit.kind, visit.start?, None, marks, zone)?;
        Some(Self {
            visit: visit.id.clone(),
            midnight: time::start_of_day(time::day_of(times.arrival, zone), zone),
            over: now >= times.end || visit.state == VisitState::Finished,
            soft_until: times.soft_until(protocol, visit.end),
            card_until: times.card_until(protocol, visit.end),
            times,
        })
    }

    /// The choice, if it is about this session and still counts: one made before its day, as before it was
    /// moved, does not, nor does one after the card is over.
    fn counts<'a>(&self, choice: Option<&'a SoftChoice>) -> Option<&'a SoftChoice> {
        choice.filter(|choice| {
            choice.visit == self.visit && choice.at >= self.midnight && choice.at < self.card_until
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

    fn has_card(&self, choice: Option<&SoftChoice>, now: DateTime<Utc>) -> bool {
        let begun = self.over || self.counts(choice).is_some_and(|choice| choice.enter);
        begun && now < self.card_until && now >= self.midnight
    }

    fn has_page(&self, now: DateTime<Utc>) -> bool {
        !self.over && now >= self.midnight
    }
}

/// What Today is at `now`. `must_call`: something of the clinic that the patient acts upon cannot be shown.
///
/// Rest comes before the page of a later session: whoever has just had one is asked for nothing.
#[must_use]
pub fn session_day(
    sessions: &[Session],
    choice: Option<&SoftChoice>,
    must_call: bool,
    now: DateTime<Utc>,
) -> SessionDay {
    let soft = sessions.iter().filter(|session| session.is_soft(choice, now) && now >= session.midnight);
    let soft = soft.max_by_key(|session| session.times.arrival);
    let coming = sessions.iter().filter(|session| session.has_page(now));
    let coming = coming.min_by_key(|session| session.times.arrival);
    let page = match (soft, coming) {
        (Some(session), _) => DayPage::Soft(session.clone()),
        (None, Some(_)) if must_call => DayPage::Call,
        (None, Some(session)) => DayPage::Session(session.clone()),
        (None, None) => DayPage::Ordinary,
    };
    let card = sessions.iter().filter(|session| session.has_card(choice, now));
    SessionDay { page, card: card.max_by_key(|session| session.card_until).cloned() }
}

#[cfg(test)]
#[path = "session_day_tests.rs"]
mod tests;
