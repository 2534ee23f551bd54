//! A first word to a clinic: nothing typed yet, and all of it.

use super::{Named, Scene};
use cairn::{
    app::Situation,
    care::Private,
    ui::{
        first_ask::{FirstAsk, FreeTime},
        here::Draft,
        navigation::Screen,
        screens::AskFirstPage,
    },
};
use dioxus::prelude::*;

pub(super) fn scenes() -> Vec<Named> {
    let scene = |ask: FirstAsk| {
        let page = || {
            rsx! {
                AskFirstPage {}
            }
        };
        let draft = Draft { ask, ..Draft::default() };
        Scene {
            situation: Situation::Welcome,
            places: false,
            draft,
            ..Scene::at(&[Screen::Today, Screen::AskFirst], page)
        }
    };
    let whole = FirstAsk {
        to: Private::new("+1 207 555 0142"),
        name: Private::new("Robin"),
        reach: Private::new("robin@mail.example"),
        times: [FreeTime::Mornings, FreeTime::Evenings].into(),
        question: Private::new("What does it cost? How long does it take?"),
    };
    vec![("ask-first", scene(FirstAsk::default())), ("ask-first-whole", scene(whole))]
}
