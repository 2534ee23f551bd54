//! Booking: the free times with their age, what the patient asked for and how it stands, and what can be done about a visit.

use super::{Door, HelpNumber, SyncTrouble, VisitView};
use crate::care::{
    Contact, Id, Private, VisitKind,
    booking::{CancelState, NotOffered, Notice, PartOfDay, Sought, Wish, WishState},
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// The free times that fit what is sought, by day.
#[derive(Debug, Clone, PartialEq)]
pub struct FreeTimes {
    pub door: Door,
    pub sought: Sought,
    /// The visit that is to be moved, where one is: it stays until the clinic confirmed another time.
    pub moving: Option<VisitView>,
    /// When the clinic was last asked for these times, all of them; `None` if it never was.
    pub as_of: Option<DateTime<Utc>>,
    /// They were asked for so lately that they can be shown as free. Else they are the last known: a time can still be
    /// asked for, and the clinic says whether it is still free.
    pub fresh: bool,
    /// They are being asked for just now.
    pub asking: bool,
    /// Why they could not be asked for the last time; `None` once they were.
    pub trouble: Option<SyncTrouble>,
    /// The days on which there is a time, the soonest first. Days of the clinic's calendar.
    pub days: Vec<FreeDay>,
    /// How many weeks from now these are, and whether more can be asked for.
    pub weeks: u32,
    pub more: bool,
    /// How many times there are of this kind, whatever else is sought.
    pub of_kind: usize,
    /// How many times arrived in a form that cannot be read.
    pub unreadable: usize,
    /// What can be chosen from: everybody who has times of this kind, by name.
    pub clinicians: Vec<(Id, String)>,
    /// Every place with times of this kind, by name.
    pub places: Vec<(Id, String)>,
    /// Every part of the day with times of this kind, in order.
    pub parts: Vec<PartOfDay>,
    /// The clinic's rules on notice, for the visit that is to be moved.
    pub notice: Notice,
    /// Ways to call the clinic.
    pub call: Vec<HelpNumber>,
}

impl FreeTimes {
    /// How many weeks are asked for at first.
    pub const WEEKS: u32 = 4;
    /// No more weeks than these are looked at.
    pub const MOST_WEEKS: u32 = 16;
}

/// Which kinds of visits there are times for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookableKinds {
    pub door: Door,
    /// Those the clinic is known to keep times for, in the order of care; none while nothing is known.
    pub kinds: Vec<VisitKind>,
}

/// A day with its times.
#[derive(Debug, Clone, PartialEq)]
pub struct FreeDay {
    pub day: NaiveDate,
    /// The soonest first; those that are not offered among them.
    pub times: Vec<FreeTimeLine>,
}

/// One time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeTimeLine {
    pub kind: VisitKind,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    /// What [`crate::app::NewWish`] wants of it.
    pub slots: Vec<Id>,
    /// Names of the clinicians.
    pub with: Vec<String>,
    pub place_name: Option<String>,
    /// The zone the place keeps its clock in: every time is shown in it.
    pub zone: Tz,
    /// True when the phone keeps another clock then, so the zone has to be said and the phone's time shown beside it.
    pub zone_differs: bool,
    /// Why it is not offered; `None` if it is.
    pub refused: Option<NotOffered>,
}

/// Everything the patient asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bookings {
    /// What is still to be answered by the clinic or the patient, the newest first.
    pub open: Vec<WishLine>,
    /// What was answered, the newest first; at most [`Bookings::ENDED`].
    pub ended: Vec<WishLine>,
}

impl Bookings {
    /// How many that were answered are listed.
    pub const ENDED: usize = 20;
}

/// What was asked for, as Today tells it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WishesNow {
    /// Where the next step is the patient's, the newest first.
    pub yours: Vec<WishLine>,
    /// What somebody else is to answer, the newest first.
    pub waiting: Vec<WishLine>,
    /// Of `yours`: those of which the clinic's last word cannot be read, so that how they stand is not known.
    pub unreadable: Vec<Id>,
}

/// One wish.
#[derive(Debug, Clone, PartialEq)]
pub struct WishLine {
    pub wish: Wish,
    pub state: WishState,
    /// The visit it is in the clinic's records by now, asked for or confirmed: what shows both shows one of them.
    pub visit: Option<Id>,
    /// The visit it is to take the place of, as it stands now; `None` where there is none or it is gone.
    pub replaces: Option<VisitView>,
    /// Names of the clinicians asked for.
    pub with: Vec<String>,
    pub place_name: Option<String>,
    pub zone: Tz,
    /// True when the phone keeps another clock at that time.
    pub zone_differs: bool,
    /// It can be taken back: nobody has answered it.
    pub can_take_back: bool,
}

/// One wish on a page of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct WishView {
    pub line: WishLine,
    /// The clinic's last word on it arrived in a form that cannot be read: `line` is older.
    pub unreadable: bool,
    /// The clinic said yes, and its server did not give up the visit this one was to take the place of: the patient has both.
    pub has_both: bool,
    /// Where the clinic said no: the times nearest to what was asked for, at most [`WishView::NEAREST`].
    pub nearest: Vec<FreeTimeLine>,
    /// When these were asked for, and whether that is lately.
    pub as_of: Option<DateTime<Utc>>,
    pub fresh: bool,
    /// Ways to call the clinic.
    pub call: Vec<HelpNumber>,
}

impl WishView {
    /// How many of the nearest times are shown.
    pub const NEAREST: usize = 3;
}

/// What can be done about a visit, and what is under way.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitBooking {
    pub door: Door,
    pub visit: VisitView,
    /// It is ahead and certain, so it can be moved and cancelled.
    pub can_change: bool,
    pub notice: Notice,
    /// The wish that this visit came from, while it is not answered.
    pub asked: Option<WishLine>,
    /// Another time asked for in place of this one, not answered yet.
    pub moving: Option<WishLine>,
    /// A place on the list for an earlier time than this one's.
    pub waiting: Option<WishLine>,
    /// The patient cancelled it: how that stands, and what they wrote.
    pub cancelling: Option<CancelLine>,
    /// What is written about why it is to be cancelled: on the page that does so, or with a cancellation that came to nothing.
    pub reason: Option<Private>,
    /// Ways to call the place or the clinic.
    pub contacts: Vec<Contact>,
}

/// A cancellation.
#[derive(Debug, Clone, PartialEq)]
pub struct CancelLine {
    pub state: CancelState,
    pub reason: Option<Private>,
    pub made: DateTime<Utc>,
    /// Until this instant it can be taken back as if it had never been.
    pub undo_until: Option<DateTime<Utc>>,
}
