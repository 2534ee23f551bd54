//! What side effects are called: plain words for the names of the template, a clinic's own name as readable as it is.

use crate::{
    care::{LoggedEffect, Severity},
    ui::{
        half::{READING, SOMETHING_ELSE},
        words::{Key, Words},
    },
};

/// The template's names (care/protocol.md, `side_effect_log`).
const NAMES: [(&str, Key); 13] = [
    ("dissociation", Key("effect-dissociation")),
    ("dizziness", Key("effect-dizziness")),
    ("nausea", Key("effect-nausea")),
    ("vomiting", Key("effect-vomiting")),
    ("headache", Key("effect-headache")),
    ("blurred_or_double_vision", Key("effect-vision")),
    ("tiredness", Key("effect-tiredness")),
    ("anxiety_or_fear", Key("effect-fear")),
    ("strange_thoughts", Key("effect-thoughts")),
    ("sleep_trouble", Key("effect-sleep")),
    ("urinary", Key("effect-urinary")),
    (READING, Key("effect-reading")),
    (SOMETHING_ELSE, Key("effect-else")),
];

/// The template's names of parts, each with the effect it belongs to.
const PARTS: [(&str, &str, Key); 4] = [
    ("urinary", "pain", Key("effect-urinary-pain")),
    ("urinary", "urgency", Key("effect-urinary-urgency")),
    ("urinary", "frequency", Key("effect-urinary-frequency")),
    ("urinary", "blood", Key("effect-urinary-blood")),
];

/// What an effect of the list is called.
pub(super) fn effect_name(words: Words, effect: &str) -> String {
    let known = NAMES.iter().find(|(name, _)| *name == effect);
    known.map_or_else(|| readable(effect), |(_, key)| words.say(*key))
}

/// What a part of it is called.
pub(super) fn part_name(words: Words, effect: &str, part: &str) -> String {
    let known = PARTS.iter().find(|(whole, name, _)| *whole == effect && *name == part);
    known.map_or_else(|| readable(part), |(.., key)| words.say(*key))
}

/// The whole name of an entry.
pub(in crate::ui::screens) fn entry_name(words: Words, entry: &LoggedEffect) -> String {
    let effect = effect_name(words, &entry.effect);
    match &entry.part {
        Some(part) => format!("{effect}: {}", part_name(words, &entry.effect, part)),
        None => effect,
    }
}

/// How much of it there is.
pub(in crate::ui::screens) fn severity_words(words: Words, severity: Severity) -> String {
    words.say(match severity {
        Severity::None => Key("severity-none"),
        Severity::Mild => Key("severity-mild"),
        Severity::Medium => Key("severity-medium"),
        Severity::Strong => Key("severity-strong"),
    })
}

/// `dry_mouth` as "Dry mouth".
fn readable(name: &str) -> String {
    let spaced = name.replace(['_', '-'], " ");
    let mut letters = spaced.trim().chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
