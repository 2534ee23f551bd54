//! The screens of a session's day with what they read and what their buttons do.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    journal::WriteHere,
    prepare::{TimesShown, use_times_read},
    safety::SafetyHere,
    screens::{TodayScreen, shown},
    scribe::Sheet,
};
use crate::{
    app::{Cairn, read::Page},
    care::{Id, Private, Question},
    ui::screens::{
        CenteringPage, DriverPage, FirstDayPage, OtherTimes, QuestionsPage, SessionPage, SoftPage, ToCard,
    },
};
use dioxus::prelude::*;

/// Today, or the page of a session that stands in its place.
#[component]
pub(super) fn DayScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let reading = use_read(|cairn| async move { cairn.day().await });
    let telling = deeds.clone();
    use_effect(move || {
        if let Some(error) = telling.scribe().not_caught() {
            telling.say_not_done(&error);
        }
    });
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
                    below: rsx! { WriteHere {} },
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
                    on_words: move |words| deeds.scribe().write(Sheet::Caught(visit.clone()), words),
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
    shown("card-title", reading, |model| rsx! { FirstDayPage { model, below: rsx! { WriteHere {} } } })
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
}
