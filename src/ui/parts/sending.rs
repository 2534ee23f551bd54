//! A text the person sends themselves: to be copied, as a text message or as an email. Cairn sends nothing of it.

use super::{Icon, Sign};
use crate::{care::Private, ui::here::use_words};
use dioxus::prelude::*;

/// The text with the ways to send it.
#[component]
pub fn Sending(
    /// The id of the text on the page: the page itself marks and copies what is named so (index.html).
    id: &'static str,
    text: String,
    /// A link that opens a text message.
    sms: String,
    /// A link that opens an email.
    mail: String,
) -> Element {
    let words = use_words();
    // Whether the text is marked, and whether the system has taken it over.
    let mut copied = use_signal(|| None::<bool>);
    rsx! {
        div { class: "card hand-off", id, oncopy: move |_| copied.set(Some(true)), "{text}" }
        div { class: "stack",
            button {
                r#type: "button",
                class: "button wide",
                "data-copies": id,
                onclick: move |_| copied.set(Some(false)),
                {words.get("hand-off-copy")}
            }
            p { class: "small", role: "status",
                match copied() {
                    Some(true) => words.get("hand-off-copied"),
                    Some(false) => words.get("hand-off-selected"),
                    None => String::new(),
                }
            }
            a { class: "button wide", href: sms,
                Icon { sign: Sign::Message }
                {words.get("hand-off-sms")}
            }
            a { class: "button wide", href: mail,
                Icon { sign: Sign::Mail }
                {words.get("hand-off-mail")}
            }
        }
    }
}

/// A link that opens a text message to `phone` with `text` in it (RFC 5724).
#[must_use]
pub fn sms_link(phone: Option<&Private>, text: &str) -> String {
    let digits = phone.map_or("", Private::reveal).chars().filter(|c| c.is_ascii_digit() || *c == '+');
    format!("sms:{}?body={}", digits.collect::<String>(), encoded(text))
}

/// A link that opens an email to `to` with `text` in it (RFC 6068: lines end with CR LF).
#[must_use]
pub fn mail_link(to: Option<&str>, subject: &str, text: &str) -> String {
    let to = to.map(|to| encoded(to).replace("%40", "@")).unwrap_or_default();
    let body = encoded(&text.replace('\n', "\r\n"));
    format!("mailto:{to}?subject={}&body={body}", encoded(subject))
}

/// As a part of a link: a space is `%20`, for `+` is only a space in forms.
fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
#[path = "sending_tests.rs"]
mod tests;
