//! Today: the one next thing, how are you, and what is still to do.

use super::notices::NoticeNote;
use crate::{
    app::read::{DayPart, DueLine, Next, SyncTrouble, Today, VisitView},
    care::{CheckIn, Delivery, Due, Id, Private},
    ui::{
        here::{Here, use_here, use_shell},
        navigation::Screen,
        parts::{
            Button, Frame, Icon, Note, ScaleStart, Sign, SignInTrouble, SyncLine, Tone, arrival_time,
            state_words, visit_day, visit_day_alone, visit_name, your_visit, zone_words,
        },
        when,
        words::{Key, Words},
    },
};
use dioxus::prelude::*;

/// How many things to do are in sight at once: a long list is no help to anybody.
const SHOWN: usize = 3;

/// The page a patient sees first.
#[component]
pub fn TodayPage(
    model: Today,
    /// Why the last attempt to sign in again did not work.
    #[props(default)]
    sign_in_trouble: Option<SyncTrouble>,
    on_seen: EventHandler<Id>,
    on_sign_in: EventHandler<()>,
    /// The sign-in trouble was read and may go.
    on_close: EventHandler<()>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let zone =
        model.next_visit.as_ref().and_then(|visit| visit.arrival).map_or(here.zone, |arrival| arrival.zone);
    let due_next = (model.next == Next::Due).then(|| model.due.first().cloned()).flatten();
    let rest = model.due.get(usize::from(due_next.is_some())..).unwrap_or_default().to_vec();
    rsx! {
        Frame {
            title: greeting(words, model.part, model.given.as_ref()),
            sub: when::day_alone(words, model.date, model.date),
            if let Some(trouble) = sign_in_trouble {
                SignInTrouble { trouble, on_sign_in, on_close }
            }
            for notice in model.notices {
                NoticeNote { key: "{notice.id}", notice, zone, on_seen }
            }
            if let Some(line) = &due_next {
                NextDue { line: line.clone() }
            }
            if model.first_time {
                FirstTime {}
            } else if let Some(visit) = model.next_visit {
                NextVisit { visit, days: model.days_until, first: due_next.is_none() }
            } else if model.next == Next::CheckIn {
                p { class: "lead", {words.get("no-visit-planned")} }
            }
            Feeling { check_in: model.check_in }
            if !model.first_time {
                ToDo { lines: rest, more: due_next.is_some(), incomplete: model.plan_unreadable }
            }
            if model.sign_in_again && sign_in_trouble.is_none() {
                Note { head: words.get("sign-in-again-title"),
                    p { {words.get("sign-in-again-lead")} }
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("sign-in-again"),
                        on_press: move |()| on_sign_in.call(()),
                    }
                }
            }
            if let Some(waiting) = model.waiting_long {
                p { class: "small soft", {words.with("waiting-long", [("count", waiting.into())])} }
            }
        }
    }
}

fn greeting(words: Words, part: DayPart, given: Option<&Private>) -> String {
    let part = match part {
        DayPart::Morning => "morning",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
        DayPart::Night => "night",
    };
    match given.filter(|name| !name.is_blank()) {
        Some(name) => words.with("greeting-name", [("part", part.into()), ("name", name.reveal().into())]),
        None => words.with("greeting", [("part", part.into())]),
    }
}

/// Before the plan has come: what will be here and why it is not yet.
#[component]
fn FirstTime() -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "card", "aria-labelledby": "next",
            h2 { id: "next", {words.get("plan-not-here")} }
            p { {words.get("plan-not-here-lead")} }
        }
    }
}

/// The first thing to do, when it comes before the next visit.
#[component]
fn NextDue(line: DueLine) -> Element {
    let here = use_here();
    rsx! {
        section { class: "card", "aria-labelledby": "next-due",
            div { class: "stack close",
                p { class: "kicker", {here.words().get("next")} }
                h2 { id: "next-due", "{line.title}" }
            }
            DueWords { line }
        }
    }
}

/// What more the clinic wrote about it, and by when.
#[component]
fn DueWords(line: DueLine) -> Element {
    let by = due_words(use_here(), &line);
    rsx! {
        if let Some(note) = line.note {
            p { class: "small soft", "{note}" }
        }
        if let Some(by) = by {
            p { class: "small soft", "{by}" }
        }
    }
}

#[component]
fn NextVisit(
    visit: VisitView,
    days: Option<i64>,
    /// It is the one next thing; otherwise something to do comes before it.
    first: bool,
) -> Element {
    let shell = use_shell();
    let here: Here = *shell.here.read();
    let words = here.words();
    let head = match (visit.arrival, days) {
        (Some(arrival), Some(days)) => {
            let day = visit_day(here, arrival);
            let whose = your_visit(words, visit.kind);
            words.with("next-visit", [("visit", whose.into()), ("days", days.into()), ("day", day.into())])
        }
        _ => visit_name(words, visit.kind),
    };
    let near = days.is_some_and(|days| (0..=1).contains(&days));
    let place = [visit.place_name.clone(), visit.address.first().cloned()];
    let id = visit.id.clone();
    rsx! {
        section { class: "card", "aria-labelledby": "next",
            div { class: "stack close",
                if first {
                    p { class: "kicker", {words.get("next")} }
                }
                h2 { id: "next", "{head}" }
            }
            if let Some(arrival) = visit.arrival {
                div { class: "stack close",
                    p { class: "when", {arrival_time(words, arrival)} }
                    if near {
                        p { {visit_day_alone(here, arrival)} }
                    }
                    if let Some(zone) = zone_words(words, arrival) {
                        p { class: "small soft", "{zone}" }
                    }
                }
            }
            if let Some(state) = state_words(visit.state) {
                p { {words.say(state)} }
            }
            if place.iter().any(Option::is_some) {
                div { class: "facts",
                    div {
                        Icon { sign: Sign::Place }
                        p { class: "stack close",
                            for line in place.into_iter().flatten() {
                                span { "{line}" }
                            }
                        }
                    }
                }
            }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("see-the-visit"),
                on_press: move |()| shell.way.go(Screen::Visit(id.clone())),
            }
        }
    }
}

/// How the patient feels: a first press here, two more on the next screen, as often as one likes; and where the
/// last one is.
#[component]
fn Feeling(check_in: Option<(CheckIn, Delivery)>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    rsx! {
        section { class: "stack", "aria-labelledby": "feeling",
            h2 { id: "feeling", {words.get("how-are-you")} }
            if let Some((made, delivery)) = check_in {
                div { class: "card",
                    div { class: "stack close",
                        p { {words.with("checked-in-at", [("time", here.stamp(made.at).into())])} }
                        p { class: "scores",
                            span { {words.get("mood")} " " b { "{made.mood.value()}" } }
                            span { {words.get("anxiety")} " " b { "{made.anxiety.value()}" } }
                        }
                    }
                    SyncLine { delivery, leads: true }
                }
            }
            ScaleStart {
                question: words.get("mood-question"),
                low: words.get("mood-low"),
                high: words.get("mood-high"),
                on_choose: move |mood| {
                    let mut draft = shell.draft;
                    draft.write().mood = Some(mood);
                    shell.way.go(Screen::CheckIn);
                },
            }
        }
    }
}

/// What is still to do: the soonest few, and the rest when asked for.
#[component]
fn ToDo(
    lines: Vec<DueLine>,
    /// Something to do was shown before.
    more: bool,
    /// The plan cannot be shown, so nobody knows what else there is to do.
    incomplete: bool,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let mut all = use_signal(|| false);
    let count = lines.len();
    let shown = if all() { count } else { count.min(SHOWN) };
    // "No rush" is no word to put beside a time that is over.
    let late = lines.iter().any(|line| line.overdue);
    let counted = if late { Key("things-some-late") } else { Key("things-to-do") };
    if more && count == 0 && !incomplete {
        return rsx! {};
    }
    rsx! {
        section { class: "stack close", "aria-labelledby": "to-do",
            h2 { id: "to-do", {words.get("still-to-do")} }
            if incomplete {
                div { class: "stack",
                    p { {words.get("plan-not-shown")} }
                    Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
            } else {
                p { class: "soft", {words.with(counted.0, [("count", count.into())])} }
            }
            if count > 0 {
                ul { class: "todo",
                    for line in lines.into_iter().take(shown) {
                        li { key: "{line.id}",
                            span { class: "stone", "aria-hidden": "true" }
                            div { class: "stack close",
                                p { "{line.title}" }
                                DueWords { line }
                            }
                        }
                    }
                }
            }
            if shown < count {
                Button {
                    tone: Tone::Quiet,
                    label: words.with("show-all", [("count", count.into())]),
                    on_press: move |()| all.set(true),
                }
            }
        }
    }
}

/// "By 7:15 am tomorrow", "By Friday, 4 December", "Today", or when the time for it was.
fn due_words(here: Here, line: &DueLine) -> Option<String> {
    let words = here.words();
    let when = match line.due? {
        Due::At(_) => when::moment(words, line.due_local?, here.today()),
        Due::On(day) if day == here.today() && !line.overdue => return Some(words.get("due-today")),
        Due::On(day) => when::day_in_words(words, day, here.today()),
    };
    let gap = [("when", when.into())];
    Some(if line.overdue { words.with("time-was", gap) } else { words.with("by", gap) })
}
