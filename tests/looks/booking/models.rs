//! Made-up free times, wishes and visits to change, all of one ordinary patient.

use crate::samples::*;
use cairn::{
    app::read::*,
    care::{
        Private, VisitKind, VisitState,
        booking::{CancelState, NotOffered, Notice, PartOfDay, Sought, Wish, WishState, WishTime},
    },
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::America::Denver;

pub(super) const KIND: VisitKind = VisitKind::Integration;

pub(super) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

pub(super) fn time(start: DateTime<Utc>, with: &str, refused: Option<NotOffered>) -> FreeTimeLine {
    FreeTimeLine {
        kind: KIND,
        start,
        end: start + TimeDelta::minutes(50),
        slots: vec![id(&format!("slot-{}-{}", start.timestamp(), with.len()))],
        with: vec![with.to_owned()],
        place_name: Some("Cedar House".into()),
        zone: Denver,
        zone_differs: false,
        refused,
    }
}

pub(super) fn due_notice(late: bool, by_app: bool) -> Notice {
    let until = if late { local(2, 11, 0) } else { local(4, 11, 0) };
    Notice { until: Some(until), late, by_app }
}

pub(super) fn days() -> Vec<FreeDay> {
    let (mara, reyes) = ("Mara Lindqvist", "Dr. Tomás Reyes");
    let window = Some(NotOffered::OutsideWindow { from: day(4), until: day(8) });
    let busy = Some(NotOffered::Busy { start: local(5, 11, 0) });
    vec![
        FreeDay {
            day: day(4),
            times: vec![time(local(4, 10, 0), mara, None), time(local(4, 15, 30), reyes, None)],
        },
        FreeDay {
            day: day(5),
            times: vec![
                time(local(5, 11, 0), reyes, busy),
                time(local(5, 14, 0), mara, None),
                time(local(5, 14, 0), reyes, None),
                time(local(5, 17, 30), mara, None),
            ],
        },
        FreeDay { day: day(8), times: vec![time(local(8, 9, 0), mara, None)] },
        FreeDay {
            day: day(10),
            times: vec![time(local(10, 10, 0), mara, window), time(local(10, 13, 0), mara, window)],
        },
    ]
}

pub(super) fn free() -> FreeTimes {
    FreeTimes {
        door: Door::Open,
        sought: Sought::all(KIND),
        moving: None,
        as_of: Some(local(2, 18, 40)),
        fresh: true,
        asking: false,
        trouble: None,
        days: days(),
        weeks: 4,
        more: true,
        of_kind: 9,
        unreadable: 0,
        clinicians: vec![(id("mara"), "Mara Lindqvist".into()), (id("tomas"), "Dr. Tomás Reyes".into())],
        places: vec![(id("cedar"), "Cedar House".into())],
        parts: vec![PartOfDay::Morning, PartOfDay::Afternoon, PartOfDay::Evening],
        notice: Notice { until: None, late: false, by_app: true },
        call: clinic_numbers(),
    }
}

pub(super) fn moving() -> FreeTimes {
    let visit = visit("g", KIND, VisitState::Confirmed, local(5, 11, 0));
    FreeTimes { moving: Some(visit), notice: due_notice(false, true), ..free() }
}

pub(super) fn wish(state: WishState, replaces: bool) -> WishLine {
    let (start, end) = (local(4, 10, 0), local(4, 10, 50));
    let kept = visit("g", KIND, VisitState::Confirmed, local(5, 11, 0));
    WishLine {
        can_take_back: matches!(
            state,
            WishState::OnThisPhone
                | WishState::Held(_)
                | WishState::Asked(_)
                | WishState::Waiting(_)
                | WishState::StaysHere
        ),
        wish: Wish {
            id: id("wish"),
            kind: KIND,
            time: WishTime::At { start, end, slots: vec![id("slot")], with: vec![], place: None },
            replaces: replaces.then(|| (id("g"), local(5, 11, 0))),
            words: Some(Private::new(CANARY)),
            made: now(),
            zone: Denver,
            answer: None,
        },
        state,
        visit: None,
        replaces: replaces.then_some(kept),
        with: vec!["Mara Lindqvist".into()],
        place_name: Some("Cedar House".into()),
        zone: Denver,
        zone_differs: false,
    }
}

pub(super) fn on_list(state: WishState) -> WishLine {
    let mut line = wish(state, true);
    line.wish.time = WishTime::Earlier { from: now(), until: local(5, 11, 0) };
    line.with = vec![];
    line
}

pub(super) fn booking(notice: Notice) -> VisitBooking {
    let visit = visit("g", KIND, VisitState::Confirmed, local(5, 11, 0));
    VisitBooking {
        door: Door::Open,
        can_change: true,
        notice,
        asked: None,
        moving: None,
        waiting: None,
        cancelling: None,
        reason: None,
        contacts: visit.contacts.clone(),
        visit,
    }
}

pub(super) fn cancelling(state: CancelState) -> VisitBooking {
    let line = CancelLine { state, reason: None, made: now(), undo_until: None };
    VisitBooking { cancelling: Some(line), can_change: false, ..booking(due_notice(false, true)) }
}
