//! Reminders in words: what a locked screen may always show, and what one is about.

use super::{
    parts::{cut_off_name, visit_name},
    when,
    words::{Key, Words},
};
use crate::{
    app::{ReminderWords, read::Language},
    care::{Alarm, ClockTime, Detail, Reminded, Shown, protocol::fill, time::day_of},
};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// What a locked screen may always show: never what it is about. On a phone whose clock in `phone` shows another
/// time than the clinic's, the time says where it is.
#[must_use]
pub fn neutral(words: Words, shown: &Shown, phone: Tz) -> String {
    match shown {
        Shown::Plain => words.get("reminder-plain"),
        Shown::WithTime(time) => {
            let gap = [("time", clock_time(words, *time, phone, time.local.date()).into())];
            words.with("reminder-with-time", gap)
        }
    }
}

/// What it is about, with every time and its day, and where that time is as in [`neutral`]. `today` decides whether
/// the year is said. A cut-off is told by its name and time, all else as the clinic wrote it: its words of a cut-off
/// may say "in 30 minutes", which is true only of the moment it planned.
#[must_use]
pub fn about(words: Words, detail: &Detail, phone: Tz, today: NaiveDate) -> String {
    let time = |time: &ClockTime| clock_time(words, *time, phone, today);
    match detail {
        Detail::Clinic { words: said, times, cut_off } => {
            let mut times: Vec<_> = times.iter().map(|(name, at)| (name.as_str(), time(at))).collect();
            let Some(Reminded { what, at, rule }) = cut_off else { return fill(said, &times) };
            let name = match (cut_off_name(*what), rule) {
                (Some(name), _) => words.say(name),
                (None, Some(rule)) => {
                    times.push(("time", time(at)));
                    fill(rule, &times)
                }
                (None, None) => return words.with("reminder-with-time", [("time", time(at).into())]),
            };
            // A rule is a sentence, and ends as one.
            let name = name.trim_end_matches('.').to_owned();
            words.with("about-cut-off", [("what", name.into()), ("time", time(at).into())])
        }
        Detail::Visit { kind, at, is_arrival } => {
            let gaps = [("visit", visit_name(words, *kind).into()), ("time", time(at).into())];
            words.with(if *is_arrival { "about-visit" } else { "about-visit-start" }, gaps)
        }
        Detail::Task { title } => words.with("about-task", [("title", title.as_str().into())]),
        Detail::CheckIn => words.get("about-check-in"),
        Detail::Step => words.get("about-step"),
        Detail::LookBack => words.get("about-look-back"),
        Detail::Questions => words.get("about-questions"),
        Detail::Answer => words.get("about-answer"),
        Detail::Unreached => words.get("about-unreached"),
    }
}

/// A clock time with its day; with the city where a clock in `phone` shows another time, for outside the app nothing
/// else tells whose time it is; and which of the two is meant where the clock shows it twice.
fn clock_time(words: Words, time: ClockTime, phone: Tz, today: NaiveDate) -> String {
    let clock = when::time(words, time.local.time());
    let clock = if time.differs_in(phone) {
        words.with("time-in-city", [("time", clock.into()), ("city", when::zone_name(time.zone).into())])
    } else {
        clock
    };
    let day = when::day(words, time.local.date(), today);
    let said = words.with("moment", [("time", clock.into()), ("day", day.into())]);
    when::which_of_two(words, said, time.twice)
}

/// The words the app hands to the system with each ring.
#[derive(Debug, Clone, Copy)]
pub struct Spoken {
    /// The language of who chose none.
    pub usual: Language,
}

impl ReminderWords for Spoken {
    fn neutral(&self, language: Language, shown: &Shown, phone: Tz) -> String {
        neutral(Words::of(language), shown, phone)
    }

    fn detailed(&self, language: Language, alarm: &Alarm, phone: Tz) -> String {
        // It is read on the day it rings.
        about(Words::of(language), &alarm.detail, phone, day_of(alarm.at, phone))
    }

    fn test(&self, language: Language) -> String {
        Words::of(language).say(Key("reminder-test"))
    }

    fn open(&self, language: Language) -> String {
        Words::of(language).say(Key("reminder-open"))
    }

    fn later(&self, language: Language) -> String {
        Words::of(language).say(Key("reminder-later"))
    }

    fn usual(&self) -> Language {
        self.usual
    }
}

#[cfg(test)]
#[path = "reminders_tests.rs"]
mod tests;
