//! A calm view: hills, water and a light that wanders slowly. It needs no headset; without motion it is a still picture.

use crate::ui::{
    here::{use_shell, use_words},
    parts::{Button, Frame},
};
use dioxus::prelude::*;

/// The picture, over all there is between the way back and the button to leave.
#[component]
pub fn CalmViewPage() -> Element {
    let shell = use_shell();
    let words = use_words();
    rsx! {
        Frame { title: words.get("practice-view"),
            div { class: "calm-view",
                svg {
                    role: "img",
                    "aria-label": words.get("view-shows"),
                    view_box: "0 0 400 640",
                    preserve_aspect_ratio: "xMidYMid slice",
                    rect { class: "sky", x: "0", y: "0", width: "400", height: "640" }
                    circle { class: "halo", cx: "200", cy: "190", r: "88" }
                    circle { class: "light", cx: "200", cy: "190", r: "34" }
                    path { class: "hill far", d: "M-20 330C40 268 92 258 150 292s96 18 140-14 92-22 130 24V660H-20Z" }
                    path { class: "hill middle", d: "M-20 372c60-40 120-46 176-18s104 30 150 6 76-26 114-10V660H-20Z" }
                    rect { class: "water", x: "-20", y: "404", width: "440", height: "260" }
                    ellipse { class: "glimmer", cx: "200", cy: "430", rx: "74", ry: "5" }
                    ellipse { class: "glimmer", cx: "200", cy: "456", rx: "54", ry: "4" }
                    ellipse { class: "glimmer", cx: "200", cy: "484", rx: "64", ry: "4" }
                    ellipse { class: "glimmer", cx: "200", cy: "516", rx: "40", ry: "3" }
                    path { class: "ripple", d: "M-40 446q30-7 60 0t60 0 60 0 60 0 60 0 60 0 60 0 60 0" }
                    path { class: "ripple", d: "M-70 498q36-8 72 0t72 0 72 0 72 0 72 0 72 0 72 0" }
                    path { class: "hill near", d: "M-20 560c70-44 150-30 214-8s132 24 226-20V660H-20Z" }
                }
                div { class: "leave",
                    Button { label: words.get("view-leave"), on_press: move |()| shell.way.back() }
                }
            }
        }
    }
}
