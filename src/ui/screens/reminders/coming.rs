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
                    {about(words, &next.alarm.detail, here.zone, here.today())}
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
                        p { {about(words, &one.alarm.detail, here.zone, here.today())} }
                        if one.may_wait {
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
}

/// How many of them are in sight at once.
const IN_SIGHT: usize = 5;

/// Everything that is coming, for who cannot or does not want to be rung for.
#[component]
pub(super) fn ComingList(coming: Vec<Coming>) -> Element {
    let words = use_here().words();
    if coming.is_empty() {
        return rsx! {};
    }
    let all = coming.len();
    let later = coming.get(IN_SIGHT..).unwrap_or_default().to_vec();
    let first: Vec<_> = coming.into_iter().take(IN_SIGHT).collect();
    rsx! {
        section { class: "stack", "aria-labelledby": "coming-title",
            h2 { id: "coming-title", {words.get("coming-title")} }
            Rings { coming: first }
            if !later.is_empty() {
                details { class: "ring-more",
                    summary { {words.with("coming-all", [("count", all.into())])} }
                    Rings { coming: later }
                }
            }
        }
    }
}

#[component]
fn Rings(coming: Vec<Coming>) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        ol { class: "rings",
            for one in coming {
                li { key: "{one.alarm.id}",
                    p { class: "rings-when", {when::exact_moment(words, one.local, here.today())} }
                    p { {about(words, &one.alarm.detail, here.zone, here.today())} }
                }
            }
        }
    }
}
