//! The moments in which a patient meets each screen.

use crate::samples::*;
use cairn::{
    app::read::*,
    care::*,
    ui::{
        here::{Draft, Here, JustDone, Shell},
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
    practice: bool,
    pub(crate) places: bool,
    pile: Vec<Screen>,
    draft: Draft,
    just_done: Option<JustDone>,
    page: Rc<dyn Fn() -> Element>,
}

impl Scene {
    fn at(pile: &[Screen], page: impl Fn() -> Element + 'static) -> Self {
        Self {
            language: Language::English,
            practice: false,
            places: true,
            pile: pile.to_vec(),
            draft: Draft::default(),
            just_done: None,
            page: Rc::new(page),
        }
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

fn stage(scene: Scene) -> Element {
    use_context_provider(|| {
        let way = Navigator::starting_at(scene.pile[0].clone());
        scene.pile[1..].iter().for_each(|screen| way.go(screen.clone()));
        Shell {
            here: Signal::new(Here { language: scene.language, zone: zone(), now: now() }),
            way,
            practice: Signal::new(scene.practice),
            just_done: Signal::new(scene.just_done.clone()),
            draft: Signal::new(scene.draft.clone()),
            end_practice: Callback::new(|()| ()),
            undo: Callback::new(|_| ()),
        }
    });
    rsx! {
        Room { places: scene.places, {(scene.page)()} }
    }
}

fn today_page(model: Today) -> Element {
    rsx! {
        TodayPage { model, on_seen: |_| (), on_sign_in: |()| () }
    }
}

fn more_page(model: SyncState) -> Element {
    rsx! {
        MorePage { model, on_sync: |()| (), on_language: |_| (), on_sign_in: |()| () }
    }
}

fn welcome(address: &'static str, trouble: Option<SyncTrouble>) -> Scene {
    let page = move || {
        rsx! {
            WelcomePage { address, trouble, on_type: |_| (), on_connect: |_| (), on_look_around: |()| () }
        }
    };
    Scene { places: false, ..Scene::at(&[Screen::Today], page) }
}

fn connecting(stage: ConnectStage) -> Scene {
    let page = move || {
        rsx! {
            ConnectingPage { stage: stage.clone(), on_cancel: |()| () }
        }
    };
    Scene { places: false, ..Scene::at(&[Screen::Today], page) }
}

fn check_in_page(trouble: Option<(String, String)>) -> Element {
    rsx! {
        CheckInPage { trouble, on_save: |_| () }
    }
}

fn some(score: u8) -> Option<Score> {
    Some(Score::new(score).unwrap())
}

pub(crate) fn scenes() -> Vec<(&'static str, Scene)> {
    use Screen as S;
    let link =
        "https://cedar.example/auth/authorize?response_type=code&client_id=cairn&state=Zk3w".to_owned();
    let made = |delivery| Today {
        check_in: Some((check_in("a", local(2, 18, 39), 6, 4, None), delivery)),
        ..today()
    };
    let draft = Draft { mood: some(6), anxiety: some(4), words: Some(Private::new(CANARY)) };
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
    let notices = vec![
        notice("n1", Subject::Medicine, Happened::Unreadable),
        notice("n2", Subject::Visit, Happened::Moved { from: local(4, 9, 30), to: local(3, 9, 30) }),
    ];
    let told = Today { notices, sign_in_again: true, waiting_long: Some(2), ..today() };
    let empty = Today {
        next: Next::CheckIn,
        next_visit: None,
        days_until: None,
        due: vec![],
        given: None,
        part: DayPart::Morning,
        ..today()
    };
    let first = Today { first_time: true, ..empty.clone() };
    let later = Today {
        days_until: Some(9),
        next_visit: Some(visit("p", VisitKind::Preparation, VisitState::Requested, local(11, 14, 0))),
        ..today()
    };
    let offline = SyncState { trouble: Some(SyncTrouble::Offline), ..sync_state() };
    let full = SyncState { trouble: Some(SyncTrouble::WrongClock), unread: 1, ..sync_state() };
    let again = SyncState { sign_in: SignIn::SignInAgain, ..sync_state() };
    let practice =
        SyncState { sign_in: SignIn::Practice, clinic_name: None, last_pull: None, ..sync_state() };
    let nothing = CheckIns { lines: vec![], more: false };
    let just_done = JustDone { said: "Saved on this phone".into(), undo: Some(id("a")) };

    vec![
        ("welcome", welcome("", None)),
        ("welcome-trouble", welcome("https://cedar.example/fihr", Some(SyncTrouble::NotAClinic))),
        ("connecting-looking", connecting(ConnectStage::Looking)),
        ("connecting-browser", connecting(ConnectStage::InBrowser { link })),
        ("today", Scene::at(&[S::Today], || today_page(today()))),
        (
            "today-practice",
            Scene { practice: true, ..Scene::at(&[S::Today], || today_page(made_practice())) },
        ),
        (
            "today-saved",
            Scene {
                just_done: Some(just_done),
                ..Scene::at(&[S::Today], move || today_page(made(Delivery::OnThisPhone)))
            },
        ),
        ("today-told", Scene::at(&[S::Today], move || today_page(told.clone()))),
        ("today-empty", Scene::at(&[S::Today], move || today_page(empty.clone()))),
        ("today-first", Scene::at(&[S::Today], move || today_page(first.clone()))),
        ("today-later", Scene::at(&[S::Today], move || today_page(later.clone()))),
        ("today-waiting", Scene::at(&[S::Today], || rsx! { Waiting { title: "Today" } })),
        ("journey", Scene::at(&[S::Journey], || rsx! { JourneyPage { model: journey() } })),
        (
            "journey-incomplete",
            Scene::at(
                &[S::Journey],
                || rsx! { JourneyPage { model: Journey { incomplete: true, ..journey() } } },
            ),
        ),
        ("check-in", Scene::at(&[S::CheckIn], || check_in_page(None))),
        (
            "check-in-filled",
            Scene { draft: draft.clone(), ..Scene::at(&[S::CheckIn], || check_in_page(None)) },
        ),
        (
            "check-in-trouble",
            Scene {
                draft,
                ..Scene::at(&[S::CheckIn], || {
                    check_in_page(Some((
                        "This phone is full".into(),
                        "Remove something you do not need.".into(),
                    )))
                })
            },
        ),
        (
            "check-ins",
            Scene::at(
                &[S::CheckIn, S::CheckIns],
                || rsx! { CheckInsPage { model: check_ins(), on_older: |_| (), on_undo: |_| () } },
            ),
        ),
        (
            "check-ins-none",
            Scene::at(
                &[S::CheckIn, S::CheckIns],
                move || rsx! { CheckInsPage { model: nothing.clone(), on_older: |_| (), on_undo: |_| () } },
            ),
        ),
        ("help", Scene::at(&[S::Today, S::Help], || rsx! { HelpPage { model: help(false) } })),
        (
            "help-practice",
            Scene {
                practice: true,
                ..Scene::at(&[S::Today, S::Help], || rsx! { HelpPage { model: help(true) } })
            },
        ),
        ("more", Scene::at(&[S::More], || more_page(sync_state()))),
        ("more-offline", Scene::at(&[S::More], move || more_page(offline.clone()))),
        ("more-trouble", Scene::at(&[S::More], move || more_page(full.clone()))),
        ("more-again", Scene::at(&[S::More], move || more_page(again.clone()))),
        (
            "more-practice",
            Scene { practice: true, ..Scene::at(&[S::More], move || more_page(practice.clone())) },
        ),
        (
            "details",
            Scene::at(
                &[S::More, S::SyncDetails],
                || rsx! { SyncDetailsPage { model: details(), on_send_again: |_| () } },
            ),
        ),
        (
            "visit",
            Scene::at(&[S::Today, S::Visit(id("session-1"))], || rsx! { VisitPage { model: session() } }),
        ),
        (
            "visit-elsewhere",
            Scene::at(
                &[S::Today, S::Visit(id("session-1"))],
                move || rsx! { VisitPage { model: elsewhere.clone() } },
            ),
        ),
        (
            "visit-bare",
            Scene::at(
                &[S::Today, S::Visit(id("session-1"))],
                move || rsx! { VisitPage { model: bare.clone() } },
            ),
        ),
        (
            "sign-out",
            Scene::at(
                &[S::More, S::SignOut],
                || rsx! { SignOutPage { counts: sync_state().counts, on_keep: |()| (), on_remove: |()| () } },
            ),
        ),
    ]
}

fn made_practice() -> Today {
    Today { check_in: Some((check_in("a", local(2, 18, 39), 6, 4, None), Delivery::StaysHere)), ..today() }
}
