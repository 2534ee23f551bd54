//! Puts the safety card together: what is true about the answer's way to the clinic, and whom to call.

use super::{Records, help};
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{NumberKind, SafetyView},
    },
    care::{
        Alarm, Delivery, Id,
        protocol::Safety,
        safety::{self, Answered, Marked},
    },
    fhir::{self, Resource},
    store::{Mirrored, Reader, StoreError, UrgentAnswer},
};
use chrono::{DateTime, Utc};

impl Cairn {
    /// The card that belongs on the first page now, if one does: the one answered last.
    pub async fn safety(&self) -> Result<Option<SafetyView>, AppError> {
        let now = self.now();
        self.look(move |home, reader| pinned(home, reader, now)).await
    }

    /// The card of one filled-in form, also after it was put away; `None` if nothing above zero was answered in it.
    pub async fn safety_of(&self, form: Id) -> Result<Option<SafetyView>, AppError> {
        let now = self.now();
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let answers = answers(home, reader, &form)?;
            Ok(view(&records, home, form, &answers, now))
        })
        .await
    }
}

fn pinned(home: &Home, reader: &Reader<'_>, now: DateTime<Utc>) -> Result<Option<SafetyView>, StoreError> {
    let forms = reader.forms_with_urgent_answers()?;
    if forms.is_empty() {
        return Ok(None);
    }
    let records = Records::load(home, reader)?;
    for form in forms {
        let answers = answers(home, reader, &form)?;
        if let Some(view) = view(&records, home, form, &answers, now).filter(|view| view.pinned) {
            return Ok(Some(view));
        }
    }
    Ok(None)
}

/// What rings until the clinic is reached.
pub(super) fn to_ring(home: &Home, reader: &Reader<'_>, records: &Records) -> Result<Vec<Alarm>, StoreError> {
    let rules = rules(records);
    let forms = reader.forms_with_urgent_answers()?.into_iter();
    let alarms = forms.map(|form| Ok(safety::alarm(&form, &answers(home, reader, &form)?, &rules)));
    alarms.filter_map(Result::transpose).collect()
}

/// What the clinic decided, as far as its protocol can be read.
fn rules(records: &Records) -> Safety {
    records.protocol_of_after().map(|protocol| protocol.safety.clone()).unwrap_or_default()
}

/// Where each answer of the form is.
fn answers(home: &Home, reader: &Reader<'_>, form: &Id) -> Result<Vec<Answered>, StoreError> {
    let told = reader.urgent_answers(form)?;
    told.iter().map(|answer| standing(home, reader, answer)).collect()
}

fn standing(home: &Home, reader: &Reader<'_>, answer: &UrgentAnswer) -> Result<Answered, StoreError> {
    let delivery = super::check_ins::delivery(home, reader, &answer.record)?;
    let seen = match delivery {
        Delivery::Sent(_) => seen(reader, &answer.record)?,
        _ => None,
    };
    Ok(Answered {
        answered: answer.at,
        delivery,
        refused_at: reader.refused_at(&answer.record)?,
        seen,
        dismissed: answer.dismissed_at,
    })
}

/// What the clinic last said about the word we sent.
fn seen(reader: &Reader<'_>, record: &Id) -> Result<Option<Marked>, StoreError> {
    // Ids stand in JSON as they are: what does not name this one need not be read.
    let names_it = |there: &Mirrored| there.problem.is_none() && there.body.contains(record.as_str());
    let there = reader.mirrored("Communication")?.into_iter().filter(names_it);
    let mut resources = there.filter_map(|there| Resource::parse(&there.body).ok());
    let ours = resources.find(|resource| fhir::communication::is_of(resource, record));
    Ok(ours.and_then(|ours| fhir::communication::seen(&ours).ok().flatten()))
}

fn view(
    records: &Records,
    home: &Home,
    form: Id,
    answers: &[Answered],
    now: DateTime<Utc>,
) -> Option<SafetyView> {
    let rules = rules(records);
    let told = safety::of_all(answers, &rules, now)?;
    let pinned = answers.iter().any(|answer| answer.is_pinned(&rules, now));
    let help = help::of_records(records, home.is_practice());
    let mut numbers = help.numbers;
    numbers.sort_by_key(|number| match number.kind {
        NumberKind::Crisis => 0,
        NumberKind::Clinic => 1,
        NumberKind::Emergency => 2,
    });
    Some(SafetyView { form, pinned, told, clinic_name: help.clinic_name, numbers })
}
