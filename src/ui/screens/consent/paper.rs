//! One paper to read in peace: the clinic's words, whom to ask and that one may say no; then the place to sign.

use super::{CallClinic, NoPaper, PapersUnreadable, SignedPage, SignedUnshown, before_words, sign::SignHere};
use crate::{
    app::{
        NewSignature,
        read::{Ask, Consent, ConsentView, Door},
    },
    care::{Id, consent::Part},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Icon, NotGranted, Note, PracticeNumbers, Sign, Tone},
        signing::{HalfSigned, PutSigned},
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// The paper, its signature, or what became of it.
#[component]
pub fn PaperPage(
    model: Consent,
    half: HalfSigned,
    on_put: EventHandler<PutSigned>,
    on_sign: EventHandler<NewSignature>,
    on_undo: EventHandler<Id>,
    on_withdraw: EventHandler<Id>,
) -> Element {
    let words = use_here().words();
    match model {
        Consent::Here(view) => rsx! { Whole { view: *view, half, on_put, on_sign } },
        Consent::Signed(view) => rsx! { SignedPage { model: *view, on_undo, on_withdraw } },
        Consent::Gone => rsx! { NoPaper { said: Key("paper-gone") } },
        Consent::Unreadable => rsx! {
            Frame { title: words.get("paper"), PapersUnreadable {} }
        },
    }
}

#[component]
fn Whole(
    view: ConsentView,
    half: HalfSigned,
    on_put: EventHandler<PutSigned>,
    on_sign: EventHandler<NewSignature>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let document = view.document.clone();
    let reviewed = document.reviewed.map_or_else(
        || words.get("not-reviewed"),
        |(name, on)| {
            let day = when::day(words, on, here.today());
            words.with("article-reviewed", [("name", name.into()), ("day", day.into())])
        },
    );
    let clinic = view.clinic.clone().unwrap_or_else(|| words.get("your-clinic"));
    let version =
        words.with("paper-version", [("version", document.version.into()), ("clinic", clinic.into())]);
    rsx! {
        Frame { title: document.title, sub: reviewed,
            if view.unshown && view.ask != Ask::Nothing {
                SignedUnshown {}
            }
            if view.ask == Ask::SignNewText {
                Note { warm: true, head: words.get("paper-new-text"),
                    p { {words.get("paper-new-text-next")} }
                }
            }
            if view.ask == Ask::Nothing {
                Note { done: true, head: words.get("paper-at-clinic"),
                    p { {words.get("paper-at-clinic-next")} }
                }
            } else if let Some(visit) = &view.before {
                p { class: "fact",
                    Icon { sign: Sign::Clock }
                    span { {before_words(here, visit)} }
                }
            }
            if let Some(lead) = document.lead {
                p { class: "lead", "{lead}" }
            }
            for (at, part) in document.parts.into_iter().enumerate() {
                Lines { key: "{at}", at, part }
            }
            if view.ask == Ask::Nothing {
                Statements { statements: document.statements }
            }
            p { class: "small soft", "{version}" }
            if view.ask != Ask::Nothing {
                First { view: view.clone() }
                Signing { view, half, on_put, on_sign }
            }
        }
    }
}

/// A part of the paper under its heading.
#[component]
fn Lines(at: usize, part: Part) -> Element {
    let id = format!("part-{at}");
    let named = part.head.is_some().then(|| id.clone());
    rsx! {
        section { class: "stack part paper-part", "aria-labelledby": named,
            if let Some(head) = part.head {
                h2 { id: "{id}", "{head}" }
            }
            ul { class: "said",
                for (at, line) in part.lines.into_iter().enumerate() {
                    li { key: "{at}", "{line}" }
                }
            }
        }
    }
}

/// What others confirmed in another way, to be read only.
#[component]
fn Statements(statements: Vec<String>) -> Element {
    rsx! {
        ul { class: "said",
            for (at, line) in statements.into_iter().enumerate() {
                li { key: "{at}", "{line}" }
            }
        }
    }
}

/// Nobody has to sign now, or at all.
#[component]
fn First(view: ConsentView) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "first",
            h2 { id: "first", {words.get("paper-first")} }
            p { {words.get("paper-first-lead")} }
            p { {words.get("paper-ask")} }
            PracticeNumbers {}
            CallClinic { numbers: view.numbers }
            Button {
                tone: Tone::Quiet,
                label: words.get("my-questions"),
                on_press: move |()| shell.way.go(Screen::MyQuestions),
            }
            p { {words.get("paper-no")} }
        }
    }
}

/// The place to sign, or why there is none now.
#[component]
fn Signing(
    view: ConsentView,
    half: HalfSigned,
    on_put: EventHandler<PutSigned>,
    on_sign: EventHandler<NewSignature>,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    if let Some(card) = view.wait {
        let until = when::exact_moment(words, card.until, here.today());
        return rsx! {
            Note { warm: true, head: words.get("paper-wait"),
                p { {words.with("paper-wait-until", [("when", until.into())])} }
                if card.zone_differs {
                    p { class: "small soft",
                        {words.with("clinic-clock", [("city", when::zone_name(card.zone).into())])}
                    }
                }
                Button { label: words.get("paper-wait-card"), on_press: move |()| shell.way.go(Screen::FirstDay) }
            }
        };
    }
    if view.door == Door::NotGranted {
        return rsx! {
            NotGranted { head: Key("paper-not-granted"), next: Key("paper-not-granted-next") }
        };
    }
    rsx! { SignHere { view, half, on_put, on_sign } }
}
