//! Ties the screens to the app: opens it, reads for them, carries out what they ask, and reads again on change.

mod asked;
mod booking;
mod carry;
mod changes;
mod consent;
mod deeds;
mod door;
mod drawing;
mod find;
mod forms;
mod in_calendar;
mod journal;
mod learn;
mod measure;
mod messages;
mod own;
mod pen;
mod pieces;
mod prepare;
mod reminders;
mod safety;
mod screens;
mod scribe;
mod session;
mod share;
mod trends;

use super::{
    here::{Draft, Here, Shell},
    navigation::{Navigator, OwnPage, Screen},
    parts::{Room, Waiting},
    reminders::Spoken,
    screens::{AskFirstPage, CannotOpenPage, ConnectingPage, WelcomePage},
};
use crate::app::{Cairn, Situation, read::Language};
use changes::use_changes;
use chrono::TimeDelta;
use deeds::Deeds;
use dioxus::prelude::*;
use door::{Door, use_door};
use std::{sync::Arc, time::Duration};

/// How the app was started: what a command line, a link or the system says before the patient does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Start {
    /// The language until the patient chose one.
    pub language: Language,
    /// Begin signing in at the clinic with this address, if nobody is here yet.
    pub connect: Option<String>,
    /// Begin with the sample plan, if nobody is here yet.
    pub practice: bool,
}

/// How often the screens learn what time it is.
const BEAT: Duration = Duration::from_secs(5);
/// After so long somebody who waits for the app to open is told why.
const SLOW: Duration = Duration::from_secs(4);
/// A beat that took longer than this slept with the phone, or the clock was set: the network may be another.
const SLEPT: TimeDelta = TimeDelta::seconds(30);

/// The whole app. Needs [`Cairn`] and [`Start`] as contexts of the root.
#[component]
pub fn App() -> Element {
    let cairn = use_context::<Cairn>();
    let start = use_context::<Start>();
    use_changes(&cairn);
    let shell = use_new_shell(&cairn, start.language);
    let chosen = use_signal(|| None);
    // Who is here is asked at the start and after each deed that moves somebody in or out.
    let settle = use_callback({
        let cairn = cairn.clone();
        move |()| {
            let (cairn, shell) = (cairn.clone(), shell);
            spawn(async move {
                let found = cairn.start().await;
                settle_in(&cairn, shell, found, chosen).await;
            });
        }
    });
    let door = use_door(cairn.clone(), shell, settle);
    use_context_provider(|| Deeds::new(cairn.clone(), shell, door, settle, chosen));
    use_hook(|| {
        let (cairn, words) = (cairn.clone(), Arc::new(Spoken { usual: start.language }));
        spawn(async move { cairn.keep_reminders(words).await })
    });
    use_hook(|| {
        let (cairn, mut here) = (cairn.clone(), shell.here);
        spawn(async move {
            let mut last = cairn.now();
            loop {
                tokio::time::sleep(BEAT).await;
                let (now, zone) = (cairn.now(), cairn.zone());
                if (now - last).abs() > SLEPT {
                    cairn.sync_now();
                }
                last = now;
                here.with_mut(|here| (here.now, here.zone) = (now, zone));
            }
        });
    });
    use_hook(|| {
        let cairn = cairn.clone();
        spawn(async move {
            if cairn.start().await == Situation::Welcome {
                if let Some(address) = start.connect {
                    door.connect.call(address);
                } else if start.practice
                    && let Err(error) = cairn.start_practice().await
                {
                    tracing::warn!(%error, "the sample plan does not begin");
                    let mut trouble = door.trouble;
                    trouble.set(Some(error.trouble(cairn.now())));
                }
            }
            settle.call(());
        });
    });
    rsx! {
        Rooms { door }
    }
}

/// What lives longer than a screen, made once.
fn use_new_shell(cairn: &Cairn, language: Language) -> Shell {
    let cairn = cairn.clone();
    use_context_provider(move || {
        let here = Here { language, zone: cairn.zone(), now: cairn.now() };
        Shell {
            here: Signal::new(here),
            way: Navigator::starting_at(Screen::Today),
            situation: Signal::new(None),
            just_done: Signal::new(None),
            not_done: Signal::new(None),
            draft: Signal::new(Draft::default()),
            end_practice: Callback::new(|()| consume_context::<Deeds>().end_practice()),
            undo: Callback::new(|what| consume_context::<Deeds>().undo(what)),
        }
    })
}

/// Lays out what belongs to whoever is here now: their language, and Today before them.
async fn settle_in(cairn: &Cairn, mut shell: Shell, found: Situation, mut chosen: Signal<Option<Language>>) {
    let wanted = *chosen.peek();
    if let Some(language) = wanted {
        // Chosen at the door, it is kept as soon as there is somebody to keep it for.
        match cairn.choose_language(language).await {
            Ok(()) => chosen.set(None),
            Err(error) => tracing::warn!(%error, "the language is not kept yet"),
        }
    } else if let Ok(Some(language)) = cairn.language().await {
        shell.here.write().language = language;
    }
    shell.situation.set(Some(found));
    shell.way.go(Screen::Today);
}

/// Before it is known who is here. Opening takes long where a store is brought into a new form, once after an update.
#[component]
fn Opening() -> Element {
    let words = use_context::<Shell>().here.read().words();
    let mut slow = use_signal(|| false);
    use_hook(|| {
        spawn(async move {
            tokio::time::sleep(SLOW).await;
            slow.set(true);
        });
    });
    rsx! {
        Waiting { title: words.get("cairn"), slow: slow().then(|| words.get("opening-slow")) }
    }
}

/// The room that fits: the app, the door to it, or why it does not open.
#[component]
fn Rooms(door: Door) -> Element {
    let shell = use_context::<Shell>();
    let deeds = use_context::<Deeds>();
    let screen = shell.way.here();
    let situation = *shell.situation.read();
    let stage = door.stage.read().clone();
    let open = shell.open() && stage.is_none();
    rsx! {
        Room { places: open,
            carry::SittingHere { open }
            if open {
                own::AsOfHere {}
            }
            if screen == Screen::Help {
                screens::HelpScreen {}
            } else if let Some(stage) = stage {
                ConnectingPage { key: "{stage:?}", stage, on_cancel: move |()| door.cancel.call(()) }
            } else {
                match situation {
                    None => rsx! {
                        Opening {}
                    },
                    Some(Situation::Welcome) if screen == Screen::Own(OwnPage::BringBack) => rsx! {
                        own::BringBackScreen { nobody: true }
                    },
                    Some(Situation::Welcome) if screen == Screen::AskFirst => rsx! {
                        AskFirstPage {}
                    },
                    Some(Situation::Welcome) => rsx! {
                        WelcomePage {
                            address: door.address.read().clone(),
                            trouble: *door.trouble.read(),
                            on_type: move |typed| {
                                let mut address = door.address;
                                address.set(typed);
                            },
                            on_connect: move |address| door.connect.call(address),
                            on_look_around: {
                                let deeds = deeds.clone();
                                move |()| deeds.start_practice()
                            },
                            on_language: move |language| deeds.speak(language),
                            on_ask_first: move |()| shell.way.go(Screen::AskFirst),
                            on_bring_back: move |()| shell.way.go(Screen::Own(OwnPage::BringBack)),
                        }
                    },
                    Some(Situation::CannotOpen(why)) => rsx! {
                        CannotOpenPage {
                            why,
                            on_try_again: {
                                let deeds = deeds.clone();
                                move |()| deeds.settle()
                            },
                            on_set_aside: move |()| deeds.set_aside(),
                        }
                    },
                    Some(Situation::Patient | Situation::Practice) => rsx! {
                        screens::Opened { key: "{screen:?}", screen }
                    },
                }
            }
        }
    }
}
