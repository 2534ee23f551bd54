//! A visit with its place, its people and its times, put together from the clinic's records.

use super::Records;
use crate::{
    app::read::{Arrival, VisitView},
    care::{Id, Visit, VisitKind, time},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

impl Records {
    /// The visit as a screen shows it; `phone` is the zone the phone is set to.
    pub(in crate::app) fn view(&self, visit: &Visit, phone: Tz) -> VisitView {
        let place = visit.place.as_ref().and_then(|id| self.places.get(id));
        let zone = self.zone_of(visit, phone);
        let contacts = place
            .map(|place| &place.contacts)
            .filter(|contacts| !contacts.is_empty())
            .or_else(|| self.clinic().map(|clinic| &clinic.contacts));
        VisitView {
            id: visit.id.clone(),
            kind: visit.kind,
            state: visit.state,
            arrival: visit.start.map(|start| Arrival {
                arrive: self.early(visit.kind).and_then(|early| visit.arrival(early)),
                start,
                zone,
                zone_differs: elsewhere(start, zone, phone).is_some(),
            }),
            place_name: place.and_then(|place| place.name.clone()),
            address: place.map(|place| place.address.clone()).unwrap_or_default(),
            contacts: contacts.cloned().unwrap_or_default(),
            with: visit.with.iter().filter_map(|id| self.name_of(id)).collect(),
            note: visit.note.clone(),
        }
    }

    /// The zone in which the visit's place keeps its clock, else the clinic's.
    pub(in crate::app) fn zone_of(&self, visit: &Visit, phone: Tz) -> Tz {
        self.zone_at(visit.place.as_ref(), phone)
    }

    /// The same of a place by itself.
    pub(super) fn zone_at(&self, place: Option<&Id>, phone: Tz) -> Tz {
        let place = place.and_then(|id| self.places.get(id));
        place.and_then(|place| place.zone).unwrap_or_else(|| self.zone(phone))
    }

    /// The name of a clinician, named by their own id or by that of their place at the clinic.
    pub(super) fn name_of(&self, id: &Id) -> Option<String> {
        let role = self.roles.iter().find(|role| role.id == *id);
        let person = role.and_then(|role| role.clinician.as_ref()).unwrap_or(id);
        let known = self.clinicians.get(person).map(|clinician| clinician.name.clone());
        known.or_else(|| role?.name.clone())
    }

    /// How long before the start the clinic asks the patient to be there; `None` while its rule is not known.
    pub(in crate::app) fn early(&self, kind: VisitKind) -> Option<TimeDelta> {
        self.the_rules().map(|protocol| protocol.arrive_early(kind))
    }
}

/// `zone`, where its clock shows another time at `instant` than the phone's does: two zones that agree then need no
/// explanation.
pub(super) fn elsewhere(instant: DateTime<Utc>, zone: Tz, phone: Tz) -> Option<Tz> {
    (time::ahead_of_utc(instant, zone) != time::ahead_of_utc(instant, phone)).then_some(zone)
}
