//! After an answer above zero to the question about harming oneself: what is true about the clinic knowing it, and how
//! long the card with whom to call stays in sight.
//!
//! The phone watches over nobody. It says whether the clinic's server has the answer, whether the clinic marked it as
//! seen, and when it is time to call instead of waiting.

use super::{Alarm, AlarmKind, Delivery, Detail, Id, Shown, protocol::Safety};
use chrono::{DateTime, TimeDelta, Utc};

/// What is true about the clinic and one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Practice: there is no clinic to tell.
    Practice,
    /// It has not left the phone, and not long ago.
    NotYet,
    /// It has not reached the clinic within the time the clinic set: time to call.
    Unreached,
    /// The clinic's server does not take it: time to call.
    Refused,
    /// The clinic's server has had it since then. Nobody need have read it.
    Sent(DateTime<Utc>),
    /// The clinic marked it as seen, at the time it gave, if it gave one.
    Seen(Option<DateTime<Utc>>),
}

/// One answer, and what is known of its way to the clinic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    /// When it was answered.
    pub answered: DateTime<Utc>,
    pub delivery: Delivery,
    /// Since when the server refuses it, if it does and that is known.
    pub refused_at: Option<DateTime<Utc>>,
    /// The clinic marked it as seen, at the time it gave, if it gave one.
    pub seen: Option<Option<DateTime<Utc>>>,
    /// When the patient put the card away.
    pub dismissed: Option<DateTime<Utc>>,
}

impl Told {
    /// True if waiting is over: the patient should call.
    #[must_use]
    pub const fn should_call(self) -> bool {
        matches!(self, Self::Unreached | Self::Refused)
    }

    /// How little the clinic can know: of several answers the least known one counts.
    const fn doubt(self) -> u8 {
        match self {
            Self::Refused => 5,
            Self::Unreached => 4,
            Self::NotYet => 3,
            Self::Sent(_) => 2,
            Self::Seen(_) => 1,
            Self::Practice => 0,
        }
    }
}

impl Answered {
    /// When it is time to call, if nothing arrives until then.
    #[must_use]
    pub fn call_at(&self, rules: &Safety) -> DateTime<Utc> {
        later(self.answered, rules.call_after())
    }

    /// What is true at `now`. A clock that went back to before the answer makes nothing younger: then it counts as too
    /// late.
    #[must_use]
    pub fn told(&self, rules: &Safety, now: DateTime<Utc>) -> Told {
        match (self.delivery, self.seen) {
            (Delivery::StaysHere, _) => Told::Practice,
            (Delivery::Sent(_), Some(at)) => Told::Seen(at),
            (Delivery::Sent(at), None) => Told::Sent(at),
            (Delivery::NeedsAttention(_), _) => Told::Refused,
            (Delivery::OnThisPhone, _) if (self.answered..self.call_at(rules)).contains(&now) => Told::NotYet,
            (Delivery::OnThisPhone, _) => Told::Unreached,
        }
    }

    /// True while the card belongs on the first page: until it was put away, or until its hours are over and the
    /// clinic's server has the answer. Put away before it was time to call, it comes back for that, once.
    #[must_use]
    pub fn is_pinned(&self, rules: &Safety, now: DateTime<Utc>) -> bool {
        let told = self.told(rules, now);
        let news = match told {
            Told::Unreached => Some(self.call_at(rules)),
            Told::Refused => self.refused_at,
            _ => None,
        };
        if let Some(put_away) = self.dismissed {
            return news.is_some_and(|at| at > put_away && at <= now);
        }
        let waits = matches!(told, Told::NotYet | Told::Unreached | Told::Refused);
        waits || now < later(self.answered, rules.pinned_for())
    }
}

/// What is true about several answers of one form: no more than what is true about each of them. `None` without any.
#[must_use]
pub fn of_all(answers: &[Answered], rules: &Safety, now: DateTime<Utc>) -> Option<Told> {
    let told = answers.iter().map(|answer| answer.told(rules, now));
    told.max_by_key(|told| match told {
        Told::Sent(at) => (told.doubt(), Some(*at)),
        Told::Seen(at) => (told.doubt(), *at),
        _ => (told.doubt(), None),
    })
}

/// The ring that says that it is time to call: while an answer of `form` is not with the clinic and the patient has not
/// put the card away knowing that. Quiet hours do not hold for it, and its words on a locked screen are neutral like all.
#[must_use]
pub fn alarm(form: &Id, answers: &[Answered], rules: &Safety) -> Option<Alarm> {
    let times = answers.iter().filter_map(|answer| {
        let at = match answer.delivery {
            Delivery::OnThisPhone => answer.call_at(rules),
            Delivery::NeedsAttention(_) => answer.refused_at?,
            Delivery::Sent(_) | Delivery::StaysHere => return None,
        };
        answer.dismissed.is_none_or(|put_away| put_away < at).then_some(at)
    });
    let at = times.min()?;
    Some(Alarm {
        id: format!("safety:{form}"),
        at,
        until: later(at, rules.pinned_for()),
        kind: AlarmKind::Call,
        shown: Shown::Plain,
        detail: Detail::Unreached,
    })
}

fn later(at: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    at.checked_add_signed(by).unwrap_or(DateTime::<Utc>::MAX_UTC)
}
