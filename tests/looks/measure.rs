//! Check-ins in full and the side effect log: begun, half filled in, changed, and looked back at.

use crate::{
    samples::*,
    scenes::{Named, Scene},
};
use cairn::{
    app::read::*,
    care::{protocol::SideEffect, *},
    fhir::practice::Practice,
    ui::{
        half::{HalfCheckIn, HalfEffect, When},
        here::Draft,
        navigation::Screen,
        screens::*,
    },
};
use chrono::{NaiveDate, NaiveTime};
use dioxus::prelude::*;

fn own() -> Vec<Private> {
    vec![Private::new("Like after rain"), Private::new("Far from everybody, but not in a bad way")]
}

fn felt() -> Vec<Feeling> {
    vec![Feeling::Listed(Listed::Calm), Feeling::Listed(Listed::Tired), Feeling::Own(own()[0].clone())]
}

/// Whole in every part, and changed once.
pub(crate) fn full() -> CheckIn {
    CheckIn {
        feelings: felt(),
        sleep: Sleep::new(7 * 60 + 30).ok(),
        changed: Some(local(2, 18, 20)),
        ..check_in("full", local(2, 17, 5), 6, 3, Some(CANARY))
    }
}

fn half(when: When) -> HalfCheckIn {
    HalfCheckIn { when, ..HalfCheckIn::of(&full()) }
}

fn page(check_in: HalfCheckIn, own: Vec<Private>) -> Scene {
    let page = move || {
        rsx! {
            CheckInPage { own: own.clone(), trouble: None, on_save: |_| (), on_own: |_| () }
        }
    };
    let draft = Draft { check_in, ..Draft::default() };
    let mut scene = Scene::at(&[Screen::CheckIn], page);
    scene.draft = draft;
    scene
}

fn one(half: Option<HalfCheckIn>, earlier: Vec<Earlier<CheckIn>>) -> Scene {
    let model = OneCheckIn { check_in: full(), delivery: Delivery::Sent(local(2, 18, 21)), earlier };
    let page = move || {
        rsx! {
            OneCheckInPage {
                model: model.clone(),
                own: own(),
                half: half.clone(),
                on_half: |_| (),
                on_put: |_| (),
                on_own: |_| (),
                on_change: |_| (),
                on_remove: |()| (),
            }
        }
    };
    Scene::at(&[Screen::CheckIn, Screen::CheckIns, Screen::OneCheckIn(id("full"))], page)
}

fn list() -> Scene {
    let line = |check_in, delivery| CheckInLine { check_in, delivery, undo_until: None };
    let lines = vec![
        line(full(), Delivery::OnThisPhone),
        line(check_in("plain", local(1, 19, 2), 5, 6, None), Delivery::Sent(local(1, 19, 3))),
    ];
    let page = move || {
        rsx! {
            CheckInsPage { model: CheckIns { lines: lines.clone(), more: true }, on_older: |_| (), on_undo: |_| () }
        }
    };
    Scene::at(&[Screen::CheckIn, Screen::CheckIns], page)
}

fn logged(name: &str, effect: &str, part: Option<&str>, hour: u32) -> LoggedEffect {
    LoggedEffect {
        id: id(name),
        effect: effect.into(),
        part: part.map(Into::into),
        severity: Some(Severity::Medium),
        began: local(2, hour, 10),
        zone: zone(),
        ended: None,
        note: None,
        changed: local(2, hour, 10),
    }
}

fn log() -> SideEffects {
    let line = |effect, delivery| SideEffectLine { effect, delivery, earlier: vec![] };
    let sick = LoggedEffect { note: Some(Private::new(CANARY)), ..logged("sick", "nausea", None, 15) };
    let before = LoggedEffect { severity: Some(Severity::Strong), ..sick.clone() };
    let over = |entry: LoggedEffect| LoggedEffect { ended: Some(local(2, 16, 40)), ..entry };
    let reading = LoggedEffect {
        severity: None,
        ended: Some(local(2, 14, 10)),
        note: Some(Private::new("128 over 84")),
        ..logged("bp", "bp_reading_if_measured", None, 14)
    };
    SideEffects {
        choices: Practice::bundled().unwrap().protocol.side_effect_log.items,
        still_there: vec![
            SideEffectLine {
                earlier: vec![Earlier { form: before, until: local(2, 16, 0) }],
                ..line(sick, Delivery::Sent(local(2, 16, 1)))
            },
            line(logged("often", "urinary", Some("frequency"), 17), Delivery::OnThisPhone),
        ],
        over: vec![
            line(over(logged("own", "dry_mouth", None, 15)), Delivery::Sent(local(2, 16, 41))),
            line(reading, Delivery::StaysHere),
        ],
        more: true,
    }
}

fn effects(model: SideEffects, effect: HalfEffect) -> Scene {
    let page = move || {
        rsx! {
            SideEffectsPage { model: model.clone(), logged: 0, on_log: |_| (), on_say: |_| (), on_older: |()| () }
        }
    };
    let draft = Draft { effect, ..Draft::default() };
    let mut scene = Scene::at(&[Screen::More, Screen::SideEffects], page);
    scene.draft = draft;
    scene
}

fn empty(choices: Vec<SideEffect>) -> SideEffects {
    SideEffects { choices, still_there: vec![], over: vec![], more: false }
}

pub(crate) fn scenes() -> Vec<Named> {
    let day = NaiveDate::from_ymd_opt(2026, 12, 2).unwrap();
    let late = NaiveTime::from_hms_opt(23, 30, 0);
    let earlier =
        CheckIn { changed: None, feelings: vec![], sleep: None, mood: Score::new(2).unwrap(), ..full() };
    let earlier = vec![Earlier { form: earlier, until: local(2, 18, 20) }];
    let chosen = |effect: &str| HalfEffect { effect: Some(effect.into()), ..HalfEffect::default() };
    let open = SideEffects { choices: log().choices, ..empty(vec![]) };
    vec![
        ("check-in-more", page(half(When::Kept), own())),
        ("check-in-not-yet", page(half(When::Then { day, time: late }), vec![])),
        ("check-ins-full", list()),
        ("one-check-in", one(None, earlier)),
        ("one-check-in-plain", one(None, vec![])),
        ("one-check-in-changing", one(Some(half(When::Kept)), vec![])),
        (
            "one-check-in-gone",
            Scene::at(&[Screen::CheckIn, Screen::CheckIns, Screen::OneCheckIn(id("gone"))], move || {
                rsx! {
                    NoCheckInPage {}
                }
            }),
        ),
        ("side-effects", effects(log(), HalfEffect::default())),
        ("side-effects-first", effects(open.clone(), HalfEffect::default())),
        ("side-effects-part", effects(open.clone(), chosen("urinary"))),
        ("side-effects-reading", effects(open.clone(), chosen("bp_reading_if_measured"))),
        ("side-effects-else", effects(empty(vec![]), chosen("something_else"))),
    ]
}

/// The tags of the parts of `html` that are called `name`.
fn called<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let end = format!(">{name}</");
    let before: Vec<_> = html.split(&end).collect();
    let tags = before[..before.len() - 1].iter().map(|before| before.rsplit_once('<').unwrap().1);
    // A place at the foot has a sign before its name.
    tags.filter(|tag| !tag.starts_with('/')).collect()
}

#[test]
fn what_has_the_same_name_as_another_says_what_it_is_about() {
    for (scene, name) in
        [("side-effects", "More"), ("side-effects", "Remove this note"), ("check-in-more", "Take off")]
    {
        let (_, scene) = scenes().into_iter().find(|(own, _)| *own == scene).unwrap();
        let html = scene.draw();
        let tags = called(&html, name);
        let about: std::collections::BTreeSet<_> = tags
            .iter()
            .map(|tag| tag.split_once("aria-describedby=\"").unwrap().1.split_once('"').unwrap().0)
            .collect();
        assert!(tags.len() > 1 && about.len() == tags.len(), "{name}: {tags:?}");
        assert!(about.iter().all(|id| html.matches(&format!("id=\"{id}\"")).count() == 1), "{name}");
    }
}
