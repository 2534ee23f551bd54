//! Puts the questions of the morning together.

use super::{
    Records,
    session_day::{Around, clinic_numbers},
};
use crate::{
    app::{AppError, Cairn, read::Questions},
    care::{ClockTime, CutOffKind, Id, Question, Session, readiness},
};

impl Cairn {
    /// The questions before this visit with what was answered.
    pub async fn questions(&self, visit: Id) -> Result<Questions, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let around = Around::load(&records, reader, now, phone)?;
            // Times of which the clinic's last word cannot be read are none to ask by.
            let session = around.session_of(&visit).filter(|_| !records.must_call());
            let cut_offs = session.map(|session| around.cut_offs(session)).unwrap_or_default();
            let clock = |at, session: &Session| ClockTime::of(at, session.times.zone);
            let last = |what| {
                let limit = cut_offs.iter().find(|limit| limit.what == what)?;
                session.map(|session| clock(limit.at, session))
            };
            let answers = around.answers(&visit, reader)?;
            let answer = |question| answers.iter().find(|(asked, _)| *asked == question).map(|(_, yes)| *yes);
            let later = |question| {
                let from = around.asked_from(session, question);
                session.filter(|_| now < from).map(|session| clock(from, session))
            };
            let all = Question::ALL.into_iter();
            Ok(Questions {
                lines: all
                    .clone()
                    .filter(|one| later(*one).is_none())
                    .map(|one| (one, answer(one)))
                    .collect(),
                later: all.filter_map(|one| Some((one, later(one)?))).collect(),
                zone_differs: session.is_some_and(|session| {
                    cut_offs.iter().any(|limit| around.zone_differs(session, limit.at))
                }),
                outcome: readiness(&answers),
                last_food: last(CutOffKind::Food),
                last_drink: last(CutOffKind::ClearDrinks),
                numbers: clinic_numbers(home, &records),
                visit,
            })
        })
        .await
    }
}
