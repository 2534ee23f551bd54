//! Messages tied to the app: what is read for them, and what their buttons do.

use super::{
    changes::{Reading, use_read},
    deeds::Deeds,
    screens::shown,
    scribe::Sheet,
};
use crate::{
    app::{
        AppError,
        read::{Goes, ThreadView, Voice},
    },
    care::{Id, Private, message::can_go},
    ui::{
        here::TakeBack,
        navigation::Screen,
        screens::{MessagesPage, NewMessages, NoThreadPage, ThreadPage, WriteMessagePage},
        words::Key,
    },
};
use dioxus::{core::spawn_forever, prelude::*};

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
pub(super) fn WriteMessageScreen(thread: Option<Id>) -> Element {
    let deeds = use_context::<Deeds>();
    let sheet = Sheet::Message(thread.clone());
    let mut typed = use_signal(|| None);
    let (mut stuck, sending) = (use_signal(|| false), use_signal(|| false));
    let (scribe, page, of) = (deeds.scribe().clone(), sheet.clone(), thread.clone());
    let reading = use_read(move |cairn| {
        let (scribe, page, thread) = (scribe.clone(), page.clone(), of.clone());
        async move {
            // What was just written here counts, on the disk or not.
            scribe.settle().await;
            let mut model = cairn.writing_message(thread).await?;
            if let Some((model, words)) = model.as_mut().zip(scribe.newest(&page)) {
                model.words = words;
            }
            Ok(model)
        }
    });
    let (leaving, opening) = (deeds.clone(), deeds.scribe().clone());
    use_hook(move || opening.open_messages());
    use_drop(move || leaving.leave_message());
    let kept = deeds.scribe().kept(&sheet);
    shown("message-new", reading, |model| {
        let Some(model) = model else { return rsx! { NoThreadPage {} } };
        let now = typed().unwrap_or_else(|| model.words.clone());
        let (goes, ready) = (model.goes, can_go(&now));
        let [writing, settling, attaching, going] = std::array::from_fn(|_| deeds.clone());
        let (along, off) = (thread.clone(), thread.clone());
        rsx! {
            WriteMessagePage {
                model,
                now,
                kept,
                stuck: stuck(),
                on_words: move |words: Private| {
                    typed.set(Some(words.clone()));
                    writing.scribe().write(sheet.clone(), words);
                },
                on_settle: move |()| settling.scribe().begin_settling(),
                on_attach: move |shared| attaching.attach_to_message(along.clone(), shared),
                on_send: move |()| {
                    stuck.set(!ready);
                    if ready {
                        going.send_message(off.clone(), goes, sending);
                    }
                },
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

    fn attach_to_message(&self, thread: Option<Id>, shared: Option<Id>) {
        let (cairn, scribe) = (self.cairn().clone(), self.scribe().clone());
        let attaching = async move {
            scribe.settle().await;
            cairn.attach_to_message(thread, shared).await
        };
        self.carry_out(attaching, |_| ());
    }

    fn send_message(&self, thread: Option<Id>, goes: Goes, mut sending: Signal<bool>) {
        if sending.replace(true) {
            return;
        }
        let (cairn, scribe, shell) = (self.cairn().clone(), self.scribe().clone(), self.shell());
        let deed = async move {
            let sent = if scribe.close_messages().await {
                cairn.send_message(thread.clone()).await
            } else {
                Err(scribe.take_trouble().unwrap_or(AppError::NotSendable))
            };
            let id = match sent {
                Ok(id) => id,
                Err(error) => {
                    scribe.open_messages();
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
            let here = Screen::WriteMessage(thread.clone());
            match thread {
                Some(_) if shell.way.here() == here => shell.way.back(),
                _ => drop(shell.way.turn(&here, Screen::Thread(id))),
            }
            Ok(())
        };
        self.carry_out_undoable(deed, |_| ());
    }

    /// Takes back what was just sent off.
    pub(super) fn take_message_back(&self, id: Id) {
        self.unsend(id, Key("message-undone"));
    }

    /// Puts the words of a message back where they were written, and says so.
    fn unsend(&self, id: Id, Key(said): Key) {
        let (cairn, scribe, back) = (self.cairn().clone(), self.scribe().clone(), id.clone());
        let deed = async move {
            // What comes back stands before what was begun since: the field that shows only that is not to write over it.
            if !scribe.close_messages().await {
                return Err(scribe.take_trouble().unwrap_or(AppError::TooLate));
            }
            let taken = cairn.take_message_back(back).await;
            if taken.is_err() {
                scribe.open_messages();
            }
            taken
        };
        self.carry_out(deed, move |shell| {
            shell.tell(said, None);
            match shell.way.here() {
                Screen::WriteMessage(_) => shell.way.back(),
                // The thread it began is no more: its words are on the sheet again.
                _ => drop(shell.way.turn(&Screen::Thread(id), Screen::WriteMessage(None))),
            }
        });
    }
}
