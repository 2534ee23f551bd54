//! Marks of sources such as `[S9]` must stand for something in the list of sources.

use super::yaml::Tree;
use cairn::care::{Finding, protocol::marks};
use serde_json::Value;

/// Every mark that is not in `sources`.
pub(crate) fn unknown(tree: &Tree) -> Vec<Finding<String>> {
    let mut found = Vec::new();
    look(tree, &tree.value, "", &mut found);
    found
}

fn look(tree: &Tree, value: &Value, path: &str, found: &mut Vec<Finding<String>>) {
    match value {
        Value::String(text) => {
            for mark in marks(text) {
                let known = tree.value.get("sources").and_then(|sources| sources.get(mark)).is_some();
                if !known {
                    let problem = format!("[{mark}] is not among the sources at the end");
                    found.push(Finding { path: path.to_owned(), problem });
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                look(tree, item, &format!("{path}[{at}]"), found);
            }
        }
        Value::Object(fields) => {
            let dot = if path.is_empty() { "" } else { "." };
            for (key, value) in fields {
                look(tree, value, &format!("{path}{dot}{key}"), found);
            }
        }
        _ => {}
    }
}
