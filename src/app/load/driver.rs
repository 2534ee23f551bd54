//! Puts together who drives the patient home, and what that person is told: nothing that tells what for.

use super::{
    Records,
    session_day::{Around, clinic_numbers},
};
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{DriverView, HandOff},
    },
    care::{Id, Session, VisitKind, is_neutral},
};
use chrono::TimeDelta;

impl Cairn {
    /// The driver home from this visit.
    pub async fn driver(&self, visit: Id) -> Result<DriverView, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let around = Around::load(&records, reader, now, phone)?;
            let known = reader.driver(&visit)?;
            let suggested = if known.is_none() { reader.last_driver()? } else { None };
            let delivery = match &known {
                Some(known) => reader.delivery(&known.confirmation)?,
                None => None,
            };
            let session = around.session_of(&visit).filter(|_| !records.must_call());
            let start = records.visits.iter().find(|one| one.id == visit).and_then(|visit| visit.start);
            let confirmed = known.as_ref().is_some_and(|known| known.is_certain_for(start));
            let is_suggested = suggested.is_some();
            let person = known.or(suggested);
            Ok(DriverView {
                name: person.as_ref().map(|person| person.name.clone()),
                phone: person.map(|person| person.phone),
                suggested: is_suggested,
                confirmed,
                delivery,
                hand_off: session.and_then(|session| hand_off(home, &records, &around, session)),
                visit,
            })
        })
        .await
    }
}

pub(super) fn hand_off(
    home: &Home,
    records: &Records,
    around: &Around<'_>,
    session: &Session,
) -> Option<HandOff> {
    let protocol = around.protocol?;
    let visit = records.visits.iter().find(|visit| visit.id == session.visit)?;
    let place = visit.place.as_ref().and_then(|id| records.places.get(id));
    let place: Vec<_> =
        place.iter().flat_map(|place| place.name.iter().chain(&place.address)).cloned().collect();
    let timeline = protocol.phase(VisitKind::Session).and_then(|phase| phase.timeline_in_clinic.as_ref());
    let observed = timeline.and_then(|timeline| timeline.observe_min.as_ref());
    let observed = observed.map_or(TimeDelta::zero(), |minutes| minutes.value.length());
    // Nobody is sent away before either end there is: the one reckoned and the one the clinic states.
    let from = visit.end.map_or(session.times.planned_end, |stated| stated.max(session.times.planned_end));
    let to = from.checked_add_signed(observed)?;
    let card = &protocol.first_24h_card;
    let neutral =
        |lines: &[String]| -> Vec<String> { lines.iter().filter(|line| is_neutral(line)).cloned().collect() };
    let left_out =
        [place.as_slice(), &card.dos, &card.dont].into_iter().flatten().any(|line| !is_neutral(line));
    Some(HandOff {
        from: Around::local(session, from),
        to: Around::local(session, to),
        zone: session.times.zone,
        zone_differs: around.zone_differs(session, from),
        place: neutral(&place),
        number: clinic_numbers(home, records).into_iter().next().map(|number| number.value),
        dos: neutral(&card.dos),
        donts: neutral(&card.dont),
        until: Around::local(session, session.card_until),
        left_out,
    })
}
