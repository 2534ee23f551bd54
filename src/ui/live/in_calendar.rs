//! The part of a visit's page about the calendar, tied to the app.

use super::{
    changes::{Reading, use_read},
    own::use_work,
};
use crate::{
    app::{Cairn, CalendarWords, read::Taken},
    care::Id,
    ui::screens::VisitCalendar,
};
use dioxus::prelude::*;

/// Shown only where there is something to do.
#[component]
pub(super) fn CalendarDoor(visit: Id) -> Element {
    let cairn = use_context::<Cairn>();
    let work = use_work::<Option<Taken>>();
    let mut not_opened = use_signal(|| false);
    let asked = visit.clone();
    let (reading, _) = use_read(move |cairn| {
        let visit = asked.clone();
        async move { cairn.visit_in_calendar(visit).await }
    });
    let opening = cairn.clone();
    let on_make = move |words: CalendarWords| {
        let (cairn, visit) = (cairn.clone(), visit.clone());
        not_opened.set(false);
        work.begin(async move { cairn.make_calendar_file(visit, words).await });
    };
    let on_open = move |taken: Taken| {
        let cairn = opening.clone();
        spawn(async move { not_opened.set(cairn.open_file(taken).await.is_err()) });
    };
    match reading {
        Reading::Ready(model) => rsx! {
            VisitCalendar {
                model,
                made: work.done.read().clone().flatten(),
                busy: (work.busy)(),
                trouble: (work.trouble)(),
                not_opened: not_opened(),
                on_make,
                on_open,
            }
        },
        Reading::Waiting | Reading::Failed(_) => rsx! {},
    }
}
