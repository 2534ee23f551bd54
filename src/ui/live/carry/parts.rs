//! What stands on pages of others: the marks of a journal page, the intention above it, and a line on Today.

use crate::{
    care::Id,
    ui::{
        live::{
            changes::{Reading, use_read},
            deeds::Deeds,
        },
        screens::{MarksPart, PickBar, SessionSoon},
    },
};
use dioxus::prelude::*;

/// What came of this page of the journal.
#[component]
pub(in crate::ui::live) fn MarksHere(entry: Id) -> Element {
    let (keeping, unmarking) = (use_context::<Deeds>(), use_context::<Deeds>());
    let (reading, _) = use_read(move |cairn| {
        let entry = entry.clone();
        async move { cairn.marks(entry).await }
    });
    match reading {
        Reading::Ready(Some(model)) => rsx! {
            MarksPart {
                model,
                on_unmark: move |id| unmarking.unmark(id),
                on_keep: move |(what, keep)| keeping.keep_for_session(what, keep),
            }
        },
        // The page itself says what cannot be read.
        Reading::Ready(None) | Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}

/// Right below the words of a page: keeps those that are selected.
#[component]
pub(in crate::ui::live) fn PickHere(entry: Id) -> Element {
    let deeds = use_context::<Deeds>();
    rsx! {
        PickBar { on_pick: move |selected| deeds.keep_selected(entry.clone(), selected) }
    }
}

/// On Today: something is kept for the integration session of today or tomorrow.
#[component]
pub(in crate::ui::live) fn SessionSoonHere() -> Element {
    let (reading, _) = use_read(|cairn| async move { cairn.for_session_soon().await });
    match reading {
        Reading::Ready(Some(visit)) => rsx! {
            SessionSoon { visit }
        },
        Reading::Ready(None) | Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}
