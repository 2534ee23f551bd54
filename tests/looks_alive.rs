//! The screens tied to the app, without a window: what lives longer than a screen lives exactly as long as it may.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "app/world.rs"]
mod world;

use cairn::{
    care::{Private, Score},
    ui::{
        half::HalfCheckIn,
        here::{Draft, Shell},
        live::{App, Start},
        navigation::Screen,
    },
};
use dioxus::prelude::*;
use std::time::Duration;
use world::Phone;

const PATIENCE: Duration = Duration::from_secs(20);

struct Shown(VirtualDom);

impl Shown {
    fn start(phone: &Phone, practice: bool) -> Self {
        let start = Start { practice, ..Start::default() };
        let mut dom = VirtualDom::new(App).with_root_context(phone.app()).with_root_context(start);
        dom.rebuild_in_place();
        Self(dom)
    }

    async fn sees(&mut self, wanted: &str) {
        let seen = async {
            while !dioxus_ssr::render(&self.0).contains(wanted) {
                self.0.wait_for_work().await;
                self.0.render_immediate(&mut dioxus::core::NoOpMutations);
            }
        };
        let seen = tokio::time::timeout(PATIENCE, seen).await.is_ok();
        assert!(seen, "{wanted:?} is not on {}", dioxus_ssr::render(&self.0));
    }

    fn with_shell<T>(&mut self, deed: impl FnOnce(Shell) -> T) -> T {
        self.0.in_scope(ScopeId::APP, || deed(consume_context::<Shell>()))
    }
}

fn half_written() -> Draft {
    let words = Some(Private::new("The rain"));
    let check_in = HalfCheckIn { mood: Score::new(6).ok(), words, ..HalfCheckIn::default() };
    Draft { check_in, ..Draft::default() }
}

#[tokio::test]
async fn what_is_half_written_goes_when_its_writer_moves_out() {
    let phone = Phone::new();
    let mut shown = Shown::start(&phone, true);
    shown.sees("Your mood").await;
    shown.with_shell(|shell| {
        let mut draft = shell.draft;
        draft.set(half_written());
        shell.way.go(Screen::CheckIn);
    });
    shown.sees("The rain").await;
    shown.with_shell(|shell| shell.end_practice.call(()));
    shown.sees("Welcome to Cairn").await;
    assert_eq!(shown.with_shell(|shell| shell.draft.peek().clone()), Draft::default());
}

#[tokio::test]
async fn what_could_not_be_done_is_kept_from_screen_to_screen_until_it_is_closed() {
    let phone = Phone::new();
    let mut shown = Shown::start(&phone, false);
    shown.sees("Welcome to Cairn").await;
    shown.with_shell(|shell| shell.end_practice.call(()));
    shown.sees(">Close<").await;
    shown.with_shell(|shell| shell.way.go(Screen::Help));
    shown.sees("In danger right now").await;
    shown.sees("class=\"told\"").await;
    shown.with_shell(|shell| {
        let mut place = shell.not_done;
        assert!(place.take().is_some());
    });
}
