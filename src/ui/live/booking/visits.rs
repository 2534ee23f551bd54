//! What can be changed about a visit: another time, an earlier one, or not at all.

use super::{
    super::{
        changes::{Reading, use_read},
        deeds::Deeds,
        screens::shown,
        scribe::Sheet,
    },
    there_is,
};
use crate::{
    app::{AppError, NewWaiting, read::VisitBooking},
    care::Id,
    ui::{
        here::TakeBack,
        navigation::Screen,
        screens::{CancelVisitPage, EarlierTimePage, NoVisitPage, VisitBookingPart, VisitCancelling},
    },
};
use dioxus::prelude::*;

/// The part of a visit's page about changing it.
#[component]
pub(in crate::ui::live) fn BookingDoorHere(visit: Id) -> Element {
    match use_booking(visit).0 {
        Reading::Ready(Some(model)) => rsx! {
            VisitBookingPart { model }
        },
        // The page itself says what is wrong.
        Reading::Ready(None) | Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}

/// How the cancellation of a visit stands, for the head of its page.
#[component]
pub(in crate::ui::live) fn CancellingHere(visit: Id) -> Element {
    let (sending, keeping) = (use_context::<Deeds>(), use_context::<Deeds>());
    let (sent, kept) = (visit.clone(), visit.clone());
    match use_booking(visit).0 {
        Reading::Ready(Some(model)) => rsx! {
            VisitCancelling {
                model,
                on_send: move |()| sending.send_again(sent.clone()),
                on_keep: move |()| keeping.keep_visit(kept.clone()),
            }
        },
        // The page itself says what is wrong.
        Reading::Ready(None) | Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}

#[component]
pub(in crate::ui::live) fn CancelVisitScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let busy = use_signal(|| false);
    let sheet = Sheet::Cancelling(id.clone());
    let (scribe, page, visit) = (deeds.scribe().clone(), sheet.clone(), id.clone());
    let reading = use_read(move |cairn| {
        let (scribe, page, visit) = (scribe.clone(), page.clone(), visit.clone());
        async move {
            // What was just written here counts, on the disk or not.
            scribe.settle().await;
            let mut model = cairn.visit_booking(visit).await?;
            if let Some((model, words)) = model.as_mut().zip(scribe.newest(&page)) {
                model.reason = Some(words);
            }
            Ok(model)
        }
    });
    shown("book-cancel", reading, move |model| match model {
        None => rsx! { NoVisitPage {} },
        Some(model) => {
            let [writing, settling, cancelling] = std::array::from_fn(|_| deeds.clone());
            let (sheet, id) = (sheet.clone(), id.clone());
            rsx! {
                CancelVisitPage {
                    model,
                    busy: busy(),
                    on_reason: move |words| writing.scribe().write(sheet.clone(), words),
                    on_settle: move |()| settling.scribe().begin_settling(),
                    on_cancel: move |()| cancelling.cancel_visit(id.clone(), busy),
                }
            }
        }
    })
}

#[component]
pub(in crate::ui::live) fn EarlierScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let busy = use_signal(|| false);
    let reading = use_booking(id);
    shown("book-earlier", reading, move |model| match model {
        None => rsx! { NoVisitPage {} },
        Some(model) => {
            let asking = model.clone();
            rsx! {
                EarlierTimePage { model, busy: busy(), on_ask: move |()| deeds.join_waitlist(&asking, busy) }
            }
        }
    })
}

fn use_booking(visit: Id) -> (Reading<Option<VisitBooking>>, Callback<()>) {
    use_read(move |cairn| {
        let visit = visit.clone();
        async move { cairn.visit_booking(visit).await }
    })
}

impl Deeds {
    fn cancel_visit(&self, visit: Id, mut busy: Signal<bool>) {
        if busy.replace(true) {
            return;
        }
        let (cairn, scribe, shell) = (self.cairn().clone(), self.scribe().clone(), self.shell());
        self.carry_out_undoable(
            async move {
                let cancelled = if scribe.settle().await {
                    cairn.cancel_visit(visit.clone(), None).await
                } else {
                    Err(scribe.take_trouble().unwrap_or(AppError::Interrupted))
                };
                let _ = busy.try_write().map(|mut busy| *busy = false);
                cancelled?;
                if shell.way.here() == Screen::CancelVisit(visit.clone()) {
                    shell.way.back();
                }
                shell.tell("cancel-done", Some(TakeBack::CancelledVisit(visit)));
                Ok(())
            },
            |_| (),
        );
    }

    /// The visit stands as if it had never been cancelled.
    pub(in crate::ui::live) fn undo_cancel(&self, visit: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.undo_cancel(visit).await }, |shell| {
            shell.tell("cancel-undone", None);
        });
    }

    /// A cancellation that was set aside is let go of.
    fn keep_visit(&self, visit: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.keep_visit(visit).await }, |shell| {
            shell.tell("cancel-kept", None);
        });
    }

    fn join_waitlist(&self, model: &VisitBooking, mut busy: Signal<bool>) {
        let Some(arrival) = model.visit.arrival else { return };
        if busy.replace(true) {
            return;
        }
        let new = NewWaiting {
            kind: model.visit.kind,
            replaces: Some(model.visit.id.clone()),
            until: arrival.start,
            words: None,
        };
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        self.carry_out_undoable(
            async move {
                let asked = cairn.join_waitlist(new).await;
                let _ = busy.try_write().map(|mut busy| *busy = false);
                shell.to_wish(there_is(&cairn, asked).await?);
                Ok(())
            },
            |_| (),
        );
    }
}
