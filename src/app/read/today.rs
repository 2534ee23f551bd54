//! Today: the one next thing, the next visit, and what is due.

use super::{AskedLine, DueLine, Times, ToRead, VisitView, WishesNow};
use crate::care::{CheckIn, Delivery, Id, Notice, Private, today::Next};
use chrono::NaiveDate;

/// The page a patient sees first.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    pub part: DayPart,
    /// The phone's own calendar day.
    pub date: NaiveDate,
    /// What to call the person, if the clinic said.
    pub given: Option<Private>,
    /// What the patient must be told first.
    pub notices: Vec<Notice>,
    /// The one next thing.
    pub next: Next,
    /// The next visit; `None` when there is none or the clinic's last word about it cannot be read.
    pub next_visit: Option<VisitView>,
    /// Whole calendar days in the clinic's zone until it: 0 today, 1 tomorrow.
    pub days_until: Option<i64>,
    /// Until when what may be had before the next visit, if it is one to prepare for.
    pub prepare: Option<Times>,
    /// What there is to read about medicines before it.
    pub to_read: Option<ToRead>,
    /// Of the notices: those about visits whose times for food and drink moved with them.
    pub food_moved: Vec<Id>,
    /// The clinic changed its rules: the visit whose times are others than those the patient was shown, at the same
    /// start.
    pub other_times: Option<Id>,
    /// What is still to do, soonest first, and what was ticked here today, in its place.
    pub due: Vec<DueLine>,
    /// What the patient asked for, without what a notice tells of already.
    pub wishes: WishesNow,
    /// What the clinic would like to hear now, what closes first first.
    pub asked: Vec<AskedLine>,
    /// The newest check-in of today, with where it is.
    pub check_in: Option<(CheckIn, Delivery)>,
    /// Set when something has waited on this phone for more than a day: how many things.
    pub waiting_long: Option<usize>,
    /// The clinic asks for signing in again; everything still works here.
    pub sign_in_again: bool,
    /// The plan in force arrived in a form that cannot be read: what is due is not known.
    pub plan_unreadable: bool,
    /// The clinic's visits and plan have not fully arrived on this phone yet, and there is nothing to show:
    /// whether something is planned is not known.
    pub first_time: bool,
}

/// The part of the day, for a greeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    /// Morning from 5, afternoon from 12, evening from 17, night from 22 until 5.
    #[must_use]
    pub const fn at_hour(hour: u32) -> Self {
        match hour {
            5..=11 => Self::Morning,
            12..=16 => Self::Afternoon,
            17..=21 => Self::Evening,
            _ => Self::Night,
        }
    }
}
