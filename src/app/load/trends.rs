//! Puts the trends together: the patient's own numbers, and beside them the days the clinic's record names.

use super::Records;
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{AroundSession, AroundSessions, Marked, Trends},
    },
    care::{
        time,
        trends::{Measure, Point, Range, Series, Span, medicine_changes, sessions},
    },
    store::{Rated, Reader, Scored, StoreError},
};
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

/// The article on what numbers can and cannot say, in the clinic's protocol.
const ARTICLE: &str = "your-numbers";

/// A calendar day somewhere begins and ends within this many days of the same day anywhere else, and tomorrow may
/// have begun already where a check-in was made.
const ZONES_APART: u64 = 3;

impl Cairn {
    /// What was measured in `range`, as of today.
    pub async fn trends(&self, range: Range) -> Result<Trends, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let today = time::day_of(now, phone);
            let since = range.days().and_then(|days| today.checked_sub_days(Days::new(days)));
            let all = series(reader, since)?;
            let span = range.span(today, ends(&all));
            Ok(Trends {
                range,
                span,
                marked: records.marked(now, phone).within(span),
                newest: newest(reader, &all)?,
                series: shown(&all, span),
                article: records.has_article(),
            })
        })
        .await
    }

    /// What was measured around each session that took place.
    pub async fn around_sessions(&self) -> Result<AroundSessions, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| around(home, reader, now, phone)).await
    }
}

fn around(
    home: &Home,
    reader: &Reader<'_>,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<AroundSessions, StoreError> {
    let records = Records::load(home, reader)?;
    let marked = records.marked(now, phone);
    let Some(first) = marked.sessions.first().map(|session| Span::around(session.day).first) else {
        return Ok(AroundSessions { sessions: Vec::new(), marked, article: records.has_article() });
    };
    let all = series(reader, Some(first))?;
    let newest_first = marked.sessions.iter().rev();
    let sessions = newest_first.map(|session| {
        let span = Span::around(session.day);
        AroundSession { session: *session, span, series: shown(&all, span) }
    });
    Ok(AroundSessions {
        sessions: sessions.collect(),
        marked: marked.clone(),
        article: records.has_article(),
    })
}

/// All that was measured on `since` or later, and possibly some days earlier; all of all time without it.
fn series(reader: &Reader<'_>, since: Option<NaiveDate>) -> Result<Vec<Series>, StoreError> {
    let from = since.and_then(|day| day.checked_sub_days(Days::new(ZONES_APART)));
    let from = from.map_or(DateTime::<Utc>::MIN_UTC, |day| time::start_of_day(day, Tz::UTC));
    let rated = reader.rated(from)?;
    let points = |value: fn(&Rated) -> u8| -> Vec<Point> {
        rated.iter().map(|one| Point::of(one.at, one.zone, value(one))).collect()
    };
    let mood = points(|one| one.mood.value());
    let anxiety = points(|one| one.anxiety.value());
    let check_ins = [(Measure::Mood, mood), (Measure::Anxiety, anxiety)]
        .map(|(measure, points)| Series::new(measure, points));
    let scored = reader.scored()?;
    let instruments = scored.chunk_by(|one, next| one.instrument == next.instrument).filter_map(|totals| {
        let Scored { instrument, .. } = *totals.first()?;
        let points = totals.iter().map(|one| Point::of(one.at, one.zone, one.total)).collect();
        Some(Series::new(Measure::Score(instrument), points))
    });
    Ok(check_ins.into_iter().chain(instruments).collect())
}

/// The numbers of `span`; of the instruments only those with a total in it.
pub(super) fn of_span(reader: &Reader<'_>, span: Span) -> Result<Vec<Series>, StoreError> {
    Ok(shown(&series(reader, Some(span.first))?, span))
}

/// What lies within `span`; of the instruments only those with a total in it.
fn shown(all: &[Series], span: Span) -> Vec<Series> {
    let within = all.iter().map(|series| series.within(span));
    within.filter(|one| !one.points.is_empty() || !one.measure.is_score()).collect()
}

/// The first and the last day of which there is anything.
fn ends(all: &[Series]) -> Option<(NaiveDate, NaiveDate)> {
    let firsts = all.iter().filter_map(|series| series.points.first()).map(|point| point.day);
    let lasts = all.iter().filter_map(|series| series.points.last()).map(|point| point.day);
    firsts.min().zip(lasts.max())
}

/// The newest day of all: of the totals all are at hand.
fn newest(reader: &Reader<'_>, all: &[Series]) -> Result<Option<NaiveDate>, StoreError> {
    let rated = reader.newest_rated()?.map(|rated| time::day_of(rated.at, rated.zone));
    Ok(rated.max(ends(all).map(|(_, last)| last)))
}

impl Records {
    /// What the clinic's record lets be marked.
    pub(super) fn marked(&self, now: DateTime<Utc>, phone: Tz) -> Marked {
        let unread = ["Appointment", "MedicationRequest", "MedicationStatement"];
        Marked {
            sessions: sessions(&self.visits, now, |visit| self.zone_of(visit, phone)),
            medicines: medicine_changes(&self.medicines, self.zone(phone)),
            incomplete: unread.iter().any(|kind| self.has_unreadable(kind)),
        }
    }

    fn has_article(&self) -> bool {
        self.articles().is_some_and(|protocol| protocol.page(ARTICLE).is_some())
    }
}
