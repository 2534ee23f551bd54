//! Messages from the app's own door, without a clinic: drafts, sending off, taking back, and what the clinic's server may
//! hand out in any order and any number of times.

use crate::world::{Phone, practising};
use cairn::{
    app::{
        AppError, Cairn, NewShare,
        read::{Door, Goes, MessageSheet, Newest, ThreadView, UnreadMessages, Voice, WritingMessage},
    },
    care::{
        AlarmKind, Id, Private,
        message::{LONGEST, Said, State},
    },
};
use chrono::TimeDelta;
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

const WORDS: &str = "Can I take my allergy pill on that day?";

/// The page on which more in this thread is written, or a new question.
pub(crate) async fn page(app: &Cairn, thread: Option<&Id>) -> WritingMessage {
    app.writing_message(thread.cloned(), None).await.unwrap().unwrap()
}

/// On that page stand these words.
pub(crate) async fn keeps(app: &Cairn, thread: Option<&Id>, words: &str) -> MessageSheet {
    app.keep_message(page(app, thread).await.sheet, Private::new(words)).await.unwrap()
}

/// What stands on that page is sent off.
async fn sends(app: &Cairn, thread: Option<&Id>) -> Result<Id, AppError> {
    let page = page(app, thread).await;
    app.send_message(page.sheet, page.words).await.map(|(message, _)| message)
}

pub(crate) async fn writes(app: &Cairn, thread: Option<&Id>, words: &str) -> Id {
    keeps(app, thread, words).await;
    sends(app, thread).await.unwrap()
}

async fn begun(app: &Cairn, thread: Option<&Id>) -> String {
    page(app, thread).await.words.reveal().to_owned()
}

pub(crate) async fn thread(app: &Cairn, id: &Id) -> ThreadView {
    app.thread(id.clone()).await.unwrap().unwrap()
}

/// What stands in a thread, line by line: `>` before the patient's, `<` before the clinic's.
pub(crate) fn said(view: &ThreadView) -> Vec<String> {
    let line = |voice: &Voice| match voice {
        Voice::Me { words, .. } => format!("> {}", words.reveal()),
        Voice::Clinic { said: Said::Words { words, .. }, .. } => format!("< {}", words.reveal()),
        Voice::Clinic { said: Said::Other, .. } => "< a file".into(),
        Voice::Clinic { said: Said::TakenBack, .. } => "< taken back".into(),
        Voice::CannotShow { .. } => "< ?".into(),
    };
    view.lines.iter().map(|line_of| line(&line_of.voice)).collect()
}

pub(crate) fn answer(id: &str, to: &Id, words: &str) -> Value {
    json!({
        "resourceType": "Communication", "id": id, "status": "completed",
        "meta": {"versionId": "1", "lastUpdated": "2026-05-12T17:00:00Z"},
        "subject": {"reference": "Patient/p"}, "recipient": [{"reference": "Patient/p"}],
        "inResponseTo": [{"reference": format!("Communication/{to}")}],
        "sent": "2026-05-12T17:00:00Z",
        "payload": [{"contentString": words}],
    })
}

#[tokio::test]
async fn what_is_written_is_there_after_every_end() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    keeps(&app, None, "Can I ta").await;
    keeps(&app, None, "Can I take my").await;
    drop(app);
    // Nobody said that the page was left: as after a kill.
    let app = phone.app();
    app.start().await;
    assert_eq!(begun(&app, None).await, "Can I take my");
    let all = app.messages().await.unwrap();
    assert_eq!((all.threads.len(), all.begun[0].words.reveal()), (0, "Can I take my"));
}

#[tokio::test]
async fn in_practice_it_stays_here_and_nobody_answers() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    assert_eq!(page(&app, None).await.goes, Goes::Never);
    let sent = writes(&app, None, WORDS).await;
    let view = thread(&app, &sent).await;
    assert_eq!((said(&view), view.with.door), (vec![format!("> {WORDS}")], Door::Practice));
    assert!(matches!(view.lines[0].voice, Voice::Me { state: State::StaysHere, undo_until: Some(_), .. }));
    let all = app.messages().await.unwrap();
    assert_eq!((all.threads[0].newest, all.begun), (Newest::Mine(State::StaysHere), Vec::new()));
    assert_eq!(app.unread_messages().await.unwrap(), UnreadMessages::default());
    assert!(app.sync_details().await.unwrap().queue.is_empty(), "nothing is queued");
    phone.clock.forward(TimeDelta::days(3));
    assert_eq!(thread(&app, &sent).await.lines.len(), 1, "and nobody pretends to answer");
}

#[tokio::test]
async fn the_same_draft_is_sent_once_and_only_what_can_go_goes() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let refused =
        |sent: Result<Id, AppError>| assert!(matches!(sent, Err(AppError::NotSendable)), "{sent:?}");
    refused(sends(&app, None).await);
    for words in ["", "  \n ", &"x".repeat(LONGEST + 1)] {
        keeps(&app, None, words).await;
        refused(sends(&app, None).await);
        assert_eq!(begun(&app, None).await, words, "and it is still there");
    }
    writes(&app, None, &"x".repeat(LONGEST)).await;
    refused(sends(&app, None).await);
    let nowhere = app.writing_message(Some(Id::new("nowhere").unwrap()), None).await.unwrap();
    assert!(nowhere.is_none(), "and there is no page to write on");
    assert_eq!(app.messages().await.unwrap().threads.len(), 1);
}

#[tokio::test]
async fn taken_back_it_is_being_written_again_and_so_is_what_was_begun_since() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let first = writes(&app, None, "one").await;
    keeps(&app, None, "another thing").await;
    keeps(&app, Some(&first), "and more").await;
    phone.clock.forward(TimeDelta::seconds(2));
    app.take_message_back(first.clone()).await.unwrap();
    assert_eq!(begun(&app, None).await, "one", "as it was, and nothing of the others in it");
    let mut all = app.messages().await.unwrap().begun;
    all.sort_by(|one, other| one.words.reveal().cmp(other.words.reveal()));
    let all: Vec<_> = all.iter().map(|one| (one.words.reveal(), one.alone)).collect();
    assert_eq!(all, [("and more", true), ("another thing", false), ("one", false)]);
    assert!(app.thread(first.clone()).await.unwrap().is_none());
    let gone = app.take_message_back(first.clone()).await;
    assert!(matches!(gone, Err(AppError::TooLate)), "{gone:?}");

    assert_eq!(sends(&app, None).await.unwrap(), first);
    let view = thread(&app, &first).await;
    assert_eq!((view.begun.len(), view.begun[0].words.reveal()), (1, "and more"), "in its thread again");
    let second = writes(&app, Some(&first), "two").await;
    assert_eq!(said(&thread(&app, &second).await).len(), 2);
    app.take_message_back(second).await.unwrap();
    assert_eq!(begun(&app, Some(&first)).await, "two");
    let view = thread(&app, &first).await;
    assert!(view.begun.len() == 1 && view.lines.len() == 1);
}

#[tokio::test]
async fn an_answer_is_new_until_it_was_read_and_rings_discreetly_once() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let asked = writes(&app, None, WORDS).await;
    let rings = async || {
        let coming = app.reminders().await.unwrap().coming;
        let mut all = coming.into_iter().filter(|one| one.alarm.kind == AlarmKind::Answer);
        (all.next().map(|one| (one.alarm.id, one.alarm.shown.key())), all.count())
    };
    assert_eq!(rings().await, (None, 0));
    phone.has_record("Communication", "re-1", &answer("re-1", &asked, "Yes, you can."));
    phone.has_record("Communication", "re-2", &answer("re-2", &asked, "Call if it itches."));
    assert_eq!(rings().await, (Some(("answer:re-2".into(), "reminder-plain")), 0), "one, and neutral");
    let all = app.messages().await.unwrap();
    assert_eq!((all.threads[0].unread, all.threads.len(), all.threads[0].newest), (2, 1, Newest::Clinic));
    let unread = app.unread_messages().await.unwrap();
    assert_eq!(unread, UnreadMessages { count: 2, thread: Some(asked.clone()) }, "both in the one to open");
    let view = thread(&app, &Id::new("re-2").unwrap()).await;
    assert_eq!(view.id, asked);
    assert_eq!(said(&view), [format!("> {WORDS}").as_str(), "< Yes, you can.", "< Call if it itches."]);
    app.read_thread(asked.clone()).await.unwrap();
    assert_eq!((app.unread_messages().await.unwrap().count, rings().await), (0, (None, 0)));
    // More in the thread answers the newest of theirs.
    let more = writes(&app, Some(&asked), "Thank you").await;
    let kept = phone.store().read(|reader| reader.message(&more)).unwrap().unwrap();
    assert_eq!((kept.thread, kept.answers), (asked, Some(Id::new("re-2").unwrap())));
}

#[tokio::test]
async fn what_cannot_be_shown_is_told_of_and_what_is_not_for_the_patient_is_not() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let asked = writes(&app, None, WORDS).await;
    let mut spoilt = answer("spoilt", &asked, "Never mind.");
    spoilt["modifierExtension"] = json!([{"url": "u"}]);
    phone.has_record("Communication", "spoilt", &spoilt);
    let mut loose = answer("loose", &Id::new("nobody").unwrap(), "Is she back?");
    loose.as_object_mut().unwrap().remove("recipient");
    phone.has_record("Communication", "loose", &loose);
    let all = app.messages().await.unwrap();
    let spoilt_one = UnreadMessages { count: 1, thread: Some(Id::new("spoilt").unwrap()) };
    assert_eq!((all.threads.len(), app.unread_messages().await.unwrap()), (2, spoilt_one));
    let told = thread(&app, &Id::new("spoilt").unwrap()).await;
    assert_eq!((said(&told), told.title), (vec!["< ?".to_owned()], None));
    app.read_thread(told.id).await.unwrap();
    assert_eq!(app.unread_messages().await.unwrap().count, 0);
    // That one was told of it is not that one has read it.
    spoilt.as_object_mut().unwrap().remove("modifierExtension");
    phone.has_record("Communication", "spoilt", &spoilt);
    assert_eq!(app.unread_messages().await.unwrap().count, 1);
    // It answers the patient after all, and names nobody: so it is for them.
    let mut to_us = loose;
    to_us["inResponseTo"] = json!([{"reference": format!("Communication/{asked}")}]);
    phone.has_record("Communication", "loose", &to_us);
    assert_eq!(
        said(&thread(&app, &asked).await),
        [format!("> {WORDS}").as_str(), "< Is she back?", "< Never mind."]
    );
    // What was read and is another by now, which cannot be shown, is told of again.
    let mut other = answer("other", &asked, "Come at nine.");
    phone.has_record("Communication", "other", &other);
    app.read_thread(asked).await.unwrap();
    assert_eq!(app.unread_messages().await.unwrap().count, 0);
    other["modifierExtension"] = json!([{"url": "u"}]);
    phone.has_record("Communication", "other", &other);
    assert_eq!(app.unread_messages().await.unwrap().count, 1);
}

#[tokio::test]
async fn what_is_new_in_several_threads_leads_to_all_of_them() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let [one, other] = [writes(&app, None, "one").await, writes(&app, None, "another").await];
    phone.has_record("Communication", "re-1", &answer("re-1", &one, "Yes."));
    phone.has_record("Communication", "re-2", &answer("re-2", &other, "No."));
    let unread = app.unread_messages().await.unwrap();
    assert_eq!(unread, UnreadMessages { count: 2, thread: None });
    app.read_thread(one).await.unwrap();
    let unread = app.unread_messages().await.unwrap();
    assert_eq!(unread, UnreadMessages { count: 1, thread: Some(other) });
}

/// The clinic answers both at once.
pub(crate) fn become_one(phone: &Phone, first: &Id, second: &Id) {
    let mut both = answer("re-both", first, "Both at once.");
    let more = json!({"reference": format!("Communication/{second}")});
    both["inResponseTo"].as_array_mut().unwrap().push(more);
    phone.has_record("Communication", "re-both", &both);
}

#[tokio::test]
async fn what_was_begun_in_two_threads_that_became_one_is_written_on_and_neither_is_lost() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let first = writes(&app, None, "one").await;
    phone.clock.forward(TimeDelta::hours(1));
    let second = writes(&app, None, "two").await;
    keeps(&app, Some(&first), "begun in the first").await;
    phone.clock.forward(TimeDelta::hours(1));
    keeps(&app, Some(&second), "begun in the second").await;
    become_one(&phone, &first, &second);
    assert_eq!(thread(&app, &second).await.id, first, "they are one");

    assert_eq!(begun(&app, Some(&first)).await, "begun in the second", "the newest");
    phone.clock.forward(TimeDelta::hours(1));
    let sent = writes(&app, Some(&first), "begun in the second, and done").await;
    assert_eq!(begun(&app, Some(&second)).await, "begun in the first", "and the other is not lost");
    sends(&app, Some(&second)).await.unwrap();
    let lines = said(&thread(&app, &sent).await);
    assert_eq!(lines[3..], ["> begun in the second, and done", "> begun in the first"], "{lines:?}");
    assert!(thread(&app, &sent).await.begun.is_empty(), "each went once");
}

#[tokio::test]
async fn only_what_is_shared_goes_along() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = app.begin_entry(None).await.unwrap();
    app.keep_draft(entry.clone(), Private::new("The sea was there.")).await.unwrap();
    assert!(page(&app, None).await.could_go.is_empty(), "nothing is shared by itself");
    let attach = async |shared| app.attach_to_message(page(&app, None).await.sheet, Some(shared)).await;
    let refused = attach(entry.clone()).await;
    assert!(matches!(refused, Err(AppError::NotShareable)), "{refused:?}");
    let new =
        NewShare { entry, words: Some(Private::new("The sea was there.")), whole: true, pieces: [].into() };
    let record = app.share(new.clone()).await.unwrap();
    keeps(&app, None, WORDS).await;
    attach(record.clone()).await.unwrap();
    keeps(&app, None, "It goes along").await;
    let writing = page(&app, None).await;
    assert_eq!(writing.shared.unwrap().shared.record, record, "typing on keeps it");
    let sent = sends(&app, None).await.unwrap();
    let along = |view: ThreadView| match view.lines.into_iter().next().unwrap().voice {
        Voice::Me { shared, .. } => shared.map(|shared| shared.shared.record),
        _ => panic!(),
    };
    assert_eq!(along(thread(&app, &sent).await), Some(record.clone()));
    // Withdrawn before it was sent off, it stays.
    let again = app.share(new).await.unwrap();
    keeps(&app, None, WORDS).await;
    attach(again.clone()).await.unwrap();
    app.withdraw_share(again).await.unwrap();
    assert!(page(&app, None).await.shared.is_none(), "and nobody says it goes along");
    let sent = sends(&app, None).await.unwrap();
    assert_eq!(along(thread(&app, &sent).await), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is sent off and whatever arrives, in any order and any number of times: each message stands once, in the
    /// same order, and an answer never before its question.
    #[test]
    fn any_mixture_of_comings_and_goings_gives_each_message_once(
        asked in 1_usize..4,
        answers in prop::collection::vec(any::<Index>(), 0..5),
        comings in prop::collection::vec(any::<Index>(), 0..14),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let phone = Phone::new();
            let app = practising(&phone).await;
            let mut mine = Vec::new();
            for number in 0..asked {
                phone.clock.forward(TimeDelta::hours(1));
                mine.push(writes(&app, None, &format!("question {number}")).await);
            }
            // What the server has: the patient's own under ids it chose, and an answer to some.
            let mut there: Vec<Value> = mine.iter().enumerate().map(|(number, record)| json!({
                "resourceType": "Communication", "id": format!("own-{number}"), "status": "in-progress",
                "identifier": [{"system": "https://cairn.example/fhir/NamingSystem/record", "value": record}],
                "category": [{"coding": [{"system": "https://cairn.example/fhir/CodeSystem/message", "code": "message"}]}],
                "sender": {"reference": "Patient/p"}, "payload": [{"contentString": "as the server has it"}],
            })).collect();
            for (number, to) in answers.iter().enumerate() {
                let to = to.index(asked);
                let named = if number % 2 == 0 { mine[to].clone() } else { Id::new(format!("own-{to}")).unwrap() };
                there.push(answer(&format!("re-{number}"), &named, &format!("answer {number} to {to}")));
            }
            for coming in comings.iter().map(|index| index.index(there.len())).chain(0..there.len()) {
                let record = &there[coming];
                phone.has_record("Communication", record["id"].as_str().unwrap(), record);
            }
            let all = app.messages().await.unwrap();
            assert_eq!(all.threads.len(), asked);
            let mut seen = Vec::new();
            for (number, own) in mine.iter().enumerate() {
                let lines = said(&thread(&app, own).await);
                assert_eq!(lines[0], format!("> question {number}"), "the phone's own words, and first");
                assert!(lines[1..].iter().all(|line| line.ends_with(&format!("to {number}"))), "{lines:?}");
                seen.extend(lines);
            }
            let mut once = seen.clone();
            once.sort();
            once.dedup();
            assert_eq!((seen.len(), once.len()), (asked + answers.len(), asked + answers.len()));
        });
    }
}
