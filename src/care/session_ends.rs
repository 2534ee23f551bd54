//! How long what protects a patient after a session holds: always until the latest instant in question.

use super::protocol::{Anchor, Origin, Protocol};
use super::{SessionTimes, VisitKind, time};
use chrono::{DateTime, NaiveTime, Utc};

/// When the morning begins where no quiet hours say it (protocol.md: quiet hours "to 07:00", clinic decides).
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(7, 0, 0) {
    Some(morning) => morning,
    None => NaiveTime::MIN,
};

impl SessionTimes {
    /// The same session as though it ended at `end`.
    #[must_use]
    pub const fn ending(&self, end: DateTime<Utc>) -> Self {
        Self { end, ..*self }
    }

    /// When the card of the first 24 hours is over: the latest of what the protocol's own rule and the morning
    /// after say, each for every end there is: the one the clinic marked, the one reckoned, and `stated`, the
    /// visit's own end (protocol.md: "until next morning after sleep .. 24 h; the app shows the later").
    #[must_use]
    pub fn card_until(&self, protocol: &Protocol, stated: Option<DateTime<Utc>>) -> DateTime<Utc> {
        let ends = [Some(self.end), Some(self.planned_end), stated].into_iter().flatten();
        let limits = ends.flat_map(|end| {
            let rule = self.ending(end).card_rule(protocol);
            [rule, Some(self.ending(end).morning_after(protocol))]
        });
        limits.flatten().max().unwrap_or(self.end)
    }

    /// What the protocol's own rule says about the end of the card, by this session's end alone.
    #[must_use]
    pub fn card_rule(&self, protocol: &Protocol) -> Option<DateTime<Utc>> {
        self.instant(protocol, &protocol.first_24h_card.until)
    }

    /// When the quiet hours end on the clinic's next day after the session, whether or not anybody slept.
    #[must_use]
    pub fn morning_after(&self, protocol: &Protocol) -> DateTime<Utc> {
        let clock = protocol.quiet_hours(VisitKind::Session).map_or(MORNING, |quiet| quiet.to.time());
        let next = time::day_after(time::day_of(self.end, self.zone), self.zone);
        time::instant_of(next.and_time(clock), self.zone)
    }

    /// When soft mode ends by itself: at the protocol's first check-in after the end of the session; where it
    /// has none, together with the card.
    #[must_use]
    pub fn soft_until(&self, protocol: &Protocol, stated: Option<DateTime<Utc>>) -> DateTime<Utc> {
        let after =
            protocol.checkins.session.iter().filter(|point| point.at.from == Origin::Anchor(Anchor::End));
        let instants = after.filter_map(|point| self.instant(protocol, &point.at));
        let first = instants.filter(|at| *at > self.end).min();
        first.unwrap_or_else(|| self.card_until(protocol, stated))
    }
}
