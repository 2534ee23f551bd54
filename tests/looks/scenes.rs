//! The moments in which a patient meets each screen.

mod asked;
mod asking;
mod door;
mod in_calendar;
mod reminded;
mod session_day;

use crate::samples::*;
use cairn::{
    app::{Situation, read::*},
    care::*,
    ui::{
        half::HalfCheckIn,
        here::{Draft, Here, JustDone, NotDone, Shell, TakeBack},
        navigation::{Navigator, Screen},
        parts::{Room, Waiting},
        screens::*,
    },
};
use dioxus::prelude::*;
use std::rc::Rc;

#[derive(Clone)]
pub(crate) struct Scene {
    language: Language,
    situation: Situation,
    pub(crate) places: bool,
    pile: Vec<Screen>,
    now: chrono::DateTime<chrono::Utc>,
    pub(crate) draft: Draft,
    pub(crate) just_done: Option<JustDone>,
    not_done: Option<NotDone>,
    page: Rc<dyn Fn() -> Element>,
}

impl Scene {
    pub(crate) fn at(pile: &[Screen], page: impl Fn() -> Element + 'static) -> Self {
        Self {
            language: Language::English,
            situation: Situation::Patient,
            places: true,
            pile: pile.to_vec(),
            now: now(),
            draft: Draft::default(),
            just_done: None,
            not_done: None,
            page: Rc::new(page),
        }
    }

    /// The same at another moment.
    pub(crate) fn when(self, now: chrono::DateTime<chrono::Utc>) -> Self {
        Self { now, ..self }
    }

    /// The same in practice mode.
    pub(crate) fn practising(self) -> Self {
        Self { situation: Situation::Practice, ..self }
    }

    pub(crate) fn in_language(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    pub(crate) fn tag(&self) -> &'static str {
        cairn::ui::words::Words::of(self.language).tag()
    }

    pub(crate) fn draw(&self) -> String {
        let mut dom = VirtualDom::new_with_props(stage, self.clone());
        dom.rebuild_in_place();
        dioxus_ssr::render(&dom)
    }
}

// The root component of a `VirtualDom` takes its props by value.
#[allow(clippy::needless_pass_by_value)]
fn stage(scene: Scene) -> Element {
    use_context_provider(|| {
        let way = Navigator::starting_at(scene.pile[0].clone());
        scene.pile[1..].iter().for_each(|screen| way.go(screen.clone()));
        Shell {
            here: Signal::new(Here { language: scene.language, zone: zone(), now: scene.now }),
            way,
            situation: Signal::new(Some(scene.situation)),
            just_done: Signal::new(scene.just_done.clone()),
            not_done: Signal::new(scene.not_done.clone()),
            draft: Signal::new(scene.draft.clone()),
            end_practice: Callback::new(|()| ()),
            undo: Callback::new(|_| ()),
        }
    });
    rsx! {
        Room { places: scene.places, {(scene.page)()} }
    }
}

/// Today with something pinned above all else.
pub(crate) fn today_page_with(model: Today, above: Element) -> Element {
    rsx! {
        TodayPage { model, on_seen: |_| (), on_tick: |_| (), on_times: |_| (), on_sign_in: |()| (), on_close: |()| (), {above} }
    }
}

pub(crate) fn today_page(model: Today, sign_in_trouble: Option<SyncTrouble>) -> Element {
    rsx! {
        TodayPage { model, sign_in_trouble, on_seen: |_| (), on_tick: |_| (), on_times: |_| (), on_sign_in: |()| (), on_close: |()| () }
    }
}

fn more_page(model: SyncState, sign_in_trouble: Option<SyncTrouble>) -> Element {
    rsx! {
        MorePage {
            model,
            sign_in_trouble,
            on_sync: |()| (),
            on_language: |_| (),
            on_sign_in: |()| (),
            on_close: |()| (),
        }
    }
}

fn check_in_page(trouble: Option<(String, String)>) -> Element {
    rsx! {
        CheckInPage { trouble, on_save: |_| (), on_own: |_| () }
    }
}

fn too_late() -> NotDone {
    NotDone {
        happened: "Too late to take it back".into(),
        next: "It may be at your clinic already. Tell them if something in it is wrong.".into(),
    }
}

pub(crate) type Named = (&'static str, Scene);

/// All of them, each with the name of its picture.
pub(crate) fn scenes() -> Vec<Named> {
    let settled =
        [door::scenes(), asking::scenes(), on_today(), on_the_way(), checking_in(), help_and_more()].concat();
    let prepared = [crate::preparing::scenes(), crate::learn::reading_and_asking()].concat();
    let on_the_day = [session_day::scenes(), reminded::scenes(), crate::safety::safety()].concat();
    let measured =
        [asked::scenes(), in_calendar::scenes(), crate::measure::scenes(), crate::forms::scenes()].concat();
    let journal = [crate::journal::writing(), crate::creative::pictures_and_voice(), crate::find::finding()];
    let carried = [
        crate::booking::scenes(),
        crate::carry::scenes(),
        crate::going_on::scenes(),
        crate::share::scenes(),
        crate::own::scenes(),
        crate::messages::scenes(),
        crate::consent::scenes(),
    ]
    .concat();
    [settled, prepared, on_the_day, measured, crate::trends::looking_back(), journal.concat(), carried]
        .concat()
}

/// The scene of this name, drawn, as the eye reads it: the gaps that keep a time on one line are gaps, and an apostrophe is one.
pub(crate) fn drawn(name: &str) -> String {
    let (_, scene) = scenes().into_iter().find(|(own, _)| *own == name).unwrap();
    scene.draw().replace('\u{a0}', " ").replace("&#39;", "'")
}

fn on_today() -> Vec<Named> {
    let scene = |model: Today| Scene::at(&[Screen::Today], move || today_page(model.clone(), None));
    let made = |delivery| {
        let made = check_in("a", local(2, 18, 39), 6, 4, None);
        Today { check_in: Some((made, delivery)), ..today() }
    };
    let told = vec![
        notice("n1", Subject::Medicine, Happened::Unreadable),
        notice("n2", Subject::Visit, Happened::Moved { from: local(4, 9, 30), to: local(3, 9, 30) }),
    ];
    let empty = Today {
        next: Next::CheckIn,
        next_visit: None,
        days_until: None,
        prepare: None,
        due: vec![],
        given: None,
        part: DayPart::Morning,
        ..today()
    };
    let yesterday = Due::On(today().date.pred_opt().unwrap());
    let over = vec![
        due("over", "Last clear drink", None, Some(Due::At(local(2, 12, 0)))),
        DueLine { overdue: true, ..due("form", "Send the form", None, Some(yesterday)) },
    ];
    let unreadable =
        Today { plan_unreadable: true, due: vec![], next: Next::CallClinic, given: None, ..today() };
    let not_signed_in = Scene::at(&[Screen::Today], || {
        today_page(Today { sign_in_again: true, ..today() }, Some(SyncTrouble::SignInCancelled))
    });
    let asked = visit("p", VisitKind::Preparation, VisitState::Requested, local(11, 14, 0));
    let just_done = Some(JustDone { said: "Check-in saved".into(), undo: Some(TakeBack::CheckIn(id("a"))) });
    let waiting = || {
        rsx! {
            Waiting { title: "Today" }
        }
    };
    vec![
        ("today", scene(today())),
        ("today-practice", scene(made(Delivery::StaysHere)).practising()),
        ("today-saved", Scene { just_done, ..scene(made(Delivery::OnThisPhone)) }),
        (
            "today-told",
            scene(Today {
                notices: told,
                food_moved: vec![id("n2")],
                sign_in_again: true,
                waiting_long: Some(2),
                ..today()
            }),
        ),
        ("today-other-times", scene(Today { other_times: Some(id("session")), ..today() })),
        ("today-refused", scene(made(Delivery::NeedsAttention(Refusal::NotAllowed)))),
        ("today-not-signed-in", not_signed_in),
        (
            "today-not-done",
            Scene { not_done: Some(too_late()), ..scene(made(Delivery::Sent(local(2, 18, 39)))) },
        ),
        ("today-plan-unreadable", scene(unreadable)),
        ("today-first", scene(Today { first_time: true, ..empty.clone() })),
        ("today-empty", scene(empty)),
        (
            "today-later",
            scene(Today { days_until: Some(9), next_visit: Some(asked), prepare: None, ..today() }),
        ),
        ("today-due", scene(Today { next: Next::Due, ..today() })),
        ("today-over", scene(Today { due: over, ..today() })),
        ("today-waiting", Scene::at(&[Screen::Today], waiting)),
    ]
}

fn on_the_way() -> Vec<Named> {
    let whole = |model: Journey| {
        let page = move || {
            rsx! {
                JourneyPage { model: model.clone() }
            }
        };
        Scene::at(&[Screen::Journey], page)
    };
    let one = |model: VisitView| {
        let page = move || {
            rsx! {
                VisitPage { model: model.clone() }
            }
        };
        Scene::at(&[Screen::Today, Screen::Visit(id("session-1"))], page)
    };
    let gone = || {
        rsx! {
            NoVisitPage {}
        }
    };
    let empty = |line: JourneyLine| JourneyLine {
        stage: journey::Stage::Open,
        behind: vec![],
        ahead: vec![],
        ..line
    };
    let first = Journey {
        steps: journey().steps.into_iter().map(empty).collect(),
        other_ahead: vec![],
        first_time: true,
        ..journey()
    };
    let mut elsewhere = session();
    elsewhere.arrival = elsewhere.arrival.map(|arrival| Arrival { zone_differs: true, ..arrival });
    let bare = VisitView {
        arrival: None,
        state: VisitState::Requested,
        place_name: None,
        address: vec![],
        contacts: vec![],
        with: vec![],
        note: None,
        ..session()
    };
    vec![
        ("journey", whole(journey())),
        ("journey-first", whole(first)),
        ("journey-incomplete", whole(Journey { incomplete: true, ..journey() })),
        ("visit", one(session())),
        ("visit-elsewhere", one(elsewhere)),
        ("visit-bare", one(bare)),
        ("visit-gone", Scene::at(&[Screen::Journey, Screen::Visit(id("session-1"))], gone)),
    ]
}

fn checking_in() -> Vec<Named> {
    let scene = |trouble: Option<(String, String)>| {
        Scene::at(&[Screen::CheckIn], move || check_in_page(trouble.clone()))
    };
    let list = |model: CheckIns| {
        let page = move || {
            rsx! {
                CheckInsPage { model: model.clone(), on_older: |_| (), on_undo: |_| () }
            }
        };
        Scene::at(&[Screen::CheckIn, Screen::CheckIns], page)
    };
    let check_in = HalfCheckIn {
        mood: Score::new(6).ok(),
        anxiety: Score::new(4).ok(),
        words: Some(Private::new(CANARY)),
        ..HalfCheckIn::default()
    };
    let draft = Draft { check_in, ..Draft::default() };
    let full = ("This phone is full".into(), "Remove something you do not need.".into());
    vec![
        ("check-in", scene(None)),
        ("check-in-filled", Scene { draft: draft.clone(), ..scene(None) }),
        ("check-in-trouble", Scene { draft, ..scene(Some(full)) }),
        ("check-ins", list(check_ins())),
        ("check-ins-none", list(CheckIns { lines: vec![], more: false })),
    ]
}

fn help_and_more() -> Vec<Named> {
    let help_with = |model: Help| {
        let page = move || {
            rsx! {
                HelpPage { model: model.clone() }
            }
        };
        Scene::at(&[Screen::Today, Screen::Help], page)
    };
    let more = |model: SyncState| Scene::at(&[Screen::More], move || more_page(model.clone(), None));
    let not_signed_in = Scene::at(&[Screen::More], || {
        let model = SyncState { sign_in: SignIn::SignInAgain, ..sync_state() };
        more_page(model, Some(SyncTrouble::ServerDown))
    });
    let lines = || {
        rsx! {
            SyncDetailsPage { model: details(), on_send_again: |_| () }
        }
    };
    let leave = || {
        rsx! {
            SignOutPage { counts: sync_state().counts, on_keep: |()| (), on_remove: |()| () }
        }
    };
    let practice =
        SyncState { sign_in: SignIn::Practice, clinic_name: None, last_pull: None, ..sync_state() };
    let wrong_clock = SyncState { trouble: Some(SyncTrouble::WrongClock), unread: 1, ..sync_state() };
    vec![
        ("help", help_with(help(false))),
        ("help-practice", help_with(help(true)).practising()),
        ("help-unknown", help_with(Help { numbers: vec![], clinic_name: None, ..help(false) })),
        ("more", more(sync_state())),
        ("more-offline", more(SyncState { trouble: Some(SyncTrouble::Offline), ..sync_state() })),
        ("more-trouble", more(wrong_clock)),
        ("more-not-signed-in", not_signed_in),
        ("more-busy", more(SyncState { trouble: Some(SyncTrouble::Busy(local(2, 18, 45))), ..sync_state() })),
        ("more-again", more(SyncState { sign_in: SignIn::SignInAgain, ..sync_state() })),
        ("more-practice", more(practice).practising()),
        ("details", Scene::at(&[Screen::More, Screen::SyncDetails], lines)),
        ("sign-out", Scene::at(&[Screen::More, Screen::SignOut], leave)),
    ]
}
