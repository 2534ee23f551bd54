//! How long the patient slept last night, by their own account.

/// A time asleep, in whole minutes, at most a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sleep(u16);

/// Nobody sleeps longer than a day in one night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a night has at most 24 hours")]
pub struct TooLong;

impl Sleep {
    /// The longest, in minutes.
    pub const MAX: u16 = 24 * 60;

    /// Takes `minutes` as a time asleep.
    ///
    /// # Errors
    /// [`TooLong`] above a day.
    pub const fn new(minutes: u16) -> Result<Self, TooLong> {
        if minutes <= Self::MAX { Ok(Self(minutes)) } else { Err(TooLong) }
    }

    /// All of it, in minutes.
    #[must_use]
    pub const fn in_minutes(self) -> u16 {
        self.0
    }

    /// The whole hours.
    #[must_use]
    pub const fn hours(self) -> u16 {
        self.0 / 60
    }

    /// The minutes beside the whole hours.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0 % 60
    }
}
