//! Puts the day of a session together: its page, soft mode and the card of the first day.

use super::{Records, help, preparation::medicines, visit::elsewhere};
use crate::{
    app::{
        AppError, Cairn,
        commands::{CARDS, soft_choice},
        home::Home,
        read::{CardLine, Day, FirstDay, HelpNumber, Page, SessionView, SoftView, VitalsLine},
    },
    care::{
        CutOffKind, DayPage, Id, Question, Session, SessionDay, Sessions, Visit, VisitKind, Way,
        preparation::{Limit, limits},
        protocol::Protocol,
        readiness, session_day, time,
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

impl Cairn {
    /// What Today is right now.
    pub async fn day(&self) -> Result<Day, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| day(home, reader, now, phone)).await
    }

    /// The card of the first day. It opens also when it is over, and then says so.
    pub async fn first_day(&self) -> Result<FirstDay, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| first_day(home, reader, now, phone)).await
    }
}

fn day(home: &Home, reader: &Reader<'_>, now: DateTime<Utc>, phone: Tz) -> Result<Day, StoreError> {
    let records = Records::load(home, reader)?;
    let around = Around::load(&records, reader, now, phone)?;
    let card = around.day.card.as_ref().map(|session| around.card(session));
    let page = match &around.day.page {
        DayPage::Ordinary | DayPage::Call => Page::Ordinary,
        DayPage::Session(session) => {
            around.session(session, home, reader)?.map_or(Page::Ordinary, Page::Session)
        }
        DayPage::Soft(session) => {
            let caught = reader.capture(&session.visit)?.map(|capture| (capture.words, capture.entry));
            let (words, page) = caught.unzip();
            Page::Soft(Box::new(SoftView {
                words,
                page,
                visit: session.visit.clone(),
                must_call: records.must_call(),
                number: clinic_numbers(home, &records).into_iter().next(),
                card,
            }))
        }
    };
    Ok(Day { page, card })
}

fn first_day(
    home: &Home,
    reader: &Reader<'_>,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<FirstDay, StoreError> {
    let records = Records::load(home, reader)?;
    let around = Around::load(&records, reader, now, phone)?;
    let card = around.protocol.map(|protocol| &protocol.first_24h_card);
    Ok(FirstDay {
        until: around.day.card.as_ref().map(|session| around.card(session)),
        known: around.knows_the_card(),
        dos: card.map(|card| card.dos.clone()).unwrap_or_default(),
        donts: card.map(|card| card.dont.clone()).unwrap_or_default(),
        expect: card.and_then(|card| card.expect.clone()),
        help: help::of_records(&records, home.is_practice()),
    })
}

/// What to keep of the sessions as they stand, as JSON; `None` if that is what is kept already.
pub(in crate::app) fn cards_to_keep(
    home: &Home,
    reader: &Reader<'_>,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Option<String>, StoreError> {
    let records = Records::load(home, reader)?;
    let choice = soft_choice(reader)?;
    let rows =
        Around::load(&records, reader, now, phone)?.sessions.to_keep(&records.visits, choice.as_ref(), now);
    // Instants and ids always have a JSON form.
    let text = serde_json::to_string(&rows).ok();
    let before = reader.get(CARDS)?;
    Ok(text.filter(|text| before.as_ref() != Some(text)))
}

/// What was kept of the sessions; nothing where that cannot be read.
fn kept(reader: &Reader<'_>) -> Result<Vec<Session>, StoreError> {
    Ok(reader.get_json(CARDS)?.unwrap_or_default())
}

/// The clinic's numbers to call, its own order.
pub(super) fn clinic_numbers(home: &Home, records: &Records) -> Vec<HelpNumber> {
    let mut numbers = help::of_clinic(home, records);
    numbers.retain(|number| number.way == Way::Phone);
    numbers
}

/// The sessions of a patient as they stand at a moment.
pub(super) struct Around<'a> {
    records: &'a Records,
    pub(super) protocol: Option<&'a Protocol>,
    pub(super) sessions: Sessions,
    pub(super) day: SessionDay,
    now: DateTime<Utc>,
    phone: Tz,
}

impl<'a> Around<'a> {
    pub(super) fn load(
        records: &'a Records,
        reader: &Reader<'_>,
        now: DateTime<Utc>,
        phone: Tz,
    ) -> Result<Self, StoreError> {
        let protocol = records.protocol_of_after();
        let in_force = records.the_rules().is_some();
        let session = |visit: &Visit| {
            let zone = records.zone_of(visit, phone);
            let session = Session::of(protocol?, visit, records.marks(&visit.id), zone, now)?;
            // Words of a plan that is not in force any more are none to prepare by.
            (in_force || session.times.end <= now).then_some(session)
        };
        let sessions = Sessions::of(records.visits.iter().filter_map(session).collect(), kept(reader)?, now);
        let choice = soft_choice(reader)?;
        let day = session_day(&sessions, choice.as_ref(), records.must_call(), now);
        Ok(Self { records, protocol, sessions, day, now, phone })
    }

    /// True unless a card may hold that cannot be shown: something it is reckoned from cannot be read, and
    /// nothing kept says that the last one is over.
    fn knows_the_card(&self) -> bool {
        let unread = self.records.may_be_outdated() || self.records.has_unreadable("Appointment");
        let mut ended =
            self.sessions.kept.iter().map(|row| row.card_until).filter(|until| *until <= self.now);
        !unread || self.day.card.is_some() || ended.next().is_some()
    }

    /// The session of this visit.
    pub(super) fn session_of(&self, visit: &Id) -> Option<&Session> {
        self.sessions.live.iter().find(|session| session.visit == *visit)
    }

    /// An instant on the clock of the session's place.
    pub(super) fn local(session: &Session, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&session.times.zone).naive_local()
    }

    /// True if the phone keeps another clock than the session's place at that instant.
    pub(super) fn zone_differs(&self, session: &Session, at: DateTime<Utc>) -> bool {
        elsewhere(at, session.times.zone, self.phone).is_some()
    }

    pub(super) fn card(&self, session: &Session) -> CardLine {
        CardLine {
            until: Self::local(session, session.card_until),
            zone: session.times.zone,
            zone_differs: self.zone_differs(session, session.card_until),
        }
    }

    /// The cut-offs of a session, the earliest first; none while nobody signed one that a prescriber must.
    pub(super) fn cut_offs(&self, session: &Session) -> Vec<Limit> {
        self.protocol
            .and_then(|protocol| limits(protocol, VisitKind::Session, &session.times, self.now))
            .unwrap_or_default()
    }

    /// From when on a question before this session is asked, and an answer to it counts: from midnight, and about
    /// food and drink from the last time for them. Without a session the day is the clinic's today.
    pub(super) fn asked_from(&self, session: Option<&Session>, question: Question) -> DateTime<Utc> {
        let Some(session) = session else {
            let zone = self.records.zone(self.phone);
            return time::start_of_day(time::day_of(self.now, zone), zone);
        };
        let last = match question {
            Question::Ate => Some(CutOffKind::Food),
            Question::Drank => Some(CutOffKind::ClearDrinks),
            Question::DriverSet | Question::NewMedicine | Question::Unwell => None,
        };
        let cut_offs = self.cut_offs(session);
        let last = cut_offs.iter().filter(|limit| Some(limit.what) == last).map(|limit| limit.at);
        last.fold(session.midnight, DateTime::max)
    }

    /// The answers before this visit that count for the session as it is now.
    pub(super) fn answers(
        &self,
        visit: &Id,
        reader: &Reader<'_>,
    ) -> Result<Vec<(Question, bool)>, StoreError> {
        let session = self.session_of(visit);
        let answers = reader.answers(visit)?.into_iter();
        let counting = answers.filter(|answer| answer.at >= self.asked_from(session, answer.question));
        Ok(counting.map(|answer| (answer.question, answer.yes)).collect())
    }

    /// What the clinic measured on the day of a session, in order.
    pub(super) fn vitals(&self, session: &Session) -> Vec<VitalsLine> {
        let ends = time::end_of_day(time::day_of(session.midnight, session.times.zone), session.times.zone);
        let mut of_day: Vec<_> = self
            .records
            .vitals
            .iter()
            .filter(|vitals| vitals.at >= session.midnight && vitals.at < ends)
            .collect();
        of_day.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
        let line = |vitals: &crate::care::Vitals| VitalsLine {
            id: vitals.id.clone(),
            at: Self::local(session, vitals.at),
            values: vitals.values.clone(),
        };
        of_day.into_iter().map(line).collect()
    }

    fn session(
        &self,
        session: &Session,
        home: &Home,
        reader: &Reader<'_>,
    ) -> Result<Option<Box<SessionView>>, StoreError> {
        let Some(visit) = self.records.visits.iter().find(|visit| visit.id == session.visit) else {
            return Ok(None);
        };
        let driver = reader.driver(&session.visit)?;
        let bring = self.protocol.and_then(|protocol| protocol.instruction("bring"));
        Ok(Some(Box::new(SessionView {
            visit: self.records.view(visit, self.phone),
            notices: reader.notices()?,
            cut_offs: self.cut_offs(session),
            bring: bring
                .filter(|bring| bring.lock.is_none())
                .map(|bring| bring.items.clone())
                .unwrap_or_default(),
            driver: driver.map(|driver| {
                let certain = driver.is_certain_for(visit.start);
                (driver.name, certain)
            }),
            readiness: readiness(&self.answers(&session.visit, reader)?),
            to_read: medicines(home, reader, self.records, visit, self.now, self.phone)?.to_read(),
            vitals: self.vitals(session),
            arrived: self.now >= session.times.arrival,
        })))
    }
}

#[cfg(test)]
#[path = "session_day_tests.rs"]
mod tests;
