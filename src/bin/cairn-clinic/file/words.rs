//! Turns what the reader of values says into what a clinic understands.

/// What Rust calls things, and what people call them.
const PLAIN: [(&str, &str); 15] = [
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
    ("integer", "the number"),
    ("floating point", "the number"),
    ("f64", "a number"),
    ("a borrowed string", "text"),
    ("variant identifier", "a word"),
];

/// A sentence in plain words.
pub(crate) fn plain(message: &str) -> String {
    if let Some(name) = message.strip_prefix("missing field ") {
        return format!("{name} is missing here");
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        return format!("{} is not known here{}", named(rest).0, named(rest).1);
    }
    let mismatch = ["invalid type: ", "invalid value: "].iter().find_map(|start| message.strip_prefix(start));
    if let Some((found, expected)) = mismatch.and_then(|rest| rest.split_once(", expected ")) {
        return format!("{} stands where {} is needed", in_plain(found), needed(expected));
    }
    message.to_owned()
}

/// `name`, expected one of … ⇒ the name, and what it could have been.
fn named(rest: &str) -> (&str, String) {
    match rest.split_once(", expected ") {
        Some((name, expected)) => (name, format!(": write {}", expected.trim_start_matches("one of "))),
        None => (rest, String::new()),
    }
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
            path.push_str(&format!("[{step}]"));
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(step);
        }
    }
    path
}
