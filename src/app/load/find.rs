//! Looks pages of the journal up, a part at a time; nothing of it needs a network.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        read::{FoundPages, JournalMonth, SessionChoice, Wanted},
    },
    care::{
        VisitKind,
        journal::search::{Days, Filters, Found, Query},
        time,
    },
    store::{Reader, StoreError},
};
use chrono::{Datelike, Months, NaiveDate};

/// How many pages one part of a list holds.
pub(super) const PART: usize = 20;

impl Cairn {
    /// The first `parts` parts of what is wanted, as one moment of the store has it.
    pub async fn find_pages(&self, wanted: Wanted, parts: usize) -> Result<FoundPages, AppError> {
        let query = Query::read(wanted.typed.reveal());
        self.look(move |_, reader| parts_of(reader, &query, &wanted.filters, parts)).await
    }

    /// The sessions that pages may belong to, the newest first.
    pub async fn session_choices(&self) -> Result<Vec<SessionChoice>, AppError> {
        let phone = self.zone();
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let sessions = records.visits.iter().filter(|visit| visit.kind == VisitKind::Session);
            let mut dated: Vec<_> = sessions.filter_map(|visit| Some((visit.start?, visit))).collect();
            dated.sort_by_key(|(start, _)| std::cmp::Reverse(*start));
            let choices = dated.into_iter().map(|(start, visit)| SessionChoice {
                id: visit.id.clone(),
                day: time::day_of(start, records.zone_of(visit, phone)),
            });
            Ok(choices.collect())
        })
        .await
    }

    /// The month that `day` lies in; the one of today without it.
    pub async fn journal_month(&self, day: Option<NaiveDate>) -> Result<JournalMonth, AppError> {
        let today = time::day_of(self.now(), self.zone());
        let phone = self.zone();
        self.look(move |_, reader| {
            let first = first_of_month(day.unwrap_or(today));
            let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
            let written = reader.days_with_entries(Days { first, last: last.unwrap_or(first) })?;
            // Where a page was begun it may have been another day than it was here.
            let oldest = reader.first_entry_at()?.map(|at| time::day_before(time::day_of(at, phone), phone));
            let before = first.checked_sub_months(Months::new(1));
            let after = first.checked_add_months(Months::new(1));
            Ok(JournalMonth {
                first,
                written,
                before: before.filter(|_| oldest.is_some_and(|oldest| oldest < first)),
                after: after.filter(|after| *after <= today),
            })
        })
        .await
    }

    /// All pages that were begun on `day`, the newest first.
    pub async fn journal_day(&self, day: NaiveDate) -> Result<Vec<Found>, AppError> {
        self.look(move |_, reader| pages_of(reader, day)).await
    }
}

/// The first `parts` parts of what is found.
pub(super) fn parts_of(
    reader: &Reader<'_>,
    query: &Query,
    filters: &Filters,
    parts: usize,
) -> Result<FoundPages, StoreError> {
    let mut all = FoundPages::default();
    let mut after = None;
    for _ in 0..parts {
        let (pages, on) = reader.find(query, filters, after, PART)?;
        all.pages.extend(pages);
        all.more = on.is_some();
        after = on;
        if !all.more {
            break;
        }
    }
    Ok(all)
}

/// All pages of one day.
pub(super) fn pages_of(reader: &Reader<'_>, day: NaiveDate) -> Result<Vec<Found>, StoreError> {
    let filters = Filters { days: Some(Days::only(day)), ..Filters::default() };
    Ok(parts_of(reader, &Query::default(), &filters, usize::MAX)?.pages)
}

/// The first day of the month of `day`.
pub(super) fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
