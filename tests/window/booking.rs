//! From the bus: find a time, ask for it, see it confirmed or gone; move a visit and keep the old time until then; cancel.

use crate::{
    driver::{Phone, Running},
    keyboard::ENTER,
    looks::{DARK, LARGE, LIGHT, Look},
    support::{Clinic, Decision, Fault, Person, eventually},
};
use chrono::{DateTime, Days, NaiveTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::America::New_York;
use serde_json::{Value, json};

/// The visits of the person that are certain, the soonest first.
async fn booked(clinic: &Clinic, person: &Person) -> Vec<Value> {
    let search = format!("Appointment?patient=Patient/{}&status=booked", person.patient);
    let mut found = clinic.finds(&search).await;
    found.sort_by_key(start);
    found
}

fn start(visit: &Value) -> DateTime<Utc> {
    visit["start"].as_str().unwrap().parse().unwrap()
}

fn id(record: &Value) -> &str {
    record["id"].as_str().unwrap()
}

fn is_of(visit: &Value, kind: &str) -> bool {
    visit["appointmentType"]["coding"][0]["code"] == kind
}

/// A free time for an integration session on the day after the person's session, at a minute that no other test has, or
/// it would be taken from under this one. Answers its reference and how it is told.
async fn free_time(clinic: &Clinic, person: &Person, clock: (u32, u32)) -> (String, String) {
    let visits = booked(clinic, person).await;
    let session = visits.iter().find(|visit| is_of(visit, "session")).unwrap();
    let day = start(session).with_timezone(&New_York).date_naive() + Days::new(1);
    let at = day.and_time(NaiveTime::from_hms_opt(clock.0, clock.1, 0).unwrap());
    let from = at.and_local_timezone(New_York).earliest().unwrap();
    let iso = |at: DateTime<_>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let slot = json!({
        "resourceType": "Slot", "id": uuid::Uuid::now_v7().to_string(), "status": "free",
        "schedule": {"reference": "Schedule/times-riley-example-harbor-house"},
        "serviceType": [{"coding": [{
            "system": "https://cairn.example/fhir/CodeSystem/visit-kind", "code": "integration"
        }]}],
        "start": iso(from), "end": iso(from + TimeDelta::minutes(50)),
    });
    clinic.writes(&slot).await;
    (format!("Slot/{}", id(&slot)), format!("{}:{:02}", clock.0, clock.1))
}

async fn status(clinic: &Clinic, reference: &str) -> Value {
    clinic.has(reference).await.unwrap()["status"].clone()
}

/// From Journey to the free times of an integration session.
async fn finds_integration(window: &Running) {
    window.press("Journey").await;
    window.press("Book a visit").await;
    window.sees("What is the visit for?").await;
    window.press_holding("Integration session").await;
    window.sees("Free times as of").await;
}

async fn books(look: Look, minute: u32) {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let (slot, told) = free_time(clinic, &person, (10, minute)).await;
    clinic.desk_treats(&person, Decision::Ignore).await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    window.press("Journey").await;
    window.press("Book a visit").await;
    window.sees("What is the visit for?").await;
    look.of(&window, "book-kind").await;
    finds_integration(&window).await;
    window.sees(&told).await;
    look.of(&window, "book-find").await;
    window.press("Show: Any time · Anyone").await;
    window.pick("Morning").await;
    window.sees("Show: Morning · Anyone").await;
    look.of(&window, "book-narrow").await;
    window.press_holding(&told).await;
    window.sees("Until they say yes, this time is not yours.").await;
    look.of(&window, "book-ask").await;
    window.press("Ask for this time").await;
    window.sees("Asked for. Not confirmed yet.").await;
    window.sees("Your clinic has had it since").await;
    look.of(&window, "wish-asked").await;
    assert_eq!(status(clinic, &slot).await, "free", "nobody has it before the clinic says so");

    clinic.desk_treats(&person, Decision::Confirm).await;
    window.sees("Your clinic said yes to this time.").await;
    look.of(&window, "wish-confirmed").await;
    assert_eq!(status(clinic, &slot).await, "busy");
    window.press("See the visit").await;
    window.sees("Change this visit").await;
    look.of(&window, "visit-booked").await;
}

#[tokio::test]
async fn a_time_is_asked_for_and_confirmed() {
    books(LIGHT, 7).await;
}

#[tokio::test]
async fn a_time_is_asked_for_and_confirmed_in_the_dark() {
    books(DARK, 17).await;
}

#[tokio::test]
async fn a_time_is_asked_for_and_confirmed_at_twice_the_text_on_a_narrow_phone() {
    books(LARGE, 27).await;
}

/// Where the clinic's server keeps a time, the page says until when, and so does the wish while there is no network.
async fn keeps(look: Look, minute: u32) {
    let clinic = Clinic::shared_sample_without_desk();
    let person = clinic.patient_like("sample").await;
    let (slot, told) = free_time(clinic, &person, (10, minute)).await;
    let phone = Phone::new();
    let window = look.at(&phone, &["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    finds_integration(&window).await;
    window.press_holding(&told).await;
    window.sees("Your clinic keeps this time for you until").await;
    window.sees("Nobody else gets it while your clinic keeps it for you.").await;
    assert_eq!(status(clinic, &slot).await, "busy-tentative");
    look.of(&window, "book-kept").await;
    window.press("Times").await;
    window.sees("Free times as of").await;
    eventually("it to be given back", async || (status(clinic, &slot).await == "free").then_some(())).await;

    window.press_holding(&told).await;
    window.sees("Your clinic keeps this time for you until").await;
    let rule = json!({"door": "fhir", "patient": person.patient, "times": 0});
    let rule = clinic.fault_where(rule, Fault::Reset).await;
    window.press("Ask for this time").await;
    window.sees("Kept for you. Not sent yet.").await;
    look.of(&window, "wish-held").await;
    clinic.mend(rule).await;
    window.press("More").await;
    window.press("Update now").await;
    window.press("Today").await;
    window.sees("Your clinic said yes to your time").await;
    assert_eq!(status(clinic, &slot).await, "busy");
}

#[tokio::test]
async fn a_time_is_kept_while_one_decides() {
    keeps(LIGHT, 3).await;
}

#[tokio::test]
async fn a_time_is_kept_while_one_decides_in_the_dark() {
    keeps(DARK, 13).await;
}

#[tokio::test]
async fn a_time_is_kept_while_one_decides_at_twice_the_text_on_a_narrow_phone() {
    keeps(LARGE, 23).await;
}

#[tokio::test]
async fn a_time_somebody_else_got_first_is_told_with_the_nearest_others() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let (slot, told) = free_time(clinic, &person, (11, 11)).await;
    let (_, other) = free_time(clinic, &person, (11, 41)).await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    finds_integration(&window).await;
    window.press_holding(&told).await;
    window.sees("Until they say yes, this time is not yours.").await;
    clinic.desk_takes(&slot).await;
    window.press("Ask for this time").await;
    window.sees("Someone else has this time").await;
    window.sees("The nearest free times").await;
    LIGHT.of(&window, "wish-gone").await;
    assert_eq!(booked(clinic, &person).await.len(), 3, "nothing else changed");
    // The next one is asked for from there.
    window.press_holding(&other).await;
    window.press("Ask for this time").await;
    window.sees("Your clinic said yes to this time.").await;
    assert_eq!(booked(clinic, &person).await.len(), 4);
}

#[tokio::test]
async fn a_visit_that_is_moved_keeps_its_time_until_the_other_is_confirmed() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let (slot, told) = free_time(clinic, &person, (12, 13)).await;
    let visits = booked(clinic, &person).await;
    let old = visits.iter().find(|visit| is_of(visit, "integration")).unwrap();
    let old = format!("Appointment/{}", id(old));
    clinic.desk_treats(&person, Decision::Ignore).await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    window.press("Journey").await;
    window.press_holding("11:00").await;
    window.press("Find another time").await;
    window.sees("You keep 11:00").await;
    window.press_holding(&told).await;
    window.sees("You keep 11:00").await;
    LIGHT.of(&window, "book-move").await;
    window.press("Ask to move it here").await;
    window.sees("Your clinic has had it since").await;
    window.sees("You still have 11:00").await;
    LIGHT.of(&window, "wish-moving").await;
    assert_eq!((status(clinic, &old).await, status(clinic, &slot).await), (json!("booked"), json!("free")));

    clinic.desk_treats(&person, Decision::Confirm).await;
    window.sees("Your clinic said yes to this time.").await;
    window.sees_no_more("You still have").await;
    assert_eq!(
        (status(clinic, &old).await, status(clinic, &slot).await),
        (json!("cancelled"), json!("busy"))
    );
}

#[tokio::test]
async fn a_visit_is_cancelled_and_can_be_undone_for_ten_seconds() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let visits = booked(clinic, &person).await;
    let visit = visits.iter().rfind(|visit| is_of(visit, "integration")).unwrap();
    let visit = format!("Appointment/{}", id(visit));
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    window.press("Journey").await;
    // Both are at 11:00; the last one is the later.
    window.press_last("11:00").await;
    window.press("Cancel this visit").await;
    window.sees("You can also call").await;
    LIGHT.of(&window, "cancel").await;
    window.press("Cancel this visit").await;
    window.sees("You cancelled this visit.").await;
    window.undoes().await;
    window.sees("Your visit stays as it was.").await;
    assert_eq!(status(clinic, &visit).await, "booked");

    window.press("Cancel this visit").await;
    window.types("Why? You can leave this empty.", "I will be away.").await;
    window.press("Cancel this visit").await;
    window.sees("You cancelled this visit.").await;
    let gone = eventually("the visit to be cancelled", async || {
        clinic.has(&visit).await.filter(|visit| visit["status"] == "cancelled")
    })
    .await;
    assert!(gone["cancelationReason"].to_string().contains("I will be away."), "{gone}");
    window.sees("Your clinic knows.").await;
    LIGHT.of(&window, "visit-cancelled").await;
}

/// From wherever one is to what the clinic offers.
async fn sees_offer(window: &Running) {
    window.press("More").await;
    window.press("Update now").await;
    window.press("Today").await;
    window.sees("Your clinic offers you an earlier time").await;
    window.press("See what you asked for").await;
    window.sees("They keep it for you until you answer.").await;
}

#[tokio::test]
async fn an_earlier_time_is_offered_let_pass_and_taken() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let (slot, _) = free_time(clinic, &person, (8, 23)).await;
    let visits = booked(clinic, &person).await;
    let old = visits.iter().find(|visit| is_of(visit, "integration")).unwrap();
    let old = format!("Appointment/{}", id(old));
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    window.press("Journey").await;
    window.press_holding("11:00").await;
    window.press("Ask for an earlier time").await;
    window.sees("You keep 11:00").await;
    LIGHT.of(&window, "earlier").await;
    window.press("Put me on the list").await;
    window.sees("On the list for an earlier time").await;
    let search = format!("Appointment?patient=Patient/{}&status=waitlist", person.patient);
    let waits = async || clinic.finds(&search).await.pop();
    let waiting = eventually("a place on the list", waits).await;
    clinic.desk_offers(id(&waiting), &[&slot]).await;
    sees_offer(&window).await;
    LIGHT.of(&window, "wish-offered").await;
    window.press("Let it pass").await;
    window.sees("You are still on the list.").await;
    eventually("the time to be free", async || (status(clinic, &slot).await == "free").then_some(())).await;

    clinic.desk_offers(id(&waiting), &[&slot]).await;
    sees_offer(&window).await;
    window.press("Take this time").await;
    window.sees("Your clinic said yes to this time.").await;
    assert_eq!(
        (status(clinic, &old).await, status(clinic, &slot).await),
        (json!("cancelled"), json!("busy"))
    );
}

/// Without a network the times are shown as old, and what is asked for waits and says so.
#[tokio::test]
async fn without_a_network_a_wish_waits_and_never_looks_confirmed() {
    let clinic = Clinic::shared_sample();
    let person = clinic.patient_like("sample").await;
    let (_, told) = free_time(clinic, &person, (9, 19)).await;
    let phone = Phone::new();
    let window = phone.start(&["--connect", clinic.fhir()], &person.browser()).await;
    window.sees("Arrive").await;
    window.has_all().await;
    finds_integration(&window).await;
    let rule = json!({"door": "fhir", "patient": person.patient, "times": 0});
    let rule = clinic.fault_where(rule, Fault::Reset).await;
    window.press("Journey").await;
    window.press("Book a visit").await;
    window.press_holding("Integration session").await;
    window.sees("Some may be taken by now.").await;
    LIGHT.of(&window, "book-find-offline").await;
    window.press_holding(&told).await;
    window.press("Ask for this time").await;
    window.sees("Not sent yet").await;
    assert!(!window.shows("Confirmed").await);
    LIGHT.of(&window, "wish-here").await;
    clinic.mend(rule).await;
    window.press("More").await;
    window.press("Update now").await;
    window.press("Today").await;
    window.sees("Your clinic said yes to your time").await;
}

/// In practice the whole path is there on made-up data, and stays on the phone.
#[tokio::test]
async fn practice_has_the_whole_path_and_says_that_it_stays_here() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.press("Journey").await;
    window.press("Book a visit").await;
    window.press_holding("First talk").await;
    window.sees("Nobody answers it.").await;
    window.press_first("clock").await;
    window.press("Ask for this time").await;
    window.sees("Asked for in practice").await;
    window.press("Take it back").await;
    window.sees("You took this back").await;
}

/// Goes on by the Tab key until something of this kind has the focus, and presses Enter.
async fn presses_by_keys(window: &Running, what: &str) {
    window.tabs_to(&format!("at.matches('{what}')")).await;
    window.key(ENTER).await;
}

#[tokio::test]
async fn a_time_is_asked_for_and_taken_back_by_keys_alone() {
    let phone = Phone::new();
    let window = phone.start(&["--practice"], &[]).await;
    window.sees("Arrive").await;
    window.press("Journey").await;
    window.press("Book a visit").await;
    window.sees("What is the visit for?").await;
    presses_by_keys(&window, ".open-line").await;
    window.sees("Nobody answers it.").await;
    presses_by_keys(&window, ".time").await;
    window.sees("What happens next").await;
    presses_by_keys(&window, ".button.first").await;
    window.sees("Asked for in practice").await;
    presses_by_keys(&window, "main .button.quiet").await;
    window.sees("You took this back").await;
}
