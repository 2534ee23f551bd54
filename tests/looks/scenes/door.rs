//! The door: welcome, connecting, and what does not open.

use super::{Named, Scene};
use crate::samples::*;
use cairn::{
    app::{CannotOpen, Situation, read::*},
    ui::{here::use_here, navigation::Screen, parts::Waiting, screens::*},
};
use dioxus::prelude::*;

pub(super) fn scenes() -> Vec<Named> {
    let link =
        "https://cedar.example/auth/authorize?response_type=code&client_id=cairn&state=Zk3w".to_owned();
    vec![
        ("welcome", welcome("", None)),
        ("welcome-trouble", welcome("https://cedar.example/fihr", Some(SyncTrouble::NotAClinic))),
        ("welcome-http", welcome("http://cedar.example/fhir", Some(SyncTrouble::NotEncrypted))),
        ("welcome-busy", welcome("https://cedar.example/fhir", Some(SyncTrouble::Busy(local(2, 18, 45))))),
        ("opening-slow", opening()),
        ("connecting-looking", connecting(ConnectStage::Looking)),
        ("connecting-browser", connecting(ConnectStage::InBrowser { link })),
        ("cannot-open", cannot_open(CannotOpen::Damaged)),
        ("cannot-open-gone", cannot_open(CannotOpen::FileGone)),
        ("cannot-open-key-lost", cannot_open(CannotOpen::KeyLost)),
        ("cannot-open-keystore", cannot_open(CannotOpen::NoKeystore)),
    ]
}

fn opening() -> Scene {
    let page = || {
        rsx! {
            Waiting { title: "Cairn", slow: use_here().words().get("opening-slow") }
        }
    };
    Scene { situation: Situation::Welcome, places: false, ..Scene::at(&[Screen::Today], page) }
}

fn welcome(address: &'static str, trouble: Option<SyncTrouble>) -> Scene {
    let page = move || {
        rsx! {
            WelcomePage {
                address,
                trouble,
                on_type: |_| (),
                on_connect: |_| (),
                on_look_around: |()| (),
                on_language: |_| (),
                on_ask_first: |()| (),
                on_bring_back: |()| (),
            }
        }
    };
    Scene { situation: Situation::Welcome, places: false, ..Scene::at(&[Screen::Today], page) }
}

fn connecting(stage: ConnectStage) -> Scene {
    let page = move || {
        rsx! {
            ConnectingPage { stage: stage.clone(), on_cancel: |()| () }
        }
    };
    Scene { situation: Situation::Welcome, places: false, ..Scene::at(&[Screen::Today], page) }
}

fn cannot_open(why: CannotOpen) -> Scene {
    let page = move || {
        rsx! {
            CannotOpenPage { why, on_try_again: |()| (), on_set_aside: |()| () }
        }
    };
    Scene { situation: Situation::CannotOpen(why), places: false, ..Scene::at(&[Screen::Today], page) }
}
