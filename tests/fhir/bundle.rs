//! Pages of a search: good entries are read, bad ones kept with the reason, and no page ends too early.

use crate::golden::{changed, id, text, value};
use cairn::fhir::bundle::{Page, answers, batch_of_gets};
use cairn::fhir::{Unreadable, What};
use serde_json::json;

#[test]
fn a_page_keeps_every_entry_and_names_the_next_page() {
    let page = Page::parse(text("searchset")).unwrap();
    assert_eq!(page.next.as_deref(), Some("https://cedar.example/fhir/Appointment?_count=5&page=2"));
    assert_eq!(page.entries.len(), 4, "the outcome is no entry");
    assert_eq!(page.entries[0].as_ref().unwrap().id, id("a1"));

    let bad_id = page.entries[1].as_ref().unwrap_err();
    assert_eq!((bad_id.kind.as_deref(), &bad_id.id), (Some("Appointment"), &None));
    assert_eq!(bad_id.why, Unreadable { path: "Appointment.id".to_owned(), what: What::BadId });
    assert_eq!(bad_id.raw, value("searchset")["entry"][1]["resource"]);
    assert!(bad_id.raw.to_string().ends_with(r#""weight":1.10}"#));

    let empty = page.entries[2].as_ref().unwrap_err();
    assert_eq!(empty.why.path, "Bundle.entry[2].resource");
    assert_eq!(empty.raw, value("searchset")["entry"][2]);

    let bad_date = page.entries[3].as_ref().unwrap_err();
    assert_eq!((bad_date.kind.as_deref(), bad_date.id.clone()), (Some("Appointment"), Some(id("a3"))));
    assert_eq!(bad_date.why.path, "Appointment.meta.lastUpdated");
}

#[test]
fn an_empty_page_is_a_page() {
    let page = Page::parse(r#"{"resourceType":"Bundle","type":"searchset","total":0}"#).unwrap();
    assert_eq!(page, Page { entries: vec![], next: None });
}

#[test]
fn what_is_not_a_page_never_looks_like_the_last_one() {
    let cases = [
        ("/resourceType", json!("OperationOutcome"), "Bundle.resourceType"),
        ("/type", json!("batch-response"), "Bundle.type"),
        ("/entry", json!({}), "Bundle.entry"),
        ("/link", json!("next"), "Bundle.link"),
        ("/link/1/url", json!(7), "Bundle.link[1].url"),
        ("/link/1/url", json!(""), "Bundle.link[1].url"),
        ("/link/1/relation", json!([]), "Bundle.link[1].relation"),
    ];
    for (pointer, new, path) in cases {
        assert_eq!(Page::from_value(changed("searchset", pointer, Some(new))).unwrap_err().path, path);
    }
    assert!(Page::parse("<html>Sign in to the Wi-Fi</html>").is_err());
    assert!(Page::parse(&text("searchset")[..400]).is_err());
}

#[test]
fn a_batch_asks_and_is_answered_in_order() {
    let batch = batch_of_gets(["Appointment?patient=p", "CarePlan?patient=p"]);
    let expected = r#"{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Appointment?patient=p"}},{"request":{"method":"GET","url":"CarePlan?patient=p"}}]}"#;
    assert_eq!(batch.to_string(), expected);

    let answers = answers(text("batch_response")).unwrap();
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(statuses, [200, 403, 304]);
    let page = Page::from_value(answers[0].body.clone().unwrap()).unwrap();
    assert_eq!(page.entries, []);
    assert_eq!(answers[1].body.as_ref().unwrap()["resourceType"], "OperationOutcome");
    assert_eq!(answers[2].body, None);
}

#[test]
fn a_batch_answer_without_a_status_is_an_error() {
    let cases = [
        ("/entry/1/response", None, "Bundle.entry[1].response"),
        ("/entry/1/response/status", Some(json!(403)), "Bundle.entry[1].response.status"),
        ("/entry/1/response/status", Some(json!("no")), "Bundle.entry[1].response.status"),
        ("/type", Some(json!("searchset")), "Bundle.type"),
    ];
    for (pointer, new, path) in cases {
        assert_eq!(answers(&changed("batch_response", pointer, new).to_string()).unwrap_err().path, path);
    }
}
