//! Puts together what the patient keeps for the next integration session, and what they could keep as well.

use super::{Records, step};
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{ForSession, KeptLine, VisitView},
    },
    care::{Id, Visit, VisitKind, journal::Kept, today::days_until},
    store::{Reader, StoreError},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// How many of the newest of a kind are offered to be kept as well.
const OFFERED: usize = 12;

impl Cairn {
    /// The page for the next integration session.
    pub async fn for_session(&self) -> Result<ForSession, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let marked = reader.kept_for_session()?;
            let (kept, more) = (lines(reader, &marked)?, offered(reader, &marked)?);
            let visit = records.next_integration(now).map(|visit| records.view(visit, phone));
            Ok(ForSession { visit, kept, more })
        })
        .await
    }

    /// The integration session of today or tomorrow, by the clinic's calendar, if something is kept for it.
    pub async fn for_session_soon(&self) -> Result<Option<VisitView>, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| soon(home, reader, now, phone)).await
    }
}

fn soon(
    home: &Home,
    reader: &Reader<'_>,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Option<VisitView>, StoreError> {
    let marked = reader.kept_for_session()?;
    if marked.is_empty() || lines(reader, &marked)?.is_empty() {
        return Ok(None);
    }
    let records = Records::load(home, reader)?;
    let next = records.next_integration(now).filter(|visit| visit.state.stands());
    let near = next.filter(|visit| {
        let zone = records.zone_of(visit, phone);
        visit.start.is_some_and(|start| (0..=1).contains(&days_until(start, now, zone)))
    });
    Ok(near.map(|visit| records.view(visit, phone)))
}

impl Records {
    /// The next integration session that may still take place; `None` while the clinic's last word about a visit
    /// cannot be read.
    pub(super) fn next_integration(&self, now: DateTime<Utc>) -> Option<&Visit> {
        let readable = !self.has_unreadable("Appointment");
        let ahead = |visit: &&Visit| visit.kind == VisitKind::Integration && visit.is_ahead(now);
        self.visits.iter().filter(|_| readable).filter(ahead).min_by_key(|visit| visit.start)
    }
}

/// What was marked and is still there, by kind: insights, steps, what helped, questions, pages.
pub(super) fn lines(reader: &Reader<'_>, marked: &[Kept]) -> Result<Vec<KeptLine>, StoreError> {
    let mut lines = Vec::new();
    for what in marked {
        lines.extend(match what {
            Kept::Insight(id) => reader.insight(id)?.map(KeptLine::Insight),
            Kept::Step(id) => one_step(reader, id, marked)?,
            Kept::Practised(id) => reader.one_practised(id)?.map(KeptLine::Practised),
            Kept::Question(id) => reader.own_question(id)?.map(KeptLine::Question),
            Kept::Entry(id) => reader.entry(id)?.map(KeptLine::Entry),
        });
    }
    lines.sort_by_key(|line| match line {
        KeptLine::Insight(_) => 0,
        KeptLine::Step(_) => 1,
        KeptLine::Practised(_) => 2,
        KeptLine::Question(_) => 3,
        KeptLine::Entry(_) => 4,
    });
    Ok(lines)
}

fn one_step(reader: &Reader<'_>, id: &Id, marked: &[Kept]) -> Result<Option<KeptLine>, StoreError> {
    let Some(found) = reader.step(id)? else { return Ok(None) };
    Ok(Some(KeptLine::Step(step::line(reader, found, marked)?)))
}

/// What is not marked: the newest insights, the steps, the newest of what helped, and the questions still to be asked.
fn offered(reader: &Reader<'_>, marked: &[Kept]) -> Result<Vec<KeptLine>, StoreError> {
    let mut all: Vec<_> = reader.insights()?.into_iter().map(KeptLine::Insight).take(OFFERED).collect();
    for found in [reader.open_steps()?, reader.done_steps()?].concat().into_iter().take(OFFERED) {
        all.push(KeptLine::Step(step::line(reader, found, marked)?));
    }
    all.extend(reader.practised(OFFERED)?.into_iter().map(KeptLine::Practised));
    let open = reader.own_questions()?.into_iter().filter(|question| question.asked_at.is_none());
    all.extend(open.map(KeptLine::Question));
    all.retain(|line| !marked.contains(&line.what()));
    Ok(all)
}
