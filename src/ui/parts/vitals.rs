//! What the clinic measured, as it wrote it, with the time; no word of what it means.

use crate::{
    app::read::VitalsLine,
    care::Vital,
    ui::{here::use_here, when, words::Words},
};
use dioxus::prelude::*;

/// The measurements of the day; nothing where there are none.
#[component]
pub fn VitalsList(lines: Vec<VitalsLine>) -> Element {
    let words = use_here().words();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack close", "aria-labelledby": "measured",
            h2 { id: "measured", {words.get("measured")} }
            p { class: "soft", {words.get("measured-lead")} }
            dl { class: "times",
                for line in lines {
                    for (at, value) in line.values.iter().enumerate() {
                        div { key: "{line.id}-{at}",
                            dt {
                                {name(words, &value.what)}
                                " "
                                span { class: "small soft", {when::time(words, line.at.time())} }
                            }
                            dd {
                                "{value.digits.reveal()}"
                                if let Some(unit) = &value.unit {
                                    "\u{a0}{unit}"
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn name(words: Words, what: &Vital) -> String {
    match what {
        Vital::BloodPressure => words.get("vital-pressure"),
        Vital::Pulse => words.get("vital-pulse"),
        Vital::Oxygen => words.get("vital-oxygen"),
        Vital::Temperature => words.get("vital-temperature"),
        Vital::Breathing => words.get("vital-breathing"),
        Vital::Other(name) => name.clone(),
    }
}
