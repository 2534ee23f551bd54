//! A drawing, tied to the app: every stroke is written in the order it was made, and only then said to be saved.

use super::{changes::use_read, deeds::Deeds, pieces::Naming, screens::shown, scribe::AGAIN};
use crate::{
    app::{AppError, Cairn},
    care::{Id, journal::Line},
    ui::{
        here::TakeBack,
        navigation::Screen,
        screens::{DrawingPage, Kept},
    },
};
use dioxus::{core::spawn_forever, prelude::*};
use std::{
    cell::{Cell, RefCell},
    future::Future,
    rc::Rc,
};
use tokio::sync::Mutex;

#[component]
pub(super) fn DrawingScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let brush = use_hook(|| Brush::new(deeds.clone(), id.clone()));
    let naming = use_hook(|| Naming::new(deeds.clone(), id.clone()));
    let (read, removed) = (id.clone(), id);
    let reading = use_read(move |cairn| {
        let id = read.clone();
        async move { cairn.drawing(id).await }
    });
    let (drawing, back, forward, over) = (brush.clone(), brush.clone(), brush.clone(), brush.clone());
    let (kept, lost) = (*brush.kept.read(), *brush.lost.read());
    shown("drawing", reading, |model| match model {
        Some(model) => rsx! {
            DrawingPage {
                model,
                kept,
                lost,
                on_line: move |line| drawing.draw(line),
                on_back: move |()| back.then(|cairn, id| async move { cairn.take_stroke_back(id).await }),
                on_forward: move |()| forward.then(|cairn, id| async move { cairn.put_stroke_forward(id).await }),
                on_over: move |()| over.start_over(),
                on_title: move |title| naming.name(title),
                on_remove: move |()| deeds.remove_piece(removed.clone()),
            }
        },
        None => rsx! {},
    })
}

/// Writes strokes one after the other. It outlives the screen until all that was drawn is written.
#[derive(Clone)]
struct Brush {
    deeds: Deeds,
    drawing: Id,
    waiting: Rc<RefCell<Vec<Line>>>,
    /// Whoever holds it writes; the others wait in the order they came.
    order: Rc<Mutex<()>>,
    /// Somebody sees to it that what could not be written is tried again.
    again: Rc<Cell<bool>>,
    kept: Signal<Option<Kept>>,
    lost: Signal<u32>,
}

impl Brush {
    /// To be called from a hook.
    fn new(deeds: Deeds, drawing: Id) -> Self {
        let (kept, lost) = (Signal::new(None), Signal::new(0));
        Self {
            deeds,
            drawing,
            waiting: Rc::default(),
            order: Rc::default(),
            again: Rc::default(),
            kept,
            lost,
        }
    }

    fn draw(&self, line: Line) {
        self.waiting.borrow_mut().push(line);
        self.say(Kept::Saving);
        let brush = self.clone();
        spawn_forever(async move {
            let _turn = brush.order.lock().await;
            brush.write().await;
        });
    }

    /// Does `deed` after everything that was drawn before it.
    fn then<F>(&self, deed: impl FnOnce(Cairn, Id) -> F + 'static)
    where
        F: Future<Output = Result<(), AppError>>,
    {
        let brush = self.clone();
        spawn_forever(async move {
            let _turn = brush.order.lock().await;
            if brush.write().await
                && let Err(error) = deed(brush.deeds.cairn().clone(), brush.drawing.clone()).await
            {
                brush.deeds.say_not_done(&error);
            }
        });
    }

    fn start_over(&self) {
        let shell = self.deeds.shell();
        // It offers an Undo of its own.
        let mut before = shell.just_done;
        before.set(None);
        let deeds = self.deeds.clone();
        self.then(move |cairn, id| async move {
            if let Some(instead) = cairn.start_drawing_over(id.clone()).await? {
                shell.way.turn(&Screen::Drawing(id.clone()), Screen::Drawing(instead.clone()));
                let offer = TakeBack::Drawing { before: id.clone(), instead };
                shell.tell("drawing-empty", Some(offer.clone()));
                deeds.delete_piece_in_time(id, offer);
            }
            Ok(())
        });
    }

    /// Writes all that waits; true if nothing waits any more. What could not be written waits again, and that is said.
    async fn write(&self) -> bool {
        let lines = std::mem::take(&mut *self.waiting.borrow_mut());
        if lines.is_empty() {
            return true;
        }
        match self.deeds.cairn().draw(self.drawing.clone(), lines.clone()).await {
            Ok(drawn) => {
                if !drawn && let Ok(mut lost) = { self.lost }.try_write() {
                    *lost += 1;
                }
                if self.waiting.borrow().is_empty() {
                    self.say(Kept::Saved);
                }
                true
            }
            // It is somebody else's phone from now on.
            Err(AppError::NobodyHere) => false,
            Err(error) => {
                self.waiting.borrow_mut().splice(0..0, lines);
                self.say(Kept::NotSaved);
                if !self.again.replace(true) {
                    self.deeds.say_not_done(&error);
                    self.try_again();
                }
                false
            }
        }
    }

    /// Tries until nothing waits any more, also after the screen is left.
    fn try_again(&self) {
        let brush = self.clone();
        spawn_forever(async move {
            loop {
                tokio::time::sleep(AGAIN).await;
                let _turn = brush.order.lock().await;
                if brush.write().await || brush.waiting.borrow().is_empty() {
                    brush.again.set(false);
                    return;
                }
            }
        });
    }

    /// The screen may be gone by now: then nobody needs to see it.
    fn say(&self, how: Kept) {
        if let Ok(mut kept) = { self.kept }.try_write() {
            *kept = Some(how);
        }
    }
}

impl Deeds {
    /// Brings back a drawing that was started over, and shows it where the other one is shown.
    pub(super) fn bring_drawing_back(&self, before: Id, instead: Id) {
        let cairn = self.cairn().clone();
        let (back, other) = (before.clone(), instead.clone());
        // From this moment on nothing deletes it.
        self.scribe().spare(&before);
        self.carry_back(async move { cairn.bring_drawing_back(back, other).await }, |shell| {
            shell.way.turn(&Screen::Drawing(instead), Screen::Drawing(before));
            shell.tell("drawing-is-back", None);
        });
    }
}
