//! Check-in: two numbers, a few words if one likes, saved at once on the phone.

use crate::{
    care::{Private, Score},
    ui::{
        here::use_shell,
        navigation::Screen,
        parts::{Button, Frame, Note, Scale, Tone},
    },
};
use dioxus::prelude::*;

/// A few words are enough here, and an event that carries much more does not get from the page to the app.
const MOST_WORDS: usize = 2000;

/// What the patient wants to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub mood: Score,
    pub anxiety: Score,
    pub words: Option<Private>,
}

/// The check-in of this moment.
#[component]
pub fn CheckInPage(
    /// Saving did not work: what happened and what to do, in this order.
    trouble: Option<(String, String)>,
    on_save: EventHandler<Entry>,
) -> Element {
    let shell = use_shell();
    let mut draft = shell.draft;
    let words = shell.here.read().words();
    let practice = *shell.practice.read();
    let mut asked = use_signal(|| false);
    let (mood, anxiety) = (draft.read().mood, draft.read().anxiety);
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before =
        use_hook(|| draft.peek().words.as_ref().map_or_else(String::new, |words| words.reveal().to_owned()));
    let save = move |()| {
        asked.set(true);
        let draft = draft.read();
        if let (Some(mood), Some(anxiety)) = (draft.mood, draft.anxiety) {
            let words = draft.words.clone().filter(|words| !words.is_blank());
            on_save.call(Entry { mood, anxiety, words });
        }
    };
    rsx! {
        Frame { title: words.get("how-are-you"),
            Scale {
                name: "mood",
                question: words.get("mood-question"),
                low: words.get("mood-low"),
                high: words.get("mood-high"),
                value: mood,
                missing: asked() && mood.is_none(),
                on_choose: move |score| draft.write().mood = Some(score),
            }
            Scale {
                name: "anxiety",
                question: words.get("anxiety-question"),
                low: words.get("anxiety-low"),
                high: words.get("anxiety-high"),
                value: anxiety,
                missing: asked() && anxiety.is_none(),
                on_choose: move |score| draft.write().anxiety = Some(score),
            }
            div { class: "field",
                label { r#for: "words", {words.get("few-words")} }
                textarea {
                    id: "words",
                    rows: "2",
                    maxlength: "{MOST_WORDS}",
                    "aria-describedby": "who-reads",
                    initial_value: "{before}",
                    oninput: move |event| draft.write().words = Some(Private::new(event.value())),
                }
                p { id: "who-reads", class: "small soft",
                    {words.get(if practice { "who-reads-practice" } else { "who-reads" })}
                }
            }
            if let Some((happened, next)) = trouble {
                Note { warm: true, at_once: true, head: happened,
                    p { "{next}" }
                }
            }
            div { class: "stack",
                Button { tone: Tone::First, wide: true, label: words.get("save"), on_press: save }
                Button {
                    tone: Tone::Quiet,
                    wide: true,
                    label: words.get("earlier-check-ins"),
                    on_press: move |()| shell.way.go(Screen::CheckIns),
                }
            }
        }
    }
}
