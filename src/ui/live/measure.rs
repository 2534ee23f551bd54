//! Check-ins and side effects, tied to the app: what is saved, changed, removed and put back.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    screens::shown,
};
use crate::{
    app::{NewCheckIn, NewSideEffect, RemovedCheckIn, RemovedSideEffect, read::CheckIns},
    care::{Id, Private},
    ui::{
        half::{HalfCheckIn, Put},
        here::{Draft, TakeBack},
        screens::{CheckInPage, CheckInsPage, NoCheckInPage, OneCheckInPage, OwnWord, Said, SideEffectsPage},
    },
};
use chrono::{DateTime, Utc};
use dioxus::prelude::*;

/// The patient's own words for feelings; none while they are being read, for the numbers do not wait for them.
fn use_own_feelings() -> Vec<Private> {
    let (reading, _) = use_read(|cairn| async move { cairn.own_feelings().await });
    if let Reading::Ready(own) = reading { own } else { Vec::new() }
}

#[component]
pub(super) fn CheckInScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let trouble = use_signal(|| None);
    let busy = use_signal(|| false);
    let own = use_own_feelings();
    let owning = deeds.clone();
    rsx! {
        CheckInPage {
            own,
            trouble: trouble(),
            on_save: move |new| deeds.save(new, trouble, busy),
            on_own: move |word| owning.own_word(word),
        }
    }
}

#[component]
pub(super) fn CheckInsScreen() -> Element {
    let deeds = use_context::<Deeds>();
    // Where each page after the first begins.
    let mut pages = use_signal(Vec::<DateTime<Utc>>::new);
    let reading = use_read(move |cairn| {
        let pages = pages();
        async move {
            let mut all: CheckIns = cairn.check_ins(None).await?;
            for before in pages {
                let older = cairn.check_ins(Some(before)).await?;
                all.lines.extend(older.lines);
                all.more = older.more;
            }
            Ok(all)
        }
    });
    shown("earlier-check-ins", reading, |model| {
        rsx! {
            CheckInsPage {
                model,
                on_older: move |before| pages.write().push(before),
                on_undo: move |id| deeds.undo_check_in(id),
            }
        }
    })
}

#[component]
pub(super) fn OneCheckInScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let mut half = use_signal(|| None::<HalfCheckIn>);
    let own = use_own_feelings();
    let wanted = id.clone();
    let reading = use_read(move |cairn| {
        let id = wanted.clone();
        async move { cairn.one_check_in(id).await }
    });
    let (owning, changing) = (deeds.clone(), deeds.clone());
    let changed = id.clone();
    shown("one-check-in", reading, |model| match model {
        None => rsx! { NoCheckInPage {} },
        Some(model) => rsx! {
            OneCheckInPage {
                model,
                own,
                half: half(),
                on_half: move |new| half.set(new),
                on_put: move |put: Put| {
                    if let Some(half) = half.write().as_mut() {
                        put(half);
                    }
                },
                on_own: move |word| owning.own_word(word),
                on_change: move |new| changing.change_check_in(changed.clone(), new, half),
                on_remove: move |()| deeds.remove_check_in(id.clone()),
            }
        },
    })
}

#[component]
pub(super) fn SideEffectsScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let mut pages = use_signal(|| 1_usize);
    let logged = use_signal(|| 0_usize);
    let reading = use_read(move |cairn| {
        let pages = pages();
        async move { cairn.side_effects(pages).await }
    });
    let saying = deeds.clone();
    shown("side-effects", reading, |model| {
        rsx! {
            SideEffectsPage {
                model,
                logged: logged(),
                on_log: move |new| deeds.log_side_effect(new, logged),
                on_say: move |(id, said)| saying.say(id, said),
                on_older: move |()| pages += 1,
            }
        }
    })
}

impl Deeds {
    /// Takes a check-in back that was just made.
    pub(super) fn undo_check_in(&self, id: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.undo_check_in(id).await }, |shell| shell.tell("taken-back", None));
    }

    fn own_word(&self, word: OwnWord) {
        let cairn = self.cairn().clone();
        let done = async move {
            match word {
                OwnWord::Add(word) => cairn.add_own_feeling(word).await.map(drop),
                OwnWord::Remove(word) => cairn.remove_own_feeling(word).await,
            }
        };
        self.carry_out(done, |_| ());
    }

    fn change_check_in(&self, id: Id, new: NewCheckIn, mut half: Signal<Option<HalfCheckIn>>) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.change_check_in(id, new).await }, move |shell| {
            half.set(None);
            shell.tell("change-saved", None);
        });
    }

    fn remove_check_in(&self, id: Id) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let removing = async move {
            if let Some(removed) = cairn.remove_check_in(id).await? {
                shell.tell("check-in-removed", Some(TakeBack::RemovedCheckIn(Box::new(removed))));
                shell.way.back();
            }
            Ok(())
        };
        self.carry_out_undoable(removing, |_| ());
    }

    /// Puts a check-in back that was just removed.
    pub(super) fn put_check_in_back(&self, removed: RemovedCheckIn) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.put_check_in_back(removed).await }, |shell| {
            shell.tell("put-back", None);
        });
    }

    fn log_side_effect(&self, new: NewSideEffect, mut logged: Signal<usize>) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let logging = async move {
            let id = cairn.log_side_effect(new).await?;
            // What was filled in goes only once it is saved.
            let mut draft = shell.draft;
            draft.write().effect = Draft::default().effect;
            logged += 1;
            shell.tell("effect-saved", Some(TakeBack::LoggedEffect(id)));
            Ok(())
        };
        self.carry_out_undoable(logging, |_| ());
    }

    fn say(&self, id: Id, said: Said) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let saying = async move {
            match said {
                Said::Now(severity) => {
                    cairn.grade_side_effect(id.clone(), severity).await?;
                    shell.tell("effect-saved", Some(TakeBack::ChangedEffect(id)));
                }
                Said::Over(at) => {
                    cairn.end_side_effect(id.clone(), at).await?;
                    shell.tell("noted-over", Some(TakeBack::ChangedEffect(id)));
                }
                Said::Remove => {
                    if let Some(removed) = cairn.remove_side_effect(id).await? {
                        shell.tell("entry-removed", Some(TakeBack::RemovedEffect(Box::new(removed))));
                    }
                }
            }
            Ok(())
        };
        self.carry_out_undoable(saying, |_| ());
    }

    /// Takes the last change of a side effect back.
    pub(super) fn undo_effect_change(&self, id: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.undo_side_effect_change(id).await }, |shell| {
            shell.tell("taken-back", None);
        });
    }

    /// Takes a side effect back that was just logged.
    pub(super) fn undo_logged_effect(&self, id: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.remove_side_effect(id).await.map(drop) }, |shell| {
            shell.tell("taken-back", None);
        });
    }

    /// Puts a side effect back that was just removed.
    pub(super) fn put_effect_back(&self, removed: RemovedSideEffect) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.put_side_effect_back(removed).await }, |shell| {
            shell.tell("put-back", None);
        });
    }
}
