//! One's own record at many moments: before a copy and after, each way it does not open, what is chosen for paper, and
//! what deleting does.

use crate::{
    samples::{check_in, id, local, now, zone},
    scenes::{Named, Scene, drawn},
};
use cairn::{
    app::read::*,
    care::{Delivery, DeliveryCount, Private, Refusal, journal::Entry, trends::Range},
    ui::{
        navigation::{OwnPage, Screen},
        screens::*,
    },
};
use dioxus::prelude::*;

fn taken(name: &str) -> Taken {
    Taken { name: name.into(), folder: "/home/wren/Documents".into(), size: 48_211 }
}

fn at(page: OwnPage, draw: impl Fn() -> Element + 'static) -> Scene {
    Scene::at(&[Screen::More, Screen::Own(OwnPage::Record), Screen::Own(page)], draw)
}

fn copies(count: u32) -> Copies {
    let copy = |day: u32| CopyFound {
        path: format!("/home/wren/Documents/cairn-2026-11-{day:02}.age").into(),
        name: format!("cairn-2026-11-{day:02}.age"),
        size: 48_211 * u64::from(day),
        changed: Some(local(1, 9, day)),
    };
    Copies { folder: Some("/home/wren/Documents".into()), found: (1..=count).map(copy).collect() }
}

fn back(nobody: bool, trouble: Option<OwnTrouble>) -> Scene {
    let page = move || {
        rsx! {
            BringBackPage { copies: copies(2), nobody, busy: false, trouble, on_open: |_| () }
        }
    };
    if nobody {
        let mut scene = Scene::at(&[Screen::Today, Screen::Own(OwnPage::BringBack)], page);
        scene.places = false;
        scene
    } else {
        at(OwnPage::BringBack, page)
    }
}

fn entry(name: &str, words: &str) -> EntryLine {
    let entry = Entry {
        id: id(name),
        at: local(1, 20, 5),
        zone: zone(),
        changed: local(1, 20, 9),
        words: Private::new(words),
        visit: None,
        phase: None,
        prompt: None,
        intention: None,
        mood: None,
    };
    EntryLine { beginning: entry.words.clone(), entry }
}

fn summary() -> Summary {
    let today = cairn::care::time::day_of(now(), zone());
    Summary {
        range: Range::FourWeeks,
        span: Range::FourWeeks.span(today, None),
        patient: Some(Private::new("Wren")),
        clinic: Some("Cedar Clinic".into()),
        practice: false,
        visits: vec![],
        visits_incomplete: false,
        check_ins: vec![check_in("a", local(2, 18, 39), 6, 4, None)],
        scores: vec![],
        effects: vec![],
        questions: vec![],
        insights: vec![],
        steps: vec![],
        for_session: vec![],
        series: vec![],
        marked: Marked::default(),
        entries: vec![entry("e1", "The room was quiet, and so was I."), entry("e2", "Rain all day.")],
    }
}

fn paper(model: Summary, made: Option<Taken>) -> Scene {
    at(OwnPage::Summary, move || {
        rsx! {
            SummaryPage { model: model.clone(), made: made.clone(), busy: false, trouble: None, on_range: |_| (), on_make: |_| () }
        }
    })
}

fn erase(practice: bool, delivery: Option<Delivery>) -> Scene {
    let asked = delivery.map(|delivery| DeletionAsked { at: local(2, 18, 30), delivery });
    let counts = DeliveryCount { waiting: 2, ..DeliveryCount::default() };
    let model = OwnRecord { practice, counts, asked };
    at(OwnPage::Erase, move || {
        rsx! {
            ErasePage { model: model.clone(), on_ask: |()| (), on_erase: |()| () }
        }
    })
}

pub(crate) fn scenes() -> Vec<Named> {
    let record = || {
        rsx! {
            OwnRecordPage {}
        }
    };
    let copy = |made: Option<Taken>, trouble: Option<OwnTrouble>| {
        at(OwnPage::TakeAlong, move || {
            rsx! {
                TakeAlongPage { made: made.clone(), busy: false, trouble, on_make: |_| () }
            }
        })
    };
    let none = || {
        rsx! {
            BringBackPage { copies: copies(0), nobody: false, busy: true, trouble: None, on_open: |_| () }
        }
    };
    vec![
        ("own", Scene::at(&[Screen::More, Screen::Own(OwnPage::Record)], record)),
        ("own-copy", copy(None, None)),
        ("own-copy-made", copy(Some(taken("cairn-2026-12-02.age")), None)),
        ("own-copy-no-space", copy(None, Some(OwnTrouble::NoSpace))),
        ("own-copy-no-folder", copy(None, Some(OwnTrouble::NoFolder))),
        ("own-back", back(false, None)),
        ("own-back-new-phone", back(true, None)),
        ("own-back-wrong", back(true, Some(OwnTrouble::WrongPassphrase))),
        ("own-back-damaged", back(false, Some(OwnTrouble::Damaged))),
        ("own-back-other", back(false, Some(OwnTrouble::OtherPatient))),
        ("own-back-would-lose", back(false, Some(OwnTrouble::WouldLose(3)))),
        ("own-back-none", at(OwnPage::BringBack, none)),
        ("own-paper", paper(summary(), None)),
        (
            "own-paper-made",
            paper(Summary { entries: vec![], ..summary() }, Some(taken("cairn-2026-12-02.pdf"))),
        ),
        ("own-erase", erase(false, None)),
        ("own-erase-waits", erase(false, Some(Delivery::OnThisPhone))),
        ("own-erase-sent", erase(false, Some(Delivery::Sent(local(2, 18, 31))))),
        ("own-erase-refused", erase(false, Some(Delivery::NeedsAttention(Refusal::NotAllowed)))),
        ("own-erase-practice", erase(true, None)),
    ]
}

#[test]
fn the_request_is_called_sent_only_once_the_clinic_has_it() {
    assert!(drawn("own-erase-sent").contains("has had your request since"));
    for name in ["own-erase", "own-erase-waits", "own-erase-refused", "own-erase-practice"] {
        assert!(!drawn(name).contains("has had your request"), "{name}");
    }
    assert!(
        drawn("own-erase-waits").contains("It has not been sent yet. Connect first, or call your clinic.")
    );
}

#[test]
fn whatever_does_not_open_is_said_to_have_changed_nothing() {
    for name in
        ["own-back-wrong", "own-back-damaged", "own-back-other", "own-back-would-lose", "own-copy-no-space"]
    {
        assert!(drawn(name).contains("Nothing on this phone was changed."), "{name}");
    }
    assert!(drawn("own-back-would-lose").contains("3 things on this phone are not in the copy"));
    let html = drawn("own-back-would-lose");
    let (copy, lose) =
        (html.find(">Make a copy<").unwrap(), html.find(">Put the copy here all the same<").unwrap());
    assert!(copy < lose, "the way that loses nothing comes first");
    assert!(!drawn("own-back-damaged").contains("all the same"), "only where it helps");
}

#[test]
fn no_page_of_the_journal_is_chosen_by_itself() {
    let html = drawn("own-paper");
    assert!(html.contains("Choose pages (0 chosen)") && html.contains("This file is not locked"));
}
