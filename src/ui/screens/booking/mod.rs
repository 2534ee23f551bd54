//! Booking: find a time, ask the clinic for it, and see how that stands; move a visit or cancel it. Nothing here looks
//! certain before the clinic said yes.

mod ask;
mod cancel;
mod earlier;
mod filters;
mod find;
mod kind;
mod refused;
mod times;
mod visit_part;
mod wish;
mod wish_words;
mod wishes;

pub use ask::{AskTimePage, NoTimePage};
pub use cancel::CancelVisitPage;
pub use earlier::EarlierPage;
pub use find::FindTimePage;
pub use kind::BookKindPage;
pub use visit_part::{VisitBookingPart, VisitCancelling};
pub use wish::{NoWishPage, WishPage};
pub use wishes::WishesPage;
pub(in crate::ui::screens) use wishes::{WaitingWishes, YourWishes};

use crate::{
    app::read::{HelpNumber, VisitView},
    care::{Private, booking::Notice},
    ui::{
        here::{Here, use_here, use_words},
        parts::{Note, Numbers, PracticeNumbers},
        when,
        words::Key,
    },
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use dioxus::prelude::*;

/// More than this is a letter, and a field's whole value travels with each of them.
const LONGEST: usize = 500;

/// "10:00 am, Thursday, 3 December" on the clinic's clock, with its city where the phone keeps another.
fn moment(here: Here, at: DateTime<Utc>, zone: Tz, differs: bool) -> String {
    let local = at.with_timezone(&zone).naive_local();
    if differs {
        when::moment_there(here.words(), local, here.today(), Some(zone))
    } else {
        when::exact_moment(here.words(), local, here.today())
    }
}

/// When the visit starts, if that is known.
fn visit_moment(here: Here, visit: &VisitView) -> Option<String> {
    visit.arrival.map(|arrival| moment(here, arrival.start, arrival.zone, arrival.zone_differs))
}

/// The clock a time is told on, and the same instant on the phone's own, where that is another.
fn both_clocks(here: Here, at: DateTime<Utc>, zone: Tz) -> String {
    let own = when::exact_moment(here.words(), at.with_timezone(&here.zone).naive_local(), here.today());
    here.words().with("book-both-clocks", [("city", when::zone_name(zone).into()), ("moment", own.into())])
}

/// A time in a card, large, with everything that tells it from another.
#[component]
fn TimeCard(
    start: DateTime<Utc>,
    zone: Tz,
    zone_differs: bool,
    with: Vec<String>,
    place_name: Option<String>,
    /// It is not to be had.
    #[props(default)]
    lost: bool,
) -> Element {
    let here = use_here();
    let words = here.words();
    let local = start.with_timezone(&zone);
    let lost = if lost { "time-lost" } else { "" };
    rsx! {
        section { class: "card", "aria-label": words.get("book-the-time"),
            div { class: "stack close",
                p { class: "when {lost}", {when::time(words, local.time())} }
                p { class: lost, {when::day_alone(words, local.date_naive(), here.today())} }
                if zone_differs {
                    p { class: "small soft", {both_clocks(here, start, zone)} }
                }
            }
            if !with.is_empty() || place_name.is_some() {
                div { class: "stack close",
                    if !with.is_empty() {
                        p { {words.with("book-with-names", [("names", with.join(", ").into())])} }
                    }
                    if let Some(place) = place_name {
                        p { class: "soft", "{place}" }
                    }
                }
            }
        }
    }
}

/// The visit that is to be moved stays until the clinic said yes to another time.
#[component]
fn Kept(visit: VisitView) -> Element {
    let here = use_here();
    let words = here.words();
    let kept = match visit_moment(here, &visit) {
        Some(moment) => words.with("book-keep", [("moment", moment.into())]),
        None => words.get("book-keep-visit"),
    };
    rsx! {
        Note { head: kept }
    }
}

/// Until when the clinic wants to know, and that it is later than that.
#[component]
fn NoticeLine(notice: Notice, zone: Tz, differs: bool) -> Element {
    let here = use_here();
    let words = here.words();
    let Some(until) = notice.until else { return rsx! {} };
    let gap = || [("moment", moment(here, until, zone, differs).into())];
    if !notice.late {
        return rsx! {
            p { class: "small soft", {words.with("book-notice-until", gap())} }
        };
    }
    let next = if notice.by_app { Key("book-notice-late-next") } else { Key("book-notice-call-next") };
    rsx! {
        Note { warm: true, head: words.with("book-notice-late", gap()),
            p { {words.say(next)} }
        }
    }
}

/// The visit cannot be moved or cancelled in the app.
#[component]
fn CannotChange() -> Element {
    let words = use_words();
    rsx! {
        Note { warm: true, head: words.get("cancel-cannot"),
            p { {words.get("cancel-cannot-next")} }
        }
    }
}

/// The clinic's numbers: whoever finds nothing here calls.
#[component]
fn CallInstead(
    call: Vec<HelpNumber>,
    /// Calling is the thing to do, and not one way among others.
    #[props(default)]
    first: bool,
) -> Element {
    let words = use_words();
    if call.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack", "aria-labelledby": "call",
            h2 { id: "call", {words.get(if first { "call-clinic" } else { "book-call" })} }
            PracticeNumbers {}
            Numbers { numbers: call, urgent: false }
        }
    }
}

/// A field for a few words to the clinic, for whoever wants to say something.
#[component]
fn FewWords(
    /// What the field is called; once on the page.
    name: Key,
    /// What was written before the field appeared.
    before: Option<Private>,
    on_words: EventHandler<Private>,
    /// The field was left.
    #[props(default)]
    on_settle: EventHandler<()>,
) -> Element {
    let words = use_words();
    let Key(id) = name;
    // Given once, when the field appears: written back while somebody types, it would swallow letters.
    let before = use_hook(|| before.map_or_else(String::new, |before| before.reveal().to_owned()));
    rsx! {
        div { class: "field",
            label { r#for: id, {words.get(id)} }
            textarea {
                id,
                maxlength: "{LONGEST}",
                initial_value: "{before}",
                oninput: move |event| on_words.call(Private::new(event.value())),
                onblur: move |_| on_settle.call(()),
            }
        }
    }
}
