//! Puts the messages together: the patient's from the store, the clinic's from the mirror, each once.

use super::{
    Records, help, share,
    threads::{Letter, Post, is_in},
};
use crate::{
    app::{
        AppError, Cairn,
        commands::UNDO,
        home::Home,
        read::{
            Begun, Door, Goes, MessageLine, MessageSheet, MessageWith, Messages, Newest, SyncTrouble,
            ThreadLine, ThreadView, UnreadMessages, Voice, WritingMessage,
        },
    },
    care::{
        Id,
        alarms::Answer,
        journal::share::Standing,
        message::{Draft, State, first_line},
    },
    platform::ids,
    store::{Reader, StoreError},
    sync,
};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// The FHIR type of a message.
pub(in crate::app) const MESSAGE: &str = "Communication";
/// How many shared things are offered to go along.
const OFFERED: usize = 20;

impl Cairn {
    /// All threads with the clinic.
    pub async fn messages(&self) -> Result<Messages, AppError> {
        let now = self.now();
        let door = share::door(&*self.home()?, MESSAGE).await;
        self.look(move |home, reader| {
            let post = Post::load(home, reader)?;
            let drafts = reader.message_drafts()?;
            let threads = post.threads.iter().filter_map(|thread| {
                let newest = thread.iter().max_by_key(|id| post.letter(id).and_then(Letter::at))?;
                let newest = post.letter(newest)?;
                Some(ThreadLine {
                    id: thread.first()?.clone(),
                    title: post.title(thread),
                    at: newest.at(),
                    newest: newest.state().map_or(Newest::Clinic, Newest::Mine),
                    unread: thread.iter().filter(|id| post.letter(id).is_some_and(Letter::is_new)).count(),
                    draft: drafts.iter().any(|draft| is_in(draft, thread)),
                })
            });
            let in_none = |draft: &&Draft| !post.threads.iter().any(|thread| is_in(draft, thread));
            Ok(Messages {
                threads: threads.collect(),
                begun: drafts.iter().filter(in_none).map(|draft| begun(&post, draft)).collect(),
                with: with(&Records::load(home, reader)?, reader, door, now)?,
            })
        })
        .await
    }

    /// How much of the clinic's is not read yet, and where it is.
    pub async fn unread_messages(&self) -> Result<UnreadMessages, AppError> {
        self.look(|home, reader| {
            let Some(post) = Post::with_news(home, reader)? else { return Ok(UnreadMessages::default()) };
            let first = |(id, _): (&Id, &Letter)| post.thread_of(id)?.first();
            let threads: BTreeSet<_> = post.unread().filter_map(first).collect();
            let only = threads.first().filter(|_| threads.len() == 1);
            Ok(UnreadMessages { count: post.unread().count(), thread: only.map(|id| (*id).clone()) })
        })
        .await
    }

    /// The thread this message belongs to; `None` if there is no such message (any more).
    pub async fn thread(&self, id: Id) -> Result<Option<ThreadView>, AppError> {
        let now = self.now();
        let door = share::door(&*self.home()?, MESSAGE).await;
        self.look(move |home, reader| {
            let post = Post::load(home, reader)?;
            let Some(thread) = post.thread_of(&id) else { return Ok(None) };
            let drafts = reader.message_drafts()?;
            let mut lines = Vec::new();
            for id in thread {
                lines.extend(post.letter(id).map(|letter| line(home, reader, id, letter, now)).transpose()?);
            }
            Ok(Some(ThreadView {
                id: thread.first().cloned().unwrap_or(id),
                title: post.title(thread),
                lines,
                begun: drafts
                    .iter()
                    .filter(|draft| is_in(draft, thread))
                    .map(|draft| begun(&post, draft))
                    .collect(),
                with: with(&Records::load(home, reader)?, reader, door, now)?,
            }))
        })
        .await
    }

    /// What is being written in this thread, or as a new question, with whom to call beside it: `draft`, or else the newest,
    /// or else a blank sheet. `None` if there is no such thread (any more) and no such draft.
    pub async fn writing_message(
        &self,
        thread: Option<Id>,
        draft: Option<Id>,
    ) -> Result<Option<WritingMessage>, AppError> {
        let now = self.now();
        let door = share::door(&*self.home()?, MESSAGE).await;
        self.look(move |home, reader| {
            let post = Post::load(home, reader)?;
            let found = match (&draft, &thread) {
                (Some(id), _) => reader.message_draft(id)?,
                (None, Some(of)) => {
                    newest(reader, |draft| post.thread_of(of).is_some_and(|members| is_in(draft, members)))?
                }
                (None, None) => newest(reader, |draft| draft.thread.is_none())?,
            };
            let thread = found.as_ref().map_or(thread, |draft| draft.thread.clone());
            let members = thread.as_ref().and_then(|of| post.thread_of(of));
            let alone = thread.is_some() && members.is_none();
            if found.is_none() && alone {
                return Ok(None);
            }
            let records = Records::load(home, reader)?;
            let shared = found.as_ref().and_then(|draft| draft.shared.as_ref());
            let shared =
                shared.map(|record| share::line_of(home, reader, record, now)).transpose()?.flatten();
            let blank = || MessageSheet::blank(draft.unwrap_or_else(ids::new), thread.clone());
            let sheet = found.map_or_else(blank, sheet);
            Ok(Some(WritingMessage {
                goes_on: members.is_some(),
                alone,
                title: members.and_then(|members| post.title(members)),
                words: sheet.stood.clone(),
                sheet,
                // What was withdrawn meanwhile does not go along, and is not said to.
                shared: shared.filter(|line| can_go_along(line.standing)),
                could_go: share::offered(home, reader, OFFERED, now)?,
                with: with(&records, reader, door, now)?,
                goes: goes(home),
                help: help::of_records(&records, home.is_practice()),
            }))
        })
        .await
    }
}

fn begun(post: &Post, draft: &Draft) -> Begun {
    Begun {
        draft: draft.id.clone(),
        words: first_line(&draft.words),
        alone: draft.thread.as_ref().is_some_and(|of| post.thread_of(of).is_none()),
    }
}

/// The newest of what is being written that `fits`.
fn newest(reader: &Reader<'_>, fits: impl Fn(&Draft) -> bool) -> Result<Option<Draft>, StoreError> {
    Ok(reader.message_drafts()?.into_iter().find(fits))
}

/// The sheet of a page that shows this draft.
fn sheet(draft: Draft) -> MessageSheet {
    MessageSheet { draft: draft.id, thread: draft.thread, stood: draft.words, gone: None }
}

/// The clinic's messages that nobody has read yet, to ring for.
pub(super) fn to_ring(home: &Home, reader: &Reader<'_>) -> Result<Vec<Answer>, StoreError> {
    let Some(post) = Post::with_news(home, reader)? else { return Ok(Vec::new()) };
    let answer = |(id, letter): (&Id, &Letter)| Some(Answer { id: id.clone(), at: letter.at()? });
    Ok(post.unread().filter_map(answer).collect())
}

fn with(
    records: &Records,
    reader: &Reader<'_>,
    door: Door,
    now: DateTime<Utc>,
) -> Result<MessageWith, StoreError> {
    let clinic = records.clinic().map(|clinic| clinic.name.clone());
    Ok(MessageWith { clinic, door, no_answers: sync::denies_messages(reader, now)? })
}

fn goes(home: &Home) -> Goes {
    match home.standing().trouble {
        _ if home.is_practice() => Goes::Never,
        None => Goes::Now,
        Some(SyncTrouble::SignInAgain) => Goes::AfterSignIn,
        Some(_) => Goes::WithNetwork,
    }
}

fn line(
    home: &Home,
    reader: &Reader<'_>,
    id: &Id,
    letter: &Letter,
    now: DateTime<Utc>,
) -> Result<MessageLine, StoreError> {
    let voice = match letter {
        Letter::Mine { message, state } => {
            let shared = message.shared.as_ref();
            let shared =
                shared.map(|record| share::line_of(home, reader, record, now)).transpose()?.flatten();
            let here = matches!(state, State::Waiting | State::StaysHere);
            Voice::Me {
                words: message.words.clone(),
                state: *state,
                shared: shared.map(Box::new),
                undo_until: Some(message.at + UNDO).filter(|until| here && *until > now),
            }
        }
        Letter::MineThere { words, state, .. } => {
            Voice::Me { words: words.clone(), state: *state, shared: None, undo_until: None }
        }
        Letter::Clinic { said, seen, .. } => Voice::Clinic { said: said.clone(), seen: *seen },
        Letter::CannotShow { seen, .. } => Voice::CannotShow { seen: *seen },
    };
    Ok(MessageLine { id: id.clone(), at: letter.at(), voice })
}

/// True for what is with the clinic or on its way there: only that can go along with a message.
pub(in crate::app) fn can_go_along(standing: Standing) -> bool {
    matches!(standing, Standing::Shared(_))
}
