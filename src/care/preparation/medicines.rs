//! Which medicine lines hold on which day, and which of them the patient has still to read.

use crate::care::{Id, Manner, MedicineLine, MedicineRecord, time};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

/// A line in exactly the form a patient sees or saw it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Shown {
    pub record: MedicineRecord,
    pub line: Id,
    /// The server's name for the version, where it gives one.
    pub version: Option<String>,
    /// A digest of everything that is shown of the line.
    pub digest: String,
}

/// That a line was read in one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// The id of the answer that tells the clinic so.
    pub record: Id,
    pub shown: Shown,
    pub at: DateTime<Utc>,
}

/// Whether the patient has read a line as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Never,
    /// It says something else than what was read.
    Changed,
    /// It says what was read, but the clinic has sent it anew.
    SentAgain,
    /// Exactly this was read at that instant.
    Yes(DateTime<Utc>),
}

/// The lines that hold on one day of the clinic's calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLines {
    pub day: NaiveDate,
    /// In the order take, skip, ask; as places in the list that was given.
    pub lines: Vec<(Manner, usize)>,
}

/// At most this many days are told apart before a visit: the sources' longest hold is three days, and a page of
/// more days than two weeks is read by nobody (care/protocol.md, `meds_own`).
const MOST_DAYS: u64 = 14;

/// Whether what is `shown` now was read, by the newest acknowledgement of the line.
#[must_use]
pub fn seen(shown: &Shown, newest: Option<&Acknowledged>) -> Seen {
    match newest {
        None => Seen::Never,
        Some(read) if read.shown.digest != shown.digest => Seen::Changed,
        Some(read) if read.shown.version != shown.version => Seen::SentAgain,
        Some(read) => Seen::Yes(read.at),
    }
}

/// The days up to the visit's with the lines that hold on each: from the day before it, or from the first day any
/// line names, but none that is over. `lines` are instructions, each with its manner; days are of the clinic's
/// `zone`.
#[must_use]
pub fn days(
    lines: &[(Manner, &MedicineLine)],
    arrival: DateTime<Utc>,
    now: DateTime<Utc>,
    zone: Tz,
) -> Vec<DayLines> {
    let (last, today) = (time::day_of(arrival, zone), time::day_of(now, zone));
    let before = time::day_before(last, zone);
    let named = lines.iter().filter_map(|(_, line)| line.days?.first(zone)).filter(|day| *day <= last);
    let earliest = last.checked_sub_days(Days::new(MOST_DAYS)).unwrap_or(last);
    let first = named.min().map_or(before, |named| named.min(before)).max(earliest).max(today.min(last));
    let of_day = |day: NaiveDate| {
        let holding = lines.iter().enumerate().filter(|(_, (_, line))| line.holds_on(day, zone));
        let mut lines: Vec<_> = holding.map(|(place, (manner, _))| (*manner, place)).collect();
        lines.sort();
        DayLines { day, lines }
    };
    let all = first.iter_days().take_while(|day| *day <= last);
    all.filter(|day| time::is_day(*day, zone)).map(of_day).collect()
}
