//! Looking for a time, asking for it, and what came of it.

use super::{
    super::{
        changes::{Reading, use_read},
        deeds::Deeds,
        in_calendar::CalendarDoor,
        screens::shown,
    },
    there_is,
};
use crate::{
    app::{
        NewWish,
        read::{FreeTimeLine, FreeTimes},
    },
    care::{
        Id, VisitKind,
        booking::{Keeping, Sought, WishState},
    },
    ui::{
        here::{Shell, use_shell},
        navigation::Screen,
        screens::{AskTimePage, BookKindPage, FindTimePage, NoTimePage, NoWishPage, WishPage, WishesPage},
        words::Key,
    },
};
use dioxus::{core::spawn_forever, prelude::*};

#[component]
pub(in crate::ui::live) fn BookScreen() -> Element {
    let reading = use_read(|cairn| async move { cairn.bookable_kinds().await });
    shown("book", reading, |model| match model.kinds.as_slice() {
        // With one there is nothing to choose.
        [kind] => rsx! { FindTimeScreen { kind: *kind, moving: None } },
        _ => rsx! { BookKindPage { model } },
    })
}

#[component]
pub(in crate::ui::live) fn FindTimeScreen(kind: VisitKind, moving: Option<Id>) -> Element {
    let deeds = use_context::<Deeds>();
    let shell = use_shell();
    let mut draft = shell.draft;
    // Only what is looked for makes the reading begin anew, not what is half written.
    let looked_for = use_memo(move || {
        let draft = draft.read();
        (draft.booking.sought(kind), draft.booking.weeks)
    });
    let weeks = use_memo(move || looked_for().1);
    let asking = deeds.clone();
    use_effect(move || asking.look_for_times(kind, weeks()));
    let visit = moving.clone();
    let reading = use_read(move |cairn| {
        let ((sought, weeks), visit) = (looked_for(), visit.clone());
        async move { cairn.free_times(sought, visit, weeks).await }
    });
    shown("book-find", reading, |model| {
        rsx! {
            FindTimePage {
                model,
                on_again: move |()| deeds.look_for_times(kind, weeks()),
                on_further: move |()| draft.write().booking.look_further(),
                on_choose: move |time: FreeTimeLine| {
                    let moving = moving.clone();
                    shell.way.go(Screen::AskTime { kind, slots: time.slots, moving });
                },
            }
        }
    })
}

#[component]
pub(in crate::ui::live) fn AskTimeScreen(kind: VisitKind, slots: Vec<Id>, moving: Option<Id>) -> Element {
    let deeds = use_context::<Deeds>();
    let busy = use_signal(|| false);
    let looked_at = NewWish { kind, slots: slots.clone(), replaces: moving.clone(), words: None };
    let (coming, leaving) = (deeds.clone(), deeds.clone());
    use_hook(|| coming.keep_time(looked_at.clone()));
    use_drop(move || leaving.let_time_go());
    let (kept, named) = (slots.clone(), slots);
    let keeping = use_read(move |cairn| {
        let kept = kept.clone();
        async move { cairn.keeping(kind, kept).await }
    });
    let keeping = match keeping.0 {
        Reading::Ready(keeping) => keeping,
        // The page itself says what is wrong.
        Reading::Waiting | Reading::Failed(_) => Keeping::Not,
    };
    let visit = moving.clone();
    let reading = use_read(move |cairn| {
        let (named, visit) = (named.clone(), visit.clone());
        async move {
            // With whom it is was chosen on the page before: read without that, the list may lay the slots together otherwise.
            let time = cairn.free_time(kind, named, visit.clone()).await?;
            Ok((cairn.free_times(Sought::all(kind), visit, FreeTimes::MOST_WEEKS).await?, time))
        }
    });
    shown("book-ask", reading, move |(model, time)| {
        match time {
            // While it is being asked for, the time may go from the list; the screen goes on in a moment.
            None if busy() => rsx! {},
            None => rsx! { NoTimePage {} },
            Some(time) => rsx! {
                AskTimePage {
                    model,
                    time,
                    keeping,
                    busy: busy(),
                    on_ask: move |()| deeds.ask_for_time(looked_at.clone(), busy),
                }
            },
        }
    })
}

#[component]
pub(in crate::ui::live) fn WishScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let wish = id.clone();
    let reading = use_read(move |cairn| {
        let wish = wish.clone();
        async move { cairn.booking(wish).await }
    });
    shown("wishes", reading, move |model| {
        let [taking, answering, sending] = std::array::from_fn(|_| deeds.clone());
        let [back, answered, sent] = std::array::from_fn(|_| id.clone());
        match model {
            None => rsx! { NoWishPage {} },
            Some(model) => {
                // The clinic tells no change of a visit that the patient moved: a calendar may still have the old time.
                let confirmed = matches!(model.line.state, WishState::Confirmed { .. });
                let old = model.line.wish.replaces.clone().filter(|_| confirmed);
                rsx! {
                    WishPage {
                        model,
                        on_take_back: move |()| taking.take_back_wish(back.clone()),
                        on_answer: move |accept| answering.answer_offer(answered.clone(), accept),
                        on_send: move |()| sending.send_again(sent.clone()),
                        if let Some((visit, _)) = old {
                            CalendarDoor { visit }
                        }
                    }
                }
            }
        }
    })
}

#[component]
pub(in crate::ui::live) fn WishesScreen() -> Element {
    let reading = use_read(|cairn| async move { cairn.bookings().await });
    shown("wishes", reading, |model| rsx! { WishesPage { model } })
}

impl Deeds {
    /// Lets the clinic be asked; what comes of it is on the screen.
    fn look_for_times(&self, kind: VisitKind, weeks: u32) {
        if let Err(error) = self.cairn().ask_for_free_times(kind, weeks) {
            self.say_not_done(&error);
        }
    }

    /// Has the time kept, where the clinic's server does that. Why it cannot be asked for is on the page, and said when it is.
    fn keep_time(&self, looked_at: NewWish) {
        let cairn = self.cairn().clone();
        spawn_forever(async move {
            if let Err(error) = cairn.keep_time(looked_at).await {
                tracing::info!(%error, "a time is not kept");
            }
        });
    }

    /// Gives it back, if it was not asked for.
    fn let_time_go(&self) {
        let cairn = self.cairn().clone();
        spawn_forever(async move {
            if let Err(error) = cairn.let_time_go().await {
                tracing::info!(%error, "a time was not given back");
            }
        });
    }

    fn ask_for_time(&self, mut new: NewWish, mut busy: Signal<bool>) {
        if busy.replace(true) {
            return;
        }
        let (cairn, shell) = (self.cairn().clone(), self.shell());
        new.words.clone_from(&shell.draft.peek().booking.words);
        self.carry_out_undoable(
            async move {
                let asked = cairn.ask_for_time(new).await;
                let _ = busy.try_write().map(|mut busy| *busy = false);
                if asked.is_ok() {
                    // What did not go with it is still to be said.
                    let mut draft = shell.draft;
                    draft.write().booking.words = None;
                }
                shell.to_wish(there_is(&cairn, asked).await?);
                Ok(())
            },
            |_| (),
        );
    }

    fn take_back_wish(&self, wish: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.take_back_wish(wish).await }, |shell| {
            shell.tell("wish-took-back", None);
        });
    }

    fn answer_offer(&self, wish: Id, accept: bool) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.answer_offer(wish, accept).await }, move |shell| {
            let Key(said) = if accept { Key("wish-took") } else { Key("wish-passed") };
            shell.tell(said, None);
        });
    }
}

impl Shell {
    /// The wish is where one goes on; what led to it is left behind.
    pub(super) fn to_wish(self, wish: Id) {
        let leads = |screen: &Screen| {
            matches!(
                screen,
                Screen::Book | Screen::FindTime { .. } | Screen::AskTime { .. } | Screen::EarlierTime(_)
            )
        };
        while self.way.before().is_some() && leads(&self.way.here()) {
            self.way.back();
        }
        self.way.go(Screen::Wish(wish));
    }
}
