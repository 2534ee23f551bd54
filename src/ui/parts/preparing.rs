//! What a cut-off is called, and that a medicine is to be read: the same words wherever they stand.

use crate::{app::read::ToRead, care::CutOffKind, ui::words::Key};

/// What a cut-off is called; none for a rule of the clinic's own, which has its own words.
#[must_use]
pub const fn cut_off_name(what: CutOffKind) -> Option<Key> {
    Some(match what {
        CutOffKind::LargeMeal => Key("last-large-meal"),
        CutOffKind::Food => Key("last-food"),
        CutOffKind::ClearDrinks => Key("last-clear-drink"),
        CutOffKind::Alcohol => Key("last-alcohol"),
        CutOffKind::Cannabis => Key("last-cannabis"),
        CutOffKind::Other => return None,
    })
}

/// That the clinic wrote about a medicine, or wrote something else than was read.
#[must_use]
pub const fn to_read_words(to_read: ToRead) -> Key {
    match to_read {
        ToRead::New => Key("medicine-to-read"),
        ToRead::Changed => Key("medicine-changed-to-read"),
    }
}
