//! What the patient chose about reminders: which kinds, at what time of day, and when to be left in peace.

use super::{super::AlarmKind, LookBack};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The patient's choices; the default is all kinds, at the times described in [`super`], with the clinic's
/// quiet hours.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Wishes {
    /// Kinds that do not ring.
    pub off: BTreeSet<AlarmKind>,
    /// The time of day, on the clinic's clock, for a kind that [`Wishes::has_clock`].
    pub clocks: BTreeMap<AlarmKind, NaiveTime>,
    pub quiet: Quiet,
    /// When to look back at the small steps; nothing rings for it unless the patient asked.
    pub look_back: Option<LookBack>,
}

/// When nothing rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quiet {
    /// In the protocol's quiet hours, where it has any.
    #[default]
    Clinics,
    /// From one time to the other on the phone's clock, over midnight if `to` is not after `from`.
    Own { from: NaiveTime, to: NaiveTime },
    /// There are none.
    Never,
}

impl Wishes {
    /// Ten in the morning: a thing to do, on its day. Our own choice.
    pub const TASKS: NaiveTime = on_the_hour(10);
    /// Six in the evening: the evening before something. Our own choice, as in protocol.md's reminder.
    pub const EVENING: NaiveTime = on_the_hour(18);

    /// True unless the patient switched this kind off.
    #[must_use]
    pub fn wants(&self, kind: AlarmKind) -> bool {
        !self.off.contains(&kind)
    }

    /// True for a kind whose time of day the patient may choose: things to do, the daily check-in, and the
    /// evening before a visit. The others hang on an instant of the session.
    #[must_use]
    pub const fn has_clock(kind: AlarmKind) -> bool {
        matches!(kind, AlarmKind::Task | AlarmKind::CheckIn | AlarmKind::Visit)
    }

    /// The time of day the patient chose for this kind.
    #[must_use]
    pub fn clock(&self, kind: AlarmKind) -> Option<NaiveTime> {
        self.clocks.get(&kind).copied().filter(|_| Self::has_clock(kind))
    }
}

const fn on_the_hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}
