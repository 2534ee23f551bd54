//! A visit and the patient's own calendar: what would stand there, and what may stand there and no longer hold.

use super::own::OwnTroubleNote;
use crate::{
    app::{
        CalendarWords,
        read::{OwnTrouble, Taken, VisitInCalendar},
    },
    care::{CalendarStep, CalendarTimes},
    ui::{
        here::use_here,
        parts::{Button, Note, Switch},
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// The part of a visit's page that is about the calendar; nothing where there is nothing to do and no file was made.
#[component]
pub fn VisitCalendar(
    model: Option<VisitInCalendar>,
    /// The file that was just made. With the one that takes the visit out nothing is left to do but to open it.
    made: Option<Taken>,
    busy: bool,
    trouble: Option<OwnTrouble>,
    /// The system did not open the file.
    #[props(default)]
    not_opened: bool,
    on_make: EventHandler<CalendarWords>,
    on_open: EventHandler<Taken>,
) -> Element {
    let words = use_here().words();
    if model.is_none() && made.is_none() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack", "aria-labelledby": "calendar",
            h2 { id: "calendar", {words.get("calendar-title")} }
            if let Some(model) = model {
                ToMake { model, busy, trouble, on_make }
            }
            if let Some(made) = made {
                Made { made, not_opened, on_open }
            }
        }
    }
}

/// What would stand in the calendar, or may stand there, and the button that makes the file.
#[component]
fn ToMake(
    model: VisitInCalendar,
    busy: bool,
    trouble: Option<OwnTrouble>,
    on_make: EventHandler<CalendarWords>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let mut placed = use_signal(|| false);
    let moment = move |times: CalendarTimes| {
        let from = times.from.with_timezone(&model.zone).naive_local();
        when::moment_there(words, from, here.today(), model.elsewhere)
    };
    let title = words.get("calendar-entry");
    let out = matches!(model.step, CalendarStep::TakeOut(_));
    let can_place = model.place.is_some() && !out;
    let verb = match model.step {
        CalendarStep::Add(_) => Key("calendar-add"),
        CalendarStep::Same(_) => Key("calendar-again"),
        CalendarStep::Change { .. } => Key("calendar-change"),
        CalendarStep::TakeOut(_) => Key("calendar-take-out"),
    };
    rsx! {
        match model.step {
            CalendarStep::Add(times) => rsx! {
                p { {words.with("calendar-what", [("title", title.clone().into()), ("moment", moment(times).into())])} }
            },
            CalendarStep::Same(times) => rsx! {
                p { {words.with("calendar-same", [("moment", moment(times).into())])} }
            },
            CalendarStep::Change { had, now } => rsx! {
                Note { warm: true, head: words.with("calendar-had", [("moment", moment(had).into())]),
                    p { {words.with("calendar-now", [("moment", moment(now).into())])} }
                }
            },
            CalendarStep::TakeOut(had) => rsx! {
                Note { warm: true, head: words.with("calendar-had", [("moment", moment(had).into())]),
                    p { {words.get("calendar-not-then")} }
                }
            },
        }
        if can_place {
            Switch { label: words.get("calendar-place"), on: placed(), on_turn: move |on| placed.set(on) }
        }
        if let Some(trouble) = trouble {
            OwnTroubleNote { trouble }
        }
        Button {
            wide: true,
            label: words.get(if busy { "calendar-busy" } else { verb.0 }),
            on_press: move |()| {
                let place = model.place.clone().filter(|_| placed() && !out);
                on_make.call(CalendarWords { title: title.clone(), place });
            },
        }
    }
}

/// Where the file is, and the way to open it.
#[component]
fn Made(made: Taken, not_opened: bool, on_open: EventHandler<Taken>) -> Element {
    let words = use_here().words();
    rsx! {
        div { role: "status",
            Note { done: true, head: words.get("calendar-made"),
                p { class: "own-path", {words.with("own-copy-where", [("name", made.name.clone().into()), ("folder", made.folder.clone().into())])} }
                p { {words.get(if not_opened { "calendar-not-opened" } else { "calendar-then" })} }
            }
        }
        Button { wide: true, label: words.get("calendar-open"), on_press: move |()| on_open.call(made.clone()) }
    }
}
