//! Booking tied to the app: what is read for it, and what its buttons do.

mod asking;
mod visits;

pub(super) use asking::{AskTimeScreen, BookScreen, FindTimeScreen, WishScreen, WishesScreen};
pub(super) use visits::{
    BookingDoorHere, CancelVisitScreen, CancellingHere, EarlierScreen as EarlierTimeScreen,
};

use crate::{
    app::{AppError, Cairn, CannotBook},
    care::Id,
    ui::words::{Key, Words},
};

/// Why something was not asked for, and what to do.
pub(super) fn cannot_book_words(words: Words, why: &CannotBook) -> (String, String) {
    let (happened, next) = match why {
        // The list of times says which rule it is, with days on the clinic's clock.
        CannotBook::NotOffered(_) => (Key("book-not-this"), Key("book-time-away-next")),
        CannotBook::Unknown => (Key("book-time-away"), Key("book-time-away-next")),
        CannotBook::AlreadyAsked(_) => (Key("book-asked-already"), Key("book-asked-already-next")),
        CannotBook::CallInstead => (Key("book-call-instead"), Key("book-notice-call-next")),
        CannotBook::NotGranted => (Key("book-not-granted"), Key("book-not-granted-next")),
    };
    (words.say(happened), words.say(next))
}

/// The wish there is to see now: the one just made, or the one that was asked for before, from another page.
async fn there_is(cairn: &Cairn, asked: Result<Id, AppError>) -> Result<Id, AppError> {
    if let Err(AppError::CannotBook(CannotBook::AlreadyAsked(wish))) = &asked
        && cairn.booking(wish.clone()).await?.is_some()
    {
        return Ok(wish.clone());
    }
    asked
}
