//! Numbers to call or write to, each a press away.

use super::{Icon, Note, Sign};
use crate::{
    app::read::HelpNumber,
    care::{Contact, Way},
    ui::{
        here::{use_shell, use_words},
        words::Key,
    },
};
use dioxus::prelude::*;

/// Numbers as buttons, one under the other.
#[component]
pub fn Numbers(
    numbers: Vec<HelpNumber>,
    /// Calls stand out in the colour of Help.
    urgent: bool,
) -> Element {
    rsx! {
        for (at, number) in numbers.into_iter().enumerate() {
            a {
                key: "{at}",
                class: if urgent && number.way == Way::Phone { "button wide urgent" } else { "button wide" },
                href: address(number.way, &number.value),
                Icon { sign: sign(number.way) }
                span { class: "two",
                    Reach { way: number.way, value: number.value.clone() }
                    if let Some(label) = number.label {
                        small { "{label}" }
                    }
                }
            }
        }
    }
}

/// Ways to reach the place of a visit, one under the other.
#[component]
pub fn Contacts(contacts: Vec<Contact>) -> Element {
    let words = use_words();
    rsx! {
        if contacts.is_empty() {
            p { class: "soft", {words.get("no-clinic-number")} }
        }
        for (at, contact) in contacts.into_iter().enumerate() {
            a { key: "{at}", class: "button wide", href: address(contact.way, &contact.value),
                Icon { sign: sign(contact.way) }
                span { class: "two",
                    Reach { way: contact.way, value: contact.value.clone() }
                    if let Some(label) = contact.label {
                        small { "{label}" }
                    }
                }
            }
        }
    }
}

/// In practice: that the clinic's numbers, which stand below, are made up. Nothing for a patient.
#[component]
pub fn PracticeNumbers(
    /// The page has other numbers as well, which are real.
    #[props(default)]
    beside_others: bool,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let said = if beside_others { Key("practice-numbers") } else { Key("practice-clinic-numbers") };
    rsx! {
        if shell.practice() {
            Note { head: words.say(said) }
        }
    }
}

/// Where the number stands in the words around it; no catalogue has this character.
const GAP: &str = "\u{fffc}";

/// "Call 911", "Text 988", or the address itself. A number goes to the next line as a whole, and where it is too long for
/// one, it breaks between its groups.
#[component]
fn Reach(way: Way, value: String) -> Element {
    let words = use_words();
    let gap = [("value", GAP.into())];
    let said = match way {
        Way::Phone => words.with("call-number", gap),
        Way::Text => words.with("text-number", gap),
        Way::Email => words.with("mail-address", gap),
        Way::Web => words.say(Key("open-website")),
    };
    let (before, after) = said.split_once(GAP).unwrap_or((&said, ""));
    let shown = Some(value).filter(|_| said.contains(GAP));
    rsx! {
        span {
            "{before}"
            if let Some(value) = shown {
                span { class: "whole", "{value}" }
            }
            "{after}"
        }
    }
}

/// The sign of a way to reach somebody.
const fn sign(way: Way) -> Sign {
    match way {
        Way::Phone => Sign::Call,
        Way::Text => Sign::Message,
        Way::Email => Sign::Mail,
        Way::Web => Sign::Link,
    }
}

/// What the system opens: for a number only what can be dialled, for a website only one that is safe to open.
#[must_use]
pub fn address(way: Way, value: &str) -> String {
    let dialled =
        || value.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#')).collect::<String>();
    match way {
        Way::Phone => format!("tel:{}", dialled()),
        Way::Text => format!("sms:{}", dialled()),
        Way::Email => format!("mailto:{}", value.trim()),
        Way::Web if value.starts_with("https://") => value.to_owned(),
        Way::Web => format!("https://{}", value.trim_start_matches("http://")),
    }
}

#[cfg(test)]
#[path = "numbers_tests.rs"]
mod tests;
