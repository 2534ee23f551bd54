//! Marks of sources within a text: `[S9]` stands for what the list of sources says of `S9`.

/// The marks of `text`, in the order in which they stand.
pub fn marks(text: &str) -> impl Iterator<Item = &str> {
    text.split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']'))
        .map(|(mark, _)| mark)
        .filter(|m| is_mark(m))
}

/// `text` as people read it: without its marks and without the gaps they leave.
#[must_use]
pub fn without_marks(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        match after.split_once(']') {
            Some((mark, behind)) if is_mark(mark) => rest = behind,
            _ => {
                kept.push('[');
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    let mut said = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    // "… off-label [S28]." leaves a gap before the full stop.
    for end in ['.', ',', ';', ':', '?'] {
        said = said.replace(&format!(" {end}"), &end.to_string());
    }
    said
}

/// `S`, digits, and at most one small letter.
fn is_mark(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('S') else { return false };
    let digits = rest.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(rest);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_and_taken_out() {
        let text = "Blood pressure rises [S13][S6b]. It peaks at [40] minutes [S1";
        assert_eq!(marks(text).collect::<Vec<_>>(), ["S13", "S6b"]);
        assert_eq!(without_marks(text), "Blood pressure rises. It peaks at [40] minutes [S1");
        assert_eq!(without_marks("Nothing to take out."), "Nothing to take out.");
        assert_eq!(marks("[S] [Sb] [S1bc] [s1]").count(), 0);
    }
}
