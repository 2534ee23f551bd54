//! Papers tied to the app: what is read for them, and what their buttons do.

use super::{changes::use_read, deeds::Deeds, screens::shown};
use crate::{
    app::{NewSignature, read::Consent},
    care::Id,
    ui::{
        here::{Shell, TakeBack},
        navigation::Screen,
        screens::{NoSignaturePage, PaperPage, PapersPage, SignedPage},
        signing::{HalfSigned, PutSigned},
    },
};
use dioxus::prelude::*;

#[component]
pub(super) fn PapersScreen() -> Element {
    let reading = use_read(|cairn| async move { cairn.consents().await });
    shown("papers", reading, |model| rsx! { PapersPage { model } })
}

#[component]
pub(super) fn PaperScreen(id: Id) -> Element {
    let mut draft = use_context::<Shell>().draft;
    let (signing, undoing, withdrawing) =
        (use_context::<Deeds>(), use_context::<Deeds>(), use_context::<Deeds>());
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.consent(id).await }
    });
    shown("paper", reading, |model| {
        let text = match &model {
            Consent::Here(view) => view.document.text(),
            Consent::Signed(_) | Consent::Gone | Consent::Unreadable => String::new(),
        };
        let half = HalfSigned::go_on(draft.read().signing.clone(), text);
        let begun = half.clone();
        rsx! {
            PaperPage {
                model,
                half,
                on_put: move |put: PutSigned| {
                    let mut draft = draft.write();
                    let mut half = draft.signing.take().filter(|half| half.text == begun.text);
                    put(half.get_or_insert_with(|| begun.clone()));
                    draft.signing = half;
                },
                on_sign: move |new| signing.sign(new),
                on_undo: move |record| undoing.undo_sign(record),
                on_withdraw: move |record| withdrawing.withdraw_consent(record),
            }
        }
    })
}

#[component]
pub(super) fn SignedPaperScreen(id: Id) -> Element {
    let (undoing, withdrawing) = (use_context::<Deeds>(), use_context::<Deeds>());
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.signed_paper(id).await }
    });
    shown("paper", reading, |model| match model {
        None => rsx! { NoSignaturePage {} },
        Some(model) => rsx! {
            SignedPage {
                model,
                on_undo: move |record| undoing.undo_sign(record),
                on_withdraw: move |record| withdrawing.withdraw_consent(record),
            }
        },
    })
}

impl Deeds {
    fn sign(&self, new: NewSignature) {
        let (cairn, mut shell) = (self.cairn().clone(), self.shell());
        let signing = async move {
            let paper = Screen::Paper(new.document.clone());
            let record = cairn.sign(new).await?;
            shell.draft.write().signing = None;
            let undo = Some(TakeBack::Signed(record.clone()));
            if shell.practice() {
                shell.tell("paper-signed-practice", undo);
            } else {
                shell.tell("paper-signed-soon", undo);
            }
            shell.way.turn(&paper, Screen::SignedPaper(record));
            Ok(())
        };
        self.carry_out_undoable(signing, |_| ());
    }

    /// Takes a signature back that was just put; one is then where it was put, if one is still there.
    pub(super) fn undo_sign(&self, record: Id) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let undoing = async move {
            let document = cairn.signed_paper(record.clone()).await?.map(|view| view.line.signature.document);
            cairn.undo_sign(record.clone()).await?;
            if let Some(document) = document {
                shell.way.turn(&Screen::SignedPaper(record), Screen::Paper(document));
            }
            Ok(())
        };
        self.carry_out(undoing, |shell| shell.tell("paper-undone", None));
    }

    fn withdraw_consent(&self, record: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.withdraw_consent(record).await }, |shell| {
            shell.tell("paper-withdrawn", None);
        });
    }
}
