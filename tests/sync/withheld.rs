//! What the clinic changed and does not hand out is told, and never shown as it was.

use crate::{
    fetching::{new_id, visit},
    given::{Phone, Run, Trouble, sync},
    support::Fault,
};
use cairn::{
    care::{Happened, Subject},
    clinic::{ClinicError, TokenStore, scopes::Scopes},
    sync::{Room, last_pull},
};
use serde_json::json;

const WITHHELD: &str = "changed; cannot be fetched";

impl Phone {
    fn told(&self) -> Vec<(Subject, Happened)> {
        self.notices().into_iter().map(|notice| (notice.subject, notice.happened)).collect()
    }

    /// The clinic moves a visit of May 2031 to that day.
    async fn is_moved(&self, id: &str, day: u32) {
        self.clinic.writes(&visit(id, &self.person.patient, day)).await;
    }

    /// The same phone with a sign-in that covers only these.
    async fn with_scopes(&self, scopes: &[&str]) -> Room {
        let mut tokens = self.drawer.load().unwrap().unwrap();
        tokens.scopes = Scopes::new(scopes.iter().map(|scope| (*scope).to_owned()));
        self.drawer.save(&tokens).unwrap();
        self.signed_in_again().await
    }
}

const UNREADABLE: [(Subject, Happened); 1] = [(Subject::Visit, Happened::Unreadable)];

fn moved(from: u32, to: u32) -> [(Subject, Happened); 1] {
    let instant = |day: u32| format!("2031-05-{day:02}T09:00:00Z").parse().unwrap();
    [(Subject::Visit, Happened::Moved { from: instant(from), to: instant(to) })]
}

#[tokio::test]
async fn a_change_that_is_not_handed_out_makes_the_older_version_unreadable() {
    for fault in [
        Fault::Status(403),
        Fault::Status(400),
        Fault::Alter(r"^\{", "no JSON {"),
        Fault::Alter(r#""id":"[^"]*""#, r#""name":"nobody""#),
        Fault::Alter(r#""meta":\{"#, r#""meta":{"tag":[{"code":"SUBSETTED"}],"#),
        Fault::Alter(r#""resourceType":"Appointment""#, r#""resourceType":"Basic""#),
    ] {
        let phone = Phone::new().await;
        let id = phone.is_given_a_visit(1).await;
        assert_eq!(phone.sync().await.trouble, None);
        phone.is_moved(&id, 2).await;
        let rule = phone.clinic.fault(&phone.person, "GET", "^/Appointment/", 0, fault).await;
        for _ in 0..2 {
            let run = phone.sync().await;
            assert!(run.trouble.is_some(), "{fault:?}");
            assert_eq!(phone.holds("Appointment"), [(id.clone(), Some(WITHHELD.into()))], "{fault:?}");
            assert_eq!(phone.told(), UNREADABLE, "{fault:?}");
        }
        phone.clinic.mend(rule).await;
        assert_eq!(phone.sync().await.trouble, None, "{fault:?}");
        assert_eq!(phone.holds("Appointment"), [(id, None)], "{fault:?}");
        assert_eq!(phone.told(), moved(1, 2), "{fault:?}");
    }
}

#[tokio::test]
async fn a_bad_moment_changes_nothing() {
    let phone = Phone::new().await;
    let id = phone.is_given_a_visit(1).await;
    phone.sync().await;
    phone.is_moved(&id, 2).await;
    for fault in [Fault::Status(500), Fault::Status(401), Fault::RetryAfter(503, 0), Fault::Cut, Fault::Html]
    {
        let rule = phone.clinic.fault(&phone.person, "GET", "^/Appointment/", 0, fault).await;
        phone.sync().await;
        phone.clinic.mend(rule).await;
        assert_eq!(phone.holds("Appointment"), [(id.clone(), None)], "{fault:?}");
        assert!(phone.told().is_empty(), "{fault:?}");
    }
}

#[tokio::test]
async fn a_new_visit_that_is_not_handed_out_is_told() {
    let phone = Phone::new().await;
    assert_eq!(phone.sync().await.trouble, None);
    let id = phone.is_given_a_visit(1).await;
    let rule = phone.clinic.fault(&phone.person, "GET", "^/Appointment/", 0, Fault::Status(403)).await;
    assert_eq!(phone.sync().await.trouble, Some(Trouble::Clinic(ClinicError::NotAllowed)));
    assert_eq!(phone.holds("Appointment"), [(id.clone(), Some(WITHHELD.into()))]);
    assert_eq!(phone.told(), UNREADABLE);
    phone.clinic.mend(rule).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!((phone.holds("Appointment"), phone.told()), (vec![(id, None)], vec![]));
}

#[tokio::test]
async fn a_part_in_place_of_the_whole_is_read_by_itself() {
    let phone = Phone::new().await;
    phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(403)).await;
    // No outlines here: lists hold whole records, or say so.
    phone.clinic.fault(&phone.person, "GET", "_elements", 0, Fault::Status(400)).await;
    let id = phone.is_given_a_visit(1).await;
    phone.sync().await;
    assert_eq!(phone.sync().await.trouble, None);
    let part = Fault::Alter(r#""meta":\{"version"#, r#""meta":{"tag":[{"code":"SUBSETTED"}],"version"#);
    let list = phone.clinic.fault(&phone.person, "GET", r"^/Appointment\?", 0, part).await;
    let seen = phone.requests(0).await.len();
    assert_eq!(phone.sync().await.trouble, None, "it is the version we have");
    let read = |request: &&serde_json::Value| request["path"].as_str().unwrap().starts_with("/Appointment/");
    assert_eq!(phone.requests(seen).await.iter().filter(read).count(), 0);
    phone.is_moved(&id, 2).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!((phone.holds("Appointment"), phone.told()), (vec![(id.clone(), None)], moved(1, 2).to_vec()));
    phone.is_moved(&id, 3).await;
    phone.clinic.fault(&phone.person, "GET", "^/Appointment/", 1, part).await;
    assert!(phone.sync().await.trouble.is_some());
    assert_eq!(phone.told(), UNREADABLE);
    phone.clinic.mend(list).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.told(), moved(1, 3));
}

fn not_allowed(run: &Run) {
    assert_eq!(run.trouble, Some(Trouble::Clinic(ClinicError::NotAllowed)));
}

#[tokio::test]
async fn a_type_the_sign_in_does_not_cover_any_more_is_not_current() {
    let phone = Phone::new().await;
    let id = phone.is_given_a_visit(1).await;
    let (plan, library) = (new_id(), new_id());
    // One that nobody could read even before; it is about what is held.
    phone
        .clinic
        .writes(&json!({"resourceType": "Library", "id": library, "status": "draft",
        "type": {"text": "protocol"}}))
        .await;
    phone
        .clinic
        .writes(&json!({"resourceType": "CarePlan", "id": plan, "status": "active", "intent": "plan",
        "subject": {"reference": format!("Patient/{}", phone.person.patient)},
        "addresses": [{"reference": format!("Library/{library}")}],
        "supportingInfo": [{"reference": format!("Library/{library}")}]}))
        .await;
    phone.sync().await;
    assert_eq!((phone.holds("Appointment").len(), phone.holds("Library").len()), (1, 1));
    let all = phone.drawer.load().unwrap().unwrap().scopes;
    let pulled = || phone.room.store.read(last_pull).unwrap();
    let before = pulled();

    let narrow = phone.with_scopes(&["patient/Patient.rs", "patient/CarePlan.rs"]).await;
    not_allowed(&sync(&narrow).await);
    assert_eq!(pulled(), before);
    assert_eq!(phone.holds("Appointment"), [(id.clone(), Some(WITHHELD.into()))]);
    assert_eq!(phone.holds("Library"), [(library, Some(WITHHELD.into()))]);
    assert!(phone.told().contains(&UNREADABLE[0]));
    not_allowed(&sync(&narrow).await);

    let mut tokens = phone.drawer.load().unwrap().unwrap();
    tokens.scopes = all;
    phone.drawer.save(&tokens).unwrap();
    assert_eq!(sync(&phone.signed_in_again().await).await.trouble, None);
    assert_eq!(phone.holds("Appointment"), [(id, None)]);
    assert!(!phone.told().contains(&UNREADABLE[0]));
    assert!(pulled() > before);
}

#[tokio::test]
async fn a_type_the_server_does_not_know_any_more_is_not_current() {
    let phone = Phone::new().await;
    // One by one, so that the fault meets the list of visits alone.
    phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(403)).await;
    let lost =
        |times| phone.clinic.fault(&phone.person, "GET", r"^/Appointment\?", times, Fault::Status(404));
    lost(1).await;
    assert_eq!(phone.sync().await.trouble, None, "nothing is held");
    let id = phone.is_given_a_visit(1).await;
    assert_eq!(phone.sync().await.trouble, None);
    lost(1).await;
    not_allowed(&phone.sync().await);
    assert_eq!(phone.holds("Appointment"), [(id.clone(), Some(WITHHELD.into()))]);
    assert_eq!(phone.told(), UNREADABLE);
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!((phone.holds("Appointment"), phone.told()), (vec![(id, None)], vec![]));
}
