//! Days and clock times as people say them: in the patient's language, with the day, never as a number code.

use super::words::{Key, Words};
use crate::care::{ClockTime, Twice, time::day_of};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday};
use chrono_tz::Tz;

const WEEKDAYS: [Key; 7] = [
    Key("monday"),
    Key("tuesday"),
    Key("wednesday"),
    Key("thursday"),
    Key("friday"),
    Key("saturday"),
    Key("sunday"),
];

const MONTHS: [Key; 12] = [
    Key("january"),
    Key("february"),
    Key("march"),
    Key("april"),
    Key("may"),
    Key("june"),
    Key("july"),
    Key("august"),
    Key("september"),
    Key("october"),
    Key("november"),
    Key("december"),
];

/// "9:15 am". Noon and midnight are words: "12 am" means one thing to half the people and another to the rest.
#[must_use]
pub fn time(words: Words, time: NaiveTime) -> String {
    match (time.hour(), time.minute()) {
        (0, 0) => words.get("time-midnight"),
        (12, 0) => words.get("time-noon"),
        (_, minute) => {
            let (afternoon, hour) = time.hour12();
            let half = if afternoon { "pm" } else { "am" };
            let gaps = [
                ("hour", hour.to_string().into()),
                ("minute", format!("{minute:02}").into()),
                ("half", half.into()),
            ];
            words.with("time", gaps)
        }
    }
}

/// "Thursday, 3 December", with the year when it is not the one of `today`.
#[must_use]
pub fn day(words: Words, day: NaiveDate, today: NaiveDate) -> String {
    let gaps = [
        ("weekday", weekday(words, day.weekday()).into()),
        ("day", day.day().to_string().into()),
        ("month", month(words, day).into()),
        ("year", day.year().to_string().into()),
    ];
    words.with(if day.year() == today.year() { "day" } else { "day-year" }, gaps)
}

/// "3 December", with the year when it is not the one of `today`.
#[must_use]
pub fn date(words: Words, day: NaiveDate, today: NaiveDate) -> String {
    let gaps = [
        ("day", day.day().to_string().into()),
        ("month", month(words, day).into()),
        ("year", day.year().to_string().into()),
    ];
    words.with(if day.year() == today.year() { "date" } else { "date-year" }, gaps)
}

/// "3 Dec".
#[must_use]
pub fn short_date(words: Words, day: NaiveDate) -> String {
    words.with(
        "date-short",
        [("day", day.day().to_string().into()), ("month", short_month(words, day).into())],
    )
}

/// "December 2026", as a line of its own.
#[must_use]
pub fn month_and_year(words: Words, day: NaiveDate) -> String {
    let gaps = [("month", month(words, day).into()), ("year", day.year().to_string().into())];
    capital(&words.with("month-year", gaps))
}

/// "Dec": in both languages the first three letters tell the months apart.
#[must_use]
pub fn short_month(words: Words, day: NaiveDate) -> String {
    month(words, day).chars().take(3).collect()
}

/// "Dec 2026".
#[must_use]
pub fn short_month_and_year(words: Words, day: NaiveDate) -> String {
    format!("{}\u{a0}{}", short_month(words, day), day.year())
}

/// "December": the month of this day.
#[must_use]
pub fn month(words: Words, day: NaiveDate) -> String {
    name(words, &MONTHS, day.month0())
}

/// "Thursday".
#[must_use]
pub fn weekday(words: Words, which: Weekday) -> String {
    name(words, &WEEKDAYS, which.num_days_from_monday())
}

/// "Thu": in both languages the first three letters tell the weekdays apart.
#[must_use]
pub fn short_weekday(words: Words, which: Weekday) -> String {
    weekday(words, which).chars().take(3).collect()
}

fn name(words: Words, table: &[Key], at: u32) -> String {
    table.get(at as usize).map_or_else(String::new, |key| words.say(*key))
}

fn capital(said: &str) -> String {
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The day as a line of its own: as [`day`], with a capital where the language writes days small.
#[must_use]
pub fn day_alone(words: Words, which: NaiveDate, today: NaiveDate) -> String {
    capital(&day(words, which, today))
}

/// "today", "tomorrow", "yesterday", or the day itself, to stand within a sentence.
#[must_use]
pub fn day_in_words(words: Words, which: NaiveDate, today: NaiveDate) -> String {
    match which.signed_duration_since(today).num_days() {
        -1 => words.get("yesterday"),
        0 => words.get("today"),
        1 => words.get("tomorrow"),
        _ => day(words, which, today),
    }
}

/// "9:15 am tomorrow" or "9:15 am, Thursday, 3 December": a clock time with its day, as that clock shows it.
#[must_use]
pub fn moment(words: Words, at: NaiveDateTime, today: NaiveDate) -> String {
    let near = at.date().signed_duration_since(today).num_days().abs() <= 1;
    let gaps =
        [("time", time(words, at.time()).into()), ("day", day_in_words(words, at.date(), today).into())];
    words.with(if near { "moment-near" } else { "moment" }, gaps)
}

/// A moment on another clock than the phone's: with its own day, for today and tomorrow are the phone's, and with the
/// city. `None` is the phone's own clock, as in [`moment`].
#[must_use]
pub fn moment_there(words: Words, at: NaiveDateTime, today: NaiveDate, there: Option<Tz>) -> String {
    match there {
        None => moment(words, at, today),
        Some(zone) => words.with(
            "moment-there",
            [("moment", exact_moment(words, at, today).into()), ("city", zone_name(zone).into())],
        ),
    }
}

/// "9:15 am, Thursday, 3 December", also when that is today: for what must not be mistaken.
#[must_use]
pub fn exact_moment(words: Words, at: NaiveDateTime, today: NaiveDate) -> String {
    let gaps = [("time", time(words, at.time()).into()), ("day", day(words, at.date(), today).into())];
    words.with("moment", gaps)
}

/// As [`exact_moment`], for a time nobody may take for another: where the clock shows it twice, it says which one.
#[must_use]
pub fn exact_clock(words: Words, at: ClockTime, today: NaiveDate) -> String {
    which_of_two(words, exact_moment(words, at.local, today), at.twice)
}

/// The moment, and which of the two it is where the clock shows it twice.
#[must_use]
pub fn which_of_two(words: Words, moment: String, twice: Option<Twice>) -> String {
    match twice {
        None => moment,
        Some(Twice::First) => words.with("before-clocks-go-back", [("moment", moment.into())]),
        Some(Twice::Second) => words.with("after-clocks-go-back", [("moment", moment.into())]),
    }
}

/// When something happened, short: "2:02 pm" if it was today, else with its day. Shown in `zone`.
#[must_use]
pub fn stamp(words: Words, at: DateTime<Utc>, zone: Tz, now: DateTime<Utc>) -> String {
    let today = day_of(now, zone);
    let local = at.with_timezone(&zone).naive_local();
    if local.date() == today { time(words, local.time()) } else { moment(words, local, today) }
}

/// What people call the clock of `zone`: the city it is named after.
#[must_use]
pub fn zone_name(zone: Tz) -> String {
    let name = zone.name();
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

#[cfg(test)]
#[path = "when_tests.rs"]
mod tests;
