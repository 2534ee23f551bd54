//! Who drives the patient home, and what that person needs to know.

use crate::care::{Delivery, Id, Private};
use chrono::NaiveDateTime;
use chrono_tz::Tz;

/// The driver's page.
#[derive(Debug, Clone, PartialEq)]
pub struct DriverView {
    pub visit: Id,
    pub name: Option<Private>,
    pub phone: Option<Private>,
    /// It is the driver of another visit, offered to be kept for this one, too.
    pub suggested: bool,
    pub confirmed: bool,
    /// Where the confirmation is, once there is one.
    pub delivery: Option<Delivery>,
    /// `None` while the visit has no time.
    pub hand_off: Option<HandOff>,
}

/// What goes to the driver: nothing in it tells what the visit is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOff {
    /// When to be there, on the clinic's clock: not before, and by when at the latest.
    pub from: NaiveDateTime,
    pub to: NaiveDateTime,
    pub zone: Tz,
    pub zone_differs: bool,
    /// The place's name and its address, line by line.
    pub place: Vec<String>,
    /// The number to call.
    pub number: Option<String>,
    /// What helps afterwards, and what is to wait, in the clinic's words.
    pub dos: Vec<String>,
    pub donts: Vec<String>,
    /// Until when, on the clinic's clock.
    pub until: NaiveDateTime,
    /// Something the clinic wrote was left out, because it tells what the visit is for.
    pub left_out: bool,
}
