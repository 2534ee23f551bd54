//! Of several versions of a form the right one is taken, and a withdrawn one never.

use super::*;
use serde_json::json;

fn form(version: &str, status: &str) -> Value {
    json!({"resourceType": "Questionnaire", "url": "https://a.example/Questionnaire/q", "version": version,
           "status": status})
}

#[test]
fn the_newest_in_force_is_taken() {
    let forms = [form("1.9", "active"), form("1.10", "active"), form("2", "draft"), form("3", "retired")];
    assert_eq!(newest(forms.iter().collect()), Some(&forms[1]));
    assert_eq!(newest(forms[2..].iter().collect()), Some(&forms[2]));
    assert_eq!(newest(forms[3..].iter().collect()), None);
}

#[test]
fn a_pinned_version_is_that_version() {
    let asked = FormName::of("https://a.example/Questionnaire/q|1.9");
    assert!(is_at(&form("1.9", "active"), &asked) && !is_at(&form("1.10", "active"), &asked));
    let any = FormName::of("https://a.example/Questionnaire/q");
    assert!(is_at(&form("1.10", "active"), &any));
}

#[test]
fn a_panel_is_known_by_its_code() {
    let panel = json!({"code": [{"system": "http://loinc.org", "code": "69737-5"}]});
    assert!(is_called(&panel, "GAD-7") && !is_called(&panel, "PHQ-9"));
    // A name that is no instrument's has no panel.
    assert!(!is_called(&panel, "Sleep"));
}
