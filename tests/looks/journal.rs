//! The moments in which a patient writes, finds a page of before, and reads the story of a session.

use crate::{
    samples::*,
    scenes::{Named, Scene},
};
use cairn::{
    app::read::*,
    care::{
        Id, Intention, Private, Score,
        journal::{Entry, Phase, Thread},
        story::{Part, Told},
    },
    ui::{
        here::{JustDone, TakeBack},
        navigation::Screen,
        screens::*,
    },
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use dioxus::prelude::*;

const SURPRISED: &str = "What surprised me?";

fn entry(name: &str, at: DateTime<Utc>, phase: Phase, words: &str) -> Entry {
    Entry {
        id: id(name),
        at,
        zone: zone(),
        changed: at,
        words: Private::new(words),
        visit: Some(id("session-0")),
        phase: Some(phase),
        prompt: None,
        intention: None,
        mood: None,
    }
}

fn entries() -> [Entry; 4] {
    let day = |days: i64, hour| local(1, hour, 20) - TimeDelta::days(days);
    [
        Entry {
            prompt: Some("What helps me feel safe in my body?".into()),
            ..entry("a", day(4, 20), Phase::Preparation, "Warm socks.\nMy sister’s voice on the phone.")
        },
        entry(
            "b",
            day(1, 13),
            Phase::Day0,
            "Blue doors. The smell of bread. Something heavy that was put down.",
        ),
        Entry {
            prompt: Some(SURPRISED.into()),
            mood: Score::new(6).ok(),
            intention: Some(id("meant")),
            ..entry(
                "c",
                day(0, 8),
                Phase::Day1,
                &format!("{CANARY} I did not expect to laugh. {}", "It went on. ".repeat(30)),
            )
        },
        Entry { visit: None, phase: None, ..entry("d", local(2, 7, 5), Phase::Day1, "") },
    ]
}

fn on() -> SessionOn {
    SessionOn { visit: id("session-0"), day: NaiveDate::from_ymd_opt(2026, 11, 30) }
}

fn meant() -> Intention {
    let words = Private::new("To be a little kinder to myself.");
    Intention { id: id("meant"), at: local(1, 9, 0) - TimeDelta::days(3), words }
}

fn asked() -> Vec<String> {
    [SURPRISED, "What felt hard, and what helped?", "Who could I share this with?"].map(Into::into).to_vec()
}

fn line(entry: Entry) -> EntryLine {
    EntryLine { beginning: Private::new(entry.words.reveal().chars().take(160).collect::<String>()), entry }
}

/// A page as the journal's list shows it.
pub(crate) fn line_of_today() -> EntryLine {
    let [.., one, _] = entries();
    line(one)
}

fn home(lines: Vec<Entry>) -> Scene {
    let model = Journal {
        stories: if lines.is_empty() { vec![] } else { vec![on()] },
        lines: lines.into_iter().rev().map(line).collect(),
        on: None,
        moment: Moment { phase: Some(Phase::Day1), prompts: asked() },
    };
    let page = move || {
        rsx! {
            JournalPage { model: model.clone(), on_older: |_| () }
        }
    };
    Scene::at(&[Screen::Journal], page)
}

fn page(entry: Entry, kept: Option<Kept>) -> Scene {
    let model = EntryView {
        earlier: if entry.id == id("c") { 2 } else { 0 },
        prompts: asked(),
        sessions: vec![on()],
        intention: entry.intention.as_ref().map(|_| meant()),
        entry,
    };
    let page = move || {
        rsx! {
            EntryPage {
                model: model.clone(),
                kept,
                on_words: |_| (),
                on_settle: |()| (),
                on_mood: |_| (),
                on_prompt: |_| (),
                on_session: |_: Option<Id>| (),
                on_remove: |()| (),
            }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Entry(id("c"))], page)
}

fn story(parts: Vec<Part>) -> Scene {
    let model = Story { session: on(), parts };
    let page = move || {
        rsx! {
            StoryPage { model: model.clone() }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Story(id("session-0"))], page)
}

fn earlier() -> Scene {
    let [.., one, _] = entries();
    let before =
        |place, words: &str| EarlierWords { place, until: local(1, 21, 30), words: Private::new(words) };
    let earlier = vec![before(2, &format!("{CANARY} I did not expect to")), before(1, "The rain")];
    let model = EarlierView { entry: one, earlier };
    let page = move || {
        rsx! {
            EarlierPage { model: model.clone(), on_bring_back: |_| (), on_delete: |_| () }
        }
    };
    let pile = [Screen::Journal, Screen::Entry(id("c")), Screen::EarlierWords(id("c"))];
    Scene::at(&pile, page)
}

/// Today with the way to a new page, and to the story of the session one comes from.
fn today_with_story() -> Scene {
    let moment = Moment { phase: Some(Phase::Day1), prompts: asked() };
    let writing = Writing { moment, story: Some(on()) };
    let page = move || {
        let below = rsx! {
            ToWrite { model: writing.clone() }
        };
        rsx! {
            TodayPage {
                model: today(),
                on_seen: |_| (),
                on_tick: |_| (),
                on_times: |_| (),
                on_sign_in: |()| (),
                on_close: |()| (),
                below,
            }
        }
    };
    Scene::at(&[Screen::Today], page)
}

pub(crate) fn writing() -> Vec<Named> {
    let [before, raw, after, blank] = entries();
    let part = |thread, told| Part { thread: Some(thread), told };
    let parts = vec![
        part(Thread::Before, vec![Told::Entry(before.clone()), Told::Intention(meant())]),
        part(Thread::Raw, vec![Told::Entry(raw)]),
        part(Thread::After, vec![Told::Entry(after.clone())]),
    ];
    let mut removed = home(entries().to_vec());
    removed.just_done =
        Some(JustDone { said: "Page deleted".into(), undo: Some(TakeBack::Entry(id("gone"))) });
    let gone = || {
        rsx! {
            NoEntryPage {}
        }
    };
    vec![
        ("journal", home(entries().to_vec())),
        ("journal-none", home(vec![])),
        ("journal-removed", removed),
        ("journal-entry", page(after.clone(), Some(Kept::Saved))),
        ("journal-entry-new", page(blank, None)),
        ("journal-entry-saving", page(before, Some(Kept::Saving))),
        ("journal-entry-not-saved", page(after, Some(Kept::NotSaved))),
        ("journal-entry-gone", Scene::at(&[Screen::Journal, Screen::Entry(id("c"))], gone)),
        ("journal-earlier", earlier()),
        ("journal-story", story(parts)),
        ("today-write", today_with_story()),
        ("journal-story-none", story(vec![])),
    ]
}

#[test]
fn the_pages_stand_before_the_questions_nobody_asked_for_and_are_not_searched_while_there_are_none() {
    let html = crate::scenes::drawn("journal");
    let (one, fold) = (html.find(SURPRISED).unwrap(), html.find("<summary>More questions").unwrap());
    assert!(one < fold && fold < html.find("What felt hard").unwrap(), "one question is in sight");
    assert!(crate::scenes::drawn("find-ways").contains("Search your pages"));
    let none = || {
        let model = Journal { lines: vec![], on: None, moment: Moment::default(), stories: vec![] };
        rsx! {
            JournalPage { model, on_older: |_| (), find: rsx! { FindWays {} } }
        }
    };
    assert!(!Scene::at(&[Screen::Journal], none).draw().contains("Search your pages"));
}
