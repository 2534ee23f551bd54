//! What is being written to the clinic, whatever happens around it: threads that become one, letters typed while a message
//! goes, threads that go. Nothing is lost, and nothing is there twice.

use crate::{
    messages::{answer, become_one, keeps, page, said, thread, writes},
    world::{Phone, practising},
};
use cairn::{
    app::{AppError, Cairn, read::Begun},
    care::{Id, Private},
};
use chrono::TimeDelta;
use proptest::prelude::*;
use serde_json::json;

fn words(begun: &[Begun]) -> Vec<&str> {
    begun.iter().map(|one| one.words.reveal()).collect()
}

fn text(words: &str) -> Private {
    Private::new(words)
}

/// Two threads, and in the second something that is newer than what the page of the first knows of; then they become one.
async fn two_that_become_one(app: &Cairn, phone: &Phone) -> (Id, Id) {
    let (first, second) = (writes(app, None, "one").await, writes(app, None, "two").await);
    keeps(app, Some(&first), "begun in the first").await;
    phone.clock.forward(TimeDelta::hours(1));
    keeps(app, Some(&second), "begun in the second").await;
    (first, second)
}

#[tokio::test]
async fn a_letter_on_an_open_page_never_writes_over_what_that_page_never_showed() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (first, second) = two_that_become_one(&app, &phone).await;
    let open = page(&app, Some(&first)).await.sheet;
    become_one(&phone, &first, &second);
    assert_eq!(thread(&app, &second).await.id, first, "they are one");
    phone.clock.forward(TimeDelta::hours(1));
    let open = app.keep_message(open, text("begun in the first, and more")).await.unwrap();
    let view = thread(&app, &first).await;
    assert_eq!(words(&view.begun), ["begun in the first, and more", "begun in the second"]);
    // What is sent is what the page shows, and the other stays.
    let open = app.keep_message(open, text("begun in the first, and done")).await.unwrap();
    let (sent, _) = app.send_message(open, text("begun in the first, and done")).await.unwrap();
    let view = thread(&app, &sent).await;
    assert_eq!(said(&view).last().unwrap(), "> begun in the first, and done");
    assert_eq!(words(&view.begun), ["begun in the second"]);
}

#[tokio::test]
async fn a_page_on_which_nothing_stood_begins_a_draft_of_its_own() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (first, second) = (writes(&app, None, "one").await, writes(&app, None, "two").await);
    let blank = page(&app, Some(&first)).await.sheet;
    keeps(&app, Some(&second), "begun in the second").await;
    become_one(&phone, &first, &second);
    phone.clock.forward(TimeDelta::hours(1));
    app.keep_message(blank, text("b")).await.unwrap();
    assert_eq!(words(&thread(&app, &first).await.begun), ["b", "begun in the second"]);
}

#[tokio::test]
async fn of_two_pages_of_one_draft_neither_writes_over_the_other() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    keeps(&app, None, "Can I").await;
    let [one, other] = [page(&app, None).await.sheet, page(&app, None).await.sheet];
    let one = app.keep_message(one, text("Can I eat")).await.unwrap();
    phone.clock.forward(TimeDelta::seconds(1));
    let other = app.keep_message(other, text("Can I drink")).await.unwrap();
    assert_eq!(words(&app.messages().await.unwrap().begun), ["Can I drink", "Can I eat"]);
    // Each goes on with its own.
    app.keep_message(one, text("Can I eat?")).await.unwrap();
    app.keep_message(other, text("Can I drink?")).await.unwrap();
    assert_eq!(words(&app.messages().await.unwrap().begun).len(), 2);
}

#[tokio::test]
async fn what_is_typed_while_a_message_goes_stays_and_goes_neither_with_it_nor_twice() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    // "Send" was pressed over the question; what follows was on the disk before it was gone.
    let sheet = keeps(&app, None, "May I eat?").await;
    let sheet = app.keep_message(sheet, text("May I eat? And dr")).await.unwrap();
    let (asked, after) = app.send_message(sheet.clone(), text("May I eat?")).await.unwrap();
    let view = thread(&app, &asked).await;
    assert_eq!((said(&view), words(&view.begun)), (vec!["> May I eat?".to_owned()], vec!["And dr"]));
    // And more of it came when it was gone.
    let after = app.keep_message(after, text("May I eat? And drink?")).await.unwrap();
    assert_eq!(words(&thread(&app, &asked).await.begun), ["And drink?"]);
    let again = app.send_message(sheet, text("May I eat?")).await;
    assert!(matches!(again, Err(AppError::NotSendable)), "{again:?}");
    // The letters are taken out again: nothing is being written.
    app.keep_message(after, text("May I eat?")).await.unwrap();
    let view = thread(&app, &asked).await;
    assert_eq!((view.lines.len(), view.begun.len()), (1, 0));
}

#[tokio::test]
async fn a_page_that_does_not_know_that_its_message_went_keeps_only_what_is_new() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let stale = page(&app, None).await.sheet;
    let (asked, _) = app.send_message(stale.clone(), text("\n May I eat?")).await.unwrap();
    let again = app.send_message(stale.clone(), text("May I eat? ")).await;
    assert!(matches!(again, Err(AppError::NotSendable)), "{again:?}");
    app.keep_message(stale, text("\n May I eat? Or drink?")).await.unwrap();
    let view = thread(&app, &asked).await;
    assert_eq!((said(&view).len(), words(&view.begun)), (1, vec!["Or drink?"]));
}

/// A message of the clinic's, more that was begun under it, and then the clinic took it off its server.
async fn alone(app: &Cairn, phone: &Phone) -> Id {
    let note = answer("note", &Id::new("nobody").unwrap(), "Would you like another time?");
    phone.has_record("Communication", "note", &note);
    let of = Id::new("note").unwrap();
    let begun = keeps(app, Some(&of), "Yes, I would").await;
    assert!(app.messages().await.unwrap().begun.is_empty(), "it is found in its thread");
    phone.store().write(|tx| tx.unmirror("Communication", &of)).unwrap();
    assert!(app.thread(of).await.unwrap().is_none(), "the thread is gone");
    begun.draft
}

#[tokio::test]
async fn what_was_begun_in_a_thread_that_went_is_found_and_goes_as_a_question() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let draft = alone(&app, &phone).await;
    let all = app.messages().await.unwrap();
    assert_eq!(all.begun, [Begun { draft: draft.clone(), words: text("Yes, I would"), alone: true }]);
    assert!(page(&app, None).await.words.is_blank(), "it is not taken for a question one began");
    let open = app.writing_message(None, Some(draft.clone())).await.unwrap().unwrap();
    assert_eq!((open.alone, open.goes_on, open.words.reveal()), (true, false, "Yes, I would"));
    let (sent, _) = app.send_message(open.sheet, text("Yes, I would like another time")).await.unwrap();
    let kept = phone.store().read(|reader| reader.message(&sent)).unwrap().unwrap();
    assert_eq!((&kept.thread, kept.answers), (&sent, None));
    assert_eq!(said(&thread(&app, &sent).await), ["> Yes, I would like another time"]);
    assert!(app.messages().await.unwrap().begun.is_empty());
}

#[tokio::test]
async fn what_was_begun_in_a_thread_that_went_is_in_it_again_once_it_is_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    alone(&app, &phone).await;
    phone.has_record("Communication", "note", &answer("note", &Id::new("nobody").unwrap(), "Would you?"));
    assert!(app.messages().await.unwrap().begun.is_empty());
    assert_eq!(words(&thread(&app, &Id::new("note").unwrap()).await.begun), ["Yes, I would"]);
}

#[tokio::test]
async fn what_is_not_wanted_is_thrown_away_and_can_be_put_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let draft = alone(&app, &phone).await;
    let open = app.writing_message(None, Some(draft)).await.unwrap().unwrap();
    let (thrown, after) = app.throw_message_away(open.sheet).await.unwrap();
    assert!(app.messages().await.unwrap().begun.is_empty());
    app.put_message_back(thrown.unwrap()).await.unwrap();
    assert_eq!(words(&app.messages().await.unwrap().begun), ["Yes, I would"]);
    // What was typed as it went is a draft by itself, without what was thrown away.
    phone.clock.forward(TimeDelta::seconds(1));
    app.keep_message(after, text("Yes, I would never")).await.unwrap();
    assert_eq!(words(&app.messages().await.unwrap().begun), ["never", "Yes, I would"]);
}

/// From a copy of the phone a draft comes back that was sent since: what is written on goes under a name of its own.
#[tokio::test]
async fn a_draft_that_was_sent_from_elsewhere_never_takes_the_place_of_that_message() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let sheet = keeps(&app, None, "Can I eat").await;
    let there = json!({
        "resourceType": "Communication", "id": "there", "status": "in-progress",
        "identifier": [{"system": "https://cairn.example/fhir/NamingSystem/record", "value": sheet.draft}],
        "category": [{"coding": [{"system": "https://cairn.example/fhir/CodeSystem/message", "code": "message"}]}],
        "sender": {"reference": "Patient/p"}, "payload": [{"contentString": "Can I eat fish?"}],
    });
    phone.has_record("Communication", "there", &there);
    let draft = sheet.draft.clone();
    let (sent, _) = app.send_message(sheet, text("Can I eat meat?")).await.unwrap();
    assert_ne!(sent, draft);
    assert_eq!(said(&thread(&app, &sent).await), ["> Can I eat meat?"]);
    assert_eq!(said(&thread(&app, &draft).await), ["> Can I eat fish?"]);
    assert!(app.messages().await.unwrap().begun.is_empty());
}

#[derive(Debug, Clone, Copy)]
enum Step {
    /// So many words are typed.
    Type(usize),
    /// What stands there is put on the disk.
    Keep,
    /// "Send" is pressed; so many words are typed, of these the first on the disk, before the message is gone.
    Send {
        kept: usize,
        then: usize,
    },
    TakeBack,
    /// The page is left, and opened again.
    Leave,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (1_usize..4).prop_map(Step::Type),
        3 => Just(Step::Keep),
        2 => (0_usize..3, 0_usize..3).prop_map(|(kept, then)| Step::Send { kept, then }),
        1 => Just(Step::TakeBack),
        2 => Just(Step::Leave),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is typed, kept, sent off and taken back in any order: each word is there, once, in a message or in a draft.
    #[test]
    fn every_word_typed_is_there_once(steps in prop::collection::vec(step(), 1..16)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let phone = Phone::new();
            let app = practising(&phone).await;
            let (mut typed, mut last) = (0, None);
            let mut types = |field: &mut String, count: usize| {
                for _ in 0..count {
                    field.extend([" w".to_owned(), typed.to_string()]);
                    typed += 1;
                }
            };
            let open = async || {
                let page = page(&app, None).await;
                (page.sheet, page.words.reveal().to_owned())
            };
            let (mut sheet, mut field) = open().await;
            for step in steps {
                phone.clock.forward(TimeDelta::seconds(1));
                match step {
                    Step::Type(count) => types(&mut field, count),
                    Step::Keep => sheet = app.keep_message(sheet, text(&field)).await.unwrap(),
                    Step::Send { kept, then } => {
                        let pressed = field.clone();
                        types(&mut field, kept);
                        sheet = app.keep_message(sheet, text(&field)).await.unwrap();
                        if let Ok((message, after)) = app.send_message(sheet.clone(), text(&pressed)).await {
                            (sheet, last) = (after, Some(message));
                        }
                        types(&mut field, then);
                        app.keep_message(sheet, text(&field)).await.unwrap();
                        (sheet, field) = open().await;
                    }
                    Step::TakeBack => if let Some(message) = last.take() {
                        app.keep_message(sheet, text(&field)).await.unwrap();
                        app.take_message_back(message).await.unwrap();
                        (sheet, field) = open().await;
                    },
                    Step::Leave => {
                        app.keep_message(sheet, text(&field)).await.unwrap();
                        (sheet, field) = open().await;
                    }
                }
            }
            app.keep_message(sheet, text(&field)).await.unwrap();
            let (sent, begun) = phone.store().read(|r| Ok((r.messages()?, r.message_drafts()?))).unwrap();
            let all = sent.iter().map(|one| &one.words).chain(begun.iter().map(|one| &one.words));
            let mut found: Vec<usize> = all
                .flat_map(|words| words.reveal().split_whitespace())
                .map(|word| word.strip_prefix('w').unwrap().parse().unwrap())
                .collect();
            found.sort_unstable();
            assert_eq!(found, (0..typed).collect::<Vec<_>>());
        });
    }
}

#[tokio::test]
async fn what_goes_along_stays_with_what_it_was_put_to() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let none = page(&app, None).await.sheet;
    let after = app.attach_to_message(none, None).await.unwrap();
    assert!(app.messages().await.unwrap().begun.is_empty(), "nothing was begun by that");
    app.keep_message(after, text("Can I")).await.unwrap();
    assert_eq!(words(&app.messages().await.unwrap().begun), ["Can I"]);
}
