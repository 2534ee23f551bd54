//! Where the server does not give up the old visit for the new one, the patient has both and reads so, with whom to call.

use crate::{
    booking::{CONFIRMED, own_time, session, until, wish},
    given::patient,
    support::{Clinic, Fault, eventually},
};
use cairn::care::VisitKind;
use serde_json::json;

#[tokio::test]
async fn whoever_has_the_visit_still_that_they_moved_reads_so_until_it_is_off() {
    let clinic = Clinic::shared_sample_without_desk();
    let (person, app, phone) = patient(clinic).await;
    let old = session(&app).await;
    let time = own_time(clinic, (&phone, &app), VisitKind::Session, Some(&old)).await;
    let cancels = json!({"patient": person.patient, "path": "book$", "sends": "cancelled", "times": 0});
    clinic.fault_where(cancels, Fault::Status(403)).await;
    let record = app.ask_for_time(wish(&time, Some(&old))).await.unwrap();
    until(&app, &record, "the clinic's yes", CONFIRMED).await;
    let page = async || app.booking(record.clone()).await.unwrap().unwrap();
    assert!(page().await.has_both && !page().await.call.is_empty(), "and somebody to call");

    clinic.desk_cancels(old.as_str()).await;
    eventually("the old one to be off", async || {
        app.sync_now();
        (!page().await.has_both).then_some(())
    })
    .await;
    assert!(CONFIRMED(&page().await.line.state));
}
