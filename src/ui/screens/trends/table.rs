//! The same as a table: every number that is drawn, a month or a session at a time, the newest first.

use super::{measure::measure_name, summary::day_from_session};
use crate::{
    app::read::{AroundSession, Marked},
    care::trends::Series,
    ui::{here::use_words, parts::Button, when, words::Words},
};
use chrono::{Datelike, NaiveDate};
use dioxus::prelude::*;
use std::collections::BTreeSet;

/// One table of a few rows, so that ten years of them stay light.
#[derive(Debug, Clone, PartialEq)]
pub struct TablePage {
    pub caption: String,
    /// The names of the columns after the first.
    pub columns: Vec<String>,
    /// The newest first.
    pub rows: Vec<TableRow>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    pub day: String,
    /// What is marked on this day.
    pub marks: Vec<String>,
    /// A text for each column: the numbers of the day in the order of their clocks, or nothing.
    pub cells: Vec<String>,
}

/// A page for each month with anything in it, the newest first. A day has a row if it has a number or a mark.
#[must_use]
pub fn pages_over_time(words: Words, series: &[Series], marked: &Marked) -> Vec<TablePage> {
    let days = days(series, marked);
    let months = days.chunk_by(|one, other| (one.year(), one.month()) == (other.year(), other.month()));
    let page = |month: &[NaiveDate]| {
        Some(TablePage {
            caption: when::month_and_year(words, *month.first()?),
            columns: names(words, series),
            rows: month
                .iter()
                .map(|day| TableRow {
                    day: when::short_date(words, *day),
                    marks: marks(words, marked, *day),
                    cells: series.iter().map(|one| cell(one, *day)).collect(),
                })
                .collect(),
        })
    };
    months.filter_map(page).collect()
}

/// A page for each session, the newest first, with what is `marked` near it.
#[must_use]
pub fn pages_around(
    words: Words,
    today: NaiveDate,
    sessions: &[AroundSession],
    marked: &Marked,
) -> Vec<TablePage> {
    let page = |one: &AroundSession| {
        let day = when::date(words, one.session.day, today);
        let gaps = [("number", one.session.number.into()), ("day", day.into())];
        let marked = marked.within(one.span);
        let row = |day: &NaiveDate| TableRow {
            day: day_from_session(words, *day, one.session.day),
            marks: marks(words, &marked, *day),
            cells: one.series.iter().map(|series| cell(series, *day)).collect(),
        };
        TablePage {
            caption: words.with("trends-session", gaps),
            columns: names(words, &one.series),
            rows: days(&one.series, &marked).iter().map(row).collect(),
        }
    };
    sessions.iter().map(page).collect()
}

/// Each day that has a number or a mark, the newest first.
fn days(series: &[Series], marked: &Marked) -> Vec<NaiveDate> {
    let measured = series.iter().flat_map(|one| &one.points).map(|point| point.day);
    let sessions = marked.sessions.iter().map(|session| session.day);
    let all: BTreeSet<_> = measured.chain(sessions).chain(marked.medicines.iter().copied()).collect();
    all.into_iter().rev().collect()
}

fn names(words: Words, series: &[Series]) -> Vec<String> {
    series.iter().map(|one| measure_name(words, one.measure)).collect()
}

fn cell(series: &Series, day: NaiveDate) -> String {
    let from = series.points.partition_point(|point| point.day < day);
    let of_day = series.points.iter().skip(from).take_while(|point| point.day == day);
    of_day.map(|point| point.value.to_string()).collect::<Vec<_>>().join(", ")
}

fn marks(words: Words, marked: &Marked, day: NaiveDate) -> Vec<String> {
    let sessions = marked.sessions.iter().filter(|session| session.day == day);
    let sessions =
        sessions.map(|session| words.with("trends-session-alone", [("number", session.number.into())]));
    let medicine = marked.medicines.contains(&day).then(|| words.get("trends-medicine"));
    sessions.chain(medicine).collect()
}

/// The tables behind a line that opens them; one page is there at a time.
#[component]
pub(super) fn SameAsTable(pages: Vec<TablePage>) -> Element {
    let words = use_words();
    let mut at = use_signal(|| 0_usize);
    let shown = at().min(pages.len().saturating_sub(1));
    let Some(page) = pages.get(shown).cloned() else { return rsx! {} };
    let name = |at: Option<usize>| at.and_then(|at| pages.get(at)).map(|page| page.caption.clone());
    let (newer, older) = (name(shown.checked_sub(1)), name(Some(shown + 1)));
    rsx! {
        details { class: "sources same-as-table",
            summary { {words.get("trends-table")} }
            div { class: "stack",
                // With very large text three columns are wider than a phone: then the table alone moves sideways.
                div { class: "sideways", role: "region", tabindex: "0", "aria-labelledby": "table-caption",
                    table {
                        caption { id: "table-caption", "aria-live": "polite", "{page.caption}" }
                        thead {
                            tr {
                                th { scope: "col", {words.get("trends-day")} }
                                for column in page.columns {
                                    th { key: "{column}", scope: "col", "{column}" }
                                }
                            }
                        }
                        tbody {
                            for row in page.rows {
                                tr { key: "{row.day}",
                                    th { scope: "row",
                                        "{row.day}"
                                        for mark in row.marks {
                                            span { key: "{mark}", class: "small soft", " {mark}" }
                                        }
                                    }
                                    for (place, cell) in row.cells.into_iter().enumerate() {
                                        td { key: "{place}",
                                            if cell.is_empty() {
                                                span { class: "hidden", {words.get("trends-none")} }
                                            } else {
                                                "{cell}"
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                div { class: "buttons",
                    if let Some(older) = older {
                        Button {
                            label: words.with("trends-older", [("page", older.into())]),
                            on_press: move |()| at.set(shown + 1),
                        }
                    }
                    if let Some(newer) = newer {
                        Button {
                            label: words.with("trends-newer", [("page", newer.into())]),
                            on_press: move |()| at.set(shown.saturating_sub(1)),
                        }
                    }
                }
            }
        }
    }
}
