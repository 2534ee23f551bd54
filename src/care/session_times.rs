//! The instants of one visit that its protocol reckons from, and the cut-offs and moments reckoned from them.

use super::protocol::{Anchor, Instruction, Moment, Origin, Protocol};
use super::{ClockTime, Visit, VisitKind, time};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// What the clinic marked about a session as it took place; nothing before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    pub injection: Option<DateTime<Utc>>,
    /// The patient left the clinic.
    pub end: Option<DateTime<Utc>>,
}

impl Marks {
    /// The marks without those that are of another time of the visit: one made before the patient was to be there
    /// at `arrival` is, as after the visit was moved.
    fn fitting(self, arrival: DateTime<Utc>) -> Self {
        let fits = |marked: &DateTime<Utc>| *marked > arrival;
        Self { injection: self.injection.filter(fits), end: self.end.filter(fits) }
    }
}

/// The instants of one visit from which its protocol reckons everything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionTimes {
    /// When the patient is asked to be there.
    pub arrival: DateTime<Utc>,
    /// As the clinic marked it, else reckoned from the start and the centering before it.
    pub injection: DateTime<Utc>,
    /// As the clinic marked it, else reckoned from the injection.
    pub end: DateTime<Utc>,
    /// The end as it is reckoned where the clinic marked nothing.
    pub planned_end: DateTime<Utc>,
    /// When the visit was booked, if that is known.
    pub booking: Option<DateTime<Utc>>,
    /// The zone of the clinic's clock.
    pub zone: Tz,
}

/// From the injection until the patient leaves, while nobody marked it (protocol.md: "else injection + 2 h").
const INJECTION_TO_END: TimeDelta = TimeDelta::hours(2);

/// An instant after which something is not wanted any more, until the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutOff {
    /// The instruction's id; for the rule about large meals the name of its field.
    pub id: String,
    pub what: CutOffKind,
    pub at: DateTime<Utc>,
    /// The id of the instruction it comes from.
    pub instruction: String,
}

impl CutOff {
    /// The cut-off as the clinic's clock shows it.
    #[must_use]
    pub fn clock(&self, zone: Tz) -> ClockTime {
        ClockTime::of(self.at, zone)
    }
}

/// What must have ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CutOffKind {
    /// A large or fatty meal.
    LargeMeal,
    /// Any food.
    Food,
    /// Clear drinks: from then on nothing by mouth.
    ClearDrinks,
    Alcohol,
    Cannabis,
    /// A rule of the clinic's own, in its own words.
    Other,
}

/// The name of the field that holds the earlier rule for large meals.
const LARGE_MEAL: &str = "fatty_meal_hours";

const KINDS: [(&str, CutOffKind); 4] = [
    ("fast_solids", CutOffKind::Food),
    ("fast_clear", CutOffKind::ClearDrinks),
    ("alcohol", CutOffKind::Alcohol),
    ("cannabis", CutOffKind::Cannabis),
];

impl CutOffKind {
    /// What ends where the instruction with this id begins to hold.
    #[must_use]
    pub fn of(instruction: &str) -> Self {
        KINDS.iter().find(|(id, _)| *id == instruction).map_or(Self::Other, |(_, kind)| *kind)
    }
}

impl SessionTimes {
    /// The instants of a visit of `kind` that starts at `start`, in the clinic's `zone`.
    ///
    /// `None` beyond the calendar.
    #[must_use]
    pub fn of(
        protocol: &Protocol,
        kind: VisitKind,
        start: DateTime<Utc>,
        booking: Option<DateTime<Utc>>,
        marks: Marks,
        zone: Tz,
    ) -> Option<Self> {
        let arrival = start.checked_sub_signed(protocol.arrive_early(kind))?;
        let marks = marks.fitting(arrival);
        let injection = match marks.injection {
            Some(marked) => marked,
            None => start.checked_add_signed(protocol.centering(kind))?,
        };
        let planned_end = injection.checked_add_signed(INJECTION_TO_END)?;
        let end = marks.end.unwrap_or(planned_end);
        Some(Self { arrival, injection, end, planned_end, booking, zone })
    }

    /// The instants of `visit` as the clinic wrote it; `None` while it has no time.
    #[must_use]
    pub fn of_visit(protocol: &Protocol, visit: &Visit, marks: Marks, zone: Tz) -> Option<Self> {
        Self::of(protocol, visit.kind, visit.start?, visit.booked, marks, zone)
    }

    /// The instant of an anchor; `None` for a booking nobody knows.
    #[must_use]
    pub const fn anchor(&self, anchor: Anchor) -> Option<DateTime<Utc>> {
        match anchor {
            Anchor::Arrival => Some(self.arrival),
            Anchor::Injection => Some(self.injection),
            Anchor::End => Some(self.end),
            Anchor::Booking => self.booking,
        }
    }

    /// The instant of a moment of the protocol; `None` where its anchor is not known or has no time.
    #[must_use]
    pub fn instant(&self, protocol: &Protocol, moment: &Moment) -> Option<DateTime<Utc>> {
        let from = match &moment.from {
            Origin::Anchor(anchor) => self.anchor(*anchor)?,
            Origin::Instruction(id) => self.begins(protocol.instruction(id)?)?,
        };
        let reached = moment.offset.after(from, self.zone)?;
        Some(match moment.clock {
            Some(clock) => {
                time::instant_of(time::day_of(reached, self.zone).and_time(clock.time()), self.zone)
            }
            None => reached,
        })
    }

    /// When an instruction begins to hold; `None` for one without a time, or that nobody has signed.
    #[must_use]
    pub fn begins(&self, instruction: &Instruction) -> Option<DateTime<Utc>> {
        if instruction.is_locked() {
            return None;
        }
        self.arrival.checked_sub_signed(instruction.before_arrival()?)
    }

    /// The cut-offs before a visit of `kind`, the earliest first; of the same instant in the protocol's order.
    #[must_use]
    pub fn cut_offs(&self, protocol: &Protocol, kind: VisitKind) -> Vec<CutOff> {
        let mut found = Vec::new();
        for instruction in protocol.phase(kind).map(|phase| &phase.instructions).into_iter().flatten() {
            let large_meal = instruction
                .fatty_meal_hours
                .as_ref()
                .filter(|_| !instruction.is_locked())
                .and_then(|hours| self.arrival.checked_sub_signed(hours.value.length()))
                .map(|at| (LARGE_MEAL, CutOffKind::LargeMeal, at));
            let what = CutOffKind::of(&instruction.id);
            let own = self.begins(instruction).map(|at| (instruction.id.as_str(), what, at));
            found.extend(large_meal.into_iter().chain(own).map(|(id, what, at)| CutOff {
                id: id.to_owned(),
                what,
                at,
                instruction: instruction.id.clone(),
            }));
        }
        found.sort_by_key(|cut_off| cut_off.at);
        found
    }
}
