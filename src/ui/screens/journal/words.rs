//! What the parts of the journal are called on every screen of it.

use crate::{
    app::read::SessionOn,
    care::journal::Thread,
    ui::{
        here::Here,
        when,
        words::{Key, Words},
    },
};

/// The part of a session's story: "The days after".
pub(super) fn thread_name(words: Words, thread: Option<Thread>) -> String {
    words.say(match thread {
        Some(Thread::Before) => Key("journal-before"),
        Some(Thread::Raw) => Key("journal-raw"),
        Some(Thread::After) => Key("journal-after"),
        Some(Thread::Later) => Key("journal-later"),
        None => Key("journal-other"),
    })
}

/// "Before your session on 3 December"; the session alone where it has no day.
pub(super) fn part_of_session(here: Here, thread: Option<Thread>, session: &SessionOn) -> String {
    let words = here.words();
    let (Some(thread), Some(day)) = (thread, session.day) else {
        return session_name(here, session);
    };
    let Key(key) = match thread {
        Thread::Before => Key("journal-before-on"),
        Thread::Raw => Key("journal-raw-on"),
        Thread::After => Key("journal-after-on"),
        Thread::Later => Key("journal-later-on"),
    };
    words.with(key, [("day", when::date(words, day, here.today()).into())])
}

/// "Session on 3 December".
pub(super) fn session_name(here: Here, session: &SessionOn) -> String {
    let words = here.words();
    session.day.map_or_else(
        || words.get("journal-session-unknown"),
        |day| words.with("journal-session", [("day", when::date(words, day, here.today()).into())]),
    )
}
