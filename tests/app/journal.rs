//! Writing from the app's own door: a page belongs to where the patient is, survives every stop, and goes when it is to.

use crate::world::{Phone, practising};
use cairn::{
    app::{AppError, Cairn, Changed, read::Page},
    care::{
        Id, Private, Score,
        journal::{Phase, Thread},
        story::Told,
    },
};
use chrono::{DateTime, TimeDelta, Utc};

/// The sample's session is two days after the phone's noon: 14 May at 9:30 in New York.
fn at(local: &str) -> DateTime<Utc> {
    let local: chrono::NaiveDateTime = local.parse().unwrap();
    local.and_local_timezone(chrono_tz::America::New_York).unwrap().to_utc()
}

fn wait_until(phone: &Phone, app: &Cairn, local: &str) {
    phone.clock.forward(at(local) - app.now());
}

/// Begins a page, writes on it and leaves it.
async fn write(app: &Cairn, prompt: Option<&str>, words: &str) -> Id {
    let id = app.begin_entry(prompt.map(Into::into)).await.unwrap();
    change(app, &id, words).await;
    id
}

async fn change(app: &Cairn, id: &Id, words: &str) {
    assert!(app.keep_draft(id.clone(), Private::new(words)).await.unwrap());
    app.leave_entry(id.clone(), false).await.unwrap();
}

async fn words(app: &Cairn, id: &Id) -> Option<String> {
    let view = app.entry(id.clone()).await.unwrap();
    view.map(|view| view.entry.words.reveal().to_owned())
}

async fn lines(app: &Cairn) -> Vec<String> {
    let journal = app.journal(None).await.unwrap();
    journal.lines.into_iter().map(|line| line.beginning.reveal().to_owned()).collect()
}

fn session() -> Id {
    Id::new("sample-session").unwrap()
}

#[tokio::test]
async fn a_page_belongs_to_where_the_patient_is_and_keeps_its_question() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.keep_intention(Private::new("Be kind")).await.unwrap();
    let asked = app.writing().await.unwrap().moment;
    assert_eq!(asked.phase, Some(Phase::Preparation));
    let id = write(&app, asked.prompts.first().map(String::as_str), "to sleep").await;
    let view = app.entry(id.clone()).await.unwrap().unwrap();
    assert_eq!((view.entry.visit, view.entry.phase), (Some(session()), Some(Phase::Preparation)));
    assert_eq!(view.entry.prompt, asked.prompts.first().cloned());
    assert_eq!(view.prompts, asked.prompts);
    assert_eq!(view.intention.unwrap().words, Private::new("Be kind"));
    assert!(view.sessions.iter().any(|on| on.visit == session() && on.day.is_some()));

    app.set_entry_mood(id.clone(), Score::new(7).ok()).await.unwrap();
    app.ask_entry(id.clone(), Some("And now?".into())).await.unwrap();
    app.place_entry(id.clone(), None).await.unwrap();
    let entry = app.entry(id.clone()).await.unwrap().unwrap().entry;
    assert_eq!((entry.visit, entry.phase), (None, None));
    assert_eq!((entry.mood, entry.prompt.as_deref()), (Score::new(7).ok(), Some("And now?")));
    app.place_entry(id.clone(), Some(session())).await.unwrap();
    let entry = app.entry(id).await.unwrap().unwrap().entry;
    assert_eq!(entry.phase, Some(Phase::Preparation), "by when it was begun");
    assert_eq!(entry.words, Private::new("to sleep"));
}

#[tokio::test]
async fn the_story_of_a_session_is_told_in_order_with_its_intentions() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    write(&app, None, "before").await;
    app.keep_intention(Private::new("kindness")).await.unwrap();
    assert!(app.writing().await.unwrap().story.is_none(), "there is none before the session");
    wait_until(&phone, &app, "2026-05-14T12:00:00");
    let Page::Soft(view) = app.day().await.unwrap().page else { panic!("soft mode") };
    app.capture(view.visit, Private::new("raw")).await.unwrap();
    for (when, said) in [("2026-05-15T09:00:00", "after"), ("2026-05-28T09:00:00", "later")] {
        wait_until(&phone, &app, when);
        write(&app, None, said).await;
    }
    assert_eq!(app.writing().await.unwrap().story.unwrap().visit, session());
    let story = app.story(session()).await.unwrap();
    assert_eq!(story.session.day.unwrap().to_string(), "2026-05-14");
    let told = |told: &Told| match told {
        Told::Entry(entry) => entry.words.reveal().to_owned(),
        Told::Intention(said) => format!("meant: {}", said.words.reveal()),
    };
    let parts: Vec<(Option<Thread>, Vec<String>)> =
        story.parts.iter().map(|part| (part.thread, part.told.iter().map(told).collect())).collect();
    let wanted = [
        (Thread::Before, vec!["before", "meant: kindness"]),
        (Thread::Raw, vec!["raw"]),
        (Thread::After, vec!["after"]),
        (Thread::Later, vec!["later"]),
    ];
    let wanted = wanted.map(|(thread, told)| (Some(thread), told.into_iter().map(str::to_owned).collect()));
    assert_eq!(parts, wanted);
    let journal = app.journal(None).await.unwrap();
    assert_eq!(journal.stories.len(), 1);
    assert_eq!(
        lines(&app).await,
        ["later", "after", "raw", "before"],
        "what was caught is a page like any other"
    );
}

#[tokio::test]
async fn a_draft_outlives_the_program_and_is_folded_at_the_next_start() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let id = write(&app, None, "first").await;
    app.keep_draft(id.clone(), Private::new("first and second")).await.unwrap();
    assert_eq!(words(&app, &id).await.as_deref(), Some("first and second"));
    let blank = app.begin_entry(None).await.unwrap();
    drop(app);
    let app = phone.app();
    app.start().await;
    assert_eq!(words(&app, &id).await.as_deref(), Some("first and second"));
    assert_eq!(words(&app, &blank).await, None, "nothing was written there");
    let view = app.earlier_words(id.clone()).await.unwrap().unwrap();
    assert_eq!(view.earlier[0].words, Private::new("first"));
    app.bring_words_back(id.clone(), view.earlier[0].place).await.unwrap();
    assert_eq!(words(&app, &id).await.as_deref(), Some("first"));
    assert_eq!(app.entry(id).await.unwrap().unwrap().earlier, 2);
}

#[tokio::test]
async fn a_blank_page_goes_when_it_is_left_unless_one_comes_back_to_it() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let id = app.begin_entry(None).await.unwrap();
    app.leave_entry(id.clone(), true).await.unwrap();
    assert!(words(&app, &id).await.is_some());
    app.leave_entry(id.clone(), false).await.unwrap();
    assert_eq!(words(&app, &id).await, None);
}

#[tokio::test]
async fn a_deleted_page_comes_back_until_it_is_purged_and_goes_at_the_next_start() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (one, two) = (write(&app, None, "one").await, write(&app, None, "two").await);
    app.remove_entry(one.clone()).await.unwrap();
    assert_eq!(lines(&app).await, ["two"]);
    app.bring_entry_back(one.clone()).await.unwrap();
    app.purge_entry(one.clone()).await.unwrap();
    assert_eq!(lines(&app).await, ["two", "one"], "brought back, it stays");
    app.remove_entry(one.clone()).await.unwrap();
    app.remove_entry(two.clone()).await.unwrap();
    app.purge_entry(one.clone()).await.unwrap();
    assert!(matches!(app.bring_entry_back(one.clone()).await, Err(AppError::TooLate)));
    assert_eq!(words(&app, &one).await, None);
    drop(app);
    let app = phone.app();
    app.start().await;
    assert!(matches!(app.bring_entry_back(two.clone()).await, Err(AppError::TooLate)));
    assert_eq!(words(&app, &two).await, None);
}

#[tokio::test]
async fn what_was_taken_out_at_once_can_be_brought_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let id = app.begin_entry(None).await.unwrap();
    let long = "I had not thought of it for years. ".repeat(5);
    for typed in [long.as_str(), "x", ""] {
        app.keep_draft(id.clone(), Private::new(typed)).await.unwrap();
    }
    app.leave_entry(id.clone(), false).await.unwrap();
    let view = app.earlier_words(id.clone()).await.unwrap().unwrap();
    assert_eq!(view.earlier.iter().map(|one| one.words.reveal()).collect::<Vec<_>>(), [long.as_str()]);
    let other = write(&app, None, "a little").await;
    change(&app, &other, "and other").await;
    app.keep_draft(other.clone(), Private::new("an")).await.unwrap();
    assert_eq!(app.entry(other).await.unwrap().unwrap().earlier, 1, "a word taken back is no version");
}

#[tokio::test]
async fn typing_tells_only_that_there_are_words_and_leaving_tells_once() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let id = app.begin_entry(None).await.unwrap();
    let mut changes = app.changes();
    app.keep_draft(id.clone(), Private::new("a")).await.unwrap();
    assert_eq!(
        changes.try_recv().ok(),
        Some(Changed::Journal),
        "there is something to mark and to share now"
    );
    for typed in ["a h", "a heron"] {
        app.keep_draft(id.clone(), Private::new(typed)).await.unwrap();
    }
    assert!(changes.try_recv().is_err(), "no screen reads again for a letter");
    app.leave_entry(id.clone(), false).await.unwrap();
    assert_eq!(changes.try_recv().ok(), Some(Changed::Journal));
    app.leave_entry(id, false).await.unwrap();
    assert!(changes.try_recv().is_err(), "there was nothing to finish");
}

#[tokio::test]
async fn a_slip_in_soft_mode_leaves_what_was_written_on_the_page_as_an_earlier_version() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-14T12:00:00");
    let Page::Soft(view) = app.day().await.unwrap().page else { panic!("soft mode") };
    app.capture(view.visit.clone(), Private::new("blue doors")).await.unwrap();
    let page = app.journal(None).await.unwrap().lines.remove(0).entry.id;
    let long = "The door stood open and nobody was in a hurry. ".repeat(60);
    change(&app, &page, &long).await;
    app.capture(view.visit.clone(), Private::new("x")).await.unwrap();
    app.capture(view.visit.clone(), Private::new("")).await.unwrap();
    assert_eq!(words(&app, &page).await.as_deref(), Some(""));
    let earlier = app.earlier_words(page).await.unwrap().unwrap().earlier;
    assert!(earlier.iter().any(|one| one.words.reveal() == long), "the page is gone");
}

#[tokio::test]
async fn words_caught_in_soft_mode_after_their_page_was_deleted_begin_another() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    wait_until(&phone, &app, "2026-05-14T12:00:00");
    let Page::Soft(view) = app.day().await.unwrap().page else { panic!("soft mode") };
    app.capture(view.visit.clone(), Private::new("blue doors")).await.unwrap();
    let caught = app.journal(None).await.unwrap().lines.remove(0).entry;
    assert_eq!((&caught.visit, caught.phase), (&Some(view.visit.clone()), Some(Phase::Day0)));
    app.remove_entry(caught.id.clone()).await.unwrap();
    phone.clock.forward(TimeDelta::seconds(3));
    app.capture(view.visit.clone(), Private::new("bread")).await.unwrap();
    app.purge_entry(caught.id.clone()).await.unwrap();
    assert_eq!(lines(&app).await, ["bread"]);

    let kept = app.journal(None).await.unwrap().lines.remove(0).entry.id;
    app.keep_draft(kept.clone(), Private::new("bread and salt")).await.unwrap();
    app.capture(view.visit, Private::new("bread, salt, sea")).await.unwrap();
    assert_eq!(words(&app, &kept).await.as_deref(), Some("bread, salt, sea"), "the last word counts");
}
