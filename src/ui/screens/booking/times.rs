//! Free times, day by day: each is one press away from asking for it.

use crate::{
    app::read::{FreeDay, FreeTimeLine},
    ui::{here::use_here, when},
};
use dioxus::prelude::*;

/// The days on which something is offered.
#[component]
pub(super) fn Days(days: Vec<FreeDay>, on_choose: EventHandler<FreeTimeLine>) -> Element {
    let here = use_here();
    let words = here.words();
    rsx! {
        for day in days {
            section { key: "{day.day}", class: "stack close", "aria-labelledby": "day-{day.day}",
                h2 { id: "day-{day.day}", {when::day_alone(words, day.day, here.today())} }
                ul { class: "free-times",
                    for time in day.times {
                        li { key: "{time.start}-{time.slots:?}",
                            TimeButton { time, described_by: format!("day-{}", day.day), on_choose }
                        }
                    }
                }
            }
        }
    }
}

/// A few times of different days, each with its day.
#[component]
pub(super) fn NearestTimes(times: Vec<FreeTimeLine>, on_choose: EventHandler<FreeTimeLine>) -> Element {
    rsx! {
        ul { class: "free-times with-days",
            for time in times {
                li { key: "{time.start}-{time.slots:?}",
                    TimeButton { time, day: true, on_choose }
                }
            }
        }
    }
}

#[component]
fn TimeButton(
    time: FreeTimeLine,
    /// The day stands on the button.
    #[props(default)]
    day: bool,
    /// The id of the day, where it stands above.
    described_by: Option<String>,
    on_choose: EventHandler<FreeTimeLine>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let local = time.start.with_timezone(&time.zone);
    let own = time.start.with_timezone(&here.zone).time();
    let chosen = time.clone();
    rsx! {
        button {
            r#type: "button",
            class: "time",
            "aria-describedby": described_by,
            onclick: move |_| on_choose.call(chosen.clone()),
            if day {
                span { {when::day_alone(words, local.date_naive(), here.today())} }
            }
            span { class: "clock", {when::time(words, local.time())} }
            if time.zone_differs {
                span { class: "small soft", {words.with("book-phone-clock", [("time", when::time(words, own).into())])} }
            }
            for (at, name) in time.with.into_iter().enumerate() {
                span { key: "{at}", class: "small soft", "{name}" }
            }
        }
    }
}
