//! What a server says it does, read from its `CapabilityStatement`.

use serde_json::Value;

/// True if the server says that it makes a record of `kind` only where none fits the condition that comes with it
/// (`CapabilityStatement.rest.resource.conditionalCreate`).
#[must_use]
pub fn makes_once(statement: &Value, kind: &str) -> bool {
    let list =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let is_server = |rest: &Value| rest.get("mode").and_then(Value::as_str) == Some("server");
    let of_kind = |resource: &Value| resource.get("type").and_then(Value::as_str) == Some(kind);
    let does = |resource: &Value| resource.get("conditionalCreate").and_then(Value::as_bool) == Some(true);
    list(statement, "rest")
        .iter()
        .filter(|rest| is_server(rest))
        .any(|rest| list(rest, "resource").iter().any(|resource| of_kind(resource) && does(resource)))
}

#[cfg(test)]
mod tests {
    use super::makes_once;
    use serde_json::{Value, json};

    fn statement(mode: &str, resource: &Value) -> Value {
        json!({"resourceType": "CapabilityStatement", "rest": [{"mode": mode, "resource": [{"type": "Task"}, resource]}]})
    }

    #[test]
    fn only_a_plain_yes_for_this_kind_counts() {
        let yes = json!({"type": "DocumentReference", "conditionalCreate": true});
        assert!(makes_once(&statement("server", &yes), "DocumentReference"));
        assert!(!makes_once(&statement("server", &yes), "Task"));
        assert!(!makes_once(&statement("client", &yes), "DocumentReference"));
        for other in [
            json!({"type": "DocumentReference"}),
            json!({"type": "DocumentReference", "conditionalCreate": "true"}),
        ] {
            assert!(!makes_once(&statement("server", &other), "DocumentReference"));
        }
        for odd in [json!(null), json!({"rest": {}}), json!({"rest": [{"mode": "server", "resource": 3}]})] {
            assert!(!makes_once(&odd, "DocumentReference"));
        }
    }
}
