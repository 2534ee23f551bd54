//! Another look at a small step: keep it, make it smaller, change it, or say that it is done. How it read before stays.

use super::{
    KeepMark,
    sentence::{day_words, is_ahead, sentence},
    step_form::StepForm,
};
use crate::{
    app::read::StepLine,
    care::journal::{NewStep, Review, Reviewed},
    ui::{
        carrying::StepAbout,
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// One small step.
#[component]
pub fn ReviewPage(
    model: StepLine,
    /// What is being written already.
    #[props(default)]
    writing: Option<Review>,
    on_review: EventHandler<(Review, NewStep)>,
    on_keep: EventHandler<bool>,
    on_remove: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let draft = use_shell().draft;
    let StepLine { step, from, reviews, kept } = model;
    let id = step.id.clone();
    let mut chosen = use_signal(|| {
        let half = draft.peek().carrying.step.clone();
        writing.or_else(|| {
            half.and_then(|half| match half.about {
                StepAbout::Review(of, review) if of == id => Some(review),
                _ => None,
            })
        })
    });
    let again = step.again(here.today());
    let asked = match step.is_open() {
        true if is_ahead(here, &step) => Key("step-what-now"),
        true => Key("step-look-back"),
        false => Key("step-go-on"),
    };
    let (as_it_is, first) = (again.clone(), again);
    rsx! {
        Frame { title: words.get("step-one"),
            div { class: "card",
                p { id: "the-step", class: "own-words sentence", {sentence(words, &step.cue, &step.deed)} }
                if let Some(at) = step.done_at {
                    p { class: "small soft", {words.with("step-done-at", [("time", here.stamp(at).into())])} }
                } else if let Some(day) = day_words(here, &step) {
                    p { class: "small soft", "{day}" }
                }
                KeepMark { kept, described_by: "the-step", on_keep }
            }
            if let Some(from) = from {
                section { class: "stack close", "aria-labelledby": "came-from",
                    h2 { id: "came-from", class: "small soft", {words.get("step-from")} }
                    p { class: "own-words insight", "{from.reveal()}" }
                }
            }
            section { class: "stack", "aria-labelledby": "look-back",
                h2 { id: "look-back", {words.say(asked)} }
                p { class: "soft", {words.get("step-any")} }
                Ways {
                    open: step.is_open(),
                    chosen: chosen(),
                    on_choose: move |review| match review {
                        Review::Done => on_review.call((review, as_it_is.clone())),
                        Review::Keep | Review::Shrink | Review::Change => chosen.set(Some(review)),
                    },
                }
            }
            // Only in a list does another key make another form.
            for review in chosen() {
                section { key: "{review:?}", class: "stack", "aria-labelledby": "form-of",
                    h2 { id: "form-of", tabindex: "-1", "data-focus": "", {words.say(form_title(review))} }
                    StepForm {
                        about: StepAbout::Review(step.id.clone(), review),
                        first: first.clone(),
                        words_stay: review == Review::Keep,
                        on_save: move |new| on_review.call((review, new)),
                    }
                }
            }
            if !reviews.is_empty() {
                Before { reviews }
            }
            Button { tone: Tone::Quiet, label: words.get("step-remove"), on_press: move |()| on_remove.call(()) }
        }
    }
}

/// The ways to go on with a step; none of them is better than the others.
#[component]
fn Ways(open: bool, chosen: Option<Review>, on_choose: EventHandler<Review>) -> Element {
    let words = use_here().words();
    let mut ways = vec![
        (Review::Keep, Key("step-keep")),
        (Review::Shrink, Key("step-shrink")),
        (Review::Change, Key("step-change")),
    ];
    if open {
        ways.push((Review::Done, Key("step-done")));
    }
    rsx! {
        div { class: "ways-on", role: "group", "aria-labelledby": "look-back",
            for (review, name) in ways {
                button {
                    key: "{review:?}",
                    r#type: "button",
                    class: "button",
                    "aria-pressed": (review != Review::Done).then_some(chosen == Some(review)),
                    onclick: move |_| on_choose.call(review),
                    {words.say(name)}
                }
            }
        }
    }
}

const fn form_title(review: Review) -> Key {
    match review {
        Review::Keep => Key("step-keep-title"),
        Review::Shrink => Key("step-shrink-title"),
        Review::Change | Review::Done => Key("step-change-title"),
    }
}

/// What was said at each look back, in a word.
pub(in crate::ui::screens) const fn review_name(review: Review) -> Key {
    match review {
        Review::Keep => Key("step-kept"),
        Review::Shrink => Key("step-shrunk"),
        Review::Change => Key("step-changed"),
        Review::Done => Key("step-was-done"),
    }
}

/// How it read before, the newest first.
#[component]
fn Before(reviews: Vec<Reviewed>) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        details { class: "fold",
            summary { {words.get("step-before")} }
            ul { class: "lines",
                for (place, look) in reviews.into_iter().rev().enumerate() {
                    li { key: "{place}", class: "stack close",
                        p { class: "own-words", {sentence(words, &look.cue, &look.deed)} }
                        p { class: "small soft",
                            {words.say(review_name(look.what))}
                            " "
                            {here.stamp(look.at)}
                        }
                    }
                }
            }
        }
    }
}

/// The step is not there any more.
#[component]
pub fn NoStepPage() -> Element {
    let shell = use_shell();
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("step-one"),
            p { class: "lead", {words.get("step-gone")} }
            Button { label: words.get("steps"), on_press: move |()| shell.way.go(Screen::Steps) }
        }
    }
}
