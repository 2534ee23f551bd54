//! Reminders: the next one, the choices, and what is said where nothing rings.

use super::{Named, Scene};
use crate::samples::local;
use cairn::{
    app::read::*,
    care::*,
    ui::{navigation::Screen, screens::RemindersPage},
};
use chrono::{DateTime, Utc};
use chrono_tz::America::Denver;
use dioxus::prelude::*;

/// All of them.
pub(super) fn scenes() -> Vec<Named> {
    let scene = |model: Reminders| {
        let page = move || {
            rsx! {
                RemindersPage { model: model.clone(), on_choose: |_| (), on_test: |()| (), on_later: |_| () }
            }
        };
        Scene::at(&[Screen::More, Screen::Reminders], page)
    };
    let cannot = |standing| scene(Reminders { standing, ..reminders() });
    let none = Reminders { coming: vec![], clinics_quiet: None, ..reminders() };
    let mut own = reminders();
    own.choices = ReminderChoices { details: true, ..own.choices };
    own.choices.wishes.quiet = Quiet::Own { from: clock(21, 30), to: clock(6, 0) };
    let mut due = reminders();
    due.coming[0].due = true;
    let mut too_late = due.clone();
    too_late.coming[0].may_wait = false;
    let mut many = reminders();
    let check_in = many.coming[4].clone();
    many.coming.extend((5..20_u32).map(|day| {
        let alarm = Alarm { id: format!("check-in-{day}"), ..check_in.alarm.clone() };
        Coming { alarm, ..check_in.clone() }
    }));
    let away = Reminders { clinic_zone: Some(chrono_tz::America::New_York), must_call: true, ..reminders() };
    vec![
        ("reminders", scene(reminders())),
        ("reminders-details", scene(own)),
        ("reminders-due", scene(due)),
        ("reminders-due-too-late", scene(too_late)),
        ("reminders-many", scene(many)),
        ("reminders-none", scene(none.clone())),
        ("reminders-first", scene(Reminders { first_time: true, ..none })),
        ("reminders-away", scene(away)),
        ("reminders-practice", scene(reminders()).practising()),
        ("reminders-no-service", cannot(Standing::NoService)),
        ("reminders-denied", cannot(Standing::Denied)),
        ("reminders-not-running", cannot(Standing::NotRunning)),
        ("reminders-not-here", cannot(Standing::NotHere)),
    ]
}

fn clock(hour: u32, minute: u32) -> chrono::NaiveTime {
    chrono::NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn coming(name: &str, at: DateTime<Utc>, until: DateTime<Utc>, kind: AlarmKind, detail: Detail) -> Coming {
    let alarm = Alarm { id: name.into(), at, until, kind, shown: Shown::Plain, detail };
    Coming { alarm, at, local: at.with_timezone(&Denver).naive_local(), due: false, may_wait: true }
}

fn reminders() -> Reminders {
    let food = ClockTime::of(local(3, 3, 15), Denver);
    let last_food = Alarm {
        shown: Shown::WithTime(food),
        ..coming(
            "session-1.last-food",
            local(2, 21, 0),
            local(3, 3, 15),
            AlarmKind::CutOff,
            Detail::Clinic {
                words: "Last food is at {fast_food}.".into(),
                times: vec![("fast_food".into(), food)],
                cut_off: Some(Reminded { what: CutOffKind::Food, at: food, rule: None }),
            },
        )
        .alarm
    };
    let drink = Detail::Clinic {
        words: "Clear drinks end in 30 minutes.".into(),
        times: vec![],
        cut_off: Some(Reminded {
            what: CutOffKind::ClearDrinks,
            at: ClockTime::of(local(3, 7, 15), Denver),
            rule: None,
        }),
    };
    let meeting = Detail::Visit {
        kind: VisitKind::Integration,
        at: ClockTime::of(local(5, 14, 0), Denver),
        is_arrival: true,
    };
    let bag = Detail::Task { title: "Pack your bag".into() };
    let line = |kind, clock| KindLine { kind, on: true, clock };
    Reminders {
        coming: vec![
            Coming {
                alarm: last_food.clone(),
                ..coming("", last_food.at, last_food.until, AlarmKind::CutOff, Detail::CheckIn)
            },
            coming("session-1.last-drink", local(3, 6, 45), local(3, 7, 15), AlarmKind::CutOff, drink),
            coming("task:bag", local(3, 8, 0), local(3, 9, 15), AlarmKind::Task, bag),
            coming("visit-2", local(4, 18, 0), local(5, 14, 0), AlarmKind::Visit, meeting),
            coming("check-in", local(4, 20, 0), local(4, 23, 59), AlarmKind::CheckIn, Detail::CheckIn),
        ],
        kinds: vec![
            line(AlarmKind::CutOff, None),
            line(AlarmKind::Session, None),
            line(AlarmKind::Visit, Some(clock(18, 0))),
            KindLine { on: false, ..line(AlarmKind::Task, Some(clock(10, 0))) },
            line(AlarmKind::CheckIn, Some(clock(20, 0))),
        ],
        choices: ReminderChoices::default(),
        clinics_quiet: Some((clock(21, 30), clock(7, 0))),
        standing: Standing::Ringing,
        clinic_zone: None,
        must_call: false,
        first_time: false,
    }
}
