//! Writing to the clinic: first that nobody reads it straight away, then the words, what goes along, and one button.

use super::{
    beside::{HowItStands, NotReadNow},
    thread::Along,
};
use crate::{
    app::read::{Door, Goes, SharedLine, WritingMessage},
    care::{
        Id, Private,
        message::{NEARLY, first_line, left},
    },
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Icon, Note, PenField, Sign, Tone},
        screens::Kept,
        words::Key,
    },
};
use dioxus::prelude::*;

/// A new question, or more in a thread.
#[component]
pub fn WriteMessagePage(
    model: WritingMessage,
    /// The words as they are now, which may be newer than those of the model.
    now: Private,
    /// Where the words stand that were written here; `None` before the first.
    #[props(default)]
    kept: Option<Kept>,
    /// Send was pressed with nothing to send, or with too much.
    #[props(default)]
    stuck: bool,
    on_words: EventHandler<Private>,
    on_settle: EventHandler<()>,
    /// This is to go along, or nothing.
    on_attach: EventHandler<Option<Id>>,
    on_send: EventHandler<()>,
    /// What stands here is not wanted.
    on_throw_away: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let title = if model.goes_on { Key("message-more") } else { Key("message-new") };
    let granted = model.with.door != Door::NotGranted;
    let attachable = granted && (model.shared.is_some() || !model.could_go.is_empty());
    rsx! {
        Frame { title: words.say(title), sub: model.with.clinic.clone(),
            NotReadNow { help: model.help }
            HowItStands { with: model.with }
            if let Some(about) = model.title {
                p { class: "small soft", {words.with("message-goes-on", [("words", about.reveal().into())])} }
            }
            if model.alone {
                Note { head: words.get("message-alone"),
                    p { {words.get("message-alone-next")} }
                }
            }
            section { class: "stack close", "aria-labelledby": "message-here",
                h2 { id: "message-here", {words.get("message-words")} }
                PenField {
                    id: "message-words",
                    label: words.get("message-words"),
                    words: model.words,
                    described_by: "message-kept",
                    on_words,
                    on_settle,
                }
                KeptLine { kept, now: now.clone(), stuck }
            }
            if attachable {
                Attach { shared: model.shared, could_go: model.could_go, on_attach }
            }
            if granted {
                p { class: "small soft", {words.say(when_sent(model.goes))} }
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("message-send"),
                    on_press: move |()| on_send.call(()),
                }
            }
            if !now.is_blank() {
                Button {
                    tone: Tone::Quiet,
                    label: words.get("message-throw-away"),
                    on_press: move |()| on_throw_away.call(()),
                }
            }
        }
    }
}

/// When it would leave, said before it is sent.
const fn when_sent(goes: Goes) -> Key {
    match goes {
        Goes::Now => Key("message-goes-now"),
        Goes::WithNetwork => Key("message-goes-with-network"),
        Goes::AfterSignIn => Key("message-goes-after-sign-in"),
        Goes::Never => Key("message-goes-never"),
    }
}

/// Where the words are, and how many letters are left once that matters. Only what went wrong is spoken.
#[component]
fn KeptLine(kept: Option<Kept>, now: Private, stuck: bool) -> Element {
    let words = use_here().words();
    let said = match kept {
        None => words.get("message-kept"),
        Some(Kept::Saving) => words.get("form-saving"),
        Some(Kept::Saved) => words.get("form-saved"),
        Some(Kept::NotSaved) => String::new(),
    };
    let left = left(&now);
    let near = i64::try_from(NEARLY).is_ok_and(|nearly| left <= nearly);
    let room = match left {
        left if left < 0 => Some(words.with("message-too-long", [("count", left.saturating_neg().into())])),
        left if near => Some(words.with("message-left", [("count", left.into())])),
        _ => None,
    };
    let wrong = if stuck && now.is_blank() { Some(words.get("message-empty")) } else { None };
    rsx! {
        div { class: "kept",
            p { id: "message-kept", class: "small soft", "{said}" }
            if let Some(room) = room.clone().filter(|_| left >= 0) {
                p { class: "small soft", "{room}" }
            }
            div { role: "status",
                if kept == Some(Kept::NotSaved) {
                    p { class: "mistake", {words.get("journal-not-saved")} }
                }
                if let Some(wrong) = wrong.or(room.filter(|_| left < 0)) {
                    p { class: "mistake",
                        Icon { sign: Sign::Attention }
                        span { "{wrong}" }
                    }
                }
            }
        }
    }
}

/// What was shared from the journal before, to go along: nothing is chosen for the patient, and nothing is shared here.
#[component]
fn Attach(
    shared: Option<SharedLine>,
    could_go: Vec<SharedLine>,
    on_attach: EventHandler<Option<Id>>,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let chosen = shared.as_ref().map(|line| line.shared.record.clone());
    rsx! {
        if let Some(shared) = shared {
            Along { shared }
        }
        details { class: "fold",
            summary { {words.get("message-attach")} }
            div { class: "stack",
                p { {words.get("message-attach-lead")} }
                fieldset { class: "choices",
                    legend { class: "hidden", {words.get("message-attach")} }
                    label {
                        input {
                            r#type: "radio",
                            name: "message-along",
                            checked: chosen.is_none(),
                            onchange: move |_| on_attach.call(None),
                        }
                        span { {words.get("message-attach-nothing")} }
                    }
                    for line in could_go {
                        label { key: "{line.shared.record}",
                            input {
                                r#type: "radio",
                                name: "message-along",
                                checked: chosen.as_ref() == Some(&line.shared.record),
                                onchange: {
                                    let record = line.shared.record.clone();
                                    move |_| on_attach.call(Some(record.clone()))
                                },
                            }
                            span { class: "stack close",
                                span { {words.with("message-attach-page", [("time", here.stamp(line.shared.at).into())])} }
                                if let Some(first) = line.shared.words.as_ref().map(first_line) {
                                    span { class: "small soft", {first.reveal()} }
                                }
                            }
                        }
                    }
                }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("share-see-shared"),
                    on_press: move |()| shell.way.go(Screen::Shared),
                }
            }
        }
    }
}
