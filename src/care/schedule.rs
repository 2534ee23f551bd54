//! What the clinic would like to hear, and until when: each thing asked once, never twice, and never owed.
//!
//! [`asked`] is pure, and reckons from the same points in time as the reminders: a ring and what it asks for can
//! not drift apart. A [`Due`] keeps its key in every reckoning and follows a session that moves; a session that is
//! cancelled takes its dues along. What the patient did or left out is told by [`Done`]; what was not done within
//! its time is simply over: there is no overdue, no count and nothing to catch up.
//!
//! How long each is open is our own choice, for the clinic's clinicians to decide (all on the clinic's clock):
//!
//! - **The daily check-in** from its clock time until the end of that day. One made earlier on that day counts.
//! - **A point around a session** from its instant until the next point of that session or the end of the day
//!   after, whichever is first: a point tells how somebody is around then, and two points must not share one answer.
//! - **A form** from its instant until the end of the second day after, and one finished earlier on the first day
//!   counts. GAD-7 and PHQ-9 ask about two weeks (care/instruments.md): three days later a fifth of those two weeks
//!   lies behind the point the clinic chose, and periods before and after a session would mix.
//! - **Before a session** everything closes at the arrival: what is answered after it says nothing about before.
//!
//! One check-in, or one form finished, settles everything that was open for it, whichever way it was opened.

mod done;
mod items;
mod points;

pub use done::{Done, FinishedForm};
pub use items::{item_of, key_of};
pub(super) use points::{Asking, askings};

use super::Id;
use super::alarms::{Reasons, Window, Wishes};
use super::protocol::{CheckInPlan, Protocol};
use chrono::{DateTime, Utc};
use std::collections::{BTreeSet, HashSet};

/// One thing the clinic would like to hear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Unique, and the same in every reckoning of the same visits: `VISIT.check-in:week-two/form:GAD-7`.
    pub key: String,
    pub what: What,
    /// The clinic likes to hear it and does not ask for it: it never rings.
    pub optional: bool,
    /// Not shown before.
    pub from: DateTime<Utc>,
    /// Over from then on.
    pub until: DateTime<Utc>,
    /// What was done from then on counts; not after `from`.
    pub counts_from: DateTime<Utc>,
    /// The visit it belongs to, unless it is of a day.
    pub visit: Option<Id>,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    CheckIn,
    /// How body and mind feel after a session.
    SideEffects,
    /// Words to keep from the session.
    Capture,
    /// To look at the intention once more.
    Intention,
    /// A form, by the name the protocol gives it.
    Form(String),
}

impl What {
    /// What the protocol means by an item of its check-ins; every name that is not the protocol's own is a form's.
    #[must_use]
    pub fn of(item: &str) -> Self {
        match item {
            "mood_0_10" | "anxiety_0_10" | "sleep_hours" | "one_word" | "feelings" => Self::CheckIn,
            "side_effects" => Self::SideEffects,
            "capture" => Self::Capture,
            "intention_view" => Self::Intention,
            form => Self::Form(form.to_owned()),
        }
    }

    fn key(&self) -> String {
        match self {
            Self::CheckIn => "check-in".to_owned(),
            Self::SideEffects => "side-effects".to_owned(),
            Self::Capture => "capture".to_owned(),
            Self::Intention => "intention".to_owned(),
            Self::Form(name) => format!("form:{name}"),
        }
    }
}

/// What is open now, the same thing asked for by several points only once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The one that closes first; `optional` only if all of them are.
    pub due: Due,
    /// The keys of all of them: who leaves it out leaves all of them out.
    pub keys: Vec<String>,
}

/// The forms the check-ins of a protocol name, each once.
#[must_use]
pub fn forms(protocol: &Protocol) -> BTreeSet<String> {
    let CheckInPlan { daily, session, .. } = &protocol.checkins;
    let of_day = daily.iter().flat_map(|daily| daily.items.iter().chain(&daily.optional));
    let of_points = session.iter().flat_map(|point| point.items.iter().chain(&point.optional));
    let all = of_day.chain(of_points).map(|item| What::of(item));
    all.filter_map(|what| if let What::Form(name) = what { Some(name) } else { None }).collect()
}

/// Everything asked that is open at some instant of `window`, done or not, soonest first, each key once.
#[must_use]
pub fn asked(reasons: &Reasons<'_>, wishes: &Wishes, window: Window) -> Vec<Due> {
    let mut seen = HashSet::new();
    let all = askings(reasons, wishes, window).into_iter().flat_map(|asking| asking.dues);
    let mut dues: Vec<_> = all
        .filter(|due| due.until > window.from && due.from < window.until)
        .filter(|due| seen.insert(due.key.clone()))
        .collect();
    dues.sort_by(|one, other| (one.from, one.until, &one.key).cmp(&(other.from, other.until, &other.key)));
    dues
}

/// What is open at `now` and neither done nor left out, what closes first first.
#[must_use]
pub fn open(reasons: &Reasons<'_>, wishes: &Wishes, now: DateTime<Utc>) -> Vec<Open> {
    let until = now.checked_add_signed(chrono::TimeDelta::milliseconds(1)).unwrap_or(now);
    let mut dues = asked(reasons, wishes, Window { from: now, until });
    dues.retain(|due| !reasons.done.settles(due));
    dues.sort_by(|one, other| (one.until, &one.what, &one.key).cmp(&(other.until, &other.what, &other.key)));
    let mut open: Vec<Open> = Vec::new();
    for due in dues {
        match open.iter_mut().find(|known| known.due.what == due.what) {
            Some(known) => {
                known.due.optional &= due.optional;
                known.keys.push(due.key);
            }
            None => open.push(Open { keys: vec![due.key.clone()], due }),
        }
    }
    open
}
