//! Puts the free times, the wishes and what can be done about a visit together.

mod keeping;
mod known;
mod times;
mod wishes;

pub(in crate::app) use known::{Known, is_granted, may_change, open_move, rules};
pub(in crate::app) use times::within;
pub(super) use wishes::now_open;

use super::{Records, help, visit::elsewhere};
use crate::{
    app::{
        home::Home,
        read::{Door, FreeTimeLine},
    },
    care::{
        Id,
        booking::{FreeTime, Party},
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// What the sign-in allows. One that is over asks when it is there again.
async fn door(home: &Home) -> Door {
    match (home.is_practice(), is_granted(home).await) {
        (true, _) => Door::Practice,
        (false, true) => Door::Open,
        (false, false) => Door::NotGranted,
    }
}

impl Records {
    /// A time as a screen shows it; `phone` is the zone the phone is set to.
    fn time_line(&self, free: &FreeTime, phone: Tz) -> FreeTimeLine {
        let zone = self.zone_at(free.place.as_ref(), phone);
        FreeTimeLine {
            kind: free.kind,
            start: free.start,
            end: free.end,
            slots: free.slots.clone(),
            with: self.names(&free.with),
            place_name: self.place_name(free.place.as_ref()),
            zone,
            zone_differs: differs(free.start, zone, phone),
            refused: free.refused,
        }
    }

    fn names(&self, with: &[Party]) -> Vec<String> {
        with.iter().filter_map(|party| self.name_of(party.id())).collect()
    }

    fn place_name(&self, place: Option<&Id>) -> Option<String> {
        self.places.get(place?)?.name.clone()
    }
}

fn differs(at: DateTime<Utc>, zone: Tz, phone: Tz) -> bool {
    elsewhere(at, zone, phone).is_some()
}
