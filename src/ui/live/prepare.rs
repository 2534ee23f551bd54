//! The screens around preparing, with what they read and what their buttons do.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    screens::shown,
};
use crate::{
    app::{Cairn, read::Whose},
    care::{Id, OwnItem},
    ui::screens::{IntentionPage, NoVisitPage, PreparePage, ToDoPage},
};
use dioxus::prelude::*;

#[component]
pub(super) fn PrepareScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let cairn = use_context::<Cairn>();
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.preparation(id).await }
    });
    shown("how-to-prepare", reading, |model| match model {
        Some(model) => rsx! {
            PreparePage {
                model,
                on_read: move |shown| {
                    let cairn = cairn.clone();
                    deeds.carry_out(async move { cairn.acknowledge_medicine(shown).await }, |_| ());
                },
            }
        },
        None => rsx! { NoVisitPage {} },
    })
}

/// Ticks a thing to do, or takes the tick back.
#[must_use]
pub(super) fn use_tick() -> Callback<(Whose, bool)> {
    let deeds = use_context::<Deeds>();
    let cairn = use_context::<Cairn>();
    use_callback(move |(whose, done)| {
        let cairn = cairn.clone();
        let deed = async move {
            match whose {
                Whose::Clinic(key) => cairn.tick(key, done).await,
                Whose::Own(id) => cairn.tick_own_item(id, done).await,
            }
        };
        deeds.carry_out(deed, |_| ());
    })
}

/// The patient has read that the times of a visit changed.
#[must_use]
pub(super) fn use_times_read() -> Callback<Id> {
    let (deeds, cairn) = (use_context::<Deeds>(), use_context::<Cairn>());
    use_callback(move |visit| {
        let cairn = cairn.clone();
        deeds.carry_out(async move { cairn.read_times(visit).await }, |_| ());
    })
}

/// Shows nothing: remembers that the times of this visit are in sight, now and after every change.
#[component]
pub(super) fn TimesShown(visit: Id) -> Element {
    let (reading, _) = use_read(move |cairn| {
        let visit = visit.clone();
        async move { cairn.show_times(visit).await }
    });
    if let Reading::Failed(trouble) = reading {
        tracing::warn!(?trouble, "the times shown are not remembered");
    }
    rsx! {}
}

#[component]
pub(super) fn ToDoScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let cairn = use_context::<Cairn>();
    let on_tick = use_tick();
    // What was removed last can be put back for as long as the list is open.
    let mut removed = use_signal(|| None::<OwnItem>);
    let reading = use_read(|cairn| async move { cairn.to_do().await });
    let (adding, removing, back) =
        ((cairn.clone(), deeds.clone()), (cairn.clone(), deeds.clone()), (cairn, deeds));
    shown("all-things-to-do", reading, |model| {
        rsx! {
            ToDoPage {
                model,
                removed: removed.read().is_some(),
                on_tick,
                on_add: move |title| {
                    let (cairn, deeds) = &adding;
                    let cairn = cairn.clone();
                    deeds.carry_out(async move { cairn.add_own_item(title).await }, |_| ());
                },
                on_remove: move |id| {
                    let (cairn, deeds) = &removing;
                    let cairn = cairn.clone();
                    let deed = async move {
                        let was = cairn.remove_own_item(id).await?;
                        removed.set(was);
                        Ok(())
                    };
                    deeds.carry_out(deed, |_| ());
                },
                on_put_back: move |()| {
                    let (cairn, deeds) = &back;
                    let cairn = cairn.clone();
                    let Some(item) = removed.take() else { return };
                    deeds.carry_out(async move { cairn.keep_own_item(item).await }, |_| ());
                },
            }
        }
    })
}

#[component]
pub(super) fn IntentionScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let cairn = use_context::<Cairn>();
    let reading = use_read(|cairn| async move { cairn.intentions().await });
    shown("intention-title", reading, |model| {
        rsx! {
            IntentionPage {
                model,
                on_save: move |words| {
                    let cairn = cairn.clone();
                    deeds.carry_out(async move { cairn.keep_intention(words).await }, |shell| {
                        let mut draft = shell.draft;
                        draft.write().intention = None;
                        shell.tell("saved", None);
                    });
                },
            }
        }
    })
}
