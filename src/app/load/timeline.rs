//! Lays the journal out as a line of time: pages, with sessions and intentions as marks between them.

use super::{
    Records,
    find::{first_of_month, pages_of, parts_of},
};
use crate::{
    app::{
        AppError, Cairn,
        commands::ON_THIS_DAY,
        read::{Timeline, TimelineItem, TimelineMonth},
    },
    care::{
        journal::search::{Filters, Found, Query},
        time,
        trends::sessions,
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::cmp::Reverse;

impl Cairn {
    /// The line of time with the first `parts` parts of the pages.
    pub async fn journal_timeline(&self, parts: usize) -> Result<Timeline, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let found = parts_of(reader, &Query::default(), &Filters::default(), parts)?;
            let took_place = sessions(&records.visits, now, |visit| records.zone_of(visit, phone));
            let took_place = took_place.into_iter();
            let sessions = took_place
                .map(|session| (None, TimelineItem::Session { number: session.number, day: session.day }));
            let meant = reader.intentions()?.into_iter().map(|intention| {
                let day = time::day_of(intention.at, phone);
                let (id, words) = (intention.id, intention.words);
                (Some(intention.at), TimelineItem::Intention { id, day, words })
            });
            let marks = sessions.chain(meant).collect();
            let asked = reader.get(ON_THIS_DAY)?.is_some_and(|on| on == "on");
            let today = time::day_of(now, phone);
            Ok(Timeline {
                months: months(found.pages, marks, found.more),
                more: found.more,
                on_this_day: asked.then(|| other_years(reader, today)).transpose()?,
            })
        })
        .await
    }
}

/// Pages and marks by month, the newest first. A mark without an instant stands above the pages of its day. While
/// there is `more`, a mark that belongs further down waits for the pages around it.
fn months(
    pages: Vec<Found>,
    marks: Vec<(Option<DateTime<Utc>>, TimelineItem)>,
    more: bool,
) -> Vec<TimelineMonth> {
    let oldest = pages.last().filter(|_| more).map(Found::day);
    let marks = marks.into_iter().filter(|(_, mark)| oldest.is_none_or(|oldest| mark.day() >= oldest));
    let pages = pages.into_iter().map(|page| (Some(page.at), TimelineItem::Page(page)));
    let mut all: Vec<_> = pages.chain(marks).collect();
    all.sort_by_key(|(at, item)| Reverse((item.day(), at.is_none(), *at)));
    let mut months: Vec<TimelineMonth> = Vec::new();
    for (_, item) in all {
        let first = first_of_month(item.day());
        match months.last_mut() {
            Some(month) if month.first == first => month.items.push(item),
            _ => months.push(TimelineMonth { first, items: vec![item] }),
        }
    }
    months
}

/// The pages of this day of the year in the years before, the newest first. 29 February is only in some years.
fn other_years(reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<Found>, StoreError> {
    let Some(first) = reader.first_entry_at()? else { return Ok(Vec::new()) };
    let years = (first.year() - 1..today.year()).rev();
    let mut found = Vec::new();
    for day in years.filter_map(|year| today.with_year(year)) {
        found.extend(pages_of(reader, day)?);
    }
    Ok(found)
}

#[cfg(test)]
#[path = "timeline_tests.rs"]
mod tests;
