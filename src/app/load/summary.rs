//! Puts together what a summary on paper can show. Nothing is averaged, judged or left out.

use super::{Records, for_session, journal, step, trends};
use crate::{
    app::{
        AppError, Cairn,
        read::{EntryLine, ScoreLine, StepLine, Summary, SummaryVisit},
    },
    care::{
        CheckIn, LoggedEffect,
        journal::Insight,
        time,
        trends::{Range, Span},
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// How many records are read at a time.
const AT_A_TIME: usize = 500;

impl Cairn {
    /// What there is of `range`, as of today.
    pub async fn summary(&self, range: Range) -> Result<Summary, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let span = range.span(time::day_of(now, phone), ends(reader, now, phone)?);
            let holds = |at: DateTime<Utc>, zone: Tz| span.holds(time::day_of(at, zone));
            let visits = records.visits.iter().filter_map(|visit| {
                let (at, zone) = (visit.start?, records.zone_of(visit, phone));
                holds(at, zone).then(|| SummaryVisit { visit: visit.clone(), at, zone })
            });
            let mut visits: Vec<_> = visits.collect();
            visits.sort_by(|one, other| (one.at, &one.visit.id).cmp(&(other.at, &other.visit.id)));
            let scored = reader.scored()?.into_iter().map(|one| ScoreLine {
                band: one.instrument.band(one.total),
                instrument: one.instrument,
                total: one.total,
                at: one.at,
                zone: one.zone,
            });
            let questions = reader.own_questions()?;
            Ok(Summary {
                range,
                span,
                patient: records.patient.as_ref().and_then(|patient| patient.name.clone()),
                clinic: records.clinic().map(|clinic| clinic.name.clone()),
                practice: home.is_practice(),
                visits,
                visits_incomplete: records.has_unreadable("Appointment"),
                check_ins: check_ins(reader, span)?,
                scores: scored.filter(|one| holds(one.at, one.zone)).collect(),
                effects: effects(reader, span)?,
                questions: questions.into_iter().filter(|question| question.asked_at.is_none()).collect(),
                insights: insights(reader, span, phone)?,
                steps: steps(reader, span, phone)?,
                for_session: for_session::lines(reader, &reader.kept_for_session()?)?,
                series: trends::of_span(reader, span)?,
                marked: records.marked(now, phone).within(span),
                entries: entries(reader, span)?,
            })
        })
        .await
    }
}

/// The first and the last day of which there is a check-in or an entry.
fn ends(
    reader: &Reader<'_>,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Option<(NaiveDate, NaiveDate)>, StoreError> {
    let rated = reader.rated(DateTime::<Utc>::MIN_UTC)?;
    let days = rated.iter().map(|one| time::day_of(one.at, one.zone));
    let totals = reader.scored()?.into_iter().map(|one| time::day_of(one.at, one.zone));
    let mut all: Vec<_> = days.chain(totals).chain([time::day_of(now, phone)]).collect();
    let mut after = None;
    loop {
        let (entries, on) = reader.entry_beginnings(after, AT_A_TIME, 0)?;
        all.extend(entries.iter().map(|entry| time::day_of(entry.at, entry.zone)));
        match on {
            Some(on) => after = Some(on),
            None => return Ok(all.iter().min().copied().zip(all.iter().max().copied())),
        }
    }
}

fn check_ins(reader: &Reader<'_>, span: Span) -> Result<Vec<CheckIn>, StoreError> {
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let some = reader.check_ins(before, AT_A_TIME)?;
        before = some.last().map(|last| last.at);
        let early = some.last().is_some_and(|last| time::day_of(last.at, last.zone) < span.first);
        let ended = some.is_empty() || early;
        all.extend(some.into_iter().filter(|one| span.holds(time::day_of(one.at, one.zone))));
        if ended {
            all.reverse();
            return Ok(all);
        }
    }
}

/// Those that began in this time, and those that are still there.
fn effects(reader: &Reader<'_>, span: Span) -> Result<Vec<LoggedEffect>, StoreError> {
    let over = reader.side_effects_over(usize::MAX)?;
    let over = over.into_iter().filter(|one| span.holds(time::day_of(one.began, one.zone)));
    let mut all: Vec<_> = over.chain(reader.side_effects_still_there()?).collect();
    all.sort_by(|one, other| (one.began, &one.id).cmp(&(other.began, &other.id)));
    Ok(all)
}

/// What was marked in this time, oldest first.
fn insights(reader: &Reader<'_>, span: Span, phone: Tz) -> Result<Vec<Insight>, StoreError> {
    let all = reader.insights()?.into_iter().rev();
    Ok(all.filter(|one| span.holds(time::day_of(one.at, phone))).collect())
}

/// Those that are open, and those that were done in this time.
fn steps(reader: &Reader<'_>, span: Span, phone: Tz) -> Result<Vec<StepLine>, StoreError> {
    let done = reader.done_steps()?.into_iter().rev();
    let done = done.filter(|one| one.done_at.is_some_and(|at| span.holds(time::day_of(at, phone))));
    let all = reader.open_steps()?.into_iter().chain(done);
    all.map(|one| step::line(reader, one, &[])).collect()
}

/// Whole, a few at a time: what is chosen goes on paper word for word.
fn entries(reader: &Reader<'_>, span: Span) -> Result<Vec<EntryLine>, StoreError> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let (some, on) = reader.entry_beginnings(after, AT_A_TIME, 0)?;
        for one in some.iter().filter(|one| span.holds(time::day_of(one.at, one.zone))) {
            let whole = reader.entry(&one.id)?.filter(|entry| !entry.words.is_blank());
            all.extend(whole.map(journal::line));
        }
        if on.is_none() {
            all.reverse();
            return Ok(all);
        }
        after = on;
    }
}
