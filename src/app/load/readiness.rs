//! Puts the questions of the morning together.

use super::{
    Records,
    session_day::{Around, clinic_numbers},
};
use crate::{
    app::{AppError, Cairn, read::Questions},
    care::{CutOffKind, Id, Question, readiness},
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
            let last = |what| cut_offs.iter().find(|line| line.what == what).map(|line| line.at);
            let answers = reader.answers(&visit)?;
            let answer = |question| answers.iter().find(|(asked, _)| *asked == question).map(|(_, yes)| *yes);
            Ok(Questions {
                lines: Question::ALL.map(|question| (question, answer(question))).to_vec(),
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
