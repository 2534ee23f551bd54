//! Every trouble with the clinic has its own plain sentence, and says what to do next.

use super::Note;
use crate::{
    app::read::SyncTrouble,
    ui::{
        here::{Here, use_here},
        words::Key,
    },
};
use dioxus::prelude::*;

/// Where the trouble is met, for what helps then differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// While connecting to the clinic.
    Connecting,
    /// Later, while sending and fetching by itself.
    Syncing,
}

/// What happened and what to do next.
#[must_use]
pub fn trouble_keys(trouble: SyncTrouble, setting: Setting) -> (Key, Key) {
    let next = |connecting: Key, later: Key| if setting == Setting::Connecting { connecting } else { later };
    match trouble {
        SyncTrouble::BadAddress => (Key("trouble-bad-address"), Key("do-check-address")),
        SyncTrouble::NotEncrypted => (Key("trouble-not-encrypted"), Key("do-use-https")),
        SyncTrouble::Offline => {
            (Key("trouble-offline"), next(Key("do-reconnect"), Key("do-nothing-offline")))
        }
        SyncTrouble::ServerDown => {
            (Key("trouble-server-down"), next(Key("do-check-address"), Key("do-wait-for-server")))
        }
        SyncTrouble::NotSafe => (Key("trouble-not-safe"), Key("do-other-network")),
        SyncTrouble::CaptivePortal => (Key("trouble-captive-portal"), Key("do-wifi-page")),
        SyncTrouble::NotAClinic => {
            (Key("trouble-not-a-clinic"), next(Key("do-check-address"), Key("do-tell-clinic")))
        }
        SyncTrouble::NoSignIn => (Key("trouble-no-sign-in"), Key("do-tell-clinic")),
        SyncTrouble::ServerFault => {
            (Key("trouble-server-fault"), next(Key("do-try-later"), Key("do-wait-for-server")))
        }
        SyncTrouble::Busy(_) => (Key("trouble-busy"), next(Key("do-try-later"), Key("do-wait-for-server"))),
        SyncTrouble::SignInAgain => (Key("trouble-sign-in-again"), Key("do-sign-in-again")),
        SyncTrouble::NotAllowed => (Key("trouble-not-allowed"), Key("do-tell-clinic")),
        SyncTrouble::NotFound => {
            (Key("trouble-not-found"), next(Key("do-check-address"), Key("do-tell-clinic")))
        }
        SyncTrouble::WrongClock => (Key("trouble-wrong-clock"), Key("do-set-clock")),
        SyncTrouble::NoSpace => (Key("trouble-no-space"), Key("do-free-space")),
        SyncTrouble::Keystore => (Key("trouble-keystore"), Key("do-unlock-phone")),
        SyncTrouble::SignInCancelled => (Key("trouble-sign-in-cancelled"), Key("do-sign-in-when-ready")),
        SyncTrouble::SignInFailed => (Key("trouble-sign-in-failed"), Key("do-sign-in-once-more")),
        SyncTrouble::OtherPatient => (Key("trouble-other-patient"), Key("do-other-patient")),
        SyncTrouble::NotUnderstood => (Key("trouble-not-understood"), Key("do-tell-clinic")),
        SyncTrouble::Unexpected => (Key("trouble-unexpected"), Key("do-open-again")),
    }
}

/// Why an attempt did not work, what is safe, and what to do.
#[component]
pub fn TroubleNote(trouble: SyncTrouble, setting: Setting, children: Element) -> Element {
    let here = use_here();
    let words = here.words();
    let (happened, next) = trouble_keys(trouble, setting);
    let mine = setting == Setting::Syncing;
    rsx! {
        Note { warm: needs_patient(trouble, setting), at_once: !mine, head: words.say(happened),
            if mine {
                p { {words.get("all-safe-here")} }
            }
            p { "{next_words(here, trouble, next)}" }
            {children}
        }
    }
}

/// A busy server says when to come back; everything else is one sentence.
fn next_words(here: Here, trouble: SyncTrouble, next: Key) -> String {
    match trouble {
        SyncTrouble::Busy(until) => here.words().with("do-after", [("time", here.stamp(until).into())]),
        _ => here.words().say(next),
    }
}

/// True if waiting alone will not mend it.
const fn needs_patient(trouble: SyncTrouble, setting: Setting) -> bool {
    matches!(setting, Setting::Connecting)
        || !matches!(
            trouble,
            SyncTrouble::Offline | SyncTrouble::ServerDown | SyncTrouble::ServerFault | SyncTrouble::Busy(_)
        )
}

#[cfg(test)]
#[path = "trouble_tests.rs"]
mod tests;
