//! Sharing tied to the app: what is read for it, and what its buttons do.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    screens::shown,
};
use crate::{
    app::NewShare,
    care::Id,
    ui::{
        here::TakeBack,
        navigation::Screen,
        screens::{HalfShare, NoSharePage, PutShare, ShareLines, SharePage, SharedPage},
        words::Key,
    },
};
use dioxus::prelude::*;

/// What of this page is shared, and the way to share it.
#[component]
pub(super) fn ShareHere(entry: Id) -> Element {
    let own = entry.clone();
    let (reading, _) = use_read(move |cairn| {
        let entry = own.clone();
        async move { cairn.page_shares(entry).await }
    });
    match reading {
        Reading::Ready(model) => rsx! { ShareLines { entry, model } },
        // The page itself says what is wrong.
        Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}

#[component]
pub(super) fn ShareScreen(entry: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let mut half = use_signal(HalfShare::default);
    let reading = use_read(move |cairn| {
        let entry = entry.clone();
        async move { cairn.share_view(entry).await }
    });
    shown("share-title", reading, |model| match model {
        None => rsx! { NoSharePage {} },
        Some(model) => rsx! {
            SharePage {
                model,
                half: half(),
                on_put: move |put: PutShare| put(&mut half.write()),
                on_share: move |new| deeds.share(new),
            }
        },
    })
}

#[component]
pub(super) fn SharedScreen() -> Element {
    let (undoing, withdrawing) = (use_context::<Deeds>(), use_context::<Deeds>());
    let mut pages = use_signal(|| 1_usize);
    let reading = use_read(move |cairn| {
        let pages = pages();
        async move { cairn.shared(pages).await }
    });
    shown("shared-title", reading, |model| {
        rsx! {
            SharedPage {
                model,
                on_undo: move |record| undoing.undo_share(record),
                on_withdraw: move |record| withdrawing.withdraw_share(record),
                on_older: move |()| pages += 1,
            }
        }
    })
}

impl Deeds {
    fn share(&self, new: NewShare) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let sharing = async move {
            let record = cairn.share(new).await?;
            let Key(said) = if shell.practice() { Key("share-practice") } else { Key("share-made") };
            shell.tell(said, Some(TakeBack::Shared(record)));
            // What was shared is where one goes on, and the page it is of is where "back" leads.
            shell.way.back();
            shell.way.go(Screen::Shared);
            Ok(())
        };
        self.carry_out_undoable(sharing, |_| ());
    }

    /// Takes back what was just shared.
    pub(super) fn undo_share(&self, record: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.undo_share(record).await }, |shell| {
            shell.tell("share-undone", None);
        });
    }

    fn withdraw_share(&self, record: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.withdraw_share(record).await }, |shell| {
            shell.tell("share-withdrawn", None);
        });
    }
}
