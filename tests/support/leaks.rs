//! Looks for words in a request that was sent, in every form in which words travel.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;

/// True if a request of a door's log ([`super::Clinic::requests_of`]) carries `word`: in its path, its body, a form field, or
/// an attachment.
pub fn carries(request: &Value, word: &str) -> bool {
    let text = |name: &str| request[name].as_str().unwrap_or_default();
    let said = |name: &str| {
        let shown = url::form_urlencoded::parse(text(name).as_bytes());
        text(name).contains(word)
            || shown.into_iter().any(|(name, value)| name.contains(word) || value.contains(word))
    };
    let body = serde_json::from_str::<Value>(text("body")).unwrap_or_default();
    said("path") || said("body") || is_in(&body, word)
}

/// True if any text in `value`, at whatever depth and also behind base64, holds `word`.
pub fn is_in(value: &Value, word: &str) -> bool {
    match value {
        Value::String(text) => {
            let decoded = STANDARD.decode(text).unwrap_or_default();
            text.contains(word) || String::from_utf8_lossy(&decoded).contains(word)
        }
        Value::Array(items) => items.iter().any(|item| is_in(item, word)),
        Value::Object(fields) => fields.iter().any(|(name, value)| name.contains(word) || is_in(value, word)),
        _ => false,
    }
}
