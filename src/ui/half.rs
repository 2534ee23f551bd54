//! What is half filled in: a check-in, a side effect, and when it was.

use crate::{
    app::{NewCheckIn, NewSideEffect},
    care::{
        CheckIn, Feeling, Private, Score, Severity, Sleep,
        backdate::{self, NotThen},
    },
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

/// When something was, as far as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// Now; for something that is being changed, as it was.
    #[default]
    Kept,
    Then {
        day: NaiveDate,
        time: Option<NaiveTime>,
    },
}

/// Why a time cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTime {
    /// None was chosen yet.
    Missing,
    Not(NotThen),
}

impl When {
    /// The instant that was named, if another than the kept one was.
    ///
    /// # Errors
    /// [`NoTime`] while that is none.
    pub fn instant(self, now: DateTime<Utc>, zone: Tz) -> Result<Option<DateTime<Utc>>, NoTime> {
        match self {
            Self::Kept => Ok(None),
            Self::Then { time: None, .. } => Err(NoTime::Missing),
            Self::Then { day, time: Some(time) } => {
                backdate::instant(day, time, now, zone).map(Some).map_err(NoTime::Not)
            }
        }
    }
}

/// A check-in as far as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HalfCheckIn {
    pub mood: Option<Score>,
    pub anxiety: Option<Score>,
    pub words: Option<Private>,
    pub feelings: Vec<Feeling>,
    /// Hours and minutes of sleep, each as far as it was chosen.
    pub hours: Option<u16>,
    pub minutes: Option<u16>,
    pub when: When,
    /// The word for the list of feelings that is being typed.
    pub own_word: Option<Private>,
}

/// Something that is put into a half-filled check-in.
pub type Put = Box<dyn FnOnce(&mut HalfCheckIn)>;

impl HalfCheckIn {
    /// A check-in that is about to be changed.
    #[must_use]
    pub fn of(made: &CheckIn) -> Self {
        Self {
            mood: Some(made.mood),
            anxiety: Some(made.anxiety),
            words: made.words.clone(),
            feelings: made.feelings.clone(),
            hours: made.sleep.map(Sleep::hours),
            minutes: made.sleep.map(Sleep::minutes),
            when: When::Kept,
            own_word: None,
        }
    }

    /// True if any of the parts that nobody has to fill in is.
    #[must_use]
    pub fn has_more(&self) -> bool {
        let typed = self.own_word.as_ref().is_some_and(|word| !word.is_blank());
        let slept = self.hours.or(self.minutes).is_some();
        !self.feelings.is_empty() || slept || self.when != When::Kept || typed
    }

    /// Chooses a feeling, or lets go of it.
    pub fn turn(&mut self, feeling: &Feeling, on: bool) {
        self.feelings.retain(|chosen| chosen != feeling);
        if on {
            self.feelings.push(feeling.clone());
        }
    }

    /// What can be saved; `None` while something is missing.
    #[must_use]
    pub fn whole(&self, now: DateTime<Utc>, zone: Tz) -> Option<NewCheckIn> {
        Some(NewCheckIn {
            mood: self.mood?,
            anxiety: self.anxiety?,
            feelings: self.all_feelings(),
            sleep: self.sleep(),
            words: self.words.clone().filter(|words| !words.is_blank()),
            at: self.when.instant(now, zone).ok()?,
        })
    }

    /// The chosen feelings, and the one that is typed: who saves does not have to add it first.
    fn all_feelings(&self) -> Vec<Feeling> {
        let typed = self.own_word.as_ref().and_then(Feeling::own);
        let others = typed.filter(|typed| !self.feelings.contains(typed));
        self.feelings.iter().cloned().chain(others).collect()
    }

    /// Minutes without hours are not said to be all the sleep there was.
    fn sleep(&self) -> Option<Sleep> {
        let minutes = self.hours? * 60 + self.minutes.unwrap_or_default();
        Sleep::new(minutes).ok()
    }
}

/// A side effect as far as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HalfEffect {
    pub effect: Option<String>,
    pub part: Option<String>,
    pub severity: Option<Severity>,
    pub when: When,
    pub note: Option<Private>,
}

/// What an effect of the list asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// How much of it there is.
    HowMuch,
    /// How much, and words: the list has no name for it.
    HowMuchAndWhat,
    /// Words alone: it is a reading.
    Reading,
}

/// The name under which something is logged that the clinic's list does not have.
pub const SOMETHING_ELSE: &str = "something_else";
/// The template's name for a blood pressure reading.
pub const READING: &str = "bp_reading_if_measured";

impl Asks {
    /// What the effect with this name asks for.
    #[must_use]
    pub fn of(effect: &str) -> Self {
        match effect {
            READING => Self::Reading,
            SOMETHING_ELSE => Self::HowMuchAndWhat,
            _ => Self::HowMuch,
        }
    }
}

impl HalfEffect {
    /// What the chosen one asks for.
    #[must_use]
    pub fn asks(&self) -> Asks {
        self.effect.as_deref().map_or(Asks::HowMuch, Asks::of)
    }

    /// True if words are asked for and none are there.
    #[must_use]
    pub fn lacks_words(&self) -> bool {
        self.asks() != Asks::HowMuch && self.note.as_ref().is_none_or(Private::is_blank)
    }

    /// What can be saved; `None` while something is missing. A part is needed where the list `has_parts`.
    #[must_use]
    pub fn whole(&self, has_parts: bool, now: DateTime<Utc>, zone: Tz) -> Option<NewSideEffect> {
        let effect = self.effect.clone()?;
        let severity = if self.asks() == Asks::Reading { None } else { Some(self.severity?) };
        if self.lacks_words() || (has_parts && self.part.is_none()) {
            return None;
        }
        Some(NewSideEffect {
            effect,
            part: self.part.clone().filter(|_| has_parts),
            severity,
            began: self.when.instant(now, zone).ok()?,
            note: self.note.clone().filter(|note| !note.is_blank()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half() -> HalfCheckIn {
        HalfCheckIn { mood: Score::new(5).ok(), anxiety: Score::new(5).ok(), ..HalfCheckIn::default() }
    }

    fn saved(half: &HalfCheckIn) -> NewCheckIn {
        half.whole(DateTime::UNIX_EPOCH, Tz::UTC).unwrap()
    }

    #[test]
    fn a_feeling_that_was_typed_and_not_added_is_saved_once() {
        let word = Private::new("like after rain");
        let own = Feeling::own(&word).unwrap();
        let typed = HalfCheckIn { own_word: Some(word), ..half() };
        assert_eq!(saved(&typed).feelings, std::slice::from_ref(&own));
        let both = HalfCheckIn { feelings: vec![own.clone()], ..typed };
        assert_eq!(saved(&both).feelings, [own]);
        assert!(saved(&HalfCheckIn { own_word: Some(Private::new("  ")), ..half() }).feelings.is_empty());
    }

    #[test]
    fn sleep_is_said_only_with_its_hours() {
        assert_eq!(saved(&HalfCheckIn { minutes: Some(30), ..half() }).sleep, None);
        let none = HalfCheckIn { hours: Some(0), minutes: Some(30), ..half() };
        assert_eq!(saved(&none).sleep, Sleep::new(30).ok());
        assert_eq!(saved(&HalfCheckIn { hours: Some(7), ..half() }).sleep, Sleep::new(420).ok());
    }
}
