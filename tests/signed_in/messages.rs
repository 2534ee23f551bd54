//! Questions to a real clinic and its answers: there once whatever was lost on the way, and never said to be where they are
//! not. The front desk of the practice clinic answers every message by itself.

use crate::{
    given::{is_turned_away, let_it_go, looks_again, patient},
    share::{SHARED, share},
    support::{Clinic, Fault, carries, eventually},
    world::Phone,
};
use cairn::{
    app::{
        AppError, Cairn,
        read::{Goes, Language, ThreadView, Voice},
    },
    care::{
        Delivery, Id, Private, Refusal,
        message::{Said, State},
    },
    ui::reminders::Spoken,
};
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::sync::Arc;

const QUESTION: &str = "May I take my allergy pill, the wheatear one?";

async fn asks(app: &Cairn, thread: Option<&Id>, words: &str) -> Id {
    let sheet = app.writing_message(thread.cloned(), None).await.unwrap().unwrap().sheet;
    let sheet = app.keep_message(sheet, Private::new(words)).await.unwrap();
    app.send_message(sheet, Private::new(words)).await.unwrap().0
}

async fn view(app: &Cairn, id: &Id) -> ThreadView {
    app.thread(id.clone()).await.unwrap().unwrap()
}

async fn state(app: &Cairn, id: &Id) -> State {
    let line = view(app, id).await.lines.into_iter().find(|line| line.id == *id).unwrap();
    let Voice::Me { state, .. } = line.voice else { panic!("{line:?}") };
    state
}

async fn becomes(app: &Cairn, phone: &Phone, id: &Id, what: &str, is: impl Fn(State) -> bool) -> State {
    eventually(what, async || {
        app.sync_now();
        phone.clock.forward(TimeDelta::seconds(5));
        Some(state(app, id).await).filter(|state| is(*state))
    })
    .await
}

fn answers(view: &ThreadView) -> usize {
    view.lines.iter().filter(|line| !matches!(line.voice, Voice::Me { .. })).count()
}

async fn is_answered(app: &Cairn, id: &Id, count: usize) -> ThreadView {
    eventually("the clinic's answer", async || {
        app.sync_now();
        Some(view(app, id).await).filter(|view| answers(view) >= count)
    })
    .await
}

#[tokio::test]
async fn a_question_and_its_answer_and_more() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let ringing = tokio::spawn({
        let app = app.clone();
        async move { app.keep_reminders(Arc::new(Spoken { usual: Language::English })).await }
    });
    let asked = asks(&app, None, QUESTION).await;
    assert_eq!(state(&app, &asked).await, State::Waiting);
    app.sync_now();
    assert!(clinic.written_by(&person).await.is_empty(), "it can still be taken back");
    let_it_go(&phone, &app);
    becomes(&app, &phone, &asked, "the clinic to have it", |state| matches!(state, State::Sent(_))).await;
    let sent = clinic.written_by(&person).await;
    assert_eq!((sent.len(), &sent[0]["id"], &sent[0]["priority"]), (1, &json!(asked), &json!("routine")));
    assert!(sent[0]["recipient"][0]["reference"].as_str().unwrap().starts_with("CareTeam/"));

    let answered = is_answered(&app, &asked, 1).await;
    assert_eq!(answered.lines.len(), 2);
    assert!(matches!(
        answered.lines[1].voice,
        Voice::Clinic { said: Said::Words { more: false, .. }, seen: false }
    ));
    assert_eq!(app.unread_messages().await.unwrap().count, 1);
    // Outside the app: one ring, and not a word of what it is about.
    let list =
        eventually("the ring", async || phone.bell.holds().filter(|list| !list.rings.is_empty())).await;
    for ring in &list.rings {
        let words = ring.words.reveal().to_lowercase();
        assert!(
            ["clinic", "wrote", "message", "answer", "wheatear"].iter().all(|word| !words.contains(word)),
            "{words}"
        );
    }
    app.read_thread(asked.clone()).await.unwrap();
    assert_eq!(app.unread_messages().await.unwrap().count, 0);
    ringing.abort();

    let more = asks(&app, Some(&asked), "Thank you").await;
    let_it_go(&phone, &app);
    becomes(&app, &phone, &more, "more to be there", |state| matches!(state, State::Sent(_))).await;
    let sent = clinic.has(&format!("Communication/{more}")).await.unwrap();
    assert_eq!(sent["partOf"][0]["identifier"]["value"], json!(asked));
    assert_eq!(sent["inResponseTo"][0]["reference"], json!(format!("Communication/re-{asked}")));
    assert_eq!(is_answered(&app, &asked, 2).await.lines.len(), 4);

    // Somebody there marks it as read.
    let mut marked = clinic.has(&format!("Communication/{asked}")).await.unwrap();
    marked["received"] = json!("2026-03-03T17:05:00Z");
    clinic.writes(&marked).await;
    let read = becomes(&app, &phone, &asked, "the mark", |state| matches!(state, State::Read(_))).await;
    assert_eq!(read, State::Read(Some("2026-03-03T17:05:00Z".parse().unwrap())));
    assert_eq!(app.messages().await.unwrap().threads.len(), 1);
}

#[tokio::test]
async fn offline_it_waits_and_the_app_says_so() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let down = [
        clinic.fault(&person, "PUT", "", 0, Fault::Reset).await,
        clinic.fault(&person, "GET", "", 0, Fault::Reset).await,
        clinic.fault(&person, "POST", "", 0, Fault::Reset).await,
    ];
    app.sync_now();
    eventually("the app to notice", async || {
        let goes = app.writing_message(None, None).await.unwrap().unwrap().goes;
        (goes == Goes::WithNetwork).then_some(())
    })
    .await;
    let first = asks(&app, None, QUESTION).await;
    let second = asks(&app, Some(&first), "And with water?").await;
    let other = asks(&app, None, "Where do I park?").await;
    let_it_go(&phone, &app);
    phone.clock.forward(TimeDelta::minutes(3));
    is_turned_away(&app, clinic, down[0]).await;
    for id in [&first, &second, &other] {
        assert_eq!(state(&app, id).await, State::Waiting);
    }
    assert!(clinic.written_by(&person).await.is_empty());
    for fault in down {
        clinic.mend(fault).await;
    }
    for id in [&first, &second, &other] {
        becomes(&app, &phone, id, "it to arrive", |state| matches!(state, State::Sent(_))).await;
    }
    assert_eq!(clinic.written_by(&person).await.len(), 3);
    assert_eq!(app.messages().await.unwrap().threads.len(), 2);
}

#[tokio::test]
async fn an_answer_lost_on_the_way_back_leaves_one_message() {
    let clinic = Clinic::shared_sample();
    for fault in [Fault::Drop, Fault::Cut, Fault::Status(503), Fault::Html] {
        let (person, app, phone) = patient(clinic).await;
        clinic.fault(&person, "PUT", "^/Communication/", 2, fault).await;
        let asked = asks(&app, None, QUESTION).await;
        let_it_go(&phone, &app);
        becomes(&app, &phone, &asked, "it to be there", |state| matches!(state, State::Sent(_))).await;
        let sent = clinic.written_by(&person).await;
        assert_eq!((sent.len(), &sent[0]["meta"]["versionId"]), (1, &json!("1")), "{fault:?}");
        assert_eq!(view(&app, &asked).await.lines.iter().filter(|line| line.id == asked).count(), 1);
    }
}

#[tokio::test]
async fn taken_back_in_time_it_never_leaves_and_later_it_is_too_late() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let asked = asks(&app, None, QUESTION).await;
    app.take_message_back(asked).await.unwrap();
    let_it_go(&phone, &app);
    let sheet = app.writing_message(None, None).await.unwrap().unwrap().sheet;
    let words = sheet.stood.clone();
    let asked = app.send_message(sheet, words).await.unwrap().0;
    let_it_go(&phone, &app);
    becomes(&app, &phone, &asked, "it to be there", |state| matches!(state, State::Sent(_))).await;
    assert_eq!(clinic.written_by(&person).await.len(), 1, "the control: what was not taken back did leave");
    let late = app.take_message_back(asked).await;
    assert!(matches!(late, Err(AppError::TooLate)), "{late:?}");
}

#[tokio::test]
async fn a_clinic_that_takes_no_messages_is_never_said_to_have_one() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    clinic.fault(&person, "PUT", "^/Communication/", 0, Fault::Status(403)).await;
    let asked = asks(&app, None, QUESTION).await;
    let_it_go(&phone, &app);
    let refused = State::NeedsAttention(Refusal::NotAllowed);
    becomes(&app, &phone, &asked, "the refusal", |state| state == refused).await;
    let check_in = crate::given::check_in(&app, "and the rest goes on").await;
    let_it_go(&phone, &app);
    eventually("what was made since", async || {
        let newest = app.check_ins(None).await.unwrap().lines.remove(0);
        (newest.check_in.id == check_in.id && matches!(newest.delivery, Delivery::Sent(_))).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_server_that_hands_no_messages_out_holds_up_nothing_and_is_asked_again_the_next_day() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let denied = clinic.fault(&person, "GET", "^/Communication", 0, Fault::Status(403)).await;
    let batched = clinic.fault(&person, "POST", "^/$", 0, Fault::Status(403)).await;
    let asked = asks(&app, None, QUESTION).await;
    let_it_go(&phone, &app);
    eventually("the app to learn it", async || {
        app.sync_now();
        app.messages().await.unwrap().with.no_answers.then_some(())
    })
    .await;
    becomes(&app, &phone, &asked, "it to be there", |state| matches!(state, State::Sent(_))).await;
    assert_eq!(app.sync_state().await.unwrap().trouble, None, "everything else goes on");
    clinic.mend(denied).await;
    clinic.mend(batched).await;
    let asked_for = async || {
        let all = clinic.requests_of(&person).await;
        all.iter().filter(|one| one["method"] != json!("PUT") && carries(one, "Communication")).count()
    };
    let before = asked_for().await;
    looks_again(&phone, &app).await;
    assert!(before > 0 && asked_for().await == before, "not asked again for a day");
    assert!(app.messages().await.unwrap().with.no_answers);
    phone.clock.forward(TimeDelta::hours(25));
    assert_eq!(is_answered(&app, &asked, 1).await.lines.len(), 2);
    assert!(!app.messages().await.unwrap().with.no_answers);
}

#[tokio::test]
async fn a_message_that_cannot_be_shown_is_told_of_and_one_between_others_never_comes() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let patient = json!({"reference": format!("Patient/{}", person.patient)});
    let note = |id: &str, recipient: Value, words: &str| {
        json!({
            "resourceType": "Communication", "id": format!("{id}-{}", person.patient), "status": "completed",
            "subject": patient, "recipient": [recipient], "sent": "2026-05-12T17:00:00Z",
            "payload": [{"contentString": words}],
        })
    };
    let practitioner = clinic.finds("Practitioner").await.remove(0)["id"].clone();
    let among = note(
        "among",
        json!({"reference": format!("Practitioner/{}", practitioner.as_str().unwrap())}),
        "whimbrel",
    );
    clinic.writes(&among).await;
    clinic.writes(&note("plain", patient.clone(), "We open at nine.")).await;
    let mut spoilt = note("spoilt", patient.clone(), "dotterel");
    spoilt["modifierExtension"] = json!([{"url": "https://elsewhere.example/not", "valueBoolean": true}]);
    clinic.writes(&spoilt).await;
    eventually("both that are for the patient", async || {
        app.sync_now();
        (app.messages().await.unwrap().threads.len() == 2).then_some(())
    })
    .await;
    let told = view(&app, &Id::new(format!("spoilt-{}", person.patient)).unwrap()).await;
    assert!(matches!(told.lines[0].voice, Voice::CannotShow { .. }));
    let held = phone.store().read(|reader| reader.mirrored("Communication")).unwrap();
    assert!(held.iter().all(|one| !one.body.contains("whimbrel")), "what is not the patient's is not kept");
    assert!(held.iter().any(|one| one.body.contains("dotterel")), "the control: the others are");
    // It is the patient's no more: an earlier version of it goes from the phone.
    let mut turned = note("plain", among["recipient"][0].clone(), "We open at nine.");
    turned["category"] = json!([{"text": "among us"}]);
    clinic.writes(&turned).await;
    eventually("it to go", async || {
        app.sync_now();
        (app.messages().await.unwrap().threads.len() == 1).then_some(())
    })
    .await;
}

#[tokio::test]
async fn an_urgent_word_is_no_message_and_a_message_is_no_urgent_word() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let asked = asks(&app, None, QUESTION).await;
    let form = app.begin_form("PHQ-9".to_owned(), None).await.unwrap();
    let mut all = form.pages.iter().flat_map(cairn::app::read::FormPage::questions);
    let ninth = all.find(|asked| cairn::care::instruments::is_item_nine(&asked.item)).unwrap();
    let highest = ninth.item.options.last().unwrap().value.clone();
    app.answer_form(form.id.clone(), vec![(ninth.path.clone(), vec![highest])]).await.unwrap();
    let_it_go(&phone, &app);
    becomes(&app, &phone, &asked, "the question", |state| matches!(state, State::Sent(_))).await;
    let sent =
        eventually("both", async || Some(clinic.written_by(&person).await).filter(|sent| sent.len() == 2))
            .await;
    let priority = |code: &str| {
        let one =
            sent.iter().find(|one| one["category"].to_string().contains(&format!("\"{code}\""))).unwrap();
        one["priority"].clone()
    };
    assert_eq!((priority("message"), priority("urgent-answer")), (json!("routine"), json!("urgent")));
    // The desk answers both. Its answer to the urgent word is shown by itself, never under a question.
    is_answered(&app, &asked, 1).await;
    eventually("two threads", async || {
        app.sync_now();
        (app.messages().await.unwrap().threads.len() == 2).then_some(())
    })
    .await;
    assert_eq!(view(&app, &asked).await.lines.len(), 2);
    assert_eq!(
        view(&app, &asked).await.lines.iter().filter(|line| matches!(line.voice, Voice::Me { .. })).count(),
        1
    );
}

#[tokio::test]
async fn what_is_shared_goes_along_by_its_name_and_nothing_else_of_the_journal_does() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient(clinic).await;
    let record = share(&app).await;
    let sheet = app.writing_message(None, None).await.unwrap().unwrap().sheet;
    let sheet = app.attach_to_message(sheet, Some(record.clone())).await.unwrap();
    let asked = app.send_message(sheet, Private::new(QUESTION)).await.unwrap().0;
    let_it_go(&phone, &app);
    becomes(&app, &phone, &asked, "it to be there", |state| matches!(state, State::Sent(_))).await;
    let sent = clinic.has(&format!("Communication/{asked}")).await.unwrap();
    assert_eq!(sent["payload"][1]["contentReference"]["identifier"]["value"], json!(record));
    let requests = clinic.requests_of(&person).await;
    let told = |words: &str| requests.iter().any(|request| carries(request, words));
    assert!(told(QUESTION) && told(SHARED), "the control: what was sent is found");
    assert!(!told("The lapwing stays here."));
}
