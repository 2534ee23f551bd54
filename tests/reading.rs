//! Every word a patient reads is plain: English at most grade 8 (Flesch-Kincaid), Spanish at least "normal"
//! (Szigriszt-Pazos, INFLESZ scale), message by message, in the catalogues and in the clinic's starting files.
//!
//! The crates there are count English only, by vowels alone, and are young or left alone for years; for a test
//! the few rules below, held against words whose syllables are known, are surer.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "reading/english.rs"]
mod english;
#[path = "reading/messages.rs"]
mod messages;
#[path = "reading/plain.rs"]
mod plain;
#[path = "reading/spanish.rs"]
mod spanish;

use messages::Message;

/// Below this many words the formulas say nothing: then no word may be long.
const TOO_FEW: usize = 6;

/// Why `text` is too hard in English, if it is.
fn too_hard_in_english(text: &str) -> Option<String> {
    let text = plain::plain(text, english::UNAVOIDABLE);
    if plain::words(&text).count() < TOO_FEW {
        let long = plain::words(&text).find(|word| english::syllables(word) > 3)?;
        return Some(format!("{long:?} is long"));
    }
    let grade = english::grade(&text);
    (grade > 8.0).then(|| format!("grade {grade:.1}"))
}

/// Why `text` is too hard in Spanish, if it is.
fn too_hard_in_spanish(text: &str) -> Option<String> {
    let text = plain::plain(text, spanish::UNAVOIDABLE);
    if plain::words(&text).count() < TOO_FEW {
        let long = plain::words(&text).find(|word| spanish::syllables(word) > 5)?;
        return Some(format!("{long:?} is long"));
    }
    let ease = spanish::ease(&text);
    (ease < 55.0).then(|| format!("ease {ease:.0}"))
}

fn check(messages: &[Message], too_hard: impl Fn(&str) -> Option<String>) {
    let hard: Vec<_> = messages
        .iter()
        .filter_map(|message| {
            let why = too_hard(&message.text)?;
            Some(format!("{}: {why}: {:?}", message.place, message.text))
        })
        .collect();
    assert!(hard.is_empty(), "{} of {} messages:\n{}", hard.len(), messages.len(), hard.join("\n"));
}

#[test]
fn every_english_message_is_at_most_grade_8() {
    let all = messages::of_catalogue("en");
    assert!(all.len() > 350, "the catalogue was read: {}", all.len());
    check(&all, too_hard_in_english);
}

#[test]
fn every_spanish_message_is_at_least_normal_to_read() {
    let all = messages::of_catalogue("es");
    assert!(all.len() > 350, "the catalogue was read: {}", all.len());
    check(&all, too_hard_in_spanish);
}

#[cfg(feature = "clinic-tools")]
#[test]
fn every_word_of_the_clinics_files_is_at_most_grade_8() {
    let all = messages::of_clinic_files();
    assert!(all.len() > 300, "the files were read: {}", all.len());
    for known in ["Nothing to eat after", "off-label", "Photo ID", "Ring the bell", "Chest pain"] {
        assert!(all.iter().any(|message| message.text.contains(known)), "{known} was not read");
    }
    check(&all, too_hard_in_english);
}

/// The articles aim lower than the limit.
#[cfg(feature = "clinic-tools")]
#[test]
fn the_articles_are_about_grade_6_on_the_whole() {
    let all = messages::of_clinic_files();
    let learn: Vec<_> = all.iter().filter(|one| one.place.contains("learn[")).collect();
    let grades: Vec<f64> =
        learn.iter().map(|one| english::grade(&plain::plain(&one.text, english::UNAVOIDABLE))).collect();
    let mean = grades.iter().sum::<f64>() / f64::from(u32::try_from(grades.len()).unwrap());
    assert!(learn.len() > 150 && mean < 6.0, "{} lines, mean grade {mean:.1}", learn.len());
}

/// The control: a test that nothing can fail says nothing.
#[test]
fn hard_sentences_are_found_hard() {
    let hard = "The administration of ketamine necessitates comprehensive cardiovascular evaluation and \
                continuous observation by appropriately qualified personnel.";
    assert!(too_hard_in_english(hard).is_some());
    assert!(too_hard_in_english("Comprehensive cardiovascular evaluation").is_some());
    // Every word is short here; the sentence alone makes it hard.
    let long = "You can eat or drink what you like up to the time that we wrote down for you on the page that \
                you got from us, and then you can have a clear drink up to the next time, and then no more.";
    assert!(too_hard_in_english(long).is_some());
    let hard = "La administración del medicamento requiere una evaluación cardiovascular exhaustiva y la \
                monitorización continua por profesionales debidamente cualificados.";
    assert!(too_hard_in_spanish(hard).is_some());
    assert!(too_hard_in_english("You can eat until 7 am. After that, drink only water.").is_none());
    assert!(too_hard_in_spanish("Puedes comer hasta las 7. Después, bebe solo agua.").is_none());
}
