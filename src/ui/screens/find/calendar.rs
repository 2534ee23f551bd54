//! A month of the journal: a table of days, and on each day with pages a dot and a way to them.

use crate::{
    app::read::JournalMonth,
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Frame, Icon, Sign},
        when,
        words::Key,
    },
};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use dioxus::prelude::*;

const WEEK: u64 = 7;

/// The month. The week begins as it does where the language is spoken.
#[component]
pub fn CalendarPage(
    model: JournalMonth,
    /// Turns to the month that begins on this day.
    on_month: EventHandler<NaiveDate>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let name = when::month_and_year(words, model.first);
    let weeks = weeks(model.first, here.words().first_of_week());
    let heads: Vec<Weekday> = weeks.first().into_iter().flatten().map(Datelike::weekday).collect();
    let none = model.written.is_empty();
    rsx! {
        Frame { title: words.get("calendar"),
            section { class: "stack", "aria-labelledby": "month",
                div { class: "turn",
                    Turn {
                        to: model.before,
                        month: before(model.first),
                        name: Key("month-before"),
                        sign: Sign::Back,
                        on_month,
                    }
                    h2 { id: "month", "aria-live": "polite", "{name}" }
                    Turn {
                        to: model.after,
                        month: after(model.first),
                        name: Key("month-after"),
                        sign: Sign::Forward,
                        on_month,
                    }
                }
                table { class: "month", role: "table", "aria-labelledby": "month",
                    thead { role: "rowgroup",
                        tr { role: "row",
                            for head in heads {
                                th { key: "{head}", scope: "col", role: "columnheader",
                                    abbr { title: when::weekday(words, head), {when::short_weekday(words, head)} }
                                }
                            }
                        }
                    }
                    tbody { role: "rowgroup",
                        for week in weeks {
                            tr { key: "{week[0]}", role: "row",
                                for day in week {
                                    Cell { key: "{day}", day, month: model.first, written: model.written.contains(&day) }
                                }
                            }
                        }
                    }
                }
                p { class: "small soft",
                    if none {
                        {words.get("calendar-none")}
                    } else {
                        {words.get("calendar-lead")}
                    }
                }
            }
        }
    }
}

/// A way to another month. It stays where it is when there is none, so that no finger meets the other one.
#[component]
fn Turn(
    to: Option<NaiveDate>,
    /// The month it would turn to.
    month: NaiveDate,
    /// What it is called, with that month.
    name: Key,
    sign: Sign,
    on_month: EventHandler<NaiveDate>,
) -> Element {
    let words = use_here().words();
    let label = words.with(name.0, [("month", when::short_month_and_year(words, month).into())]);
    let back = sign == Sign::Back;
    rsx! {
        button {
            r#type: "button",
            class: "button",
            "aria-label": label,
            "aria-disabled": if to.is_none() { "true" },
            onclick: move |_| {
                if let Some(to) = to {
                    on_month.call(to);
                }
            },
            if back {
                Icon { sign, little: true }
            }
            {when::short_month(words, month)}
            if !back {
                Icon { sign, little: true }
            }
        }
    }
}

fn before(first: NaiveDate) -> NaiveDate {
    first.checked_sub_months(Months::new(1)).unwrap_or(first)
}

fn after(first: NaiveDate) -> NaiveDate {
    first.checked_add_months(Months::new(1)).unwrap_or(first)
}

/// A day of the month; an empty cell for one of the months around it.
#[component]
fn Cell(day: NaiveDate, month: NaiveDate, written: bool) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let number = day.day();
    let today = (day == here.today()).then_some("date");
    if (day.year(), day.month()) != (month.year(), month.month()) {
        return rsx! {
            td { class: "bare", role: "cell" }
        };
    }
    if !written {
        return rsx! {
            td { class: "bare", role: "cell", "aria-current": today,
                span { class: "date", "{number}" }
            }
        };
    }
    rsx! {
        td { role: "cell", "aria-current": today,
            button {
                r#type: "button",
                class: "day",
                "aria-label": words.with("calendar-day", [("day", when::day(words, day, here.today()).into())]),
                onclick: move |_| shell.way.go(Screen::Day(day)),
                span { class: "date", "{number}" }
                span { class: "whole", {when::day_alone(words, day, here.today())} }
                span { class: "dot" }
            }
        }
    }
}

/// The weeks that hold the month that begins with `first`, each from `start` on.
fn weeks(first: NaiveDate, start: Weekday) -> Vec<[NaiveDate; 7]> {
    let before = first.weekday().days_since(start);
    let Some(begin) = first.checked_sub_days(Days::new(before.into())) else { return Vec::new() };
    let week = |number: u64| {
        let day = |day: u64| begin.checked_add_days(Days::new(number * WEEK + day)).unwrap_or(begin);
        [0, 1, 2, 3, 4, 5, 6].map(day)
    };
    let holds = |week: &[NaiveDate; 7]| week.iter().any(|day| day.month() == first.month());
    (0..6).map(week).filter(holds).collect()
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
