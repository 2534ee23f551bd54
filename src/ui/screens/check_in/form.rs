//! The form of a check-in, new or changed: the two numbers first, what nobody has to fill in behind a fold.

use super::{OwnWord, feelings::Feelings, sleep::SleepFields};
use crate::{
    app::NewCheckIn,
    care::Private,
    ui::{
        half::{HalfCheckIn, Put},
        here::use_shell,
        parts::{Button, Note, Scale, Tone, WhenField},
        words::Key,
    },
};
use dioxus::prelude::*;

/// A few words are enough here, and an event that carries much more does not get from the page to the app.
const MOST_WORDS: usize = 2000;

/// Everything up to Save.
#[component]
pub(super) fn CheckInForm(
    half: HalfCheckIn,
    /// What the time is called that it has without another one.
    kept: String,
    own: Vec<Private>,
    /// Saving did not work: what happened and what to do, in this order.
    trouble: Option<(String, String)>,
    on_put: EventHandler<Put>,
    on_own: EventHandler<OwnWord>,
    on_save: EventHandler<NewCheckIn>,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let practice = shell.practice();
    let mut asked = use_signal(|| false);
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| half.words.as_ref().map_or_else(String::new, |words| words.reveal().to_owned()));
    // Open by itself where something in it is filled in; after that it is the patient's.
    let open = use_hook(|| half.has_more());
    let whole = half.whole(here.now, here.zone);
    let save = move |()| {
        asked.set(true);
        if let Some(new) = whole.clone() {
            on_save.call(new);
        }
    };
    rsx! {
        Scale {
            name: "mood",
            question: words.get("mood-question"),
            low: words.get("mood-low"),
            high: words.get("mood-high"),
            value: half.mood,
            missing: asked() && half.mood.is_none(),
            on_choose: move |score| on_put.call(Box::new(move |half| half.mood = Some(score))),
        }
        Scale {
            name: "anxiety",
            question: words.get("anxiety-question"),
            low: words.get("anxiety-low"),
            high: words.get("anxiety-high"),
            value: half.anxiety,
            missing: asked() && half.anxiety.is_none(),
            on_choose: move |score| on_put.call(Box::new(move |half| half.anxiety = Some(score))),
        }
        div { class: "field",
            label { r#for: "words", {words.get("few-words")} }
            textarea {
                id: "words",
                rows: "2",
                maxlength: "{MOST_WORDS}",
                "aria-describedby": "who-reads",
                initial_value: "{before}",
                oninput: move |event| {
                    let typed = Private::new(event.value());
                    on_put.call(Box::new(move |half| half.words = Some(typed)));
                },
            }
            p { id: "who-reads", class: "small soft",
                {words.say(if practice { Key("who-reads-practice") } else { Key("who-reads") })}
            }
        }
        details { class: "fold", open,
            summary { {words.get("add-more")} }
            div { class: "stack",
                Feelings { chosen: half.feelings.clone(), own, typed: half.own_word.clone(), on_put, on_own }
                SleepFields { hours: half.hours, minutes: half.minutes, on_put }
                WhenField {
                    name: "when",
                    question: words.get("when-was-this"),
                    kept,
                    value: half.when,
                    asked: asked(),
                    on_choose: move |when| on_put.call(Box::new(move |half| half.when = when)),
                }
            }
        }
        if let Some((happened, next)) = trouble {
            Note { warm: true, at_once: true, head: happened,
                p { "{next}" }
            }
        }
        Button { tone: Tone::First, wide: true, label: words.get("save"), on_press: save }
    }
}
