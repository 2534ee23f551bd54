//! Answers and what is wrong with them, in words.

use crate::{
    care::form::{ItemKind, PartialDate, PartialDateTime, Problem, Value},
    ui::{here::Here, when},
};
use chrono::NaiveDate;

/// An answer as a person would say it.
#[must_use]
pub fn value_words(here: Here, value: &Value) -> String {
    let words = here.words();
    match value {
        Value::Boolean(true) => words.get("form-yes"),
        Value::Boolean(false) => words.get("form-no"),
        Value::Decimal(number) => number.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Date(date) | Value::DateTime(PartialDateTime::Date(date)) => date_words(here, *date),
        Value::DateTime(PartialDateTime::Instant(at)) => {
            when::exact_moment(words, at.naive_local(), here.today())
        }
        Value::Time(time) => when::time(words, *time),
        Value::Text(text) | Value::Uri(text) => text.reveal().to_owned(),
        Value::Coding(coding) => coding.display.clone().or_else(|| coding.code.clone()).unwrap_or_default(),
        Value::Quantity(quantity) => {
            let number = quantity.value.map(|number| number.to_string());
            let unit = quantity.unit.clone().or_else(|| quantity.code.clone());
            number.into_iter().chain(unit).collect::<Vec<_>>().join(" ")
        }
        Value::Attachment(file) => file.title.clone().or_else(|| file.url.clone()).unwrap_or_default(),
    }
}

fn date_words(here: Here, date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => {
            let name = NaiveDate::from_ymd_opt(year, month, 1).map(|day| when::month(here.words(), day));
            format!("{} {year}", name.unwrap_or_default())
        }
        PartialDate::Day(day) => when::day(here.words(), day, here.today()),
    }
}

/// What is wrong, and what to do about it.
#[must_use]
pub fn problem_words(here: Here, kind: ItemKind, problem: &Problem) -> String {
    let words = here.words();
    let is_time = matches!(kind, ItemKind::Date | ItemKind::DateTime | ItemKind::Time);
    match problem {
        Problem::Missing => words.get("form-problem-missing"),
        Problem::NotAnAnswer => words.get("form-problem-not-answer"),
        Problem::TooFew(count) => words.with("form-problem-few", [("count", (*count).into())]),
        Problem::TooMany(count) => words.with("form-problem-many", [("count", (*count).into())]),
        Problem::TooSmall(least) => {
            let gap = [("least", value_words(here, least).into())];
            if is_time {
                words.with("form-problem-early", gap)
            } else {
                words.with("form-problem-small", gap)
            }
        }
        Problem::TooLarge(most) => {
            let gap = [("most", value_words(here, most).into())];
            if is_time { words.with("form-problem-late", gap) } else { words.with("form-problem-large", gap) }
        }
        Problem::TooShort(count) => words.with("form-problem-short", [("count", (*count).into())]),
        Problem::TooLong(count) => words.with("form-problem-long", [("count", (*count).into())]),
        Problem::TooManyDecimals(count) => words.with("form-problem-decimals", [("count", (*count).into())]),
        Problem::TooBig(bytes) => {
            words.with("form-file-too-large", [("size", super::file::megabytes(*bytes).into())])
        }
        Problem::WrongMimeType => words.get("form-file-type"),
        Problem::NotAlone => words.get("form-problem-alone"),
        // The author's own words, who knows what the rule is for.
        Problem::Broken(rule) => rule.human.clone(),
        Problem::NotWorkedOut => words.get("form-problem-no-rule"),
    }
}

/// What is wrong with what was typed, before it is an answer at all.
#[must_use]
pub fn unread_words(here: Here, kind: ItemKind) -> String {
    let words = here.words();
    match kind {
        ItemKind::Integer => words.get("form-problem-number"),
        ItemKind::Decimal | ItemKind::Quantity => words.get("form-problem-decimal"),
        ItemKind::Date | ItemKind::DateTime => words.get("form-problem-date"),
        ItemKind::Time => words.get("form-problem-time"),
        ItemKind::Attachment => words.get("form-file-unread"),
        _ => words.get("form-problem-not-answer"),
    }
}
