//! Perspicuity of Szigriszt-Pazos (1993) as the INFLESZ scale reads it (Barrio-Cantalejo 2008): 55 is "normal".

use super::plain::{ratio, sentences, words};

/// Words that cannot be said otherwise: see the English list.
pub(crate) const UNAVOIDABLE: &[&str] =
    &["ketamina", "ansiedad", "medicamento", "integración", "preparación", "emergencia", "instrucciones"];

/// 0 is the hardest, 100 the easiest.
pub(crate) fn ease(text: &str) -> f64 {
    let count = words(text).count();
    let all: usize = words(text).map(syllables).sum();
    206.835 - 62.3 * ratio(all, count) - ratio(count, sentences(text))
}

/// How many syllables `word` has: strong vowels part from each other, weak ones (i, u) lean on their neighbours
/// unless they carry the accent.
pub(crate) fn syllables(word: &str) -> usize {
    let word = word.to_lowercase().replace("qu", "q").replace("gue", "ge").replace("gui", "gi");
    if word.chars().all(|letter| letter.is_ascii_digit()) {
        return word.len().max(1);
    }
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0;
    let mut last = None;
    for (at, letter) in letters.iter().enumerate() {
        let vowel = match letter {
            'y' if at + 1 == letters.len() => Some('i'),
            letter if "aeiouáéíóúü".contains(*letter) => Some(*letter),
            _ => None,
        };
        let strong = |letter: char| !"iuü".contains(letter);
        let begins = match (last, vowel) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(before), Some(now)) => strong(before) && strong(now),
        };
        count += usize::from(begins);
        last = vowel;
    }
    count.max(1)
}

#[test]
fn the_syllables_of_known_words_are_counted() {
    for (word, count) in [
        ("y", 1),
        ("hay", 1),
        ("día", 2),
        ("clínica", 3),
        ("teléfono", 4),
        ("ciudad", 2),
        ("cuidado", 3),
        ("leer", 2),
        ("país", 2),
        ("quién", 1),
        ("pregunta", 3),
        ("guía", 2),
        ("sesión", 2),
        ("ansiedad", 3),
        ("ahora", 3),
        ("integración", 4),
        ("monitorización", 6),
        ("todavía", 4),
        ("agua", 2),
        ("vergüenza", 3),
        ("aeropuerto", 5),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn the_ease_of_a_known_sentence_is_what_the_formula_gives() {
    // 6 words, 1 sentence, 9 syllables.
    assert!((ease("El gato duerme en la cama.") - (206.835 - 62.3 * 9.0 / 6.0 - 6.0)).abs() < 0.001);
}
