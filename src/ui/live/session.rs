//! The screens of a session's day with what they read and what their buttons do.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    prepare::{TimesShown, use_times_read},
    safety::SafetyHere,
    screens::{TodayScreen, shown},
};
use crate::{
    app::{Cairn, read::Page},
    care::{Id, Private, Question},
    ui::screens::{
        CenteringPage, DriverPage, FirstDayPage, OtherTimes, QuestionsPage, SessionPage, SoftPage, ToCard,
    },
};
use dioxus::{core::spawn_forever, prelude::*};
use std::{cell::RefCell, rc::Rc, time::Duration};

/// What is typed is on the disk this long after a letter, and not later: less than the pause of 500 ms that a kill
/// may cost.
const PAUSE: Duration = Duration::from_millis(400);

/// Today, or the page of a session that stands in its place.
#[component]
pub(super) fn DayScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let reading = use_read(|cairn| async move { cairn.day().await });
    let pending = use_hook(|| Rc::new(RefCell::new(Pending::default())));
    shown("today-name", reading, |day| match day.page {
        Page::Ordinary => rsx! {
            if let Some(card) = day.card {
                ToCard { card }
            }
            TodayScreen {}
        },
        Page::Session(model) => {
            let (visit, seen) = (model.visit.id.clone(), deeds.clone());
            rsx! {
                if let Some(card) = day.card {
                    ToCard { card }
                }
                OtherTimesNow { visit: model.visit.id.clone() }
                SessionPage {
                    model: *model,
                    on_seen: move |notice| seen.dismiss(notice),
                    on_rest: move |()| deeds.soften(visit.clone(), true),
                    SafetyHere {}
                }
            }
        }
        Page::Soft(model) => {
            let (visit, leaving) = (model.visit.clone(), deeds.clone());
            let left = model.visit.clone();
            rsx! {
                SoftPage {
                    key: "{visit}",
                    model: *model,
                    on_words: move |words| deeds.catch(&pending, visit.clone(), words),
                    on_leave: move |()| leaving.soften(left.clone(), false),
                }
            }
        }
    })
}

/// On the day itself, too, other times than those the patient was shown are told first.
#[component]
fn OtherTimesNow(visit: Id) -> Element {
    let (reading, _) = use_read(|cairn| async move { Ok(cairn.today().await?.other_times) });
    let on_read = use_times_read();
    rsx! {
        TimesShown { visit }
        if let Reading::Ready(Some(visit)) = reading {
            OtherTimes { visit, on_read }
        }
    }
}

#[component]
pub(super) fn QuestionsScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let visit = id.clone();
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.questions(id).await }
    });
    shown("readiness-title", reading, |model| {
        rsx! {
            QuestionsPage { model, on_answer: move |(question, yes)| deeds.answer(visit.clone(), question, yes) }
        }
    })
}

#[component]
pub(super) fn DriverScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let visit = id.clone();
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.driver(id).await }
    });
    shown("my-ride", reading, |model| {
        let (keeping, confirming) = (deeds.clone(), deeds.clone());
        let (kept, confirmed) = (visit.clone(), visit.clone());
        rsx! {
            DriverPage {
                model,
                on_keep: move |who| keeping.keep_driver(kept.clone(), who, false),
                on_confirm: move |who| confirming.keep_driver(confirmed.clone(), who, true),
                on_take_back: move |()| deeds.unconfirm_driver(visit.clone()),
            }
        }
    })
}

#[component]
pub(super) fn CenteringScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let cairn = use_context::<Cairn>();
    let clock = use_callback(move |()| cairn.now());
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.centering(id).await }
    });
    let forgetting = deeds.clone();
    shown("centering", reading, |model| {
        rsx! {
            CenteringPage {
                model,
                clock,
                on_settled: move |words| deeds.keep_settled(words),
                on_forget: move |id| forgetting.forget_settled(id),
            }
        }
    })
}

#[component]
pub(super) fn FirstDayScreen() -> Element {
    let reading = use_read(|cairn| async move { cairn.first_day().await });
    shown("card-title", reading, |model| rsx! { FirstDayPage { model } })
}

/// What was typed and is not saved yet.
#[derive(Debug, Default)]
struct Pending {
    words: Option<Private>,
    /// Somebody is seeing to it.
    busy: bool,
}

impl Deeds {
    fn soften(&self, visit: Id, enter: bool) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.soften(visit, enter).await }, |_| ());
    }

    fn answer(&self, visit: Id, question: Question, yes: bool) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.answer(visit, question, yes).await }, |_| ());
    }

    fn keep_driver(&self, visit: Id, (name, phone): (Private, Private), certain: bool) {
        let cairn = self.cairn().clone();
        let keep = async move {
            if name.is_blank() {
                return Ok(());
            }
            cairn.save_driver(visit.clone(), name, phone).await?;
            if certain { cairn.confirm_driver(visit, true).await } else { Ok(()) }
        };
        self.carry_out(keep, |_| ());
    }

    fn unconfirm_driver(&self, visit: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.confirm_driver(visit, false).await }, |_| ());
    }

    fn keep_settled(&self, words: Private) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.keep_settled(words).await }, |shell| {
            shell.tell("settled-kept", None);
        });
    }

    fn forget_settled(&self, id: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.forget_settled(id).await }, |_| ());
    }

    /// Saves what was typed within [`PAUSE`], whether or not typing goes on, and always the newest words last.
    fn catch(&self, pending: &Rc<RefCell<Pending>>, visit: Id, words: Private) {
        let mut waiting = pending.borrow_mut();
        waiting.words = Some(words);
        if std::mem::replace(&mut waiting.busy, true) {
            return;
        }
        let (pending, deeds) = (Rc::clone(pending), self.clone());
        spawn_forever(async move {
            loop {
                tokio::time::sleep(PAUSE).await;
                let words = pending.borrow_mut().words.take();
                let Some(words) = words else { break };
                if let Err(error) = deeds.cairn().capture(visit.clone(), words.clone()).await {
                    deeds.say_not_done(&error);
                    // They are tried again with the next letter, unless newer ones are there already.
                    pending.borrow_mut().words.get_or_insert(words);
                    break;
                }
            }
            pending.borrow_mut().busy = false;
        });
    }
}
