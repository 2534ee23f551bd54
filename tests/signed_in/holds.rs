//! While a patient reads what asking for a time means, the clinic's server keeps it for them: they see until when, have it still
//! when they come back, and nobody has to give back what they turned away from.

use crate::{
    booking::{CONFIRMED, line, own_time, told, until, wish},
    given::patient,
    support::{Clinic, Fault, Person, eventually},
    world::Phone,
};
use cairn::{
    app::{
        Cairn,
        read::{FreeTimeLine, FreeTimes},
    },
    care::{
        Happened, Subject, VisitKind,
        booking::{Keeping, WishState},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

struct Given {
    clinic: &'static Clinic,
    person: Person,
    app: Cairn,
    phone: Phone,
    time: FreeTimeLine,
}

async fn given() -> Given {
    given_for(VisitKind::Consultation).await
}

async fn given_for(kind: VisitKind) -> Given {
    let clinic = Clinic::shared_sample_without_desk();
    let (person, app, phone) = patient(clinic).await;
    let time = own_time(clinic, (&phone, &app), kind, None).await;
    Given { clinic, person, app, phone, time }
}

impl Given {
    async fn keeping(&self) -> Keeping {
        self.keeping_for(self.time.kind).await
    }

    async fn keeping_for(&self, kind: VisitKind) -> Keeping {
        self.app.keeping(kind, self.time.slots.clone()).await.unwrap()
    }

    /// Opens the page of the time; answers until when it is kept.
    async fn looks_at_it(&self) -> DateTime<Utc> {
        self.app.keep_time(wish(&self.time, None)).await.unwrap();
        eventually("it to be kept", async || match self.keeping().await {
            Keeping::Kept(until) => until,
            _ => None,
        })
        .await
    }

    async fn slot_is(&self, status: &str) {
        let slot = format!("Slot/{}", self.time.slots[0]);
        eventually(&format!("the time to be {status}"), async || {
            (self.clinic.has(&slot).await?["status"] == status).then_some(())
        })
        .await;
    }

    /// Looks at the clinic at least once more.
    async fn looks_again(&self) {
        crate::given::looks_again(&self.phone, &self.app).await;
    }

    async fn records(&self) -> usize {
        self.clinic.finds(&format!("Appointment?slot=Slot/{}", self.time.slots[0])).await.len()
    }
}

#[tokio::test]
async fn a_time_is_kept_while_one_decides_and_stays_so_until_the_clinic_hears_of_it() {
    let given = given().await;
    let visits = given.app.journey().await.unwrap();
    let until_when = given.looks_at_it().await;
    given.slot_is("busy-tentative").await;
    assert!(until_when > given.app.now());
    given.looks_again().await;
    assert_eq!(given.app.journey().await.unwrap().steps, visits.steps, "it is no visit");
    assert!(matches!(given.keeping().await, Keeping::Kept(Some(_))));

    let rule =
        given.clinic.fault_where(json!({"patient": given.person.patient, "times": 0}), Fault::Reset).await;
    let record = given.app.ask_for_time(wish(&given.time, None)).await.unwrap();
    let stands = line(&given.app, &record).await.state;
    assert_eq!(stands, WishState::Held(until_when), "not sent, and nobody else gets it");
    assert_eq!(given.app.bookings().await.unwrap().open[0].state, stands);
    given.app.let_time_go().await.unwrap();
    assert_eq!(line(&given.app, &record).await.state, stands, "leaving the page changes nothing by now");
    given.clinic.mend(rule).await;
    until(&given.app, &record, "the clinic's yes", CONFIRMED).await;
    given.slot_is("busy").await;
    assert_eq!(told(&given.app).await, [(Subject::Wish, Happened::Confirmed)]);
    assert_eq!(given.records().await, 1);
}

#[tokio::test]
async fn when_its_time_is_up_nothing_is_said_to_be_kept() {
    let given = given().await;
    let until_when = given.looks_at_it().await;
    given.clinic.fault_where(json!({"patient": given.person.patient, "times": 0}), Fault::Reset).await;
    given.phone.clock.forward(TimeDelta::minutes(5));
    assert_eq!(given.keeping().await, Keeping::Over(until_when));
    let record = given.app.ask_for_time(wish(&given.time, None)).await.unwrap();
    assert_eq!(line(&given.app, &record).await.state, WishState::OnThisPhone);
}

#[tokio::test]
async fn whoever_turns_away_gives_it_back_and_whoever_comes_back_first_has_it_still() {
    let given = given().await;
    let until_when = given.looks_at_it().await;
    let rule =
        given.clinic.fault_where(json!({"patient": given.person.patient, "times": 0}), Fault::Reset).await;
    given.app.let_time_go().await.unwrap();
    assert_eq!(given.keeping().await, Keeping::Not);
    given.app.keep_time(wish(&given.time, None)).await.unwrap();
    assert_eq!(given.keeping().await, Keeping::Kept(Some(until_when)), "it was not given back yet");
    assert_eq!(given.records().await, 1);

    given.app.let_time_go().await.unwrap();
    given.clinic.mend(rule).await;
    given.app.sync_now();
    given.slot_is("free").await;
    given.looks_again().await;
    assert_eq!(told(&given.app).await, [], "what only kept a time is told as nothing");
    assert!(given.app.bookings().await.unwrap().open.is_empty());
    let again = given.looks_at_it().await;
    assert!(again > given.app.now());
    assert_eq!(given.records().await, 2, "it is kept anew");
}

#[tokio::test]
async fn a_time_that_was_given_back_without_an_answer_is_not_said_to_be_kept() {
    let given = given().await;
    let until_when = given.looks_at_it().await;
    let lost = json!({"patient": given.person.patient, "path": "book$", "sends": "cancelled", "times": 1});
    given.clinic.fault_where(lost, Fault::Drop).await;
    given.app.let_time_go().await.unwrap();
    given.slot_is("free").await;
    given.phone.clock.forward(TimeDelta::seconds(1));
    given.app.keep_time(wish(&given.time, None)).await.unwrap();
    assert_ne!(given.keeping().await, Keeping::Kept(Some(until_when)), "anybody can have it by now");
    let again = eventually("it to be kept anew", async || match given.keeping().await {
        Keeping::Kept(until) => until,
        _ => None,
    })
    .await;
    assert_ne!(again, until_when);
    given.slot_is("busy-tentative").await;
}

#[tokio::test]
async fn a_wish_for_a_kept_time_that_is_taken_back_gives_the_time_back() {
    let given = given().await;
    given.looks_at_it().await;
    let rule =
        given.clinic.fault_where(json!({"patient": given.person.patient, "times": 0}), Fault::Reset).await;
    let record = given.app.ask_for_time(wish(&given.time, None)).await.unwrap();
    given.app.take_back_wish(record.clone()).await.unwrap();
    given.clinic.mend(rule).await;
    given.app.sync_now();
    given.slot_is("free").await;
    given.looks_again().await;
    assert_eq!(line(&given.app, &record).await.state, WishState::TakenBack { heard: true });
    assert_eq!(told(&given.app).await, []);
}

#[tokio::test]
async fn a_time_that_was_kept_for_one_kind_of_visit_is_kept_and_booked_anew_for_another() {
    let given = given_for(VisitKind::Preparation).await;
    // The same clinician has it for both.
    let slot = given.clinic.has(&format!("Slot/{}", given.time.slots[0])).await.unwrap();
    let schedule = slot["schedule"]["reference"].as_str().unwrap();
    for mut record in [given.clinic.has(schedule).await.unwrap(), slot.clone()] {
        let system = "https://cairn.example/fhir/CodeSystem/visit-kind";
        let both =
            ["preparation", "consultation"].map(|code| json!({"coding": [{"system": system, "code": code}]}));
        record["serviceType"] = json!(both);
        given.clinic.writes(&record).await;
    }
    given.app.ask_for_free_times(VisitKind::Consultation, FreeTimes::WEEKS).unwrap();
    let consultation = eventually("the time for a consultation", async || {
        given.app.free_time(VisitKind::Consultation, given.time.slots.clone(), None).await.unwrap()
    })
    .await;
    let until_when = given.looks_at_it().await;
    let rule =
        given.clinic.fault_where(json!({"patient": given.person.patient, "times": 0}), Fault::Reset).await;
    given.app.let_time_go().await.unwrap();
    given.app.keep_time(wish(&consultation, None)).await.unwrap();
    let keeping = given.keeping_for(VisitKind::Consultation).await;
    assert_ne!(keeping, Keeping::Kept(Some(until_when)), "that is kept for a preparation");
    given.clinic.mend(rule).await;
    given.app.sync_now();
    given.slot_is("free").await;
    let record = given.app.ask_for_time(wish(&consultation, None)).await.unwrap();
    until(&given.app, &record, "the clinic's yes", CONFIRMED).await;
    let there =
        given.clinic.finds(&format!("Appointment?slot=Slot/{}&status=booked", given.time.slots[0])).await;
    assert_eq!(there.len(), 1);
    assert_eq!(there[0]["appointmentType"]["coding"][0]["code"], "consultation");
}
