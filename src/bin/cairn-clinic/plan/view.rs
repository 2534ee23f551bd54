//! What is shown of one session: names, instants, clock times and words, for a person or as JSON.

use cairn::care::{ClockTime, Twice};
use chrono::{DateTime, SecondsFormat, Timelike, Utc};
use chrono_tz::Tz;
use serde::{Serialize, Serializer};

/// Everything about one session.
#[derive(Debug, Serialize)]
pub(crate) struct Session {
    pub(crate) protocol: String,
    pub(crate) zone: &'static str,
    /// The instants everything is reckoned from, and how the time at the clinic goes.
    pub(crate) day: Vec<Named>,
    pub(crate) cutoffs: Vec<CutOff>,
    pub(crate) tasks: Vec<Task>,
    pub(crate) reminders: Vec<Reminder>,
    /// What is late at `--from` but still of use: it rings at once.
    pub(crate) at_once: Vec<Reminder>,
    pub(crate) first_24h_card: Card,
    pub(crate) soft_mode_until: Moment,
    pub(crate) visits: Vec<Visit>,
    pub(crate) series: Series,
    pub(crate) quiet_hours: Option<QuietHours>,
    pub(crate) question_9: QuestionNine,
    /// What is said on standard error too: about the file, and about the times asked for.
    pub(crate) warnings: Vec<String>,
}

/// An instant with what the clinic's clock shows.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Moment {
    #[serde(serialize_with = "utc")]
    pub(crate) instant: DateTime<Utc>,
    #[serde(rename = "local", serialize_with = "local")]
    pub(crate) clock: ClockTime,
    #[serde(serialize_with = "name")]
    pub(crate) zone: Tz,
    /// Which one, where the clock shows this time twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) twice: Option<&'static str>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Named {
    pub(crate) id: &'static str,
    #[serde(flatten)]
    pub(crate) at: Moment,
}

#[derive(Debug, Serialize)]
pub(crate) struct CutOff {
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) at: Moment,
    pub(crate) instruction: String,
    pub(crate) words: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Task {
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) due: Maybe,
    pub(crate) phase: String,
    pub(crate) title: String,
    pub(crate) minutes: Option<String>,
    pub(crate) required_before: Option<String>,
    /// All the times of a task that repeats: days or instants.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) times: Vec<String>,
}

/// A moment that may not be known.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub(crate) enum Maybe {
    Known(Moment),
    Unknown { instant: (), local: (), zone: () },
}

#[derive(Debug, Serialize)]
pub(crate) struct Reminder {
    pub(crate) id: String,
    #[serde(flatten)]
    pub(crate) at: Moment,
    /// What a locked phone shows, by its key and in English.
    pub(crate) text_key: &'static str,
    pub(crate) text: String,
    pub(crate) kind: &'static str,
    /// When it would ring without quiet hours.
    #[serde(serialize_with = "utc")]
    pub(crate) planned: DateTime<Utc>,
    /// From then on it is of no use.
    #[serde(serialize_with = "utc")]
    pub(crate) until: DateTime<Utc>,
    /// What the app shows.
    pub(crate) words: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct Card {
    pub(crate) until: Moment,
    /// What the protocol's own rule says; the card lasts until the latest instant in question.
    pub(crate) rule: Option<Moment>,
    pub(crate) morning_after: Moment,
}

#[derive(Debug, Serialize)]
pub(crate) struct Visit {
    pub(crate) phase: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(flatten)]
    pub(crate) start: Maybe,
    pub(crate) minutes: Option<String>,
    pub(crate) count: Option<u32>,
    pub(crate) arrive_early_min: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Series {
    pub(crate) dosing_sessions: Option<u32>,
    pub(crate) spacing_days: Option<u32>,
}

#[derive(Debug, Serialize)]
pub(crate) struct QuietHours {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) cutoffs_move_to: Option<String>,
}

/// What follows an answer above zero to question 9 of the PHQ-9. Both in minutes.
#[derive(Debug, Serialize)]
pub(crate) struct QuestionNine {
    /// Not with the clinic by then, the patient is asked to call.
    pub(crate) call_after_min: i64,
    /// So long the card stays on the first page.
    pub(crate) pinned_min: i64,
}

impl Moment {
    pub(crate) fn of(instant: DateTime<Utc>, zone: Tz) -> Self {
        let clock = ClockTime::of(instant, zone);
        Self { instant, clock, zone, twice: clock.twice.map(which_one) }
    }
}

impl Maybe {
    pub(crate) fn of(instant: Option<DateTime<Utc>>, zone: Tz) -> Self {
        match instant {
            Some(instant) => Self::Known(Moment::of(instant, zone)),
            None => Self::Unknown { instant: (), local: (), zone: () },
        }
    }
}

/// Which of two times that a clock shows the same.
pub(crate) const fn which_one(which: Twice) -> &'static str {
    match which {
        Twice::First => "before the clocks go back",
        Twice::Second => "after the clocks went back",
    }
}

/// An instant as JSON has it: `2026-11-01T08:00:00Z`.
pub(crate) fn written(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn utc<S: Serializer>(instant: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&written(*instant))
}

fn local<S: Serializer>(clock: &ClockTime, serializer: S) -> Result<S::Ok, S::Error> {
    let local = clock.local;
    let form = if local.second() == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" };
    serializer.collect_str(&local.format(form))
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn name<S: Serializer>(zone: &Tz, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(zone.name())
}
