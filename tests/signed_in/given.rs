//! A phone in a patient's hand: it opens the browser, which signs that patient in at the practice clinic.

use crate::{
    support::{Clinic, Fault, Person, Server, eventually},
    world::Phone,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use cairn::{
    app::{AppError, Cairn, Farewell, NewCheckIn, Saved},
    care::{Delivery, Private, Score},
    platform::browser::{Browser, NoBrowser},
};
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};
use std::sync::Arc;

/// A phone whose clock begins at the real time: tokens are good or stale by it.
pub fn phone() -> Phone {
    Phone::at(Utc::now())
}

/// Signs `person` in, whatever page it is asked to open.
pub struct BrowserOf {
    pub clinic: &'static Clinic,
    pub person: Person,
}

impl Browser for BrowserOf {
    fn open(&self, url: &str) -> Result<(), NoBrowser> {
        let (clinic, person, url) = (self.clinic, self.person.clone(), url.to_owned());
        // The page waits for the app, which waits for this call to return.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(clinic.browse(&person, &url, true));
        });
        Ok(())
    }
}

/// The app on `phone` in the hand of `person`, started.
pub async fn in_the_hand_of(phone: &Phone, clinic: &'static Clinic, person: &Person) -> Cairn {
    let app = phone.app_with(Arc::new(BrowserOf { clinic, person: person.clone() }));
    app.start().await;
    app
}

pub async fn sign_in(app: &Cairn, clinic: &Clinic) -> Result<(), AppError> {
    app.connect(clinic.fhir()).await?.finish(&Farewell("Go back now.".to_owned())).await
}

pub async fn check_in(app: &Cairn, words: &str) -> Saved {
    let new = NewCheckIn {
        words: Some(Private::new(words)),
        ..NewCheckIn::new(Score::new(4).unwrap(), Score::new(6).unwrap())
    };
    app.save_check_in(new).await.unwrap()
}

/// Lets the time for undoing pass, and the app look.
pub fn let_it_go(phone: &Phone, app: &Cairn) {
    phone.clock.forward(TimeDelta::seconds(11));
    app.sync_now();
}

/// Where the newest check-in is.
pub async fn newest_delivery(app: &Cairn) -> Delivery {
    app.check_ins(None).await.unwrap().lines[0].delivery
}

pub async fn is_sent(app: &Cairn) {
    eventually("the clinic to have it", async || {
        matches!(newest_delivery(app).await, Delivery::Sent(_)).then_some(())
    })
    .await;
}

/// Lets the app try, until the clinic's door turned it away by this rule once more and it knows.
pub async fn is_turned_away(app: &Cairn, clinic: &Clinic, rule: u64) {
    let before = clinic.hits(rule).await;
    app.sync_now();
    eventually("the door to turn the app away", async || {
        let turned_away = clinic.hits(rule).await > before;
        (turned_away && !app.sync_state().await.unwrap().busy).then_some(())
    })
    .await;
}

/// Waits until the app has looked at the clinic once more, at everything.
pub async fn looks_again(phone: &Phone, app: &Cairn) {
    phone.clock.forward(TimeDelta::seconds(1));
    let before = app.sync_state().await.unwrap().last_pull;
    app.sync_now();
    eventually("another look at the clinic", async || {
        (app.sync_state().await.unwrap().last_pull > before).then_some(())
    })
    .await;
}

/// Signs `person` in on a phone of their own, and lets the app look at the clinic.
pub async fn signed_in(clinic: &'static Clinic, person: &Person) -> (Cairn, Phone) {
    let phone = phone();
    let app = in_the_hand_of(&phone, clinic, person).await;
    sign_in(&app, clinic).await.unwrap();
    has_pulled(&app).await;
    (app, phone)
}

/// A patient like the one of the sample, signed in.
pub async fn patient(clinic: &'static Clinic) -> (Person, Cairn, Phone) {
    let person = clinic.patient_like("sample").await;
    let (app, phone) = signed_in(clinic, &person).await;
    (person, app, phone)
}

/// A patient of a clinic of their own whose sign-ins give `less` in the place of the rights that match `rights`.
pub async fn with_narrower_rights(rights: &'static str, less: &'static str) -> (Cairn, Phone) {
    let clinic: &'static Clinic = Box::leak(Box::new(Clinic::open(Server::Hfs, &["clinic/sample.yaml"])));
    let narrower = Fault::Alter(rights, less);
    clinic.fault_where(json!({"door": "openid", "path": "^/token", "times": 0}), narrower).await;
    let (_, app, phone) = patient(clinic).await;
    (app, phone)
}

/// The plan of this patient alone follows a changed copy of its protocol from now on.
pub async fn changes_protocol(clinic: &Clinic, person: &Person, change: impl Fn(&mut Value)) {
    let mut plan = clinic.finds(&format!("CarePlan?subject=Patient/{}", person.patient)).await.remove(0);
    let named = plan["supportingInfo"].as_array_mut().unwrap().iter_mut().map(|one| &mut one["reference"]);
    let named = named.into_iter().find(|one| one.as_str().unwrap().starts_with("Library/")).unwrap();
    let mut library = clinic.has(named.as_str().unwrap()).await.unwrap();
    let other = format!("another-{}", person.patient);
    library["id"] = json!(other);
    for content in library["content"].as_array_mut().unwrap() {
        if content["contentType"].as_str().unwrap().contains("json") {
            let bytes = STANDARD.decode(content["data"].as_str().unwrap()).unwrap();
            let mut protocol = serde_json::from_slice(&bytes).unwrap();
            change(&mut protocol);
            content["data"] = json!(STANDARD.encode(protocol.to_string()));
            content.as_object_mut().unwrap().retain(|name, _| name != "hash" && name != "size");
        }
    }
    *named = json!(format!("Library/{other}"));
    clinic.writes(&library).await;
    clinic.writes(&plan).await;
}

/// Waits until the first look at the clinic is over.
pub async fn has_pulled(app: &Cairn) {
    eventually("the first look at the clinic", async || app.sync_state().await.unwrap().last_pull).await;
}
