//! The moments in which a patient reads up and writes questions down, with the articles of the starting protocol.

use crate::{
    samples::*,
    scenes::{Named, Scene},
};
use cairn::{
    app::read::*,
    care::{
        OwnQuestion, Private, VisitKind, VisitState, learn,
        protocol::{Article as Written, Protocol},
    },
    ui::{
        here::{JustDone, TakeBack},
        navigation::Screen,
        screens::*,
    },
};
use chrono::NaiveDate;
use dioxus::prelude::*;

fn protocol() -> Protocol {
    let bundled: serde_json::Value =
        serde_json::from_str(include_str!("../../assets/practice/sample.json")).unwrap();
    serde_json::from_str(&bundled["protocol"].to_string()).unwrap()
}

fn found(protocol: &Protocol, query: &str) -> Vec<learn::Found> {
    learn::find(&protocol.pages(), query, str::to_lowercase)
}

fn shelf(shelf: Shelf, found: Vec<learn::Found>, query: &str) -> Scene {
    let model = Learn { shelf, found, questions: 2 };
    let page = move || {
        rsx! {
            LearnPage { model: model.clone(), on_search: |_| () }
        }
    };
    let mut scene = Scene::at(&[Screen::Journey, Screen::Learn], page);
    scene.draft.jotted.search = Private::new(query);
    scene
}

fn one(model: Article) -> Scene {
    let page = move || {
        rsx! {
            ArticlePage { model: model.clone(), on_take_over: |_| () }
        }
    };
    Scene::at(&[Screen::Journey, Screen::Learn, Screen::Article("one".into())], page)
}

fn view(protocol: &Protocol, id: &str) -> Article {
    let page = protocol.page(id).unwrap();
    let taken_over = page.ask.first().cloned().into_iter().collect();
    Article::Here(Box::new(ArticleView { page, version: 1, taken_over }))
}

fn mine(model: MyQuestions) -> Scene {
    let page = move || {
        rsx! {
            MyQuestionsPage {
                model: model.clone(),
                added: 0,
                on_add: |_| (),
                on_change: |_| (),
                on_asked: |_| (),
                on_remove: |_| (),
            }
        }
    };
    Scene::at(&[Screen::Journey, Screen::MyQuestions], page)
}

fn question(name: &str, words: &str, asked: bool) -> OwnQuestion {
    let asked_at = asked.then(now);
    OwnQuestion { id: id(name), words: Private::new(words), article: None, made_at: now(), asked_at }
}

pub(crate) fn reading_and_asking() -> Vec<Named> {
    let whole = protocol();
    let odd = Written { title: Some("<b>bold</b> claims".into()), ..whole.learn[0].clone() };
    let day = NaiveDate::from_ymd_opt(2026, 3, 3);
    let reviewed =
        Written { reviewed_by: Some("Dr. Example".into()), reviewed_on: day, ..whole.learn[2].clone() };
    let with = |article: Written| Protocol { learn: vec![article], ..whole.clone() };
    let (odd, reviewed) = (with(odd), with(reviewed));
    let line =
        |question: OwnQuestion, from: Option<&str>| MyQuestion { question, from: from.map(Into::into) };
    let questions = MyQuestions {
        open: vec![
            line(question("a", CANARY, false), None),
            line(question("b", "What do you do if I get scared?", false), Some("What it may feel like")),
        ],
        asked: vec![line(question("c", "May I bring my own music?", true), None)],
        meeting: Some(visit("p", VisitKind::Preparation, VisitState::Confirmed, local(4, 14, 0))),
    };
    let none = MyQuestions { open: vec![], asked: vec![], meeting: None };
    let removed = TakeBack::Question(question("d", CANARY, false));
    let mut gone = mine(questions.clone());
    gone.just_done = Some(JustDone { said: "Question removed".into(), undo: Some(removed) });
    vec![
        ("learn", shelf(Shelf::Open, found(&whole, ""), "")),
        ("learn-found", shelf(Shelf::Open, found(&whole, "bladder"), "bladder")),
        ("learn-none", shelf(Shelf::Open, vec![], "zeppelin")),
        ("learn-odd", shelf(Shelf::Open, found(&odd, "bold"), "bold")),
        ("learn-empty", shelf(Shelf::Empty, vec![], "")),
        ("learn-unreadable", shelf(Shelf::Unreadable, vec![], "")),
        ("article", one(view(&whole, "does-it-help-anxiety"))),
        ("article-reviewed", one(view(&reviewed, "does-it-help-anxiety"))),
        ("article-gone", one(Article::Gone)),
        ("article-unreadable", one(Article::Unreadable)),
        ("my-questions", mine(questions)),
        ("my-questions-none", mine(none)),
        ("my-questions-removed", gone),
    ]
}
