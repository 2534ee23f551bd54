//! A drawing, tied to the app: every stroke is written in the order it was made, and only then said to be saved.

use super::{changes::use_read, deeds::Deeds, pieces::Naming, screens::shown};
use crate::{
    app::{AppError, Cairn},
    care::{Id, journal::Line},
    ui::{
        here::TakeBack,
        screens::{DrawingPage, Kept},
    },
};
use dioxus::{core::spawn_forever, prelude::*};
use std::{cell::RefCell, future::Future, rc::Rc};
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
    kept: Signal<Option<Kept>>,
    lost: Signal<u32>,
}

impl Brush {
    /// To be called from a hook.
    fn new(deeds: Deeds, drawing: Id) -> Self {
        let (kept, lost) = (Signal::new(None), Signal::new(0));
        Self { deeds, drawing, waiting: Rc::default(), order: Rc::default(), kept, lost }
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
        self.then(move |cairn, id| async move {
            let to = cairn.start_drawing_over(id.clone()).await?;
            shell.tell("drawing-empty", Some(TakeBack::Drawing(id, to)));
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
            Err(error) => {
                self.waiting.borrow_mut().splice(0..0, lines);
                self.say(Kept::NotSaved);
                self.deeds.say_not_done(&error);
                false
            }
        }
    }

    /// The screen may be gone by now: then nobody needs to see it.
    fn say(&self, how: Kept) {
        if let Ok(mut kept) = { self.kept }.try_write() {
            *kept = Some(how);
        }
    }
}

impl Deeds {
    /// Brings back what a drawing was before it was started over.
    pub(super) fn bring_drawing_back(&self, id: Id, to: i64) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.bring_drawing_back(id, to).await }, |shell| {
            shell.tell("drawing-is-back", None);
        });
    }
}
