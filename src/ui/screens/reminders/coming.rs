//! What rings next and why, and the list of everything that is coming: the same as the system was handed.

use crate::{
    app::read::Coming,
    care::Alarm,
    ui::{here::use_here, parts::Button, reminders::about, when, words::Key},
};
use dioxus::prelude::*;

/// The next ring and its reason; what is due at this moment stands there with a way to put it off.
#[component]
pub(super) fn NextCard(coming: Vec<Coming>, first_time: bool, on_later: EventHandler<Alarm>) -> Element {
    let here = use_here();
    let words = here.words();
    let due: Vec<_> = coming.iter().filter(|one| one.due).cloned().collect();
    let next = coming.into_iter().find(|one| !one.due);
    rsx! {
        section { class: "card", "aria-labelledby": "next-reminder",
            h2 { id: "next-reminder", class: "kicker", {words.get("next-reminder")} }
            if let Some(next) = next {
                p { class: "rings-at", {when::exact_moment(words, next.local, here.today())} }
                p {
                    b { {words.get("why-it-rings")} ": " }
                    {about(words, &next.alarm.detail, here.today())}
                }
            } else {
                p { {words.say(if first_time { Key("rings-not-known") } else { Key("nothing-rings") })} }
            }
        }
        if !due.is_empty() {
            section { class: "note", "aria-labelledby": "now-due",
                h2 { id: "now-due", {words.get("now-due")} }
                for one in due {
                    div { key: "{one.alarm.id}", class: "stack",
                        p { class: "rings-when", {when::exact_moment(words, one.local, here.today())} }
                        p { {about(words, &one.alarm.detail, here.today())} }
                        Button {
                            label: words.get("put-off"),
                            on_press: move |()| on_later.call(one.alarm.clone()),
                        }
                    }
                }
            }
        }
    }
}

/// Everything that is coming, for who cannot or does not want to be rung for.
#[component]
pub(super) fn ComingList(coming: Vec<Coming>) -> Element {
    let here = use_here();
    let words = here.words();
    if coming.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack", "aria-labelledby": "coming-title",
            h2 { id: "coming-title", {words.get("coming-title")} }
            ol { class: "rings",
                for one in coming {
                    li { key: "{one.alarm.id}",
                        p { class: "rings-when", {when::exact_moment(words, one.local, here.today())} }
                        p { {about(words, &one.alarm.detail, here.today())} }
                    }
                }
            }
        }
    }
}
