//! Ordinary messages between the patient and the clinic: what one is, where it is, how long it may be, and which belong
//! together. Never the urgent word about an answer ([`super::safety`]), which goes another way.

mod enclosed;
mod thread;

pub use enclosed::{Enclosed, Enclosure, FileKind, LONGEST_TEXT};
pub use thread::{Node, threads};

use super::{Delivery, Id, Private, Refusal, safety::Marked};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The most letters (Unicode scalar values) in one message. Our own choice: about a page, which a clinic's inbox shows
/// whole and a person can read between two patients.
pub const LONGEST: usize = 2_000;

/// From so many letters left on the patient is told how many there are. Our own choice: two or three sentences.
pub const NEARLY: usize = 300;

/// Where a message of the patient's is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is being written: nobody was asked to send it.
    Draft,
    /// On this phone: the clinic's server has not acknowledged it.
    Waiting,
    /// The clinic's server has had it since then. Nobody need have read it.
    Sent(DateTime<Utc>),
    /// The clinic marked it as read, at the time it gave, if it gave one.
    Read(Option<DateTime<Utc>>),
    /// It was set aside and needs the patient.
    NeedsAttention(Refusal),
    /// Practice: there is no clinic to send it to.
    StaysHere,
}

impl State {
    /// The state of a message by its way and the clinic's own mark. Only what the clinic's server acknowledged can have
    /// been read there.
    #[must_use]
    pub const fn of(delivery: Option<Delivery>, mark: Option<Marked>) -> Self {
        match (delivery, mark) {
            (None, _) => Self::Draft,
            (Some(Delivery::Sent(_)), Some(Marked { at })) => Self::Read(at),
            (Some(Delivery::Sent(at)), None) => Self::Sent(at),
            (Some(Delivery::OnThisPhone), _) => Self::Waiting,
            (Some(Delivery::NeedsAttention(refusal)), _) => Self::NeedsAttention(refusal),
            (Some(Delivery::StaysHere), _) => Self::StaysHere,
        }
    }
}

/// A message the patient wrote and asked to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    pub id: Id,
    /// A message of the thread it goes on; its own id where it begins one.
    pub thread: Id,
    /// The clinic's message it answers.
    pub answers: Option<Id>,
    /// When it was sent off, and the zone the phone was in.
    pub at: DateTime<Utc>,
    pub zone: Tz,
    pub words: Private,
    /// The clinic's name, as it was then.
    pub recipient: Option<String>,
    /// What was shared from the journal and goes along, by its record.
    pub shared: Option<Id>,
}

/// What is being written: a new question, or more in a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its own for as long as it is written on; the message it becomes is known by it as well.
    pub id: Id,
    /// A message of the thread; `None` for a new question.
    pub thread: Option<Id>,
    pub changed: DateTime<Utc>,
    pub words: Private,
    /// What was shared from the journal and is to go along, by its record.
    pub shared: Option<Id>,
}

/// A message of the clinic's, or one the patient sent from another phone, as the clinic's server has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct There {
    /// The server's id.
    pub id: Id,
    /// The id it was made with, for one that the patient wrote.
    pub record: Option<Id>,
    /// The patient wrote it.
    pub from_patient: bool,
    /// Whom it is for, of all patients it names. Empty where it names nobody: then only what it answers says that.
    pub patients: Vec<Id>,
    /// It carries the code of these messages.
    pub coded: bool,
    /// When it was sent, by the clinic's word; else when its server last changed it.
    pub at: Option<DateTime<Utc>>,
    pub said: Said,
    /// The messages it answers or belongs to, the nearest first, by the ids they have there or were made with.
    pub answers: Vec<Id>,
    /// The clinic's mark that somebody has read it: says something only of what the patient wrote.
    pub mark: Option<Marked>,
}

/// What a message at the clinic's server says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Words {
        /// Blank where it consists of files alone.
        words: Private,
        /// What came along, in its order.
        enclosed: Vec<Enclosed>,
        /// There is more to it, of which nothing can be told here.
        more: bool,
    },
    /// Nothing that can be shown here.
    Other,
    /// It was taken back.
    TakenBack,
}

/// How many letters are left; below zero where it is too long. Blanks at either end are not sent.
#[must_use]
pub fn left(words: &Private) -> i64 {
    let letters = words.reveal().trim().chars().count();
    let [longest, letters] = [LONGEST, letters].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    longest.saturating_sub(letters)
}

/// There is something to send, and not too much.
#[must_use]
pub fn can_go(words: &Private) -> bool {
    !words.is_blank() && left(words) >= 0
}

/// What a thread is known by: the first line of its first message, cut at a gap where it is long.
#[must_use]
pub fn first_line(words: &Private) -> Private {
    const ENOUGH: usize = 70;
    let line = words.reveal().trim().lines().next().unwrap_or_default().trim();
    let Some((end, _)) = line.char_indices().nth(ENOUGH) else { return Private::new(line) };
    let head = line.get(..end).unwrap_or(line);
    let cut = head.rfind(char::is_whitespace).and_then(|gap| head.get(..gap)).unwrap_or(head);
    Private::new(format!("{}…", cut.trim_end()))
}

/// What was put into a text since it read `then`: nothing of what stood there already, and all that did not. Blanks at
/// either end are left out.
#[must_use]
pub fn since(then: &Private, now: &Private) -> Private {
    let (then, now) = (then.reveal().trim(), now.reveal().trim());
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(was, is)| was == is).map(|(_, is)| is.len_utf8()).sum()
    };
    let head = same(&mut then.chars().zip(now.chars()));
    let (was, is) = (then.get(head..).unwrap_or_default(), now.get(head..).unwrap_or_default());
    let tail = same(&mut was.chars().rev().zip(is.chars().rev()));
    let put = is.get(..is.len().saturating_sub(tail)).unwrap_or(is);
    Private::new(put.trim())
}
