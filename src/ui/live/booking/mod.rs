//! Booking tied to the app: what is read for it, and what its buttons do.

mod asking;
mod visits;

pub(super) use asking::{AskTimeScreen, BookScreen, FindTimeScreen, WishScreen, WishesHere, WishesScreen};
pub(super) use visits::{BookingDoorHere, CancelVisitScreen, EarlierScreen as EarlierTimeScreen};

use crate::{
    app::{AppError, Cairn, CannotBook},
    ui::{here::Here, screens::not_offered_words, words::Key},
};

/// Why something was not asked for, and what to do.
pub(super) fn cannot_book_words(here: Here, cairn: &Cairn, why: &CannotBook) -> (String, String) {
    let words = here.words();
    let (happened, next) = match why {
        CannotBook::NotOffered(why) => {
            return (words.get("book-not-this"), not_offered_words(here, *why, cairn.zone()));
        }
        CannotBook::Unknown => (Key("book-time-away"), Key("book-time-away-next")),
        CannotBook::AlreadyAsked(_) => (Key("book-asked-already"), Key("book-asked-already-next")),
        CannotBook::CallInstead => (Key("book-call-instead"), Key("book-notice-call-next")),
        CannotBook::NotGranted => (Key("book-not-granted"), Key("book-not-granted-next")),
    };
    (words.say(happened), words.say(next))
}

/// The wish that stands already where another one was asked for.
fn asked_already(error: &AppError) -> Option<crate::care::Id> {
    match error {
        AppError::CannotBook(CannotBook::AlreadyAsked(wish)) => Some(wish.clone()),
        _ => None,
    }
}
