//! Writes what is filled in to the disk, in order: nothing goes on before it is there, and what is typed waits a moment.

use super::deeds::Deeds;
use crate::{
    app::{
        AppError, Cairn, Finishing,
        read::{FormPage, FormView},
    },
    care::{
        Id,
        form::{Path, Value},
    },
    ui::{here::TakeBack, navigation::Screen, parts::Answering, screens::Kept},
};
use dioxus::{core::spawn_forever, prelude::*};
use std::{cell::RefCell, collections::BTreeSet, future::Future, rc::Rc, time::Duration};
use tokio::sync::Mutex;

/// What is typed is on the disk this long after a letter: less than the second a kill may cost.
const PAUSE: Duration = Duration::from_millis(400);

/// The pen of one form's screen. What it has to write is written also after the screen is left.
#[derive(Clone)]
pub(super) struct Pen {
    deeds: Deeds,
    waiting: Rc<RefCell<Waiting>>,
    /// One thing is written after the other.
    order: Rc<Mutex<()>>,
    /// The form as the app last answered it, with what was given since.
    pub(super) view: Signal<Option<FormView>>,
    pub(super) kept: Signal<Option<Kept>>,
    /// How often one wanted to go on from this page with something wrong on it.
    pub(super) strict: Signal<u32>,
    /// The card about help stands before this page, to which one wanted to go on.
    pub(super) card: Signal<Option<usize>>,
    /// Fields in which something stands that is no answer.
    pub(super) unread: Signal<BTreeSet<Path>>,
    /// The review was reached, and left again to change something.
    pub(super) from_review: Signal<bool>,
    /// The form that was finished here.
    pub(super) done: Signal<Option<Id>>,
}

/// What was given and is not written yet, the newest for each question.
#[derive(Default)]
struct Waiting {
    given: Vec<(Path, Vec<Value>)>,
    /// What is just being written.
    going: Vec<(Path, Vec<Value>)>,
    /// Somebody writes it when the pause is over.
    timed: bool,
}

/// The screen may be gone by now: then nobody needs to see it.
fn put<T: 'static>(mut signal: Signal<T>, value: T) {
    if let Ok(mut place) = signal.try_write() {
        *place = value;
    }
}

impl Pen {
    /// To be called from a hook.
    pub(super) fn new(deeds: Deeds) -> Self {
        Self {
            deeds,
            waiting: Rc::default(),
            order: Rc::default(),
            view: Signal::new(None),
            kept: Signal::new(None),
            strict: Signal::new(0),
            card: Signal::new(None),
            unread: Signal::new(BTreeSet::new()),
            from_review: Signal::new(false),
            done: Signal::new(None),
        }
    }

    fn cairn(&self) -> Cairn {
        self.deeds.cairn().clone()
    }

    pub(super) fn begin(&self, name: String, due: Option<String>) {
        let (pen, cairn) = (self.clone(), self.cairn());
        let begin = async move {
            put(pen.view, Some(cairn.begin_form(name, due).await?));
            Ok(())
        };
        self.deeds.carry_out(begin, |_| ());
    }

    /// Shows the form as the app answered it, with what it does not know yet: the next answer is made of what stands there.
    fn show(&self, view: FormView) {
        let view = {
            let waiting = self.waiting.borrow();
            view.answered(&waiting.going).answered(&waiting.given)
        };
        put(self.view, Some(view));
    }

    /// Takes down what was answered in the form as it was shown.
    pub(super) fn note(&self, shown: FormView, answer: Answering) {
        let id = shown.id.clone();
        let Answering { path, values, typing, unread } = answer;
        let mut all = self.unread;
        if unread {
            all.write().insert(path.clone());
        } else if all.peek().contains(&path) {
            all.write().remove(&path);
        }
        put(self.kept, Some(Kept::Saving));
        let timed = {
            let mut waiting = self.waiting.borrow_mut();
            waiting.given.retain(|(other, _)| *other != path);
            waiting.given.push((path, values));
            typing && std::mem::replace(&mut waiting.timed, true)
        };
        let before = self.view.peek().clone().unwrap_or(shown);
        self.show(before);
        if timed {
            return;
        }
        let pen = self.clone();
        spawn_forever(async move {
            if typing {
                tokio::time::sleep(PAUSE).await;
                pen.waiting.borrow_mut().timed = false;
            }
            let _ = pen.write(&id).await;
        });
    }

    /// A field was left: what waits is written now.
    pub(super) fn settle(&self, id: Id) {
        let pen = self.clone();
        spawn_forever(async move {
            let _ = pen.write(&id).await;
        });
    }

    /// Writes all that waits. What could not be written waits again, and that is said.
    async fn write(&self, id: &Id) -> Result<(), NotWritten> {
        let _turn = self.order.lock().await;
        let given = std::mem::take(&mut self.waiting.borrow_mut().given);
        if given.is_empty() {
            return Ok(());
        }
        self.waiting.borrow_mut().going.clone_from(&given);
        let answered = self.cairn().answer_form(id.clone(), given.clone()).await;
        self.waiting.borrow_mut().going.clear();
        match answered {
            Ok(view) => {
                self.show(view);
                if self.waiting.borrow().given.is_empty() {
                    put(self.kept, Some(Kept::Saved));
                }
                Ok(())
            }
            Err(error) => {
                let mut waiting = self.waiting.borrow_mut();
                let newer = std::mem::take(&mut waiting.given);
                waiting.given = given;
                waiting.given.retain(|(path, _)| !newer.iter().any(|(other, _)| other == path));
                waiting.given.extend(newer);
                drop(waiting);
                put(self.kept, Some(Kept::NotSaved));
                self.deeds.say_not_done(&error);
                Err(NotWritten)
            }
        }
    }

    /// Writes what waits, then does `change`, whose answer is the form from then on.
    pub(super) fn change<F>(&self, id: Id, change: impl FnOnce(Cairn) -> F + 'static)
    where
        F: Future<Output = Result<FormView, AppError>>,
    {
        let pen = self.clone();
        spawn_forever(async move {
            if pen.write(&id).await.is_ok() {
                pen.follow(change(pen.cairn()).await);
            }
        });
    }

    fn follow(&self, changed: Result<FormView, AppError>) {
        match changed {
            Ok(view) => {
                self.show(view);
                put(self.strict, 0);
                put(self.card, None);
                put(self.unread, BTreeSet::new());
            }
            Err(error) => self.deeds.say_not_done(&error),
        }
    }

    /// Goes to a page, whatever is wrong on this one.
    pub(super) fn turn(&self, id: Id, step: usize) {
        let form = id.clone();
        self.change(id, move |cairn| async move { cairn.turn_to(form, step).await });
    }

    /// Goes on to the page `to`. Whatever else is wrong on this one, the card about help comes first.
    pub(super) fn next(&self, before: FormView, to: usize) {
        let pen = self.clone();
        spawn_forever(async move {
            if pen.write(&before.id).await.is_err() {
                return;
            }
            let view = pen.newest(before);
            if !view.harm.contains(&view.step) {
                pen.pass(view, to).await;
                return;
            }
            // Turning tells the clinic what the author, and nobody else, put there.
            match pen.cairn().turn_to(view.id, view.step).await {
                Ok(view) => pen.show(view),
                Err(error) => pen.deeds.say_not_done(&error),
            }
            put(pen.card, Some(to));
        });
    }

    /// Goes on from the card.
    pub(super) fn after_card(&self, before: FormView, to: usize) {
        let pen = self.clone();
        spawn_forever(async move {
            put(pen.card, None);
            pen.pass(pen.newest(before), to).await;
        });
    }

    fn newest(&self, before: FormView) -> FormView {
        self.view.try_peek().ok().and_then(|view| view.clone()).unwrap_or(before)
    }

    /// Goes to a page, unless something on this one is in the way.
    async fn pass(&self, view: FormView, to: usize) {
        let unread = self.unread.try_peek().is_ok_and(|unread| !unread.is_empty());
        if unread || view.pages.get(view.step).is_some_and(FormPage::is_stuck) {
            let times = self.strict.try_peek().map_or(0, |times| *times);
            put(self.strict, times + 1);
        } else {
            self.follow(self.cairn().turn_to(view.id, to).await);
        }
    }

    /// Writes what waits and leaves: the form can be gone on with.
    pub(super) fn stop(&self, id: Id) {
        let pen = self.clone();
        spawn_forever(async move {
            if pen.write(&id).await.is_ok() {
                let shell = pen.deeds.shell();
                shell.tell("form-stopped", None);
                shell.way.go(Screen::Today);
            }
        });
    }

    /// Sends the form on its way, if nothing in it is in the way.
    pub(super) fn finish(&self, id: Id) {
        let pen = self.clone();
        // It offers an Undo of its own.
        put(self.deeds.shell().just_done, None);
        spawn_forever(async move {
            if pen.write(&id).await.is_err() {
                return;
            }
            match pen.cairn().finish_form(id).await {
                Ok(Finishing::Done(id)) => {
                    put(pen.done, Some(id.clone()));
                    pen.deeds.shell().tell("form-finished", Some(TakeBack::Form(id)));
                }
                Ok(Finishing::NotYet(view)) => {
                    pen.show(*view);
                    put(pen.strict, 1);
                }
                Err(error) => pen.deeds.say_not_done(&error),
            }
        });
    }
}

/// It was said already.
struct NotWritten;

impl Deeds {
    pub(super) fn dismiss_safety(&self, form: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.dismiss_safety(form).await }, |_| ());
    }

    /// Takes back that a form was finished; it can be gone on with from the list.
    pub(super) fn undo_finish(&self, form: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.undo_finish(form).await }, |shell| {
            shell.tell("form-undone", None);
            shell.way.go(Screen::Forms);
        });
    }
}
