//! The patient's own record, tied to the app: what the pages read, and what their buttons do.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    screens::shown,
};
use crate::{
    app::{
        Cairn, Passphrase,
        paper::Paper,
        read::{OwnTrouble, Taken},
    },
    care::trends::Range,
    ui::{
        here::{Shell, TakeBack},
        navigation::{OwnPage, Screen},
        screens::{AsOfLine, BringBackPage, Chosen, ErasePage, OwnRecordPage, SummaryPage, TakeAlongPage},
    },
};
use dioxus::{core::spawn_forever, prelude::*};
use std::future::Future;

/// The page of one's own record the patient is on.
#[component]
pub(super) fn OwnScreen(page: OwnPage) -> Element {
    match page {
        OwnPage::Record => rsx! { OwnRecordPage {} },
        OwnPage::TakeAlong => rsx! { TakeAlongScreen {} },
        OwnPage::BringBack => rsx! { BringBackScreen { nobody: false } },
        OwnPage::Summary => rsx! { SummaryScreen {} },
        OwnPage::Erase => rsx! { EraseScreen {} },
    }
}

/// What became of writing or opening a file, for the screen it was asked on.
pub(super) struct Work<T: 'static> {
    pub(super) done: Signal<Option<T>>,
    pub(super) busy: Signal<bool>,
    pub(super) trouble: Signal<Option<OwnTrouble>>,
}

impl<T> Copy for Work<T> {}

impl<T> Clone for Work<T> {
    fn clone(&self) -> Self {
        *self
    }
}

pub(super) fn use_work<T>() -> Work<T> {
    Work { done: use_signal(|| None), busy: use_signal(|| false), trouble: use_signal(|| None) }
}

impl<T> Work<T> {
    /// Does it, one at a time. It goes on if the screen is left; only then nobody is told here.
    pub(super) fn begin(mut self, work: impl Future<Output = Result<T, crate::app::AppError>> + 'static) {
        if self.busy.replace(true) {
            return;
        }
        self.trouble.set(None);
        spawn_forever(async move {
            let came = work.await;
            let Ok(mut busy) = self.busy.try_write() else { return };
            *busy = false;
            drop(busy);
            match came {
                Ok(done) => self.done.set(Some(done)),
                Err(error) => {
                    tracing::warn!(%error, "a copy could not be made or opened");
                    self.trouble.set(Some(error.own_trouble()));
                }
            }
        });
    }
}

/// Above every screen: as of when the clinic's words are, while they are those of a copy.
#[component]
pub(super) fn AsOfHere() -> Element {
    let (reading, _) = use_read(|cairn| async move { cairn.as_of().await });
    match reading {
        Reading::Ready(Some(at)) => rsx! {
            AsOfLine { at }
        },
        // The screen below does not wait for it.
        Reading::Ready(None) | Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}

#[component]
fn TakeAlongScreen() -> Element {
    let cairn = use_context::<Cairn>();
    let work = use_work::<Taken>();
    let on_make = move |passphrase: Passphrase| {
        let cairn = cairn.clone();
        work.begin(async move { cairn.take_along(passphrase).await });
    };
    rsx! {
        TakeAlongPage { made: (work.done)(), busy: (work.busy)(), trouble: (work.trouble)(), on_make }
    }
}

/// Needs nobody to be here: it is also where a new phone begins.
#[component]
pub(super) fn BringBackScreen(nobody: bool) -> Element {
    let (cairn, deeds) = (use_context::<Cairn>(), use_context::<Deeds>());
    let work = use_work::<()>();
    let reading = use_read(|cairn| async move { cairn.copies().await });
    let on_open = move |(chosen, passphrase, replace): (Chosen, Passphrase, bool)| {
        let (cairn, deeds) = (cairn.clone(), deeds.clone());
        work.begin(async move {
            cairn.bring_back(chosen.path, passphrase, replace).await?;
            deeds.came_back();
            Ok(())
        });
    };
    shown("own-back", reading, |copies| {
        rsx! {
            BringBackPage { copies, nobody, busy: (work.busy)(), trouble: (work.trouble)(), on_open }
        }
    })
}

#[component]
fn SummaryScreen() -> Element {
    let cairn = use_context::<Cairn>();
    let work = use_work::<Taken>();
    let mut range = use_signal(Range::default);
    let reading = use_read(move |cairn| {
        let range = range();
        async move { cairn.summary(range).await }
    });
    let on_make = move |paper: Paper| {
        let cairn = cairn.clone();
        work.begin(async move { cairn.print(paper).await });
    };
    shown("own-paper", reading, |model| {
        rsx! {
            SummaryPage {
                model,
                made: (work.done)(),
                busy: (work.busy)(),
                trouble: (work.trouble)(),
                on_range: move |wanted| range.set(wanted),
                on_make,
            }
        }
    })
}

#[component]
fn EraseScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let practice = use_context::<Shell>().practice();
    let reading = use_read(|cairn| async move { cairn.own_record().await });
    let asking = deeds.clone();
    shown("own-erase", reading, |model| {
        rsx! {
            ErasePage {
                model,
                on_ask: move |()| asking.ask_to_delete(),
                on_erase: move |()| if practice { deeds.end_practice() } else { deeds.sign_out(true) },
            }
        }
    })
}

impl Deeds {
    /// What was brought back is here now.
    fn came_back(&self) {
        self.moved();
        self.shell().tell("own-back-done", None);
        self.shell().way.go(Screen::Today);
    }

    fn ask_to_delete(&self) {
        let cairn = self.cairn().clone();
        self.carry_out_undoable(async move { cairn.ask_to_delete().await }, |shell| {
            shell.tell("own-ask-done", Some(TakeBack::DeletionAsked));
        });
    }

    /// Takes back that the clinic was asked.
    pub(super) fn undo_ask_to_delete(&self) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.undo_ask_to_delete().await }, |shell| {
            shell.tell("own-ask-undone", None);
        });
    }
}
