//! The few days that are named below a drawing.

use crate::{
    care::trends::Span,
    ui::{when, words::Words},
};
use chrono::{Datelike, Months, NaiveDate};

/// Further to the right than this a name has no room.
const ROOM: f64 = 0.94;

/// A day that a fine line marks, with its name where there is room for one.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// From 0 at the left to 1 at the right.
    pub place: f64,
    /// Empty for a line alone.
    pub label: String,
    /// Left out where the text is large.
    pub minor: bool,
}

impl Tick {
    /// How the label stands to its line.
    pub(super) fn class(&self) -> &'static str {
        match (self.place, self.minor) {
            (..0.1, true) => "at-left minor",
            (..0.1, false) => "at-left",
            (0.9.., _) => "at-right",
            (_, true) => "minor",
            (_, false) => "",
        }
    }
}

/// The days of a span on the calendar: weeks, months, quarters or years, whichever are few.
#[must_use]
pub fn by_date(words: Words, span: Span) -> Vec<Tick> {
    match span.days() {
        0..=45 => weeks(words, span),
        46..=140 => months(words, span, 1, 1),
        141..=800 => months(words, span, 3, 3),
        days => months(words, span, 12, days / 365 / 5 * 12 + 12),
    }
}

/// The days around a session, counted from it.
#[must_use]
pub fn around_session(words: Words, span: Span, session: NaiveDate) -> Vec<Tick> {
    let weeks = span.first.iter_days().step_by(7).take_while(|day| *day <= span.last);
    let tick = |day: NaiveDate| {
        let away = day.signed_duration_since(session).num_days();
        let label = match away {
            0 => words.get("trends-session-day-short"),
            // The sign of the calendar's minus is as wide as the plus.
            ..0 => format!("−{}", away.abs()),
            _ => format!("+{away}"),
        };
        Tick { place: span.place_of_day(day), label, minor: away.rem_euclid(14) == 7 }
    };
    weeks.map(tick).collect()
}

/// A line for each week; the first day, one in the middle and the last day have names.
fn weeks(words: Words, span: Span) -> Vec<Tick> {
    let weeks = span.first.iter_days().step_by(7).take_while(|day| *day < span.last);
    let count = weeks.clone().count();
    let mut ticks: Vec<_> = weeks
        .enumerate()
        .map(|(at, day)| {
            let named = at == 0 || at == count / 2;
            let label = if named { when::short_date(words, day) } else { String::new() };
            Tick { place: span.place(day, 0), label, minor: at != 0 }
        })
        .collect();
    ticks.push(Tick { place: 1.0, label: when::short_date(words, span.last), minor: false });
    ticks
}

/// A line at the beginning of every `line` months, and a name at every `name` of them.
fn months(words: Words, span: Span, line: u32, name: u32) -> Vec<Tick> {
    let first = span.first.with_day(1).unwrap_or(span.first);
    let months = (0..).map_while(|count| first.checked_add_months(Months::new(count)));
    let within = months.skip_while(|day| *day < span.first).take_while(|day| *day <= span.last);
    let (mut named, mut year) = (0_usize, None);
    let tick = |day: NaiveDate| {
        let place = span.place(day, 0);
        // Counted from the year 0, so that a name stands at the same years wherever the span begins.
        let since = u32::try_from(day.year()).unwrap_or_default() * 12 + day.month0();
        let label = if !since.is_multiple_of(name) || place > ROOM {
            String::new()
        } else if line == 12 {
            day.year().to_string()
        } else if year != Some(day.year()) {
            when::short_month_and_year(words, day)
        } else {
            when::short_month(words, day)
        };
        if !label.is_empty() {
            (named, year) = (named + 1, Some(day.year()));
        }
        Tick { place, minor: named.is_multiple_of(2), label }
    };
    within.filter(|day| day.month0().is_multiple_of(line)).map(tick).collect()
}
