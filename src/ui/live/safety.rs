//! The safety card where it is pinned, tied to what is known of the answer.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
};
use crate::ui::parts::PinnedSafety;
use dioxus::prelude::*;

/// The card, while it belongs here. Where it cannot be read, the page it stands on says so.
#[component]
pub(super) fn SafetyHere() -> Element {
    let deeds = use_context::<Deeds>();
    let (reading, _) = use_read(|cairn| async move { cairn.safety().await });
    let Reading::Ready(Some(model)) = reading else { return rsx! {} };
    let form = model.form.clone();
    rsx! {
        PinnedSafety { model, on_dismiss: move |()| deeds.dismiss_safety(form.clone()) }
    }
}
