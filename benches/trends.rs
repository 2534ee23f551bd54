//! How long the trends of ten years take, from the store to the page, and how heavy the page is: a check-in on each
//! day and a total each month.
#![allow(clippy::unwrap_used, reason = "a benchmark that fails has nothing to measure")]

#[path = "../tests/app/world.rs"]
mod world;

use cairn::{
    app::{Cairn, Situation, read::Language},
    care::{
        instruments::Instrument,
        trends::{Measure, Point, Range, Series, Shape},
    },
    ui::{
        here::{Draft, Here, Shell},
        navigation::{Navigator, Screen},
        screens::{TrendsModel, TrendsPage},
    },
};
use chrono::{Days, TimeDelta};
use dioxus::prelude::*;
use divan::Bencher;
use std::sync::LazyLock;
use tokio::runtime::Runtime;
use world::{Phone, feeling};

const DAYS: u64 = 3653;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());
/// A phone with the sample plan and a check-in on each day of ten years.
static TEN_YEARS: LazyLock<(Phone, Cairn)> = LazyLock::new(|| RUNTIME.block_on(ten_years()));

fn main() {
    divan::main();
}

async fn ten_years() -> (Phone, Cairn) {
    let phone = Phone::new();
    phone.clock.forward(-TimeDelta::days(i64::try_from(DAYS).unwrap()));
    let app = phone.app();
    app.start().await;
    app.start_practice().await.unwrap();
    for day in 0..DAYS {
        phone.clock.forward(TimeDelta::days(1));
        let value = u8::try_from(day * 7 % 11).unwrap();
        app.save_check_in(feeling(value, 10 - value, "Slept a little better.")).await.unwrap();
    }
    (phone, app)
}

/// The store's part and the arithmetic: records of the clinic, all check-ins, series and span.
#[divan::bench(args = [Range::FourWeeks, Range::Year, Range::All])]
fn load(bencher: Bencher<'_, '_>, range: Range) {
    let (_, app) = &*TEN_YEARS;
    bencher.bench_local(|| RUNTIME.block_on(app.trends(range)).unwrap());
}

/// What is drawn of ten years of check-ins.
#[divan::bench]
fn shape(bencher: Bencher<'_, '_>) {
    let (_, app) = &*TEN_YEARS;
    let trends = RUNTIME.block_on(app.trends(Range::All)).unwrap();
    bencher.bench_local(|| trends.series.iter().map(|one| Shape::of(one, trends.span)).collect::<Vec<_>>());
}

/// The page with its drawings, words and table, as text. Its size is said once.
#[divan::bench]
fn page(bencher: Bencher<'_, '_>) {
    let (_, app) = &*TEN_YEARS;
    let mut trends = RUNTIME.block_on(app.trends(Range::All)).unwrap();
    let last = trends.span.last;
    let totals = (0..120).map(|month| Point { day: last - Days::new(month * 30), minute: 600, value: 9 });
    trends.series.push(Series::new(Measure::Score(Instrument::Gad7), totals.collect()));
    let now = app.now();
    let draw = || {
        let mut dom =
            VirtualDom::new_with_props(stage, Stage { model: TrendsModel::OverTime(trends.clone()), now });
        dom.rebuild_in_place();
        dioxus_ssr::render(&dom)
    };
    let html = draw();
    let drawn: usize =
        html.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::len).sum();
    assert!(html.len() < 60_000, "the page is {} characters, {drawn} of them drawings", html.len());
    bencher.counter(divan::counter::BytesCount::new(html.len())).bench_local(draw);
}

#[derive(Clone, PartialEq, Props)]
struct Stage {
    model: TrendsModel,
    now: chrono::DateTime<chrono::Utc>,
}

#[allow(clippy::needless_pass_by_value, reason = "the root of a VirtualDom takes its props by value")]
fn stage(stage: Stage) -> Element {
    use_context_provider(|| Shell {
        here: Signal::new(Here {
            language: Language::English,
            zone: chrono_tz::America::New_York,
            now: stage.now,
        }),
        way: Navigator::starting_at(Screen::Trends),
        situation: Signal::new(Some(Situation::Patient)),
        just_done: Signal::new(None),
        not_done: Signal::new(None),
        draft: Signal::new(Draft::default()),
        end_practice: Callback::new(|()| ()),
        undo: Callback::new(|_| ()),
    });
    rsx! {
        TrendsPage { model: stage.model, on_look: |_| () }
    }
}
