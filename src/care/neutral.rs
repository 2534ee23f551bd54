//! Which words may be handed to somebody who drives: none that tell what the visit is for.

/// Parts of words that tell wherever they stand, in small letters: the treatment, its drugs, and what it is for.
/// English and Spanish, for a clinic writes in either.
const TELLING: [&str; 39] = [
    "keta", "spravato", "psyche", "psicod", "psych", "psiq", "psico", "psicó", "therap", "terap", "counsel",
    "anxi", "ansied", "depress", "depres", "mood", "ánimo", "trauma", "ptsd", "suicid", "cannabis", "marij",
    "drug", "droga", "sedat", "sedant", "medicin", "medica", "inject", "inyec", "infus", "session", "sesión",
    "sesion", "benzo", "opioid", "hypno", "hipno", "hipnó",
];

/// Those that tell only at the beginning of a word: "healthcare" and "departamental" tell nothing.
const TELLING_FIRST: [&str; 3] = ["kap", "thc", "mental"];

/// True if no word of `text` tells what the visit is for. A clinic's name or its advice may.
#[must_use]
pub fn is_neutral(text: &str) -> bool {
    let small = text.to_lowercase();
    let mut words = small.split(|letter: char| !letter.is_alphanumeric());
    let tells = |word: &str| {
        TELLING.iter().any(|part| word.contains(part))
            || TELLING_FIRST.iter().any(|first| word.starts_with(first))
    };
    !words.any(tells)
}

#[cfg(test)]
mod tests {
    use super::is_neutral;

    #[test]
    fn what_tells_is_found_and_what_does_not_is_left() {
        for telling in [
            "Harbor Ketamine Center",
            "Drink alcohol or use cannabis",
            "Take extra sedating medicines unless the clinic wrote so",
            "Anxiety & Mood Institute",
            "Terapia del Puerto",
            "after your KAP",
            "después de la sesión",
            "Instituto de Psiquiatría",
            "NeuroPsychiatry of Maine",
            "No antidepressants before noon",
            "Stop benzodiazepines",
            "Ketalar rest room",
            "No opioids, no hypnotics",
            "Nada de hipnóticos",
            "Psicólogos del Puerto",
            "entre sesiones",
        ] {
            assert!(!is_neutral(telling), "{telling}");
        }
        for neutral in [
            "Harbor House, second floor",
            "Drive, cycle or use machines",
            "Go home with your adult",
            "12 Example Wharf",
            "Harbor Healthcare, Market Street",
            "Edificio Departamental",
            "Camina despacio y usa los pasamanos",
            "+1 207 555 0142",
        ] {
            assert!(is_neutral(neutral), "{neutral}");
        }
    }
}
