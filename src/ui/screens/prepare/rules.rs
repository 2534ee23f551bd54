//! What else the clinic wrote, in its order and its words.

use super::limits::filled;
use crate::{
    care::preparation::{Limit, Rule},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::Button,
        words::Key,
    },
};
use chrono_tz::Tz;
use dioxus::prelude::*;

/// The rules about one thing; nothing where the clinic wrote none.
#[component]
pub(super) fn RulesPart(
    id: &'static str,
    head: Key,
    rules: Vec<Rule>,
    limits: Vec<Limit>,
    zone: Tz,
    /// What can be done about it, with its words, stands below.
    #[props(default)]
    leads: Option<(Key, Screen)>,
) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    if rules.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack close", "aria-labelledby": id,
            h2 { id, {words.say(head)} }
            for rule in rules {
                if let Some(said) = rule.words {
                    p { key: "{rule.id}", {filled(here, &said, None, &limits, zone)} }
                }
                if !rule.items.is_empty() {
                    ul { key: "{rule.id}-items", class: "things",
                        for (at, item) in rule.items.into_iter().enumerate() {
                            li { key: "{at}", "{item}" }
                        }
                    }
                }
                if let Some(always) = rule.always {
                    p { key: "{rule.id}-always", "{always}" }
                }
            }
            if let Some((label, to)) = leads {
                div { class: "no-print",
                    Button { label: words.say(label), on_press: move |()| shell.way.go(to.clone()) }
                }
            }
        }
    }
}
