//! `Observation`: the total of one instrument, as it follows from a filled-in form; no interpretation in it.

use super::{
    moment::local_time,
    systems::{INSTRUMENT, LOINC, OBSERVATION_CATEGORY, RECORD, TIME_ZONE},
};
use crate::care::{Id, instruments::Instrument};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// A total, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The same id again replaces what was said before.
    pub id: Id,
    /// The `QuestionnaireResponse` it follows from.
    pub form: Id,
    pub instrument: Instrument,
    pub total: u8,
    /// When the form was finished, and the zone the phone kept.
    pub at: DateTime<Utc>,
    pub zone: Tz,
    /// It follows from answers that were changed after they had been sent.
    pub amended: bool,
}

/// The `Observation` of `total`, answered by `patient`.
#[must_use]
pub fn write(total: &Total, patient: &Id) -> Value {
    let patient = json!({ "reference": format!("Patient/{patient}") });
    json!({
        "resourceType": "Observation",
        "id": total.id,
        "identifier": [{ "system": RECORD, "value": total.id }],
        "status": if total.amended { "amended" } else { "final" },
        "category": [{ "coding": [{ "system": OBSERVATION_CATEGORY, "code": "survey" }] }],
        "code": code(total.instrument),
        "subject": patient,
        "effectiveDateTime": local_time(total.at, total.zone),
        "_effectiveDateTime": { "extension": [{ "url": TIME_ZONE[0], "valueCode": total.zone.name() }] },
        "performer": [patient],
        "valueInteger": total.total,
        "derivedFrom": [{ "reference": format!("QuestionnaireResponse/{}", total.form) }],
    })
}

/// LOINC's code of the total where one is known, else one of ours.
fn code(instrument: Instrument) -> Value {
    let coding = match instrument.total_code() {
        Some(code) => json!({ "system": LOINC, "code": code }),
        None => json!({ "system": INSTRUMENT, "code": instrument.name() }),
    };
    json!({ "coding": [coding], "text": format!("{} total score", instrument.name()) })
}
