//! A page of the journal: the patient's own words, when they were begun, and where on the way they belong.
//!
//! Nothing here is ever read by anything but the screen it was written on: no scanning, no count of words, no verdict.

mod piece;
pub mod search;
pub mod share;
mod stroke;

pub use piece::{Cleaner, Media, NotTaken, Piece, PieceKind, Unclean};
pub use stroke::{
    Colour, HIGH, LARGEST_DRAWING, Line, LineWidth, Point, Shape, Spot, Stroke, WIDE, image, read_points,
    simpler, written,
};
mod insight;
mod kept;
mod passage;
mod practice;
mod step;

pub use insight::{Insight, sentences};
pub use kept::Kept;
pub use passage::{AROUND, Selected, Stood, nearest, one_line_end, standing, stretches};
pub use practice::{Practice, Practised, Sitting};
pub use step::{NewStep, Review, Reviewed, Step};

use super::{Id, Private, Score, SessionTimes, protocol::Prompts, time};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// One entry as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: Id,
    /// When it was begun, and in which zone.
    pub at: DateTime<Utc>,
    pub zone: Tz,
    /// When something of it was last written.
    pub changed: DateTime<Utc>,
    pub words: Private,
    /// The session it belongs to.
    pub visit: Option<Id>,
    /// Where on the way it was begun; `None` outside of it.
    pub phase: Option<Phase>,
    /// The question that opened the page, word for word as it was asked.
    pub prompt: Option<String>,
    /// The intention it looks at.
    pub intention: Option<Id>,
    /// How the mood was while writing, where the patient said so.
    pub mood: Option<Score>,
}

/// The moments of care for which a protocol has questions (protocol.md, `journal_prompts`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    Intake,
    Preparation,
    /// The day of the session, until it ends.
    Before,
    /// The day of the session, afterwards.
    Day0,
    Day1,
    Day3,
    Week1,
    Week4,
}

/// The parts of the story of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thread {
    Before,
    /// Fragments, on the day itself.
    Raw,
    /// The days right after.
    After,
    /// From a week on.
    Later,
}

impl Thread {
    /// All parts in order.
    pub const ALL: [Self; 4] = [Self::Before, Self::Raw, Self::After, Self::Later];
}

impl Phase {
    /// All phases in order.
    pub const ALL: [Self; 8] = [
        Self::Intake,
        Self::Preparation,
        Self::Before,
        Self::Day0,
        Self::Day1,
        Self::Day3,
        Self::Week1,
        Self::Week4,
    ];

    /// The name the protocol has for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Preparation => "preparation",
            Self::Before => "before",
            Self::Day0 => "day0",
            Self::Day1 => "day1",
            Self::Day3 => "day3",
            Self::Week1 => "week1",
            Self::Week4 => "week4",
        }
    }

    /// The phase with this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.code() == code)
    }

    /// The part of the story it belongs to.
    #[must_use]
    pub const fn thread(self) -> Thread {
        match self {
            Self::Intake | Self::Preparation | Self::Before => Thread::Before,
            Self::Day0 => Thread::Raw,
            Self::Day1 | Self::Day3 => Thread::After,
            Self::Week1 | Self::Week4 => Thread::Later,
        }
    }

    /// Where `now` lies around a session with these times. The phases after it begin with the clinic's calendar days
    /// and last until the next one begins; the last one has no end.
    #[must_use]
    pub fn around(times: &SessionTimes, now: DateTime<Utc>) -> Self {
        if now >= times.end {
            let day = |instant| time::day_of(instant, times.zone);
            return match (day(now) - day(times.end)).num_days() {
                ..=0 => Self::Day0,
                1..=2 => Self::Day1,
                3..=6 => Self::Day3,
                7..=27 => Self::Week1,
                _ => Self::Week4,
            };
        }
        if now >= times.arrival - BEFORE { Self::Before } else { Self::Preparation }
    }

    /// The questions the protocol has for it.
    #[must_use]
    pub fn prompts(self, prompts: &Prompts) -> &[String] {
        match self {
            Self::Intake => &prompts.intake,
            Self::Preparation => &prompts.preparation,
            Self::Before => &prompts.before,
            Self::Day0 => &prompts.day0,
            Self::Day1 => &prompts.day1,
            Self::Day3 => &prompts.day3,
            Self::Week1 => &prompts.week1,
            Self::Week4 => &prompts.week4,
        }
    }
}

/// True if so much was taken out of a text at once that the text of before is worth keeping as it was: a finger that slips
/// can do that, and a page has no undo once it is left.
#[must_use]
pub fn cuts_deep(before: &Private, now: &Private) -> bool {
    let (before, now) = (before.reveal().len(), now.reveal().len());
    before >= WORTH_KEEPING && now < before / 2
}

/// The least text, in bytes of UTF-8, that is kept when half of it goes at once: about three lines. Our own choice.
const WORTH_KEEPING: usize = 120;

/// How long before the arrival the question of just before is asked: the last evening and the day itself. Our own
/// choice; the protocol names no time.
const BEFORE: TimeDelta = TimeDelta::hours(24);
