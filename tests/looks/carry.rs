//! The moments in which a page of the journal becomes something for life.

use crate::{
    samples::*,
    scenes::{Named, Scene, drawn},
};
use cairn::{
    app::read::*,
    care::{
        Id, Intention, OwnQuestion, Private, VisitKind, VisitState,
        journal::{Entry, Insight, NewStep, Phase, Practice, Practised, Review, Reviewed, Sitting, Step},
    },
    ui::{
        carrying::{HalfStep, StepAbout, Still},
        navigation::Screen,
        screens::*,
    },
};
use chrono::NaiveDate;
use dioxus::prelude::*;

fn insight(name: &str, words: &str) -> Insight {
    Insight { id: id(name), entry: id("page"), words: Private::new(words), stood: None, at: now() }
}

fn step(name: &str, cue: &str, deed: &str) -> Step {
    Step {
        id: id(name),
        insight: None,
        cue: Private::new(cue),
        deed: Private::new(deed),
        day: NaiveDate::from_ymd_opt(2026, 12, 4),
        remind_at: chrono::NaiveTime::from_hms_opt(8, 30, 0),
        made_at: local(1, 20, 0),
        done_at: None,
    }
}

fn morning() -> StepLine {
    StepLine {
        step: step("s", "I wake up", "open the window and take three breaths"),
        from: Some(Private::new(CANARY)),
        reviews: vec![Reviewed {
            at: local(2, 9, 10),
            what: Review::Shrink,
            cue: Private::new("I wake up"),
            deed: Private::new("sit at the open window for twenty minutes"),
        }],
        kept: true,
    }
}

fn practised(name: &str, practice: Practice, minutes: Option<u32>, words: &str) -> Practised {
    Practised {
        id: id(name),
        practice,
        at: local(2, 18, 10),
        zone: zone(),
        minutes,
        words: Some(Private::new(words)),
    }
}

fn entry() -> Entry {
    Entry {
        id: id("page"),
        at: local(1, 21, 5),
        zone: zone(),
        changed: local(1, 21, 30),
        words: Private::new(format!("Waves, then a door of light. {CANARY}\nI was not alone.")),
        visit: None,
        phase: None,
        prompt: Some("What surprised me?".into()),
        intention: None,
        mood: None,
    }
}

fn page_scene(above: bool) -> Scene {
    let marks = PageMarks {
        entry: id("page"),
        insights: vec![InsightLine { insight: insight("i", CANARY), stands: true, kept: true }],
        kept: false,
        has_words: true,
    };
    let page = move || {
        let meant =
            Intention { id: id("m"), at: local(1, 8, 0), words: Private::new("To be softer with myself.") };
        let entry = Entry { phase: above.then_some(Phase::Day1), ..entry() };
        let marks = rsx! {
            MarksPart { model: marks.clone(), on_unmark: |_| (), on_keep: |_| () }
        };
        page_with(EntryView { intention: above.then_some(meant), ..opened(entry) }, marks)
    };
    Scene::at(&[Screen::Journal, Screen::Entry(id("page"))], page)
}

fn marking(passages: Vec<Passage>, others: Vec<Insight>) -> Scene {
    let text = passages.iter().flat_map(|one| {
        let words = Stretch { words: one.words.clone(), marked: one.marked.is_some() };
        [words, Stretch { words: Private::new(" "), marked: false }]
    });
    let model = Marking { entry: id("page"), text: text.collect(), passages, others };
    let page = move || {
        rsx! {
            MarkPage { model: model.clone(), on_mark: |_| (), on_pick: |_| (), on_unmark: |_| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Entry(id("page")), Screen::Mark(id("page"))], page)
}

fn steps(open: Vec<StepLine>, done: Vec<StepLine>) -> Scene {
    let model = Steps { open, done };
    let page = move || {
        rsx! {
            StepsPage { model: model.clone(), on_keep: |_| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Steps], page)
}

fn new_step(of: Option<Id>) -> Scene {
    let page = {
        let of = of.clone();
        move || {
            rsx! {
                NewStepPage { of: of.clone(), from: of.clone().map(|_| Private::new(CANARY)), on_save: |_| () }
            }
        }
    };
    let mut scene = Scene::at(&[Screen::Journal, Screen::Steps, Screen::NewStep(of.clone())], page);
    if of.is_some() {
        let new = NewStep {
            cue: Private::new("I wake up"),
            deed: Private::new("open the window."),
            day: NaiveDate::from_ymd_opt(2026, 12, 3),
            remind_at: None,
        };
        scene.draft.carrying.step = Some(HalfStep { about: StepAbout::New(of), new });
    }
    scene
}

fn reviewing(model: StepLine, writing: Option<Review>) -> Scene {
    let of = model.step.id.clone();
    let page = move || {
        rsx! {
            ReviewPage { model: model.clone(), writing, on_review: |_| (), on_keep: |_| (), on_remove: |()| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Steps, Screen::Step(of)], page)
}

fn practices(log: Vec<PractisedLine>) -> Scene {
    let mut offered = Practice::offered(None);
    offered.extend([Practice::Vr, Practice::OfClinic("Feed the ducks".into())]);
    let model = Practices { offered, minutes: Some(20), log };
    let page = move || {
        rsx! {
            PracticesPage { model: model.clone(), on_keep: |_| (), on_remove: |_| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Practices], page)
}

fn practice(practice: Practice, still: Still) -> Scene {
    let helped = vec![practised("a", practice.clone(), Some(5), CANARY)];
    let visit = visit("v", VisitKind::Integration, VisitState::Confirmed, local(5, 14, 0));
    let at = practice.clone();
    let model = OnePractice { practice, minutes: Some(20), helped, visit: Some(visit) };
    let page = move || {
        let clock = use_callback(|()| now());
        rsx! {
            PracticePage { model: model.clone(), clock, on_draw: |()| (), on_note: |_| () }
        }
    };
    let mut scene = Scene::at(&[Screen::Journal, Screen::Practices, Screen::Practice(at)], page);
    scene.draft.carrying.still = still;
    scene
}

fn for_session(kept: Vec<KeptLine>, more: Vec<KeptLine>, ahead: bool) -> Scene {
    let visit = visit("v", VisitKind::Integration, VisitState::Confirmed, local(5, 14, 0));
    let model = ForSession { visit: ahead.then_some(visit), kept, more };
    let page = move || {
        rsx! {
            ForSessionPage { model: model.clone(), on_keep: |_| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::ForSession], page)
}

pub(crate) fn scenes() -> Vec<Named> {
    let passage = |words: &str, marked: Option<&str>| Passage {
        words: Private::new(words),
        at: 0,
        marked: marked.map(id),
    };
    let passages = vec![
        passage("Waves, then a door of light.", None),
        passage(CANARY, Some("i")),
        passage("I was not alone.", None),
    ];
    let done = Step { done_at: Some(local(1, 9, 0)), ..step("d", "it rains", "listen for a minute") };
    let done = StepLine { step: done, from: None, reviews: vec![], kept: false };
    let mut due = morning();
    due.step.day = NaiveDate::from_ymd_opt(2026, 12, 2);
    let question = OwnQuestion {
        id: id("q"),
        words: Private::new("Is it usual to cry the day after?"),
        article: None,
        made_at: now(),
        asked_at: None,
    };
    let sat = practised("a", Practice::Sit, Some(5), "the bell at the end");
    let walked = practised("b", Practice::Walk, None, "the far trees");
    let line = |practised: &Practised, kept| PractisedLine { practised: practised.clone(), kept };
    let kept = vec![
        KeptLine::Insight(insight("i", CANARY)),
        KeptLine::Step(morning()),
        KeptLine::Practised(sat.clone()),
        KeptLine::Question(question),
        KeptLine::Entry(entry()),
    ];
    let sitting = Sitting::begin(now(), 5);
    let view =
        Scene::at(&[Screen::Journal, Screen::Practices, Screen::CalmView], || rsx! { CalmViewPage {} });
    let soon = || {
        let visit = visit("v", VisitKind::Integration, VisitState::Confirmed, local(3, 14, 0));
        crate::scenes::today_page_with(today(), rsx! { SessionSoon { visit } })
    };
    vec![
        ("carry-page", page_scene(false)),
        ("carry-page-after", page_scene(true)),
        ("mark", marking(passages, vec![insight("o", "The door was open all along.")])),
        ("mark-none", marking(vec![], vec![])),
        ("steps", steps(vec![morning()], vec![done.clone()])),
        ("steps-due", steps(vec![due.clone()], vec![])),
        ("step-due", reviewing(due, None)),
        ("steps-none", steps(vec![], vec![])),
        ("step-new", new_step(None)),
        ("step-new-of-insight", new_step(Some(id("i")))),
        ("step-review", reviewing(morning(), None)),
        ("step-keep", reviewing(morning(), Some(Review::Keep))),
        ("step-shrink", reviewing(morning(), Some(Review::Shrink))),
        ("step-done", reviewing(done, None)),
        ("practices", practices(vec![line(&walked, false), line(&sat, true)])),
        ("practices-none", practices(vec![])),
        ("practice-sit", practice(Practice::Sit, Still::No)),
        ("practice-sitting", practice(Practice::Sit, Still::Sitting(sitting))),
        (
            "practice-sat",
            practice(Practice::Sit, Still::Over(Sitting { until: local(2, 7, 15), minutes: 5 })),
        ),
        ("practice-breathe", practice(Practice::Breathe, Still::No)),
        ("practice-vr", practice(Practice::Vr, Still::No)),
        ("practice-walk", practice(Practice::Walk, Still::No)),
        ("calm-view", view),
        ("for-session", for_session(kept, vec![KeptLine::Practised(walked)], true)),
        ("for-session-none", for_session(vec![], vec![], false)),
        ("today-session-soon", Scene::at(&[Screen::Today], soon)),
    ]
}

#[test]
fn a_sitting_that_ended_long_ago_says_when() {
    let html = drawn("practice-sat");
    assert!(html.contains("The time is over.") && html.contains("It ended at 7:15 am."), "{html}");
    assert!(drawn("practice-sitting").contains("Until 6:45 pm"));
}

#[test]
fn every_sentence_of_a_page_can_be_marked_and_what_is_marked_shows() {
    let html = drawn("mark");
    assert_eq!(html.matches("type=\"checkbox\"").count(), 3);
    assert_eq!(html.matches("checked=true").count() + html.matches("checked=\"true\"").count(), 1, "{html}");
}

#[test]
fn the_page_for_the_session_says_that_it_shares_nothing_and_shows_how_a_step_was_before() {
    let html = drawn("for-session");
    assert!(html.contains("Nothing on this page is shared by itself."));
    assert!(html.contains("I will open the window and take three breaths."));
    assert!(
        html.contains("Made smaller") && html.contains("Before:") && html.contains("for twenty minutes.")
    );
}

#[test]
fn what_helped_is_asked_after_a_practice_and_not_before_it() {
    let first = |name: &str| {
        let html = drawn(name);
        let (_, button) = html.split_once("class=\"button first").unwrap();
        button.split("</button>").next().unwrap().rsplit('>').next().unwrap().to_owned()
    };
    assert_eq!([first("practice-sit"), first("practice-sat")], ["Start the timer", "Add to my log"]);
    assert!(!drawn("practice-sitting").contains("button first"), "while one sits there is nothing to do");
    assert!(drawn("practice-sat").contains("<details class=\"fold\" open"));
    assert!(drawn("practice-vr").contains("<details class=\"fold\">"));
}

#[test]
fn nobody_is_asked_how_a_step_went_before_its_day() {
    for name in ["steps", "step-review"] {
        assert!(!drawn(name).contains("How did it go?"), "{name}");
    }
    for name in ["steps-due", "step-due"] {
        assert!(drawn(name).contains("How did it go?"), "the control: {name}");
    }
    assert!(drawn("steps").contains("Look at it") && drawn("step-review").contains("like to do with it?"));
}
