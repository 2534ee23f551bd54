//! What the patient does on a screen, carried out by the app; what came of it is said.

use super::{booking::cannot_book_words, door::Door, scribe::Scribe};
use crate::{
    app::{AppError, Cairn, NewCheckIn, read::Language},
    care::Id,
    ui::{
        half::HalfCheckIn,
        here::{Draft, Here, JustDone, NotDone, Shell, TakeBack},
        navigation::Screen,
        parts::{Setting, trouble_words},
    },
};
use dioxus::{core::spawn_forever, prelude::*};
use std::{future::Future, time::Duration};

/// How often it is looked whether a deletion can still be taken back.
const BEAT: Duration = Duration::from_secs(1);

/// Everything a screen may ask for. Deeds outlive the screen they were asked on.
#[derive(Clone)]
pub(super) struct Deeds {
    cairn: Cairn,
    shell: Shell,
    door: Door,
    settle: Callback<()>,
    /// The language chosen while nobody is here to keep it for.
    chosen: Signal<Option<Language>>,
    scribe: Scribe,
}

impl Deeds {
    pub(super) fn new(
        cairn: Cairn,
        shell: Shell,
        door: Door,
        settle: Callback<()>,
        chosen: Signal<Option<Language>>,
    ) -> Self {
        let scribe = Scribe::new(cairn.clone());
        Self { cairn, shell, door, settle, chosen, scribe }
    }

    /// Saves a check-in and goes to Today; if that does not work, `trouble` says why and nothing typed is lost.
    pub(super) fn save(
        &self,
        new: NewCheckIn,
        mut trouble: Signal<Option<(String, String)>>,
        mut busy: Signal<bool>,
    ) {
        if busy.replace(true) {
            return;
        }
        let (cairn, mut shell) = (self.cairn.clone(), self.shell);
        shell.not_done.set(None);
        shell.just_done.set(None);
        spawn_forever(async move {
            match cairn.save_check_in(new).await {
                Ok(saved) => {
                    shell.draft.write().check_in = HalfCheckIn::default();
                    shell.tell("check-in-saved", Some(TakeBack::CheckIn(saved.id)));
                    shell.way.go(Screen::Today);
                }
                Err(error) => trouble.set(Some(spoken(*shell.here.peek(), &cairn, &error))),
            }
            busy.set(false);
        });
    }

    /// Takes back what was just done.
    pub(super) fn undo(&self, what: TakeBack) {
        match what {
            TakeBack::CheckIn(id) => self.undo_check_in(id),
            TakeBack::Entry(id) => self.bring_entry_back(id),
            TakeBack::Shared(record) => self.undo_share(record),
            TakeBack::Message(id) => self.take_message_back(id),
            TakeBack::Begun(draft) => self.put_message_back(*draft),
            TakeBack::Piece(id) => self.bring_piece_back(id),
            TakeBack::Drawing { before, instead } => self.bring_drawing_back(before, instead),
            TakeBack::Insight(removed) => self.put_insight_back(*removed),
            TakeBack::ReviewedStep(before) => self.take_review_back(*before),
            TakeBack::Step(removed) => self.put_step_back(*removed),
            TakeBack::Practised(removed) => self.put_practised_back(*removed),
            TakeBack::DeletionAsked => self.undo_ask_to_delete(),
            TakeBack::CancelledVisit(visit) => self.undo_cancel(visit),
            TakeBack::Form(form) => self.undo_finish(form),
            TakeBack::Signed(record) => self.undo_sign(record),
            TakeBack::Skipped(keys) => self.unskip(keys),
            TakeBack::RemovedCheckIn(removed) => self.put_check_in_back(*removed),
            TakeBack::LoggedEffect(id) => self.undo_logged_effect(id),
            TakeBack::ChangedEffect(id) => self.undo_effect_change(id),
            TakeBack::RemovedEffect(removed) => self.put_effect_back(*removed),
            TakeBack::Question(question) => self.put_question_back(self.cairn.clone(), question),
        }
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
        let mut chosen = self.chosen;
        let keep = async move {
            match cairn.choose_language(language).await {
                Err(AppError::NobodyHere) => {
                    chosen.set(Some(language));
                    Ok(())
                }
                kept => kept,
            }
        };
        self.carry_out(keep, |_| ());
    }

    pub(super) fn sync_now(&self) {
        let mut not_done = self.shell.not_done;
        not_done.set(None);
        self.cairn.sync_now();
    }

    /// The door this patient came in by.
    pub(super) const fn door(&self) -> Door {
        self.door
    }

    pub(super) fn sign_in_again(&self) {
        self.door.sign_in_again.call(());
    }

    pub(super) fn start_practice(&self) {
        let (cairn, deeds) = (self.cairn.clone(), self.clone());
        self.carry_out(async move { cairn.start_practice().await }, move |_| deeds.moved());
    }

    pub(super) fn end_practice(&self) {
        let (cairn, deeds) = (self.cairn.clone(), self.clone());
        self.carry_out(async move { cairn.end_practice().await }, move |shell| {
            deeds.moved();
            shell.tell("practice-ended", None);
        });
    }

    pub(super) fn sign_out(&self, remove: bool) {
        let (cairn, deeds) = (self.cairn.clone(), self.clone());
        self.carry_out(async move { cairn.sign_out(remove).await }, move |_| deeds.moved());
    }

    pub(super) fn set_aside(&self) {
        let (cairn, deeds) = (self.cairn.clone(), self.clone());
        self.carry_out(async move { cairn.set_aside().await }, move |_| deeds.moved());
    }

    /// The app these deeds are done by.
    pub(super) const fn cairn(&self) -> &Cairn {
        &self.cairn
    }

    /// Who puts on the disk what is typed at length.
    pub(super) const fn scribe(&self) -> &Scribe {
        &self.scribe
    }

    /// Opens the place again as it is now.
    pub(super) fn settle(&self) {
        self.settle.call(());
    }

    /// Somebody moved in or out: nothing of whoever was here before stays in sight.
    pub(super) fn moved(&self) {
        let mut trouble = self.door.trouble;
        trouble.set(None);
        self.shell.forget();
        self.scribe.forget();
        self.settle.call(());
    }

    /// What lives longer than a screen.
    pub(super) const fn shell(&self) -> Shell {
        self.shell
    }

    /// Does `deed`; what came of it is told, and `then` follows if it was done.
    pub(super) fn carry_out(
        &self,
        deed: impl Future<Output = Result<(), AppError>> + 'static,
        then: impl FnOnce(Shell) + 'static,
    ) {
        self.carry(deed, then, Self::say_not_done);
    }

    fn carry(
        &self,
        deed: impl Future<Output = Result<(), AppError>> + 'static,
        then: impl FnOnce(Shell) + 'static,
        otherwise: impl FnOnce(&Self, &AppError) + 'static,
    ) {
        let (deeds, mut shell) = (self.clone(), self.shell);
        shell.not_done.set(None);
        spawn_forever(async move {
            match deed.await {
                Ok(()) => then(shell),
                Err(error) => otherwise(&deeds, &error),
            }
        });
    }

    /// As [`Deeds::carry_out`], for a deed that offers an Undo of its own: that of an earlier deed goes first, or a press
    /// on it in the moment before the new one is there would take back the wrong thing.
    pub(super) fn carry_out_undoable(
        &self,
        deed: impl Future<Output = Result<(), AppError>> + 'static,
        then: impl FnOnce(Shell) + 'static,
    ) {
        let mut just_done = self.shell.just_done;
        just_done.set(None);
        self.carry_out(deed, then);
    }

    /// As [`Deeds::carry_out`], for bringing back what goes to no clinic: too late means that it is gone.
    pub(super) fn carry_back(
        &self,
        deed: impl Future<Output = Result<(), AppError>> + 'static,
        then: impl FnOnce(Shell) + 'static,
    ) {
        self.carry(deed, then, Self::say_not_back);
    }

    /// Says why something was not brought back: for the most part it is gone for good.
    pub(super) fn say_not_back(&self, error: &AppError) {
        if !matches!(error, AppError::TooLate) {
            return self.say_not_done(error);
        }
        let mut shell = self.shell;
        let words = shell.here.peek().words();
        let (happened, next) = (words.get("too-late"), words.get("too-late-gone"));
        shell.just_done.set(None);
        shell.not_done.set(Some(NotDone { happened, next }));
    }

    /// Deletes for good what was taken away, with `purge`, once `offer` to take that back is gone; unless it was spared
    /// ([`super::scribe::Scribe::spare`]).
    pub(super) fn delete_in_time<F>(
        &self,
        id: Id,
        offer: TakeBack,
        purge: impl FnOnce(Cairn, Id) -> F + 'static,
    ) where
        F: Future<Output = Result<(), AppError>> + 'static,
    {
        let deeds = self.clone();
        deeds.scribe().condemn(id.clone());
        spawn_forever(async move {
            let offer = Some(offer);
            while deeds.shell.just_done.peek().as_ref().is_some_and(|done| done.undo == offer) {
                tokio::time::sleep(BEAT).await;
            }
            if deeds.scribe().spare(&id)
                && let Err(error) = purge(deeds.cairn().clone(), id).await
            {
                tracing::warn!(%error, "what was taken away goes for good at the next start");
            }
        });
    }

    /// Says what was not done, and what to do.
    pub(super) fn say_not_done(&self, error: &AppError) {
        let mut shell = self.shell;
        tracing::warn!(%error, "a deed could not be carried out");
        let (happened, next) = spoken(*shell.here.peek(), &self.cairn, error);
        shell.just_done.set(None);
        shell.not_done.set(Some(NotDone { happened, next }));
    }
}

impl Shell {
    /// Says at the foot what was just done.
    pub(super) fn tell(mut self, key: &'static str, undo: Option<TakeBack>) {
        let said = self.here.peek().words().get(key);
        self.just_done.set(Some(JustDone { said, undo }));
    }

    /// Lets go of what is half written and of what could be taken back: it is somebody else's from now on.
    pub(super) fn forget(mut self) {
        self.draft.set(Draft::default());
        self.just_done.set(None);
        self.not_done.set(None);
    }
}

/// What happened and what to do, as sentences.
fn spoken(here: Here, cairn: &Cairn, error: &AppError) -> (String, String) {
    let words = here.words();
    if matches!(error, AppError::TooLate) {
        return (words.get("too-late"), words.get("too-late-next"));
    }
    if let AppError::CannotBook(why) = error {
        return cannot_book_words(words, why);
    }
    if matches!(error, AppError::NotShareable) {
        return (words.get("share-not-done"), words.get("share-not-done-next"));
    }
    if matches!(error, AppError::NotSendable) {
        return (words.get("message-not-done"), words.get("message-not-done-next"));
    }
    if matches!(error, AppError::NotSignable) {
        return (words.get("paper-not-signed"), words.get("paper-not-signed-next"));
    }
    trouble_words(here, error.trouble(cairn.now()), Setting::Asked)
}
