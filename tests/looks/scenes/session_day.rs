//! The moments of a session's day.

use super::{Named, Scene};
use crate::samples::*;
use cairn::{
    app::read::*,
    care::{preparation::Limit, *},
    ui::{navigation::Screen, screens::*},
};
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::America::Denver;
use dioxus::prelude::*;

fn clock(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

pub(crate) fn card() -> CardLine {
    CardLine { until: clock(3, 18, 45), zone: Denver, zone_differs: false }
}

fn cut_off(what: CutOffKind, hour: u32, over: bool) -> Limit {
    Limit { id: format!("{what:?}"), what, at: local(2, hour, 15), over, words: None, hours: None }
}

fn vitals() -> Vec<VitalsLine> {
    let value = |what, digits: &str, unit: Option<&str>| VitalValue {
        what,
        digits: Private::new(digits),
        unit: unit.map(str::to_owned),
    };
    vec![VitalsLine {
        id: id("bp"),
        at: clock(2, 9, 31),
        values: vec![
            value(Vital::BloodPressure, "118/76", Some("mmHg")),
            value(Vital::Pulse, "72", Some("/min")),
            value(Vital::Temperature, "36.60", Some("°C")),
        ],
    }]
}

fn session_view() -> SessionView {
    SessionView {
        visit: session(),
        notices: vec![],
        cut_offs: vec![
            cut_off(CutOffKind::LargeMeal, 1, true),
            cut_off(CutOffKind::Food, 3, true),
            cut_off(CutOffKind::ClearDrinks, 7, false),
        ],
        bring: ["Photo ID", "Headphones or a playlist", "Water for after"].map(Into::into).into(),
        driver: Some((Private::new("Kim"), false)),
        readiness: Readiness::Open(5),
        vitals: vec![],
        to_read: None,
        arrived: false,
    }
}

fn questions(answers: &[(Question, bool)]) -> Questions {
    let answer = |question| answers.iter().find(|(asked, _)| *asked == question).map(|(_, yes)| *yes);
    Questions {
        visit: id("session-1"),
        lines: Question::ALL.map(|question| (question, answer(question))).to_vec(),
        later: vec![],
        zone_differs: false,
        outcome: readiness(answers),
        last_food: Some(ClockTime::of(local(2, 3, 15), Denver)),
        last_drink: Some(ClockTime::of(local(2, 7, 15), Denver)),
        numbers: clinic_numbers(),
    }
}

fn driver_view() -> DriverView {
    DriverView {
        visit: id("session-1"),
        name: Some(Private::new("Kim")),
        phone: Some(Private::new("+1 303 555 0177")),
        suggested: false,
        confirmed: false,
        delivery: None,
        hand_off: Some(HandOff {
            from: clock(3, 11, 45),
            to: clock(3, 12, 45),
            zone: Denver,
            zone_differs: false,
            place: vec!["Cedar House".into(), "48 Aspen Street, 2nd floor".into()],
            number: Some("+1 303 555 0140".into()),
            dos: vec!["Walk slowly, use handrails".into(), "Rest, low light".into()],
            donts: vec!["Drive, cycle or use machines".into()],
            until: clock(4, 11, 45),
            left_out: true,
        }),
    }
}

fn soft(words: Option<&str>, writing: bool, must_call: bool) -> Scene {
    let words = words.map(Private::new);
    Scene::at(&[Screen::Today], move || {
        let model = SoftView {
            visit: id("session-1"),
            words: words.clone(),
            page: None,
            must_call,
            number: clinic_numbers().into_iter().next(),
            card: Some(card()),
        };
        rsx! {
            SoftPage { model, writing, on_words: |_| (), on_leave: |()| () }
        }
    })
}

fn first_day(model: FirstDay) -> Scene {
    Scene::at(&[Screen::Today, Screen::FirstDay], move || {
        rsx! {
            FirstDayPage { model: model.clone() }
        }
    })
}

fn the_card() -> FirstDay {
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    FirstDay {
        until: Some(card()),
        known: true,
        dos: lines(&[
            "Go home with your adult",
            "Walk slowly, use handrails",
            "Rest, low light, little screen time",
        ]),
        donts: lines(&["Drive, cycle or use machines", "Drink alcohol or use cannabis"]),
        expect: Some("You may feel tired, floaty, dizzy or tearful. Most of this fades the same day.".into()),
        help: help(false),
    }
}

/// Before the last time for drinks, on a phone with another clock.
fn questions_later() -> Scene {
    Scene::at(&[Screen::Today, Screen::Questions(id("session-1"))], || {
        let all = questions(&[]);
        let lines = all.lines.into_iter().filter(|(asked, _)| *asked != Question::Drank).collect();
        let later = vec![(Question::Drank, ClockTime::of(local(2, 7, 15), Denver))];
        let model = Questions { lines, later, zone_differs: true, ..questions(&[]) };
        rsx! {
            QuestionsPage { model, on_answer: |_| () }
        }
    })
}

fn the_day(page: impl Fn(SessionView) -> Scene) -> Vec<Named> {
    let over = vec![cut_off(CutOffKind::Food, 3, true), cut_off(CutOffKind::ClearDrinks, 7, true)];
    let there = SessionView {
        arrived: true,
        visit: visit("session-1", VisitKind::Session, VisitState::UnderWay, local(3, 9, 30)),
        cut_offs: over.clone(),
        vitals: vitals(),
        driver: Some((Private::new("Kim"), true)),
        readiness: Readiness::Kept,
        ..session_view()
    };
    let told =
        vec![notice("n2", Subject::Visit, Happened::Moved { from: local(4, 9, 30), to: local(3, 9, 30) })];
    vec![
        ("session", page(session_view())),
        (
            "session-told",
            page(SessionView { notices: told, driver: None, readiness: Readiness::Kept, ..session_view() }),
        ),
        (
            "session-nothing-now",
            page(SessionView { cut_offs: over, readiness: Readiness::Call(vec![]), ..session_view() }),
        ),
        ("session-to-read", page(SessionView { to_read: Some(ToRead::Changed), ..session_view() })),
        ("session-there", page(there)),
    ]
}

pub(super) fn scenes() -> Vec<Named> {
    let page = |model: SessionView| {
        Scene::at(&[Screen::Today], move || {
            rsx! {
                SessionPage { model: model.clone(), on_seen: |_| (), on_rest: |()| () }
            }
        })
    };
    let asked = |answers: &'static [(Question, bool)]| {
        Scene::at(&[Screen::Today, Screen::Questions(id("session-1"))], move || {
            rsx! {
                QuestionsPage { model: questions(answers), on_answer: |_| () }
            }
        })
    };
    let driver = |model: DriverView| {
        Scene::at(&[Screen::Today, Screen::Driver(id("session-1"))], move || {
            rsx! {
                DriverPage { model: model.clone(), on_keep: |_| (), on_confirm: |_| (), on_take_back: |()| () }
            }
        })
    };
    let centering = |model: Centering, breath| {
        Scene::at(&[Screen::Today, Screen::Centering(id("session-1"))], move || {
            rsx! {
                CenteringPage {
                    model: model.clone(),
                    breath,
                    clock: Callback::new(|()| now()),
                    on_settled: |_| (),
                    on_forget: |_| (),
                }
            }
        })
    };
    let full = Centering {
        intention: Some(Private::new(CANARY)),
        vitals: vitals(),
        settled: vec![SettledLine { id: id("s1"), words: Private::new("A hand on my chest, and counting.") }],
    };
    let bare = Centering { intention: None, vitals: vec![], settled: vec![] };
    let with_help = || {
        rsx! {
            HelpPage { model: help(false), card: card() }
        }
    };
    let hoped: &[(Question, bool)] = &[
        (Question::Ate, false),
        (Question::Drank, false),
        (Question::DriverSet, true),
        (Question::NewMedicine, false),
        (Question::Unwell, false),
    ];
    let sent =
        DriverView { confirmed: true, delivery: Some(Delivery::Sent(local(2, 18, 30))), ..driver_view() };
    let mut scenes = the_day(page);
    scenes.extend(vec![
        ("questions", asked(&[(Question::Ate, false)])),
        ("questions-later", questions_later()),
        ("questions-call", asked(&[(Question::Ate, false), (Question::DriverSet, false)])),
        ("questions-kept", asked(hoped)),
        ("driver", driver(driver_view())),
        ("driver-nobody", driver(DriverView { name: None, phone: None, hand_off: None, ..driver_view() })),
        ("driver-suggested", driver(DriverView { suggested: true, ..driver_view() })),
        ("driver-set", driver(sent)),
        ("centering", centering(full.clone(), None)),
        ("centering-breathing", centering(full, Some(0))),
        ("centering-bare", centering(bare, None)),
        ("soft", soft(None, false, false)),
        ("soft-call", soft(None, false, true)),
        ("soft-words", soft(Some(CANARY), true, false)),
        ("first-day", first_day(the_card())),
        ("first-day-unknown", first_day(FirstDay { until: None, known: false, ..the_card() })),
        ("first-day-over", first_day(FirstDay { until: None, ..the_card() })),
        (
            "first-day-unreadable",
            first_day(FirstDay { dos: vec![], donts: vec![], expect: None, ..the_card() }),
        ),
        ("help-first-day", Scene::at(&[Screen::Today, Screen::Help], with_help)),
    ]);
    scenes
}
