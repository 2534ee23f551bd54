//! What is taken back around insights, steps and the log, and what is kept for the next session.

use crate::{
    app::{RemovedInsight, RemovedPractised, RemovedStep},
    care::{
        Id,
        journal::{Kept, Step},
    },
    ui::{here::TakeBack, live::deeds::Deeds},
};

impl Deeds {
    pub(super) fn keep_for_session(&self, what: Kept, keep: bool) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.keep_for_session(what, keep).await }, |_| ());
    }

    pub(super) fn unmark(&self, id: Id) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let unmark = async move {
            if let Some(removed) = cairn.unmark_insight(id).await? {
                shell.tell("insight-unmarked", Some(TakeBack::Insight(Box::new(removed))));
            }
            Ok(())
        };
        self.carry_out_undoable(unmark, |_| ());
    }

    /// Puts a mark back that was just taken away.
    pub(in crate::ui::live) fn put_insight_back(&self, removed: RemovedInsight) {
        let cairn = self.cairn().clone();
        self.carry_back(async move { cairn.put_insight_back(removed).await }, |shell| {
            shell.tell("insight-back", None);
        });
    }

    /// A step is as it was before it was looked at again.
    pub(in crate::ui::live) fn take_review_back(&self, before: Step) {
        let cairn = self.cairn().clone();
        self.carry_back(async move { cairn.take_review_back(before).await }, |shell| {
            shell.tell("step-as-before", None);
        });
    }

    /// Puts a step back that was just removed.
    pub(in crate::ui::live) fn put_step_back(&self, removed: RemovedStep) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.put_step_back(removed).await }, |shell| {
            shell.tell("step-back", None);
        });
    }

    pub(super) fn remove_practised(&self, id: Id) {
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        let remove = async move {
            if let Some(removed) = cairn.remove_practised(id).await? {
                shell.tell("practised-removed", Some(TakeBack::Practised(Box::new(removed))));
            }
            Ok(())
        };
        self.carry_out_undoable(remove, |_| ());
    }

    /// Puts a line of the log back that was just taken off.
    pub(in crate::ui::live) fn put_practised_back(&self, removed: RemovedPractised) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.put_practised_back(removed).await }, |shell| {
            shell.tell("practised-back", None);
        });
    }
}
