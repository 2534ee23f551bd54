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
    let mut changes: Vec<(String, u16)> = Vec::new();
    for one in &series {
        if let (Measure::Score(name), Some(points)) = (&one.measure, one.scale.noticed)
            && !changes.iter().any(|(known, _)| known == name)
        {
            changes.push((name.clone(), points));
        }
    }
    rsx! {
        section { class: "stack", "aria-labelledby": "numbers-say",
            h2 { id: "numbers-say", class: "minor", {words.get("trends-numbers")} }
            p { {words.get("trends-numbers-lead")} }
            for (name, points) in changes.clone() {
                p { key: "{name}",
                    {words.with("trends-noticed", [("name", name.into()), ("points", points.into())])}
                }
            }
            if !changes.is_empty() {
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
