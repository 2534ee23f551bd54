//! The pages around preparing at many moments: the evening before, after each time, and when nothing can be relied on.

use crate::{
    samples::*,
    scenes::{Named, Scene, today_page},
};
use cairn::{
    app::read::*,
    care::{
        preparation::{DayLines, Seen, Shown, clear_drinks, fasting, limits, rules},
        *,
    },
    fhir::practice::Practice,
    ui::{navigation::Screen, screens::*},
};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::{America::Denver, Tz};
use dioxus::prelude::*;

fn times_of(start: DateTime<Utc>, zone: Tz, now: DateTime<Utc>, zone_differs: bool) -> Times {
    let protocol = Practice::bundled().unwrap().protocol;
    let times = SessionTimes::of(&protocol, VisitKind::Session, start, None, Marks::default(), zone).unwrap();
    let limits = limits(&protocol, VisitKind::Session, &times, now).unwrap();
    Times::Known { fasting: fasting(&limits), limits, zone_differs }
}

/// The times of the sample session as they stand at `now`.
pub(crate) fn times(now: DateTime<Utc>) -> Times {
    times_of(local(3, 9, 30), Denver, now, false)
}

fn line(
    name: &str,
    manner: Manner,
    words: Option<&str>,
    seen: Seen,
    days: Option<(u32, u32)>,
) -> MedicineView {
    let on = |day| Due::On(NaiveDate::from_ymd_opt(2026, 12, day).unwrap());
    let line = MedicineLine {
        id: id(&name.replace(' ', "-")),
        record: MedicineRecord::Request,
        medicine: Private::new(name),
        words: words.map(Private::new),
        author: Some("Dr. Tomás Reyes".into()),
        written: Some(Written::On(NaiveDate::from_ymd_opt(2026, 11, 26).unwrap())),
        state: LineState::Active,
        action: None,
        days: days.map(|(from, to)| Days { from: Some(on(from)), to: Some(on(to)) }),
        do_not_take: false,
    };
    let shown =
        Shown { record: line.record, line: line.id.clone(), version: Some("2".into()), digest: "d".into() };
    let delivery = matches!(seen, Seen::Yes(_)).then(|| Delivery::Sent(local(2, 14, 3)));
    MedicineView { line, manner, shown, seen, delivery }
}

fn medicines(first: Seen) -> Medicines {
    let skip = "Do not take it on the evening before or on the day of your session. If you need it, call us.";
    let lines = vec![
        line("Sertraline 50 mg", Manner::Take, Some("Take it as usual, with a sip of water."), first, None),
        line("Lorazepam 0.5 mg", Manner::Skip, Some(skip), Seen::Yes(local(2, 14, 2)), Some((2, 3))),
        line("Cetirizine 10 mg", Manner::Ask, None, Seen::SentAgain, None),
    ];
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
    let held = vec![(Manner::Take, 0), (Manner::Skip, 1), (Manner::Ask, 2)];
    let days = vec![DayLines { day: day(2), lines: held.clone() }, DayLines { day: day(3), lines: held }];
    Medicines::Known { lines, days, taken_off: vec![] }
}

fn preparation(now: DateTime<Utc>) -> Preparation {
    let protocol = Practice::bundled().unwrap().protocol;
    Preparation {
        visit: session(),
        times: times(now),
        clear: clear_drinks(&protocol, VisitKind::Session),
        rules: rules(&protocol, VisitKind::Session),
        medicines: medicines(Seen::Never),
        reviewed_by: None,
    }
}

fn unsure(times: Times) -> Preparation {
    Preparation { times, clear: None, rules: vec![], ..preparation(now()) }
}

/// In the night when clocks go back in Denver: 1 November 2026, with a last food at half past one.
fn twice() -> (Preparation, DateTime<Utc>) {
    let start = Denver.with_ymd_and_hms(2026, 11, 1, 6, 45, 0).unwrap().with_timezone(&Utc);
    let now = Denver.with_ymd_and_hms(2026, 10, 31, 18, 40, 0).unwrap().with_timezone(&Utc);
    let visit = visit("session-1", VisitKind::Session, VisitState::Confirmed, start);
    (Preparation { visit, times: times_of(start, Denver, now, false), ..preparation(now) }, now)
}

fn to_do() -> ToDo {
    let own = |name: &str, done| DueLine {
        whose: Whose::Own(id(name)),
        done,
        ..due(name, "Ask Nora to feed the cat", None, None)
    };
    let unknown =
        DueLine { leads: Some(LeadsTo::NotKnown), ..due("paper", "Sign your consent form", None, None) };
    let done = |done| DueLine { done, ..due("history", "Tell us about your health", None, None) };
    let here = Done::Here(local(2, 18, 30), Delivery::OnThisPhone);
    ToDo {
        open: [today().due, vec![unknown, own("cat", Done::No)]].concat(),
        done: vec![
            DueLine { done: here, ..due("clear", "Keep the rest of the day free", None, None) },
            done(Done::AtClinic),
        ],
        plan_unreadable: false,
        intention: Some(intention("i2")),
    }
}

fn intention(name: &str) -> Intention {
    Intention { id: id(name), at: local(2, 18, 0), words: Private::new(CANARY) }
}

pub(crate) fn scenes() -> Vec<Named> {
    let page = |model: Preparation| {
        let page = move || {
            rsx! {
                PreparePage { model: model.clone(), on_read: |_| () }
            }
        };
        Scene::at(&[Screen::Today, Screen::Prepare(id("session-1"))], page)
    };
    let at = |now| page(preparation(now)).when(now);
    let today_at = |now, to_read| {
        let model = Today { prepare: Some(times(now)), to_read, ..today() };
        Scene::at(&[Screen::Today], move || today_page(model.clone(), None)).when(now)
    };
    let mut elsewhere = preparation(now());
    elsewhere.times = times_of(local(3, 9, 30), Denver, now(), true);
    let (twice, before) = twice();
    let changed = Preparation { medicines: medicines(Seen::Changed), ..preparation(now()) };
    let unreadable = Preparation { medicines: Medicines::Unreadable, ..unsure(Times::Unreadable) };
    let taken_off = vec![Private::new("Cetirizine 10 mg")];
    let none = Medicines::Known { lines: vec![], days: vec![], taken_off };
    let no_lines = Preparation { medicines: none, ..preparation(now()) };
    let list = |model: ToDo, removed| {
        let page = move || {
            rsx! {
                ToDoPage {
                    model: model.clone(),
                    removed,
                    on_tick: |_| (),
                    on_add: |_| (),
                    on_remove: |_| (),
                    on_put_back: |()| (),
                }
            }
        };
        Scene::at(&[Screen::Today, Screen::ToDo], page)
    };
    let meant = |model: Vec<Intention>| {
        let page = move || {
            rsx! {
                IntentionPage { model: model.clone(), on_save: |_| () }
            }
        };
        Scene::at(&[Screen::Today, Screen::ToDo, Screen::Intention], page)
    };
    let empty = ToDo { open: vec![], done: vec![], plan_unreadable: false, intention: None };
    vec![
        ("prepare-evening", at(now())),
        ("prepare-no-food", at(local(3, 4, 0))),
        ("prepare-nothing", at(local(3, 8, 0))),
        ("prepare-changed", page(changed)),
        ("prepare-no-lines", page(no_lines)),
        ("prepare-elsewhere", page(elsewhere)),
        ("prepare-twice", page(twice).when(before)),
        ("prepare-no-rules", page(unsure(Times::NoRules))),
        ("prepare-unreadable", page(unreadable)),
        ("prepare-not-sure", page(unsure(Times::NotSure))),
        ("prepare-over", page(unsure(Times::Over))),
        ("today-no-food", today_at(local(3, 4, 0), None)),
        ("today-nothing", today_at(local(3, 8, 0), Some(ToRead::Changed))),
        ("today-call", {
            let model = Today { prepare: Some(Times::Unreadable), to_read: Some(ToRead::New), ..today() };
            Scene::at(&[Screen::Today], move || today_page(model.clone(), None))
        }),
        ("to-do", list(to_do(), true)),
        ("to-do-none", list(empty.clone(), false)),
        ("to-do-unreadable", list(ToDo { plan_unreadable: true, ..empty }, false)),
        ("intention", meant(vec![intention("i2"), intention("i1")])),
        ("intention-first", meant(vec![])),
    ]
}
