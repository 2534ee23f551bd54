//! Each golden file becomes exactly the value of `care` it stands for.

use crate::golden::{changed, id, read_golden, read_value, utc, value};
use cairn::care::{
    CareTeam, Clinic, Clinician, Contact, Due, ItemState, LineState, MedicineLine, MedicineRecord, Member,
    Patient, Place, Plan, PlanItem, PlanState, Private, Visit, VisitKind, VisitState, Way, Written,
};
use cairn::fhir::care_plan::{Canonical, canonicals};
use cairn::fhir::{DocumentStatus, Reading, Resource, Role};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::json;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn patient_is_called_by_the_usual_name() {
    let expected = Patient {
        id: id("sam-sample"),
        name: Some(Private::new("Sam Sample")),
        given: Some(Private::new("Sam")),
    };
    assert_eq!(read_golden("patient"), Reading::Patient(expected));
}

#[test]
fn patient_without_a_name_stays_nameless() {
    let nameless = changed("patient", "/name", None);
    let expected = Patient { id: id("sam-sample"), name: None, given: None };
    assert_eq!(read_value(&nameless), Ok(Reading::Patient(expected)));
}

#[test]
fn care_team_names_everybody_but_the_patient() {
    let member = |clinician: Option<&str>, name: Option<&str>, role: &str| Member {
        clinician: clinician.map(id),
        name: name.map(str::to_owned),
        role: Some(role.to_owned()),
    };
    let expected = CareTeam {
        id: id("team-sam"),
        members: vec![
            member(Some("ash-example"), Some("Ash Example"), "Therapist"),
            member(Some("role-kim"), None, "Physician"),
            member(None, Some("Riley Ride"), "Driver"),
        ],
        clinic: Some(id("cedar")),
    };
    assert_eq!(read_golden("care_team"), Reading::CareTeam(expected));
}

#[test]
fn care_team_out_of_force_is_not_shown() {
    let over = changed("care_team", "/status", Some(json!("inactive")));
    assert_eq!(read_value(&over), Ok(Reading::NotOurs));
    let unsaid = changed("care_team", "/status", None);
    assert!(matches!(read_value(&unsaid), Ok(Reading::CareTeam(_))));
}

#[test]
fn clinicians_have_their_titles_and_roles() {
    let ash = Clinician { id: id("ash-example"), name: "Dr. Ash B. Example PhD".to_owned() };
    assert_eq!(read_golden("practitioner"), Reading::Clinician(ash));
    let kim = Role {
        id: id("role-kim"),
        clinician: Some(id("kim-invented")),
        name: Some("Kim Invented".to_owned()),
        does: Some("Prescriber".to_owned()),
    };
    assert_eq!(read_golden("practitioner_role"), Reading::Role(kim));
}

#[test]
fn clinic_lists_numbers_in_use_by_preference() {
    let contact = |way, value: &str, label: Option<&str>| Contact {
        way,
        value: value.to_owned(),
        label: label.map(str::to_owned),
    };
    let expected = Clinic {
        id: id("cedar"),
        name: "Cedar Practice Clinic".to_owned(),
        contacts: vec![
            contact(Way::Phone, "555-0103", None),
            contact(Way::Phone, "555-0102", Some("After hours")),
            contact(Way::Text, "555-0104", None),
            contact(Way::Email, "desk@cedar.example", None),
            contact(Way::Web, "https://cedar.example/", None),
        ],
        zone: Some(Tz::America__Los_Angeles),
    };
    assert_eq!(read_golden("organization"), Reading::Clinic(expected));
}

#[test]
fn place_has_address_lines_and_a_zone() {
    let lines = ["1 Sample Street", "Second floor", "Portland, OR 97201", "USA"];
    let phone = Contact { way: Way::Phone, value: "555-0105".to_owned(), label: None };
    let expected = Place {
        id: id("cedar-house"),
        name: Some("Cedar House".to_owned()),
        address: lines.map(str::to_owned).to_vec(),
        contacts: vec![phone],
        zone: Some(Tz::America__Los_Angeles),
    };
    assert_eq!(read_golden("location"), Reading::Place(expected));
    let written = changed("location", "/address/text", Some(json!("1 Sample St\n\n Portland ")));
    let Ok(Reading::Place(place)) = read_value(&written) else { panic!("a place") };
    assert_eq!(place.address, ["1 Sample St", "Portland"]);
}

#[test]
fn care_plan_has_its_items_its_protocol_and_the_medicines_it_names() {
    let item = |id: &str, title: &str, note: Option<&str>, state, due, step| PlanItem {
        id: id.to_owned(),
        title: title.to_owned(),
        note: note.map(str::to_owned),
        state,
        due,
        task: None,
        step,
        form: None,
    };
    let adult = Some("Name and phone number of an adult.");
    let daily = Some("Three minutes are enough.\nevery day until your session");
    let first_of_two = Some(Due::At(utc("2025-11-25T01:00:00Z")));
    let session = Some(VisitKind::Session);
    let december = Some(Due::On(day("2025-12-01")));
    let expected = Plan {
        id: id("plan-sam"),
        title: Some("Your plan".to_owned()),
        state: PlanState::Active,
        protocol: Some(id("kap-im")),
        team: Some(id("team-sam")),
        items: vec![
            item("driver", "Who drives you home?", adult, ItemState::Open, december, session),
            item(
                "https://cedar.example/todo|breathing",
                "Slow breathing",
                daily,
                ItemState::Open,
                None,
                None,
            ),
            item("history", "Tell us about your health", None, ItemState::Done, first_of_two, None),
            item("Bring your old glasses", "Bring your old glasses", None, ItemState::Dropped, None, None),
        ],
        // With their types: another system may use the same id for one of each.
        medicines: vec![
            (MedicineRecord::Request, id("morning-tablet")),
            (MedicineRecord::Statement, id("evening-tablet")),
        ],
    };
    assert_eq!(read_golden("care_plan"), Reading::Plan(expected));
}

#[test]
fn care_plan_keeps_what_it_follows_for_looking_up() {
    let plan = Resource::from_value(value("care_plan")).unwrap();
    let canonical = |url: &str, version: Option<&str>| Canonical {
        url: format!("https://cedar.example/fhir/PlanDefinition/{url}"),
        version: version.map(str::to_owned),
    };
    assert_eq!(canonicals(&plan), Ok(vec![canonical("kap-im", Some("4")), canonical("house-rules", None)]));
}

#[test]
fn library_holds_the_protocol_document() {
    type Words<T> = std::collections::BTreeMap<String, T>;

    let Reading::Protocol(document) = read_golden("library") else { panic!("a document") };
    assert_eq!(document.id, id("kap-im"));
    assert_eq!(document.url.as_deref(), Some("https://cedar.example/fhir/Library/kap-im"));
    assert_eq!(document.version.as_deref(), Some("4"));
    assert_eq!(document.status, DocumentStatus::Active);
    let text = r#"{"template":{"id":"kap-im-default","version":1},"dose_free":1.10,"words":"café"}"#;
    assert_eq!(document.json, text);

    let values = document.document::<Words<serde_json::Value>>().unwrap();
    assert_eq!(values["words"], "café");
    let problem = document.document::<Words<u8>>().unwrap_err();
    assert_eq!(problem.to_string(), "Library.content[1].data: not the expected document (line 1, column 12)");
}

#[test]
fn appointment_is_a_visit() {
    let expected = Visit {
        id: id("session-1"),
        kind: VisitKind::Session,
        state: VisitState::Confirmed,
        start: Some(utc("2025-12-02T18:00:00Z")),
        end: Some(utc("2025-12-02T21:00:00Z")),
        booked: Some(utc("2025-11-18T17:30:00Z")),
        place: Some(id("cedar-house")),
        with: vec![id("ash-example"), id("role-kim")],
        note: Some("Use the door on Sample Street.".to_owned()),
    };
    assert_eq!(read_golden("appointment"), Reading::Visit(expected));
}

#[test]
fn appointment_asked_for_may_have_no_time() {
    let expected = Visit {
        id: id("wish-1"),
        kind: VisitKind::Preparation,
        state: VisitState::Requested,
        start: None,
        end: None,
        booked: None,
        place: None,
        with: vec![],
        note: None,
    };
    assert_eq!(read_golden("appointment_proposed"), Reading::Visit(expected));
}

#[test]
fn appointment_ends_after_its_minutes_if_no_end_is_given() {
    let start = changed("appointment_proposed", "/start", Some(json!("2025-12-02T10:00:00Z")));
    let Ok(Reading::Visit(visit)) = read_value(&start) else { panic!("a visit") };
    assert_eq!(visit.end, Some(utc("2025-12-02T10:50:00Z")));
}

#[test]
fn appointment_booked_on_a_day_has_no_instant_of_booking() {
    let on_a_day = changed("appointment", "/created", Some(json!("2025-11-18")));
    let Ok(Reading::Visit(visit)) = read_value(&on_a_day) else { panic!("a visit") };
    assert_eq!(visit.booked, None);
    assert!(read_value(&changed("appointment", "/created", Some(json!("last week")))).is_err());
}

#[test]
fn appointment_states_are_all_known() {
    let states = [
        ("proposed", VisitState::Requested),
        ("pending", VisitState::Requested),
        ("waitlist", VisitState::Waiting),
        ("booked", VisitState::Confirmed),
        ("arrived", VisitState::UnderWay),
        ("checked-in", VisitState::UnderWay),
        ("fulfilled", VisitState::Finished),
        ("cancelled", VisitState::Cancelled),
        ("noshow", VisitState::Cancelled),
        ("entered-in-error", VisitState::Cancelled),
    ];
    for (code, state) in states {
        let Ok(Reading::Visit(visit)) = read_value(&changed("appointment", "/status", Some(json!(code))))
        else {
            panic!("{code} is not read");
        };
        assert_eq!(visit.state, state, "{code}");
    }
}

#[test]
fn appointment_kind_comes_from_a_code_or_a_bare_label() {
    let kind = |concept| match read_value(&changed("appointment", "/serviceType", Some(json!([concept])))) {
        Ok(Reading::Visit(visit)) => visit.kind,
        other => panic!("{other:?}"),
    };
    let coded = |code: &str| json!({ "coding": [{ "system": "https://cairn.example/fhir/CodeSystem/visit-kind", "code": code }] });
    let kinds = [
        ("consultation", VisitKind::Consultation),
        ("intake", VisitKind::Intake),
        ("preparation", VisitKind::Preparation),
        ("session", VisitKind::Session),
        ("integration", VisitKind::Integration),
        ("other", VisitKind::Other),
    ];
    for (code, expected) in kinds {
        assert_eq!(kind(coded(code)), expected, "{code}");
    }
    assert_eq!(kind(json!({ "text": "KAP session" })), VisitKind::Session);
    assert_eq!(kind(json!({ "text": "Intake" })), VisitKind::Intake);
    assert_eq!(kind(json!({ "coding": [{ "display": "Integration session" }] })), VisitKind::Integration);
    assert_eq!(kind(json!({ "text": "A call about your session" })), VisitKind::Other);
}

#[test]
fn task_is_an_item_due_by_its_restriction() {
    let expected = PlanItem {
        id: "call-us".to_owned(),
        title: "Call us".to_owned(),
        note: Some("About your ride home.".to_owned()),
        state: ItemState::Open,
        due: Some(Due::At(utc("2025-11-28T01:00:00Z"))),
        task: None,
        step: Some(VisitKind::Preparation),
        form: None,
    };
    assert_eq!(read_golden("task"), Reading::Task(expected.clone()));
    let looser = changed("task", "/restriction", None);
    let due = Some(Due::On(day("2025-11-28")));
    assert_eq!(read_value(&looser), Ok(Reading::Task(PlanItem { due, ..expected })));
}

#[test]
fn medication_request_keeps_the_clinicians_words_in_order() {
    let words = ["Take it at 7 in the morning.", "Evening before: as usual.", "With a sip of water.", "PO"];
    let expected = MedicineLine {
        id: id("morning-tablet"),
        record: MedicineRecord::Request,
        medicine: Private::new("Sample tablet 10 mg"),
        words: Some(Private::new(words.join("\n"))),
        author: Some("Kim Invented".to_owned()),
        written: Some(Written::At(utc("2025-11-21T00:30:00Z"))),
        state: LineState::Active,
        action: None,
        days: None,
        do_not_take: false,
    };
    assert_eq!(read_golden("medication_request"), Reading::Medicine(expected));
}

#[test]
fn medication_statement_has_its_medicine_inside() {
    let expected = MedicineLine {
        id: id("evening-tablet"),
        record: MedicineRecord::Statement,
        medicine: Private::new("Practice drops"),
        words: None,
        author: Some("Kim Invented".to_owned()),
        written: Some(Written::On(day("2025-11-20"))),
        state: LineState::NoLonger,
        action: None,
        days: None,
        do_not_take: false,
    };
    assert_eq!(read_golden("medication_statement"), Reading::Medicine(expected));
}

#[test]
fn other_resources_are_not_ours() {
    let encounter = json!({ "resourceType": "Condition", "id": "e", "status": 7 });
    assert_eq!(read_value(&encounter), Ok(Reading::NotOurs));
    let pulse = json!({ "resourceType": "Observation", "id": "o", "code": { "text": "Pulse" } });
    assert_eq!(read_value(&pulse), Ok(Reading::NotOurs));
}
