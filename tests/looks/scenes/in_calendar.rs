//! A visit and the patient's own calendar, in each of its states.

use super::{Named, Scene};
use crate::samples::*;
use cairn::{
    app::read::{Taken, VisitInCalendar},
    care::{CalendarStep, CalendarTimes, VisitKind, VisitState},
    ui::{
        navigation::Screen,
        screens::{VisitCalendar, VisitPage},
    },
};
use chrono::TimeDelta;
use dioxus::prelude::*;

/// The states of the part about the calendar, each on the page of its visit.
pub(super) fn scenes() -> Vec<Named> {
    let session = || visit("session-1", VisitKind::Session, VisitState::Confirmed, local(12, 9, 15));
    let times = |hours: i64| {
        let from = session().arrival.unwrap().start + TimeDelta::hours(hours);
        CalendarTimes { from, to: Some(from + TimeDelta::hours(1)) }
    };
    let scene = |step: Option<CalendarStep>, made: bool| {
        let model = step.map(|step| VisitInCalendar {
            step,
            zone: session().arrival.unwrap().zone,
            elsewhere: None,
            place: Some("Harbor House, second floor, 12 Example Wharf".to_owned()),
        });
        let made = made.then(|| Taken {
            name: "cairn-2026-05-12.ics".to_owned(),
            folder: "/home/robin/Documents".to_owned(),
            size: 700,
        });
        Scene::at(&[Screen::Today, Screen::Visit(id("session-1"))], move || {
            rsx! {
                VisitPage { model: session(),
                    VisitCalendar {
                        model: model.clone(),
                        made: made.clone(),
                        busy: false,
                        trouble: None,
                        on_make: |_| (),
                        on_open: |_| (),
                    }
                }
            }
        })
    };
    vec![
        ("visit-calendar-add", scene(Some(CalendarStep::Add(times(0))), false)),
        ("visit-calendar-made", scene(Some(CalendarStep::Same(times(0))), true)),
        (
            "visit-calendar-change",
            scene(Some(CalendarStep::Change { had: times(-24), now: times(0) }), false),
        ),
        ("visit-calendar-take-out", scene(Some(CalendarStep::TakeOut(times(0))), false)),
        ("visit-calendar-taken-out", scene(None, true)),
    ]
}
