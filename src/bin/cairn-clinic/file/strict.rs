//! Reads a typed value more strictly than a phone does: a key nobody knows is a mistake, not news from later.

use super::yaml::Tree;
use super::{Mistake, words};
use cairn::care::Level;
use serde::de::DeserializeOwned;
use serde_path_to_error::Track;
use std::path::Path;

/// The value, if it can be read; whatever is wrong goes to `found`, keys nobody knows as `unknown_keys`.
pub(crate) fn read<T: DeserializeOwned>(
    file: &Path,
    tree: &Tree,
    unknown_keys: Level,
    found: &mut Vec<Mistake>,
) -> Option<T> {
    let mut unknown = Vec::new();
    let mut track = Track::new();
    let tracked = serde_path_to_error::Deserializer::new(tree.value.clone(), &mut track);
    let read = serde_ignored::deserialize(tracked, |path| unknown.push(words::path(&path.to_string())));
    let mut add = |(line, column), level, message| {
        found.push(Mistake { file: file.to_owned(), line, column, level, message });
    };
    for path in unknown {
        let name = path.rsplit('.').next().unwrap_or_default();
        add(
            tree.key(&path),
            unknown_keys,
            format!("`{name}` is not known here: look for a slip of the pen, or take it out"),
        );
    }
    match read {
        Ok(value) => Some(value),
        Err(error) => {
            let path = track.path().to_string();
            let path = if path == "." { "" } else { &path };
            add(tree.place(path), Level::Mistake, words::plain(&error.to_string()));
            None
        }
    }
}
