//! Times of day as FHIR writes them; dates are `care`'s own to read and write.

use chrono::{NaiveTime, Timelike};

/// A FHIR `time`, or one without seconds, which is as certain.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let digits = text.bytes().take(5).filter(u8::is_ascii_digit).count() == 4;
    let form = if text.len() == 5 { "%H:%M" } else { "%H:%M:%S%.f" };
    if digits { NaiveTime::parse_from_str(text, form).ok() } else { None }
}

pub(super) fn written_time(time: NaiveTime) -> String {
    let form = if time.nanosecond() == 0 { "%H:%M:%S" } else { "%H:%M:%S%.f" };
    time.format(form).to_string()
}
