//! The clinic's rules about when which visit may be: each time is offered, or says plainly why not.

use super::FreeTime;
use crate::care::{
    Id, Visit, VisitKind, VisitState,
    protocol::{Phase, PhaseVisit, Protocol, Window},
    time,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

/// Why a time is not offered. All instants are starts of visits; days are the clinic's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOffered {
    /// It has begun.
    Past,
    /// The clinic takes none that begin before this instant.
    TooSoon { from: DateTime<Utc> },
    /// The visit needs so many clinicians, and fewer are free then.
    TooFewClinicians { needed: usize, free: usize },
    /// The clinic's rules, or the visits they are about, arrived in a form that cannot be read.
    RulesUnknown,
    /// Another visit of this patient is at that time.
    Busy { start: DateTime<Utc> },
    /// So many preparation visits have to be before a session; so many are certain by then.
    NeedsPreparation { needed: u32, certain: u32 },
    /// It would come after the session it prepares for.
    AfterSession { start: DateTime<Utc> },
    /// There have to be so many days between two sessions, and the other one is then.
    NearSession { start: DateTime<Utc>, days: u32 },
    /// There is no session before it to look back on.
    NoSession,
    /// It is not in the days after a session in which the clinic wants it. The nearest of them, both included.
    OutsideWindow { from: NaiveDate, until: NaiveDate },
}

/// What the clinic asks of one kind of visit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// How many clinicians have to be there.
    pub clinicians: usize,
    unknown: bool,
    ahead: TimeDelta,
    preparations: u32,
    spacing: Option<u32>,
    after_session: bool,
    /// Empty where it may be on any day after a session.
    windows: Vec<Window>,
}

impl Rules {
    /// What `protocol` says of visits of `kind`; without a protocol nothing is asked.
    #[must_use]
    pub fn of(protocol: Option<&Protocol>, kind: VisitKind) -> Self {
        let Some(protocol) = protocol else { return Self { clinicians: 1, ..Self::default() } };
        let visits = || protocol.phase(kind).into_iter().flat_map(Phase::visits);
        let clinicians = visits().filter_map(|visit| visit.clinicians.as_ref()).map(|set| set.value).max();
        let for_all = protocol.booking.as_ref().and_then(|booking| booking.ahead_hours.as_ref());
        let of_kind = visits().filter_map(|visit| visit.ahead_hours.as_ref()).max_by_key(|set| set.value);
        let ahead = of_kind.or(for_all);
        let spacing = protocol.program.as_ref().and_then(|program| program.spacing_days.as_ref());
        let after_session = |visit: &PhaseVisit| {
            let phase = visit.offset_from.as_ref();
            let phase = phase.and_then(|id| protocol.phases.iter().find(|phase| phase.id == *id));
            phase.and_then(Phase::kind) == Some(VisitKind::Session)
        };
        let mut after = visits().filter(|visit| after_session(visit)).peekable();
        let is_after = after.peek().is_some();
        let windows: Option<Vec<_>> = after.map(|visit| visit.window.clone()).collect();
        Self {
            clinicians: clinicians.map_or(1, |set| usize::try_from(set).unwrap_or(usize::MAX)).max(1),
            unknown: false,
            ahead: ahead.map_or(TimeDelta::zero(), |set| set.value.length()),
            preparations: if matches!(kind, VisitKind::Session | VisitKind::Preparation) {
                preparations(protocol)
            } else {
                0
            },
            spacing: spacing.filter(|_| kind == VisitKind::Session).map(|set| set.value),
            after_session: is_after,
            windows: windows.unwrap_or_default(),
        }
    }

    /// The clinic has rules that cannot be read: nothing is offered by guessing at them.
    #[must_use]
    pub fn unknown() -> Self {
        Self { clinicians: 1, unknown: true, ..Self::default() }
    }

    /// The earliest start that can be asked for at `now`.
    #[must_use]
    pub fn earliest(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now.checked_add_signed(self.ahead).unwrap_or(now)
    }

    /// Why `free` is not offered at `now`; `None` if it is. `visits` are all of this patient's, of which the one that is
    /// to be moved (`moved`) does not stand in the way of its new time. `zone` is the clinic's.
    #[must_use]
    pub fn refuse(
        &self,
        free: &FreeTime,
        visits: &[Visit],
        moved: Option<&Id>,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Option<NotOffered> {
        if free.start <= now {
            return Some(NotOffered::Past);
        }
        if self.unknown {
            return Some(NotOffered::RulesUnknown);
        }
        if free.refused.is_some() {
            return free.refused;
        }
        let from = self.earliest(now);
        if free.start < from {
            return Some(NotOffered::TooSoon { from });
        }
        let others: Vec<_> = visits.iter().filter(|visit| Some(&visit.id) != moved).collect();
        busy(free, &others)
            .or_else(|| match free.kind {
                VisitKind::Session => {
                    self.unprepared(free, &others).or_else(|| self.near_session(free, &others, zone))
                }
                VisitKind::Preparation => self.after_its_session(free, &others, now),
                _ => None,
            })
            .or_else(|| self.outside(free, &others, zone))
    }

    fn unprepared(&self, free: &FreeTime, others: &[&Visit]) -> Option<NotOffered> {
        let certain = prepared_by(free.start, others);
        (certain < self.preparations)
            .then_some(NotOffered::NeedsPreparation { needed: self.preparations, certain })
    }

    /// A session that is certain and would be without its preparation keeps it before itself.
    fn after_its_session(
        &self,
        free: &FreeTime,
        others: &[&Visit],
        now: DateTime<Utc>,
    ) -> Option<NotOffered> {
        let sessions = standing(others, VisitKind::Session).filter_map(|session| session.start);
        let ahead = sessions.filter(|start| *start > now && *start < free.end);
        let start = ahead.filter(|start| prepared_by(*start, others) < self.preparations).min()?;
        Some(NotOffered::AfterSession { start })
    }

    fn near_session(&self, free: &FreeTime, others: &[&Visit], zone: Tz) -> Option<NotOffered> {
        let days = self.spacing?;
        let day = time::day_of(free.start, zone);
        let near = |start: &DateTime<Utc>| {
            (time::day_of(*start, zone) - day).num_days().unsigned_abs() < u64::from(days)
        };
        let sessions = others.iter().filter(|visit| visit.kind == VisitKind::Session && is_planned(visit));
        let start = sessions
            .filter_map(|visit| visit.start)
            .filter(near)
            .min_by_key(|start| (*start - free.start).abs())?;
        Some(NotOffered::NearSession { start, days })
    }

    fn outside(&self, free: &FreeTime, others: &[&Visit], zone: Tz) -> Option<NotOffered> {
        if !self.after_session {
            return None;
        }
        let sessions: Vec<_> = standing(others, VisitKind::Session)
            .filter_map(|session| session.start)
            .filter(|start| *start < free.start)
            .collect();
        if sessions.is_empty() {
            return Some(NotOffered::NoSession);
        }
        let all = sessions
            .iter()
            .flat_map(|start| self.windows.iter().filter_map(|window| window.around(*start, zone)));
        let nearest = all.min_by_key(|(from, until)| distance(free.start, *from, *until))?;
        let (from, until) = nearest;
        if distance(free.start, from, until) == TimeDelta::zero() {
            return None;
        }
        let last = until.checked_sub_signed(TimeDelta::seconds(1)).unwrap_or(until);
        Some(NotOffered::OutsideWindow { from: time::day_of(from, zone), until: time::day_of(last, zone) })
    }
}

/// How many preparation visits the protocol plans, as far as it says how many.
fn preparations(protocol: &Protocol) -> u32 {
    let visits = protocol.phase(VisitKind::Preparation).into_iter().flat_map(Phase::visits);
    visits.filter_map(|visit| visit.count.as_ref()).fold(0, |sum, count| sum.saturating_add(count.value))
}

/// How many preparation visits are certain and over by `start`.
fn prepared_by(start: DateTime<Utc>, visits: &[&Visit]) -> u32 {
    let before = |visit: &&Visit| visit.end.or(visit.start).is_some_and(|end| end <= start);
    u32::try_from(standing(visits, VisitKind::Preparation).filter(before).count()).unwrap_or(u32::MAX)
}

/// The visits of `kind` the clinic said yes to.
fn standing<'a>(visits: &'a [&'a Visit], kind: VisitKind) -> impl Iterator<Item = &'a Visit> {
    visits.iter().copied().filter(move |visit| visit.kind == kind && visit.state.stands())
}

/// It takes place or may.
fn is_planned(visit: &Visit) -> bool {
    visit.state.stands() || visit.state == VisitState::Requested
}

/// Another visit that overlaps, without those that are over: one that ended early is in nobody's way.
fn busy(free: &FreeTime, others: &[&Visit]) -> Option<NotOffered> {
    let open = |visit: &&&Visit| is_planned(visit) && visit.state != VisitState::Finished;
    let mut open = others.iter().filter(open);
    open.find_map(|visit| {
        let start = visit.start?;
        let end = visit.end.filter(|end| *end > start).unwrap_or(start + TimeDelta::minutes(1));
        (start < free.end && free.start < end).then_some(NotOffered::Busy { start })
    })
}

/// How far `at` is from the stretch that begins with `from` and ends before `until`.
fn distance(at: DateTime<Utc>, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
    if at < from {
        from - at
    } else if at >= until {
        at - until + TimeDelta::seconds(1)
    } else {
        TimeDelta::zero()
    }
}
