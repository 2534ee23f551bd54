//! Made-up read models: one ordinary patient, seen at many moments.

use cairn::{
    app::read::*,
    care::journey::{Stage, Step},
    care::*,
    ui::screens::EntryPage,
};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::{America::Denver, Tz};
use dioxus::prelude::*;

pub(crate) const CANARY: &str = "The rain sounded kind today.";

/// Wednesday, 2 December 2026, 6:40 pm in Denver.
pub(crate) fn now() -> DateTime<Utc> {
    local(2, 18, 40)
}

pub(crate) fn zone() -> Tz {
    Denver
}

pub(crate) fn local(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Denver.with_ymd_and_hms(2026, 12, day, hour, minute, 0).unwrap().with_timezone(&Utc)
}

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(crate) fn visit(name: &str, kind: VisitKind, state: VisitState, start: DateTime<Utc>) -> VisitView {
    let arrive = (kind == VisitKind::Session).then(|| start - chrono::TimeDelta::minutes(15));
    VisitView {
        id: id(name),
        kind,
        state,
        arrival: Some(Arrival { arrive, start, zone: Denver, zone_differs: false }),
        place_name: Some("Cedar House".into()),
        address: vec!["48 Aspen Street, 2nd floor".into(), "Boulder, CO 80302".into()],
        contacts: vec![
            Contact { way: Way::Phone, value: "+1 303 555 0140".into(), label: None },
            Contact { way: Way::Text, value: "+1 303 555 0141".into(), label: Some("running late".into()) },
        ],
        with: vec!["Mara Lindqvist".into(), "Dr. Tomás Reyes".into()],
        note: Some("The door is to the left of the bakery. Ring twice and take your time.".into()),
    }
}

pub(crate) fn session() -> VisitView {
    visit("session-1", VisitKind::Session, VisitState::Confirmed, local(3, 9, 30))
}

pub(crate) fn check_in(name: &str, at: DateTime<Utc>, mood: u8, anxiety: u8, words: Option<&str>) -> CheckIn {
    CheckIn {
        id: id(name),
        at,
        zone: Denver,
        mood: Score::new(mood).unwrap(),
        anxiety: Score::new(anxiety).unwrap(),
        feelings: Vec::new(),
        sleep: None,
        words: words.map(Private::new),
        changed: None,
    }
}

pub(crate) fn due(name: &str, title: &str, note: Option<&str>, due: Option<Due>) -> DueLine {
    let due_local = match due {
        Some(Due::At(at)) => Some(at.with_timezone(&Denver).naive_local()),
        _ => None,
    };
    DueLine {
        whose: Whose::Clinic(ItemKey { plan: Some(id("plan")), item: name.into() }),
        title: Private::new(title),
        note: note.map(Into::into),
        due,
        due_local,
        elsewhere: None,
        overdue: name == "over",
        done: Done::No,
        form: None,
        leads: None,
    }
}

pub(crate) fn today() -> Today {
    Today {
        part: DayPart::Evening,
        date: NaiveDate::from_ymd_opt(2026, 12, 2).unwrap(),
        given: Some(Private::new("Ana")),
        notices: vec![],
        next: Next::Visit,
        next_visit: Some(session()),
        days_until: Some(1),
        prepare: Some(crate::preparing::times(now())),
        to_read: None,
        food_moved: vec![],
        other_times: None,
        due: vec![
            due(
                "bag",
                "Pack your bag",
                Some("Photo ID, eye mask, a small comfort object"),
                Some(Due::At(local(2, 21, 0))),
            ),
            due(
                "sentence",
                "Write one sentence for tomorrow",
                None,
                Some(Due::On(NaiveDate::from_ymd_opt(2026, 12, 3).unwrap())),
            ),
            due("ride", "Who drives you home?", None, None),
            due("over", "Practice slow breathing", None, Some(Due::At(local(2, 12, 0)))),
        ],
        asked: vec![],
        wishes: WishesNow::default(),
        check_in: None,
        waiting_long: None,
        sign_in_again: false,
        plan_unreadable: false,
        first_time: false,
    }
}

pub(crate) fn notice(name: &str, subject: Subject, happened: Happened) -> Notice {
    Notice { id: id(name), subject, happened, about: id("session-1"), at: now() }
}

pub(crate) fn journey() -> Journey {
    let line = |step, stage, behind, ahead| JourneyLine { step, stage, behind, ahead };
    let took = |name, kind, at| visit(name, kind, VisitState::Finished, at);
    Journey {
        steps: vec![
            line(
                Step::Intake,
                Stage::Behind,
                vec![took("i", VisitKind::Intake, local(1, 10, 0) - chrono::TimeDelta::days(20))],
                vec![],
            ),
            line(
                Step::Preparation,
                Stage::Behind,
                vec![took("p", VisitKind::Preparation, local(1, 14, 0) - chrono::TimeDelta::days(6))],
                vec![],
            ),
            line(Step::Session, Stage::Here, vec![], vec![session()]),
            line(
                Step::Integration,
                Stage::Ahead,
                vec![],
                vec![
                    visit("g", VisitKind::Integration, VisitState::Confirmed, local(5, 11, 0)),
                    visit("h", VisitKind::Integration, VisitState::Requested, local(12, 12, 0)),
                ],
            ),
        ],
        other_ahead: vec![visit("o", VisitKind::Other, VisitState::Confirmed, local(20, 8, 30))],
        incomplete: false,
        first_time: false,
    }
}

pub(crate) fn check_ins() -> CheckIns {
    let line = |check_in, delivery, undo_until| CheckInLine { check_in, delivery, undo_until };
    CheckIns {
        lines: vec![
            line(
                check_in("a", local(2, 18, 39), 6, 4, Some(CANARY)),
                Delivery::OnThisPhone,
                Some(local(2, 18, 41)),
            ),
            line(check_in("b", local(1, 19, 2), 5, 6, None), Delivery::Sent(local(1, 19, 3)), None),
            line(
                check_in(
                    "c",
                    local(1, 8, 15),
                    3,
                    8,
                    Some("Did not sleep much. Called my sister, that helped a little."),
                ),
                Delivery::NeedsAttention(Refusal::NotAllowed),
                None,
            ),
        ],
        more: true,
    }
}

pub(crate) fn help(practice: bool) -> Help {
    let number = |kind, way, value: &str, label: Option<&str>| HelpNumber {
        kind,
        way,
        value: value.into(),
        label: label.map(Into::into),
    };
    Help {
        clinic_name: Some("Cedar House".into()),
        numbers: vec![
            number(NumberKind::Emergency, Way::Phone, "911", None),
            number(NumberKind::Crisis, Way::Phone, "988", None),
            number(NumberKind::Crisis, Way::Text, "988", None),
            number(NumberKind::Clinic, Way::Phone, "+1 303 555 0140", None),
            number(NumberKind::Clinic, Way::Phone, "+1 303 555 0149", Some("after hours")),
        ],
        emergency_signs: ["Trouble breathing or swallowing", "Chest pain", "Fainting, cannot be woken"]
            .map(Into::into)
            .into(),
        clinic_signs: ["Vomiting that does not stop", "Headache or fear that is getting worse"]
            .map(Into::into)
            .into(),
        reviewed_by: None,
        practice,
    }
}

/// The clinic's own of them.
pub(crate) fn clinic_numbers() -> Vec<HelpNumber> {
    help(false).numbers.into_iter().filter(|number| number.kind == NumberKind::Clinic).collect()
}

pub(crate) fn sync_state() -> SyncState {
    SyncState {
        sign_in: SignIn::SignedIn,
        clinic_name: Some("Cedar House".into()),
        clinic_address: Some("https://cedar.example/fhir".into()),
        patient: Some(Private::new("Ana Example")),
        counts: DeliveryCount {
            waiting: 1,
            needs_attention: 1,
            sent: 14,
            oldest_waiting: Some(local(2, 18, 39)),
        },
        last_pull: Some(local(2, 14, 2)),
        busy: false,
        trouble: None,
        unread: 0,
        pieces: 3_400_000,
    }
}

pub(crate) fn details() -> SyncDetails {
    let line = |name: &str, made, delivery, attempts| QueueLine {
        record: id(name),
        kind: "Observation".into(),
        made,
        delivery,
        attempts,
    };
    SyncDetails {
        queue: vec![
            line("019b2f60-7c1e-7a21-9d5e-4f0f6d1c22a1", local(2, 18, 39), Delivery::OnThisPhone, 2),
            line("019b2f60-7c1e-7a21-9d5e-4f0f6d1c22a2", local(1, 19, 2), Delivery::Sent(local(1, 19, 3)), 1),
            line(
                "019b2f60-7c1e-7a21-9d5e-4f0f6d1c22a3",
                local(1, 8, 15),
                Delivery::NeedsAttention(Refusal::NotAllowed),
                1,
            ),
        ],
        unread: vec![UnreadLine {
            kind: "Appointment".into(),
            id: id("apt-77"),
            why: "Appointment.status: unknown code".into(),
        }],
    }
}

/// An entry as its page shows it, with nothing else around it.
pub(crate) fn opened(entry: journal::Entry) -> EntryView {
    EntryView { entry, earlier: 0, prompts: Vec::new(), sessions: Vec::new(), intention: None }
}

/// A page of the journal with what hangs on it.
pub(crate) fn page_with(model: EntryView, below: Element) -> Element {
    rsx! {
        EntryPage {
            model,
            on_words: |_| (),
            on_settle: |()| (),
            on_mood: |_| (),
            on_prompt: |_| (),
            on_session: |_| (),
            on_remove: |()| (),
            {below}
        }
    }
}
