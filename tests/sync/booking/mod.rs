//! Booking with a real clinic: what is asked for reaches its front desk once, and its answer is told as what it is.

mod answers;
mod direct;
mod holds;
mod holds_over;
mod lost;
mod poor;
mod put_back;
mod race;
mod race_alone;
mod taken_back;
mod times;

use crate::{
    given::Phone,
    support::{Clinic, eventually},
};
use cairn::{
    care::{
        Happened, Id, Subject, VisitKind,
        booking::{Cancellation, HoldState, Party, Wish, WishAnswer, WishState, WishTime},
    },
    fhir::booking,
    platform::ids,
    store::{Outgoing, Over},
    sync,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

/// A time somebody can have, in so many days.
pub(crate) struct Time {
    pub(crate) slot: Id,
    pub(crate) start: DateTime<Utc>,
}

impl Time {
    pub(crate) fn reference(&self) -> String {
        format!("Slot/{}", self.slot)
    }
}

/// A calendar of its own with a free time in each of so many days.
pub(crate) async fn times(clinic: &Clinic, days: &[i64]) -> (Id, Vec<Time>) {
    let schedule = ids::new();
    let kind = json!([{"coding": [{"system": "https://cairn.example/fhir/CodeSystem/visit-kind", "code": "preparation"}]}]);
    clinic
        .writes(&json!({
            "resourceType": "Schedule", "id": schedule, "active": true, "serviceType": kind,
            "actor": [{"reference": format!("Practitioner/{schedule}"), "display": "Ash Example"}]
        }))
        .await;
    let mut times = Vec::new();
    for days in days {
        let (slot, start) = (ids::new(), at(*days));
        clinic
            .writes(&json!({
                "resourceType": "Slot", "id": slot, "status": "free",
                "schedule": {"reference": format!("Schedule/{schedule}")},
                "start": start.to_rfc3339(), "end": (start + TimeDelta::minutes(50)).to_rfc3339()
            }))
            .await;
        times.push(Time { slot, start });
    }
    (schedule, times)
}

/// A whole second in so many days.
fn at(days: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(Utc::now().timestamp(), 0).unwrap() + TimeDelta::days(days)
}

impl Phone {
    /// Asks for a time as the app does, in the place of a visit where one is named.
    pub(crate) fn asks_for(&self, time: &Time, replaces: Option<(&Id, &Time)>) -> Id {
        let end = time.start + TimeDelta::minutes(50);
        let with = vec![Party::Clinician(Id::new("ash-example").unwrap())];
        let time = WishTime::At { start: time.start, end, slots: vec![time.slot.clone()], with, place: None };
        self.wishes(time, replaces.map(|(visit, time)| (visit.clone(), time.start)))
    }

    /// Asks to be told of an earlier time than a visit's.
    pub(crate) fn waits_for_earlier(&self, visit: &Id, time: &Time) -> Id {
        let until = time.start;
        self.wishes(WishTime::Earlier { from: Utc::now(), until }, Some((visit.clone(), until)))
    }

    fn wishes(&self, time: WishTime, replaces: Option<(Id, DateTime<Utc>)>) -> Id {
        let (id, made) = (ids::new(), Utc::now());
        let zone = chrono_tz::America::New_York;
        let kind = VisitKind::Preparation;
        let wish = Wish { id, kind, time, replaces, words: None, made, zone, answer: None };
        self.wish_is(&wish);
        wish.id
    }

    /// Keeps a wish and queues it as the app does.
    pub(crate) fn wish_is(&self, wish: &Wish) {
        let row = row(&wish.id, &booking::ask(wish, &self.room.owner.patient));
        self.room
            .store
            .write(|tx| {
                tx.save_wish(wish)?;
                tx.enqueue(&row)
            })
            .unwrap();
    }

    /// Takes a wish back as the app does.
    pub(crate) fn takes_back(&self, wish: &Id) {
        let kept = self.wish(wish);
        let body = booking::cancelled(&booking::ask(&kept, &self.room.owner.patient), None);
        self.room
            .store
            .write(|tx| {
                tx.answer_wish(wish, Some(&WishAnswer::TakenBack), Utc::now())?;
                tx.move_hold(wish, &[HoldState::Asked, HoldState::Kept], HoldState::GivenUp)?;
                let is_there = sync::there_of(tx, wish)?.is_some();
                if is_there || !tx.take_back(wish)? {
                    tx.enqueue_instead_over(&row(wish, &body), &Over::Unanswered)?;
                }
                Ok(())
            })
            .unwrap();
    }

    /// Cancels a visit as the app does.
    pub(crate) fn cancels(&self, visit: &Id, start: DateTime<Utc>) {
        let there = self.room.store.read(|r| r.mirrored_one("Appointment", visit)).unwrap().unwrap();
        let raw = serde_json::from_str(&there.body).unwrap();
        let (body, over) = (booking::cancelled(&raw, None), sync::over(&there, &raw));
        let (visit, start) = (visit.clone(), Some(start));
        let cancellation =
            Cancellation { visit: visit.clone(), start, reason: None, made: Utc::now(), done: None };
        self.room
            .store
            .write(|tx| {
                tx.save_cancellation(&cancellation)?;
                tx.enqueue_over(&row(&visit, &body), &over)
            })
            .unwrap();
    }

    pub(crate) fn wish(&self, wish: &Id) -> Wish {
        self.room.store.read(|reader| reader.wish(wish)).unwrap().unwrap()
    }

    pub(crate) fn stands(&self, wish: &Id) -> WishState {
        let delivery = self.room.store.read(|reader| reader.delivery(wish)).unwrap();
        self.wish(wish).state(delivery, false)
    }

    /// Syncs until a wish stands so.
    pub(crate) async fn until(&self, wish: &Id, what: &str, is: fn(&WishState) -> bool) -> WishState {
        eventually(what, async || {
            self.sync().await;
            Some(self.stands(wish)).filter(is)
        })
        .await
    }

    /// A visit at this time that the clinic confirmed.
    pub(crate) async fn has_booked(&self, time: &Time) -> Id {
        let wish = self.asks_for(time, None);
        self.until(&wish, "a yes", |state| matches!(state, WishState::Confirmed { .. })).await;
        for notice in self.notices() {
            self.room.store.write(|tx| tx.seen(&notice.id, Utc::now())).unwrap();
        }
        wish
    }

    /// What was told and not seen yet, without what it is about.
    pub(crate) fn hears(&self) -> Vec<(Subject, Happened)> {
        self.notices().into_iter().map(|notice| (notice.subject, notice.happened)).collect()
    }

    /// Every appointment the clinic has of this patient.
    pub(crate) async fn appointments(&self) -> Vec<Value> {
        self.clinic.finds(&format!("Appointment?patient=Patient/{}", self.person.patient)).await
    }

    /// How one of them stands there.
    pub(crate) async fn status_there(&self, appointment: &Id) -> String {
        let there = self.clinic.has(&format!("Appointment/{appointment}")).await.unwrap();
        there["status"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn slot_is(&self, time: &Time, status: &str) {
        eventually(&format!("the time to be {status}"), async || {
            let slot = self.clinic.has(&time.reference()).await?;
            (slot["status"] == status).then_some(())
        })
        .await;
    }
}

pub(crate) fn row(record: &Id, body: &Value) -> Outgoing {
    let now = Utc::now();
    Outgoing::put(ids::new(), "Appointment", record, body.to_string(), now, now)
}
