//! One thread: each message with who wrote it, when, and where it truly is.

use super::{
    beside::HowItStands,
    line::{StateLine, came_back},
    list::BegunLines,
};
use crate::{
    app::read::{Door, MessageLine, SharedLine, ThreadView, Voice},
    care::{
        Id, Private,
        message::{Enclosed, Enclosure, FileKind, Said, State},
    },
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Note, Tone},
        screens::pieces::size,
        words::Key,
    },
};
use dioxus::prelude::*;

/// The messages from the first to the last, and the way to write more.
#[component]
pub fn ThreadPage(
    model: ThreadView,
    /// This message is to be as if it had never been sent.
    on_undo: EventHandler<Id>,
    /// This message came back from a copy and is sent; or it is not.
    on_send: EventHandler<Id>,
    on_leave: EventHandler<Id>,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let on = Handlers { undo: on_undo, send: on_send, leave: on_leave };
    let ThreadView { id, lines, begun, with, .. } = model;
    let clinic = with.clinic.clone().unwrap_or_else(|| words.get("your-clinic"));
    let can_write = with.door != Door::NotGranted;
    let asked = matches!(lines.first(), Some(MessageLine { voice: Voice::Me { .. }, .. }));
    let title = if asked { Key("message-thread") } else { Key("message-from-them") };
    rsx! {
        Frame { title: words.say(title), sub: clinic.clone(),
            HowItStands { with }
            ol { class: "letters",
                for line in lines {
                    Letter { key: "{line.id}", line, clinic: clinic.clone(), on }
                }
            }
            p { class: "soft", {words.get("message-not-now-short")} }
            if !begun.is_empty() {
                BegunLines { begun: begun.clone(), thread: id.clone() }
            }
            if can_write {
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get(if begun.is_empty() { "message-more" } else { "message-go-on" }),
                    on_press: move |()| shell.way.go(Screen::WriteMessage { thread: Some(id.clone()), draft: None }),
                }
            }
        }
    }
}

/// What can be done about one message of the patient's.
#[derive(Clone, Copy, PartialEq)]
struct Handlers {
    undo: EventHandler<Id>,
    send: EventHandler<Id>,
    leave: EventHandler<Id>,
}

#[component]
fn Letter(line: MessageLine, clinic: String, on: Handlers) -> Element {
    let here = use_here();
    let words = here.words();
    let MessageLine { id, at, voice } = line;
    let (mine, own) = (matches!(voice, Voice::Me { .. }), id.clone());
    let who = if mine { words.get("message-you") } else { clinic };
    let head = match at {
        Some(at) => words.with("message-head", [("who", who.into()), ("time", here.stamp(at).into())]),
        None => who,
    };
    rsx! {
        li { class: if mine { "letter mine" } else { "letter" },
            h2 { id: "head-{id}", class: "small", "{head}" }
            match voice {
                Voice::Me { words, state, shared, undo_until } => rsx! {
                    Mine { id: own, words, state, shared: shared.map(|shared| *shared), undo_until, on }
                },
                Voice::Clinic { said, .. } => rsx! { Theirs { said } },
                Voice::CannotShow { .. } => rsx! { CannotShow {} },
            }
        }
    }
}

#[component]
fn Mine(
    id: Id,
    words: Private,
    state: State,
    shared: Option<SharedLine>,
    undo_until: Option<chrono::DateTime<chrono::Utc>>,
    on: Handlers,
) -> Element {
    let here = use_here();
    let (sent, left) = (id.clone(), id.clone());
    let soon = undo_until.is_some_and(|until| until > here.now);
    let head = format!("head-{id}");
    rsx! {
        p { class: "own-words sent-words", {words.reveal()} }
        if let Some(shared) = shared {
            Along { shared }
        }
        StateLine { state, soon, described_by: head.clone() }
        if soon {
            Button {
                tone: Tone::Quiet,
                label: here.words().get("undo"),
                described_by: head.clone(),
                on_press: move |()| on.undo.call(id.clone()),
            }
        }
        if came_back(state) {
            p { class: "small", {here.words().get("message-came-back-next")} }
            div { class: "buttons",
                Button {
                    label: here.words().get("message-send"),
                    described_by: head.clone(),
                    on_press: move |()| on.send.call(sent.clone()),
                }
                Button {
                    tone: Tone::Quiet,
                    label: here.words().get("message-leave"),
                    described_by: head,
                    on_press: move |()| on.leave.call(left.clone()),
                }
            }
        }
    }
}

/// What was shared from the journal and goes along.
#[component]
pub(super) fn Along(shared: SharedLine) -> Element {
    let here = use_here();
    let at = here.stamp(shared.shared.at);
    rsx! {
        p { class: "small soft", {here.words().with("message-along", [("time", at.into())])} }
    }
}

#[component]
fn Theirs(said: Said) -> Element {
    let words = use_here().words();
    let (text, enclosed, note) = match said {
        Said::Words { words: text, enclosed, more } => {
            (Some(text), enclosed, more.then_some(Key("message-has-more")))
        }
        Said::Other => (None, Vec::new(), Some(Key("message-other"))),
        Said::TakenBack => (None, Vec::new(), Some(Key("message-taken-back"))),
    };
    rsx! {
        if let Some(text) = text.filter(|text| !text.is_blank()) {
            p { class: "sent-words", {text.reveal()} }
        }
        for one in enclosed {
            CameAlong { one }
        }
        if let Some(note) = note {
            p { class: "soft", {words.say(note)} }
        }
    }
}

/// What came with it: a text to be read, or what it is and how to get it.
#[component]
fn CameAlong(one: Enclosed) -> Element {
    let words = use_here().words();
    let name = one.title.as_ref().map(|title| title.reveal().to_owned());
    match one.what {
        Enclosure::Text(text) => rsx! {
            p { class: "small soft", {name.unwrap_or_else(|| words.get("message-text-with"))} }
            p { class: "sent-words", {text.reveal()} }
        },
        Enclosure::File { kind, size: bytes } => {
            let what = words.say(kind_words(kind));
            let what = name.map_or_else(|| what.clone(), |name| format!("{name} ({what})"));
            let what = bytes.map_or_else(|| what.clone(), |bytes| format!("{what}, {}", size(words, bytes)));
            rsx! {
                p { {words.with("message-file-with", [("file", what.into())])} }
                p { class: "soft", {words.get("message-file-next")} }
            }
        }
    }
}

const fn kind_words(kind: FileKind) -> Key {
    match kind {
        FileKind::Pdf => Key("file-pdf"),
        FileKind::Picture => Key("file-picture"),
        FileKind::Sound => Key("file-sound"),
        FileKind::Video => Key("file-video"),
        FileKind::Text => Key("file-text"),
        FileKind::Other => Key("file-other"),
    }
}

#[component]
fn CannotShow() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Note { warm: true, head: words.get("message-cannot-show"),
            p { {words.get("message-cannot-show-next")} }
            Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
        }
    }
}

/// The thread is not there any more.
#[component]
pub fn NoThreadPage() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Frame { title: words.get("message-thread"),
            p { class: "lead", {words.get("message-gone")} }
            Button { label: words.get("see-messages"), on_press: move |()| shell.way.go(Screen::Messages) }
        }
    }
}
