//! Ask for this time: what happens next, said before the one press that asks.

use super::{FewWords, Kept, NoticeLine, TimeCard, refused::not_offered_words};
use crate::{
    app::read::{Door, FreeTimeLine, FreeTimes},
    care::booking::Keeping,
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Frame, Note, Numbers, PracticeNumbers, Tone, visit_name},
        words::Key,
    },
};
use dioxus::prelude::*;

/// One time, and what asking for it means.
#[component]
pub fn AskTimePage(
    model: FreeTimes,
    time: FreeTimeLine,
    /// Whether the clinic's server keeps it meanwhile.
    #[props(default)]
    keeping: Keeping,
    /// It is being asked for just now.
    #[props(default)]
    busy: bool,
    on_ask: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let (moving, kind) = (model.moving.is_some(), time.kind);
    let title = words.say(if moving { Key("book-move-title") } else { Key("book-ask") });
    let verb = match (busy, moving) {
        (true, _) => Key("one-moment"),
        (false, true) => Key("book-move"),
        (false, false) => Key("book-ask"),
    };
    let allowed = time.refused.is_none() && (!moving || model.notice.by_app);
    let arrival = model.moving.as_ref().and_then(|visit| visit.arrival);
    let why = time.refused.map(|why| not_offered_words(here, why, time.zone));
    rsx! {
        Frame { title, sub: visit_name(words, kind),
            TimeCard {
                start: time.start,
                zone: time.zone,
                zone_differs: time.zone_differs,
                with: time.with,
                place_name: time.place_name,
            }
            if allowed {
                KeptMeanwhile { keeping, zone_differs: time.zone_differs }
            }
            if let Some(visit) = model.moving.clone() {
                Kept { visit }
            }
            if let Some(arrival) = arrival {
                NoticeLine { notice: model.notice, zone: arrival.zone, differs: arrival.zone_differs }
                if model.notice.late {
                    PracticeNumbers {}
                    Numbers { numbers: model.call.clone(), urgent: false }
                }
            }
            if let Some(why) = why {
                Note { warm: true, head: words.get("book-not-this"),
                    p { "{why}" }
                }
            } else {
                Next { model, kept: matches!(keeping, Keeping::Kept(_)) }
            }
            if allowed {
                Words {}
                Button { tone: Tone::First, wide: true, label: words.say(verb), on_press: move |()| on_ask.call(()) }
            }
        }
    }
}

/// Until when nobody else gets the time.
#[component]
fn KeptMeanwhile(keeping: Keeping, zone_differs: bool) -> Element {
    let here = use_here();
    let words = here.words();
    // It is minutes from now, so it is told on the clock the patient looks at.
    let at = |(key, elsewhere): (Key, Key), at| {
        let Key(key) = if zone_differs { elsewhere } else { key };
        words.with(key, [("time", here.stamp(at).into())])
    };
    let said = match keeping {
        Keeping::Not => None,
        Keeping::Asking => Some(words.get("book-keep-asking")),
        Keeping::Kept(Some(until)) => Some(at((Key("book-kept-until"), Key("book-kept-until-phone")), until)),
        Keeping::Kept(None) => Some(words.get("book-kept")),
        Keeping::Over(until) => Some(at((Key("book-kept-over"), Key("book-kept-over-phone")), until)),
    };
    rsx! {
        div { role: "status",
            if let Some(said) = said {
                p { class: "still-yours", "{said}" }
            }
        }
    }
}

/// What happens next, in the order in which it happens.
#[component]
fn Next(
    model: FreeTimes,
    /// The clinic's server keeps the time until it is asked for.
    kept: bool,
) -> Element {
    let here = use_here();
    let words = here.words();
    let practice = model.door == Door::Practice;
    // Known a moment ago, without a network by now they are old as well.
    let old = model.as_of.filter(|_| !practice && (!model.fresh || model.trouble.is_some()));
    let first = if old.is_some() { Key("book-next-waits") } else { Key("book-next-sent") };
    rsx! {
        if let Some(at) = old {
            Note { warm: true, head: words.with("book-old-one", [("time", here.stamp(at).into())]),
                p { {words.get("book-old-this")} }
            }
        }
        section { class: "stack close", "aria-labelledby": "next",
            h2 { id: "next", {words.get("book-next")} }
            if practice {
                p { {words.get("book-practice")} }
            } else {
                ol { class: "what-next",
                    li { {words.say(first)} }
                    li { {words.get("book-next-answer")} }
                    li { {words.say(if kept { Key("book-next-kept") } else { Key("book-next-not-yours") })} }
                }
            }
        }
    }
}

/// A few words for the clinic, for whoever wants to say something.
#[component]
fn Words() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let before = use_hook(|| shell.draft.peek().booking.words.clone());
    let open = before.as_ref().is_some_and(|before| !before.reveal().is_empty());
    rsx! {
        details { class: "fold why", open,
            summary { {words.get("book-add-words")} }
            FewWords {
                name: Key("book-words"),
                before,
                on_words: move |words| {
                    let mut draft = shell.draft;
                    draft.write().booking.words = Some(words);
                },
            }
        }
    }
}

/// The time is not among the known ones any more.
#[component]
pub fn NoTimePage() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        Frame { title: words.get("book-ask"),
            Note { warm: true, head: words.get("book-time-away"),
                p { {words.get("book-time-away-next")} }
                Button { label: words.get("book-other-times"), on_press: move |()| shell.way.back() }
            }
        }
    }
}
