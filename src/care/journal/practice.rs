//! Practices that carry a session into life, and the patient's own note of what helped.
//!
//! Which there are is the clinic's to say (protocol.md, task `practice`); sitting still and the calm view are the
//! app's own and always there.

use crate::care::{Id, Private, protocol::Protocol};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// Something to do for oneself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Practice {
    /// Sitting still for a while, with a bell.
    Sit,
    Breathe,
    /// Looking at the scene the app draws.
    View,
    Draw,
    Walk,
    Music,
    Stretch,
    Talk,
    /// A session with a headset, at the clinic.
    Vr,
    /// One this app does not know, in the clinic's own words.
    OfClinic(String),
}

/// One time something was practised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practised {
    pub id: Id,
    pub practice: Practice,
    /// When it was written down, and in which zone.
    pub at: DateTime<Utc>,
    pub zone: Tz,
    /// How long it was, where a timer ran to its end.
    pub minutes: Option<u32>,
    /// What helped.
    pub words: Option<Private>,
}

/// The options of the starting protocol, word for word.
const OPTIONS: [(&str, Practice); 7] = [
    ("walk outside", Practice::Walk),
    ("draw", Practice::Draw),
    ("slow breathing", Practice::Breathe),
    ("music", Practice::Music),
    ("stretch", Practice::Stretch),
    ("talk to someone", Practice::Talk),
    ("VR session at clinic", Practice::Vr),
];

/// Before the name of one in the clinic's own words.
const OF_CLINIC: &str = "clinic:";

impl Practice {
    const OURS: [Self; 9] = [
        Self::Sit,
        Self::Breathe,
        Self::View,
        Self::Draw,
        Self::Walk,
        Self::Music,
        Self::Stretch,
        Self::Talk,
        Self::Vr,
    ];

    /// The name it is kept under.
    #[must_use]
    pub fn code(&self) -> String {
        let name = match self {
            Self::Sit => "sit",
            Self::Breathe => "breathe",
            Self::View => "view",
            Self::Draw => "draw",
            Self::Walk => "walk",
            Self::Music => "music",
            Self::Stretch => "stretch",
            Self::Talk => "talk",
            Self::Vr => "vr",
            Self::OfClinic(words) => return format!("{OF_CLINIC}{words}"),
        };
        name.to_owned()
    }

    /// The practice with this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let own = || code.strip_prefix(OF_CLINIC).map(|words| Self::OfClinic(words.to_owned()));
        Self::OURS.into_iter().find(|one| one.code() == code).or_else(own)
    }

    /// What an option of the protocol stands for; its own words where the app does not know it.
    #[must_use]
    pub fn of_option(option: &str) -> Self {
        let option = option.trim();
        let known = OPTIONS.into_iter().find(|(words, _)| words.eq_ignore_ascii_case(option));
        known.map_or_else(|| Self::OfClinic(option.to_owned()), |(_, practice)| practice)
    }

    /// What there is to practise: the app's own, then what the clinic offers, in its order. A clinic that said nothing
    /// is taken to have no headset.
    #[must_use]
    pub fn offered(protocol: Option<&Protocol>) -> Vec<Self> {
        let task = protocol.and_then(|protocol| protocol.task("practice")).map(|(_, task)| task);
        let options = task.map(|task| task.options.as_slice()).unwrap_or_default();
        let mut offered = vec![Self::Sit, Self::Breathe, Self::View, Self::Draw];
        let theirs: Vec<_> = match options {
            [] => vec![Self::Walk, Self::Music, Self::Stretch, Self::Talk],
            options => options.iter().map(|option| Self::of_option(option)).collect(),
        };
        for one in theirs {
            if !offered.contains(&one) {
                offered.push(one);
            }
        }
        offered
    }
}

/// A while of sitting still. It is over at an instant of the clock, whatever the phone did meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    pub until: DateTime<Utc>,
    /// How long it was meant to be.
    pub minutes: u32,
}

/// Later than this after its end a bell would only startle.
const BELL_IS_LATE: TimeDelta = TimeDelta::minutes(1);
/// Later than this after its end nobody is asked what helped in it.
const LONG_OVER: TimeDelta = TimeDelta::days(1);

impl Sitting {
    /// Begins now.
    #[must_use]
    pub fn begin(now: DateTime<Utc>, minutes: u32) -> Self {
        Self { until: now + TimeDelta::minutes(minutes.into()), minutes }
    }

    /// Whole minutes that are left, the one begun counted; `None` once it is over. A clock that was set back leaves no
    /// more than there was at first.
    #[must_use]
    pub fn left(&self, now: DateTime<Utc>) -> Option<i64> {
        let left = self.until - now;
        (left > TimeDelta::zero()).then(|| ((left.num_seconds() + 59) / 60).min(self.minutes.into()))
    }

    /// True while it runs, and afterwards as long as one may still be asked what helped.
    #[must_use]
    pub fn counts(&self, now: DateTime<Utc>) -> bool {
        now - self.until < LONG_OVER
    }

    /// True while the end is near enough for a bell.
    #[must_use]
    pub fn may_ring(&self, now: DateTime<Utc>) -> bool {
        (TimeDelta::zero()..BELL_IS_LATE).contains(&(now - self.until))
    }
}
