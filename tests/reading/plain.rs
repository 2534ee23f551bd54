//! What of a text is counted: its words and sentences, without references, addresses and unavoidable words.

/// The text as it is scored: references and web addresses are taken out, and each unavoidable word, whatever its
/// ending, gives way to a short one.
pub(crate) fn plain(text: &str, unavoidable: &[&str]) -> String {
    let kept = without_references(text);
    let spoken = kept.split_whitespace().map(|word| {
        let small = word.to_lowercase();
        let bare = small.trim_matches(|letter: char| !letter.is_alphanumeric());
        let stands_in = unavoidable.iter().any(|long| bare.starts_with(long));
        let web = bare.starts_with("http");
        let end = word.chars().last().filter(|letter| ".?!".contains(*letter)).map(String::from);
        match (stands_in || web, end) {
            (true, end) => format!("thing{}", end.unwrap_or_default()),
            (false, _) => word.to_owned(),
        }
    });
    spoken.collect::<Vec<_>>().join(" ")
}

/// Marks such as `[S4]`, and parentheses that name a study.
fn without_references(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', '(']) {
        let (before, from) = rest.split_at(at);
        let close = if from.starts_with('[') { ']' } else { ')' };
        let end = from.find(close).map_or(from.len(), |end| end + 1);
        let (within, behind) = from.split_at(end);
        let reference = within.starts_with("[S")
            || ["doi", "PMID", "PMC"].iter().any(|name| within.contains(name))
            || within.contains("et al");
        kept.push_str(before);
        if !reference {
            kept.push_str(within);
        }
        rest = behind;
    }
    kept.push_str(rest);
    // A mark behind the full stop must not leave a sentence without words.
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words: whatever has a letter or a digit in it; hyphenated words count as their parts.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || "-–—/…".contains(letter))
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// How many sentences there are, at least one. A line break ends one, too.
pub(crate) fn sentences(text: &str) -> usize {
    let ends = |part: &&str| part.chars().any(char::is_alphanumeric);
    let mut count = 0;
    let mut from = 0;
    for (at, letter) in text.char_indices() {
        let behind = text[at + letter.len_utf8()..].chars().next();
        let stop = ".?!".contains(letter) && behind.is_none_or(|next| !next.is_alphanumeric());
        if stop || letter == '\n' {
            count += usize::from(ends(&&text[from..at]));
            from = at + letter.len_utf8();
        }
    }
    (count + usize::from(ends(&&text[from..]))).max(1)
}

/// Counts as the formulas want them.
pub(crate) fn ratio(many: usize, few: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap()) / f64::from(u32::try_from(few).unwrap())
}

#[test]
fn sentences_and_words_are_counted_as_people_count_them() {
    assert_eq!(sentences("One. Two? Three"), 3);
    assert_eq!(sentences("At 7.30 it is 0.98 of it (yes)."), 1);
    assert_eq!(sentences(&plain("Felt it [S1]. Then not. [S2][S3]", &[])), 2);
    let text = plain("It fades (Glue 2017, PMID 28441895). It is off-label. [S28]", &[]);
    assert_eq!((words(&text).count(), sentences(&text)), (6, 2), "{text}");
    assert_eq!(
        plain("Ketamine, and “ketamine’s” end: ketamine.", &["ketamine"]),
        "thing and thing end: thing."
    );
}
