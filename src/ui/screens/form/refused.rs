//! A form that cannot be shown whole is not shown at all, and the patient is told whom to call.

use super::name_of;
use crate::{
    app::read::RefusedForm,
    ui::{
        here::use_here,
        parts::{Frame, Note, Numbers, PracticeNumbers},
    },
};
use dioxus::prelude::*;

/// Refused, politely.
#[component]
pub fn RefusedFormPage(model: RefusedForm) -> Element {
    let words = use_here().words();
    rsx! {
        Frame { title: name_of(words, model.title.as_ref()),
            Note { warm: true, head: words.get("form-refused"),
                p { {words.get("form-refused-lead")} }
                p { {words.get("form-refused-next")} }
            }
            if model.numbers.is_empty() {
                p { {words.get("form-no-number")} }
            }
            PracticeNumbers {}
            Numbers { numbers: model.numbers, urgent: false }
        }
    }
}

/// There is no form of this name here.
#[component]
pub fn UnknownFormPage() -> Element {
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("form-unknown"),
            p { {words.get("form-unknown-lead")} }
        }
    }
}
