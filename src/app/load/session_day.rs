//! Puts the day of a session together: its page, soft mode and the card of the first day.

use super::{Records, help, visit::offset};
use crate::{
    app::{
        AppError, Cairn,
        commands::soft_choice,
        home::Home,
        read::{
            CardLine, CutOffLine, Day, FirstDay, HelpNumber, NumberKind, Page, SessionView, SoftView,
            VitalsLine,
        },
    },
    care::{
        ClockTime, CutOffKind, DayPage, Id, Session, SessionDay, Visit, VisitKind, Way,
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
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let around = Around::load(&records, reader, now, phone)?;
            let card = around.day.card.as_ref().map(|session| around.card(session));
            let page = match &around.day.page {
                DayPage::Ordinary | DayPage::Call => Page::Ordinary,
                DayPage::Session(session) => {
                    around.session(session, reader)?.map_or(Page::Ordinary, Page::Session)
                }
                DayPage::Soft(session) => Page::Soft(Box::new(SoftView {
                    words: reader.capture(&session.visit)?.map(|capture| capture.words),
                    visit: session.visit.clone(),
                    must_call: records.must_call(),
                    number: clinic_numbers(home, &records).into_iter().next(),
                    card,
                })),
            };
            Ok(Day { page, card })
        })
        .await
    }

    /// The card of the first day. It opens also when it is over, and then says so.
    pub async fn first_day(&self) -> Result<FirstDay, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let around = Around::load(&records, reader, now, phone)?;
            let card = around.protocol.map(|protocol| &protocol.first_24h_card);
            Ok(FirstDay {
                until: around.day.card.as_ref().map(|session| around.card(session)),
                dos: card.map(|card| card.dos.clone()).unwrap_or_default(),
                donts: card.map(|card| card.dont.clone()).unwrap_or_default(),
                expect: card.and_then(|card| card.expect.clone()),
                help: help::of_records(&records, home.is_practice()),
            })
        })
        .await
    }
}

/// The clinic's numbers to call, its own order.
pub(super) fn clinic_numbers(home: &Home, records: &Records) -> Vec<HelpNumber> {
    let numbers = help::of_records(records, home.is_practice()).numbers;
    numbers
        .into_iter()
        .filter(|number| number.kind == NumberKind::Clinic && number.way == Way::Phone)
        .collect()
}

/// The sessions of a patient as they stand at a moment.
pub(super) struct Around<'a> {
    records: &'a Records,
    pub(super) protocol: Option<&'a Protocol>,
    pub(super) sessions: Vec<Session>,
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
        let in_force = records.protocol().is_some();
        let session = |visit: &Visit| {
            let zone = records.zone_of(visit, phone);
            let session = Session::of(protocol?, visit, records.marks(&visit.id), zone, now)?;
            // Words of a plan that is not in force any more are none to prepare by.
            (in_force || session.times.end <= now).then_some(session)
        };
        let sessions: Vec<_> = records.visits.iter().filter_map(session).collect();
        let choice = soft_choice(reader)?;
        let day = session_day(&sessions, choice.as_ref(), records.must_call(), now);
        Ok(Self { records, protocol, sessions, day, now, phone })
    }

    /// The session of this visit.
    pub(super) fn session_of(&self, visit: &Id) -> Option<&Session> {
        self.sessions.iter().find(|session| session.visit == *visit)
    }

    /// An instant on the clock of the session's place.
    pub(super) fn local(session: &Session, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&session.times.zone).naive_local()
    }

    /// True if the phone keeps another clock than the session's place at that instant.
    pub(super) fn zone_differs(&self, session: &Session, at: DateTime<Utc>) -> bool {
        offset(at, session.times.zone) != offset(at, self.phone)
    }

    pub(super) fn card(&self, session: &Session) -> CardLine {
        CardLine {
            until: Self::local(session, session.card_until),
            zone: session.times.zone,
            zone_differs: self.zone_differs(session, session.card_until),
        }
    }

    /// The cut-offs of a session, the earliest first; none while nobody signed one that a prescriber must.
    pub(super) fn cut_offs(&self, session: &Session) -> Vec<CutOffLine> {
        let limits = self
            .protocol
            .and_then(|protocol| limits(protocol, VisitKind::Session, &session.times, self.now))
            .unwrap_or_default();
        let line = |limit: Limit| CutOffLine {
            what: limit.what,
            at: ClockTime::of(limit.at, session.times.zone),
            over: limit.over,
            words: limit.words.filter(|_| limit.what == CutOffKind::Other),
        };
        limits.into_iter().map(line).collect()
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
            driver: driver.map(|driver| (driver.name, driver.confirmed.is_some())),
            readiness: readiness(&reader.answers(&session.visit)?),
            vitals: self.vitals(session),
            arrived: self.now >= session.times.arrival,
        })))
    }
}
