//! Records that say of themselves that they do not count, or not any more; among them the empty one that keeps the place of a
//! record before it comes.

use super::{booking, consent, document_reference};
use serde_json::Value;

/// What keeps the place of `record` at the clinic before it comes; `None` for a type that is never withdrawn, and for what is
/// withdrawn.
#[must_use]
pub fn place(record: &Value) -> Option<Value> {
    document_reference::place(record).or_else(|| consent::place(record)).or_else(|| booking::place(record))
}

/// True for a record that says of itself that it does not count, or a consent that it does not any more.
#[must_use]
pub fn is_withdrawn(record: &Value) -> bool {
    let word = |name: &str| record.get(name).and_then(Value::as_str);
    match word("status") {
        Some("entered-in-error") => true,
        Some("inactive") => word("resourceType") == Some("Consent"),
        _ => false,
    }
}

/// True for one that is off and has nothing in it that the patient wrote, drew or asked for, as one that keeps a place.
#[must_use]
pub fn is_empty(record: &Value) -> bool {
    match record.get("resourceType").and_then(Value::as_str) {
        Some("DocumentReference") => is_withdrawn(record) && document_reference::holds_nothing(record),
        Some("Consent") => is_withdrawn(record) && consent::holds_nothing(record),
        Some("Appointment") => booking::is_place(record),
        _ => false,
    }
}
