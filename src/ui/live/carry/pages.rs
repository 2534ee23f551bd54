//! Marking, small steps, and the page for the next session.

use crate::{
    app::read::Marking,
    care::{
        Id,
        journal::{Kept, NewStep, Review, Selected},
    },
    ui::{
        here::TakeBack,
        live::{
            changes::{Reading, use_read},
            deeds::Deeds,
            screens::shown,
        },
        navigation::Screen,
        screens::{ForSessionPage, LookBackPart, MarkPage, NewStepPage, NoStepPage, ReviewPage, StepsPage},
        words::Key,
    },
};
use dioxus::prelude::*;

#[component]
pub(in crate::ui::live) fn MarkScreen(id: Id) -> Element {
    let (marking, picking, unmarking) =
        (use_context::<Deeds>(), use_context::<Deeds>(), use_context::<Deeds>());
    let (page, picked) = (id.clone(), id.clone());
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.marking(id).await }
    });
    shown("mark-title", reading, |model| {
        // A page that is gone has nothing to mark.
        let gone =
            Marking { entry: page.clone(), text: Vec::new(), passages: Vec::new(), others: Vec::new() };
        rsx! {
            MarkPage {
                model: model.unwrap_or(gone),
                on_mark: move |(words, at)| {
                    let (cairn, page) = (marking.cairn().clone(), page.clone());
                    marking.carry_out(
                        async move { cairn.mark_insight(page, words, Some(at)).await.map(drop) },
                        |_| (),
                    );
                },
                on_pick: move |selected| picking.keep_selected(picked.clone(), selected),
                on_unmark: move |id| unmarking.unmark(id),
            }
        }
    })
}

#[component]
pub(in crate::ui::live) fn StepsScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let reading = use_read(|cairn| async move { cairn.steps().await });
    shown("steps", reading, |model| {
        rsx! {
            StepsPage { model, on_keep: move |(what, keep)| deeds.keep_for_session(what, keep), LookBackHere {} }
        }
    })
}

/// Whether something reminds of looking back, and when.
#[component]
fn LookBackHere() -> Element {
    let deeds = use_context::<Deeds>();
    let (reading, _) = use_read(|cairn| async move { cairn.look_back().await });
    match reading {
        Reading::Ready(wanted) => rsx! {
            LookBackPart {
                wanted,
                on_choose: move |wanted| {
                    let cairn = deeds.cairn().clone();
                    deeds.carry_out(async move { cairn.choose_look_back(wanted).await }, |_| ());
                },
            }
        },
        // The page itself says what cannot be read.
        Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}

#[component]
pub(in crate::ui::live) fn NewStepScreen(insight: Option<Id>) -> Element {
    let deeds = use_context::<Deeds>();
    let of = insight.clone();
    let reading = use_read(move |cairn| {
        let insight = insight.clone();
        async move {
            match insight {
                Some(insight) => cairn.insight_words(insight).await,
                None => Ok(None),
            }
        }
    });
    shown("step-new", reading, |from| {
        let saved = of.clone();
        rsx! {
            NewStepPage { of, from, on_save: move |new| deeds.add_step(saved.clone(), new) }
        }
    })
}

#[component]
pub(in crate::ui::live) fn StepScreen(id: Id) -> Element {
    let (reviewing, keeping, removing) =
        (use_context::<Deeds>(), use_context::<Deeds>(), use_context::<Deeds>());
    let (reviewed, kept, removed) = (id.clone(), id.clone(), id.clone());
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.step(id).await }
    });
    shown("step-one", reading, |model| match model {
        Some(model) => rsx! {
            ReviewPage {
                model,
                on_review: move |(what, new)| reviewing.review_step(reviewed.clone(), what, new),
                on_keep: move |keep| keeping.keep_for_session(Kept::Step(kept.clone()), keep),
                on_remove: move |()| removing.remove_step(removed.clone()),
            }
        },
        None => rsx! { NoStepPage {} },
    })
}

#[component]
pub(in crate::ui::live) fn ForSessionScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let reading = use_read(|cairn| async move { cairn.for_session().await });
    shown("for-session", reading, |model| {
        rsx! {
            ForSessionPage { model, on_keep: move |(what, keep)| deeds.keep_for_session(what, keep) }
        }
    })
}

impl Deeds {
    /// Keeps what was selected on a page, with all that was just written on it.
    pub(super) fn keep_selected(&self, entry: Id, selected: Selected) {
        let (cairn, scribe, shell) = (self.cairn().clone(), self.scribe().clone(), self.shell());
        let keep = async move {
            scribe.settle().await;
            match cairn.mark_selected(entry, selected).await? {
                Some(_) => shell.tell("insight-kept", None),
                None => shell.tell("insight-not-kept", None),
            }
            Ok(())
        };
        self.carry_out_undoable(keep, |_| ());
    }

    fn add_step(&self, insight: Option<Id>, new: NewStep) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.add_step(insight, new).await.map(drop) }, |shell| {
            let mut draft = shell.draft;
            draft.write().carrying.step = None;
            shell.way.back();
            // On their own page nobody is told where the steps are.
            let there = shell.way.here() == Screen::Steps;
            let Key(said) = if there { Key("step-saved-here") } else { Key("step-saved") };
            shell.tell(said, None);
        });
    }

    fn review_step(&self, id: Id, what: Review, new: NewStep) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let review = async move {
            if let Some(before) = cairn.review_step(id, what, new).await? {
                let Key(said) = match what {
                    Review::Keep => Key("step-kept-told"),
                    Review::Shrink | Review::Change => Key("step-changed-told"),
                    Review::Done => Key("step-done-told"),
                };
                let mut draft = shell.draft;
                draft.write().carrying.step = None;
                shell.tell(said, Some(TakeBack::ReviewedStep(Box::new(before))));
                shell.way.back();
            }
            Ok(())
        };
        self.carry_out_undoable(review, |_| ());
    }

    fn remove_step(&self, id: Id) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let remove = async move {
            if let Some(removed) = cairn.remove_step(id).await? {
                shell.tell("step-removed", Some(TakeBack::Step(Box::new(removed))));
                shell.way.back();
            }
            Ok(())
        };
        self.carry_out_undoable(remove, |_| ());
    }
}
