//! The safety card at every moment: in a form, pinned on Today, and the note before a form.

use crate::{
    samples::*,
    scenes::{Named, Scene, today_page_with},
};
use cairn::{
    app::read::*,
    care::safety::Told,
    ui::{
        navigation::Screen,
        parts::{BeforeForm, Frame, PinnedSafety, SafetyCard},
    },
};
use dioxus::prelude::*;

fn card(told: Told) -> SafetyView {
    let Help { mut numbers, clinic_name, .. } = help(false);
    numbers.sort_by_key(|number| match number.kind {
        NumberKind::Crisis => 0,
        NumberKind::Clinic => 1,
        NumberKind::Emergency => 2,
    });
    SafetyView { form: id("form"), pinned: true, told, clinic_name, numbers }
}

fn in_a_form(model: SafetyView) -> Scene {
    let page = move || {
        rsx! {
            Frame { title: "PHQ-9",
                SafetyCard { model: model.clone(), on_go_on: |()| (), on_stop: |()| () }
            }
        }
    };
    Scene::at(&[Screen::Today], page)
}

fn pinned(told: Told) -> Scene {
    let page = move || {
        today_page_with(
            today(),
            rsx! {
                PinnedSafety { model: card(told), on_dismiss: |()| () }
            },
        )
    };
    Scene::at(&[Screen::Today], page)
}

fn before(model: Help) -> Scene {
    let page = move || {
        rsx! {
            Frame { title: "PHQ-9",
                BeforeForm { model: model.clone() }
            }
        }
    };
    Scene::at(&[Screen::Today], page)
}

pub(crate) fn safety() -> Vec<Named> {
    let unknown = SafetyView { numbers: vec![], clinic_name: None, ..card(Told::Unreached) };
    vec![
        ("safety-in-form", in_a_form(card(Told::NotYet))),
        ("safety-in-form-no-numbers", in_a_form(unknown)),
        ("safety-practice", in_a_form(card(Told::Practice))),
        ("safety-unreached", pinned(Told::Unreached)),
        ("safety-refused", pinned(Told::Refused)),
        ("safety-sent", pinned(Told::Sent(local(2, 18, 2)))),
        ("safety-seen", pinned(Told::Seen(Some(local(2, 18, 20))))),
        ("before-form", before(help(false))),
        ("before-form-practice", before(help(true))),
    ]
}
