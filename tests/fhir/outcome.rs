//! Only a FHIR server's own word makes a record "sent".

use cairn::care::Refusal;
use cairn::fhir::outcome::{Verdict, verdict};
use serde_json::json;

fn outcome(severity: &str, code: &str) -> String {
    json!({
        "resourceType": "OperationOutcome",
        "issue": [{ "severity": severity, "code": code, "diagnostics": "words" }],
    })
    .to_string()
}

#[test]
fn success_needs_a_fhir_answer() {
    let resource = r#"{"resourceType":"Observation","id":"a"}"#;
    for status in [200, 201] {
        assert_eq!(verdict(status, resource), Verdict::Accepted);
        assert_eq!(verdict(status, ""), Verdict::Accepted);
        assert_eq!(verdict(status, &outcome("information", "informational")), Verdict::Accepted);
        assert_eq!(verdict(status, &outcome("warning", "value")), Verdict::Accepted);
        assert_eq!(verdict(status, "<html>Sign in to the Wi-Fi</html>"), Verdict::Retry);
        assert_eq!(verdict(status, r#"{"portal":true}"#), Verdict::Retry);
        assert_eq!(verdict(status, r#"{"resourceType":"Observ"#), Verdict::Retry, "cut off");
        let refused = Verdict::NeedsAttention(Refusal::NotUnderstood);
        assert_eq!(verdict(status, &outcome("error", "invalid")), refused);
        assert_eq!(
            verdict(status, r#"{"resourceType":"OperationOutcome","issue":[{"severity":"error"}]}"#),
            refused
        );
    }
    assert_eq!(verdict(204, ""), Verdict::Accepted);
    assert_eq!(verdict(202, ""), Verdict::Retry);
}

#[test]
fn each_status_has_its_verdict() {
    let refused = Verdict::NeedsAttention;
    let table = [
        (302, Verdict::Retry),
        (400, refused(Refusal::NotUnderstood)),
        (401, Verdict::SignIn),
        (403, refused(Refusal::NotAllowed)),
        (404, refused(Refusal::Gone)),
        (405, refused(Refusal::NotAllowed)),
        (408, Verdict::Retry),
        (409, refused(Refusal::Conflict)),
        (410, refused(Refusal::Gone)),
        (412, refused(Refusal::Conflict)),
        (413, refused(Refusal::TooLarge)),
        (415, refused(Refusal::NotUnderstood)),
        (422, refused(Refusal::NotUnderstood)),
        (425, Verdict::Retry),
        (429, Verdict::Retry),
        (500, Verdict::Retry),
        (502, Verdict::Retry),
        (503, Verdict::Retry),
        (511, Verdict::Retry),
    ];
    for (status, expected) in table {
        assert_eq!(verdict(status, ""), expected, "{status}");
        assert_eq!(verdict(status, "<html></html>"), expected, "{status} with a page");
        assert_eq!(verdict(status, &outcome("error", "processing")), expected, "{status} with an outcome");
    }
}

#[test]
fn the_outcome_tells_the_reasons_behind_400_and_422_apart() {
    let refused = Verdict::NeedsAttention;
    let table = [
        ("throttled", Verdict::Retry),
        ("lock-error", Verdict::Retry),
        ("login", Verdict::SignIn),
        ("forbidden", refused(Refusal::NotAllowed)),
        ("conflict", refused(Refusal::Conflict)),
        ("deleted", refused(Refusal::Gone)),
        ("too-long", refused(Refusal::TooLarge)),
        ("required", refused(Refusal::NotUnderstood)),
    ];
    for (code, expected) in table {
        for status in [400, 422] {
            assert_eq!(verdict(status, &outcome("error", code)), expected, "{status} {code}");
        }
    }
    assert_eq!(verdict(400, &outcome("warning", "throttled")), refused(Refusal::NotUnderstood));
}
