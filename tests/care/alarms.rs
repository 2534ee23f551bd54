//! What rings, for what, and when: one example of each rule.

use super::given::{Case, NEW_YORK, local, protocol, protocol_json, session, times, to_do, utc, visit};
use cairn::care::alarms::{Quiet, ToDo, Wishes};
use cairn::care::{
    Alarm, AlarmKind, ClockTime, CutOffKind, Detail, Due, ItemState, Marks, PlanItem, Reminded, Shown,
    VisitKind, VisitState,
};
use chrono::{NaiveTime, TimeDelta};
use serde_json::json;

/// A Thursday, 9 am in New York.
const ARRIVAL: &str = "2026-06-18T13:00:00Z";

fn case() -> Case {
    Case::one_session(ARRIVAL)
}

fn ids(alarms: &[Alarm]) -> Vec<&str> {
    alarms.iter().map(|alarm| alarm.id.as_str()).filter(|id| !id.starts_with("daily@")).collect()
}

fn at(case: &Case, id: &str) -> String {
    let ring = case.ring(id).unwrap_or_else(|| panic!("no {id}"));
    ring.at.with_timezone(&NEW_YORK).naive_local().to_string()
}

#[test]
fn a_session_rings_what_its_protocol_says_and_nothing_else() {
    let all = case().all();
    let expected = [
        "s.week-before",
        "s.medicines",
        "s.evening-before",
        "s.last-food",
        "s.last-drink",
        "s.get-ready",
        "s.check-in:arriving",
        "s.check-in:evening",
        "s.check-in:day-after",
        "s.check-in:day-three",
        "s.check-in:week-one",
        "s.check-in:week-two",
        "s.check-in:week-four",
    ];
    assert_eq!(ids(&all), expected);
    // From 14 days before to 28 days after, both included.
    assert_eq!(all.iter().filter(|alarm| alarm.id.starts_with("daily@")).count(), 43);
    assert_eq!(at(&case(), "s.week-before"), "2026-06-11 09:00:00");
    assert_eq!(at(&case(), "s.evening-before"), "2026-06-17 18:00:00");
    assert_eq!(at(&case(), "s.get-ready"), "2026-06-18 07:30:00");
    assert_eq!(at(&case(), "daily@2026-06-04"), "2026-06-04 19:00:00");
}

#[test]
fn a_cut_off_in_quiet_hours_rings_the_evening_before_and_gives_its_clock_time() {
    let food = case().ring("s.last-food").unwrap();
    let three = ClockTime { local: local("2026-06-18T03:00:00"), zone: NEW_YORK, twice: None };
    assert_eq!(food.at, utc("2026-06-18T01:00:00Z"), "9 pm on the evening before");
    assert_eq!((food.shown, food.kind), (Shown::WithTime(three), AlarmKind::CutOff));
    assert_eq!(food.until, utc("2026-06-18T07:00:00Z"), "once nothing may be eaten it is of no use");
    let Detail::Clinic { words, times, cut_off } = food.detail else { panic!("{:?}", food.detail) };
    assert_eq!((words.as_str(), times.len()), ("Last chance for food in 1 hour.", 0));
    assert_eq!(cut_off, Some(Reminded { what: CutOffKind::Food, at: three, rule: None }));
    // With nothing quiet it rings an hour before, and says no more than that there is a reminder.
    let loud = case().quiet(Quiet::Never).ring("s.last-food").unwrap();
    assert_eq!((loud.at, loud.shown), (utc("2026-06-18T06:00:00Z"), Shown::Plain));
}

#[test]
fn words_name_the_clock_times_of_their_cut_offs_and_are_true_on_their_own_day() {
    let evening = case().ring("s.evening-before").unwrap();
    let Detail::Clinic { times, cut_off, .. } = evening.detail else { panic!("{:?}", evening.detail) };
    assert_eq!(times[0].0, "fast_solids");
    assert_eq!((times[0].1.local, cut_off), (local("2026-06-18T03:00:00"), None));
    // "Tomorrow" is no word for the small hours of the day itself.
    assert_eq!((evening.kind, evening.until), (AlarmKind::Session, utc("2026-06-18T04:00:00Z")));
}

#[test]
fn nothing_rings_of_cut_offs_the_pages_withhold() {
    let mut case = case();
    let tells = |case: &Case| case.all().iter().filter(|alarm| alarm.detail.tells_cut_off()).count();
    assert_eq!(tells(&case), 3, "the control");
    case.withheld.insert(case.visits[0].id.clone());
    assert_eq!(tells(&case), 0);
    assert_eq!(ids(&case.all())[..3], ["s.week-before", "s.medicines", "s.get-ready"], "the rest does ring");
}

#[test]
fn an_end_marked_before_the_visit_was_moved_counts_for_nothing() {
    let planned = case().ring("s.check-in:evening").unwrap();
    let mut case = case();
    case.marks.insert(
        case.visits[0].id.clone(),
        Marks { injection: None, end: Some(utc(ARRIVAL) - TimeDelta::days(7)) },
    );
    assert_eq!(case.ring("s.check-in:evening").unwrap(), planned);
    let day_after = case.ring("s.check-in:day-after").unwrap();
    assert!(day_after.at > utc(ARRIVAL), "{}", day_after.at);
}

#[test]
fn a_rule_of_the_clinics_own_is_told_in_its_own_words() {
    let json = protocol_json();
    let at = json["phases"][2]["instructions"].as_array().unwrap().iter();
    let at = at.clone().position(|one| one["id"] == "fast_clear").unwrap();
    let base = format!("/phases/2/instructions/{at}");
    let mut rule = json.pointer(&base).unwrap().clone();
    rule["id"] = json!("smoking");
    rule["text"] = json!("Last cigarette.");
    let reminder =
        json!([{"id": "smoke", "at": {"ref": "smoking", "offset": "-PT30M"}, "what": "In 30 minutes."}]);
    let mut case = case();
    case.protocol = Some(protocol(&[(&base, rule), ("/phases/2/reminders", reminder)]));
    let Detail::Clinic { cut_off, .. } = case.ring("s.smoke").unwrap().detail else { panic!() };
    let cut_off = cut_off.unwrap();
    assert_eq!((cut_off.what, cut_off.rule.as_deref()), (CutOffKind::Other, Some("Last cigarette.")));
}

#[test]
fn only_visits_the_patient_can_rely_on_ring() {
    for state in [VisitState::Requested, VisitState::Waiting, VisitState::Cancelled] {
        let mut case = case();
        case.visits[0].state = state;
        assert_eq!(case.all(), [], "{state:?}");
    }
    let mut case = case();
    case.visits[0].start = None;
    assert_eq!(case.all(), []);
}

#[test]
fn a_session_that_took_place_keeps_what_comes_after_it() {
    let mut case = case();
    case.visits[0].state = VisitState::Finished;
    let end = utc("2026-06-18T18:00:00Z");
    case.marks.insert(case.visits[0].id.clone(), Marks { injection: None, end: Some(end) });
    let all = case.all();
    assert_eq!(ids(&all)[0], "s.check-in:evening");
    assert_eq!(case.ring("s.check-in:day-after").unwrap().at, end + TimeDelta::hours(24));
}

#[test]
fn a_visit_the_protocol_has_no_reminders_for_gets_one_the_evening_before() {
    let integration = visit("i", VisitKind::Integration, utc("2026-06-20T13:00:00Z"));
    let mut case = case();
    case.visits.push(integration.clone());
    let ring = case.ring("i.evening-before").unwrap();
    assert_eq!((ring.at, ring.until), (utc("2026-06-19T22:00:00Z"), utc("2026-06-20T13:00:00Z")));
    let at_nine = ClockTime { local: local("2026-06-20T09:00:00"), zone: NEW_YORK, twice: None };
    assert_eq!(ring.detail, Detail::Visit { kind: VisitKind::Integration, at: at_nine, is_arrival: true });
    case.wishes.clocks.insert(AlarmKind::Visit, NaiveTime::from_hms_opt(20, 15, 0).unwrap());
    assert_eq!(at(&case, "i.evening-before"), "2026-06-19 20:15:00");
    // Without a protocol that is all there is, for a session too.
    case.protocol = None;
    assert_eq!(ids(&case.all()), ["s.evening-before", "i.evening-before"]);
    // And nobody knows then how early to be there: the time is the start's.
    let ring = case.ring("i.evening-before").unwrap();
    assert_eq!(ring.detail, Detail::Visit { kind: VisitKind::Integration, at: at_nine, is_arrival: false });
}

#[test]
fn a_reminder_counted_from_an_unknown_booking_leaves_the_visit_with_one_of_ours() {
    let at = json!([{"id": "soon", "at": {"anchor": "booking", "offset": "P1D"}, "what": "Call us."}]);
    let protocol = protocol(&[("/phases/2/reminders", at)]);
    let mut case = case();
    case.protocol = Some(protocol);
    assert!(case.ring("s.soon").is_none() && case.ring("s.evening-before").is_some());
    case.visits[0].booked = Some(utc("2026-06-10T15:00:00Z"));
    assert_eq!(case.ring("s.soon").unwrap().at, utc("2026-06-11T15:00:00Z"));
    assert!(case.ring("s.evening-before").is_none());
}

#[test]
fn a_thing_to_do_rings_on_its_day_or_the_evening_before() {
    let mut case = case();
    case.visits.clear();
    let day = local("2026-06-10T00:00:00").date();
    case.to_do = vec![
        to_do("on-a-day", Due::On(day)),
        to_do("at-noon", Due::At(utc("2026-06-10T16:00:00Z"))),
        to_do("at-nine", Due::At(utc("2026-06-10T13:00:00Z"))),
    ];
    assert_eq!(at(&case, "task:on-a-day"), "2026-06-10 10:00:00");
    assert_eq!(at(&case, "task:at-noon"), "2026-06-10 10:00:00");
    assert_eq!(at(&case, "task:at-nine"), "2026-06-09 18:00:00");
    assert_eq!(case.ring("task:on-a-day").unwrap().until, utc("2026-06-11T04:00:00Z"));
    case.wishes.clocks.insert(AlarmKind::Task, NaiveTime::from_hms_opt(8, 0, 0).unwrap());
    assert_eq!(at(&case, "task:at-nine"), "2026-06-10 08:00:00");
    assert_eq!(case.rings(utc("2026-06-10T16:00:00Z"), utc("2026-06-24T16:00:00Z")).len(), 1);
}

#[test]
fn only_what_is_open_and_has_a_date_is_to_do() {
    let item = |state, due| PlanItem {
        id: "one".to_owned(),
        title: "Plan your ride".to_owned(),
        note: None,
        state,
        due,
        task: None,
        step: Some(VisitKind::Session),
        form: None,
    };
    let due = Some(Due::At(utc(ARRIVAL)));
    assert!(ToDo::of(&item(ItemState::Open, due)).is_some());
    assert!(ToDo::of(&item(ItemState::Open, None)).is_none());
    assert!(ToDo::of(&item(ItemState::Done, due)).is_none());
    assert!(ToDo::of(&item(ItemState::Dropped, due)).is_none());
}

#[test]
fn days_of_two_sessions_that_overlap_ask_once_a_day() {
    let mut case = case();
    let mut second = session(case.protocol.as_ref().unwrap(), utc("2026-06-25T13:00:00Z"));
    second.id = cairn::care::Id::new("s2").unwrap();
    case.visits.push(second);
    let all = case.all();
    let daily = all.iter().filter(|alarm| alarm.id.starts_with("daily@")).count();
    assert_eq!(daily, 43 + 7);
    case.wishes.clocks.insert(AlarmKind::CheckIn, NaiveTime::from_hms_opt(8, 30, 0).unwrap());
    assert_eq!(at(&case, "daily@2026-07-01"), "2026-07-01 08:30:00");
    // The points around a session keep their own instants.
    assert_eq!(at(&case, "s.check-in:day-three"), "2026-06-21 11:30:00");
}

#[test]
fn a_kind_switched_off_is_silent_and_the_others_are_not() {
    let kinds =
        [AlarmKind::CutOff, AlarmKind::Session, AlarmKind::Visit, AlarmKind::Task, AlarmKind::CheckIn];
    let mut case = case();
    case.visits.push(visit("i", VisitKind::Integration, utc("2026-06-20T13:00:00Z")));
    case.to_do = vec![to_do("ride", Due::At(utc("2026-06-10T16:00:00Z")))];
    let all = case.all();
    for kind in kinds {
        case.wishes = Wishes::default();
        case.wishes.off.insert(kind);
        let left = case.all();
        assert!(left.len() < all.len(), "{kind:?} rings nothing at all");
        assert!(left.iter().eq(all.iter().filter(|alarm| alarm.kind != kind)), "{kind:?}");
    }
}

#[test]
fn a_window_keeps_what_is_late_but_of_use_and_drops_what_is_not() {
    let case = case();
    // The night before, after 9 pm: the ring of the last food is late, its cut-off is ahead.
    let night = case.rings(utc("2026-06-18T02:00:00Z"), utc("2026-06-18T13:00:01Z"));
    // "Session in a week" would be a lie on the evening before.
    let at_once = ["s.evening-before", "daily@2026-06-17", "s.last-food", "s.last-drink"];
    let late: Vec<_> = night.iter().filter(|alarm| alarm.at < utc("2026-06-18T02:00:00Z")).collect();
    assert_eq!(late.iter().map(|alarm| alarm.id.as_str()).collect::<Vec<_>>(), at_once);
    assert_eq!(night.last().unwrap().id, "s.check-in:arriving");
    let after_food = case.rings(utc("2026-06-18T07:00:00Z"), utc("2026-07-18T07:00:00Z"));
    assert!(!ids(&after_food).contains(&"s.last-food") && !ids(&after_food).contains(&"s.evening-before"));
    assert!(ids(&after_food).contains(&"s.last-drink"));
}

#[test]
fn two_reminders_of_one_name_both_ring_under_names_of_their_own() {
    let twice = json!([
        {"at": {"anchor": "arrival", "offset": "-P1D"}, "what": "One thing."},
        {"at": {"anchor": "arrival", "offset": "-P1D"}, "what": "Another thing."}
    ]);
    let protocol = protocol(&[("/phases/2/reminders", twice)]);
    let mut case = case();
    case.protocol = Some(protocol);
    assert_eq!(ids(&case.all())[..2], ["s.arrival-P1D", "s.arrival-P1D#2"]);
}

#[test]
fn wishes_survive_being_written_down() {
    let mut wishes = Wishes::default();
    wishes.off.insert(AlarmKind::CutOff);
    wishes.clocks.insert(AlarmKind::Task, NaiveTime::from_hms_opt(8, 30, 0).unwrap());
    let clock = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    wishes.quiet = Quiet::Own { from: clock(23), to: clock(8) };
    let written = serde_json::to_string(&wishes).unwrap();
    assert_eq!(serde_json::from_str::<Wishes>(&written).unwrap(), wishes);
    assert_eq!(serde_json::from_str::<Wishes>("{}").unwrap(), Wishes::default());
}

#[test]
fn the_times_are_those_of_the_session_page() {
    let case = case();
    let times = times(case.protocol.as_ref().unwrap(), utc(ARRIVAL), NEW_YORK);
    let cut_offs = times.cut_offs(case.protocol.as_ref().unwrap(), VisitKind::Session);
    let drink = cut_offs.iter().find(|one| one.id == "fast_clear").unwrap();
    assert_eq!(case.ring("s.last-drink").unwrap().until, drink.at);
}
