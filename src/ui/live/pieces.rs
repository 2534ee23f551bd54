//! What hangs on a page, tied to the app: files copied in the background, words kept as they are typed.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    screens::shown,
    scribe::AGAIN,
};
use crate::{
    app::{Adding, AppError},
    care::{Id, Private},
    ui::{
        here::{TakeBack, use_here, use_words},
        navigation::Screen,
        parts::{Button, Setting, TroubleNote},
        screens::{AddState, PieceList, PiecePage},
    },
};
use chrono::{DateTime, Utc};
use dioxus::{core::spawn_forever, prelude::*};
use std::{cell::RefCell, path::PathBuf, rc::Rc};
use tokio::sync::Mutex;

/// The list of what hangs on the page `entry`, as a part of it.
#[component]
pub(super) fn PiecesHere(entry: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let state = use_signal(AddState::default);
    let (drawing, own) = (deeds.clone(), entry.clone());
    let added = entry.clone();
    let (recorded, stopping, leaving) = (entry.clone(), deeds.clone(), deeds.clone());
    let recorder = deeds.clone();
    let since = use_signal(|| None::<DateTime<Utc>>);
    // Nothing listens once the page is left.
    use_drop(move || leaving.stop_recording());
    let here = use_here();
    let (reading, again) = use_read(move |cairn| {
        let entry = entry.clone();
        async move { cairn.pieces(entry).await }
    });
    match reading {
        Reading::Ready(model) => rsx! {
            PieceList {
                model,
                state: state(),
                recording: since().map(|at| here.stamp(at)),
                on_record: move |()| recorder.record_voice(recorded.clone(), since, state),
                on_stop: move |()| stopping.stop_recording(),
                on_draw: move |()| drawing.begin_drawing(own.clone()),
                on_file: move |file| deeds.add_piece(added.clone(), file, state),
            }
        },
        Reading::Waiting => rsx! {},
        Reading::Failed(trouble) => rsx! {
            TroubleNote { trouble, setting: Setting::Syncing,
                Button { label: use_words().get("try-again"), on_press: move |()| again.call(()) }
            }
        },
    }
}

#[component]
pub(super) fn PieceScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let (own, removed) = (id.clone(), id.clone());
    let naming = use_hook(|| Naming::new(deeds.clone(), own));
    let reading = use_read(move |cairn| {
        let id = id.clone();
        async move { cairn.piece(id).await }
    });
    shown("piece", reading, |model| match model {
        Some(model) => rsx! {
            PiecePage {
                model: model.piece,
                on_title: move |title| naming.name(title),
                on_remove: move |()| deeds.remove_piece(removed.clone()),
            }
        },
        None => rsx! {},
    })
}

/// Keeps the words for a piece as they are typed, the newest last.
#[derive(Clone)]
pub(super) struct Naming {
    deeds: Deeds,
    piece: Id,
    waiting: Rc<RefCell<Option<Private>>>,
    order: Rc<Mutex<()>>,
}

impl Naming {
    pub(super) fn new(deeds: Deeds, piece: Id) -> Self {
        Self { deeds, piece, waiting: Rc::default(), order: Rc::default() }
    }

    pub(super) fn name(&self, title: Private) {
        *self.waiting.borrow_mut() = Some(title);
        let naming = self.clone();
        spawn_forever(async move {
            let _turn = naming.order.lock().await;
            let mut told = false;
            loop {
                // Whoever came later may have taken it along.
                let Some(title) = naming.waiting.borrow_mut().take() else { return };
                match naming.deeds.cairn().name_piece(naming.piece.clone(), title.clone()).await {
                    Ok(()) | Err(AppError::NobodyHere) => return,
                    Err(error) => {
                        if !std::mem::replace(&mut told, true) {
                            naming.deeds.say_not_done(&error);
                        }
                        naming.waiting.borrow_mut().get_or_insert(title);
                    }
                }
                tokio::time::sleep(AGAIN).await;
            }
        });
    }
}

impl Deeds {
    fn begin_drawing(&self, entry: Id) {
        let (cairn, way) = (self.cairn().clone(), self.shell().way);
        let begin = async move {
            let id = cairn.begin_drawing(entry).await?;
            way.go(Screen::Drawing(id));
            Ok(())
        };
        self.carry_out(begin, |_| ());
    }

    fn add_piece(&self, entry: Id, file: PathBuf, mut state: Signal<AddState>) {
        if *state.peek() == AddState::Copying {
            return;
        }
        state.set(AddState::Copying);
        let deeds = self.clone();
        spawn_forever(async move {
            let came_to = match deeds.cairn().add_piece(entry, file).await {
                Ok(Adding::Added(_)) => AddState::Added,
                Ok(Adding::Refused(why)) => AddState::Refused(why),
                Err(error) => {
                    deeds.say_not_done(&error);
                    AddState::Nothing
                }
            };
            // The page may be gone by now: then nobody needs to see it.
            if let Ok(mut state) = state.try_write() {
                *state = came_to;
            }
        });
    }

    fn record_voice(&self, entry: Id, mut since: Signal<Option<DateTime<Utc>>>, mut state: Signal<AddState>) {
        if since.peek().is_some() {
            return;
        }
        since.set(Some(self.cairn().now()));
        state.set(AddState::Nothing);
        let deeds = self.clone();
        spawn_forever(async move {
            let came_to = match deeds.cairn().record_voice(entry).await {
                Ok(Some(_)) => AddState::Added,
                Ok(None) => AddState::Silent,
                Err(AppError::Microphone(_)) => AddState::NotRecorded,
                Err(error) => {
                    deeds.say_not_done(&error);
                    AddState::Nothing
                }
            };
            // The page may be gone by now: then nobody needs to see it.
            if let (Ok(mut since), Ok(mut state)) = (since.try_write(), state.try_write()) {
                (*since, *state) = (None, came_to);
            }
        });
    }

    fn stop_recording(&self) {
        let (deeds, cairn) = (self.clone(), self.cairn().clone());
        spawn_forever(async move {
            if let Err(error) = cairn.stop_recording().await {
                deeds.say_not_done(&error);
            }
        });
    }

    /// Takes a piece away and goes back to where it hung.
    pub(super) fn remove_piece(&self, id: Id) {
        let (cairn, removed, deeds) = (self.cairn().clone(), id.clone(), self.clone());
        self.carry_out_undoable(async move { cairn.remove_piece(removed).await }, move |shell| {
            shell.tell("piece-removed", Some(TakeBack::Piece(id.clone())));
            shell.way.back();
            deeds.delete_piece_in_time(id.clone(), TakeBack::Piece(id));
        });
    }

    pub(super) fn delete_piece_in_time(&self, id: Id, offer: TakeBack) {
        self.delete_in_time(id, offer, |cairn, id| async move { cairn.purge_piece(id).await });
    }

    /// Brings back a piece that was just taken away.
    pub(super) fn bring_piece_back(&self, id: Id) {
        let cairn = self.cairn().clone();
        // From this moment on nothing deletes it.
        self.scribe().spare(&id);
        self.carry_back(async move { cairn.bring_piece_back(id).await }, |shell| {
            shell.tell("piece-back", None);
        });
    }
}
