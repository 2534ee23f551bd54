//! A field for words without an end: what is typed reaches the app piece by piece, however long the text grows.

use crate::{
    care::Private,
    ui::manuscript::{Heard, Manuscript},
};
use dioxus::prelude::*;

/// A sheet to write on. It has no listener of its own: the page sends what changes through the hidden field beside it.
#[component]
pub fn PenField(
    /// The one place of its kind on the screen.
    id: &'static str,
    label: String,
    /// The words it begins with. What comes later is not written into it: that would swallow letters.
    words: Private,
    /// The id of what says where the words are.
    described_by: String,
    /// The cursor is in it from the start.
    #[props(default)]
    focus: bool,
    /// Each time something was written: the words as they are now.
    on_words: EventHandler<Private>,
    /// The patient turns to something else.
    on_settle: EventHandler<()>,
) -> Element {
    let before = use_hook(|| Manuscript::new(&words).words());
    let mut manuscript = use_hook(|| CopyValue::new(Manuscript::new(&words)));
    let mut asked = use_signal(|| 0_u32);
    let line = format!("{id}-pen");
    rsx! {
        div { class: "field",
            label { r#for: id, class: "hidden", "{label}" }
            textarea {
                id,
                class: "sheet",
                rows: "10",
                "data-pen": "{line}",
                "data-focus": focus.then_some(""),
                "aria-describedby": "{described_by}",
                initial_value: "{before.reveal()}",
            }
            input {
                id: "{line}",
                r#type: "hidden",
                // Each new number asks the page for everything that stands in the field.
                "data-whole": (asked() > 0).then(|| asked().to_string()),
                oninput: move |event| {
                    let said = event.value();
                    let heard = serde_json::from_str(&said)
                        .map_or(Heard::Lost, |piece| manuscript.write().hear(&piece));
                    match heard {
                        Heard::All => on_words.call(manuscript.read().words()),
                        Heard::MoreToCome => {}
                        Heard::Lost => asked += 1,
                    }
                },
                onchange: move |_| on_settle.call(()),
            }
        }
    }
}
