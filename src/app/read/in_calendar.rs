//! A visit and the patient's own calendar, as the page of the visit shows it.

use crate::care::CalendarStep;
use chrono_tz::Tz;

/// What can be done about a visit and the patient's calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitInCalendar {
    pub step: CalendarStep,
    /// The clinic's zone: its times are shown in it, and stand in the file with it.
    pub zone: Tz,
    /// The same where the phone's clock shows another time then, so it has to be said.
    pub elsewhere: Option<Tz>,
    /// The name and the address of the place in one line, where the clinic gave one.
    pub place: Option<String>,
}
