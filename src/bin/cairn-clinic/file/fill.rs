//! Puts a sample's values into its protocol's file, the way a person with an editor would: the text stays a
//! whole, readable file, and every line keeps its number.

use super::yaml::{self, Tree};
use super::{Level, Mistake};
use std::collections::BTreeMap;
use std::path::Path;

/// The text of the `other` file with each of the `wishes` at its place, and that text as a tree.
pub(crate) fn filled(
    file: &Path,
    tree: &Tree,
    other: &Path,
    text: &str,
    wishes: &BTreeMap<String, String>,
) -> Result<(String, Tree), Vec<Mistake>> {
    let parse = |text: &str| yaml::parse(other, text).map_err(|mistake| vec![mistake]);
    let template = parse(text)?;
    let (mut places, mut wrong) = (Vec::new(), Vec::new());
    for (path, value) in wishes {
        if let Some(bytes) = template.bytes(path) {
            places.push((bytes, value));
            continue;
        }
        let (line, column) = tree.key(&format!("protocol.fill.{path}"));
        let message = format!("there is no single value at `{path}` in {}", other.display());
        wrong.push(Mistake { file: file.to_owned(), line, column, level: Level::Mistake, message });
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    // From the end, so that places further up stay where they are.
    places.sort_by_key(|(bytes, _)| std::cmp::Reverse(bytes.start));
    let mut text = text.to_owned();
    for (bytes, value) in places {
        // A JSON string is a double-quoted YAML string too.
        text.replace_range(bytes, &serde_json::Value::from(value.as_str()).to_string());
    }
    let tree = parse(&text)?;
    Ok((text, tree))
}
