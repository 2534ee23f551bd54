//! A drawing in words: what is said aloud in its place, and read below it by everybody.

use crate::{
    care::trends::{Extreme, Series, Summary},
    ui::{when, words::Words},
};
use chrono::NaiveDate;

/// Over time: how many days there is something of (never out of how many, for nobody has to fill in a day), the lowest,
/// the highest and the last number with their days.
#[must_use]
pub fn trend_summary(words: Words, series: &Series, today: NaiveDate) -> String {
    let Some(summary) = Summary::of(series) else { return words.get("trends-nothing-here") };
    let day = |day| when::date(words, day, today);
    let ends = if summary.count == 1 {
        let gaps = [("value", summary.last.value.into()), ("day", day(summary.last.day).into())];
        vec![words.with("trends-only", gaps)]
    } else {
        let extreme = |extreme: Extreme| {
            [
                ("value", extreme.value.into()),
                ("days", extreme.days.into()),
                ("day", day(extreme.last).into()),
            ]
        };
        let last = [("value", summary.last.value.into()), ("day", day(summary.last.day).into())];
        vec![
            words.with("trends-lowest", extreme(summary.lowest)),
            words.with("trends-highest", extreme(summary.highest)),
            words.with("trends-last", last),
        ]
    };
    let days = if series.measure.is_score() {
        words.with("trends-totals", [("count", summary.count.into())])
    } else {
        words.with("trends-days", [("days", summary.days.into())])
    };
    [vec![days], ends].concat().join(" ")
}

/// Around a session: the same, with the days counted from it.
#[must_use]
pub fn summary_around(words: Words, series: &Series, session: NaiveDate) -> String {
    let Some(summary) = Summary::of(series) else { return words.get("trends-nothing-here") };
    let day = |day: NaiveDate| day_from_session(words, day, session);
    let extreme = |extreme: Extreme| {
        [("value", extreme.value.into()), ("days", extreme.days.into()), ("day", day(extreme.last).into())]
    };
    let days = if series.measure.is_score() {
        words.with("trends-totals", [("count", summary.count.into())])
    } else {
        words.with("trends-days", [("days", summary.days.into())])
    };
    if summary.count == 1 {
        let gaps = [("value", summary.last.value.into()), ("day", day(summary.last.day).into())];
        return [days, words.with("trends-only", gaps)].join(" ");
    }
    let (lowest, highest) = (extreme(summary.lowest), extreme(summary.highest));
    [days, words.with("trends-lowest", lowest), words.with("trends-highest", highest)].join(" ")
}

/// A day as it is counted from a session: "3 days before", "the session day", "day 12".
#[must_use]
pub fn day_from_session(words: Words, day: NaiveDate, session: NaiveDate) -> String {
    let away = day.signed_duration_since(session).num_days();
    match away {
        0 => words.get("trends-session-day"),
        ..0 => words.with("trends-days-before", [("days", away.abs().into())]),
        _ => words.with("trends-days-after", [("days", away.into())]),
    }
}
