//! Words with `{placeholders}`: which names they hold, and the words with something put in their place.

/// A stretch of words, or a name in braces.
enum Piece<'a> {
    Words(&'a str),
    Name(&'a str),
}

/// Cuts `text` at its placeholders; a brace without its partner is part of the words.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some((before, after)) = rest.split_once('{') else {
            return Some(Piece::Words(std::mem::take(&mut rest)));
        };
        match after.split_once('}') {
            None => Some(Piece::Words(std::mem::take(&mut rest))),
            Some((name, left)) if before.is_empty() => {
                rest = left;
                Some(Piece::Name(name))
            }
            Some(_) => {
                rest = rest.get(before.len()..).unwrap_or_default();
                Some(Piece::Words(before))
            }
        }
    })
}

/// The names in braces, in the order of the words.
#[must_use]
pub fn placeholders(text: &str) -> Vec<&str> {
    pieces(text)
        .filter_map(|piece| match piece {
            Piece::Name(name) => Some(name),
            Piece::Words(_) => None,
        })
        .collect()
}

/// The words with each `{name}` replaced by what `values` has under that name, already formatted. A name that
/// stands for nothing stays as the clinic wrote it.
#[must_use]
pub fn fill<N: AsRef<str>, V: AsRef<str>>(text: &str, values: &[(N, V)]) -> String {
    let mut filled = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Name(name) => match values.iter().find(|(known, _)| known.as_ref() == name) {
                Some((_, value)) => filled.push_str(value.as_ref()),
                None => filled.extend(["{", name, "}"]),
            },
        }
    }
    filled
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
