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
    /// While connecting to the clinic, with an address just typed.
    Connecting,
    /// In something the patient just asked for, at a clinic that is known.
    Asked,
    /// Later, while sending and fetching by itself.
    Syncing,
}

/// What happened and what to do next. Only the next step of [`SyncTrouble::Busy`] has a gap: `time`.
fn trouble_keys(trouble: SyncTrouble, setting: Setting) -> (Key, Key) {
    let next = |connecting: Key, asked: Key, later: Key| match setting {
        Setting::Connecting => connecting,
        Setting::Asked => asked,
        Setting::Syncing => later,
    };
    let (check, tell) = (Key("do-check-address"), Key("do-tell-clinic"));
    let (later, wait) = (Key("do-try-later"), Key("do-wait-for-server"));
    match trouble {
        SyncTrouble::BadAddress => (Key("trouble-bad-address"), check),
        SyncTrouble::NotEncrypted => (Key("trouble-not-encrypted"), Key("do-use-https")),
        SyncTrouble::Offline => {
            let reconnect = Key("do-reconnect");
            (Key("trouble-offline"), next(reconnect, reconnect, Key("do-nothing-offline")))
        }
        SyncTrouble::ServerDown => (Key("trouble-server-down"), next(check, later, wait)),
        SyncTrouble::NotSafe => (Key("trouble-not-safe"), Key("do-other-network")),
        SyncTrouble::CaptivePortal => (Key("trouble-captive-portal"), Key("do-wifi-page")),
        SyncTrouble::NotAClinic => (Key("trouble-not-a-clinic"), next(check, tell, tell)),
        SyncTrouble::NoSignIn => (Key("trouble-no-sign-in"), tell),
        SyncTrouble::ServerFault => (Key("trouble-server-fault"), next(later, later, wait)),
        SyncTrouble::Busy(_) => {
            let come_back = Key("do-come-back-after");
            (Key("trouble-busy"), next(come_back, come_back, Key("do-after")))
        }
        SyncTrouble::SignInAgain => (Key("trouble-sign-in-again"), Key("do-sign-in-again")),
        SyncTrouble::NotAllowed => (Key("trouble-not-allowed"), tell),
        SyncTrouble::NotFound => (Key("trouble-not-found"), next(check, tell, tell)),
        SyncTrouble::WrongClock => (Key("trouble-wrong-clock"), Key("do-set-clock")),
        SyncTrouble::NoSpace => (Key("trouble-no-space"), Key("do-free-space")),
        SyncTrouble::Keystore => (Key("trouble-keystore"), Key("do-unlock-phone")),
        SyncTrouble::SignInCancelled => (Key("trouble-sign-in-cancelled"), Key("do-sign-in-when-ready")),
        SyncTrouble::SignInFailed => (Key("trouble-sign-in-failed"), Key("do-sign-in-once-more")),
        SyncTrouble::OtherPatient => (Key("trouble-other-patient"), Key("do-other-patient")),
        SyncTrouble::NotUnderstood => (Key("trouble-not-understood"), tell),
        SyncTrouble::Unexpected => (Key("trouble-unexpected"), Key("do-open-again")),
    }
}

/// What happened and what to do next, as words; a busy server says when.
#[must_use]
pub fn trouble_words(here: Here, trouble: SyncTrouble, setting: Setting) -> (String, String) {
    let words = here.words();
    let (happened, next) = trouble_keys(trouble, setting);
    let next = match trouble {
        SyncTrouble::Busy(until) => words.with(next.0, [("time", here.stamp(until).into())]),
        _ => words.say(next),
    };
    (words.say(happened), next)
}

/// Why an attempt did not work, what is safe, and what to do.
#[component]
pub fn TroubleNote(trouble: SyncTrouble, setting: Setting, children: Element) -> Element {
    let here = use_here();
    let (happened, next) = trouble_words(here, trouble, setting);
    rsx! {
        Note { warm: needs_patient(trouble, setting), at_once: setting != Setting::Syncing, head: happened,
            if setting != Setting::Connecting {
                p { {here.words().get("all-safe-here")} }
            }
            p { "{next}" }
            {children}
        }
    }
}

/// True if waiting alone will not mend it.
const fn needs_patient(trouble: SyncTrouble, setting: Setting) -> bool {
    !matches!(setting, Setting::Syncing)
        || !matches!(
            trouble,
            SyncTrouble::Offline | SyncTrouble::ServerDown | SyncTrouble::ServerFault | SyncTrouble::Busy(_)
        )
}

#[cfg(test)]
#[path = "trouble_tests.rs"]
mod tests;
