//! A reminder to look back at the small steps once a week: off at first, with a day and a time of the patient's own.

use crate::{
    care::alarms::LookBack,
    ui::{here::use_here, parts::Switch, screens::reminders::TimeField, when},
};
use chrono::Weekday;
use dioxus::prelude::*;

const DAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The switch, and when.
#[component]
pub fn LookBackPart(
    /// `None` while nothing reminds of it.
    wanted: Option<LookBack>,
    on_choose: EventHandler<Option<LookBack>>,
) -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "look-back-title",
            h2 { id: "look-back-title", {words.get("look-back-title")} }
            Switch {
                label: words.get("look-back-remind"),
                on: wanted.is_some(),
                on_turn: move |on: bool| on_choose.call(on.then_some(LookBack::FIRST)),
            }
            if let Some(wanted) = wanted {
                div { class: "field",
                    label { r#for: "look-back-day", {words.get("look-back-day")} }
                    select {
                        id: "look-back-day",
                        onchange: move |event| {
                            let chosen = event.value().parse().ok().and_then(|at: usize| DAYS.get(at).copied());
                            if let Some(day) = chosen {
                                on_choose.call(Some(LookBack { day, ..wanted }));
                            }
                        },
                        for (at, day) in DAYS.into_iter().enumerate() {
                            option { key: "{at}", value: "{at}", selected: day == wanted.day, {when::weekday(words, day)} }
                        }
                    }
                }
                TimeField {
                    id: "look-back-time",
                    label: words.get("look-back-time"),
                    value: wanted.at,
                    on_time: move |at| on_choose.call(Some(LookBack { at, ..wanted })),
                }
            }
            p { class: "small soft", {words.get("look-back-says")} }
        }
    }
}
