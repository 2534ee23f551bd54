//! Reminders: what rings and why, what the patient chose, and whether the system lets the app ring.

pub use crate::{
    care::alarms::{Quiet, Wishes},
    platform::notifications::Standing,
};

use crate::care::{Alarm, AlarmKind};
use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The reminders of the coming weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct Reminders {
    /// What rings, soonest first. What is due already and still of use stands at the top.
    pub coming: Vec<Coming>,
    /// All kinds, in the order of the screen.
    pub kinds: Vec<KindLine>,
    pub choices: ReminderChoices,
    /// The clinic's quiet hours, if it has any.
    pub clinics_quiet: Option<(NaiveTime, NaiveTime)>,
    pub standing: Standing,
    /// Set if the clinic's clock differs from the phone's: the zone of the times within reminders.
    pub clinic_zone: Option<Tz>,
    /// The clinic sent something that cannot be shown: there may be more to know than is here.
    pub must_call: bool,
    /// Nothing is known of the clinic's visits and plan yet.
    pub first_time: bool,
}

/// One reminder.
#[derive(Debug, Clone, PartialEq)]
pub struct Coming {
    /// What it is about; its `at` is when it was planned for.
    pub alarm: Alarm,
    /// When it rings: as planned, or when the patient put it off to.
    pub at: DateTime<Utc>,
    /// `at` on the phone's clock.
    pub local: NaiveDateTime,
    /// Its time has come.
    pub due: bool,
    /// Put off now, it would still be of use.
    pub may_wait: bool,
}

/// One kind of reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindLine {
    pub kind: AlarmKind,
    pub on: bool,
    /// The time of day it rings at, for a kind whose time can be chosen.
    pub clock: Option<NaiveTime>,
}

/// What the patient chose about reminders.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReminderChoices {
    pub wishes: Wishes,
    /// What a reminder is about may stand on a locked screen. Never unless the patient asked for it.
    pub details: bool,
}
