//! The forms every phone has: the instruments that anybody may use, in English and in their own words.
//!
//! A clinic that wants them in another language publishes its own form; nothing here is translated by us.

use crate::care::instruments::Instrument;
use serde_json::Value;

/// The `Questionnaire` of the instrument of this name: `PHQ-9`, `PHQ-8`, `PHQ-4`, `PHQ-2`, `GAD-7` or `GAD-2`.
#[must_use]
pub fn form(name: &str) -> Option<Value> {
    let text = match Instrument::named(name)? {
        Instrument::Phq9 => include_str!("../../assets/forms/phq-9.json"),
        Instrument::Phq8 => include_str!("../../assets/forms/phq-8.json"),
        Instrument::Phq4 => include_str!("../../assets/forms/phq-4.json"),
        Instrument::Phq2 => include_str!("../../assets/forms/phq-2.json"),
        Instrument::Gad7 => include_str!("../../assets/forms/gad-7.json"),
        Instrument::Gad2 => include_str!("../../assets/forms/gad-2.json"),
    };
    serde_json::from_str(text).ok()
}
