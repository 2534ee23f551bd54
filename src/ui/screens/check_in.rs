//! Check-in: two numbers and Save; a few words, feelings, sleep and another time for whoever wants them.

mod feelings;
mod form;
mod one;
mod sleep;

pub use one::{NoCheckInPage, OneCheckInPage};

use crate::{
    app::NewCheckIn,
    care::Private,
    ui::{
        half::Put,
        here::use_shell,
        navigation::Screen,
        parts::{Button, Frame, Tone},
    },
};
use dioxus::prelude::*;
use form::CheckInForm;

/// What happens to the patient's own list of feelings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnWord {
    Add(Private),
    Remove(Private),
}

/// The check-in of this moment, or of one not long ago.
#[component]
pub fn CheckInPage(
    /// The patient's own words for feelings.
    #[props(default)]
    own: Vec<Private>,
    /// Saving did not work: what happened and what to do, in this order.
    trouble: Option<(String, String)>,
    on_save: EventHandler<NewCheckIn>,
    on_own: EventHandler<OwnWord>,
) -> Element {
    let shell = use_shell();
    let mut draft = shell.draft;
    let words = shell.here.read().words();
    let half = draft.read().check_in.clone();
    rsx! {
        Frame { title: words.get("how-are-you"),
            CheckInForm {
                half,
                kept: words.get("now"),
                own,
                trouble,
                on_put: move |put: Put| put(&mut draft.write().check_in),
                on_own,
                on_save,
            }
            div { class: "buttons",
                Button {
                    tone: Tone::Quiet,
                    label: words.get("earlier-check-ins"),
                    on_press: move |()| shell.way.go(Screen::CheckIns),
                }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("note-side-effect"),
                    on_press: move |()| shell.way.go(Screen::SideEffects),
                }
            }
        }
    }
}
