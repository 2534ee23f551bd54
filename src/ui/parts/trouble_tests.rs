//! No two troubles say the same, and each says what to do.

use super::*;
use crate::{app::read::Language, ui::words::Words};
use std::collections::HashSet;

const ALL: [SyncTrouble; 21] = [
    SyncTrouble::BadAddress,
    SyncTrouble::NotEncrypted,
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
            for setting in [Setting::Connecting, Setting::Asked, Setting::Syncing] {
                let (happened, next) = trouble_keys(trouble, setting);
                assert!(words.say(next).ends_with('.'), "{trouble:?}");
                assert_ne!(words.say(happened), happened.0, "{trouble:?}");
            }
            assert!(said.insert(words.say(trouble_keys(trouble, Setting::Syncing).0)), "{trouble:?}");
        }
    }
}

#[test]
fn a_busy_clinic_is_asked_again_by_cairn_or_by_the_patient_but_never_by_both() {
    let here = Here {
        language: Language::English,
        zone: chrono_tz::America::Denver,
        now: chrono::DateTime::UNIX_EPOCH,
    };
    let said = |setting| {
        let (_, next) = trouble_words(here, SyncTrouble::Busy(here.now), setting);
        next.replace('\u{a0}', " ")
    };
    assert_eq!(said(Setting::Syncing), "Cairn tries again after 5:00 pm.");
    assert_eq!(said(Setting::Connecting), "Try again after 5:00 pm.");
    assert_eq!(said(Setting::Asked), "Try again after 5:00 pm.");
}

#[test]
fn nobody_is_sent_to_check_an_address_they_did_not_type() {
    for trouble in ALL {
        if matches!(trouble, SyncTrouble::BadAddress) {
            continue;
        }
        for setting in [Setting::Asked, Setting::Syncing] {
            assert_ne!(trouble_keys(trouble, setting).1, Key("do-check-address"), "{trouble:?}");
        }
    }
}
