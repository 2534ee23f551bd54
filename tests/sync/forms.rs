//! Forms the clinic names by their addresses reach the phone in every version, and cost nothing while they stay.

use crate::{fetching::new_id, given::Phone, support::Fault};
use serde_json::{Value, json};

fn url(id: &str) -> String {
    format!("https://forms.example/Questionnaire/{id}")
}

fn form(id: &str, url: &str, version: &str, status: &str) -> Value {
    json!({"resourceType": "Questionnaire", "id": id, "url": url, "version": version, "status": status,
        "title": "How you slept", "item": [{"linkId": "1", "type": "boolean", "text": "Did you sleep well?"}]})
}

impl Phone {
    /// The plan of this patient asks for this form.
    async fn is_asked(&self, plan: &str, canonical: Option<&str>) {
        let activity = canonical.map(|canonical| {
            json!([{"detail": {"status": "not-started", "description": "How did you sleep?",
                "instantiatesCanonical": [canonical]}}])
        });
        let mut plan = json!({"resourceType": "CarePlan", "id": plan, "status": "active", "intent": "plan",
            "subject": {"reference": format!("Patient/{}", self.person.patient)}});
        if let Some(activity) = activity {
            plan["activity"] = activity;
        }
        self.clinic.writes(&plan).await;
    }

    fn form_bodies(&self) -> Vec<Value> {
        let all = self.room.store.read(|reader| reader.mirrored("Questionnaire")).unwrap();
        all.iter().map(|form| serde_json::from_str(&form.body).unwrap()).collect()
    }
}

#[tokio::test]
async fn a_form_a_plan_names_arrives_changes_and_goes() {
    let phone = Phone::new().await;
    let [plan, first, second] = std::array::from_fn(|_| new_id());
    let address = url(&first);
    phone.clinic.writes(&form(&first, &address, "1", "active")).await;
    phone.is_asked(&plan, Some(&address)).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.holds("Questionnaire"), [(first.clone(), None)]);

    // Nothing changed: one request, as without a form.
    let seen = phone.requests(0).await.len();
    let run = phone.sync().await;
    assert_eq!((run.trouble, run.arrived), (None, 0));
    assert_eq!(phone.requests(seen).await.len(), 1);

    // Another version under the same id.
    phone.clinic.writes(&form(&first, &address, "2", "active")).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.form_bodies()[0]["version"], "2");

    // A newer one as a record of its own, and the older withdrawn: both are known.
    phone.clinic.writes(&form(&first, &address, "2", "retired")).await;
    phone.clinic.writes(&form(&second, &address, "3", "active")).await;
    assert_eq!(phone.sync().await.trouble, None);
    let mut told: Vec<_> = phone.form_bodies().iter().map(|form| form["status"].clone()).collect();
    told.sort_by_key(ToString::to_string);
    assert_eq!(told, ["active", "retired"]);

    // Nothing names it any more.
    phone.is_asked(&plan, None).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.holds("Questionnaire"), []);
}

#[tokio::test]
async fn a_form_nobody_can_fill_in_is_kept_with_its_problem_and_holds_up_nothing() {
    let phone = Phone::new().await;
    let [plan, id] = std::array::from_fn(|_| new_id());
    let mut strange = form(&id, &url(&id), "1", "active");
    strange["item"][0]["type"] = json!("reference");
    phone.clinic.writes(&strange).await;
    phone.is_asked(&plan, Some(&url(&id))).await;
    assert_eq!(phone.sync().await.trouble, None);
    let held = phone.holds("Questionnaire");
    assert_eq!(held.len(), 1);
    assert!(held[0].1.is_some(), "{held:?}");
    assert!(phone.notices().is_empty());
}

#[tokio::test]
async fn where_forms_cannot_be_searched_the_id_of_the_address_is_read() {
    let phone = Phone::new().await;
    let [plan, id, elsewhere] = std::array::from_fn(|_| new_id());
    phone.clinic.fault(&phone.person, "POST", "^/$", 0, Fault::Status(403)).await;
    phone.clinic.fault(&phone.person, "GET", "^/Questionnaire[?]", 0, Fault::Status(403)).await;
    phone.clinic.writes(&form(&id, &url(&id), "1", "active")).await;
    phone.is_asked(&plan, Some(&url(&id))).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.holds("Questionnaire"), [(id.clone(), None)]);
    // One that is not on this server keeps nothing else from arriving.
    phone.is_asked(&plan, Some(&url(&elsewhere))).await;
    let visit = phone.is_given_a_visit(3).await;
    assert_eq!(phone.sync().await.trouble, None);
    assert_eq!(phone.holds("Appointment"), [(visit, None)]);
    assert_eq!(phone.holds("Questionnaire"), []);
}
