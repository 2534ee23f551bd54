//! What the patient does on a screen, carried out by the app; what came of it is said at the foot.

use super::door::Door;
use crate::{
    app::{AppError, Cairn, NewCheckIn, read::Language},
    care::Id,
    ui::{
        here::{Draft, JustDone, Shell},
        navigation::Screen,
        parts::{Setting, trouble_keys},
        screens::Entry,
        words::Words,
    },
};
use dioxus::{core::spawn_forever, prelude::*};
use std::future::Future;

/// Everything a screen may ask for. Deeds outlive the screen they were asked on.
#[derive(Clone)]
pub(super) struct Deeds {
    cairn: Cairn,
    shell: Shell,
    door: Door,
    settle: Callback<()>,
}

impl Deeds {
    pub(super) fn new(cairn: Cairn, shell: Shell, door: Door, settle: Callback<()>) -> Self {
        Self { cairn, shell, door, settle }
    }

    /// Saves a check-in and goes to Today; if that does not work, `trouble` says why and nothing typed is lost.
    pub(super) fn save(
        &self,
        entry: Entry,
        mut trouble: Signal<Option<(String, String)>>,
        mut busy: Signal<bool>,
    ) {
        if busy.replace(true) {
            return;
        }
        let (cairn, mut shell) = (self.cairn.clone(), self.shell);
        spawn_forever(async move {
            let Entry { mood, anxiety, words } = entry;
            match cairn.save_check_in(NewCheckIn { mood, anxiety, words }).await {
                Ok(saved) => {
                    shell.draft.set(Draft::default());
                    shell.tell("saved", Some(saved.id));
                    shell.way.go(Screen::Today);
                }
                Err(error) => trouble.set(Some(spoken(words_of(shell), &cairn, &error))),
            }
            busy.set(false);
        });
    }

    /// Takes a check-in back.
    pub(super) fn undo(&self, id: Id) {
        let cairn = self.cairn.clone();
        self.carry_out(async move { cairn.undo_check_in(id).await }, |shell| shell.tell("taken-back", None));
    }

    pub(super) fn dismiss(&self, notice: Id) {
        let cairn = self.cairn.clone();
        self.carry_out(async move { cairn.dismiss_notice(notice).await }, |_| ());
    }

    pub(super) fn send_again(&self, record: Id) {
        let cairn = self.cairn.clone();
        self.carry_out(async move { cairn.send_again(record).await }, |_| ());
    }

    pub(super) fn speak(&self, language: Language) {
        let (cairn, mut shell) = (self.cairn.clone(), self.shell);
        shell.here.write().language = language;
        self.carry_out(async move { cairn.choose_language(language).await }, |_| ());
    }

    pub(super) fn sync_now(&self) {
        self.cairn.sync_now();
    }

    pub(super) fn sign_in_again(&self) {
        self.door.sign_in_again.call(());
    }

    pub(super) fn start_practice(&self) {
        let (cairn, settle, mut trouble) = (self.cairn.clone(), self.settle, self.door.trouble);
        self.carry_out(async move { cairn.start_practice().await }, move |_| {
            trouble.set(None);
            settle.call(());
        });
    }

    pub(super) fn end_practice(&self) {
        let (cairn, settle) = (self.cairn.clone(), self.settle);
        self.carry_out(async move { cairn.end_practice().await }, move |shell| {
            shell.tell("practice-ended", None);
            settle.call(());
        });
    }

    pub(super) fn sign_out(&self, remove: bool) {
        let (cairn, settle) = (self.cairn.clone(), self.settle);
        self.carry_out(async move { cairn.sign_out(remove).await }, move |_| settle.call(()));
    }

    pub(super) fn set_aside(&self) {
        let (cairn, settle) = (self.cairn.clone(), self.settle);
        self.carry_out(async move { cairn.set_aside().await }, move |_| settle.call(()));
    }

    /// Opens the place again as it is now.
    pub(super) fn settle(&self) {
        self.settle.call(());
    }

    fn carry_out(
        &self,
        deed: impl Future<Output = Result<(), AppError>> + 'static,
        then: impl FnOnce(Shell) + 'static,
    ) {
        let (cairn, mut shell) = (self.cairn.clone(), self.shell);
        spawn_forever(async move {
            match deed.await {
                Ok(()) => then(shell),
                Err(error) => {
                    tracing::warn!(%error, "a deed could not be carried out");
                    let (happened, next) = spoken(words_of(shell), &cairn, &error);
                    shell.just_done.set(Some(JustDone { said: format!("{happened}. {next}"), undo: None }));
                }
            }
        });
    }
}

impl Shell {
    /// Says at the foot what was just done.
    fn tell(mut self, key: &'static str, undo: Option<Id>) {
        let said = words_of(self).get(key);
        self.just_done.set(Some(JustDone { said, undo }));
    }
}

fn words_of(shell: Shell) -> Words {
    shell.here.peek().words()
}

/// What happened and what to do, as sentences.
fn spoken(words: Words, cairn: &Cairn, error: &AppError) -> (String, String) {
    if matches!(error, AppError::TooLate) {
        return (words.get("too-late"), words.get("too-late-next"));
    }
    let (happened, next) = trouble_keys(error.trouble(cairn.now()), Setting::Syncing);
    (words.say(happened), words.say(next))
}
