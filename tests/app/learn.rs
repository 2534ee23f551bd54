//! Reading up and asking: offline, on the sample plan, with questions that stay on the phone.

use crate::world::{Phone, practising};
use cairn::{
    app::{
        Changed,
        read::{Article, Shelf},
    },
    care::{Id, Private},
};
use chrono::TimeDelta;

const CANARY: &str = "Will the heron be there?";

#[tokio::test]
async fn the_articles_of_the_plan_are_there_and_a_search_finds_one() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let all = app.learn(Private::new(" ")).await.unwrap();
    assert_eq!((all.shelf, all.found.len(), all.questions), (Shelf::Open, 13, 0));
    let found = app.learn(Private::new("BLÁDDER")).await.unwrap().found;
    assert_eq!(found[0].id, "risks");
    let Article::Here(view) = app.article("risks".to_owned()).await.unwrap() else { panic!("it is there") };
    assert_eq!((view.page.title.as_str(), view.version), ("Risks and side effects", 1));
    assert!(view.taken_over.is_empty());
    assert_eq!(app.article("no-such".to_owned()).await.unwrap(), Article::Gone);
}

#[tokio::test]
async fn a_question_is_written_changed_asked_and_taken_away_with_a_way_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let mut changes = app.changes();
    let first = app.add_question(Private::new("  Will it rain?\n"), None).await.unwrap().unwrap();
    assert_eq!(changes.recv().await.unwrap(), Changed::Own);
    phone.clock.forward(TimeDelta::minutes(1));
    let from = Some("risks".to_owned());
    let second = app.add_question(Private::new("Which is higher for me?"), from).await.unwrap().unwrap();

    let list = app.my_questions().await.unwrap();
    assert_eq!(list.open[0].question.words.reveal(), "Will it rain?");
    assert_eq!(list.open[1].from.as_deref(), Some("Risks and side effects"));
    assert_eq!(list.meeting, None, "the sample's preparation meeting has taken place");

    app.change_question(first.clone(), Private::new(" Will it snow? ")).await.unwrap();
    app.change_question(first.clone(), Private::new("   ")).await.unwrap();
    app.mark_asked(second.clone(), true).await.unwrap();
    let list = app.my_questions().await.unwrap();
    assert_eq!(list.open[0].question.words.reveal(), "Will it snow?");
    assert_eq!(list.asked[0].question.id, second);
    app.mark_asked(second, false).await.unwrap();

    let taken = app.remove_question(first.clone()).await.unwrap().unwrap();
    assert_eq!(app.my_questions().await.unwrap().open.len(), 1);
    assert_eq!(app.remove_question(first).await.unwrap(), None);
    app.put_question_back(taken.clone()).await.unwrap();
    assert_eq!(app.my_questions().await.unwrap().open[0].question, taken);
    assert_eq!(app.remove_question(Id::new("nobody").unwrap()).await.unwrap(), None);
}

#[tokio::test]
async fn a_question_is_not_written_twice_and_blank_is_none() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let Article::Here(view) = app.article("privacy".to_owned()).await.unwrap() else { panic!("it is there") };
    let ask = || Private::new(view.page.ask[0].clone());
    let one = app.add_question(ask(), Some("privacy".to_owned())).await.unwrap();
    assert_eq!(app.add_question(ask(), Some("privacy".to_owned())).await.unwrap(), one);
    assert_eq!(app.add_question(Private::new(" \n"), None).await.unwrap(), None);
    assert_eq!(app.my_questions().await.unwrap().open.len(), 1);
    let Article::Here(view) = app.article("privacy".to_owned()).await.unwrap() else { panic!("it is there") };
    assert_eq!(view.taken_over.len(), 1);

    // Asked once, it may come up again.
    app.mark_asked(one.clone().unwrap(), true).await.unwrap();
    assert_ne!(app.add_question(ask(), None).await.unwrap(), one);
}

#[tokio::test]
async fn questions_outlive_a_restart_and_are_in_no_file_in_clear() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.add_question(Private::new(CANARY), None).await.unwrap();
    assert_eq!(app.sync_state().await.unwrap().counts.waiting, 0, "a question is never queued");
    drop(app);
    let app = phone.app();
    app.start().await;
    assert_eq!(app.my_questions().await.unwrap().open[0].question.words.reveal(), CANARY);
    for (path, bytes) in phone.files() {
        assert!(!bytes.windows(CANARY.len()).any(|found| found == CANARY.as_bytes()), "{path:?}");
    }
}
