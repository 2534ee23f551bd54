//! Which words may be handed to somebody who drives: none that tell what the visit is for.

/// Beginnings of words that tell, in small letters: the treatment, its drugs, and what it is for. English and
/// Spanish, for a clinic writes in either.
const TELLING: [&str; 36] = [
    "ketamin",
    "esketamin",
    "spravato",
    "kap",
    "psyche",
    "psicod",
    "psych",
    "psiq",
    "psico",
    "therap",
    "terap",
    "counsel",
    "anxi",
    "ansied",
    "depress",
    "depres",
    "mood",
    "ánimo",
    "mental",
    "trauma",
    "ptsd",
    "suicid",
    "cannabis",
    "marij",
    "thc",
    "drug",
    "droga",
    "sedat",
    "sedant",
    "medicin",
    "medica",
    "inject",
    "inyec",
    "infus",
    "session",
    "sesión",
];

/// True if no word of `text` tells what the visit is for. A clinic's name or its advice may.
#[must_use]
pub fn is_neutral(text: &str) -> bool {
    let small = text.to_lowercase();
    let mut words = small.split(|letter: char| !letter.is_alphanumeric());
    !words.any(|word| TELLING.iter().any(|telling| word.starts_with(telling)))
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
        ] {
            assert!(!is_neutral(telling), "{telling}");
        }
        for neutral in [
            "Harbor House, second floor",
            "Drive, cycle or use machines",
            "Go home with your adult",
            "12 Example Wharf",
            "Camina despacio y usa los pasamanos",
            "+1 207 555 0142",
        ] {
            assert!(is_neutral(neutral), "{neutral}");
        }
    }
}
