//! What a change of an instrument's total means, explained and applied to nobody.

use crate::{care::instruments::Instrument, ui::words::Words};

/// The smallest change that mattered to patients in a study, where one says so: for a page of results or trends.
#[must_use]
pub fn change_words(words: Words, instrument: Instrument) -> Option<String> {
    let points = instrument.important_difference()?;
    let gaps = [("name", instrument.name().into()), ("points", points.into())];
    Some(words.with("change-that-matters", gaps))
}
