//! Last night's sleep in hours and minutes, as far as the patient wants to say.

use crate::ui::{half::Put, here::use_words};
use dioxus::prelude::*;

/// Minutes are offered in quarters of an hour: nobody knows their sleep better.
const QUARTERS: [u16; 4] = [0, 15, 30, 45];

/// Two lists to choose from; the first line of each says nothing.
#[component]
pub(super) fn SleepFields(hours: Option<u16>, minutes: Option<u16>, on_put: EventHandler<Put>) -> Element {
    let words = use_words();
    // Another device may have said it to the minute.
    let odd = minutes.filter(|minutes| !QUARTERS.contains(minutes));
    let quarters: Vec<u16> = QUARTERS.into_iter().chain(odd).collect();
    rsx! {
        fieldset { class: "part", "aria-labelledby": "sleep-question",
            legend { id: "sleep-question", {words.get("sleep-question")} }
            div { class: "when-fields",
                Choice {
                    id: "sleep-hours",
                    label: words.get("sleep-hours"),
                    offered: (0..24).collect::<Vec<u16>>(),
                    value: hours,
                    on_choose: move |hours| on_put.call(Box::new(move |half| half.hours = hours)),
                }
                Choice {
                    id: "sleep-minutes",
                    label: words.get("sleep-minutes"),
                    offered: quarters,
                    value: minutes,
                    on_choose: move |minutes| on_put.call(Box::new(move |half| half.minutes = minutes)),
                }
            }
        }
    }
}

#[component]
fn Choice(
    id: &'static str,
    label: String,
    offered: Vec<u16>,
    value: Option<u16>,
    on_choose: EventHandler<Option<u16>>,
) -> Element {
    let words = use_words();
    rsx! {
        div { class: "field",
            label { r#for: id, "{label}" }
            select { id, onchange: move |event| on_choose.call(event.value().parse().ok()),
                option { value: "", selected: value.is_none(), {words.get("not-said")} }
                for number in offered {
                    option { key: "{number}", value: "{number}", selected: value == Some(number), "{number}" }
                }
            }
        }
    }
}
