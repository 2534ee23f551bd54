//! Writing to the clinic: a draft that is safe with each pause in typing, sent off once, and taken back in time.

use super::{check_in::UNDO, queue::request};
use crate::{
    app::{
        AppError, Cairn, Changed, background,
        home::Home,
        load::{Letter, MESSAGE, Post, Records, can_go_along, seen_as_unreadable, shared_line},
        read::MessageSheet,
    },
    care::{
        Delivery, Id, Private, Refusal,
        message::{Draft, Mine, can_go},
    },
    fhir::message::{self, Way},
    platform::ids,
    store::{StoreError, Tx},
};
use chrono::{DateTime, Utc};

impl Cairn {
    /// Keeps what the page of this sheet reads, and answers the sheet to go on with. When this answers, it is committed and
    /// synced to the disk. What the page never showed is not written over: then both are kept. Nobody is told: nobody else
    /// can see it before the page is left.
    pub async fn keep_message(&self, sheet: MessageSheet, words: Private) -> Result<MessageSheet, AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || {
            Ok(home.store.write(|tx| {
                let (sheet, draft) = as_it_is(tx, sheet)?;
                tx.save_message_draft(&Draft { words: sheet.rest(&words), changed: now, ..draft })?;
                Ok(MessageSheet { stood: words, ..sheet })
            })?)
        })
        .await
    }

    /// The page on which a message is written is left: lists show the draft as it is now.
    pub fn leave_message(&self) {
        self.tell(Changed::Own);
    }

    /// Lets something that is shared with the clinic go along with what is being written, or nothing. Answers the sheet to go
    /// on with.
    ///
    /// # Errors
    /// [`AppError::NotShareable`] if it is not shared (any more).
    pub async fn attach_to_message(
        &self,
        sheet: MessageSheet,
        shared: Option<Id>,
    ) -> Result<MessageSheet, AppError> {
        let now = self.now();
        let attached = self
            .with_messages(move |home, tx| {
                let fits = match &shared {
                    None => true,
                    Some(record) => is_shared(home, tx, record, now)?,
                };
                if !fits {
                    return Ok(None);
                }
                let (sheet, draft) = as_it_is(tx, sheet)?;
                tx.save_message_draft(&Draft { shared, changed: now, ..draft })?;
                Ok(Some(sheet))
            })
            .await?;
        attached.ok_or(AppError::NotShareable)
    }

    /// Sends off `words`, which the page of this sheet read when that was asked for, and answers the message and the sheet to
    /// go on with. It does not leave before the time to take it back is over. What was kept on the sheet since stays behind
    /// as more in the thread. A second call finds nothing to send, so nothing goes twice.
    ///
    /// # Errors
    /// [`AppError::NotSendable`] where there is nothing to send, or too much.
    pub async fn send_message(
        &self,
        sheet: MessageSheet,
        words: Private,
    ) -> Result<(Id, MessageSheet), AppError> {
        let (now, zone) = (self.now(), self.zone());
        let sent = self
            .with_messages(move |home, tx| {
                let (sheet, draft) = as_it_is(tx, sheet)?;
                let going = sheet.rest(&words);
                if !can_go(&going) {
                    return Ok(None);
                }
                let post = Post::load(home, tx)?;
                let records = Records::load(home, tx)?;
                // Where the thread is not here any more, it is a question by itself.
                let members = draft.thread.as_ref().and_then(|of| post.thread_of(of));
                let first = members.and_then(|members| members.first().cloned());
                // What was withdrawn meanwhile does not go along.
                let shared = match draft.shared {
                    Some(record) if is_shared(home, tx, &record, now)? => Some(record),
                    _ => None,
                };
                // One that came back from a copy may have been sent since from where the copy was made.
                let sent = post.letter(&draft.id).is_some();
                let id = if sent { ids::new() } else { draft.id.clone() };
                let message = Mine {
                    thread: first.clone().unwrap_or_else(|| id.clone()),
                    answers: members.and_then(|members| post.to_answer(members)),
                    id,
                    at: now,
                    zone,
                    words: Private::new(going.reveal().trim()),
                    recipient: records.clinic().map(|clinic| clinic.name.clone()),
                    shared,
                };
                tx.save_message(&message)?;
                tx.remove_message_draft(&draft.id)?;
                if let Some(patient) = home.patient() {
                    let recipient = recipient(&records);
                    let begun_there = first.is_some_and(|first| post.is_clinics(&first));
                    let way = Way { recipient: recipient.as_deref(), begun_there };
                    let body = message::write(&message, way, patient);
                    tx.enqueue(&request(MESSAGE, &message.id, &body, now, now + UNDO))?;
                }
                let after = sheet.left_behind(ids::new(), Some(message.thread), words);
                let more = blank(&after);
                tx.save_message_draft(&Draft { words: after.rest(&after.stood), changed: now, ..more })?;
                Ok(Some((message.id, after)))
            })
            .await?;
        self.delivery_changed()?;
        sent.ok_or(AppError::NotSendable)
    }

    /// Throws away what is being written, and answers it, so that it can be put back, with the sheet to go on with.
    pub async fn throw_message_away(
        &self,
        sheet: MessageSheet,
    ) -> Result<(Option<Draft>, MessageSheet), AppError> {
        self.with_messages(move |_, tx| {
            let (sheet, _) = as_it_is(tx, sheet)?;
            let draft = tx.message_draft(&sheet.draft)?;
            tx.remove_message_draft(&sheet.draft)?;
            let (thread, read) = (sheet.thread.clone(), sheet.stood.clone());
            Ok((draft, sheet.left_behind(ids::new(), thread, read)))
        })
        .await
    }

    /// Puts back what was just thrown away.
    pub async fn put_message_back(&self, draft: Draft) -> Result<(), AppError> {
        self.with_messages(move |_, tx| tx.save_message_draft(&draft)).await
    }

    /// Takes a message back as if it had never been sent off, if nothing of it has left the phone; also one that came back from a
    /// copy and is not to be sent from here. It is the draft again that it was; what was begun since stays beside it. Answers
    /// the draft.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if something has left.
    pub async fn take_message_back(&self, id: Id) -> Result<Id, AppError> {
        let now = self.now();
        let taken = self.with_messages(move |home, tx| take_back(home, tx, &id, now)).await?;
        self.delivery_changed()?;
        taken.ok_or(AppError::TooLate)
    }

    /// Notes that the patient has read what stands in this thread.
    pub async fn read_thread(&self, of: Id) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        let news = background(move || {
            Ok(home.store.write(|tx| {
                let post = Post::load(&home, tx)?;
                let mut news = false;
                for id in post.thread_of(&of).into_iter().flatten() {
                    let Some(letter) = post.letter(id).filter(|letter| letter.is_new()) else { continue };
                    if matches!(letter, Letter::CannotShow { .. }) {
                        tx.set(&seen_as_unreadable(id), &now.to_rfc3339())?;
                    } else {
                        tx.see_message(id, now)?;
                    }
                    news = true;
                }
                Ok(news)
            })?)
        })
        .await?;
        if news {
            self.tell(Changed::Own);
        }
        Ok(())
    }

    async fn with_messages<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Home, &Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let home = self.home()?;
        let done = background(move || Ok(home.store.write(|tx| work(&home, tx))?)).await?;
        self.tell(Changed::Own);
        Ok(done)
    }
}

/// The sheet with the draft that stands for it now. It is another one where the page does not know what stands in that it
/// began with, or that it was sent off.
fn as_it_is(tx: &Tx<'_>, sheet: MessageSheet) -> Result<(MessageSheet, Draft), StoreError> {
    if let Some(message) = tx.message(&sheet.draft)? {
        // A page whose words went before knows better what it read than the message does.
        let went = if sheet.gone.is_some() { sheet.stood.clone() } else { message.words };
        let after = sheet.left_behind(ids::new(), Some(message.thread), went);
        let more = blank(&after);
        return Ok((after, more));
    }
    let shown = sheet.rest(&sheet.stood);
    Ok(match tx.message_draft(&sheet.draft)? {
        Some(draft) if draft.words.reveal().trim() == shown.reveal().trim() => (sheet, draft),
        Some(_) => {
            let own = MessageSheet { draft: ids::new(), ..sheet };
            let draft = Draft { words: shown, ..blank(&own) };
            (own, draft)
        }
        None => {
            let draft = Draft { words: shown, ..blank(&sheet) };
            (sheet, draft)
        }
    })
}

fn blank(sheet: &MessageSheet) -> Draft {
    Draft {
        id: sheet.draft.clone(),
        thread: sheet.thread.clone(),
        changed: DateTime::UNIX_EPOCH,
        words: Private::new(""),
        shared: None,
    }
}

/// Takes a message back and answers the draft it is then; `None` where it is too late.
fn take_back(home: &Home, tx: &Tx<'_>, id: &Id, now: DateTime<Utc>) -> Result<Option<Id>, StoreError> {
    let Some(message) = tx.message(id)? else { return Ok(None) };
    let draft = if tx.delivery(id)? == Some(Delivery::NeedsAttention(Refusal::CameBack)) {
        tx.let_go_of_set_aside(id)?;
        // It may be at the clinic from where the copy was made: other words must not go there as the same message.
        ids::new()
    } else if home.is_practice() || tx.take_back(id)? {
        id.clone()
    } else {
        return Ok(None);
    };
    tx.remove_message(id)?;
    let Mine { id, thread, words, shared, .. } = message;
    let thread = (thread != id).then_some(thread);
    tx.save_message_draft(&Draft { id: draft.clone(), thread, words, shared, changed: now })?;
    Ok(Some(draft))
}

fn is_shared(home: &Home, tx: &Tx<'_>, record: &Id, now: DateTime<Utc>) -> Result<bool, StoreError> {
    Ok(shared_line(home, tx, record, now)?.is_some_and(|line| can_go_along(line.standing)))
}

/// Who is written to: the care team of the plan in force, else one there is, else the clinic itself.
fn recipient(records: &Records) -> Option<String> {
    let of_plan = records.active_plans().find_map(|plan| plan.team.as_ref());
    let team = of_plan.or_else(|| records.teams.first().map(|team| &team.id));
    let clinic = || records.clinic().map(|clinic| format!("Organization/{}", clinic.id));
    team.map(|team| format!("CareTeam/{team}")).or_else(clinic)
}
