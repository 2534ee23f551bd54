//! The answer above zero to the ninth question, from the app's own door: what the card says is what the clinic knows.

use crate::{
    support::{Clinic, Fault, Person, eventually},
    told::patient_with_a_plan,
    world::{Phone, practising},
};
use cairn::{
    app::{
        Cairn,
        read::{FormView, Language},
    },
    care::{
        AlarmKind,
        form::{Path, Value as Given},
        instruments::is_item_nine,
        safety::Told,
    },
    ui::reminders::Spoken,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use std::sync::Arc;

async fn begun(app: &Cairn) -> FormView {
    app.begin_form("PHQ-9".to_owned(), None).await.unwrap()
}

/// The ninth question and its answers, the lowest first.
fn ninth(form: &FormView) -> (Path, Vec<Given>) {
    let mut asked = form.pages.iter().flat_map(cairn::app::read::FormPage::questions);
    let asked = asked.find(|asked| is_item_nine(&asked.item)).unwrap();
    (asked.path.clone(), asked.item.options.iter().map(|option| option.value.clone()).collect())
}

async fn answers(app: &Cairn, form: &FormView, value: usize) {
    let (path, options) = ninth(form);
    app.answer_form(form.id.clone(), vec![(path, vec![options[value].clone()])]).await.unwrap();
}

async fn told(app: &Cairn) -> Option<Told> {
    app.safety().await.unwrap().map(|card| card.told)
}

async fn is_told(app: &Cairn, what: &str, is: impl Fn(Told) -> bool) -> Told {
    eventually(what, async || told(app).await.filter(|told| is(*told))).await
}

/// When it rings that it is time to call.
async fn rings(app: &Cairn) -> Option<DateTime<Utc>> {
    let coming = app.reminders().await.unwrap().coming;
    coming.iter().find(|one| one.alarm.kind == AlarmKind::Call).map(|one| one.at)
}

fn is_handed_over(phone: &Phone, at: DateTime<Utc>) -> bool {
    phone.bell.holds().is_some_and(|list| list.rings.iter().any(|ring| ring.at == at))
}

async fn writes(clinic: &Clinic, person: &Person) -> Vec<String> {
    let requests = clinic.requests_of(person).await;
    let writes = requests.iter().filter(|one| one["method"] == "PUT");
    writes.map(|one| one["path"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn from_offline_to_seen_the_card_never_says_more_than_is_so() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient_with_a_plan(clinic).await;
    let keeping = tokio::spawn({
        let app = app.clone();
        async move { app.keep_reminders(Arc::new(Spoken { usual: Language::English })).await }
    });
    let unsent = clinic.fault(&person, "PUT", "", 0, Fault::Reset).await;
    let unread = clinic.fault(&person, "GET", "", 0, Fault::Reset).await;
    // What was there before must not go before.
    crate::given::check_in(&app, "before").await;
    let form = begun(&app).await;
    assert_eq!(told(&app).await, None);
    answers(&app, &form, 0).await;
    assert_eq!(told(&app).await, None, "\"Not at all\" says nothing to tell");
    answers(&app, &form, 1).await;
    assert_eq!(told(&app).await, Some(Told::NotYet));
    let card = app.safety().await.unwrap().unwrap();
    assert!(card.form == form.id && card.numbers.len() >= 3, "whom to call, with no network");
    let ring = rings(&app).await.unwrap();
    eventually("the ring to be handed over", async || is_handed_over(&phone, ring).then_some(())).await;
    let list = phone.bell.holds().unwrap();
    assert!(list.rings.iter().all(|ring| !ring.words.reveal().contains("clinic")), "neutral");

    phone.clock.forward(TimeDelta::minutes(16));
    assert_eq!(told(&app).await, Some(Told::Unreached));
    assert_eq!(rings(&app).await, Some(ring), "and once only");
    assert!(clinic.written_by(&person).await.is_empty());

    clinic.mend(unsent).await;
    clinic.mend(unread).await;
    // It arrives and its answer is lost.
    clinic.fault(&person, "PUT", "^/Communication/", 1, Fault::Drop).await;
    for _ in 0..4 {
        app.sync_now();
        phone.clock.forward(TimeDelta::seconds(30));
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    is_told(&app, "the word to be sent", |told| matches!(told, Told::Sent(_))).await;
    assert!(writes(clinic, &person).await[0].contains("/Communication/"), "before all that waited");
    let there = clinic.written_by(&person).await;
    assert_eq!(
        (there.len(), &there[0]["meta"]["versionId"], &there[0]["priority"]),
        (1, &json!("1"), &json!("urgent"))
    );
    assert_eq!(there[0]["about"][0]["identifier"]["value"], form.id.as_str());
    assert!(there[0]["recipient"][0]["reference"].as_str().unwrap().starts_with("CareTeam/"));
    assert!(there[0]["payload"][0]["contentString"].as_str().unwrap().contains("Several days"));
    assert_eq!(rings(&app).await, None);
    eventually("the ring to be taken back", async || (!is_handed_over(&phone, ring)).then_some(())).await;
    keeping.abort();

    let mut seen = there[0].clone();
    seen["received"] = json!(Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true));
    seen["status"] = json!("completed");
    clinic.writes(&seen).await;
    app.sync_now();
    is_told(&app, "that the clinic has seen it", |told| matches!(told, Told::Seen(Some(_)))).await;

    app.dismiss_safety(form.id.clone()).await.unwrap();
    assert_eq!(told(&app).await, None);
    assert!(app.safety_of(form.id).await.unwrap().is_some(), "still there where the form is read");
}

#[tokio::test]
async fn what_rises_is_told_again_what_falls_is_not_and_nothing_is_taken_back() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient_with_a_plan(clinic).await;
    let offline = clinic.fault(&person, "PUT", "", 0, Fault::Reset).await;
    let form = begun(&app).await;
    answers(&app, &form, 2).await;
    answers(&app, &form, 0).await;
    assert!(told(&app).await.is_some(), "it was said");
    let waits = async || {
        let lines = app.sync_details().await.unwrap().queue;
        lines.into_iter().filter(|line| line.kind == "Communication").count()
    };
    assert_eq!(waits().await, 1);
    answers(&app, &form, 1).await;
    answers(&app, &form, 2).await;
    assert_eq!(waits().await, 1, "the same and the lower word is no second one");
    clinic.mend(offline).await;
    for _ in 0..3 {
        app.sync_now();
        phone.clock.forward(TimeDelta::seconds(30));
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    }
    is_told(&app, "the first word to be sent", |told| matches!(told, Told::Sent(_))).await;
    let payload = |there: &Value| there["payload"][0]["contentString"].as_str().unwrap().to_owned();
    let there = clinic.written_by(&person).await;
    assert_eq!(there.len(), 1);
    assert!(payload(&there[0]).contains("More than half the days"), "the highest that was said");

    answers(&app, &form, 3).await;
    let both = eventually("the second word", async || {
        Some(clinic.written_by(&person).await).filter(|there| there.len() == 2)
    })
    .await;
    assert!(both.iter().any(|one| payload(one).contains("Nearly every day")));
    assert!(both.iter().all(|one| one["meta"]["versionId"] == "1"), "neither wrote over the other");
    is_told(&app, "both to be sent", |told| matches!(told, Told::Sent(_))).await;
}

#[tokio::test]
async fn a_server_that_does_not_take_it_is_said_so_with_whom_to_call() {
    let clinic = Clinic::shared_sample();
    let (person, app, _phone) = patient_with_a_plan(clinic).await;
    clinic.fault(&person, "PUT", "^/Communication/", 0, Fault::Status(403)).await;
    let form = begun(&app).await;
    answers(&app, &form, 1).await;
    is_told(&app, "that it is refused", |told| told == Told::Refused).await;
    assert!(rings(&app).await.is_some());
    app.dismiss_safety(form.id).await.unwrap();
    assert_eq!((told(&app).await, rings(&app).await), (None, None), "the patient knows");
}

#[tokio::test]
async fn in_practice_nothing_is_queued_and_the_card_says_so() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let form = begun(&app).await;
    answers(&app, &form, 3).await;
    assert_eq!(told(&app).await, Some(Told::Practice));
    assert!(app.sync_details().await.unwrap().queue.is_empty() && rings(&app).await.is_none());
    phone.clock.forward(TimeDelta::hours(25));
    assert_eq!(told(&app).await, None);
}
