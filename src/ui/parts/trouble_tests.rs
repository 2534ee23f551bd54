//! No two troubles say the same, and each says what to do.

use super::*;
use crate::{app::read::Language, ui::words::Words};
use std::collections::HashSet;

const ALL: [SyncTrouble; 20] = [
    SyncTrouble::BadAddress,
    SyncTrouble::Offline,
    SyncTrouble::ServerDown,
    SyncTrouble::NotSafe,
    SyncTrouble::CaptivePortal,
    SyncTrouble::NotAClinic,
    SyncTrouble::NoSignIn,
    SyncTrouble::ServerFault,
    SyncTrouble::Busy(chrono::DateTime::UNIX_EPOCH),
    SyncTrouble::SignInAgain,
    SyncTrouble::NotAllowed,
    SyncTrouble::NotFound,
    SyncTrouble::WrongClock,
    SyncTrouble::NoSpace,
    SyncTrouble::Keystore,
    SyncTrouble::SignInCancelled,
    SyncTrouble::SignInFailed,
    SyncTrouble::OtherPatient,
    SyncTrouble::NotUnderstood,
    SyncTrouble::Unexpected,
];

#[test]
fn each_trouble_has_its_own_sentence_and_a_next_step() {
    for language in [Language::English, Language::Spanish] {
        let words = Words::of(language);
        let mut said = HashSet::new();
        for trouble in ALL {
            for setting in [Setting::Connecting, Setting::Syncing] {
                let (happened, next) = trouble_keys(trouble, setting);
                assert!(words.say(next).ends_with('.'), "{trouble:?}");
                assert_ne!(words.say(happened), happened.0, "{trouble:?}");
            }
            assert!(said.insert(words.say(trouble_keys(trouble, Setting::Syncing).0)), "{trouble:?}");
        }
    }
}
