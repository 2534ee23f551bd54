//! "Keep for my next session": one button, pressed or not.

use crate::ui::{
    here::use_words,
    parts::{Icon, Sign},
};
use dioxus::prelude::*;

/// Marks something for the next integration session, or takes the mark away.
#[component]
pub fn KeepMark(
    kept: bool,
    /// What the button says, where it is not "Keep for my next session".
    label: Option<String>,
    /// The id of what would be kept.
    described_by: Option<String>,
    /// Whether it is kept from now on.
    on_keep: EventHandler<bool>,
) -> Element {
    let words = use_words();
    let label = label.unwrap_or_else(|| words.get("keep-for-session"));
    rsx! {
        button {
            r#type: "button",
            class: "button keep",
            "aria-pressed": kept,
            "aria-describedby": described_by,
            onclick: move |_| on_keep.call(!kept),
            if kept {
                Icon { sign: Sign::Sent, little: true }
            }
            "{label}"
        }
    }
}
