//! From a page into life, from the app's own door: marked, made a step, looked at again, taken to the next session.

use crate::world::{Phone, practising, write};
use cairn::{
    app::{
        Cairn, Changed,
        read::{KeptLine, Language, LeadsTo},
    },
    care::{
        AlarmKind, Id, Private,
        journal::{Kept, NewStep, Practice, Review, Selected},
    },
    ui::reminders::Spoken,
};
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use std::sync::Arc;

const CANARY: &str = "The heron waited until I could stay.";

fn at(local: &str) -> DateTime<Utc> {
    let local: chrono::NaiveDateTime = local.parse().unwrap();
    local.and_local_timezone(chrono_tz::America::New_York).unwrap().to_utc()
}

async fn page(app: &Cairn, words: &str) -> Id {
    let id = app.begin_entry(None).await.unwrap();
    write(app, &id, words).await;
    id
}

fn new(cue: &str, deed: &str) -> NewStep {
    NewStep { cue: Private::new(cue), deed: Private::new(deed), day: None, remind_at: None }
}

/// A step for tomorrow at half past nine.
fn for_tomorrow(app: &Cairn) -> NewStep {
    let today = app.now().with_timezone(&app.zone()).date_naive();
    let remind_at = NaiveTime::from_hms_opt(9, 30, 0);
    NewStep { day: today.checked_add_days(Days::new(1)), remind_at, ..new("I wake up", "open the window") }
}

fn words(line: &KeptLine) -> String {
    match line {
        KeptLine::Insight(insight) => insight.words.reveal().to_owned(),
        KeptLine::Step(line) => line.step.deed.reveal().to_owned(),
        KeptLine::Practised(one) => one.words.as_ref().unwrap().reveal().to_owned(),
        KeptLine::Question(question) => question.words.reveal().to_owned(),
        KeptLine::Entry(entry) => entry.words.reveal().to_owned(),
    }
}

/// As the page's script tells it, in UTF-16 units.
fn selected(text: &str, words: &str, nth: usize) -> Selected {
    let (at, _) = text.match_indices(words).nth(nth).unwrap();
    let units = |text: &str| text.encode_utf16().count();
    let from = units(&text[..at]);
    let beginning = Private::new(words.chars().take(5).collect::<String>());
    Selected { from, to: from + units(words), length: units(text), beginning }
}

/// What is shown as marked.
async fn highlighted(app: &Cairn, entry: &Id) -> Vec<String> {
    let marking = app.marking(entry.clone()).await.unwrap().unwrap();
    let marked = marking.text.into_iter().filter(|stretch| stretch.marked);
    marked.map(|stretch| stretch.words.reveal().to_owned()).collect()
}

#[tokio::test]
async fn selected_words_are_kept_exactly_and_shown_where_they_stand_until_the_page_says_else() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let text = "🙂 I was calm. Then the sea rose.\nI was calm. I slept.";
    let entry = page(&app, text).await;
    let keep = |selected| app.mark_selected(entry.clone(), selected);
    let id = keep(selected(text, "was calm. I slept", 0)).await.unwrap().unwrap();
    assert_eq!(keep(selected(text, " was calm. I slept", 0)).await.unwrap(), Some(id), "the same words once");
    let second = keep(selected(text, "I was calm", 1)).await.unwrap().unwrap();
    assert_eq!(highlighted(&app, &entry).await, ["I was calm. I slept"], "where two lie over each other");
    assert_ne!(
        keep(selected(text, "I was calm", 0)).await.unwrap(),
        Some(second),
        "the same words elsewhere"
    );
    assert_eq!(highlighted(&app, &entry).await, ["I was calm", "I was calm. I slept"]);

    let stale = selected(text, "sea", 0);
    let later = format!("{}{}", "More was written above. ".repeat(20), text.replace("I slept", "I woke"));
    write(&app, &entry, &later).await;
    assert_eq!(keep(stale).await.unwrap(), None, "selected in other words than those that are kept");
    assert_eq!(highlighted(&app, &entry).await, ["I was calm", "I was calm"]);
    let marks = app.marks(entry.clone()).await.unwrap().unwrap();
    let stand: Vec<_> =
        marks.insights.iter().map(|line| (line.insight.words.reveal(), line.stands)).collect();
    assert_eq!(stand, [("was calm. I slept", false), ("I was calm", true), ("I was calm", true)]);
    let marking = app.marking(entry).await.unwrap().unwrap();
    assert_eq!(marking.others.len(), 1);
    let whole: String = marking.text.iter().map(|stretch| stretch.words.reveal()).collect();
    assert_eq!(whole, later);
}

#[tokio::test]
async fn a_sentence_is_marked_once_word_for_word_and_the_mark_can_come_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = page(&app, &format!("It rained. {CANARY} Then tea.")).await;
    let marking = app.marking(entry.clone()).await.unwrap().unwrap();
    assert_eq!(marking.passages.len(), 3);
    let mark = |words: &str| app.mark_insight(entry.clone(), Private::new(words), None);
    let id = mark(CANARY).await.unwrap().unwrap();
    assert_eq!(
        mark(&format!(" {CANARY}\n")).await.unwrap(),
        Some(id.clone()),
        "the same sentence is marked once"
    );
    assert_eq!(mark(" \n").await.unwrap(), None);
    let marking = app.marking(entry.clone()).await.unwrap().unwrap();
    assert_eq!(marking.passages[1].marked, Some(id.clone()));

    write(&app, &entry, "Only tea.").await;
    let marking = app.marking(entry.clone()).await.unwrap().unwrap();
    assert_eq!(marking.others[0].words.reveal(), CANARY, "it stays when the page says something else");

    let step = app.add_step(Some(id.clone()), new("I wake up", "open the window")).await.unwrap().unwrap();
    app.keep_for_session(Kept::Insight(id.clone()), true).await.unwrap();
    let removed = app.unmark_insight(id.clone()).await.unwrap().unwrap();
    assert_eq!(app.unmark_insight(id.clone()).await.unwrap(), None);
    assert_eq!(app.step(step.clone()).await.unwrap().unwrap().from, None, "the step stands by itself");
    assert!(app.for_session().await.unwrap().kept.is_empty());
    app.put_insight_back(removed).await.unwrap();
    assert_eq!(app.step(step).await.unwrap().unwrap().from.unwrap().reveal(), CANARY);
    assert_eq!(app.for_session().await.unwrap().kept.len(), 1);
    assert!(app.marks(entry).await.unwrap().unwrap().insights[0].kept);
    assert_eq!(app.mark_insight(Id::new("nobody").unwrap(), Private::new("x"), None).await.unwrap(), None);
}

#[tokio::test]
async fn a_step_is_reviewed_and_every_review_can_be_taken_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let mut changes = app.changes();
    assert_eq!(app.add_step(None, new("I wake up", " ")).await.unwrap(), None, "half a sentence is no step");
    let id = app.add_step(None, new(" I wake up ", "open the window")).await.unwrap().unwrap();
    assert_eq!(changes.recv().await.unwrap(), Changed::Journal);
    assert_eq!(changes.recv().await.unwrap(), Changed::Reminders, "its ring is planned anew");

    let shrink = app.review_step(id.clone(), Review::Shrink, new("I wake up", "look up"));
    let before = shrink.await.unwrap().unwrap();
    let line = app.step(id.clone()).await.unwrap().unwrap();
    assert_eq!((line.step.deed.reveal(), line.reviews[0].deed.reveal()), ("look up", "open the window"));
    app.take_review_back(before.clone()).await.unwrap();
    let line = app.step(id.clone()).await.unwrap().unwrap();
    assert_eq!((line.step, line.reviews.len()), (before, 0));

    let before = app.review_step(id.clone(), Review::Done, new("", "")).await.unwrap().unwrap();
    let steps = app.steps().await.unwrap();
    assert_eq!((steps.open.len(), steps.done.len()), (0, 1));
    app.keep_for_session(Kept::Step(id.clone()), true).await.unwrap();
    let removed = app.remove_step(id.clone()).await.unwrap().unwrap();
    assert!(app.steps().await.unwrap().done.is_empty() && app.for_session().await.unwrap().kept.is_empty());
    app.put_step_back(removed).await.unwrap();
    let line = app.step(id.clone()).await.unwrap().unwrap();
    assert!(line.kept && line.reviews.len() == 1 && !line.step.is_open());
    app.take_review_back(before).await.unwrap();
    assert_eq!(app.steps().await.unwrap().open.len(), 1);
}

#[tokio::test]
async fn a_step_rings_until_it_is_done_and_neither_screen_nor_system_hears_its_words() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.speak_with(Arc::new(Spoken { usual: Language::English }));
    let deed = NewStep { deed: Private::new(CANARY), ..for_tomorrow(&app) };
    let id = app.add_step(None, deed.clone()).await.unwrap().unwrap();
    let ring = |app: Cairn| async move {
        let coming = app.reminders().await.unwrap().coming;
        coming.into_iter().find(|one| one.alarm.kind == AlarmKind::Step)
    };
    let coming = ring(app.clone()).await.unwrap();
    assert_eq!(coming.local.to_string(), "2026-05-13 09:30:00");
    assert!(!format!("{:?}", coming.alarm).contains("heron"), "the words stay in the journal");
    app.review_step(id.clone(), Review::Done, deed.clone()).await.unwrap();
    assert_eq!(ring(app.clone()).await, None);
    app.review_step(id.clone(), Review::Keep, deed).await.unwrap();
    assert!(ring(app.clone()).await.is_some());
    app.remove_step(id).await.unwrap();
    assert_eq!(ring(app.clone()).await, None);
}

#[tokio::test]
async fn what_helped_is_noted_with_minutes_only_where_a_timer_ran() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let all = app.practices().await.unwrap();
    assert_eq!((all.minutes, all.log.len()), (Some(20), 0));
    assert!(all.offered.contains(&Practice::Vr), "the sample clinic has one");
    app.note_practised(Practice::Sit, Some(5), Private::new(" the bell ")).await.unwrap();
    phone.clock.forward(TimeDelta::minutes(1));
    let walk = app.note_practised(Practice::Walk, None, Private::new(" ")).await.unwrap();
    let log = app.practices().await.unwrap().log;
    assert_eq!((log[0].practised.practice.clone(), log[0].practised.words.clone()), (Practice::Walk, None));
    assert_eq!(log[1].practised.words.as_ref().unwrap().reveal(), "the bell");
    let sit = app.practice(Practice::Sit).await.unwrap();
    assert_eq!((sit.helped.len(), sit.helped[0].minutes), (1, Some(5)));
    assert_eq!(app.practice(Practice::Vr).await.unwrap().visit.unwrap().id.as_str(), "sample-integration-1");
    let removed = app.remove_practised(walk).await.unwrap().unwrap();
    assert_eq!(app.practices().await.unwrap().log.len(), 1);
    app.put_practised_back(removed).await.unwrap();
    assert_eq!(app.practices().await.unwrap().log, log);
}

#[tokio::test]
async fn one_page_holds_everything_that_was_kept_and_today_leads_to_it_the_day_before() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = page(&app, &format!("{CANARY} More of it.")).await;
    let insight = app.mark_insight(entry.clone(), Private::new(CANARY), None).await.unwrap().unwrap();
    let step = app.add_step(None, for_tomorrow(&app)).await.unwrap().unwrap();
    let walk = app.note_practised(Practice::Walk, None, Private::new("the far trees")).await.unwrap();
    let question = app.add_question(Private::new("Is this usual?"), None).await.unwrap().unwrap();
    let model = app.for_session().await.unwrap();
    assert!(model.kept.is_empty() && model.visit.unwrap().id.as_str() == "sample-integration-1");
    assert_eq!(model.more.len(), 4, "everything but the page is offered");

    let all = [
        Kept::Entry(entry.clone()),
        Kept::Question(question),
        Kept::Practised(walk),
        Kept::Step(step),
        Kept::Insight(insight),
    ];
    for what in all {
        app.keep_for_session(what, true).await.unwrap();
    }
    let model = app.for_session().await.unwrap();
    let said: Vec<_> = model.kept.iter().map(words).collect();
    let whole = format!("{CANARY} More of it.");
    assert_eq!(said, [CANARY, "open the window", "the far trees", "Is this usual?", whole.as_str()]);
    assert!(model.more.is_empty());

    // The sample's integration session is on 16 May at eleven.
    assert_eq!(app.for_session_soon().await.unwrap(), None, "four days ahead is no time to speak of it");
    for (local, soon) in [
        ("2026-05-14T23:59:00", false),
        ("2026-05-15T00:00:00", true),
        ("2026-05-16T10:59:00", true),
        ("2026-05-16T12:00:00", false),
    ] {
        phone.clock.set(at(local));
        assert_eq!(app.for_session_soon().await.unwrap().is_some(), soon, "{local}");
    }
    phone.clock.set(at("2026-05-15T12:00:00"));
    for line in app.for_session().await.unwrap().kept {
        app.keep_for_session(line.what(), false).await.unwrap();
    }
    assert_eq!(app.for_session_soon().await.unwrap(), None, "with nothing kept there is nothing to say");
}

#[tokio::test]
async fn a_page_of_after_the_session_shows_what_was_meant_before_it() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.keep_intention(Private::new("To be softer")).await.unwrap();
    let early = page(&app, "not yet").await;
    phone.clock.set(at("2026-05-13T12:00:00"));
    app.keep_intention(Private::new("To listen")).await.unwrap();
    // The session is on 14 May at half past nine; the day after, the patient writes another sentence for the next one.
    phone.clock.set(at("2026-05-15T12:00:00"));
    app.keep_intention(Private::new("For another time")).await.unwrap();
    let after = page(&app, "so it was").await;
    let meant = async |page| app.entry(page).await.unwrap().unwrap().intention.unwrap().words;
    assert_eq!(meant(after).await.reveal(), "To listen");
    assert_eq!(meant(early).await.reveal(), "To be softer", "what stood there when the page was begun");
}

#[tokio::test]
async fn the_plans_tasks_lead_to_the_pages_they_are_done_on_and_are_ticked_by_hand() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.add_step(None, for_tomorrow(&app)).await.unwrap();
    let open = app.to_do().await.unwrap().open;
    let one_step = open.iter().find(|line| line.leads == Some(LeadsTo::NewStep)).unwrap();
    assert!(
        one_step.title.reveal().starts_with("Choose one small step"),
        "it is still open: no word left the phone"
    );
    let leading = |to| open.iter().filter(|line| line.leads.as_ref() == Some(&to)).count();
    assert_eq!((leading(LeadsTo::NewStep), leading(LeadsTo::Write)), (1, 1));
    // A paper is not ticked by hand.
    let by_hand = open.iter().filter(|line| !matches!(line.leads, None | Some(LeadsTo::Sign(_))));
    assert_eq!(by_hand.count(), 2);
}

#[tokio::test]
async fn nothing_of_it_is_queued_and_nothing_is_in_a_file_in_clear() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let entry = page(&app, CANARY).await;
    let insight = app.mark_insight(entry.clone(), Private::new(CANARY), None).await.unwrap();
    app.add_step(insight.clone(), NewStep { cue: Private::new(CANARY), ..for_tomorrow(&app) }).await.unwrap();
    app.note_practised(Practice::Walk, None, Private::new(CANARY)).await.unwrap();
    app.keep_for_session(Kept::Insight(insight.unwrap()), true).await.unwrap();
    assert_eq!(app.sync_state().await.unwrap().counts.waiting, 0);
    drop(app);
    let app = phone.app();
    app.start().await;
    assert_eq!(app.for_session().await.unwrap().kept.len(), 1, "and it outlives a restart");
    for (path, bytes) in phone.files() {
        assert!(!bytes.windows(CANARY.len()).any(|found| found == CANARY.as_bytes()), "{path:?}");
    }
}
