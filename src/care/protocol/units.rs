//! The small units of a protocol: minutes, hours with fractions, and the time on the clinic's clock.

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A whole number of minutes, up to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(u16);

impl Minutes {
    /// The minutes as elapsed time.
    #[must_use]
    pub fn length(self) -> TimeDelta {
        TimeDelta::minutes(self.0.into())
    }
}

impl FromStr for Minutes {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Hours of elapsed time, from 0 to 720, as precise as a minute: `0.5` is half an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "f64")]
pub struct Hours {
    minutes: u16,
}

/// The number is no plausible count of hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a number of hours: write 0 to 720 in whole minutes, such as 6 or 0.5")]
pub struct BadHours;

impl Hours {
    const MOST: f64 = 720.0;

    /// The hours as elapsed time.
    #[must_use]
    pub fn length(self) -> TimeDelta {
        TimeDelta::minutes(self.minutes.into())
    }
}

impl TryFrom<f64> for Hours {
    type Error = BadHours;
    fn try_from(hours: f64) -> Result<Self, BadHours> {
        let minutes = hours * 60.0;
        let whole = (minutes - minutes.round()).abs() < 1e-6;
        if !(0.0..=Self::MOST).contains(&hours) || !whole {
            return Err(BadHours);
        }
        // Between 0 and 43,200 by the line above.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let minutes = minutes.round() as u16;
        Ok(Self { minutes })
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Written the way the clinic writes it: 6, not 6.0.
        match self.minutes % 60 {
            0 => serializer.serialize_u16(self.minutes / 60),
            _ => serializer.serialize_f64(f64::from(self.minutes) / 60.0),
        }
    }
}

impl FromStr for Hours {
    type Err = BadHours;
    fn from_str(text: &str) -> Result<Self, BadHours> {
        text.parse::<f64>().map_err(|_| BadHours)?.try_into()
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (f64::from(self.minutes) / 60.0).fmt(f)
    }
}

/// A time on the clinic's own clock, from `00:00` to `23:59`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Clock(NaiveTime);

/// The text is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time of day: write hours and minutes with two digits each, such as \"07:30\" or \"18:00\"")]
pub struct BadClock;

impl Clock {
    /// The time of day.
    #[must_use]
    pub const fn time(self) -> NaiveTime {
        self.0
    }
}

impl FromStr for Clock {
    type Err = BadClock;
    fn from_str(text: &str) -> Result<Self, BadClock> {
        // Parsing alone would also take "+7" for two digits.
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        let two = |part: &str| digits(part).then(|| part.parse::<u8>().ok()).flatten();
        let (hours, minutes) = text.split_once(':').ok_or(BadClock)?;
        let (hours, minutes) = two(hours).zip(two(minutes)).ok_or(BadClock)?;
        NaiveTime::from_hms_opt(hours.into(), minutes.into(), 0).map(Self).ok_or(BadClock)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format("%H:%M").fmt(f)
    }
}

impl TryFrom<String> for Clock {
    type Error = BadClock;
    fn try_from(text: String) -> Result<Self, BadClock> {
        text.parse()
    }
}

impl From<Clock> for String {
    fn from(clock: Clock) -> Self {
        clock.to_string()
    }
}

#[cfg(test)]
#[path = "units_tests.rs"]
mod tests;
