//! Who drives the patient home: kept on the phone, and told to the clinic once the patient says that it is certain.

use super::{
    UNDO,
    queue::{answer, request},
};
use crate::{
    app::{AppError, Cairn, Changed, background, home::Home, load::Records},
    care::{Driver, Id, Private},
    fhir::{
        self,
        answers::{About, Answer, Answers},
    },
    platform::ids,
    store::{StoreError, Tx},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::sync::Arc;

impl Cairn {
    /// Keeps who drives the patient home from this visit. Another name or number is not certain any more; if the
    /// clinic heard that the earlier one was, it hears that, too.
    pub async fn save_driver(&self, visit: Id, name: Private, phone: Private) -> Result<(), AppError> {
        self.with_driver(move |tx, speaks| {
            let before = tx.driver(&visit)?;
            if before.as_ref().is_some_and(|before| before.name == name && before.phone == phone) {
                return Ok(());
            }
            let was_certain = before.as_ref().is_some_and(|before| before.confirmed.is_some());
            let (person, confirmation) = match before {
                Some(before) => (before.person, before.confirmation),
                None => (ids::new(), ids::new()),
            };
            let driver =
                Driver { visit, person, name, phone, confirmation, confirmed: None, confirmed_for: None };
            tx.save_driver(&driver, speaks.now)?;
            if was_certain { speaks.take_back(tx, &driver) } else { Ok(()) }
        })
        .await
    }

    /// Says that the driver of this visit is certain, or is not any more. Nothing happens where there is none.
    pub async fn confirm_driver(&self, visit: Id, certain: bool) -> Result<(), AppError> {
        self.with_driver(move |tx, speaks| {
            let start = speaks.start(tx, &visit)?;
            let is_so = |before: &Driver| {
                if certain { before.is_certain_for(start) } else { before.confirmed.is_none() }
            };
            let Some(before) = tx.driver(&visit)?.filter(|before| !is_so(before)) else {
                return Ok(());
            };
            let confirmed_for = start.filter(|_| certain);
            let driver = Driver { confirmed: certain.then_some(speaks.now), confirmed_for, ..before };
            tx.save_driver(&driver, speaks.now)?;
            if certain { speaks.confirm(tx, &driver) } else { speaks.take_back(tx, &driver) }
        })
        .await
    }

    async fn with_driver(
        &self,
        work: impl FnOnce(&Tx<'_>, &Speaks) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<(), AppError> {
        let home = self.home()?;
        let speaks = Speaks { home: Arc::clone(&home), now: self.now(), zone: self.zone() };
        background(move || Ok(speaks.home.store.write(|tx| work(tx, &speaks))?)).await?;
        self.tell(Changed::Own);
        self.tell(Changed::Delivery);
        home.wake();
        Ok(())
    }
}

/// What is queued for the clinic, if there is one.
struct Speaks {
    home: Arc<Home>,
    now: DateTime<Utc>,
    zone: Tz,
}

impl Speaks {
    /// When the visit starts, as far as that can be read.
    fn start(&self, tx: &Tx<'_>, visit: &Id) -> Result<Option<DateTime<Utc>>, StoreError> {
        let records = Records::load(&self.home, tx)?;
        Ok(records.visits.iter().find(|one| one.id == *visit).and_then(|visit| visit.start))
    }

    fn confirm(&self, tx: &Tx<'_>, driver: &Driver) -> Result<(), StoreError> {
        let Some(patient) = self.home.patient() else { return Ok(()) };
        let person = fhir::related_person::write(driver, patient);
        // First the person, then what is said about them.
        tx.enqueue(&request("RelatedPerson", &driver.person, &person, self.now, self.now + UNDO))?;
        self.say(tx, driver, true, patient)
    }

    /// What the clinic has not heard of, it need not hear.
    fn take_back(&self, tx: &Tx<'_>, driver: &Driver) -> Result<(), StoreError> {
        let Some(patient) = self.home.patient() else { return Ok(()) };
        if tx.take_back(&driver.confirmation)? {
            tx.take_back(&driver.person)?;
            return Ok(());
        }
        self.say(tx, driver, false, patient)
    }

    fn say(&self, tx: &Tx<'_>, driver: &Driver, certain: bool, patient: &Id) -> Result<(), StoreError> {
        let answers = Answers {
            id: driver.confirmation.clone(),
            about: About::DriverHome,
            plan: None,
            at: self.now,
            zone: self.zone,
            items: vec![
                ("visit", Answer::Record(format!("Appointment/{}", driver.visit))),
                ("driver", Answer::Record(format!("RelatedPerson/{}", driver.person))),
                ("confirmed", Answer::Yes(certain)),
            ],
        };
        tx.enqueue(&answer(&answers, patient, self.now + UNDO))
    }
}
