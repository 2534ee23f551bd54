//! What goes on by itself: a sitting that runs or ended while the app was closed, the weekly look back, and the line that
//! says as of when the clinic's words are.

use crate::{
    samples::*,
    scenes::{Named, Scene, drawn},
};
use cairn::{
    app::read::*,
    care::{alarms::LookBack, journal::Sitting},
    ui::{carrying::Still, navigation::Screen, parts::Frame, screens::*},
};
use dioxus::prelude::*;

fn note(still: Still) -> Scene {
    let page = || {
        rsx! {
            Frame { title: "Today", SittingNote {} }
        }
    };
    let mut scene = Scene::at(&[Screen::Today], page);
    scene.draft.carrying.still = still;
    scene
}

fn look_back(wanted: Option<LookBack>) -> Scene {
    let page = move || {
        rsx! {
            StepsPage { model: Steps { open: vec![], done: vec![] }, on_keep: |_| (),
                LookBackPart { wanted, on_choose: |_| () }
            }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Steps], page)
}

fn of_a_copy() -> Scene {
    let page = || {
        rsx! {
            AsOfLine { at: local(1, 14, 2) }
            Frame { title: "Today" }
        }
    };
    Scene::at(&[Screen::Today], page)
}

pub(crate) fn scenes() -> Vec<Named> {
    let sitting = |day, hour| Sitting { until: local(day, hour, 45), minutes: 10 };
    vec![
        ("sitting-runs", note(Still::Sitting(sitting(2, 18)))),
        ("sitting-ended", note(Still::Over(sitting(2, 7)))),
        ("sitting-ended-yesterday", note(Still::Over(sitting(1, 21)))),
        ("sitting-none", note(Still::No)),
        ("look-back-off", look_back(None)),
        ("look-back-on", look_back(Some(LookBack::FIRST))),
        ("as-of", of_a_copy()),
    ]
}

#[test]
fn a_sitting_that_ended_says_when_and_asks_what_helped() {
    let html = drawn("sitting-ended");
    assert!(html.contains("Your timer ended at 7:45 am. What helped?"), "{html}");
    assert!(html.contains("Write one line") && html.contains("Nothing to write"));
    let yesterday = drawn("sitting-ended-yesterday");
    assert!(yesterday.contains("9:45 pm") && yesterday.contains("yesterday"), "with its day: {yesterday}");
    let runs = drawn("sitting-runs");
    assert!(runs.contains("Until 6:45 pm") && runs.contains("See the timer") && !runs.contains("helped"));
    assert!(!drawn("sitting-none").contains("class=\"note\""));
}

#[test]
fn a_phone_with_a_copy_says_as_of_when_its_clinics_words_are() {
    let html = drawn("as-of");
    assert!(html.contains("2:02 pm yesterday") && html.contains("It may have changed."), "{html}");
}

#[test]
fn nothing_of_the_day_is_asked_before_the_reminder_is_wanted() {
    assert!(!drawn("look-back-off").contains("<select"));
    let on = drawn("look-back-on");
    assert!(on.contains("Sunday") && on.contains("18:00"), "{on}");
}
