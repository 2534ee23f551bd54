//! The journal's screens with what they read and what their buttons do.

use super::{
    carry::{MarksHere, PickHere},
    changes::use_read,
    deeds::Deeds,
    pieces::PiecesHere,
    screens::shown,
    scribe::Sheet,
    share::ShareHere,
};
use crate::{
    app::{
        AppError,
        read::{EntryPlace, Journal},
    },
    care::{Id, Score},
    ui::{
        here::{TakeBack, use_words},
        navigation::Screen,
        parts::Waiting,
        screens::{
            CarryLinks, EarlierPage, EntryPage, FindWays, JournalPage, NoEntryPage, StoryLink, StoryPage,
            ToOwnRecord, ToWrite,
        },
    },
};
use dioxus::{core::spawn_forever, prelude::*};

#[component]
pub(super) fn JournalScreen() -> Element {
    // Where each page of the list after the first begins.
    let mut pages = use_signal(Vec::<EntryPlace>::new);
    let reading = use_read(move |cairn| {
        let pages = pages();
        async move {
            let mut all: Journal = cairn.journal(None).await?;
            for place in pages {
                let older = cairn.journal(Some(place)).await?;
                all.lines.extend(older.lines);
                all.on = older.on;
            }
            Ok(all)
        }
    });
    shown("journal", reading, |model| {
        rsx! {
            JournalPage {
                model,
                on_older: move |place| pages.write().push(place),
                find: rsx! {
                    FindWays {}
                },
                CarryLinks {}
                ToOwnRecord {}
            }
        }
    })
}

/// Begins a page and goes on to it.
#[component]
pub(super) fn WriteScreen(prompt: Option<String>) -> Element {
    let deeds = use_context::<Deeds>();
    use_hook(|| deeds.begin_entry(prompt));
    rsx! {
        Waiting { title: use_words().get("journal-entry") }
    }
}

#[component]
pub(super) fn EntryScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let sheet = Sheet::Entry(id.clone());
    let (reader, page) = (deeds.scribe().clone(), sheet.clone());
    let read = id.clone();
    let reading = use_read(move |cairn| {
        let (scribe, page, id) = (reader.clone(), page.clone(), read.clone());
        async move {
            // What was just written here counts, on the disk or not.
            scribe.settle().await;
            let mut view = cairn.entry(id).await?;
            if let Some((view, words)) = view.as_mut().zip(scribe.newest(&page)) {
                view.entry.words = words;
            }
            Ok(view)
        }
    });
    let (leaving, left) = (deeds.clone(), id.clone());
    use_drop(move || leaving.leave_entry(left));
    let kept = deeds.scribe().kept(&sheet);
    shown("journal-entry", reading, |model| match model {
        Some(model) => {
            let [writing, settling, feeling, asking, placing, removing] =
                std::array::from_fn(|_| deeds.clone());
            let [felt, asked, placed, removed, own] = std::array::from_fn(|_| id.clone());
            rsx! {
                EntryPage {
                    model,
                    kept,
                    on_words: move |words| writing.scribe().write(sheet.clone(), words),
                    on_settle: move |()| settling.scribe().begin_settling(),
                    on_mood: move |mood| feeling.feel_entry(felt.clone(), mood),
                    on_prompt: move |prompt| asking.ask_entry(asked.clone(), prompt),
                    on_session: move |visit| placing.place_entry(placed.clone(), visit),
                    on_remove: move |()| removing.remove_entry(removed.clone()),
                    PickHere { entry: own.clone() }
                    PiecesHere { entry: own.clone() }
                    MarksHere { entry: own.clone() }
                    ShareHere { entry: own }
                }
            }
        }
        None => rsx! {
            NoEntryPage {}
        },
    })
}

#[component]
pub(super) fn EarlierScreen(id: Id) -> Element {
    let (deeds, deleting) = (use_context::<Deeds>(), use_context::<Deeds>());
    let (read, of) = (id.clone(), id.clone());
    let reading = use_read(move |cairn| {
        let id = read.clone();
        async move { cairn.earlier_words(id).await }
    });
    shown("journal-earlier-title", reading, |model| match model {
        Some(model) => rsx! {
            EarlierPage {
                model,
                on_bring_back: move |place| deeds.bring_words_back(id.clone(), place),
                on_delete: move |place| deleting.delete_earlier_words(of.clone(), place),
            }
        },
        None => rsx! {
            NoEntryPage {}
        },
    })
}

#[component]
pub(super) fn StoryScreen(visit: Id) -> Element {
    let reading = use_read(move |cairn| {
        let visit = visit.clone();
        async move { cairn.story(visit).await }
    });
    shown("journal-story", reading, |model| {
        rsx! {
            StoryPage { model }
        }
    })
}

/// The way to a new page, and to the story of the session one comes from.
#[component]
pub(super) fn WriteHere() -> Element {
    use super::changes::Reading;
    match use_read(|cairn| async move { cairn.writing().await }).0 {
        Reading::Ready(model) => rsx! {
            ToWrite { model }
        },
        // The rest of the screen does not wait for it.
        _ => rsx! {},
    }
}

/// The way to the story of a session, where something was written about it.
#[component]
pub(super) fn StoryDoor(visit: Id) -> Element {
    use super::changes::Reading;
    let (reading, _) = use_read(move |cairn| {
        let visit = visit.clone();
        async move { Ok(Some(cairn.story(visit).await?).filter(|story| !story.parts.is_empty())) }
    });
    match reading {
        Reading::Ready(Some(story)) => rsx! {
            StoryLink { visit: story.session.visit }
        },
        _ => rsx! {},
    }
}

impl Deeds {
    fn begin_entry(&self, prompt: Option<String>) {
        let (deeds, here) = (self.clone(), Screen::Write(prompt.clone()));
        let way = self.shell().way;
        spawn_forever(async move {
            match deeds.cairn().begin_entry(prompt).await {
                Ok(id) if way.turn(&here, Screen::Entry(id.clone())) => {}
                // Somebody went elsewhere meanwhile.
                Ok(id) => deeds.leave_entry(id),
                Err(error) => {
                    way.back();
                    deeds.say_not_done(&error);
                }
            }
        });
    }

    /// The page is left: all that was written on it is made its words.
    fn leave_entry(&self, id: Id) {
        let deeds = self.clone();
        let stays = self.shell().way.holds(&Screen::Entry(id.clone()));
        spawn_forever(async move {
            // What is not on the disk yet stays with the scribe; the page is finished at the next start.
            if deeds.scribe().settle().await
                && let Err(error) = deeds.cairn().leave_entry(id, stays).await
            {
                tracing::warn!(%error, "a page was left as a draft");
            }
        });
    }

    fn feel_entry(&self, id: Id, mood: Option<Score>) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.set_entry_mood(id, mood).await }, |_| ());
    }

    fn ask_entry(&self, id: Id, prompt: Option<String>) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.ask_entry(id, prompt).await }, |_| ());
    }

    fn place_entry(&self, id: Id, visit: Option<Id>) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.place_entry(id, visit).await }, |_| ());
    }

    fn bring_words_back(&self, id: Id, place: i64) {
        let cairn = self.cairn().clone();
        self.carry_back(async move { cairn.bring_words_back(id, place).await }, |shell| {
            shell.tell("journal-brought-back", None);
        });
    }

    fn delete_earlier_words(&self, id: Id, place: i64) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.delete_earlier_words(id, place).await }, |shell| {
            shell.tell("journal-earlier-deleted", None);
        });
    }

    fn remove_entry(&self, id: Id) {
        let (cairn, removed, deeds) = (self.cairn().clone(), id.clone(), self.clone());
        self.carry_out_undoable(async move { cairn.remove_entry(removed).await }, move |shell| {
            shell.tell("journal-removed", Some(TakeBack::Entry(id.clone())));
            shell.way.back();
            deeds.delete_page_in_time(id);
        });
    }

    fn delete_page_in_time(&self, id: Id) {
        let offer = TakeBack::Entry(id.clone());
        self.delete_in_time(id, offer, |cairn, id| async move { cairn.purge_entry(id).await });
    }

    /// Brings back a page that was just taken away.
    pub(super) fn bring_entry_back(&self, id: Id) {
        let (cairn, deeds, back) = (self.cairn().clone(), self.clone(), id.clone());
        // From this moment on nothing deletes it.
        deeds.scribe().spare(&id);
        spawn_forever(async move {
            let shell = deeds.shell();
            match cairn.bring_entry_back(back).await {
                Ok(()) => shell.tell("journal-back", None),
                Err(error @ AppError::TooLate) => deeds.say_not_back(&error),
                Err(error) => {
                    deeds.say_not_done(&error);
                    shell.tell("journal-removed", Some(TakeBack::Entry(id.clone())));
                    deeds.delete_page_in_time(id);
                }
            }
        });
    }
}
