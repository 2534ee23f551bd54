//! Today with what the clinic asks: one thing, many, and a form among the things to do.

use super::{Named, Scene, today_page};
use crate::samples::*;
use cairn::{
    app::read::*,
    care::Due,
    ui::{
        here::{JustDone, TakeBack},
        navigation::Screen,
    },
};
use chrono::NaiveDateTime;

fn until(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn line(key: &str, what: AskedFor, optional: bool, closes: &str) -> AskedLine {
    AskedLine {
        what,
        key: key.into(),
        keys: vec![key.into()],
        optional,
        until: until(closes),
        elsewhere: None,
    }
}

fn form(name: &str, title: &str) -> AskedFor {
    AskedFor::Form { name: name.into(), title: Some(title.into()) }
}

pub(super) fn scenes() -> Vec<Named> {
    let scene = |model: Today| Scene::at(&[Screen::Today], move || today_page(model.clone(), None));
    let daily = line("daily", AskedFor::CheckIn, false, "2026-12-03T00:00:00");
    let many = vec![
        daily.clone(),
        line("effects", AskedFor::SideEffects, false, "2026-12-04T00:00:00"),
        line("phq", form("PHQ-9", "Patient Health Questionnaire"), false, "2026-12-05T00:00:00"),
        line("own", form("sleep", "How you slept, and what helped"), true, "2026-12-05T00:00:00"),
        line("intention", AskedFor::Intention, false, "2026-12-03T09:15:00"),
    ];
    let fill = Some(FormToFill { name: "history".into(), due: "item:plan/history".into() });
    let history = due("history", "Tell us about your health", Some("It takes about 10 minutes."), None);
    let by = Some(Due::At(local(2, 21, 0)));
    let to_fill = vec![
        DueLine {
            form: fill.clone(),
            due: by,
            due_local: Some(until("2026-12-02T21:00:00")),
            ..history.clone()
        },
        due("ride", "Who drives you home?", None, None),
        DueLine { form: fill, ..history },
    ];
    let undo = Some(TakeBack::Skipped(vec!["daily".into()]));
    let just_done = Some(JustDone { said: "Left out this time. That is all right.".into(), undo });
    vec![
        ("today-asked", scene(Today { asked: vec![daily], ..today() })),
        ("today-asked-many", scene(Today { asked: many, ..today() })),
        ("today-form-to-do", scene(Today { due: to_fill, next: Next::Due, ..today() })),
        ("today-skipped", Scene { just_done, ..scene(today()) }),
    ]
}
