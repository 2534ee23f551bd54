//! Things to do: the clinic's and the patient's own, with what is done and where that stands.

use crate::care::{Delivery, Due, Id, Intention, ItemKey, Private};
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

/// All things to do.
#[derive(Debug, Clone, PartialEq)]
pub struct ToDo {
    /// What is due first comes first; the patient's own at the end, oldest first.
    pub open: Vec<DueLine>,
    /// What is done, in the same order.
    pub done: Vec<DueLine>,
    /// The plan in force arrived in a form that cannot be read: what is due is not known.
    pub plan_unreadable: bool,
    /// What the patient wants to bring to the session, as they last wrote it.
    pub intention: Option<Intention>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub struct DueLine {
    pub whose: Whose,
    pub title: Private,
    pub note: Option<String>,
    pub due: Option<Due>,
    /// `due` as the clinic's clock shows it.
    pub due_local: Option<NaiveDateTime>,
    /// The zone of that clock, where the phone's shows another time.
    pub elsewhere: Option<Tz>,
    /// The time for it is over; it can still be done.
    pub overdue: bool,
    pub done: Done,
    /// The form it asks to fill in: finishing it ticks it.
    pub form: Option<FormToFill>,
    /// The page it is done on. The box stays, but for a paper to sign: only the patient says that it is done.
    pub leads: Option<LeadsTo>,
}

/// A page on which a thing to do is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeadsTo {
    /// A page of the journal to write on.
    Write,
    /// Choosing a small step.
    NewStep,
    /// Looking back at the small steps.
    Steps,
    /// Picking a practice.
    Practices,
    /// Reading and signing this paper: that alone ticks it.
    Sign(Id),
    /// The clinic's rules, which say how it is done, are not here or cannot be read. It may be a paper to sign: nothing ticks
    /// it until that is known.
    NotKnown,
}

/// A form, and what it is due for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormToFill {
    pub name: String,
    pub due: String,
}

/// Who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    Clinic(ItemKey),
    /// The patient; it stays on this phone.
    Own(Id),
}

/// Whether it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    No,
    /// The patient ticked it here at that instant, and this is where the tick is.
    Here(DateTime<Utc>, Delivery),
    /// The clinic has it as done: a tick changes nothing any more.
    AtClinic,
}

impl DueLine {
    /// It is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.done == Done::No
    }

    /// A name for it that is unique among all things to do, safe to stand in a page.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.whose {
            Whose::Clinic(key) => {
                format!("{}/{}", key.plan.as_ref().map_or("", Id::as_str), key.item)
            }
            Whose::Own(id) => format!("own/{id}"),
        }
    }
}
