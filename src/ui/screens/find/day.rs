//! The pages of one day.

use super::line::Lines;
use crate::{
    care::journal::search::Found,
    ui::{here::use_here, parts::Frame, when},
};
use chrono::NaiveDate;
use dioxus::prelude::*;

/// What was written on `day`, the newest first.
#[component]
pub fn DayPage(day: NaiveDate, pages: Vec<Found>) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        Frame { title: when::day_alone(words, day, here.today()),
            if pages.is_empty() {
                p { class: "soft", {words.get("day-none")} }
            } else {
                Lines { pages }
            }
        }
    }
}
