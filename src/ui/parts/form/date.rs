//! A day in three fields, as exact as it is known, and a moment: a day with a time.

use super::{
    Ground,
    read::{self, Typed},
};
use crate::{
    care::form::{PartialDate, PartialDateTime, Value},
    ui::{here::use_here, when},
};
use chrono::NaiveDate;
use dioxus::prelude::*;

#[component]
pub(super) fn DayField(
    value: Option<Value>,
    ground: Ground,
    on_change: EventHandler<(Typed, bool)>,
    settle: Callback<()>,
) -> Element {
    let before = match value {
        Some(Value::Date(date)) => Some(date),
        _ => None,
    };
    rsx! {
        Day { before, ground, on_day: move |typed| on_change.call((typed, true)), settle }
    }
}

#[component]
pub(super) fn MomentField(
    value: Option<Value>,
    ground: Ground,
    on_change: EventHandler<(Typed, bool)>,
    settle: Callback<()>,
) -> Element {
    let here = use_here();
    let (day, time) = match value {
        Some(Value::DateTime(PartialDateTime::Date(date))) => (Some(date), None),
        Some(Value::DateTime(PartialDateTime::Instant(at))) => {
            let local = at.naive_local();
            (Some(PartialDate::Day(local.date())), Some(local.time()))
        }
        _ => (None, None),
    };
    let first = use_hook(|| time.map(read::clock).unwrap_or_default());
    let mut day_now = use_signal(|| day.map_or(Typed::Blank, |day| Typed::Value(Value::Date(day))));
    let mut time_now = use_signal({
        let first = first.clone();
        move || first
    });
    let say = use_callback(move |()| {
        on_change.call((read::date_time(day_now.peek().clone(), &time_now.peek(), here.zone), true));
    });
    rsx! {
        Day {
            before: day,
            ground: ground.clone(),
            on_day: move |typed| {
                day_now.set(typed);
                say.call(());
            },
            settle,
        }
        div { class: "field",
            label { r#for: "{ground.id}-time", {here.words().get("form-time")} }
            input {
                id: "{ground.id}-time",
                class: "short",
                r#type: "text",
                autocomplete: "off",
                "aria-describedby": "{ground.id}-time-hint",
                initial_value: "{first}",
                oninput: move |event| {
                    time_now.set(event.value());
                    say.call(());
                },
                onchange: move |_| settle.call(()),
            }
            p { id: "{ground.id}-time-hint", class: "small soft", {here.words().get("form-time-hint")} }
        }
    }
}

/// Day, month and year, the last ones left out where they are not known.
#[component]
fn Day(
    before: Option<PartialDate>,
    ground: Ground,
    on_day: EventHandler<Typed>,
    settle: Callback<()>,
) -> Element {
    let words = use_here().words();
    let first = use_hook(|| before.map(read::fields).unwrap_or_default());
    let mut now = use_signal({
        let first = first.clone();
        move || first
    });
    let mut put = move |at: usize, text: String| {
        if let Some(place) = now.write().get_mut(at) {
            *place = text;
        }
        let [year, month, day] = now.peek().clone();
        on_day.call(read::date(&year, &month, &day));
    };
    let month_name = |number: u32| {
        NaiveDate::from_ymd_opt(2000, number, 1).map_or_else(String::new, |day| when::month(words, day))
    };
    let [year, month, day] = first;
    rsx! {
        div { class: "date-parts",
            div { class: "field",
                label { r#for: "{ground.id}-day", {words.get("form-day")} }
                input {
                    id: "{ground.id}-day",
                    r#type: "text",
                    inputmode: "numeric",
                    autocomplete: "off",
                    maxlength: "2",
                    initial_value: "{day}",
                    oninput: move |event| put(2, event.value()),
                    onchange: move |_| settle.call(()),
                }
            }
            div { class: "field month",
                label { r#for: "{ground.id}-month", {words.get("form-month")} }
                select {
                    id: "{ground.id}-month",
                    class: "folded",
                    onchange: move |event| put(1, event.value()),
                    option { value: "", selected: month.is_empty(), "–" }
                    for number in 1..=12_u32 {
                        option { key: "{number}", value: "{number}", selected: month == number.to_string(),
                            {month_name(number)}
                        }
                    }
                }
            }
            div { class: "field year",
                label { r#for: "{ground.id}-year", {words.get("form-year")} }
                input {
                    id: "{ground.id}-year",
                    r#type: "text",
                    inputmode: "numeric",
                    autocomplete: "off",
                    maxlength: "4",
                    initial_value: "{year}",
                    oninput: move |event| put(0, event.value()),
                    onchange: move |_| settle.call(()),
                }
            }
        }
    }
}
