//! The day of a session with a real clinic: the ride is told once, measurements and the end come down.

use crate::{
    given::{let_it_go, signed_in},
    support::{Clinic, Fault, Person, eventually},
    world::Phone,
};
use cairn::{
    app::{
        Cairn,
        read::{Page, SessionView},
    },
    care::{Delivery, Id, Private, VisitState, Vital},
};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};

/// A patient whose session began half an hour ago.
async fn on_the_day(clinic: &'static Clinic) -> (Person, Cairn, Phone, Id) {
    let person = clinic.patient_like("sample").await;
    let ahead = clinic.finds(&format!("Appointment?patient=Patient/{}&status=booked", person.patient)).await;
    let first = ahead.iter().min_by_key(|visit| visit["start"].as_str()).unwrap();
    let start: DateTime<Utc> = first["start"].as_str().unwrap().parse().unwrap();
    let visit = first["id"].as_str().unwrap().to_owned();
    clinic.desk_reschedules(&visit, (Utc::now() - TimeDelta::minutes(30) - start).num_minutes()).await;
    let (app, phone) = signed_in(clinic, &person).await;
    (person, app, phone, Id::new(visit).unwrap())
}

async fn eventually_session(app: &Cairn, what: &str, is: impl Fn(&SessionView) -> bool) -> SessionView {
    eventually(what, async || match app.day().await.unwrap().page {
        Page::Session(view) if is(&view) => Some(*view),
        _ => None,
    })
    .await
}

async fn has(clinic: &Clinic, kind: &str, person: &Person) -> Vec<Value> {
    clinic.finds(&format!("{kind}?patient=Patient/{}", person.patient)).await
}

fn confirmed(response: &Value) -> &Value {
    let items = response["item"].as_array().unwrap();
    &items.iter().find(|item| item["linkId"] == "confirmed").unwrap()["answer"][0]["valueBoolean"]
}

async fn is_delivered(app: &Cairn, visit: &Id) {
    eventually("the clinic to have the confirmation", async || {
        let delivery = app.driver(visit.clone()).await.unwrap().delivery;
        matches!(delivery, Some(Delivery::Sent(_))).then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_ride_reaches_the_clinic_once_though_the_answer_is_lost() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone, visit) = on_the_day(clinic).await;
    clinic.fault(&person, "PUT", "^/QuestionnaireResponse/", 1, Fault::Drop).await;
    clinic.fault(&person, "PUT", "^/RelatedPerson/", 1, Fault::Reset).await;
    app.save_driver(visit.clone(), Private::new("Kim"), Private::new("+1 207 555 0177")).await.unwrap();
    assert!(has(clinic, "RelatedPerson", &person).await.is_empty(), "a name alone stays on the phone");
    app.confirm_driver(visit.clone(), true).await.unwrap();
    for _ in 0..8 {
        let_it_go(&phone, &app);
        phone.clock.forward(TimeDelta::minutes(2));
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    is_delivered(&app, &visit).await;
    eventually("the driver", async || (has(clinic, "RelatedPerson", &person).await.len() == 1).then_some(()))
        .await;
    let (people, said) =
        (has(clinic, "RelatedPerson", &person).await, has(clinic, "QuestionnaireResponse", &person).await);
    assert_eq!((people.len(), said.len()), (1, 1));
    assert_eq!(
        (&people[0]["name"][0]["text"], &people[0]["telecom"][0]["value"]),
        (&json!("Kim"), &json!("+1 207 555 0177"))
    );
    assert_eq!(confirmed(&said[0]), &json!(true));
    assert_eq!(said[0]["meta"]["versionId"], "1", "sent again, it was not written again");
    assert!(said[0].to_string().contains(&format!("Appointment/{visit}")));

    app.confirm_driver(visit.clone(), false).await.unwrap();
    let_it_go(&phone, &app);
    eventually("the clinic to hear that it is off", async || {
        let said = has(clinic, "QuestionnaireResponse", &person).await;
        (said.len() == 1 && confirmed(&said[0]) == &json!(false)).then_some(())
    })
    .await;
}

#[tokio::test]
async fn taken_back_before_it_left_the_clinic_never_hears_of_it() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone, visit) = on_the_day(clinic).await;
    app.save_driver(visit.clone(), Private::new("Kim"), Private::new("")).await.unwrap();
    app.confirm_driver(visit.clone(), true).await.unwrap();
    app.confirm_driver(visit.clone(), false).await.unwrap();
    let_it_go(&phone, &app);
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert!(has(clinic, "RelatedPerson", &person).await.is_empty());
    assert!(has(clinic, "QuestionnaireResponse", &person).await.is_empty());
}

#[tokio::test]
async fn what_the_clinic_measures_and_the_end_it_marks_come_down() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone, visit) = on_the_day(clinic).await;
    eventually_session(&app, "the session's page", |view| view.arrived && view.vitals.is_empty()).await;
    clinic.desk_begins(visit.as_str()).await;
    clinic.desk_measures(&person).await;
    app.sync_now();
    let view = eventually_session(&app, "the measurements", |view| view.vitals.len() == 2).await;
    assert_eq!(view.visit.state, VisitState::UnderWay);
    let values: Vec<_> = view.vitals.iter().flat_map(|line| &line.values).collect();
    let shown = |what: Vital| {
        let value = values.iter().find(|value| value.what == what).unwrap();
        (value.digits.reveal().to_owned(), value.unit.clone().unwrap())
    };
    assert_eq!(shown(Vital::BloodPressure), ("118/76".to_owned(), "mmHg".to_owned()));
    assert_eq!(shown(Vital::Pulse), ("72".to_owned(), "/min".to_owned()));

    let end = Utc::now();
    clinic.desk_finishes(visit.as_str(), &end.to_rfc3339_opts(SecondsFormat::Millis, true)).await;
    app.sync_now();
    let soft = eventually("soft mode", async || match app.day().await.unwrap().page {
        Page::Soft(view) => Some(view),
        _ => None,
    })
    .await;
    assert_eq!((&soft.visit, soft.must_call), (&visit, false));
    let card = app.first_day().await.unwrap();
    let until = card.until.unwrap().until.and_local_timezone(card.until.unwrap().zone).unwrap();
    assert!(until > end + TimeDelta::hours(24), "the reckoned end is later than the marked one, and counts");
}

#[tokio::test]
async fn a_session_that_cannot_be_read_or_is_cancelled_has_no_page() {
    let clinic = Clinic::shared_sample();
    for cancel in [true, false] {
        let (_, app, _phone, visit) = on_the_day(clinic).await;
        eventually_session(&app, "the session's page", |_| true).await;
        if cancel {
            clinic.desk_cancels(visit.as_str()).await;
        } else {
            clinic.desk_spoils(&format!("Appointment/{visit}")).await;
        }
        app.sync_now();
        eventually("Today in its place", async || {
            (app.day().await.unwrap().page == Page::Ordinary).then_some(())
        })
        .await;
        assert!(!app.today().await.unwrap().notices.is_empty(), "Today says what happened");
        assert!(app.driver(visit).await.unwrap().hand_off.is_none(), "and nobody is sent there");
    }
}
