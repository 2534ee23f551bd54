//! `Observation` of vital signs: what the clinic measured, digit by digit, never judged.

use super::{
    Resource, Unreadable, concept,
    element::Element,
    systems::{LOINC, OBSERVATION_CATEGORY},
};
use crate::care::{Private, Vital, VitalValue, Vitals};
use serde_json::Value;

/// Whether a measurement in each state of `Observation.status` is shown.
const SHOWN: [(&str, bool); 8] = [
    ("final", true),
    ("preliminary", true),
    ("amended", true),
    ("corrected", true),
    ("registered", false),
    ("unknown", false),
    ("cancelled", false),
    ("entered-in-error", false),
];

const SYSTOLIC: &str = "8480-6";
const DIASTOLIC: &str = "8462-4";

/// What a LOINC code measures.
const CODES: [(&str, Vital); 9] = [
    ("85354-9", Vital::BloodPressure),
    ("55284-4", Vital::BloodPressure),
    ("8867-4", Vital::Pulse),
    ("8889-8", Vital::Pulse),
    ("59408-5", Vital::Oxygen),
    ("2708-6", Vital::Oxygen),
    ("8310-5", Vital::Temperature),
    ("8331-1", Vital::Temperature),
    ("9279-1", Vital::Breathing),
];

/// True if `resource` is an `Observation` of the category vital signs, be it readable or not.
pub(super) fn is_one(resource: &Resource) -> bool {
    let within =
        |value: &Value, field: &str| value.get(field).and_then(Value::as_array).cloned().unwrap_or_default();
    let ours = |coding: &Value| {
        coding.get("system").and_then(Value::as_str) == Some(OBSERVATION_CATEGORY)
            && coding.get("code").and_then(Value::as_str) == Some("vital-signs")
    };
    resource.kind == "Observation"
        && within(&resource.raw, "category")
            .iter()
            .any(|category| within(category, "coding").iter().any(ours))
}

/// `None` for one that is not to be shown, or that holds no number.
pub(super) fn read(resource: &Resource) -> Result<Option<Vitals>, Unreadable> {
    let root = Element::root(resource)?;
    if !root.need("status", root.code("status", &SHOWN)?)? {
        return Ok(None);
    }
    let at = match root.instant("effectiveDateTime")? {
        Some(at) => Some(at),
        None => match root.child("effectivePeriod")? {
            Some(period) => period.instant("start")?,
            None => root.instant("effectiveInstant")?,
        },
    };
    let at = root.need("effectiveDateTime", at)?;
    let mut values: Vec<VitalValue> = Vec::new();
    let (mut systolic, mut diastolic) = (None, None);
    let mut panel = root.acted_upon("component")?;
    panel.insert(0, root);
    for part in panel {
        let Some(number) = quantity(&part)? else { continue };
        let codes = part.child("code")?.map_or(Ok(Vec::new()), |code| concept::codes(&code, LOINC))?;
        let is = |wanted: &str| codes.iter().any(|(_, code)| *code == wanted);
        if is(SYSTOLIC) {
            systolic = Some(number);
        } else if is(DIASTOLIC) {
            diastolic = Some(number);
        } else {
            let known = CODES.iter().find(|(code, _)| is(code)).map(|(_, what)| what.clone());
            let named = || concept::words_of(&part, "code").map(|words| words.map(str::to_owned));
            let what = match known {
                Some(what) => Some(what),
                None => named()?.map(Vital::Other),
            };
            values.extend(what.map(|what| number.into_value(what)));
        }
    }
    if let (Some(systolic), Some(diastolic)) = (systolic, diastolic) {
        let both = Number { digits: format!("{}/{}", systolic.digits, diastolic.digits), ..diastolic };
        values.insert(0, both.into_value(Vital::BloodPressure));
    }
    Ok((!values.is_empty()).then(|| Vitals { id: resource.id.clone(), at, values }))
}

/// A quantity as it is shown.
struct Number {
    digits: String,
    unit: Option<String>,
}

impl Number {
    fn into_value(self, what: Vital) -> VitalValue {
        VitalValue { what, digits: Private::new(self.digits), unit: self.unit }
    }
}

fn quantity(part: &Element<'_>) -> Result<Option<Number>, Unreadable> {
    let Some(quantity) = part.child("valueQuantity")? else { return Ok(None) };
    let quantity = quantity.without_modifiers()?;
    let Some(digits) = quantity.digits("value")? else { return Ok(None) };
    // "Below 90" is not 90.
    let digits = match quantity.text("comparator")? {
        Some(comparator) => format!("{comparator} {digits}"),
        None => digits,
    };
    let unit = quantity.text("unit")?.or(quantity.text("code")?).map(str::to_owned);
    Ok(Some(Number { digits, unit }))
}
