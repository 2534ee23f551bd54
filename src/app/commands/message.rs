//! Writing to the clinic: a draft that is safe with each pause in typing, sent off once, and taken back in time.

use super::{check_in::UNDO, queue::request};
use crate::{
    app::{
        AppError, Cairn, Changed, background,
        home::Home,
        load::{Letter, MESSAGE, Post, Records, can_go_along, draft_in, seen_as_unreadable, shared_line},
    },
    care::{
        Delivery, Id, Private, Refusal,
        message::{Draft, Mine, can_go, together},
    },
    fhir::message::{self, Way},
    platform::ids,
    store::{StoreError, Tx},
};
use chrono::{DateTime, Utc};

impl Cairn {
    /// Keeps what is being written in this thread, or as a new question. When this answers, it is committed and synced to
    /// the disk. Nobody is told: nobody else can see it before the page is left.
    pub async fn keep_message(&self, thread: Option<Id>, words: Private) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || {
            let open = &home;
            Ok(open.store.write(|tx| {
                let draft = draft(open, tx, thread)?;
                tx.save_message_draft(&Draft { words, changed: now, ..draft })
            })?)
        })
        .await
    }

    /// The page on which a message is written is left: lists show the draft as it is now.
    pub fn leave_message(&self) {
        self.tell(Changed::Own);
    }

    /// Lets something that is shared with the clinic go along with what is being written, or nothing.
    ///
    /// # Errors
    /// [`AppError::NotShareable`] if it is not shared (any more).
    pub async fn attach_to_message(&self, thread: Option<Id>, shared: Option<Id>) -> Result<(), AppError> {
        let now = self.now();
        let attached = self
            .with_messages(move |home, tx| {
                let fits = match &shared {
                    None => true,
                    Some(record) => is_shared(home, tx, record, now)?,
                };
                if fits {
                    let draft = draft(home, tx, thread)?;
                    tx.save_message_draft(&Draft { shared, changed: now, ..draft })?;
                }
                Ok(fits)
            })
            .await?;
        if attached { Ok(()) } else { Err(AppError::NotShareable) }
    }

    /// Sends off what is being written, and answers the message. It does not leave before the time to take it back is over.
    /// What stands in the draft is what goes; a second call finds none, so nothing goes twice.
    ///
    /// # Errors
    /// [`AppError::NotSendable`] where there is nothing to send, or too much.
    pub async fn send_message(&self, thread: Option<Id>) -> Result<Id, AppError> {
        let (now, zone) = (self.now(), self.zone());
        let sent = self
            .with_messages(move |home, tx| {
                let post = Post::load(home, tx)?;
                let members = thread.as_ref().and_then(|of| post.thread_of(of));
                let draft = draft_with(&post, tx, thread.clone())?;
                if !can_go(&draft.words) || (thread.is_some() && members.is_none()) {
                    return Ok(None);
                }
                let records = Records::load(home, tx)?;
                let id = ids::new();
                // What was withdrawn meanwhile does not go along.
                let shared = match draft.shared {
                    Some(record) if is_shared(home, tx, &record, now)? => Some(record),
                    _ => None,
                };
                let first = members.and_then(|members| members.first().cloned());
                let message = Mine {
                    thread: first.clone().unwrap_or_else(|| id.clone()),
                    answers: members.and_then(|members| post.to_answer(members)),
                    id,
                    at: now,
                    zone,
                    words: Private::new(draft.words.reveal().trim()),
                    recipient: records.clinic().map(|clinic| clinic.name.clone()),
                    shared,
                };
                tx.save_message(&message)?;
                tx.remove_message_draft(draft.thread.as_ref())?;
                if let Some(patient) = home.patient() {
                    let recipient = recipient(&records);
                    let begun_there = first.is_some_and(|first| post.is_clinics(&first));
                    let way = Way { recipient: recipient.as_deref(), begun_there };
                    let body = message::write(&message, way, patient);
                    tx.enqueue(&request(MESSAGE, &message.id, &body, now, now + UNDO))?;
                }
                Ok(Some(message.id))
            })
            .await?;
        self.delivery_changed()?;
        sent.ok_or(AppError::NotSendable)
    }

    /// Takes a message back as if it had never been sent off, if nothing of it has left the phone; also one that came back from a
    /// copy and is not to be sent from here. Its words are written on again, before what was begun since.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if something has left.
    pub async fn take_message_back(&self, id: Id) -> Result<(), AppError> {
        let now = self.now();
        let taken = self.with_messages(move |home, tx| take_back(home, tx, &id, now)).await?;
        self.delivery_changed()?;
        if taken { Ok(()) } else { Err(AppError::TooLate) }
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

/// What is being written in this thread, whichever of its messages it is known by; a blank sheet where nothing is.
fn draft(home: &Home, tx: &Tx<'_>, thread: Option<Id>) -> Result<Draft, StoreError> {
    let of_another = |draft: &Draft| draft.thread.is_some() && draft.thread != thread;
    // Only what is being written elsewhere can have come to be of this thread.
    if thread.is_some() && tx.message_drafts()?.iter().any(of_another) {
        return draft_with(&Post::load(home, tx)?, tx, thread);
    }
    Ok(tx.message_draft(thread.as_ref())?.unwrap_or_else(|| blank(thread)))
}

/// As [`draft`], with the pile at hand.
fn draft_with(post: &Post, tx: &Tx<'_>, thread: Option<Id>) -> Result<Draft, StoreError> {
    let found = match thread.as_ref().and_then(|of| post.thread_of(of)) {
        Some(members) => draft_in(tx, members)?,
        None => tx.message_draft(thread.as_ref())?,
    };
    Ok(found.unwrap_or_else(|| blank(thread)))
}

fn blank(thread: Option<Id>) -> Draft {
    Draft { thread, changed: DateTime::UNIX_EPOCH, words: Private::new(""), shared: None }
}

fn take_back(home: &Home, tx: &Tx<'_>, id: &Id, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let Some(message) = tx.message(id)? else { return Ok(false) };
    if tx.delivery(id)? == Some(Delivery::NeedsAttention(Refusal::CameBack)) {
        tx.let_go_of_set_aside(id)?;
    } else if !home.is_practice() && !tx.take_back(id)? {
        return Ok(false);
    }
    tx.remove_message(id)?;
    let opens = message.thread == *id;
    // More that was begun in a thread that is not there any more belongs to the same sheet.
    let more = if opens { tx.message_draft(Some(id))? } else { None };
    if more.is_some() {
        tx.remove_message_draft(Some(id))?;
    }
    let begun = draft(home, tx, (!opens).then_some(message.thread))?;
    let words = together(&message.words, more.as_ref().map(|more| &more.words));
    let words = together(&words, Some(&begun.words));
    let shared = begun.shared.or(more.and_then(|more| more.shared)).or(message.shared);
    tx.save_message_draft(&Draft { thread: begun.thread, words, shared, changed: now })?;
    Ok(true)
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
