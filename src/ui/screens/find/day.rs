//! The pages of one day.

use super::line::Lines;
use crate::{
    care::journal::search::Found,
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame},
        when,
    },
};
use chrono::NaiveDate;
use dioxus::prelude::*;

/// What was written on `day`, the newest first.
#[component]
pub fn DayPage(day: NaiveDate, pages: Vec<Found>) -> Element {
    let here = use_here();
    let words = here.words();
    let way = use_shell().way;
    rsx! {
        Frame { title: when::day_alone(words, day, here.today()),
            if pages.is_empty() {
                p { class: "soft", {words.get("day-none")} }
                Button { label: words.get("calendar"), on_press: move |()| way.go(Screen::Calendar) }
            } else {
                Lines { pages }
            }
        }
    }
}
