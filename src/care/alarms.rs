//! The plan of reminders: from visits, protocol and things to do to the rings of the coming days, nothing lost
//! and nothing twice.
//!
//! [`plan`] is pure: whoever calls it reads visits, marks, protocol and open things to do in one transaction,
//! calls it again after every change of them, of the patient's [`Wishes`], of the clock or of the phone's zone,
//! and hands the whole answer to whatever rings. An [`Alarm`] is rung once for its id and instant; so after a
//! change of time the same id rings again, and after a mere new reckoning it does not.
//!
//! - **Whose visits.** Those the patient can rely on (the clinic said yes). A visit that took place keeps what
//!   comes after it, its check-ins. A request, a waiting list and a cancelled visit ring nothing.
//! - **When.** As the protocol says, on the clinic's clock. A visit for which it has no reminders gets one on
//!   the evening before at 18:00; a thing to do rings on its day at 10:00, or on the evening before if that is
//!   too late. Both times are our own choice, and the patient can choose others.
//! - **Small steps** ring at the day and minute the patient chose, on the phone's clock, while they are open; looking back
//!   at them each week only if the patient asked for it, by the same clock.
//! - **How long.** `until` is when a ring is of no use any more: the cut-off it reminds of; else the cut-off it
//!   names, the arrival or the end of its day, for "tomorrow" is true on
//!   one day only; the instant a thing is due; the end of the clinic's day for a check-in and for whatever else comes
//!   after the arrival. What the clinic would like to hear rings only while it is neither done nor left out
//!   ([`super::schedule`]). A ring that is late but still of use at `window.from` is part of the plan with its past
//!   instant: it is to ring at once, if it has not.
//! - **Quiet hours** are hours on the phone's clock, for that is where the patient sleeps: a ring of a cut-off
//!   leaves them only earlier, the others as soon as they are over or, if that is too late, earlier too.

mod answers;
mod check_ins;
mod look_back;
mod quiet;
mod steps;
mod tasks;
mod visits;
mod wishes;

pub use answers::{Answer, answer};
pub use look_back::LookBack;
pub use tasks::ToDo;
pub(super) use visits::{not_before, reckoned, still_comes};
pub use wishes::{Quiet, Wishes};

use super::journal::Step;
use super::protocol::Protocol;
use super::schedule::Done;
use super::{Alarm, AlarmKind, ClockTime, Detail, Id, Marks, Shown, Visit, VisitKind};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Everything there is to be reminded of.
#[derive(Debug, Clone, Copy)]
pub struct Reasons<'a> {
    /// All visits, whatever their state and however long ago: check-ins follow a session for weeks.
    pub visits: &'a [Visit],
    /// What the clinic marked about sessions, by visit.
    pub marks: &'a BTreeMap<Id, Marks>,
    /// The zone of a visit's place, for those that keep another clock than the clinic.
    pub zones: &'a BTreeMap<Id, Tz>,
    /// Visits whose cut-offs no page shows, as where something they are reckoned from cannot be read: nothing rings
    /// that is about one or names one.
    pub withheld: &'a BTreeSet<Id>,
    /// The protocol the patient's plan follows, where it can be read.
    pub protocol: Option<&'a Protocol>,
    /// What is open, not ticked and due.
    pub to_do: &'a [ToDo],
    /// The patient's own small steps, in any state.
    pub steps: &'a [Step],
    /// What was done and left out of what the clinic would like to hear: nothing rings for it any more.
    pub done: &'a Done,
    /// The zone of the clinic's clock.
    pub clinic: Tz,
    /// The zone of the phone's clock.
    pub phone: Tz,
}

/// Which rings are wanted: those of use after `from` that ring before `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Now.
    pub from: DateTime<Utc>,
    /// At least 14 days later.
    pub until: DateTime<Utc>,
}

/// The rings of a time, the soonest first and of the same instant the most pressing, each with an id of its own.
#[must_use]
pub fn plan(reasons: &Reasons<'_>, wishes: &Wishes, window: Window) -> Vec<Alarm> {
    let mut wanted = visits::wanted(reasons, wishes);
    wanted.extend(check_ins::wanted(reasons, wishes, window));
    wanted.extend(tasks::wanted(reasons, wishes));
    wanted.extend(steps::wanted(reasons));
    wanted.extend(look_back::wanted(reasons, wishes, window));
    tell_apart(&mut wanted);
    wanted.retain(|one| wishes.wants(one.kind));
    let mut alarms: Vec<_> = wanted.into_iter().map(|one| settled(one, reasons, wishes)).collect();
    alarms.retain(|alarm| alarm.until > window.from && alarm.at < window.until);
    alarms.sort_by(|one, other| (one.at, one.until, &one.id).cmp(&(other.at, other.until, &other.id)));
    alarms
}

/// A ring as it would be if there were no quiet hours.
struct Wanted {
    id: String,
    at: DateTime<Utc>,
    until: DateTime<Utc>,
    kind: AlarmKind,
    detail: Detail,
    /// Whose quiet hours hold.
    step: VisitKind,
    /// The cut-off it reminds of: it moves only earlier, and then shows this.
    cut_off: Option<ClockTime>,
    /// What it is about has not happened before this.
    not_before: Option<DateTime<Utc>>,
}

/// The same id for two things would silence one of them; a sound protocol has none (see its findings).
fn tell_apart(wanted: &mut [Wanted]) {
    let mut seen = HashSet::new();
    for one in wanted {
        let mut count = 1;
        let id = one.id.clone();
        while !seen.insert(one.id.clone()) {
            count += 1;
            one.id = format!("{id}#{count}");
        }
    }
}

/// The ring moved out of the quiet hours, if it lies in them.
fn settled(wanted: Wanted, reasons: &Reasons<'_>, wishes: &Wishes) -> Alarm {
    let protocols = reasons.protocol.and_then(|protocol| protocol.quiet_hours(wanted.step));
    let hours = quiet::Hours::of(wishes.quiet, protocols, reasons.phone);
    let moved = hours.map_or((wanted.at, wanted.until), |hours| hours.settle(&wanted, reasons.clinic));
    let shown = match wanted.cut_off {
        Some(clock) if moved.0 != wanted.at => Shown::WithTime(clock),
        _ => Shown::Plain,
    };
    let (at, until) = moved;
    Alarm { id: wanted.id, at, until, kind: wanted.kind, shown, detail: wanted.detail }
}
