//! Booking goes out as the golden `Appointment`s, later words patch what the clinic has, and free times come in as they are.

use crate::golden::{changed, id, is_golden, read_golden, read_value, utc, value};
use cairn::care::booking::{Party, Schedule, Slot, SlotState, Told, Wish, WishTime};
use cairn::care::{Private, VisitKind, VisitState};
use cairn::fhir::{
    Reading, Unreadable, What,
    booking::direct::{self, Change},
    booking::{accepted, ask, cancelled, is_place, let_pass, place, told, wish as booking_wish},
};
use serde_json::{Value, json};

pub(crate) fn wish(time: WishTime) -> Wish {
    Wish {
        id: id("0193a3f4-5b6c-7d8e-9f00-aabbccddee02"),
        kind: VisitKind::Session,
        time,
        replaces: None,
        words: None,
        made: utc("2025-11-20T17:04:05.006Z"),
        zone: chrono_tz::America::New_York,
        answer: None,
    }
}

pub(crate) fn at() -> WishTime {
    WishTime::At {
        start: utc("2025-12-02T15:00:00Z"),
        end: utc("2025-12-02T16:00:00Z"),
        slots: vec![id("slot-ash"), id("slot-kim")],
        with: vec![Party::Clinician(id("ash-example")), Party::Role(id("role-kim"))],
        place: Some(id("cedar-house")),
    }
}

fn earlier() -> WishTime {
    WishTime::Earlier { from: utc("2025-11-21T05:00:00Z"), until: utc("2025-12-02T15:00:00Z") }
}

pub(crate) fn written(wish: &Wish) -> Value {
    ask(wish, &id("sam-sample"))
}

/// The clinic's offer of a time to somebody on its list.
fn offered() -> Value {
    let mut offer =
        written(&Wish { replaces: Some((id("old"), utc("2025-12-02T15:00:00Z"))), ..wish(earlier()) });
    offer["status"] = json!("pending");
    offer["meta"] =
        json!({"versionId": "4", "lastUpdated": "2025-11-22T08:00:00Z", "tag": [{"code": "kept"}]});
    offer["start"] = json!("2025-11-25T15:00:00Z");
    offer["end"] = json!("2025-11-25T16:00:00Z");
    offer["slot"] = json!([{"reference": "Slot/early"}]);
    offer["participant"][0]["status"] = json!("needs-action");
    offer["participant"].as_array_mut().unwrap().push(json!({
        "actor": {"reference": "Patient/somebody-else"}, "status": "needs-action"
    }));
    offer["_comment"] = json!({"extension": [{"url": "https://elsewhere.example/x", "valueString": "kept"}]});
    offer
}

#[test]
fn a_wish_is_written_to_the_letter() {
    is_golden(&written(&wish(at())), "wish");
    let mut moving = wish(at());
    moving.replaces = Some((id("session-1"), utc("2025-12-09T15:00:00Z")));
    moving.words = Some(Private::new(" I work nights.\u{0} Mornings are best "));
    is_golden(&written(&moving), "wish_to_move");
    is_golden(&written(&wish(earlier())), "wish_earlier");
}

#[test]
fn its_place_is_kept_without_any_of_it_and_for_nothing_else() {
    let mut moving = wish(at());
    moving.replaces = Some((id("session-1"), utc("2025-12-09T15:00:00Z")));
    moving.words = Some(Private::new("Mornings are best"));
    let sent = written(&moving);
    let kept = place(&sent).unwrap();
    is_golden(&kept, "wish_place");
    assert!(is_place(&kept) && !is_place(&sent));
    assert_eq!(read_value(&kept).unwrap(), Reading::NotOurs, "nobody has asked for anything");
    for held in ["session-1", "Mornings", "slot-ash", "2025-12"] {
        assert!(sent.to_string().contains(held) && !kept.to_string().contains(held), "{held}");
    }
    assert!(is_place(&place(&written(&wish(earlier()))).unwrap()));
    for off in [
        cancelled(&sent, None),
        cancelled(&written(&wish(earlier())), None),
        cancelled(&kept_by_a_clinic(), None),
    ] {
        assert_eq!(place(&off), None, "what is off needs none");
        assert!(!is_place(&off), "and says what it was");
    }
}

/// An appointment that the clinic made: it has no name of ours.
fn kept_by_a_clinic() -> Value {
    json!({ "resourceType": "Appointment", "id": "a", "status": "proposed", "participant": [] })
}

#[test]
fn what_is_asked_for_is_read_as_asked_for() {
    let Reading::Visit(visit) = read_golden("wish_to_move") else { panic!("a visit") };
    assert_eq!((visit.kind, visit.state), (VisitKind::Session, VisitState::Requested));
    assert_eq!(
        (visit.start, visit.end),
        (Some(utc("2025-12-02T15:00:00Z")), Some(utc("2025-12-02T16:00:00Z")))
    );
    assert_eq!(visit.with, [id("ash-example"), id("role-kim")]);
    assert_eq!(visit.place, Some(id("cedar-house")));
    let read = told(&value("wish_to_move"));
    let record = Some(id("0193a3f4-5b6c-7d8e-9f00-aabbccddee02"));
    assert_eq!(read, Told { record, replaces: Some(id("session-1")), ..Told::default() });
    let Reading::Visit(waits) = read_golden("wish_earlier") else { panic!("a visit") };
    assert_eq!((waits.state, waits.start), (VisitState::Waiting, None));
}

#[test]
fn a_phone_that_did_not_ask_reads_what_was_asked_for() {
    let back = |wish: &Wish| {
        let written = written(wish);
        let Reading::Visit(visit) = read_value(&written).unwrap() else { panic!("a visit") };
        booking_wish(&written, &visit, wish.replaces.clone(), utc("2030-01-01T00:00:00Z"))
    };
    let mut moving = wish(at());
    moving.replaces = Some((id("session-1"), utc("2025-12-09T15:00:00Z")));
    moving.words = Some(Private::new("Mornings are best"));
    for made in [moving, wish(earlier())] {
        let zone = chrono_tz::UTC;
        assert_eq!(back(&made), Some(Wish { zone, ..made }));
    }
    let Reading::Visit(visit) = read_golden("appointment") else { panic!("a visit") };
    assert_eq!(
        booking_wish(&value("appointment"), &visit, None, utc("2030-01-01T00:00:00Z")),
        None,
        "nobody's wish"
    );
}

#[test]
fn without_a_desk_a_move_is_one_transaction_over_what_was_seen() {
    let mut moving = wish(at());
    moving.replaces = Some((id("session-1"), utc("2025-12-09T15:00:00Z")));
    let slot = |name: &str, status: &str| json!({"resourceType": "Slot", "id": name, "meta": {"versionId": "3", "tag": [{"code": "kept"}]}, "status": status});
    let over = |version: &str| Some(format!("W/\"{version}\""));
    let changes = [
        Change { body: direct::slot(&slot("slot-ash", "free"), true), over: over("3") },
        Change { body: cancelled(&value("appointment"), None), over: over("7") },
        Change { body: direct::slot(&slot("slot-old", "busy"), false), over: over("3") },
        Change { body: direct::booked(&written(&moving)), over: None },
    ];
    is_golden(&direct::transaction(&changes), "wish_taken");
    assert_eq!(direct::slots(&written(&moving)), [id("slot-ash"), id("slot-kim")]);
    assert_eq!(direct::replaced(&written(&moving)), Some(id("session-1")));
}

#[test]
fn a_cancellation_changes_what_it_must_and_nothing_else() {
    let before = value("appointment");
    let after = cancelled(&before, Some(&Private::new(" My car broke down\u{7} ")));
    is_golden(&after, "appointment_cancelled");
    let (before, after) = (before.as_object().unwrap(), after.as_object().unwrap());
    for (name, there) in before.iter().filter(|(name, _)| !["status", "meta"].contains(&name.as_str())) {
        assert_eq!(after.get(name), Some(there), "{name}");
    }
    let added: Vec<_> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert_eq!(added, ["cancelationReason"]);
    let read = told(&Value::Object(after.clone()));
    assert!(read.by_patient && !read.gone && !read.offered);
    assert_eq!(cancelled(&value("appointment"), None).pointer("/cancelationReason/text"), None);
}

#[test]
fn an_offer_is_answered_for_this_patient_alone() {
    let offer = offered();
    assert!(told(&offer).offered);
    let yes = accepted(&offer, &id("sam-sample"));
    is_golden(&yes, "offer_accepted");
    assert_eq!(yes["participant"][0]["status"], "accepted");
    assert_eq!(yes["participant"][1]["status"], "needs-action", "nobody speaks for somebody else");
    let no = let_pass(&offer, &id("sam-sample"));
    is_golden(&no, "offer_let_pass");
    let Reading::Visit(waits) = read_value(&no).unwrap() else { panic!("a visit") };
    assert_eq!((waits.state, waits.start), (VisitState::Waiting, None));
    assert_eq!(no["requestedPeriod"], offer["requestedPeriod"]);
}

#[test]
fn why_a_clinic_says_no_is_heard() {
    let mut no = written(&wish(at()));
    no["status"] = json!("cancelled");
    no["cancelationReason"] = json!({
        "coding": [{"system": "https://cairn.example/fhir/CodeSystem/booking", "code": "time-gone"}],
        "text": "Somebody else has this time now."
    });
    let read = told(&no);
    assert!(read.gone && !read.by_patient);
    assert_eq!(read.said.as_ref().map(Private::reveal), Some("Somebody else has this time now."));
    no["cancelationReason"] =
        json!({"coding": [{"system": "https://elsewhere.example", "code": "time-gone"}]});
    assert_eq!((told(&no).gone, told(&no).said), (false, None));
    // Whatever stands there, it is read or passed over.
    for odd in
        [json!(null), json!([]), json!("x"), json!({"participant": "x", "identifier": 3, "extension": {}})]
    {
        assert_eq!(told(&odd), Told::default());
        assert_eq!(accepted(&odd, &id("sam-sample")), odd);
    }
}

#[test]
fn free_times_are_read_with_their_calendar() {
    assert_eq!(
        read_golden("schedule"),
        Reading::Schedule(Schedule {
            id: id("times-ash"),
            active: true,
            kinds: vec![VisitKind::Preparation, VisitKind::Integration],
            with: vec![Party::Clinician(id("ash-example"))],
            place: Some(id("cedar-house")),
        })
    );
    assert_eq!(
        read_golden("slot"),
        Reading::Slot(Slot {
            id: id("slot-ash"),
            schedule: id("times-ash"),
            state: SlotState::Free,
            kinds: vec![VisitKind::Session],
            start: utc("2025-12-02T15:00:00Z"),
            end: utc("2025-12-02T16:00:00Z"),
        })
    );
}

fn why(name: &str, pointer: &str, new: Option<Value>) -> Result<Reading, Unreadable> {
    read_value(&changed(name, pointer, new))
}

#[test]
fn a_slot_is_read_whole_or_named() {
    for (pointer, new, path, what) in [
        ("/status", None, "Slot.status", What::Missing),
        ("/status", Some(json!("maybe")), "Slot.status", What::UnknownCode),
        ("/start", None, "Slot.start", What::Missing),
        ("/start", Some(json!("2025-12-02")), "Slot.start", What::BadDate),
        ("/end", Some(json!("2025-12-02T10:00:00-05:00")), "Slot.end", What::BadDate),
        ("/schedule", None, "Slot.schedule", What::Missing),
        ("/schedule", Some(json!({"reference": "Schedule"})), "Slot.schedule.reference", What::BadReference),
        (
            "/schedule",
            Some(json!({"reference": "https://elsewhere.example/Schedule/1"})),
            "Slot.schedule",
            What::OutOfReach,
        ),
        ("/modifierExtension", Some(json!([{"url": "x"}])), "Slot.modifierExtension", What::UnknownModifier),
    ] {
        let unreadable = why("slot", pointer, new).unwrap_err();
        assert_eq!((unreadable.path.as_str(), unreadable.what), (path, what));
    }
    assert!(why("schedule", "/active", Some(json!("yes"))).is_err());
    let Ok(Reading::Schedule(old)) = why("schedule", "/active", Some(json!(false))) else {
        panic!("a calendar")
    };
    assert!(!old.active);
    for (status, state) in [
        ("busy", SlotState::Taken),
        ("busy-tentative", SlotState::Taken),
        ("busy-unavailable", SlotState::Taken),
        ("entered-in-error", SlotState::Void),
    ] {
        let Ok(Reading::Slot(slot)) = why("slot", "/status", Some(json!(status))) else { panic!("a slot") };
        assert_eq!(slot.state, state);
    }
}

#[test]
fn two_readings_of_a_visit_are_told_apart_by_what_makes_it_another_and_by_nothing_else() {
    use cairn::fhir::booking::{cancelled_as, stands};
    let seen = written(&wish(at()));
    let other = |name: &str, value: Value| {
        let mut other = seen.clone();
        other[name] = value;
        other
    };
    for (name, value) in [
        ("status", json!("booked")),
        ("start", json!("2025-12-02T11:00:00-05:00")),
        ("slot", json!([{ "reference": "Slot/slot-ash" }])),
    ] {
        assert_ne!(stands(&seen), stands(&other(name, value)), "{name}");
    }
    // The same instant on another clock, and whatever else is written in it.
    for (name, value) in [
        ("start", json!("2025-12-02T15:00:00Z")),
        ("comment", json!("Ring twice.")),
        ("meta", json!({ "versionId": "3" })),
    ] {
        assert_eq!(stands(&seen), stands(&other(name, value)), "{name}");
    }
    let word = cancelled(&seen, Some(&Private::new("Ill.")));
    let noted = other("comment", json!("Ring twice."));
    let off = cancelled_as(&noted, &word).unwrap();
    assert_eq!((&off["status"], &off["comment"]), (&json!("cancelled"), &json!("Ring twice.")));
    assert_eq!(off["cancelationReason"], word["cancelationReason"]);
    assert_eq!(cancelled_as(&noted, &seen), None, "the control: no word that cancels");
}
