//! What the system is handed for a patient of a real clinic: neutral unless they asked for more, in step with
//! the clinic, and nothing once they left.

use crate::{
    support::{Clinic, eventually},
    told::patient_with_a_plan,
};
use cairn::{
    app::{
        Cairn,
        read::{Language, ReminderChoices, Times},
    },
    care::VisitKind,
    platform::notifications::RingList,
    ui::reminders::Spoken,
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

fn instants(list: &RingList) -> Vec<DateTime<Utc>> {
    list.rings.iter().map(|ring| ring.at).collect()
}

async fn planned(app: &Cairn) -> Vec<DateTime<Utc>> {
    app.reminders().await.unwrap().coming.iter().map(|one| one.at).collect()
}

fn tells(list: &RingList) -> bool {
    list.rings.iter().any(|ring| !ring.words.reveal().starts_with("You have a reminder"))
}

#[tokio::test]
async fn what_the_pages_do_not_tell_does_not_ring_either() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone) = patient_with_a_plan(clinic).await;
    let session = eventually("a session", async || {
        app.today().await.unwrap().next_visit.filter(|visit| visit.kind == VisitKind::Session)
    })
    .await;
    let told = async || {
        let coming = app.reminders().await.unwrap().coming;
        coming.iter().filter(|one| one.alarm.detail.tells_cut_off()).count()
    };
    assert!(told().await > 0, "the control: they are told");
    let visits = clinic.finds(&format!("Appointment?patient=Patient/{}", person.patient)).await;
    let ids: Vec<_> = visits.iter().map(|visit| visit["id"].as_str().unwrap()).collect();
    let other = ids.iter().find(|id| **id != session.id.as_str()).unwrap();
    clinic.desk_spoils(&format!("Appointment/{other}")).await;
    app.sync_now();
    eventually("the page to withhold them", async || {
        let page = app.preparation(session.id.clone()).await.unwrap()?;
        (page.times == Times::Unreadable).then_some(())
    })
    .await;
    assert_eq!(told().await, 0);
}

#[tokio::test]
async fn the_list_is_neutral_follows_the_clinic_and_ends_with_the_patient() {
    let clinic = Clinic::shared_sample();
    let (_, app, phone) = patient_with_a_plan(clinic).await;
    app.speak_with(Arc::new(Spoken { usual: Language::English }));
    app.choose_reminders(ReminderChoices::default()).await.unwrap();
    let list = phone.bell.holds().unwrap();
    assert!(list.rings.len() > 5, "{}", list.rings.len());
    assert_eq!(instants(&list), planned(&app).await);
    assert!(!tells(&list), "neutral");
    let visit = app.today().await.unwrap().next_visit.unwrap();
    assert!(list.rings.iter().all(|ring| !ring.id.contains(visit.id.as_str())), "a name tells nothing");
    let mut names: Vec<_> = list.rings.iter().map(|ring| &ring.id).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), list.rings.len(), "each has a name of its own");

    // The control: with leave, it does tell.
    app.choose_reminders(ReminderChoices { details: true, ..ReminderChoices::default() }).await.unwrap();
    assert!(tells(&phone.bell.holds().unwrap()));
    app.choose_reminders(ReminderChoices::default()).await.unwrap();
    assert_eq!(phone.bell.holds().unwrap(), list, "and not any more");

    // A new time from the clinic moves the rings with it, without anybody asking for it.
    let keeping = tokio::spawn({
        let app = app.clone();
        async move { app.keep_reminders(Arc::new(Spoken { usual: Language::English })).await }
    });
    clinic.desk_reschedules(visit.id.as_str(), 45).await;
    app.sync_now();
    let moved = eventually("another list", async || {
        phone.bell.holds().filter(|now| instants(now) != instants(&list))
    })
    .await;
    assert_eq!(instants(&moved), planned(&app).await, "all of them, or none");
    keeping.abort();

    app.sign_out(false).await.unwrap();
    assert_eq!(phone.bell.holds(), None, "signed out, nothing rings");
}
