//! The pages of a session's day, minute by minute: never two at once, never one that does not hold.

use super::*;
use chrono::{NaiveDateTime, TimeDelta};
use chrono_tz::America::New_York;
use proptest::prelude::*;

/// The protocol of the bundled sample: 15 minutes early, 15 of centering, first check-in 4 h after the end, card 24 h.
fn protocol() -> Protocol {
    let bundled = include_str!("../../assets/practice/sample.json");
    let all: serde_json::Value = serde_json::from_str(bundled).unwrap();
    serde_json::from_value(all["protocol"].clone()).unwrap()
}

fn at(local: &str) -> DateTime<Utc> {
    time::instant_of(local.parse::<NaiveDateTime>().unwrap(), New_York)
}

fn id(name: &str) -> Id {
    Id::new(name).unwrap()
}

fn visit(name: &str, state: VisitState, start: DateTime<Utc>) -> Visit {
    Visit {
        id: id(name),
        kind: VisitKind::Session,
        state,
        start: Some(start),
        booked: None,
        end: start.checked_add_signed(TimeDelta::hours(1)),
        place: None,
        with: vec![],
        note: None,
    }
}

/// A session at 9:30 on 3 December 2026: be there 9:15, injection 9:45, reckoned end 11:45.
fn morning(state: VisitState) -> Visit {
    visit("s", state, at("2026-12-03T09:30:00"))
}

fn marked(end: &str) -> Marks {
    Marks { end: Some(at(end)), injection: None }
}

fn chosen(enter: bool, local: &str) -> SoftChoice {
    SoftChoice { visit: id("s"), at: at(local), enter }
}

/// What stands at `now`: the page, the card's end.
fn day(visits: &[(Visit, Marks)], choice: Option<&SoftChoice>, now: &str) -> (String, Option<DateTime<Utc>>) {
    let (protocol, now) = (protocol(), at(now));
    let sessions: Vec<_> = visits
        .iter()
        .filter_map(|(visit, marks)| Session::of(&protocol, visit, *marks, New_York, now))
        .collect();
    let sessions = Sessions::of(sessions, vec![], now);
    let day = session_day(&sessions, choice, false, now);
    let page = match day.page {
        DayPage::Ordinary => "ordinary".to_owned(),
        DayPage::Call => "call".to_owned(),
        DayPage::Session(session) => format!("session {}", session.visit),
        DayPage::Soft(session) => format!("soft {}", session.visit),
    };
    (page, day.card.map(|session| session.card_until))
}

fn one(visit: Visit, marks: Marks, choice: Option<&SoftChoice>, now: &str) -> (String, bool) {
    let (page, card) = day(&[(visit, marks)], choice, now);
    (page, card.is_some())
}

fn alone(session: Session) -> Sessions {
    Sessions { live: vec![session], kept: vec![] }
}

/// The session as it was kept while it stood.
fn kept(now: &str) -> Session {
    Session::of(&protocol(), &morning(VisitState::Confirmed), Marks::default(), New_York, at(now)).unwrap()
}

/// What stands at `now` of what was kept alone.
fn by_row(choice: Option<&SoftChoice>, now: &str) -> (bool, bool) {
    let now_at = at(now);
    let sessions = Sessions::of(vec![], vec![kept("2026-12-03T08:00:00")], now_at);
    let day = session_day(&sessions, choice, true, now_at);
    (matches!(day.page, DayPage::Soft(_)), day.card.is_some())
}

#[test]
fn what_was_kept_protects_when_the_clinics_word_is_gone() {
    assert_eq!(by_row(None, "2026-12-03T11:44:59"), (false, false));
    assert_eq!(by_row(None, "2026-12-03T11:45:00"), (true, true));
    assert_eq!(by_row(None, "2026-12-03T15:45:00"), (false, true));
    assert_eq!(by_row(None, "2026-12-04T11:45:00"), (false, false));
    let enter = chosen(true, "2026-12-03T10:30:00");
    assert_eq!(by_row(Some(&enter), "2026-12-03T10:31:00"), (true, true));
}

#[test]
fn only_what_the_clinic_took_back_before_its_end_is_let_go() {
    let rows = |visits: &[Visit], choice: Option<&SoftChoice>, now: &str| {
        let row = kept("2026-12-03T08:00:00");
        Sessions::of(vec![], vec![row], at(now)).to_keep(visits, choice, at(now)).len()
    };
    let moved = visit("s", VisitState::Confirmed, at("2026-12-10T09:30:00"));
    let cancelled = morning(VisitState::Cancelled);
    for taken_back in [moved, cancelled] {
        let visits = [taken_back];
        assert_eq!(rows(&visits, None, "2026-12-03T11:44:00"), 0);
        assert_eq!(rows(&visits, None, "2026-12-03T11:46:00"), 1, "it took place before that");
        let enter = chosen(true, "2026-12-03T10:30:00");
        assert_eq!(rows(&visits, Some(&enter), "2026-12-03T10:31:00"), 1, "the patient says that it did");
    }
    assert_eq!(rows(&[], None, "2026-12-03T10:00:00"), 1, "what cannot be read takes nothing back");
    assert_eq!(rows(&[morning(VisitState::Confirmed)], None, "2026-12-03T10:00:00"), 1, "nor do lost rules");
    assert_eq!(rows(&[], None, "2026-12-07T10:00:00"), 0, "long over");
}

#[test]
fn the_card_never_ends_earlier_than_it_was_kept() {
    let live = || kept("2026-12-03T12:00:00");
    let row = || Session { card_until: at("2026-12-04T18:00:00"), ..kept("2026-12-03T12:00:00") };
    let now = at("2026-12-03T12:00:00");
    let all = Sessions::of(vec![live()], vec![row()], now);
    assert_eq!((all.live[0].card_until, all.kept.len()), (at("2026-12-04T18:00:00"), 0));
    let before =
        Sessions::of(vec![live()], vec![Session { over: false, ..row() }], at("2026-12-03T08:00:00"));
    assert_eq!(before.live[0].card_until, live().card_until, "before its end the clinic's word now holds");
}

#[test]
fn a_session_that_moved_unseen_has_its_page_and_the_card_stays() {
    let now = at("2026-12-03T12:00:00");
    let later = visit("s", VisitState::Confirmed, at("2026-12-03T15:30:00"));
    let live = Session::of(&protocol(), &later, Marks::default(), New_York, now).unwrap();
    let day =
        session_day(&Sessions::of(vec![live], vec![kept("2026-12-03T08:00:00")], now), None, false, now);
    assert!(matches!(day.page, DayPage::Session(_)) && day.card.is_some());
}

#[test]
fn rest_cannot_be_chosen_before_the_patient_is_there() {
    let enter = chosen(true, "2026-12-03T08:00:00");
    let stands = one(morning(VisitState::Confirmed), Marks::default(), Some(&enter), "2026-12-03T08:01:00");
    assert_eq!(stands, ("session s".into(), false));
}

#[test]
fn from_midnight_to_the_next_day() {
    let stands = |now| one(morning(VisitState::Confirmed), Marks::default(), None, now);
    assert_eq!(stands("2026-12-02T23:59:59"), ("ordinary".into(), false));
    assert_eq!(stands("2026-12-03T00:00:00"), ("session s".into(), false));
    assert_eq!(stands("2026-12-03T11:44:59"), ("session s".into(), false));
    assert_eq!(stands("2026-12-03T11:45:00"), ("soft s".into(), true));
    assert_eq!(stands("2026-12-03T15:44:59"), ("soft s".into(), true));
    assert_eq!(stands("2026-12-03T15:45:00"), ("ordinary".into(), true));
    assert_eq!(stands("2026-12-04T11:44:59"), ("ordinary".into(), true));
    assert_eq!(stands("2026-12-04T11:45:00"), ("ordinary".into(), false));
}

#[test]
fn midnight_is_the_clinics_and_of_the_day_to_be_there() {
    let early = visit("s", VisitState::Confirmed, at("2026-12-03T00:10:00"));
    let stands = |now| one(early.clone(), Marks::default(), None, now).0;
    assert_eq!(stands("2026-12-01T23:59:00"), "ordinary");
    assert_eq!(stands("2026-12-02T00:00:00"), "session s", "to be there at 11:55 pm");
}

#[test]
fn a_later_marked_end_moves_rest_and_card_and_an_earlier_one_never_shortens_the_card() {
    let (page, card) =
        day(&[(morning(VisitState::Finished), marked("2026-12-03T12:30:00"))], None, "2026-12-03T16:00:00");
    assert_eq!((page.as_str(), card), ("soft s", Some(at("2026-12-04T12:30:00"))));
    let (page, card) =
        day(&[(morning(VisitState::Finished), marked("2026-12-03T10:50:00"))], None, "2026-12-03T11:00:00");
    assert_eq!((page.as_str(), card), ("soft s", Some(at("2026-12-04T11:45:00"))), "the latest candidate");
    let under_way =
        day(&[(morning(VisitState::UnderWay), marked("2026-12-03T12:30:00"))], None, "2026-12-03T12:00:00");
    assert_eq!(under_way, ("session s".into(), None), "marked to end later, it is not over");
}

#[test]
fn taken_place_without_a_clock_time_it_is_over_at_once() {
    let stands = one(morning(VisitState::Finished), Marks::default(), None, "2026-12-03T10:40:00");
    assert_eq!(stands, ("soft s".into(), true));
}

#[test]
fn by_choice_before_the_end_and_out_of_it() {
    let under_way = || morning(VisitState::UnderWay);
    let enter = chosen(true, "2026-12-03T11:00:00");
    assert_eq!(
        one(under_way(), Marks::default(), Some(&enter), "2026-12-03T11:01:00"),
        ("soft s".into(), true)
    );
    assert_eq!(
        one(under_way(), Marks::default(), Some(&enter), "2026-12-03T15:45:00"),
        ("ordinary".into(), true)
    );
    let leave = chosen(false, "2026-12-03T12:00:00");
    assert_eq!(
        one(under_way(), Marks::default(), Some(&leave), "2026-12-03T12:01:00"),
        ("ordinary".into(), true)
    );
    let leave_early = chosen(false, "2026-12-03T11:00:00");
    assert_eq!(
        one(under_way(), Marks::default(), Some(&leave_early), "2026-12-03T11:01:00"),
        ("session s".into(), true),
        "leaving takes back nothing: they may be on the way home"
    );
    let again = chosen(true, "2026-12-03T20:00:00");
    assert_eq!(one(under_way(), Marks::default(), Some(&again), "2026-12-03T20:01:00").0, "soft s");
    assert_eq!(
        one(under_way(), Marks::default(), Some(&again), "2026-12-04T11:45:00").0,
        "ordinary",
        "ends by itself"
    );
}

#[test]
fn a_choice_for_another_time_of_the_visit_does_not_count() {
    let moved = visit("s", VisitState::Confirmed, at("2026-12-10T09:30:00"));
    let enter = chosen(true, "2026-12-03T11:00:00");
    assert_eq!(
        one(moved.clone(), Marks::default(), Some(&enter), "2026-12-03T11:01:00"),
        ("ordinary".into(), false)
    );
    assert_eq!(one(moved.clone(), Marks::default(), Some(&enter), "2026-12-10T08:00:00").0, "session s");
    let ended_then = marked("2026-12-03T11:00:00");
    assert_eq!(one(moved, ended_then, None, "2026-12-10T08:00:00"), ("session s".into(), false));
}

#[test]
fn cancelled_after_midnight_it_has_no_page_and_no_card() {
    for state in [VisitState::Cancelled, VisitState::Requested, VisitState::Waiting] {
        for now in ["2026-12-03T08:00:00", "2026-12-03T12:00:00"] {
            assert_eq!(
                one(morning(state), Marks::default(), None, now),
                ("ordinary".into(), false),
                "{state:?}"
            );
        }
    }
}

#[test]
fn what_cannot_be_shown_leads_to_a_call_and_rest_stays_rest() {
    let protocol = protocol();
    for (now, expected) in
        [("2026-12-03T08:00:00", DayPage::Call), ("2026-12-02T08:00:00", DayPage::Ordinary)]
    {
        let now = at(now);
        let session =
            Session::of(&protocol, &morning(VisitState::Confirmed), Marks::default(), New_York, now).unwrap();
        assert_eq!(session_day(&alone(session), None, true, now).page, expected);
    }
    let now = at("2026-12-03T12:00:00");
    let session =
        Session::of(&protocol, &morning(VisitState::Confirmed), Marks::default(), New_York, now).unwrap();
    let day = session_day(&alone(session.clone()), None, true, now);
    assert_eq!((day.page, day.card), (DayPage::Soft(session.clone()), Some(session)));
}

#[test]
fn moved_while_under_way_the_page_goes_with_it() {
    let stands =
        |start: &str, now| one(visit("s", VisitState::UnderWay, at(start)), Marks::default(), None, now).0;
    assert_eq!(stands("2026-12-03T10:30:00", "2026-12-03T12:00:00"), "session s", "its end moved, too");
    assert_eq!(stands("2026-12-05T09:30:00", "2026-12-03T10:00:00"), "ordinary");
}

#[test]
fn of_two_sessions_the_one_that_matters_now_has_the_page() {
    let first = (visit("a", VisitState::Confirmed, at("2026-12-03T09:30:00")), Marks::default());
    let second = (visit("b", VisitState::Confirmed, at("2026-12-03T17:00:00")), Marks::default());
    let next_day = (visit("c", VisitState::Confirmed, at("2026-12-04T09:30:00")), Marks::default());
    let both = [second, first.clone()];
    assert_eq!(day(&both, None, "2026-12-03T08:00:00").0, "session a");
    assert_eq!(day(&both, None, "2026-12-03T12:00:00").0, "soft a");
    assert_eq!(day(&both, None, "2026-12-03T16:00:00").0, "session b");
    let (page, card) = day(&both, None, "2026-12-03T20:00:00");
    assert_eq!((page.as_str(), card), ("soft b", Some(at("2026-12-04T19:15:00"))));
    let (page, card) = day(&[first, next_day], None, "2026-12-04T08:00:00");
    assert_eq!(
        (page.as_str(), card),
        ("session c", Some(at("2026-12-04T11:45:00"))),
        "the first card still holds"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// From the end, as marked or as reckoned, to the later of both cards, the card is there without a gap.
    #[test]
    fn the_card_has_no_gap(
        start in 0_i64..400 * 1440, marked in proptest::option::of(1_i64..600), zone in 0_usize..6, step in 1_i64..90,
    ) {
        let zone = [
            New_York, Tz::Europe__Berlin, Tz::Australia__Lord_Howe, Tz::Asia__Kathmandu, Tz::Africa__Casablanca,
            Tz::America__Santiago,
        ][zone];
        let start = at("2026-01-01T00:00:00") + TimeDelta::minutes(start);
        let visit = visit("s", VisitState::Confirmed, start);
        let marks = Marks { end: marked.map(|minutes| start + TimeDelta::minutes(minutes)), injection: None };
        let planned = start + TimeDelta::minutes(15) + TimeDelta::hours(2);
        let end = marks.end.unwrap_or(planned);
        let protocol = protocol();
        let times = SessionTimes::of(&protocol, visit.kind, start, None, marks, zone).unwrap();
        let until = times.card_until(&protocol, visit.end);
        prop_assert!(until >= end.max(planned) + TimeDelta::hours(24));
        let stands = |now| {
            let session = Session::of(&protocol, &visit, marks, zone, now).unwrap();
            session_day(&alone(session), None, false, now)
        };
        let mut now = end;
        while now < until {
            let day = stands(now);
            prop_assert!(day.card.is_some(), "{now}");
            prop_assert_eq!(matches!(day.page, DayPage::Soft(_)), now < end + TimeDelta::hours(4));
            now += TimeDelta::minutes(step * 7);
        }
        prop_assert!(stands(until).card.is_none());
        prop_assert!(stands(end - TimeDelta::seconds(1)).card.is_none());
    }
}
