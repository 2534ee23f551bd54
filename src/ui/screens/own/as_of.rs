//! One line above every screen while the clinic's words are those of a copy: as of when, and that they may have changed.

use crate::ui::{here::use_here, when};
use chrono::{DateTime, Utc};
use dioxus::prelude::*;

/// As of when everything of the clinic is.
#[component]
pub fn AsOfLine(at: DateTime<Utc>) -> Element {
    let here = use_here();
    let words = here.words();
    let at = when::moment(words, at.with_timezone(&here.zone).naive_local(), here.today());
    rsx! {
        aside { class: "as-of", "aria-label": words.get("own-as-of-label"),
            p { {words.with("own-as-of", [("time", at.into())])} }
        }
    }
}
