//! More: the truth about what has been sent, the language, and who is signed in.

use crate::{
    app::read::{Language, SignIn, SyncState, SyncTrouble},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Icon, Languages, Note, Setting, Sign, SignInTrouble, Tone, TroubleNote},
        screens::{ToMessages, ToOwnRecord, pieces},
        words::Key,
    },
};
use dioxus::prelude::*;

/// Settings and the state of everything.
#[component]
pub fn MorePage(
    model: SyncState,
    /// Why the last attempt to sign in again did not work.
    #[props(default)]
    sign_in_trouble: Option<SyncTrouble>,
    on_sync: EventHandler<()>,
    on_language: EventHandler<Language>,
    on_sign_in: EventHandler<()>,
    /// The sign-in trouble was read and may go.
    on_close: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let practice = model.sign_in == SignIn::Practice;
    let who = match model.sign_in {
        SignIn::Practice => Key("practice-label"),
        SignIn::SignedIn => Key("signed-in"),
        SignIn::SignInAgain => Key("your-clinic"),
    };
    rsx! {
        Frame { title: words.get("more-title"),
            if let Some(trouble) = sign_in_trouble {
                SignInTrouble { trouble, on_sign_in, on_close }
            } else if model.sign_in == SignIn::SignInAgain {
                Note { warm: true, head: words.get("sign-in-again-title"),
                    p { {words.get("sign-in-again-lead")} }
                    Button { label: words.get("sign-in-again"), on_press: move |()| on_sign_in.call(()) }
                }
            } else if let Some(trouble) = model.trouble {
                TroubleNote { trouble, setting: Setting::Syncing }
            }
            Where { model: model.clone(), on_sync }
            ToMessages {}
            section { class: "stack", "aria-labelledby": "trends-here",
                h2 { id: "trends-here", {words.get("trends")} }
                p { {words.get("trends-lead")} }
                Button { label: words.get("see-trends"), on_press: move |()| shell.way.go(Screen::Trends) }
            }
            section { class: "stack", "aria-labelledby": "reminders-here",
                h2 { id: "reminders-here", {words.get("reminders")} }
                p { {words.get("reminders-lead")} }
                Button { label: words.get("see-reminders"), on_press: move |()| shell.way.go(Screen::Reminders) }
            }
            section { class: "stack", "aria-labelledby": "forms-here",
                h2 { id: "forms-here", {words.get("forms")} }
                Button { label: words.get("see-forms"), on_press: move |()| shell.way.go(Screen::Forms) }
            }
            section { class: "stack", "aria-labelledby": "papers-here",
                h2 { id: "papers-here", {words.get("papers")} }
                p { {words.get("papers-lead")} }
                Button { label: words.get("see-papers"), on_press: move |()| shell.way.go(Screen::Papers) }
            }
            section { class: "stack", "aria-labelledby": "side-effects-here",
                h2 { id: "side-effects-here", {words.get("side-effects")} }
                p { {words.get("side-effects-lead")} }
                Button { label: words.get("see-side-effects"), on_press: move |()| shell.way.go(Screen::SideEffects) }
            }
            ToOwnRecord {}
            Languages { on_language }
            section { class: "stack", "aria-labelledby": "who-is-here",
                h2 { id: "who-is-here", {words.say(who)} }
                if practice {
                    p { {words.get("practice-explained")} }
                    Button { label: words.get("end-practice"), on_press: move |()| shell.end_practice.call(()) }
                } else {
                    if let Some(patient) = &model.patient {
                        p { "{patient.reveal()}" }
                    }
                    if let Some(clinic) = model.clinic_name.as_ref().or(model.clinic_address.as_ref()) {
                        p { class: "soft", "{clinic}" }
                    }
                    Button { label: words.get("sign-out"), on_press: move |()| shell.way.go(Screen::SignOut) }
                }
            }
        }
    }
}

/// What is on this phone only, what the clinic has, and when it was last heard from.
#[component]
fn Where(model: SyncState, on_sync: EventHandler<()>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let counts = model.counts;
    let practice = model.sign_in == SignIn::Practice;
    let heard = model.last_pull.map_or_else(
        || words.get("never-heard"),
        |at| words.with("last-heard", [("time", here.stamp(at).into())]),
    );
    rsx! {
        section { class: "card", "aria-labelledby": "what-was-sent",
            h2 { id: "what-was-sent", {words.get("what-was-sent")} }
            div { class: "facts",
                if practice {
                    Fact { sign: Sign::Phone, said: words.get("practice-where") }
                } else {
                    Fact { sign: Sign::Phone, said: words.with("only-here", [("count", counts.waiting.into())]) }
                    Fact { sign: Sign::Sent, said: words.with("sent-count", [("count", counts.sent.into())]) }
                    if counts.needs_attention > 0 {
                        Fact { sign: Sign::Attention, said: words.with("attention-count", [("count", counts.needs_attention.into())]) }
                    }
                    if model.unread > 0 {
                        Fact { sign: Sign::Attention, said: words.with("unread-count", [("count", model.unread.into())]) }
                    }
                    Fact { sign: Sign::Clock, said: heard }
                }
                if model.pieces > 0 {
                    Fact { sign: Sign::Journal, said: words.with("pieces-all", [("size", pieces::size(words, model.pieces).into())]) }
                }
            }
            div { class: "buttons",
                if !practice {
                    Button {
                        label: words.get(if model.busy { "updating" } else { "update-now" }),
                        on_press: move |()| on_sync.call(()),
                    }
                }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("details"),
                    on_press: move |()| shell.way.go(Screen::SyncDetails),
                }
            }
        }
    }
}

#[component]
fn Fact(sign: Sign, said: String) -> Element {
    rsx! {
        div {
            Icon { sign }
            p { "{said}" }
        }
    }
}
