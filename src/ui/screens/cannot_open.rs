//! What was saved on this phone does not open: why, what is safe, and the way forward.

use crate::{
    app::CannotOpen,
    ui::{
        here::use_words,
        parts::{Button, Frame, Note, Tone},
        words::Key,
    },
};
use dioxus::prelude::*;

/// Nothing is ever deleted here; a file that cannot be opened is only laid aside, and only when asked.
#[component]
pub fn CannotOpenPage(
    why: CannotOpen,
    on_try_again: EventHandler<()>,
    on_set_aside: EventHandler<()>,
) -> Element {
    let words = use_words();
    let (happened, next) = told(why);
    let gone = why == CannotOpen::FileGone;
    // Without its key or its file nothing here opens: starting again comes first.
    let lost = gone || why == CannotOpen::KeyLost;
    rsx! {
        Frame { title: words.get("cannot-open"),
            Note { warm: true, head: words.say(happened),
                if !gone {
                    p { {words.get("nothing-deleted")} }
                }
                p { {words.say(next)} }
            }
            if !lost {
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("try-again"),
                    on_press: move |()| on_try_again.call(()),
                }
            }
            if why.may_set_aside() {
                section { class: if lost { "stack" } else { "stack or" }, "aria-labelledby": "anew",
                    h2 { id: "anew", {words.get("begin-anew")} }
                    p { {words.get(if gone { "connect-anew" } else { "begin-anew-lead" })} }
                    Button {
                        tone: if lost { Tone::First } else { Tone::Plain },
                        wide: true,
                        label: words.get(if gone { "begin-anew" } else { "set-aside" }),
                        on_press: move |()| on_set_aside.call(()),
                    }
                }
            }
            if lost {
                Button { wide: true, label: words.get("try-again"), on_press: move |()| on_try_again.call(()) }
            }
        }
    }
}

/// What happened, and what to do.
const fn told(why: CannotOpen) -> (Key, Key) {
    match why {
        CannotOpen::NoKeystore => (Key("no-keystore"), Key("do-keystore")),
        CannotOpen::KeystoreLocked => (Key("keystore-locked"), Key("do-unlock")),
        CannotOpen::KeyLost => (Key("key-lost"), Key("do-key-lost")),
        CannotOpen::FileGone => (Key("file-gone"), Key("do-file-gone")),
        CannotOpen::Damaged => (Key("file-damaged"), Key("do-damaged")),
        CannotOpen::TooNew => (Key("file-too-new"), Key("do-update")),
        CannotOpen::NoSpace => (Key("trouble-no-space"), Key("do-free-space")),
        CannotOpen::Other => (Key("cannot-open-other"), Key("do-open-again")),
    }
}
