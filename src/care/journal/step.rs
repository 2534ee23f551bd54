//! A small step into everyday life: "When ..., I will ...", looked at again as often as one likes, without a verdict.
//!
//! The form is that of the if-then plan the protocol asks for (protocol.md, `one-step`, [S24]). Nothing here counts.

use crate::care::{Id, Private};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// One small step. It never leaves the phone by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: Id,
    /// What it came from; none if it stands by itself, or if the insight is gone.
    pub insight: Option<Id>,
    /// The time or place: what stands behind "When".
    pub cue: Private,
    /// What stands behind "I will".
    pub deed: Private,
    /// The day it is for, on the phone's calendar.
    pub day: Option<NaiveDate>,
    /// The minute of that day at which to be reminded, on the phone's clock. Never without a day.
    pub remind_at: Option<NaiveTime>,
    pub made_at: DateTime<Utc>,
    /// When the patient said that it is done.
    pub done_at: Option<DateTime<Utc>>,
}

/// A step as the patient puts it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStep {
    pub cue: Private,
    pub deed: Private,
    pub day: Option<NaiveDate>,
    /// Counts only with a day.
    pub remind_at: Option<NaiveTime>,
}

/// What became of a step when it was looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Review {
    /// It stays as it is, for another day.
    Keep,
    /// Less of the same.
    Shrink,
    /// Another time, place or deed.
    Change,
    Done,
}

/// One look back at a step, with the form it had until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    pub at: DateTime<Utc>,
    pub what: Review,
    pub cue: Private,
    pub deed: Private,
}

impl Review {
    /// The name it is kept under.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Shrink => "shrink",
            Self::Change => "change",
            Self::Done => "done",
        }
    }

    /// The review with this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Keep, Self::Shrink, Self::Change, Self::Done].into_iter().find(|one| one.code() == code)
    }
}

impl NewStep {
    /// As it is kept: without white space around it, and with a reminder only on a day. `None` without both halves.
    #[must_use]
    pub fn settled(self) -> Option<Self> {
        if self.cue.is_blank() || self.deed.is_blank() {
            return None;
        }
        let trimmed = |words: &Private| Private::new(words.reveal().trim());
        Some(Self {
            cue: trimmed(&self.cue),
            deed: trimmed(&self.deed),
            day: self.day,
            remind_at: self.remind_at.filter(|_| self.day.is_some()),
        })
    }
}

impl Step {
    /// It is still before the patient.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.done_at.is_none()
    }

    /// What another look at it begins with: its words, its reminder, and its day or, once that has come, the same day of
    /// a following week.
    #[must_use]
    pub fn again(&self, today: NaiveDate) -> NewStep {
        let weeks = |day: NaiveDate| day.iter_weeks().find(|next| *next > today);
        let day = self.day.and_then(weeks);
        let remind_at = self.remind_at.filter(|_| day.is_some());
        NewStep { cue: self.cue.clone(), deed: self.deed.clone(), day, remind_at }
    }

    /// The step after a look back at `at`, and that look with the form the step had. Words change only by shrinking or
    /// changing it; [`Review::Done`] leaves everything else as it is. `None` where the words that come are blank.
    #[must_use]
    pub fn reviewed(self, what: Review, new: NewStep, at: DateTime<Utc>) -> Option<(Self, Reviewed)> {
        let look = Reviewed { at, what, cue: self.cue.clone(), deed: self.deed.clone() };
        let NewStep { day, remind_at, .. } = new;
        let after = match what {
            Review::Done => Self { done_at: Some(at), ..self },
            Review::Keep => {
                let remind_at = remind_at.filter(|_| day.is_some());
                Self { day, remind_at, done_at: None, ..self }
            }
            Review::Shrink | Review::Change => {
                let NewStep { cue, deed, day, remind_at } = new.settled()?;
                Self { cue, deed, day, remind_at, done_at: None, ..self }
            }
        };
        Some((after, look))
    }
}
