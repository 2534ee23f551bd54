//! What suits the patient: a part of the day, somebody of the clinic, a place. Only what there is to choose from is asked.

use crate::{
    care::{Id, booking::PartOfDay},
    ui::{
        booking::HalfBooking,
        here::use_shell,
        parts::{Sort, Sorts},
        words::Key,
    },
};
use dioxus::prelude::*;

/// The choices. Each press shows other times at once.
#[component]
pub(super) fn Filters(
    parts: Vec<PartOfDay>,
    /// Everybody who has times, by name.
    clinicians: Vec<(Id, String)>,
    places: Vec<(Id, String)>,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let half = shell.draft.read().booking.clone();
    // As it was when the screen appeared: choosing does not fold it away under the finger.
    let open = use_hook(|| half.part.is_some() || half.with.is_some() || half.place.is_some());
    let parts = parts.into_iter().map(|part| (words.say(part_words(part)), part));
    let (clinicians, places) = (named(clinicians), named(places));
    let part = |part| HalfBooking { part, ..half.clone() };
    let with = |with| HalfBooking { with, ..half.clone() };
    let place = |place| HalfBooking { place, ..half.clone() };
    let sorts = [
        Sort::new(words, Key("book-part"), Key("book-any-part"), parts, half.part.as_ref(), part),
        Sort::new(words, Key("book-whom"), Key("book-anybody"), clinicians, half.with.as_ref(), with),
        Sort::new(words, Key("book-place"), Key("book-any-place"), places, half.place.as_ref(), place),
    ];
    // With one there is nothing to choose.
    let sorts: Vec<_> = sorts.into_iter().filter(|sort| sort.choices.len() > 2).collect();
    if sorts.is_empty() {
        return rsx! {};
    }
    let chosen = sorts.iter().filter_map(|sort| sort.choices.iter().find(|choice| choice.chosen));
    let chosen: Vec<_> = chosen.map(|choice| choice.name.as_str()).collect();
    let chosen = words.with("book-narrow", [("what", chosen.join(" · ").into())]);
    rsx! {
        details { class: "fold", open,
            summary { "{chosen}" }
            Sorts {
                sorts,
                on_choose: move |half| {
                    let mut draft = shell.draft;
                    draft.write().booking = half;
                },
            }
        }
    }
}

fn named(all: Vec<(Id, String)>) -> impl Iterator<Item = (String, Id)> {
    all.into_iter().map(|(id, name)| (name, id))
}

const fn part_words(part: PartOfDay) -> Key {
    match part {
        PartOfDay::Morning => Key("book-morning"),
        PartOfDay::Afternoon => Key("book-afternoon"),
        PartOfDay::Evening => Key("book-evening"),
    }
}
