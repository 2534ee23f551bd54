//! A small step as one sentence, and when it is for.

use crate::{
    care::{Private, journal::Step},
    ui::{here::Here, when, words::Words},
};

/// "When …, I will …."
pub(in crate::ui::screens) fn sentence(words: Words, cue: &Private, deed: &Private) -> String {
    let half = |said: &Private| said.reveal().trim().trim_end_matches(['.', ',']).to_owned();
    words.with("step-sentence", [("cue", half(cue).into()), ("deed", half(deed).into())])
}

/// Its day has not come yet: nobody can say how it went.
pub(super) fn is_ahead(here: Here, step: &Step) -> bool {
    step.day.is_some_and(|day| day > here.today())
}

/// The day, and the minute of the reminder; `None` where no day was chosen.
pub(super) fn day_words(here: Here, step: &Step) -> Option<String> {
    let words = here.words();
    let day = step.day?;
    let said = when::day_in_words(words, day, here.today());
    if day < here.today() {
        return Some(words.with("step-was-for", [("day", said.into())]));
    }
    Some(match step.remind_at {
        Some(time) => {
            words.with("step-for-at", [("day", said.into()), ("time", when::time(words, time).into())])
        }
        None => words.with("step-for", [("day", said.into())]),
    })
}
