//! The choice of a language, each called by its own name.

use crate::{
    app::read::Language,
    ui::{here::use_here, words::Words},
};
use dioxus::prelude::*;

/// One pill for each language; the chosen one is filled.
#[component]
pub fn Languages(
    /// The names of the languages say enough for the eye.
    #[props(default)]
    bare: bool,
    on_language: EventHandler<Language>,
) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        fieldset { class: "stack", role: "radiogroup", "aria-labelledby": "language",
            h2 { id: "language", class: if bare { "hidden" }, {words.get("language")} }
            div { class: "choices",
                for (language, name) in [(Language::English, "English"), (Language::Spanish, "Español")] {
                    label { key: "{name}", lang: Words::of(language).tag(),
                        input {
                            r#type: "radio",
                            name: "language",
                            value: Words::of(language).tag(),
                            checked: here.language == language,
                            onchange: move |_| on_language.call(language),
                        }
                        "{name}"
                    }
                }
            }
        }
    }
}
