//! The journal's screens with what they read and what their buttons do.

use super::{changes::use_read, deeds::Deeds, screens::shown};
use crate::{
    app::read::EntryPlace,
    care::{Id, Private},
    ui::{
        here::TakeBack,
        navigation::Screen,
        screens::{EntryPage, JournalPage, ToOwnRecord},
    },
};
use dioxus::prelude::*;

#[component]
pub(super) fn JournalScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let mut after = use_signal(|| None::<EntryPlace>);
    let reading = use_read(move |cairn| {
        let after = after();
        async move { cairn.journal(after).await }
    });
    shown("journal", reading, |model| {
        rsx! {
            JournalPage {
                model,
                on_begin: move |prompt| deeds.begin_entry(prompt),
                on_older: move |place| after.set(Some(place)),
                ToOwnRecord {}
            }
        }
    })
}

#[component]
pub(super) fn EntryScreen(id: Id) -> Element {
    let (writing, removing) = (use_context::<Deeds>(), use_context::<Deeds>());
    let (written, removed) = (id.clone(), id.clone());
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.entry(id).await }
    });
    shown("journal-entry", reading, |model| match model {
        Some(model) => rsx! {
            EntryPage {
                model,
                on_words: move |words| writing.write_entry(written.clone(), words),
                on_remove: move |()| removing.remove_entry(removed.clone()),
            }
        },
        None => rsx! {},
    })
}

impl Deeds {
    fn begin_entry(&self, prompt: Option<String>) {
        let (cairn, way) = (self.cairn().clone(), self.shell().way);
        let begin = async move {
            let id = cairn.begin_entry(prompt).await?;
            way.go(Screen::Entry(id));
            Ok(())
        };
        self.carry_out(begin, |_| ());
    }

    fn write_entry(&self, id: Id, words: Private) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.write_entry(id, words).await }, |_| ());
    }

    fn remove_entry(&self, id: Id) {
        let (cairn, removed) = (self.cairn().clone(), id.clone());
        self.carry_out(async move { cairn.remove_entry(removed).await }, move |shell| {
            shell.tell("journal-removed", Some(TakeBack::Entry(id)));
            shell.way.back();
        });
    }

    /// Brings back a page that was just taken away.
    pub(super) fn bring_entry_back(&self, id: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.bring_entry_back(id).await }, |shell| {
            shell.tell("journal-back", None);
        });
    }
}
