//! What is known when somebody books: the clinic's free times, its rules, and this patient's visits and wishes.

use super::super::Records;
use crate::{
    app::home::Home,
    care::{
        Id, Visit, VisitKind, VisitState,
        booking::{FreeTime, Notice, Rules, Schedule, Slot, Wish, WishTime, together},
    },
    clinic::scopes::May,
    fhir::{self, Reading},
    store::{Kept, Reader, StoreError},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The free times as the clinic last sent them, with what decides which of them are offered.
pub(in crate::app) struct Known {
    pub(in crate::app) slots: Vec<Slot>,
    pub(in crate::app) schedules: Vec<Schedule>,
    /// How many arrived in a form that cannot be read.
    pub(in crate::app) unreadable: usize,
    /// This patient's visits, those asked for and not yet at the clinic among them.
    visits: Vec<Visit>,
    team: Vec<Id>,
}

impl Known {
    /// The slots that begin from `now` on and before `until`.
    pub(in crate::app) fn load(
        records: &Records,
        reader: &Reader<'_>,
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let (mut slots, mut schedules, mut unreadable) = (Vec::new(), Vec::new(), 0);
        for kept in reader.schedules()?.iter().chain(&reader.slots(now, until)?) {
            match read(kept) {
                Some(Reading::Slot(slot)) => slots.push(slot),
                Some(Reading::Schedule(schedule)) => schedules.push(schedule),
                _ => unreadable += 1,
            }
        }
        let mut visits = records.visits.clone();
        for wish in reader.open_wishes()? {
            visits.extend(
                as_visit(&wish).filter(|wish| !records.visits.iter().any(|known| known.id == wish.id)),
            );
        }
        let members = records.teams.iter().flat_map(|team| &team.members);
        let mut team: Vec<Id> = members.filter_map(|member| member.clinician.clone()).collect();
        let roles =
            records.roles.iter().filter(|role| role.clinician.as_ref().is_some_and(|id| team.contains(id)));
        let roles: Vec<Id> = roles.map(|role| role.id.clone()).collect();
        team.extend(roles);
        Ok(Self { slots, schedules, unreadable, visits, team })
    }

    /// The times of `kind`, each offered or with its reason; `with` is whom the patient would rather meet, and `moved` the
    /// visit to be moved there.
    pub(in crate::app) fn times(
        &self,
        records: &Records,
        kind: VisitKind,
        with: Option<&Id>,
        moved: Option<&Id>,
        now: DateTime<Utc>,
        phone: Tz,
    ) -> Vec<FreeTime> {
        let rules = rules(records, kind);
        let times = together(&self.slots, &self.schedules, kind, rules.clinicians, with, &self.team);
        self.judged(records, &rules, times, moved, now, phone)
    }

    /// The one time these slots make, judged; `None` if they make none.
    pub(in crate::app) fn time_of(
        &self,
        records: &Records,
        kind: VisitKind,
        slots: &[Id],
        moved: Option<&Id>,
        now: DateTime<Utc>,
        phone: Tz,
    ) -> Option<FreeTime> {
        let rules = rules(records, kind);
        let named: Vec<_> = self.slots.iter().filter(|slot| slots.contains(&slot.id)).cloned().collect();
        let times = together(&named, &self.schedules, kind, rules.clinicians, None, &self.team);
        let mut times = self.judged(records, &rules, times, moved, now, phone);
        times.pop().filter(|time| times.is_empty() && time.slots.len() == slots.len())
    }

    /// Everybody's own times of `kind`, not judged: what there is to choose from.
    pub(in crate::app) fn single(&self, kind: VisitKind) -> Vec<FreeTime> {
        together(&self.slots, &self.schedules, kind, 1, None, &self.team)
    }

    fn judged(
        &self,
        records: &Records,
        rules: &Rules,
        mut times: Vec<FreeTime>,
        moved: Option<&Id>,
        now: DateTime<Utc>,
        phone: Tz,
    ) -> Vec<FreeTime> {
        let zone = records.zone(phone);
        for time in &mut times {
            time.refused = rules.refuse(time, &self.visits, moved, now, zone);
        }
        times
    }
}

fn read(kept: &Kept) -> Option<Reading> {
    fhir::read_kept(&kept.body, kept.problem.as_deref())
}

/// A wish as the visit it would be.
fn as_visit(wish: &Wish) -> Option<Visit> {
    let WishTime::At { start, end, with, place, .. } = &wish.time else { return None };
    Some(Visit {
        id: wish.id.clone(),
        kind: wish.kind,
        state: VisitState::Requested,
        start: Some(*start),
        end: Some(*end),
        booked: None,
        place: place.clone(),
        with: with.iter().map(|party| party.id().clone()).collect(),
        note: None,
    })
}

/// What the clinic asks of visits of `kind`. Where its last word on rules or visits cannot be read, nobody guesses; a first
/// talk needs none of them.
pub(in crate::app) fn rules(records: &Records, kind: VisitKind) -> Rules {
    let unread = records.may_be_outdated() || records.has_unreadable("Appointment");
    if unread && kind != VisitKind::Consultation {
        Rules::unknown()
    } else {
        Rules::of(records.protocol(), kind)
    }
}

/// True if the sign-in lets the app see free times and ask for one, or there is none that could say.
pub(in crate::app) async fn is_granted(home: &Home) -> bool {
    let Some(session) = &home.session else { return true };
    let scopes = session.tokens().await.scopes;
    scopes.allow("Schedule", May::Search)
        && scopes.allow("Slot", May::Search)
        && scopes.allow("Appointment", May::Write)
}

/// How a change of `visit` stands to the clinic's notice; `None` for a visit that cannot be changed: one that is not certain
/// or not ahead.
pub(in crate::app) fn may_change(records: &Records, visit: &Visit, now: DateTime<Utc>) -> Option<Notice> {
    let firm = visit.state == VisitState::Confirmed && visit.start.is_some_and(|start| start > now);
    firm.then(|| notice(records, visit.start, now))
}

/// How a change of a visit that starts at `start` stands to the clinic's notice.
pub(super) fn notice(records: &Records, start: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Notice {
    Notice::of(records.protocol().and_then(|protocol| protocol.booking.as_ref()), start, now)
}

/// The open wish that is to take the place of this visit: one for a certain time, or one for any earlier.
pub(in crate::app) fn open_move(
    reader: &Reader<'_>,
    visit: &Id,
    earlier: bool,
) -> Result<Option<Wish>, StoreError> {
    let fits = |wish: &Wish| wish.is_open() && matches!(wish.time, WishTime::Earlier { .. }) == earlier;
    Ok(reader.wishes_replacing(visit)?.into_iter().find(fits))
}
