//! `QuestionnaireResponse`: something the patient said or did about a record of the clinic, as answers to a
//! question the clinic knows the name of.

use super::{
    allowed,
    moment::local_time,
    systems::{RECORD, question},
};
use crate::care::Id;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// What the patient said, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// The same id again replaces what was said before.
    pub id: Id,
    pub about: About,
    /// The plan it belongs to, if it belongs to one.
    pub plan: Option<Id>,
    pub at: DateTime<Utc>,
    /// The zone the phone kept.
    pub zone: Tz,
    /// Each answer under the name of its question.
    pub items: Vec<(&'static str, Answer)>,
}

/// The questions this app answers by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// A thing to do was ticked, or the tick was taken back.
    PlanItem,
    /// A medicine line was seen in exactly this version.
    MedicineSeen,
    /// Who drives the patient home, and whether that is certain.
    DriverHome,
}

/// One answer.
#[derive(Clone, PartialEq)]
pub enum Answer {
    Yes(bool),
    Text(String),
    /// Another record: `Appointment/1`, or one version of it: `MedicationRequest/1/_history/2`.
    Record(String),
    At(DateTime<Utc>),
}

impl std::fmt::Debug for Answer {
    /// Leaves out what was said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(…)")
    }
}

impl About {
    /// The name of the questionnaire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PlanItem => "plan-item",
            Self::MedicineSeen => "medicine-seen",
            Self::DriverHome => "driver-home",
        }
    }
}

/// The `QuestionnaireResponse` of `answers`, said by `patient`.
#[must_use]
pub fn write(answers: &Answers, patient: &Id) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    let items: Vec<_> = answers
        .items
        .iter()
        .map(|(name, answer)| json!({ "linkId": name, "answer": [value(answer, answers.zone)] }))
        .collect();
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "id": answers.id,
        "identifier": { "system": RECORD, "value": answers.id },
        "questionnaire": question(answers.about.name()),
        "status": "completed",
        "subject": patient,
        "authored": local_time(answers.at, answers.zone),
        "author": patient,
        "source": patient,
        "item": items,
    });
    if let (Some(plan), Value::Object(fields)) = (&answers.plan, &mut response) {
        fields.insert("basedOn".to_owned(), json!([{ "reference": format!("CarePlan/{plan}") }]));
    }
    response
}

fn value(answer: &Answer, zone: Tz) -> Value {
    match answer {
        Answer::Yes(yes) => json!({ "valueBoolean": yes }),
        Answer::Text(text) => json!({ "valueString": allowed(text) }),
        Answer::Record(reference) => json!({ "valueReference": { "reference": reference } }),
        Answer::At(at) => json!({ "valueDateTime": local_time(*at, zone) }),
    }
}
