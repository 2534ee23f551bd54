//! Turns what the reader of values says into what a clinic understands.

/// What Rust calls things, and what people call them.
const PLAIN: [(&str, &str); 16] = [
    ("a sequence", "a list"),
    ("sequence", "a list"),
    ("a map", "a block of named values"),
    ("map", "a block of named values"),
    ("unit value", "nothing"),
    ("null", "nothing"),
    ("a string", "text"),
    ("string", "the text"),
    ("a boolean", "true or false"),
    ("boolean", "the word"),
    ("number", "a number"),
    ("integer", "the number"),
    ("floating point", "the number"),
    ("f64", "a number"),
    ("a borrowed string", "text"),
    ("variant identifier", "a word"),
];

/// What the readers of dates, zones and numbers say, which is nothing to a clinic.
const FOREIGN: [(&str, &str); 6] = [
    ("input contains invalid characters", DATE),
    ("input is not enough", DATE),
    ("input is out of range", DATE),
    ("premature end of input", DATE),
    ("failed to parse timezone", "not a time zone: write its IANA name, such as America/New_York"),
    ("invalid number", "a whole number is needed here, and not below zero"),
];

const DATE: &str = "not a date: write year, month and day, such as 2026-11-01";

/// A sentence in plain words.
pub(crate) fn plain(message: &str) -> String {
    if let Some(name) = message.strip_prefix("missing field ") {
        return format!("{name} is missing here");
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let (name, instead) = rest.split_once(", expected ").unwrap_or((rest, ""));
        let instead = instead.trim_start_matches("one of ");
        return format!("{name} is not known here: write one of {instead}");
    }
    if let Some((_, sentence)) = FOREIGN.iter().find(|(start, _)| message.starts_with(start)) {
        return (*sentence).to_owned();
    }
    let mismatch = ["invalid type: ", "invalid value: "].iter().find_map(|start| message.strip_prefix(start));
    if let Some((found, expected)) = mismatch.and_then(|rest| rest.split_once(", expected ")) {
        let (found, needed) = (in_plain(found), needed(expected));
        let bare = ["a number", "the number", "the word"].iter().any(|start| found.starts_with(start));
        let hint = if bare && needed == "text" { ": put it in quotes" } else { "" };
        return format!("{found} stands where {needed} is needed{hint}");
    }
    message.to_owned()
}

fn needed(expected: &str) -> String {
    let whole = ["u8", "u16", "u32", "i32", "i64"].contains(&expected);
    if whole {
        "a whole number".to_owned()
    } else if expected.starts_with("struct ") || expected.starts_with("tuple ") {
        "a block of named values".to_owned()
    } else {
        in_plain(expected)
    }
}

/// `string "six"` ⇒ `the text "six"`.
fn in_plain(words: &str) -> String {
    let swap = |(from, to): &(&str, &str)| {
        let rest = words.strip_prefix(from)?;
        let whole_word = rest.is_empty() || rest.starts_with([' ', ',']);
        whole_word.then(|| format!("{to}{}", rest.replace('`', "")))
    };
    PLAIN.iter().find_map(swap).unwrap_or_else(|| words.to_owned())
}

/// The path of a passed-over key in the form that places are kept under: `phases.2.id` ⇒ `phases[2].id`.
pub(crate) fn path(dotted: &str) -> String {
    let mut path = String::new();
    for step in dotted.split('.').filter(|step| *step != "?") {
        if step.bytes().all(|b| b.is_ascii_digit()) {
            path.extend(["[", step, "]"]);
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(step);
        }
    }
    path
}
