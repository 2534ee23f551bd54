//! Flesch-Kincaid grade level (Kincaid et al. 1975) with a small count of English syllables.

use super::plain::{ratio, sentences, words};

/// Words a patient meets at the clinic anyway and needs to know; shorter ones would be less true.
pub(crate) const UNAVOIDABLE: &[&str] = &[
    // What it is all about, and what the clinic calls its steps.
    "ketamine",
    "temperature",
    "anxiety",
    "medicine",
    "integration",
    "preparation",
    "psychotherapy",
    "meditation",
    "clinician",
    // What a patient has to be able to say at an emergency room.
    "emergency",
    "dissociation",
    "cannabis",
    // Names of drugs, of parts of the body's chemistry, of forms and of offices, each explained where it stands.
    "anesthetic",
    "midazolam",
    "sertraline",
    "lorazepam",
    "cetirizine",
    "glutamate",
    "receptor",
    "nmda",
    "ampa",
    "bdnf",
    "fda",
    "ptsd",
    "gad",
    "phq",
    // Names of months.
    "january",
    "february",
];

/// The grade of an American school that can read `text`.
pub(crate) fn grade(text: &str) -> f64 {
    let count = words(text).count();
    if count == 0 {
        return 0.0;
    }
    let all: usize = words(text).map(syllables).sum();
    0.39 * ratio(count, sentences(text)) + 11.8 * ratio(all, count) - 15.59
}

/// Words the rules below get wrong, with their syllables.
const KNOWN: [(&str, usize); 45] = [
    ("area", 3),
    ("being", 2),
    ("breathe", 1),
    ("careful", 2),
    ("carefully", 3),
    ("cairn", 1),
    ("create", 2),
    ("created", 3),
    ("diet", 2),
    ("does", 1),
    ("doing", 2),
    ("every", 2),
    ("everyone", 3),
    ("everything", 3),
    ("evening", 2),
    ("going", 2),
    ("homework", 2),
    ("idea", 3),
    ("ideas", 3),
    ("lonely", 2),
    ("movement", 2),
    ("poem", 2),
    ("quiet", 2),
    ("science", 2),
    ("seeing", 2),
    ("shoreline", 2),
    ("sometimes", 2),
    ("someone", 2),
    ("something", 2),
    ("somewhat", 2),
    ("statement", 2),
    ("useful", 2),
    ("video", 3),
    ("whole", 1),
    ("safely", 2),
    ("smartphone", 2),
    ("handrail", 2),
    ("didnt", 2),
    ("doesnt", 2),
    ("isnt", 2),
    ("wasnt", 2),
    ("safety", 2),
    ("surely", 2),
    ("bathes", 1),
    ("dissociation", 5),
];

/// About how many syllables `word` has when it is spoken.
pub(crate) fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    if let Some((_, known)) = KNOWN.iter().find(|(known, _)| *known == word) {
        return *known;
    }
    // "7" and "15" are short to say, "2017" is not.
    if word.chars().all(|letter| letter.is_ascii_digit()) {
        return word.len().div_ceil(2).max(1);
    }
    let letters: Vec<char> = word.chars().collect();
    let vowel = |at: usize| letters.get(at).is_some_and(|letter| "aeiouy".contains(*letter));
    let mut count = (0..letters.len()).filter(|at| vowel(*at) && (*at == 0 || !vowel(at - 1))).count();
    // Two vowels that are spoken apart: "period", "usual", "radio", "trying".
    let apart = ["ia", "io", "iu", "ua", "uou", "ying", "iet", "eou", "uou"];
    count += apart.iter().map(|pair| word.matches(pair).count()).sum::<usize>();
    let together = ["cia", "tia", "tio", "sio", "cio", "gio", "gua", "qua", "xio"];
    count -=
        together.iter().map(|pair| word.matches(pair).count()).sum::<usize>().min(count.saturating_sub(1));
    // An e that is not heard at the end: "make", "makes", "called"; but "table", "voices", "wanted".
    let ends = |end: &str| word.ends_with(end);
    let before = |back: usize| letters.len().checked_sub(back).and_then(|at| letters.get(at).copied());
    let silent = if ends("e") {
        let table = ends("le") && before(3).is_some_and(|letter| !"aeiouy".contains(letter));
        !table && before(2).is_some_and(|letter| !"aeiouy".contains(letter))
    } else if ends("es") {
        let voices = ["ses", "ces", "ges", "xes", "zes", "shes", "ches"].iter().any(|end| ends(end));
        let tables = ends("les") && before(4).is_some_and(|letter| !"aeiouy".contains(letter));
        !voices && !tables && before(3).is_some_and(|letter| !"aeiouy".contains(letter))
    } else if ends("ed") {
        !ends("ted") && !ends("ded") && before(3).is_some_and(|letter| !"aeiouy".contains(letter))
    } else {
        ends("eful") || ends("eless") || ends("ement")
    };
    count.saturating_sub(usize::from(silent)).max(1)
}

#[test]
fn the_syllables_of_known_words_are_counted() {
    // As the dictionaries part them.
    for (word, count) in [
        ("a", 1),
        ("clinic", 2),
        ("clinic’s", 2),
        ("phone", 1),
        ("phones", 1),
        ("table", 2),
        ("called", 1),
        ("wanted", 2),
        ("voices", 2),
        ("ketamine", 3),
        ("anxiety", 4),
        ("medicine", 3),
        ("questions", 2),
        ("special", 2),
        ("usual", 3),
        ("period", 3),
        ("trying", 2),
        ("pressure", 2),
        ("emergency", 4),
        ("dissociation", 5),
        ("integration", 4),
        ("necessitates", 4),
        ("evaluation", 5),
        ("cardiovascular", 6),
        ("people", 2),
        ("instructions", 3),
        ("straight", 1),
        ("address", 2),
        ("password", 2),
        ("you", 1),
        ("obvious", 3),
        ("serious", 3),
        ("quiet", 2),
        ("language", 2),
        ("bladder", 2),
        ("breathing", 2),
        ("tired", 1),
        ("likes", 1),
        ("danger", 2),
        ("machines", 2),
        ("decisions", 3),
        ("handrails", 2),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn the_grade_of_a_known_sentence_is_what_the_formula_gives() {
    // 6 words, 1 sentence, 6 syllables.
    assert!((grade("The cat sat on the mat.") - (0.39 * 6.0 + 11.8 - 15.59)).abs() < 0.001);
    // 9 words, 2 sentences, 10 syllables.
    let two = grade("Call your clinic. They tell you what to do.");
    assert!((two - (0.39 * 9.0 / 2.0 + 11.8 * 10.0 / 9.0 - 15.59)).abs() < 0.001, "{two}");
}
