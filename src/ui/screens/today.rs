//! Today: the one next thing, how are you, and what is still to do.

mod asked;
mod next;
mod to_do;

use super::{
    booking::{WaitingWishes, YourWishes},
    notices::{NoticeNote, OtherTimes},
};
use crate::{
    app::read::{DayPart, DueLine, Next, SyncTrouble, Today, Whose},
    care::{CheckIn, Delivery, Id, Private},
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Note, ScaleStart, SignInTrouble, SyncLine, Tone},
        when,
        words::Words,
    },
};
pub(super) use asked::until_words;

use asked::Asked;
use dioxus::prelude::*;
use next::{FirstTime, NextDue, NextVisit};
use to_do::StillToDo;

/// The page a patient sees first.
#[component]
pub fn TodayPage(
    model: Today,
    /// Why the last attempt to sign in again did not work.
    #[props(default)]
    sign_in_trouble: Option<SyncTrouble>,
    on_seen: EventHandler<Id>,
    on_tick: EventHandler<(Whose, bool)>,
    /// What the clinic asks is left out this time, by its keys.
    #[props(default)]
    on_skip: EventHandler<Vec<String>>,
    /// The patient has read that the times of this visit changed.
    on_times: EventHandler<Id>,
    on_sign_in: EventHandler<()>,
    /// The sign-in trouble was read and may go.
    on_close: EventHandler<()>,
    /// What comes before all else.
    #[props(default)]
    children: Element,
    /// What can wait.
    below: Option<Element>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let zone =
        model.next_visit.as_ref().and_then(|visit| visit.arrival).map_or(here.zone, |arrival| arrival.zone);
    let due_next = model.due.iter().position(DueLine::is_open).filter(|_| model.next == Next::Due);
    let mut rest = model.due;
    let due_next = due_next.map(|place| rest.remove(place));
    rsx! {
        Frame {
            title: greeting(words, model.part, model.given.as_ref()),
            sub: when::day_alone(words, model.date, model.date),
            {children}
            if let Some(trouble) = sign_in_trouble {
                SignInTrouble { trouble, on_sign_in, on_close }
            }
            for notice in model.notices {
                NoticeNote {
                    key: "{notice.id}",
                    food_moved: model.food_moved.contains(&notice.id),
                    notice,
                    zone,
                    on_seen,
                }
            }
            if let Some(visit) = model.other_times {
                OtherTimes { visit, on_read: on_times }
            }
            if let Some(line) = &due_next {
                NextDue { line: line.clone(), on_tick }
            }
            if model.first_time {
                FirstTime {}
            } else if let Some(visit) = model.next_visit {
                NextVisit {
                    visit,
                    days: model.days_until,
                    first: due_next.is_none(),
                    prepare: model.prepare,
                    to_read: model.to_read,
                }
            } else if model.next == Next::CheckIn {
                NoVisit {}
            }
            YourWishes { lines: model.wishes.yours, unreadable: model.wishes.unreadable }
            Asked { lines: model.asked, on_skip }
            Feeling { check_in: model.check_in }
            WaitingWishes { lines: model.wishes.waiting }
            {below}
            if !model.first_time {
                StillToDo { lines: rest, more: due_next.is_some(), incomplete: model.plan_unreadable, on_tick }
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

/// No visit is planned: the clinic sets one, or the patient asks for one.
#[component]
fn NoVisit() -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    rsx! {
        p { class: "lead", {words.get("no-visit-planned")} }
        Button { wide: true, label: words.get("book"), on_press: move |()| shell.book() }
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
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("note-side-effect"),
                        on_press: move |()| shell.way.go(Screen::SideEffects),
                    }
                }
            }
            ScaleStart {
                question: words.get("mood-question"),
                low: words.get("mood-low"),
                high: words.get("mood-high"),
                on_choose: move |mood| {
                    let mut draft = shell.draft;
                    draft.write().check_in.mood = Some(mood);
                    shell.way.go(Screen::CheckIn);
                },
            }
        }
    }
}
