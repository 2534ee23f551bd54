//! Which times are offered: the clinic's rules kept to the day, on the days when clocks change, and nothing left out.

use super::given::{NEW_YORK, protocol, utc, visit};
use super::zones::{any_zone, zone_and_instant};
use cairn::care::booking::{
    FreeTime, NotOffered, Notice, PartOfDay, Party, Rules, Schedule, Slot, SlotState, Sought, by_day,
    nearest, together,
};
use cairn::care::protocol::Protocol;
use cairn::care::{Id, Visit, VisitKind, VisitState, time};
use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use std::collections::BTreeSet;

fn id(text: impl Into<String>) -> Id {
    Id::new(text).unwrap()
}

fn free(kind: VisitKind, start: DateTime<Utc>) -> FreeTime {
    let end = start + TimeDelta::minutes(50);
    FreeTime { kind, start, end, slots: vec![id("slot")], with: Vec::new(), place: None, refused: None }
}

/// The sample's rules without the one about how soon.
fn clinic() -> Protocol {
    protocol(&[
        ("/booking/ahead_hours/value", json!(0)),
        ("/phases/2/appointment/ahead_hours/value", json!(0)),
    ])
}

fn refused(
    protocol: &Protocol,
    free: &FreeTime,
    visits: &[Visit],
    now: DateTime<Utc>,
    zone: Tz,
) -> Option<NotOffered> {
    Rules::of(Some(protocol), free.kind).refuse(free, visits, None, now, zone)
}

const STATES: [VisitState; 6] = [
    VisitState::Requested,
    VisitState::Waiting,
    VisitState::Confirmed,
    VisitState::UnderWay,
    VisitState::Finished,
    VisitState::Cancelled,
];

/// Visits of these kinds within some weeks of an instant, in every state.
fn visits(kinds: &'static [VisitKind]) -> impl Strategy<Value = Vec<(VisitKind, VisitState, i64)>> {
    proptest::collection::vec((select(kinds), select(&STATES[..]), -40 * 24 * 60_i64..40 * 24 * 60), 0..5)
}

fn made(around: DateTime<Utc>, drawn: &[(VisitKind, VisitState, i64)]) -> Vec<Visit> {
    let one = |(at, (kind, state, minutes)): (usize, &(VisitKind, VisitState, i64))| Visit {
        state: *state,
        ..visit(&format!("v{at}"), *kind, around + TimeDelta::minutes(*minutes))
    };
    drawn.iter().enumerate().map(one).collect()
}

/// True if the two overlap, a visit without an end being a moment.
fn overlaps(free: &FreeTime, visit: &Visit) -> bool {
    let start = visit.start.unwrap();
    start < free.end && start + TimeDelta::minutes(1) > free.start
}

fn in_the_way(free: &FreeTime, visits: &[Visit]) -> bool {
    let open = [VisitState::Requested, VisitState::Confirmed, VisitState::UnderWay];
    visits.iter().any(|visit| open.contains(&visit.state) && overlaps(free, visit))
}

proptest! {
    /// A session is offered exactly where a preparation is certain and over before it, and no other session is planned
    /// within the clinic's days.
    #[test]
    fn a_session_has_its_preparation_and_its_distance(
        (zone, at) in zone_and_instant(),
        drawn in visits(&[VisitKind::Preparation, VisitKind::Session]),
        days in 0_u32..15,
        needed in 0_u32..3,
    ) {
        let protocol = protocol(&[
            ("/booking/ahead_hours/value", json!(0)),
            ("/phases/2/appointment/ahead_hours/value", json!(0)),
            ("/program/spacing_days/value", json!(days)),
            ("/phases/1/appointment/count/value", json!(needed)),
        ]);
        let (session, visits) = (free(VisitKind::Session, at), made(at, &drawn));
        let certain = |visit: &&Visit| {
            [VisitState::Confirmed, VisitState::UnderWay, VisitState::Finished].contains(&visit.state)
        };
        let prepared = visits.iter().filter(certain).filter(|visit| {
            visit.kind == VisitKind::Preparation && visit.start.unwrap() <= at
        });
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        let near = visits.iter().any(|visit| {
            let apart = day(visit.start.unwrap()).signed_duration_since(day(at)).num_days().abs();
            let planned = certain(&visit) || visit.state == VisitState::Requested;
            visit.kind == VisitKind::Session && planned && apart < i64::from(days)
        });
        let prepared = prepared.count() >= needed as usize;
        let offered = prepared && !near && !in_the_way(&session, &visits);
        let why = refused(&protocol, &session, &visits, at - TimeDelta::days(50), zone);
        prop_assert_eq!(why.is_none(), offered, "{:?}", why);
    }

    /// An integration visit is offered exactly on the clinic's days after some session that took place or will.
    #[test]
    fn an_integration_visit_is_on_the_days_the_clinic_wants(
        (zone, at) in zone_and_instant(),
        drawn in visits(&[VisitKind::Session]),
        (from, more) in (1_u64..5, 0_u64..6),
    ) {
        // A calendar that left a day out has no such day to count to.
        prop_assume!(zone != chrono_tz::Pacific::Apia);
        let window = |from: u64, to: u64| json!({"from": format!("P{from}D"), "to": format!("P{to}D")});
        let protocol = protocol(&[
            ("/booking/ahead_hours/value", json!(0)),
            ("/phases/3/appointments/0/window", window(from, from + more)),
            ("/phases/3/appointments/1/window", window(20, 21)),
        ]);
        let (visits, wanted) = (made(at, &drawn), free(VisitKind::Integration, at));
        let day = at.with_timezone(&zone).date_naive();
        let fits = |visit: &&Visit| {
            let start = visit.start.unwrap();
            let first = start.with_timezone(&zone).date_naive();
            let within = |from, to| {
                (first + Days::new(from)..=first + Days::new(to)).contains(&day)
            };
            let stands = visit.state.stands() && start < at;
            stands && (within(from, from + more) || within(20, 21))
        };
        let offered = visits.iter().any(|visit| fits(&visit)) && !in_the_way(&wanted, &visits);
        let why = refused(&protocol, &wanted, &visits, at - TimeDelta::days(50), zone);
        prop_assert_eq!(why.is_none(), offered, "{:?}", why);
        if let Some(NotOffered::OutsideWindow { from, until }) = why {
            prop_assert!(from <= until && !(from..=until).contains(&day));
        }
    }

    /// A visit is never in the way of its own move, whatever its kind: only the others are.
    #[test]
    fn a_visit_does_not_stand_in_its_own_way((zone, at) in zone_and_instant(), by in 1_i64..40) {
        let protocol = clinic();
        let (prepared, session) = (
            visit("prepared", VisitKind::Preparation, at - TimeDelta::days(20)),
            visit("session", VisitKind::Session, at),
        );
        let wanted = free(VisitKind::Session, at + TimeDelta::minutes(by));
        let rules = Rules::of(Some(&protocol), VisitKind::Session);
        let visits = [prepared, session];
        let now = at - TimeDelta::days(30);
        prop_assert_eq!(rules.refuse(&wanted, &visits, Some(&visits[1].id), now, zone), None);
        prop_assert!(rules.refuse(&wanted, &visits, None, now, zone).is_some(), "the control: it is in another's");
    }

    /// Whatever the rules: what has begun, or comes sooner than the clinic takes it, is not offered.
    #[test]
    fn nothing_is_offered_too_soon(
        (zone, now) in zone_and_instant(), minutes in -600_i64..6000, hours in 0_u32..72,
    ) {
        let protocol = protocol(&[("/booking/ahead_hours/value", json!(hours))]);
        let wanted = free(VisitKind::Consultation, now + TimeDelta::minutes(minutes));
        let why = refused(&protocol, &wanted, &[], now, zone);
        prop_assert_eq!(why.is_none(), minutes > 0 && minutes >= i64::from(hours) * 60);
    }

    /// Slots laid together are of different clinicians, at the same instants, at the same place; none is used twice, none is
    /// left out, and their order does not matter.
    #[test]
    fn slots_laid_together_belong_together(
        drawn in proptest::collection::vec((0_usize..4, 0_i64..4, 0_i64..2, any::<bool>()), 0..24),
        needed in 1_usize..4,
    ) {
        let (slots, schedules) = calendar(&drawn);
        let times = together(&slots, &schedules, VisitKind::Session, needed, None, &[]);
        let mut backwards = slots.clone();
        backwards.reverse();
        prop_assert_eq!(&together(&backwards, &schedules, VisitKind::Session, needed, None, &[]), &times);
        let mut used = BTreeSet::new();
        for free in &times {
            let with: BTreeSet<_> = free.with.iter().collect();
            prop_assert_eq!(with.len(), free.with.len(), "each clinician once");
            prop_assert_eq!(free.with.len(), free.slots.len());
            if free.refused.is_none() {
                prop_assert_eq!(free.slots.len(), needed);
            }
            for name in &free.slots {
                prop_assert!(used.insert(name.clone()), "{} twice", name);
                let slot = slots.iter().find(|slot| slot.id == *name).unwrap();
                prop_assert_eq!((slot.start, slot.end, slot.state), (free.start, free.end, SlotState::Free));
            }
        }
        let there: BTreeSet<_> = times.iter().map(|free| (free.start, free.end)).collect();
        let open: BTreeSet<_> = slots.iter().filter(|slot| slot.state == SlotState::Free).map(|slot| (slot.start, slot.end)).collect();
        prop_assert_eq!(there, open, "a time at which too few are free is there with its reason");
    }

    /// Days are the clinic's, each time stands on one of them, and its part of the day is what the clinic's clock shows.
    #[test]
    fn days_and_their_parts_are_the_clinics(
        (zone, at) in zone_and_instant(), minutes in proptest::collection::vec(-4000_i64..4000, 0..20),
    ) {
        let times: Vec<_> =
            minutes.iter().map(|by| free(VisitKind::Preparation, at + TimeDelta::minutes(*by))).collect();
        let days = by_day(times.clone(), |_| zone);
        prop_assert_eq!(days.values().map(Vec::len).sum::<usize>(), times.len());
        for (day, times) in &days {
            prop_assert!(times.is_sorted_by_key(|free| free.start));
            for free in times {
                let local = free.start.with_timezone(&zone).naive_local();
                prop_assert_eq!(local.date(), *day);
                let hour = local.time().to_string()[..2].parse::<u32>().unwrap();
                let part = if hour < 12 { PartOfDay::Morning } else if hour < 17 { PartOfDay::Afternoon } else { PartOfDay::Evening };
                let sought = Sought { part: Some(part), ..Sought::all(VisitKind::Preparation) };
                prop_assert!(sought.fits(free, zone));
            }
        }
    }

    /// The nearest are offered, in order of their distance, and nothing nearer is left out.
    #[test]
    fn the_nearest_come_first(by in proptest::collection::vec((-900_i64..900, any::<bool>()), 0..12), most in 0_usize..5) {
        let wanted = utc("2026-11-01T06:00:00Z");
        let times: Vec<_> = by.iter().map(|(by, offered)| FreeTime {
            refused: (!offered).then_some(NotOffered::NoSession),
            ..free(VisitKind::Integration, wanted + TimeDelta::minutes(*by))
        }).collect();
        let found: Vec<i64> = nearest(&times, wanted, most).iter().map(|free| (free.start - wanted).num_minutes().abs()).collect();
        let mut all: Vec<i64> = by.iter().filter(|(_, offered)| *offered).map(|(by, _)| by.abs()).collect();
        all.sort_unstable();
        all.truncate(most);
        prop_assert_eq!(found, all);
    }

    /// Enough notice ends exactly so many hours before the start, in every zone and across every change of the clocks.
    #[test]
    fn notice_is_elapsed_time((_, start) in zone_and_instant(), hours in 0_u32..72, minutes in -6000_i64..6000) {
        let protocol = protocol(&[("/booking/notice_hours/value", json!(hours))]);
        let now = start + TimeDelta::minutes(minutes);
        let notice = Notice::of(protocol.booking.as_ref(), Some(start), now);
        prop_assert_eq!(notice.until, Some(start - TimeDelta::hours(hours.into())));
        prop_assert_eq!(notice.late, -minutes < i64::from(hours) * 60);
        prop_assert!(notice.by_app, "this clinic lets patients ask all the same");
    }

    /// A preparation is not moved behind the session it prepares.
    #[test]
    fn a_preparation_stays_before_its_session(zone in any_zone(), days in -10_i64..10) {
        prop_assume!(days != 0);
        let start = utc("2026-06-18T13:00:00Z");
        let visits = [visit("s", VisitKind::Session, start), visit("p", VisitKind::Preparation, start - TimeDelta::days(11))];
        let wanted = free(VisitKind::Preparation, start + TimeDelta::days(days));
        let rules = Rules::of(Some(&clinic()), VisitKind::Preparation);
        let why = rules.refuse(&wanted, &visits, Some(&id("p")), start - TimeDelta::days(30), zone);
        prop_assert_eq!(why, (days > 0).then_some(NotOffered::AfterSession { start }));
        // The control: one more is free to be after it.
        prop_assert_eq!(rules.refuse(&wanted, &visits, None, start - TimeDelta::days(30), zone), None);
    }
}

/// Slots of some clinicians: whose, at which hour, at which place, and whether free; each place has a calendar of each
/// clinician.
fn calendar(drawn: &[(usize, i64, i64, bool)]) -> (Vec<Slot>, Vec<Schedule>) {
    let start = utc("2026-06-18T13:00:00Z");
    let schedules = (0..4).flat_map(|who| {
        (0..2).map(move |place| Schedule {
            id: id(format!("c{who}.{place}")),
            active: true,
            kinds: vec![VisitKind::Session],
            with: vec![Party::Clinician(id(format!("w{who}")))],
            place: Some(id(format!("p{place}"))),
        })
    });
    let slot = |(at, (who, hour, place, is_free)): (usize, &(usize, i64, i64, bool))| Slot {
        id: id(format!("slot{at}")),
        schedule: id(format!("c{who}.{place}")),
        state: if *is_free { SlotState::Free } else { SlotState::Taken },
        kinds: Vec::new(),
        start: start + TimeDelta::hours(*hour),
        end: start + TimeDelta::hours(hour + 1),
    };
    (drawn.iter().enumerate().map(slot).collect(), schedules.collect())
}

#[test]
fn who_is_wished_for_comes_and_then_the_team() {
    let (slots, schedules) = calendar(&[(0, 0, 0, true), (1, 0, 0, true), (2, 0, 0, true), (3, 0, 0, true)]);
    let chosen = |wished: Option<&str>, team: &[&str]| {
        let (wished, team) = (wished.map(id), team.iter().map(|name| id(*name)).collect::<Vec<_>>());
        let times = together(&slots, &schedules, VisitKind::Session, 2, wished.as_ref(), &team);
        times[0].with.iter().map(|party| party.id().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(chosen(None, &[]), ["w0", "w1"]);
    assert_eq!(chosen(None, &["w3"]), ["w3", "w0"]);
    assert_eq!(chosen(Some("w2"), &["w3"]), ["w2", "w3"]);
}

#[test]
fn one_clinician_alone_is_told_and_not_offered() {
    let (slots, schedules) = calendar(&[(0, 0, 0, true), (1, 0, 1, true), (1, 0, 0, false)]);
    let times = together(&slots, &schedules, VisitKind::Session, 2, None, &[]);
    let lacking = Some(NotOffered::TooFewClinicians { needed: 2, free: 1 });
    assert_eq!(
        times.iter().map(|free| free.refused).collect::<Vec<_>>(),
        [lacking, lacking],
        "two places are not one"
    );
    let protocol = clinic();
    assert_eq!(Rules::of(Some(&protocol), VisitKind::Session).clinicians, 2);
    assert_eq!(Rules::of(Some(&protocol), VisitKind::Preparation).clinicians, 1);
}

#[test]
fn a_booking_across_the_change_of_clocks_keeps_the_clinics_days() {
    // Clocks go back in the night to the first of November: a week later is seven days and an hour away.
    let protocol = clinic();
    let session = visit("s", VisitKind::Session, utc("2026-10-29T23:30:00Z"));
    let prepared = visit("p", VisitKind::Preparation, utc("2026-10-20T15:00:00Z"));
    let visits = [session, prepared];
    let now = utc("2026-10-21T12:00:00Z");
    let why = |kind, start| refused(&protocol, &free(kind, utc(start)), &visits, now, NEW_YORK);
    // 7:30 pm on Thursday; the Thursday after begins at 4 am UTC until then, at 5 am after.
    assert_eq!(why(VisitKind::Session, "2026-11-05T05:00:00Z"), None, "midnight, seven days after");
    let near = Some(NotOffered::NearSession { start: utc("2026-10-29T23:30:00Z"), days: 7 });
    assert_eq!(why(VisitKind::Session, "2026-11-05T04:59:00Z"), near, "a minute before it");
    // The clinic's first to third day after: Friday to Sunday, which has 25 hours.
    assert_eq!(why(VisitKind::Integration, "2026-10-30T04:00:00Z"), None);
    assert_eq!(why(VisitKind::Integration, "2026-11-02T04:59:00Z"), None, "Sunday, a minute before midnight");
    let (from, until) = ("2026-10-30".parse().unwrap(), "2026-11-01".parse().unwrap());
    let outside = Some(NotOffered::OutsideWindow { from, until });
    assert_eq!(why(VisitKind::Integration, "2026-11-02T05:00:00Z"), outside, "midnight");
    assert_eq!(time::day_of(utc("2026-11-02T04:59:00Z"), NEW_YORK), until);
}

#[test]
fn rules_nobody_can_read_offer_nothing() {
    let now = utc("2026-06-18T13:00:00Z");
    let wanted = free(VisitKind::Preparation, now + TimeDelta::days(1));
    assert_eq!(Rules::unknown().refuse(&wanted, &[], None, now, NEW_YORK), Some(NotOffered::RulesUnknown));
    assert_eq!(Rules::of(None, VisitKind::Preparation).refuse(&wanted, &[], None, now, NEW_YORK), None);
}
