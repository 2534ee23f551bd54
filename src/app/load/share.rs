//! Puts together what can be shared of a page, and all that was.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        commands::{SHARED, UNDO},
        home::Home,
        read::{Door, PageShares, ShareView, ShareWith, SharedLine, SharedList},
    },
    care::{
        Delivery, Id,
        journal::share::{Shared, Standing},
    },
    clinic::scopes::May,
    store::{Reader, StoreError},
};
use chrono::{DateTime, Utc};

/// How many things one page of the list holds.
const PAGE: usize = 20;

impl Cairn {
    /// A page from which something is to be shared; `None` if there is none with this id (any more).
    pub async fn share_view(&self, entry: Id) -> Result<Option<ShareView>, AppError> {
        let phone = self.zone();
        let door = door(&*self.home()?, SHARED).await;
        self.look(move |home, reader| {
            let Some(entry) = reader.entry(&entry)? else { return Ok(None) };
            let words = entry.words.clone();
            let records = Records::load(home, reader)?;
            let pieces = reader.pieces_to_share(&entry.id)?;
            let drawn = pieces.iter().filter(|piece| piece.is_drawing());
            let drawings = drawn.map(|piece| Ok((piece.piece.clone(), reader.strokes(&piece.piece)?)));
            let drawings = drawings.collect::<Result<_, StoreError>>()?;
            let visit = entry.visit.as_ref();
            let visit = visit.and_then(|id| records.visits.iter().find(|known| known.id == *id));
            let visit = visit.map(|visit| records.view(visit, phone));
            Ok(Some(ShareView { words, pieces, drawings, visit, with: with(&records, door), entry }))
        })
        .await
    }

    /// What of this page is shared now.
    pub async fn page_shares(&self, entry: Id) -> Result<PageShares, AppError> {
        let now = self.now();
        self.look(move |home, reader| {
            let words = reader.words_to_share(&entry)?;
            let something =
                words.is_some_and(|words| !words.is_blank()) || !reader.pieces_to_share(&entry)?.is_empty();
            let shared = reader.shares_of(&entry)?.into_iter().filter(|shared| shared.withdrawn.is_none());
            let shared = shared.map(|shared| line(home, reader, shared, now)).collect::<Result<_, _>>()?;
            Ok(PageShares { something, shared })
        })
        .await
    }

    /// The last things that were shared, so many pages of the list.
    pub async fn shared(&self, pages: usize) -> Result<SharedList, AppError> {
        let now = self.now();
        self.look(move |home, reader| {
            let most = pages.max(1).saturating_mul(PAGE);
            let mut found = reader.shares(most.saturating_add(1))?;
            let more = found.len() > most;
            found.truncate(most);
            let lines = found.into_iter().map(|shared| line(home, reader, shared, now));
            let lines = lines.collect::<Result<_, StoreError>>()?;
            let clinic = Records::load(home, reader)?.clinic().map(|clinic| clinic.name.clone());
            Ok(SharedList { lines, more, clinic })
        })
        .await
    }
}

/// What the sign-in allows with records of this type. One that is over sends when it is there again.
pub(super) async fn door(home: &Home, kind: &str) -> Door {
    if home.is_practice() {
        return Door::Practice;
    }
    match &home.session {
        Some(session) if !session.tokens().await.scopes.allow(kind, May::Write) => Door::NotGranted,
        _ => Door::Open,
    }
}

fn with(records: &Records, door: Door) -> ShareWith {
    let mut team: Vec<String> = Vec::new();
    for member in records.teams.iter().flat_map(|team| &team.members) {
        let known = member.clinician.as_ref().and_then(|id| records.clinicians.get(id));
        let name = known.map(|person| person.name.clone()).or_else(|| member.name.clone());
        team.extend(name.filter(|name| !team.contains(name)));
    }
    ShareWith { clinic: records.clinic().map(|clinic| clinic.name.clone()), team, door }
}

/// How something stands that was given to the clinic `at` an instant, and until when that can be taken back as if it had
/// never been.
pub(super) fn standing(
    home: &Home,
    reader: &Reader<'_>,
    record: &Id,
    withdrawn: bool,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(Standing, Option<DateTime<Utc>>), StoreError> {
    let delivery = if home.is_practice() { None } else { reader.delivery(record)? };
    let standing = Standing::of(withdrawn, delivery);
    let here = matches!(standing, Standing::Shared(Delivery::OnThisPhone | Delivery::StaysHere));
    Ok((standing, Some(at + UNDO).filter(|until| here && *until > now)))
}

/// What was shared as this record; `None` if nothing was.
pub(in crate::app) fn line_of(
    home: &Home,
    reader: &Reader<'_>,
    record: &Id,
    now: DateTime<Utc>,
) -> Result<Option<SharedLine>, StoreError> {
    reader.share(record)?.map(|shared| line(home, reader, shared, now)).transpose()
}

/// The newest things that are shared now, at most so many of the last that ever were.
pub(super) fn offered(
    home: &Home,
    reader: &Reader<'_>,
    most: usize,
    now: DateTime<Utc>,
) -> Result<Vec<SharedLine>, StoreError> {
    let mut lines = Vec::new();
    for shared in reader.shares(most)? {
        lines.push(line(home, reader, shared, now)?);
    }
    lines.retain(|line| super::messages::can_go_along(line.standing));
    Ok(lines)
}

fn line(
    home: &Home,
    reader: &Reader<'_>,
    shared: Shared,
    now: DateTime<Utc>,
) -> Result<SharedLine, StoreError> {
    let (record, withdrawn) = (&shared.record, shared.withdrawn.is_some());
    let (standing, undo_until) = standing(home, reader, record, withdrawn, shared.at, now)?;
    let page_is_here = reader.entry(&shared.entry)?.is_some();
    Ok(SharedLine { shared, standing, page_is_here, undo_until })
}
