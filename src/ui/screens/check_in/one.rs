//! One check-in: what it says, where it is, how it was before, and the way to change or remove it.

use super::{OwnWord, form::CheckInForm};
use crate::{
    app::{NewCheckIn, read::OneCheckIn},
    care::Private,
    ui::{
        half::{HalfCheckIn, Put},
        here::{use_here, use_shell},
        parts::{Button, CheckInFacts, Frame, SyncLine, Tone},
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// The check-in, or the form to change it in.
#[component]
pub fn OneCheckInPage(
    model: OneCheckIn,
    #[props(default)] own: Vec<Private>,
    /// What has been changed so far, while it is being changed.
    half: Option<HalfCheckIn>,
    on_half: EventHandler<Option<HalfCheckIn>>,
    on_put: EventHandler<Put>,
    on_own: EventHandler<OwnWord>,
    on_change: EventHandler<NewCheckIn>,
    on_remove: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let practice = shell.practice();
    let OneCheckIn { check_in, delivery, earlier } = model;
    let at = when::moment(words, check_in.at.with_timezone(&check_in.zone).naive_local(), here.today());
    if let Some(half) = half {
        return rsx! {
            Frame { title: words.get("change-check-in"),
                CheckInForm {
                    half,
                    kept: at,
                    own,
                    trouble: None,
                    on_put,
                    on_own,
                    on_save: on_change,
                }
                Button {
                    tone: Tone::Quiet,
                    wide: true,
                    label: words.get("cancel"),
                    on_press: move |()| on_half.call(None),
                }
            }
        };
    }
    let before = HalfCheckIn::of(&check_in);
    rsx! {
        Frame { title: words.get("one-check-in"), sub: at,
            div { class: "card",
                div { class: "stack close",
                    CheckInFacts { made: check_in }
                }
                SyncLine { delivery, leads: true }
            }
            if !earlier.is_empty() {
                section { class: "stack", "aria-labelledby": "before",
                    h2 { id: "before", {words.get("before-changed")} }
                    ol { class: "lines",
                        for (at, was) in earlier.into_iter().enumerate().rev() {
                            li { key: "{at}", class: "stack close",
                                h3 { class: "small",
                                    {words.with("changed-on", [("time", here.stamp(was.until).into())])}
                                }
                                p { class: "small soft",
                                    {words.with("was-about", [("time", here.stamp(was.form.at).into())])}
                                }
                                CheckInFacts { made: was.form }
                            }
                        }
                    }
                }
            }
            p { class: "small soft",
                {words.say(if practice { Key("who-reads-practice") } else { Key("change-lead") })}
            }
            div { class: "stack",
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("change-this"),
                    on_press: move |()| on_half.call(Some(before.clone())),
                }
                p { id: "remove-lead", class: "small soft", {words.get("remove-check-in-lead")} }
                Button {
                    tone: Tone::Quiet,
                    wide: true,
                    label: words.get("remove-check-in"),
                    described_by: "remove-lead",
                    on_press: move |()| on_remove.call(()),
                }
            }
        }
    }
}

/// It is not on this phone (any more).
#[component]
pub fn NoCheckInPage() -> Element {
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("one-check-in"),
            p { {words.get("no-such-check-in")} }
        }
    }
}
