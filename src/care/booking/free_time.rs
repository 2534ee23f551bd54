//! A free time: one slot, or several that start and end together where a visit needs more than one clinician.

use super::{NotOffered, Party, Schedule, Slot, SlotState};
use crate::care::{Id, VisitKind};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// A time a patient may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeTime {
    pub kind: VisitKind,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    /// The slots it takes, all of them or none.
    pub slots: Vec<Id>,
    /// Who would be there, one for each slot.
    pub with: Vec<Party>,
    pub place: Option<Id>,
    /// Why it is not offered; `None` if it is.
    pub refused: Option<NotOffered>,
}

/// The free times of `kind` among `slots`, soonest first, none of them judged yet.
///
/// `clinicians`: how many have to be there. Where it is one, each clinician's time stands by itself; where it is more,
/// slots of different clinicians are laid together that start and end at the same instants at the same place, and a time
/// at which fewer are free is there with that as its reason. `wished` comes first among those who could be chosen, then
/// those of `team`, so that a patient meets who they know; each clinician's own id decides what is left, so that the same
/// slots always make the same times.
#[must_use]
pub fn together(
    slots: &[Slot],
    schedules: &[Schedule],
    kind: VisitKind,
    clinicians: usize,
    wished: Option<&Id>,
    team: &[Id],
) -> Vec<FreeTime> {
    let schedules: BTreeMap<_, _> = schedules.iter().map(|schedule| (&schedule.id, schedule)).collect();
    let mut open: BTreeMap<Key<'_>, Vec<Open<'_>>> = BTreeMap::new();
    for slot in slots.iter().filter(|slot| slot.state == SlotState::Free && slot.start < slot.end) {
        let Some(schedule) = schedules.get(&slot.schedule).filter(|schedule| schedule.active) else {
            continue;
        };
        let kinds = if slot.kinds.is_empty() { &schedule.kinds } else { &slot.kinds };
        if kinds.contains(&kind) {
            let key = (slot.start, slot.end, schedule.place.as_ref());
            open.entry(key).or_default().push(Open { slot: &slot.id, with: &schedule.with });
        }
    }
    let mut times = Vec::new();
    for ((start, end, place), mut open) in open {
        let time = |chosen: &[&Open<'_>], refused| FreeTime {
            kind,
            start,
            end,
            slots: chosen.iter().map(|one| one.slot.clone()).collect(),
            with: chosen.iter().flat_map(|one| one.with.iter().cloned()).collect(),
            place: place.cloned(),
            refused,
        };
        let by = |one: &Open<'_>| one.rank(wished, team);
        open.sort_by(|one, other| {
            (by(one), one.first(), one.slot).cmp(&(by(other), other.first(), other.slot))
        });
        let mut seen = BTreeSet::new();
        let different: Vec<_> = open.iter().filter(|one| seen.insert(one.first())).collect();
        if clinicians <= 1 {
            times.extend(different.iter().map(|one| time(&[one], None)));
        } else if let Some(chosen) = different.get(..clinicians) {
            times.push(time(chosen, None));
        } else {
            let lacking = NotOffered::TooFewClinicians { needed: clinicians, free: different.len() };
            times.push(time(&different, Some(lacking)));
        }
    }
    times
}

/// What has to be the same for slots to be one time.
type Key<'a> = (DateTime<Utc>, DateTime<Utc>, Option<&'a Id>);

/// A slot that is free, with whose it is.
struct Open<'a> {
    slot: &'a Id,
    with: &'a [Party],
}

impl Open<'_> {
    /// Whose it is; a slot of a room alone is nobody's but its own.
    fn first(&self) -> &Id {
        self.with.iter().map(Party::id).min().unwrap_or(self.slot)
    }

    /// Whom a patient would rather meet comes first.
    fn rank(&self, wished: Option<&Id>, team: &[Id]) -> u8 {
        let has = |id: &Id| self.with.iter().any(|party| party.id() == id);
        if wished.is_some_and(has) {
            0
        } else if team.iter().any(has) {
            1
        } else {
            2
        }
    }
}
