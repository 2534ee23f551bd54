//! What numbers can say and what they cannot, without a verdict and without advice.

use crate::{
    care::trends::{Measure, Series},
    ui::{here::use_shell, navigation::Screen, parts::Button},
};
use dioxus::prelude::*;

/// The article of the clinic's protocol about this.
const ARTICLE: &str = "your-numbers";

/// A few sentences, what studies call a change where such totals are shown, and the way to the clinic's article.
#[component]
pub(super) fn WhatNumbersSay(series: Vec<Series>, article: bool) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let mut instruments: Vec<_> = series
        .iter()
        .filter_map(|one| match one.measure {
            Measure::Score(instrument) => Some((instrument, instrument.important_difference()?)),
            Measure::Mood | Measure::Anxiety => None,
        })
        .collect();
    instruments.sort_unstable();
    instruments.dedup();
    rsx! {
        section { class: "stack", "aria-labelledby": "numbers-say",
            h2 { id: "numbers-say", class: "minor", {words.get("trends-numbers")} }
            p { {words.get("trends-numbers-lead")} }
            for (instrument, points) in instruments.iter().copied() {
                p { key: "{instrument.name()}",
                    {words.with("trends-noticed", [("name", instrument.name().into()), ("points", points.into())])}
                }
            }
            if !instruments.is_empty() {
                p { {words.get("trends-not-applied")} }
            }
            if article {
                Button {
                    wide: true,
                    label: words.get("trends-article"),
                    on_press: move |()| shell.way.go(Screen::Article(ARTICLE.to_owned())),
                }
            }
        }
    }
}
