//! The days on which the clinic's record says that something about a medicine changed; never what, and never a dose.

use crate::care::{LineState, MedicineLine, Written, time};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// The days of change that `lines` name which are or were in force, each once, in order: the day a line was written, the
/// first day it holds, and the day after the last. Days are of the clinic's `zone`.
///
/// A line that was stopped keeps its marks: what is drawn of the past stays. One that never held marks nothing, for it
/// may have been written by mistake.
#[must_use]
pub fn medicine_changes(lines: &[MedicineLine], zone: Tz) -> Vec<NaiveDate> {
    let held = lines.iter().filter(|line| line.state != LineState::NotInForce);
    let days: BTreeSet<_> = held
        .flat_map(|line| {
            let written = line.written.map(|written| match written {
                Written::At(at) => time::day_of(at, zone),
                Written::On(day) => day,
            });
            let first = line.days.and_then(|days| days.first(zone));
            let over = line.days.and_then(|days| days.last(zone)).map(|last| time::day_after(last, zone));
            [written, first, over]
        })
        .flatten()
        .collect();
    days.into_iter().collect()
}
