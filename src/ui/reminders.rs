//! Reminders in words: what a locked screen may always show, and what one is about.

use super::{
    parts::visit_name,
    when,
    words::{Key, Words},
};
use crate::{
    app::{ReminderWords, read::Language},
    care::{Alarm, ClockTime, Detail, Shown, Twice, protocol::fill},
};
use chrono::NaiveDate;

/// What a locked screen may always show: never what it is about.
#[must_use]
pub fn neutral(words: Words, shown: &Shown) -> String {
    match shown {
        Shown::Plain => words.get("reminder-plain"),
        Shown::WithTime(time) => {
            let gap = [("time", clock_time(words, *time, time.local.date()).into())];
            words.with("reminder-with-time", gap)
        }
    }
}

/// What it is about, as the clinic or the patient wrote it, with every time and its day. `today` decides
/// whether the year is said.
#[must_use]
pub fn about(words: Words, detail: &Detail, today: NaiveDate) -> String {
    match detail {
        Detail::Clinic { words: said, times, cut_off } => {
            let time = |time: &ClockTime| clock_time(words, *time, today);
            let times: Vec<_> = times.iter().map(|(name, at)| (name, time(at))).collect();
            let said = fill(said, &times);
            match cut_off {
                // The words may say "in 30 minutes", which is true only of the moment the clinic planned.
                Some(at) if !times.iter().any(|(_, shown)| *shown == time(at)) => {
                    words.with("about-clinic-time", [("words", said.into()), ("time", time(at).into())])
                }
                _ => said,
            }
        }
        Detail::Visit { kind, arrive } => {
            let gaps = [
                ("visit", visit_name(words, *kind).into()),
                ("time", clock_time(words, *arrive, today).into()),
            ];
            words.with("about-visit", gaps)
        }
        Detail::Task { title } => words.with("about-task", [("title", title.as_str().into())]),
        Detail::CheckIn => words.get("about-check-in"),
    }
}

/// A clock time with its day, and which of the two is meant where the clock shows it twice.
fn clock_time(words: Words, time: ClockTime, today: NaiveDate) -> String {
    let said = when::exact_moment(words, time.local, today);
    match time.twice {
        None => said,
        Some(Twice::First) => words.with("before-clocks-change", [("time", said.into())]),
        Some(Twice::Second) => words.with("after-clocks-change", [("time", said.into())]),
    }
}

/// The words the app hands to the system with each ring.
#[derive(Debug, Clone, Copy)]
pub struct Spoken {
    /// The language of who chose none.
    pub usual: Language,
}

impl ReminderWords for Spoken {
    fn neutral(&self, language: Language, shown: &Shown) -> String {
        neutral(Words::of(language), shown)
    }

    fn detailed(&self, language: Language, alarm: &Alarm) -> String {
        // It is read on the day it rings.
        about(Words::of(language), &alarm.detail, alarm.at.date_naive())
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
