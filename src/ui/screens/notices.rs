//! What the clinic changed, told first and in plain words.

use crate::{
    care::{Happened, Id, Notice, Subject},
    ui::{
        here::{Here, use_shell},
        navigation::Screen,
        parts::{Button, Note, Tone},
        when,
        words::Key,
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use dioxus::prelude::*;

/// One thing the clinic changed, with what to do about it.
#[component]
pub fn NoticeNote(
    notice: Notice,
    /// The clock in which the times of a moved visit are told: the clinic's, where it is known.
    zone: Tz,
    /// The times for food and drink moved with the visit.
    #[props(default)]
    food_moved: bool,
    on_seen: EventHandler<Id>,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let (head, more) = told(notice.subject, notice.happened);
    let times = match notice.happened {
        Happened::Moved { from, to } => Some((Some(clock(here, zone, from)), clock(here, zone, to))),
        Happened::StandsAgain { at } => Some((None, clock(here, zone, at))),
        _ => None,
    };
    // Where it is, and what a calendar still has of it.
    let visit = Some(notice.about.clone()).filter(|_| notice.subject == Subject::Visit && !notice.stays());
    let wish = Some(notice.about.clone()).filter(|_| notice.subject == Subject::Wish);
    let moved = matches!(notice.happened, Happened::Moved { .. });
    let calls = !moved && wish.is_none();
    let confirmed = notice.happened == Happened::Confirmed;
    let id = notice.id.clone();
    rsx! {
        Note { warm: !confirmed, done: confirmed, head: words.say(head),
            if let Some((from, to)) = times {
                p { {words.with("moved-to", [("to", to.into())])} }
                if let Some(from) = from {
                    p { class: "soft", {words.with("moved-from", [("from", from.into())])} }
                }
                if food_moved {
                    p { {words.get("food-moved-with-it")} }
                }
            }
            if !moved {
                p { {words.say(more)} }
            }
            div { class: "buttons",
                if calls {
                    Button { label: words.get("call-clinic"), on_press: move |()| shell.way.go(Screen::Help) }
                }
                if let Some(visit) = visit {
                    Button {
                        label: words.get("see-this-visit"),
                        on_press: move |()| shell.way.go(Screen::Visit(visit.clone())),
                    }
                }
                if let Some(wish) = wish {
                    Button {
                        label: words.get("wish-see"),
                        on_press: move |()| shell.way.go(Screen::Wish(wish.clone())),
                    }
                }
                if !notice.stays() {
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("i-have-read-this"),
                        on_press: move |()| on_seen.call(id.clone()),
                    }
                }
            }
        }
    }
}

/// The clinic changed until when one may eat and drink, or when to be there.
#[component]
pub fn OtherTimes(visit: Id, on_read: EventHandler<Id>) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let read = visit.clone();
    rsx! {
        Note { warm: true, head: words.get("other-times"),
            p { {words.get("other-times-lead")} }
            div { class: "buttons",
                Button {
                    label: words.get("see-how-to-prepare"),
                    on_press: move |()| shell.way.go(Screen::Prepare(visit.clone())),
                }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("i-have-read-this"),
                    on_press: move |()| on_read.call(read.clone()),
                }
            }
        }
    }
}

fn clock(here: Here, zone: Tz, at: DateTime<Utc>) -> String {
    when::exact_moment(here.words(), at.with_timezone(&zone).naive_local(), here.today())
}

/// What happened, and what it means for the patient.
const fn told(subject: Subject, happened: Happened) -> (Key, Key) {
    match (happened, subject) {
        (Happened::Unreadable, Subject::Visit) => (Key("visit-unreadable"), Key("ask-what-changed")),
        (Happened::Unreadable, Subject::Plan) => (Key("plan-unreadable"), Key("ask-what-changed")),
        (Happened::Unreadable, Subject::Protocol) => (Key("protocol-unreadable"), Key("ask-what-changed")),
        (Happened::Unreadable, Subject::Medicine) => (Key("medicine-unreadable"), Key("no-older-medicine")),
        (Happened::Withdrawn, Subject::Visit) => (Key("visit-withdrawn"), Key("ask-if-unsure")),
        (Happened::Withdrawn, Subject::Plan) => (Key("plan-withdrawn"), Key("ask-what-now")),
        (Happened::Withdrawn, Subject::Protocol) => (Key("protocol-withdrawn"), Key("ask-what-now")),
        (Happened::Withdrawn, Subject::Medicine) => (Key("medicine-withdrawn"), Key("ask-before-medicine")),
        (Happened::Withdrawn, Subject::Wish) => (Key("wish-offer-over"), Key("wish-offer-over-more")),
        (Happened::Cancelled, _) => (Key("visit-off-as-asked"), Key("visit-off-as-asked-more")),
        (Happened::Moved { .. }, _) => (Key("visit-moved"), Key("ask-if-unsure")),
        (Happened::Confirmed, _) => (Key("wish-confirmed"), Key("wish-confirmed-more")),
        (Happened::Offered, _) => (Key("wish-offered"), Key("wish-offered-more")),
        (Happened::OfferLapsed, _) => (Key("wish-offer-lapsed"), Key("wish-offer-lapsed-more")),
        (Happened::Gone, _) => (Key("wish-gone"), Key("wish-gone-more")),
        (Happened::Unreadable, Subject::Wish) | (Happened::Declined, _) => {
            (Key("wish-declined"), Key("wish-declined-more"))
        }
        (Happened::NotCancelled, _) => (Key("visit-not-cancelled"), Key("cancel-not-done-lead")),
        (Happened::StandsAgain { .. }, _) => (Key("visit-stands-again"), Key("visit-stands-again-more")),
    }
}
