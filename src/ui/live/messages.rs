//! Messages tied to the app: what is read for them, and what their buttons do.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    screens::shown,
    scribe::Sheet,
};
use crate::{
    app::{
        Cairn,
        read::{Goes, ThreadView, Voice},
    },
    care::{
        Id, Private,
        message::{Draft, can_go},
    },
    ui::{
        here::TakeBack,
        navigation::Screen,
        screens::{MessagesPage, NewMessages, NoThreadPage, ThreadPage, WriteMessagePage},
        words::Key,
    },
};
use dioxus::{core::spawn_forever, prelude::*};
use std::{cell::RefCell, rc::Rc};

#[component]
pub(super) fn MessagesScreen() -> Element {
    let reading = use_read(|cairn| async move { cairn.messages().await });
    shown("messages", reading, |model| rsx! { MessagesPage { model } })
}

/// On Today, that the clinic wrote; the rest of the screen does not wait for it.
#[component]
pub(super) fn NewMessagesHere() -> Element {
    match use_read(|cairn| async move { cairn.unread_messages().await }).0 {
        Reading::Ready(model) => rsx! { NewMessages { model } },
        Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}

#[component]
pub(super) fn ThreadScreen(id: Id) -> Element {
    let deeds = use_context::<Deeds>();
    let of = id.clone();
    let reading = use_read(move |cairn| {
        let id = of.clone();
        async move { cairn.thread(id).await }
    });
    // What stands on the screen is read, and what comes while one looks at it as well.
    let unseen = match &reading.0 {
        Reading::Ready(Some(model)) => new_in(model),
        _ => Vec::new(),
    };
    let (reader, read) = (deeds.clone(), id.clone());
    use_effect(use_reactive((&unseen,), move |(unseen,)| {
        if !unseen.is_empty() {
            reader.read_thread(read.clone());
        }
    }));
    shown("message-thread", reading, |model| match model {
        None => rsx! { NoThreadPage {} },
        Some(model) => {
            let [undoing, sending, leaving] = std::array::from_fn(|_| deeds.clone());
            rsx! {
                ThreadPage {
                    model,
                    on_undo: move |id| undoing.take_message_back(id),
                    on_send: move |id| sending.send_again(id),
                    on_leave: move |id| leaving.unsend(id, Key("message-left-here")),
                }
            }
        }
    })
}

fn new_in(model: &ThreadView) -> Vec<Id> {
    let new = |voice: &Voice| {
        matches!(voice, Voice::Clinic { seen: false, .. } | Voice::CannotShow { seen: false })
    };
    model.lines.iter().filter(|line| new(&line.voice)).map(|line| line.id.clone()).collect()
}

#[component]
pub(super) fn WriteMessageScreen(thread: Option<Id>, draft: Option<Id>) -> Element {
    let deeds = use_context::<Deeds>();
    let mut typed = use_signal(|| None::<Private>);
    let (mut stuck, sending) = (use_signal(|| false), use_signal(|| false));
    // The draft the page began with: it stays that one, whatever else comes into the thread.
    let page = use_hook(|| Rc::new(RefCell::new(None::<Id>)));
    let (scribe, pinned, here) = (deeds.scribe().clone(), page.clone(), (thread.clone(), draft.clone()));
    let reading = use_read(move |cairn| {
        let (scribe, pinned, (thread, draft)) = (scribe.clone(), pinned.clone(), here.clone());
        async move {
            // What was just written here counts, on the disk or not.
            scribe.settle().await;
            let began = pinned.borrow().clone();
            let now = began.as_ref().and_then(|page| scribe.message(page)).map(|sheet| sheet.draft);
            let mut model = cairn.writing_message(thread, now.or(draft)).await?;
            if let Some(model) = &mut model {
                let page = began.unwrap_or_else(|| {
                    scribe.take_up(&model.sheet);
                    pinned.replace(Some(model.sheet.draft.clone()));
                    model.sheet.draft.clone()
                });
                if let Some(words) = scribe.newest(&Sheet::Message(page)) {
                    model.words = words;
                }
            }
            Ok(model)
        }
    });
    let leaving = deeds.clone();
    use_drop(move || leaving.leave_message());
    shown("message-new", reading, |model| {
        let Some(page) = page.borrow().clone() else { return rsx! { NoThreadPage {} } };
        let Some(model) = model else { return rsx! { NoThreadPage {} } };
        let kept = deeds.scribe().kept(&Sheet::Message(page.clone()));
        let (began, goes) = (model.words.clone(), model.goes);
        let [writing, settling, attaching, going, throwing] = std::array::from_fn(|_| deeds.clone());
        let [along, off, away] = std::array::from_fn(|_| page.clone());
        let screen = Screen::WriteMessage { thread: thread.clone(), draft: draft.clone() };
        let left = screen.clone();
        rsx! {
            WriteMessagePage {
                now: typed().unwrap_or_else(|| began.clone()),
                model,
                kept,
                stuck: stuck(),
                on_words: move |words: Private| {
                    typed.set(Some(words.clone()));
                    writing.scribe().write(Sheet::Message(page.clone()), words);
                },
                on_settle: move |()| settling.scribe().begin_settling(),
                on_attach: move |shared| attaching.attach_to_message(along.clone(), shared),
                on_send: move |()| {
                    // What stands there at the press, and nothing that is typed while it goes.
                    let words = typed.peek().clone().unwrap_or_else(|| began.clone());
                    let ready = can_go(&words);
                    stuck.set(!ready);
                    if ready {
                        going.send_message(off.clone(), words, screen.clone(), goes, sending);
                    }
                },
                on_throw_away: move |()| throwing.throw_message_away(away.clone(), left.clone()),
            }
        }
    })
}

impl Deeds {
    fn read_thread(&self, id: Id) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.read_thread(id).await }, |_| ());
    }

    fn leave_message(&self) {
        let deeds = self.clone();
        spawn_forever(async move {
            // What is not on the disk yet stays with the scribe, who goes on trying.
            deeds.scribe().settle().await;
            deeds.cairn().leave_message();
        });
    }

    fn attach_to_message(&self, page: Id, shared: Option<Id>) {
        let scribe = self.scribe().clone();
        let attaching = async move {
            let attach = async |cairn: &Cairn, sheet| Ok(((), cairn.attach_to_message(sheet, shared).await?));
            scribe.with_message(&page, attach).await
        };
        self.carry_out(attaching, |_| ());
    }

    fn send_message(&self, page: Id, words: Private, here: Screen, goes: Goes, mut sending: Signal<bool>) {
        if sending.replace(true) {
            return;
        }
        let (scribe, shell) = (self.scribe().clone(), self.shell());
        let deed = async move {
            let send = async |cairn: &Cairn, sheet| cairn.send_message(sheet, words).await;
            let id = match scribe.with_message(&page, send).await {
                Ok(id) => id,
                Err(error) => {
                    sending.set(false);
                    return Err(error);
                }
            };
            let Key(said) = match goes {
                Goes::Now => Key("message-made"),
                Goes::WithNetwork | Goes::AfterSignIn => Key("message-made-later"),
                Goes::Never => Key("message-made-here"),
            };
            shell.tell(said, Some(TakeBack::Message(id.clone())));
            // The thread is where one goes on; what was written is not what "back" leads to.
            match shell.way.before() {
                Some(Screen::Thread(_)) if shell.way.here() == here => shell.way.back(),
                _ => drop(shell.way.turn(&here, Screen::Thread(id))),
            }
            Ok(())
        };
        self.carry_out_undoable(deed, |_| ());
    }

    fn throw_message_away(&self, page: Id, here: Screen) {
        let (scribe, shell) = (self.scribe().clone(), self.shell());
        let deed = async move {
            let throw = async |cairn: &Cairn, sheet| cairn.throw_message_away(sheet).await;
            if let Some(draft) = scribe.with_message(&page, throw).await? {
                shell.tell("message-thrown-away", Some(TakeBack::Begun(Box::new(draft))));
            }
            if shell.way.here() == here {
                shell.way.back();
            }
            Ok(())
        };
        self.carry_out_undoable(deed, |_| ());
    }

    /// Puts back what was just thrown away.
    pub(super) fn put_message_back(&self, draft: Draft) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.put_message_back(draft).await }, |shell| {
            shell.tell("message-back", None);
        });
    }

    /// Takes back what was just sent off.
    pub(super) fn take_message_back(&self, id: Id) {
        self.unsend(id, Key("message-undone"));
    }

    /// Puts a message back where it was written, and says so.
    fn unsend(&self, id: Id, Key(said): Key) {
        let (cairn, back) = (self.cairn().clone(), id.clone());
        let written = Rc::new(RefCell::new(None));
        let draft = Rc::clone(&written);
        let deed = async move {
            draft.replace(Some(cairn.take_message_back(back).await?));
            Ok(())
        };
        self.carry_out(deed, move |shell| {
            shell.tell(said, None);
            let written = Screen::WriteMessage { thread: None, draft: written.take() };
            match shell.way.here() {
                Screen::WriteMessage { .. } => shell.way.back(),
                // It is written on again where it was.
                _ => drop(shell.way.turn(&Screen::Thread(id), written)),
            }
        });
    }
}
