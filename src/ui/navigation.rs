//! Where the patient is: a pile of screens, the lowest one a place of the foot.

use crate::care::{Id, VisitKind, journal::Practice};
use chrono::NaiveDate;
use dioxus::prelude::*;

/// A screen of the open app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    Today,
    Journey,
    CheckIn,
    Journal,
    More,
    Help,
    /// One page of the journal.
    Entry(Id),
    /// A new page, with the question that opens it: it is begun, and then one is on it.
    Write(Option<String>),
    /// How a page of the journal read before.
    EarlierWords(Id),
    /// All that was written about one session.
    Story(Id),
    /// A search in the journal.
    Find,
    /// The days of the journal by month.
    Calendar,
    /// The pages of one day.
    Day(NaiveDate),
    /// The journal as a line of time.
    Timeline,
    /// Sharing from this page of the journal.
    Share(Id),
    /// All that was shared from the journal.
    Shared,
    /// A drawing, to look at and go on with.
    Drawing(Id),
    /// A photo, a voice note or a file of the journal.
    Piece(Id),
    /// The sentences of a page of the journal, to mark what matters.
    Mark(Id),
    /// The small steps.
    Steps,
    /// Putting a small step down, of this insight or by itself.
    NewStep(Option<Id>),
    /// Another look at one small step.
    Step(Id),
    /// What there is to practise, and what helped.
    Practices,
    Practice(Practice),
    /// A still place to look at.
    CalmView,
    /// What is kept for the next integration session.
    ForSession,
    /// The check-ins made earlier.
    CheckIns,
    /// One check-in, to look at, change or remove.
    OneCheckIn(Id),
    /// The log of side effects.
    SideEffects,
    /// One visit.
    Visit(Id),
    /// How to prepare for one visit.
    Prepare(Id),
    /// All things to do.
    ToDo,
    /// What the patient wants to bring to the session.
    Intention,
    /// What has been sent and what has not, line by line.
    SyncDetails,
    /// What rings and when.
    Reminders,
    SignOut,
    /// What there is to read.
    Learn,
    /// One article, by the id the clinic gave it.
    Article(String),
    /// The patient's own questions for the clinic.
    MyQuestions,
    /// All threads of messages with the clinic.
    Messages,
    /// The thread this message belongs to.
    Thread(Id),
    /// Writing to the clinic: more in the thread of this message, or a new question; this draft, or the newest there.
    WriteMessage {
        thread: Option<Id>,
        draft: Option<Id>,
    },
    /// The questions of the morning before this session.
    Questions(Id),
    /// Who drives home from this session.
    Driver(Id),
    /// A quiet while before this session.
    Centering(Id),
    /// The card of the first day after a session.
    FirstDay,
    /// All forms.
    Forms,
    /// A form to fill in, known by this name, and what it is due for.
    Form {
        name: String,
        due: Option<String>,
    },
    /// A form that was finished.
    FinishedForm(Id),
    /// What the clinic asks to sign, and what was signed.
    Papers,
    /// One paper of the clinic's, as it is now.
    Paper(Id),
    /// A signature, with the text it was put to.
    SignedPaper(Id),
    /// What was measured, over time and around sessions.
    Trends,
    /// What a visit is to be for.
    Book,
    /// The free times for one kind of visit; `moving` is a visit to be moved there.
    FindTime {
        kind: VisitKind,
        moving: Option<Id>,
    },
    /// One of them, to ask for it: the slots it takes.
    AskTime {
        kind: VisitKind,
        slots: Vec<Id>,
        moving: Option<Id>,
    },
    /// Something the patient asked for.
    Wish(Id),
    /// Everything the patient asked for.
    Wishes,
    /// An earlier time than this visit's.
    EarlierTime(Id),
    CancelVisit(Id),
    /// A first word to a clinic, before one is a patient.
    AskFirst,
    /// The patient's own record as a whole.
    Own(OwnPage),
}

/// The pages of one's own record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnPage {
    /// What can be done with it.
    Record,
    TakeAlong,
    BringBack,
    /// A summary on paper.
    Summary,
    /// Delete everything.
    Erase,
}

impl Screen {
    /// The places at the foot of every screen.
    pub const PLACES: [Self; 5] = [Self::Today, Self::Journey, Self::CheckIn, Self::Journal, Self::More];
}

/// Moves from screen to screen. A copy of it moves the same pile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Navigator(Signal<Vec<Screen>>);

impl Navigator {
    /// Begins at `screen`. To be called from a hook.
    #[must_use]
    pub fn starting_at(screen: Screen) -> Self {
        Self(Signal::new(vec![screen]))
    }

    /// Where the patient is.
    #[must_use]
    pub fn here(&self) -> Screen {
        self.0.read().last().cloned().unwrap_or(Screen::Today)
    }

    /// The place at the foot this screen was reached from.
    #[must_use]
    pub fn place(&self) -> Screen {
        self.0.read().first().cloned().unwrap_or(Screen::Today)
    }

    /// Where "back" leads, if anywhere.
    #[must_use]
    pub fn before(&self) -> Option<Screen> {
        let pile = self.0.read();
        pile.len().checked_sub(2).and_then(|at| pile.get(at)).cloned()
    }

    /// Goes to `screen`. A place of the foot starts anew; any other screen lies on top of where one was.
    pub fn go(mut self, screen: Screen) {
        let mut pile = self.0.write();
        if Screen::PLACES.contains(&screen) {
            pile.clear();
        }
        if pile.last() != Some(&screen) {
            pile.push(screen);
        }
    }

    /// True if one is on `screen`, or comes back to it with "back".
    #[must_use]
    pub fn holds(&self, screen: &Screen) -> bool {
        self.0.peek().contains(screen)
    }

    /// Puts `next` in the place of `screen`, if one is still there.
    pub fn turn(mut self, screen: &Screen, next: Screen) -> bool {
        let mut pile = self.0.write();
        match pile.last_mut().filter(|here| *here == screen) {
            Some(here) => {
                *here = next;
                true
            }
            None => false,
        }
    }

    /// Goes back to where one was.
    pub fn back(mut self) {
        let mut pile = self.0.write();
        if pile.len() > 1 {
            pile.pop();
        }
    }
}
