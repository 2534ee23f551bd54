//! Around a session, with the sample's records in a store: what the phone kept protects when the clinic's word is
//! lost, and nothing of an earlier time of a visit counts for a later one.

use super::*;
use crate::{
    app::{
        load::driver::hand_off,
        profiles::{Owner, Profile},
        read::ToRead,
    },
    care::{Driver, Private, Readiness},
    fhir::{self, Resource},
    store::{Mirrored, Store, StoreKey},
};
use chrono_tz::America::New_York;
use serde_json::Value;

/// The sample's session is on 14 May at 9:30 in New York; without a mark it ends at 11:45.
fn at(local: &str) -> DateTime<Utc> {
    time::instant_of(format!("2026-05-{local}:00").parse().unwrap(), New_York)
}

struct Given {
    home: Home,
    resources: Vec<Value>,
    _folder: tempfile::TempDir,
}

impl Given {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("db"), &StoreKey::from_bytes([7; 32])).unwrap();
        let home = Home::new(Profile::new(Owner::Practice), store, None);
        let resources = fhir::practice::resources("2026-05-12".parse().unwrap()).unwrap();
        let given = Self { home, resources, _folder: folder };
        given.resources.iter().for_each(|one| given.put(one.clone(), None));
        given
    }

    fn put(&self, raw: Value, problem: Option<&str>) {
        let body = raw.to_string();
        let resource = Resource::from_value(raw).unwrap();
        let mirrored = Mirrored {
            kind: resource.kind.clone(),
            id: resource.id.clone(),
            version: None,
            updated: None,
            body,
            problem: problem.map(str::to_owned),
        };
        self.home.store.write(|tx| tx.mirror(&mirrored).map(drop)).unwrap();
    }

    fn raw(&self, kind: &str) -> Value {
        let is = |one: &&Value| {
            one["resourceType"] == kind && (kind != "Appointment" || one["id"] == "sample-session")
        };
        self.resources.iter().find(is).unwrap().clone()
    }

    fn change(&self, kind: &str, field: &str, value: &str) {
        let mut raw = self.raw(kind);
        raw[field] = value.into();
        self.put(raw, None);
    }

    fn keep(&self, now: &str) {
        let keep = |tx: &crate::store::Tx<'_>| match cards_to_keep(&self.home, tx, at(now), New_York)? {
            Some(rows) => tx.set(CARDS, &rows),
            None => Ok(()),
        };
        self.home.store.write(keep).unwrap();
    }

    fn day(&self, now: &str) -> Day {
        self.home.store.read(|reader| day(&self.home, reader, at(now), New_York)).unwrap()
    }

    fn card(&self, now: &str) -> FirstDay {
        self.home.store.read(|reader| first_day(&self.home, reader, at(now), New_York)).unwrap()
    }

    fn session(&self, now: &str) -> SessionView {
        let Page::Session(view) = self.day(now).page else { panic!("the session's page at {now}") };
        *view
    }
}

/// What may happen to the clinic's records, each by its name.
fn lose(given: &Given, how: &str) {
    match how {
        "retired" => given.change("Library", "status", "retired"),
        "cancelled" => given.change("Appointment", "status", "cancelled"),
        "moved" => {
            let mut raw = given.raw("Appointment");
            raw["start"] = "2026-05-21T09:30:00-04:00".into();
            raw["end"] = "2026-05-21T11:45:00-04:00".into();
            given.put(raw, None);
        }
        kind => given.put(given.raw(kind), Some("cannot be read")),
    }
}

const LOSSES: [&str; 6] = ["Library", "CarePlan", "Appointment", "retired", "cancelled", "moved"];

#[test]
fn whatever_is_lost_after_the_session_rest_and_the_card_stay() {
    for loss in LOSSES {
        let given = Given::new();
        given.keep("12T12:00");
        lose(&given, loss);
        // The control: without anything kept from before the session, most of it would be lost.
        given.keep("14T12:00");
        let soft = given.day("14T12:30");
        assert!(matches!(soft.page, Page::Soft(_)) && soft.card.is_some(), "{loss}");
        let evening = given.card("14T20:00");
        assert_eq!(evening.until.unwrap().until.to_string(), "2026-05-15 11:45:00", "{loss}");
        assert!(given.day("15T11:44").card.is_some(), "{loss}");
        given.keep("15T11:45");
        let over = given.card("15T11:45");
        assert!(over.until.is_none() && over.known, "{loss}");
    }
}

#[test]
fn cancelled_or_moved_before_its_end_there_is_no_card() {
    for loss in ["cancelled", "moved"] {
        let given = Given::new();
        given.keep("12T12:00");
        lose(&given, loss);
        given.keep("14T10:00");
        let day = given.day("14T12:30");
        assert!(day.page == Page::Ordinary && day.card.is_none() && given.card("14T12:30").known, "{loss}");
    }
}

#[test]
fn a_card_nobody_can_know_of_is_not_called_over() {
    for loss in ["Library", "CarePlan", "Appointment", "retired"] {
        let given = Given::new();
        lose(&given, loss);
        let card = given.card("14T12:30");
        assert!(card.until.is_none() && !card.known, "{loss}");
    }
    assert!(Given::new().card("13T12:00").known, "the control");
}

#[test]
fn of_two_plans_with_different_rules_none_gives_the_session_a_page_or_a_time_to_be_there() {
    let given = Given::new();
    assert!(given.session("14T08:00").visit.arrival.unwrap().arrive.is_some());
    let library = given.raw("Library")["id"].as_str().unwrap().to_owned();
    let mut plan = given.raw("CarePlan");
    plan["id"] = "another-plan".into();
    let text = plan.to_string().replace(&format!("Library/{library}"), "Library/another-library");
    assert_ne!(text, plan.to_string());
    given.put(serde_json::from_str(&text).unwrap(), None);
    assert_eq!(given.day("14T08:00").page, Page::Ordinary);
    let early = given.home.store.read(|reader| {
        let records = Records::load(&given.home, reader)?;
        Ok(records.early(VisitKind::Session))
    });
    assert_eq!(early.unwrap(), None);
}

#[test]
fn answers_of_another_time_do_not_count() {
    let given = Given::new();
    let visit = given.session("14T08:00").visit.id;
    let answer = |question, when: &str| {
        given.home.store.write(|tx| tx.save_answer(&visit, question, false, at(when))).unwrap();
    };
    let open = |now| given.session(now).readiness;
    answer(Question::Unwell, "13T23:59");
    answer(Question::Ate, "14T03:14");
    answer(Question::Drank, "14T07:14");
    assert_eq!(open("14T08:00"), Readiness::Open(5));
    answer(Question::Unwell, "14T00:00");
    answer(Question::Ate, "14T03:15");
    answer(Question::Drank, "14T07:15");
    assert_eq!(open("14T08:00"), Readiness::Open(2));
}

#[test]
fn a_ride_confirmed_for_another_time_is_not_confirmed() {
    let given = Given::new();
    let visit = given.session("14T08:00").visit;
    let mut driver = Driver {
        visit: visit.id.clone(),
        person: Id::new("p").unwrap(),
        name: Private::new("Kim"),
        phone: Private::new(""),
        confirmation: Id::new("c").unwrap(),
        confirmed: Some(at("12T12:00")),
        confirmed_for: visit.arrival.map(|arrival| arrival.start),
    };
    for (moved, certain) in [(false, true), (true, false)] {
        if moved {
            driver.confirmed_for = Some(at("07T09:30"));
        }
        given.home.store.write(|tx| tx.save_driver(&driver, at("12T12:00"))).unwrap();
        assert_eq!(given.session("14T08:00").driver.unwrap().1, certain);
    }
}

#[test]
fn medicines_that_are_not_read_are_told_on_the_day() {
    assert_eq!(Given::new().session("14T08:00").to_read, Some(ToRead::New));
}

#[test]
fn whoever_drives_is_not_asked_before_the_end_the_clinic_states() {
    let given = Given::new();
    given.change("Appointment", "end", "2026-05-14T13:00:00-04:00");
    let from = given.home.store.read(|reader| {
        let records = Records::load(&given.home, reader)?;
        let around = Around::load(&records, reader, at("14T08:00"), New_York)?;
        let session = around.sessions.live.first().unwrap();
        Ok(hand_off(&given.home, &records, &around, session).unwrap().from)
    });
    assert_eq!(from.unwrap().to_string(), "2026-05-14 13:00:00");
}
