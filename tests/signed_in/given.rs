//! A phone in a patient's hand: it opens the browser, which signs that patient in at the practice clinic.

use crate::{
    support::{Clinic, Person, eventually},
    world::Phone,
};
use cairn::{
    app::{AppError, Cairn, Farewell, NewCheckIn, Saved},
    care::{Delivery, Private, Score},
    platform::browser::{Browser, NoBrowser},
};
use chrono::{TimeDelta, Utc};
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

/// Waits until the first look at the clinic is over.
pub async fn has_pulled(app: &Cairn) {
    eventually("the first look at the clinic", async || app.sync_state().await.unwrap().last_pull).await;
}
