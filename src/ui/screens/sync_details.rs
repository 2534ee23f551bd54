//! Sync details: what the patient made and what the clinic sent, line by line, for the curious and for a helper.

use crate::{
    app::read::{QueueLine, SyncDetails},
    care::{Delivery, Id, Refusal},
    ui::{
        here::{use_here, use_words},
        parts::{Button, Frame, SyncLine, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// Both lists, or that there is nothing in them.
#[component]
pub fn SyncDetailsPage(model: SyncDetails, on_send_again: EventHandler<Id>) -> Element {
    let words = use_words();
    rsx! {
        Frame { title: words.get("details-title"),
            section { class: "stack", "aria-labelledby": "made-here",
                h2 { id: "made-here", {words.get("made-here")} }
                if model.queue.is_empty() {
                    p { class: "soft", {words.get("nothing-made-yet")} }
                } else {
                    ul { class: "lines",
                        for line in model.queue {
                            Line { key: "{line.record} {line.made}", line, on_send_again }
                        }
                    }
                }
            }
            section { class: "stack", "aria-labelledby": "not-read",
                h2 { id: "not-read", {words.get("not-read")} }
                if model.unread.is_empty() {
                    p { class: "soft", {words.get("all-read")} }
                } else {
                    p { {words.get("not-read-lead")} }
                    ul { class: "lines",
                        for line in model.unread {
                            li { key: "{line.kind}/{line.id}", class: "stack close",
                                h3 { "{line.kind}" }
                                p { class: "code", "{line.id}" }
                                p { class: "small soft", "{line.why}" }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Line(line: QueueLine, on_send_again: EventHandler<Id>) -> Element {
    let here = use_here();
    let words = here.words();
    let refusal = match line.delivery {
        Delivery::NeedsAttention(refusal) => Some(refusal_words(&line.kind, refusal)),
        Delivery::OnThisPhone | Delivery::Sent(_) | Delivery::StaysHere => None,
    };
    let waiting = line.delivery == Delivery::OnThisPhone && line.attempts > 0;
    let record = line.record.clone();
    rsx! {
        li { class: "stack close",
            h3 { {words.with(made_words(&line.kind).0, [("time", here.stamp(line.made).into())])} }
            SyncLine { delivery: line.delivery }
            if let Some(refusal) = refusal {
                p { {words.say(refusal)} }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("send-again"),
                    on_press: move |()| on_send_again.call(record.clone()),
                }
            }
            if waiting {
                p { class: "small soft", {words.with("tried", [("count", line.attempts.into())])} }
            }
            p { class: "code soft", "{line.kind} {line.record}" }
        }
    }
}

/// What was made, as far as the type of its record says.
fn made_words(kind: &str) -> Key {
    match kind {
        "Observation" => Key("made-at"),
        "RelatedPerson" => Key("made-person-at"),
        "Communication" => Key("made-urgent-at"),
        "DocumentReference" => Key("made-share-at"),
        "Consent" => Key("made-paper-at"),
        "Appointment" => Key("made-visit-at"),
        _ => Key("made-answer-at"),
    }
}

/// Why the clinic's server did not take it, and whom to ask.
fn refusal_words(kind: &str, refusal: Refusal) -> Key {
    match refusal {
        Refusal::NotUnderstood => Key("refused-not-understood"),
        Refusal::NotAllowed => Key("refused-not-allowed"),
        Refusal::Conflict => Key("refused-conflict"),
        Refusal::Gone => Key("refused-gone"),
        Refusal::TooLarge => Key("refused-too-large"),
        Refusal::CameBack => match kind {
            "Appointment" => Key("refused-came-back-visit"),
            "Communication" => Key("refused-came-back-message"),
            _ => Key("refused-came-back"),
        },
    }
}
