//! Each screen of the open app with what it reads and what its buttons do.

use super::{
    booking::{
        AskTimeScreen, BookScreen, BookingDoorHere, CancelVisitScreen, CancellingHere, EarlierTimeScreen,
        FindTimeScreen, WishScreen, WishesScreen,
    },
    carry::{
        ForSessionScreen, MarkScreen, NewStepScreen, PracticeScreen, PracticesScreen, SessionSoonHere,
        StepScreen, StepsScreen,
    },
    changes::{Reading, use_read},
    consent::{PaperScreen, PapersScreen, SignedPaperScreen},
    deeds::Deeds,
    drawing::DrawingScreen,
    find::{CalendarScreen, FindScreen, JournalDayScreen, TimelineScreen},
    forms::{FinishedFormScreen, FormScreen, FormsScreen},
    in_calendar::CalendarDoor,
    journal::{EarlierScreen, EntryScreen, JournalScreen, StoryDoor, StoryScreen, WriteHere, WriteScreen},
    learn::{ArticleScreen, LearnScreen, MyQuestionsScreen},
    measure::{CheckInScreen, CheckInsScreen, OneCheckInScreen, SideEffectsScreen},
    messages::{MessagesScreen, NewMessagesHere, ThreadScreen, WriteMessageScreen},
    own::OwnScreen,
    pieces::PieceScreen,
    prepare::{IntentionScreen, PrepareScreen, TimesShown, ToDoScreen, use_tick, use_times_read},
    reminders::RemindersScreen,
    safety::SafetyHere,
    session::{CenteringScreen, DayScreen, DriverScreen, FirstDayScreen, QuestionsScreen},
    share::{ShareScreen, SharedScreen},
    trends::TrendsScreen,
};
use crate::{
    app::read::SyncTrouble,
    care::Id,
    ui::{
        here::use_words,
        navigation::Screen,
        parts::{Button, Frame, Setting, TroubleNote, Waiting},
        screens::{
            AskFirstPage, CalmViewPage, HelpPage, JourneyPage, MorePage, NoVisitPage, SignOutPage,
            SittingNote, SyncDetailsPage, TodayPage, VisitPage,
        },
    },
};
use dioxus::prelude::*;

/// The screen the patient is on.
#[component]
pub(super) fn Opened(screen: Screen) -> Element {
    match screen {
        Screen::Today => rsx! { DayScreen {} },
        Screen::Journey => rsx! { JourneyScreen {} },
        Screen::CheckIn => rsx! { CheckInScreen {} },
        Screen::Journal => rsx! { JournalScreen {} },
        Screen::Entry(id) => rsx! { EntryScreen { id } },
        Screen::Write(prompt) => rsx! { WriteScreen { prompt } },
        Screen::EarlierWords(id) => rsx! { EarlierScreen { id } },
        Screen::Story(visit) => rsx! { StoryScreen { visit } },
        Screen::Find => rsx! { FindScreen {} },
        Screen::Calendar => rsx! { CalendarScreen {} },
        Screen::Day(day) => rsx! { JournalDayScreen { day } },
        Screen::Timeline => rsx! { TimelineScreen {} },
        Screen::Share(entry) => rsx! { ShareScreen { entry } },
        Screen::Shared => rsx! { SharedScreen {} },
        Screen::Drawing(id) => rsx! { DrawingScreen { id } },
        Screen::Piece(id) => rsx! { PieceScreen { id } },
        Screen::Mark(id) => rsx! { MarkScreen { id } },
        Screen::Steps => rsx! { StepsScreen {} },
        Screen::NewStep(insight) => rsx! { NewStepScreen { insight } },
        Screen::Step(id) => rsx! { StepScreen { id } },
        Screen::Practices => rsx! { PracticesScreen {} },
        Screen::Practice(practice) => rsx! { PracticeScreen { practice } },
        Screen::CalmView => rsx! { CalmViewPage {} },
        Screen::ForSession => rsx! { ForSessionScreen {} },
        Screen::CheckIns => rsx! { CheckInsScreen {} },
        Screen::OneCheckIn(id) => rsx! { OneCheckInScreen { id } },
        Screen::SideEffects => rsx! { SideEffectsScreen {} },
        Screen::More => rsx! { MoreScreen {} },
        Screen::Help => rsx! { HelpScreen {} },
        Screen::Visit(id) => rsx! { VisitScreen { id } },
        Screen::Prepare(id) => rsx! { PrepareScreen { id } },
        Screen::ToDo => rsx! { ToDoScreen {} },
        Screen::Intention => rsx! { IntentionScreen {} },
        Screen::SyncDetails => rsx! { DetailsScreen {} },
        Screen::Reminders => rsx! { RemindersScreen {} },
        Screen::SignOut => rsx! { SignOutScreen {} },
        Screen::Learn => rsx! { LearnScreen {} },
        Screen::Article(id) => rsx! { ArticleScreen { id } },
        Screen::MyQuestions => rsx! { MyQuestionsScreen {} },
        Screen::Messages => rsx! { MessagesScreen {} },
        Screen::Thread(id) => rsx! { ThreadScreen { id } },
        Screen::WriteMessage { thread, draft } => rsx! { WriteMessageScreen { thread, draft } },
        Screen::Questions(id) => rsx! { QuestionsScreen { id } },
        Screen::Driver(id) => rsx! { DriverScreen { id } },
        Screen::Centering(id) => rsx! { CenteringScreen { id } },
        Screen::FirstDay => rsx! { FirstDayScreen {} },
        Screen::Forms => rsx! { FormsScreen {} },
        Screen::Form { name, due } => rsx! { FormScreen { name, due } },
        Screen::FinishedForm(id) => rsx! { FinishedFormScreen { id } },
        Screen::Papers => rsx! { PapersScreen {} },
        Screen::Paper(id) => rsx! { PaperScreen { id } },
        Screen::SignedPaper(id) => rsx! { SignedPaperScreen { id } },
        Screen::Trends => rsx! { TrendsScreen {} },
        Screen::Book => rsx! { BookScreen {} },
        Screen::FindTime { kind, moving } => rsx! { FindTimeScreen { kind, moving } },
        Screen::AskTime { kind, slots, moving } => rsx! { AskTimeScreen { kind, slots, moving } },
        Screen::Wish(id) => rsx! { WishScreen { id } },
        Screen::Wishes => rsx! { WishesScreen {} },
        Screen::EarlierTime(id) => rsx! { EarlierTimeScreen { id } },
        Screen::CancelVisit(id) => rsx! { CancelVisitScreen { id } },
        Screen::AskFirst => rsx! { AskFirstPage {} },
        Screen::Own(page) => rsx! { OwnScreen { page } },
    }
}

/// Shows what was read, or what stands in for it.
pub(super) fn shown<T>(
    title: &'static str,
    (reading, again): (Reading<T>, Callback<()>),
    show: impl FnOnce(T) -> Element,
) -> Element {
    match reading {
        Reading::Ready(model) => show(model),
        Reading::Waiting => rsx! { StillReading { title } },
        Reading::Failed(trouble) => rsx! { NotRead { title, trouble, on_again: again } },
    }
}

#[component]
fn StillReading(title: &'static str) -> Element {
    rsx! {
        Waiting { title: use_words().get(title) }
    }
}

#[component]
fn NotRead(title: &'static str, trouble: SyncTrouble, on_again: Callback<()>) -> Element {
    let words = use_words();
    rsx! {
        Frame { title: words.get(title),
            TroubleNote { trouble, setting: Setting::Syncing,
                Button { label: words.get("try-again"), on_press: move |()| on_again.call(()) }
            }
        }
    }
}

#[component]
pub(super) fn TodayScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let door = deeds.door();
    let reading = use_read(|cairn| async move { cairn.today().await });
    let (seen, on_tick, skipping) = (deeds.clone(), use_tick(), deeds.clone());
    let on_times = use_times_read();
    shown("today-name", reading, |model| {
        let shown =
            model.next_visit.as_ref().map(|visit| visit.id.clone()).filter(|_| model.prepare.is_some());
        rsx! {
            if let Some(visit) = shown {
                TimesShown { key: "{visit}", visit }
            }
            TodayPage {
                model,
                sign_in_trouble: *door.trouble.read(),
                on_seen: move |notice| seen.dismiss(notice),
                on_tick,
                on_skip: move |keys| skipping.skip(keys),
                on_times,
                on_sign_in: move |()| deeds.sign_in_again(),
                on_close: move |()| door.close(),
                below: rsx! { WriteHere {} },
                SafetyHere {}
                NewMessagesHere {}
                SessionSoonHere {}
                SittingNote {}
            }
        }
    })
}

#[component]
fn JourneyScreen() -> Element {
    let reading = use_read(|cairn| async move { cairn.journey().await });
    shown("journey-title", reading, |model| rsx! { JourneyPage { model } })
}

#[component]
fn MoreScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let door = deeds.door();
    let reading = use_read(|cairn| async move { cairn.sync_state().await });
    let (speaking, signing) = (deeds.clone(), deeds.clone());
    shown("more-title", reading, |model| {
        rsx! {
            MorePage {
                model,
                sign_in_trouble: *door.trouble.read(),
                on_sync: move |()| deeds.sync_now(),
                on_language: move |language| speaking.speak(language),
                on_sign_in: move |()| signing.sign_in_again(),
                on_close: move |()| door.close(),
            }
        }
    })
}

/// Help needs nobody to be here, and never fails.
#[component]
pub(super) fn HelpScreen() -> Element {
    // With nobody here, or a store that does not open, there is no card, and Help opens all the same.
    let reading = use_read(|cairn| async move {
        let card = cairn.day().await.ok().and_then(|day| day.card);
        Ok((cairn.help().await, card))
    });
    shown("help-title", reading, |(model, card)| rsx! { HelpPage { model, card } })
}

#[component]
fn VisitScreen(id: Id) -> Element {
    let visit = id.clone();
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.visit(id).await }
    });
    shown("visit", reading, |model| match model {
        Some(model) => {
            let above = rsx! { CancellingHere { visit: visit.clone() } };
            rsx! { VisitPage { model, above, BookingDoorHere { visit: visit.clone() } CalendarDoor { visit: visit.clone() } StoryDoor { visit } } }
        }
        None => rsx! { NoVisitPage { CalendarDoor { visit } } },
    })
}

#[component]
fn DetailsScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let reading = use_read(|cairn| async move { cairn.sync_details().await });
    shown("details-title", reading, |model| {
        rsx! { SyncDetailsPage { model, on_send_again: move |record| deeds.send_again(record) } }
    })
}

#[component]
fn SignOutScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let reading = use_read(|cairn| async move { cairn.sync_state().await });
    let removing = deeds.clone();
    shown("sign-out", reading, |model| {
        rsx! {
            SignOutPage {
                counts: model.counts,
                on_keep: move |()| deeds.sign_out(false),
                on_remove: move |()| removing.sign_out(true),
            }
        }
    })
}
