//! Puts what is typed on the disk: the newest words of each page, within a moment, one after the other. Nothing is let go
//! of before it is there.

use crate::{
    app::{AppError, Cairn, read::MessageSheet},
    care::{Id, Private},
    ui::screens::Kept,
};
use dioxus::{core::spawn_forever, prelude::*};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc, time::Duration};
use tokio::sync::Mutex;

/// What is typed is on the disk this long after a letter, whether or not typing goes on: less than the second a kill may
/// cost.
const PAUSE: Duration = Duration::from_millis(400);
/// Where it could not be written, it is tried again after this.
pub(super) const AGAIN: Duration = Duration::from_secs(4);

/// What is written on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sheet {
    /// A page of the journal.
    Entry(Id),
    /// The words caught after this visit.
    Caught(Id),
    /// A message to the clinic, by the draft its page began with.
    Message(Id),
    /// Why this visit is to be cancelled.
    Cancelling(Id),
}

/// Writes also after the screen is left. Clones are the same scribe.
#[derive(Clone)]
pub(super) struct Scribe {
    cairn: Cairn,
    waiting: Rc<RefCell<Waiting>>,
    /// One thing is written after the other.
    order: Rc<Mutex<()>>,
    /// Where the words of the sheet stand that was last written on.
    kept: Signal<Option<(Sheet, Kept)>>,
    /// The last error, until somebody tells it.
    trouble: Rc<RefCell<Option<AppError>>>,
    /// Pages and pieces whose deletion can be taken back for a while.
    condemned: Rc<RefCell<Vec<Id>>>,
    /// The messages that are written on, by the drafts their pages began with.
    messages: Rc<RefCell<BTreeMap<Id, MessageSheet>>>,
}

#[derive(Default)]
struct Waiting {
    /// The newest words of each sheet.
    words: Vec<(Sheet, Private)>,
    /// Somebody sees to it.
    busy: bool,
    /// How often it was let go of: what was being written then is not put back for whoever is here now.
    forgotten: u32,
}

impl Scribe {
    /// To be called from a hook.
    pub(super) fn new(cairn: Cairn) -> Self {
        Self {
            cairn,
            waiting: Rc::default(),
            order: Rc::default(),
            kept: Signal::new(None),
            trouble: Rc::default(),
            condemned: Rc::default(),
            messages: Rc::default(),
        }
    }

    /// Takes words down, to be on the disk within [`PAUSE`].
    pub(super) fn write(&self, sheet: Sheet, words: Private) {
        self.say(&sheet, Kept::Saving);
        {
            let mut waiting = self.waiting.borrow_mut();
            waiting.words.retain(|(other, _)| *other != sheet);
            waiting.words.push((sheet, words));
            if std::mem::replace(&mut waiting.busy, true) {
                return;
            }
        }
        let scribe = self.clone();
        spawn_forever(async move {
            loop {
                tokio::time::sleep(PAUSE).await;
                if scribe.is_done() {
                    return;
                }
                if !scribe.settle().await {
                    tokio::time::sleep(AGAIN).await;
                }
            }
        });
    }

    /// True, and from then on somebody else has to see to it, once nothing waits.
    fn is_done(&self) -> bool {
        let mut waiting = self.waiting.borrow_mut();
        waiting.busy = !waiting.words.is_empty();
        !waiting.busy
    }

    /// Writes all that waits, now. True if all of it is on the disk; otherwise it waits on.
    pub(super) async fn settle(&self) -> bool {
        let _turn = self.order.lock().await;
        self.write_all().await
    }

    /// As [`Scribe::settle`], for whoever has the turn.
    async fn write_all(&self) -> bool {
        let (all, forgotten) = {
            let mut waiting = self.waiting.borrow_mut();
            (std::mem::take(&mut waiting.words), waiting.forgotten)
        };
        let mut whole = true;
        for (sheet, words) in all {
            if self.waiting.borrow().forgotten != forgotten {
                return true;
            }
            match self.keep(&sheet, words.clone()).await {
                Ok(kept) if self.newest(&sheet).is_none() => {
                    self.say(&sheet, if kept { Kept::Saved } else { Kept::NotSaved });
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(%error, "what was typed is not on the disk yet");
                    whole = false;
                    if self.newest(&sheet).is_none() && self.waiting.borrow().forgotten == forgotten {
                        self.waiting.borrow_mut().words.push((sheet.clone(), words));
                    }
                    self.trouble.replace(Some(error));
                    self.say(&sheet, Kept::NotSaved);
                }
            }
        }
        whole
    }

    /// As [`Scribe::settle`], for a screen that goes on meanwhile.
    pub(super) fn begin_settling(&self) {
        let scribe = self.clone();
        spawn_forever(async move {
            scribe.settle().await;
        });
    }

    /// False if there is nothing any more to write on.
    async fn keep(&self, sheet: &Sheet, words: Private) -> Result<bool, AppError> {
        match sheet {
            Sheet::Entry(id) => self.cairn.keep_draft(id.clone(), words).await,
            Sheet::Caught(visit) => self.cairn.capture(visit.clone(), words).await.map(|()| true),
            Sheet::Cancelling(visit) => {
                self.cairn.keep_cancel_reason(visit.clone(), words).await.map(|()| true)
            }
            Sheet::Message(page) => {
                let Some(sheet) = self.message(page) else { return Ok(false) };
                self.hold(page, self.cairn.keep_message(sheet, words).await?);
                Ok(true)
            }
        }
    }

    /// A page on which a message is written was opened. What waits of it from before goes on where it was.
    pub(super) fn take_up(&self, sheet: &MessageSheet) {
        if self.newest(&Sheet::Message(sheet.draft.clone())).is_none() {
            self.hold(&sheet.draft, sheet.clone());
        }
    }

    /// The message of this page as it was last kept.
    pub(super) fn message(&self, page: &Id) -> Option<MessageSheet> {
        self.messages.borrow().get(page).cloned()
    }

    fn hold(&self, page: &Id, sheet: MessageSheet) {
        self.messages.borrow_mut().insert(page.clone(), sheet);
    }

    /// Does something with the message of this page, once all that was written on it is on the disk. What is written meanwhile
    /// waits, and goes on the sheet that `deed` answers.
    pub(super) async fn with_message<T>(
        &self,
        page: &Id,
        deed: impl AsyncFnOnce(&Cairn, MessageSheet) -> Result<(T, MessageSheet), AppError>,
    ) -> Result<T, AppError> {
        let _turn = self.order.lock().await;
        let sheet = if self.write_all().await { self.message(page) } else { None };
        let Some(sheet) = sheet else { return Err(self.trouble.take().unwrap_or(AppError::NotSendable)) };
        let (done, after) = deed(&self.cairn, sheet).await?;
        self.hold(page, after);
        Ok(done)
    }

    /// The words of a sheet that are not on the disk yet.
    pub(super) fn newest(&self, sheet: &Sheet) -> Option<Private> {
        let waiting = self.waiting.borrow();
        waiting.words.iter().find(|(other, _)| other == sheet).map(|(_, words)| words.clone())
    }

    /// Where the words of a sheet stand; `None` before anything was written on it. A screen that asks is drawn anew with
    /// each answer.
    pub(super) fn kept(&self, sheet: &Sheet) -> Option<Kept> {
        self.kept.read().as_ref().filter(|(other, _)| other == sheet).map(|(_, kept)| *kept)
    }

    /// Why caught words could not be written, told once each time. A screen that asks is drawn anew when that changes.
    pub(super) fn not_caught(&self) -> Option<AppError> {
        let not_caught = matches!(*self.kept.read(), Some((Sheet::Caught(_), Kept::NotSaved)));
        if not_caught { self.trouble.take() } else { None }
    }

    /// Why words could not be written, told once each time.
    pub(super) fn take_trouble(&self) -> Option<AppError> {
        self.trouble.take()
    }

    /// A page or a piece is deleted for good after a while, unless it is spared.
    pub(super) fn condemn(&self, id: Id) {
        self.condemned.borrow_mut().push(id);
    }

    /// Spares it; true if it was to be deleted until now.
    pub(super) fn spare(&self, id: &Id) -> bool {
        let mut condemned = self.condemned.borrow_mut();
        let before = condemned.len();
        condemned.retain(|other| other != id);
        condemned.len() < before
    }

    /// Lets go of what waits: it is somebody else's phone from now on.
    pub(super) fn forget(&self) {
        let mut waiting = self.waiting.borrow_mut();
        waiting.words.clear();
        self.messages.borrow_mut().clear();
        waiting.forgotten += 1;
    }

    fn say(&self, sheet: &Sheet, now: Kept) {
        let said = Some((sheet.clone(), now));
        let mut kept = self.kept;
        if *kept.peek() != said {
            kept.set(said);
        }
    }
}
