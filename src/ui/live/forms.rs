//! Forms tied to the app: what is typed is on the disk within a moment, and nothing goes on before it is.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    pen::Pen,
    screens::shown,
};
use crate::{
    app::read::{FormDoor, FormView},
    care::Id,
    ui::screens::{
        FinishedFormPage, FormIntroPage, FormReviewPage, FormStepPage, FormsPage, Kept, RefusedFormPage,
        SafetyStepPage, UnknownFormPage,
    },
};
use dioxus::prelude::*;

#[component]
pub(super) fn FormsScreen() -> Element {
    let reading = use_read(|cairn| async move { cairn.forms().await });
    shown("forms", reading, |model| rsx! { FormsPage { model } })
}

/// A form from its first page to its thanks.
#[component]
pub(super) fn FormScreen(name: String, due: Option<String>) -> Element {
    let deeds = use_context::<Deeds>();
    let pen = use_context_provider(|| Pen::new(deeds));
    let (wanted, due_now) = (name.clone(), due.clone());
    let reading = use_read(move |cairn| {
        let (name, due) = (wanted.clone(), due_now.clone());
        async move { Ok((cairn.form(name, due).await?, cairn.help().await)) }
    });
    if let Some(id) = pen.done.read().clone() {
        return rsx! { FinishedFormScreen { id, thanks: true } };
    }
    // What a command answered is newer than what was read at first. Both stand in one place: with another, the first
    // letter would make another field and leave it.
    let resumed = || match &reading.0 {
        Reading::Ready((FormDoor::Open(view), _)) => Some(FormView::clone(view)),
        _ => None,
    };
    if let Some(view) = pen.view.read().clone().or_else(resumed) {
        return rsx! { Filling { view } };
    }
    shown("form-short", reading, |(door, help)| match door {
        FormDoor::Blank(model) => {
            let pen = pen.clone();
            let begin = move |()| pen.begin(name.clone(), due.clone());
            rsx! { FormIntroPage { model: *model, help, on_begin: begin } }
        }
        FormDoor::Open(view) => rsx! { Filling { view: *view } },
        FormDoor::Done(id) => rsx! { FinishedFormScreen { id } },
        FormDoor::Refused(model) => rsx! { RefusedFormPage { model } },
        FormDoor::Unknown => rsx! { UnknownFormPage {} },
    })
}

#[component]
pub(super) fn FinishedFormScreen(id: Id, #[props(default)] thanks: bool) -> Element {
    let deeds = use_context::<Deeds>();
    let form = id.clone();
    let mut hidden = use_signal(|| false);
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { Ok((cairn.finished_form(id.clone()).await?, cairn.safety_of(id).await?)) }
    });
    shown("form-short", reading, |(model, safety)| match model {
        Some(model) => rsx! {
            FinishedFormPage {
                model,
                // Said again here even if it was put away before, on Today.
                safety: safety.filter(|_| thanks && !hidden()),
                thanks,
                on_dismiss: move |()| {
                    hidden.set(true);
                    deeds.dismiss_safety(form.clone());
                },
            }
        },
        None => rsx! { UnknownFormPage {} },
    })
}

/// One page of the form, the card about help, or the review.
#[component]
fn Filling(view: FormView) -> Element {
    let pen = use_context::<Pen>();
    let id = view.id.clone();
    let stopping = pen.clone();
    let own = id.clone();
    let stop = use_callback(move |()| stopping.stop(own.clone()));
    let turning = pen.clone();
    let own = id.clone();
    let turn = use_callback(move |step| turning.turn(own.clone(), step));
    let (step, strict) = (view.step, *pen.strict.read());
    // The card is about what was answered on this page.
    if let Some(to) = pen.card.read().filter(|_| view.harm.contains(&step)) {
        let (title, going) = (view.intro.title.clone(), pen.clone());
        let on_go_on = move |()| going.after_card(view.clone(), to);
        return rsx! { CardScreen { id, title, on_go_on, on_stop: stop } };
    }
    let unread = pen.unread.read().clone();
    // What stands in a field and is no answer is not kept, so nothing here says that all is.
    let kept = pen.kept.read().filter(|kept| *kept != Kept::Saved || unread.is_empty());
    let mut from_review = pen.from_review;
    if step >= view.pages.len() {
        let on_send = move |()| pen.finish(id.clone());
        let on_turn = move |step| {
            from_review.set(true);
            turn.call(step);
        };
        return rsx! {
            FormReviewPage { model: view, kept, strict: strict > 0, on_turn, on_send, on_stop: stop }
        };
    }
    let (noting, settling, next) = (pen.clone(), pen.clone(), pen.clone());
    let (noted, settled, shown) = (view.clone(), id.clone(), view.clone());
    let (adding, removing, added, removed) = (pen.clone(), pen, id.clone(), id);
    rsx! {
        FormStepPage {
            model: view,
            kept,
            strict,
            unread,
            from_review: from_review(),
            on_answer: move |answer| noting.note(noted.clone(), answer),
            on_settle: move |()| settling.settle(settled.clone()),
            on_add: move |group| {
                let id = added.clone();
                adding.change(added.clone(), |cairn| async move { cairn.add_group(id, group).await });
            },
            on_remove: move |group| {
                let id = removed.clone();
                removing.change(removed.clone(), |cairn| async move { cairn.remove_group(id, group).await });
            },
            on_next: move |to| next.next(shown.clone(), to),
            on_turn: turn,
            on_stop: stop,
        }
    }
}

/// The card about help, with what is true about the clinic at this moment.
#[component]
fn CardScreen(
    id: Id,
    title: Option<String>,
    on_go_on: EventHandler<()>,
    on_stop: EventHandler<()>,
) -> Element {
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.safety_of(id).await }
    });
    shown("form-short", reading, |model| match model {
        Some(model) => rsx! { SafetyStepPage { title, model, on_go_on, on_stop } },
        // It was taken back meanwhile: there is nothing to hold one up.
        None => rsx! { GoOn { on_go_on } },
    })
}

#[component]
fn GoOn(on_go_on: EventHandler<()>) -> Element {
    use_hook(|| on_go_on.call(()));
    rsx! {}
}
