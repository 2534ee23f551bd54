//! How long Today and the list of check-ins take with ten years of daily check-ins on the phone.
#![allow(clippy::unwrap_used, reason = "a benchmark that fails has nothing to measure")]

#[path = "../tests/app/world.rs"]
mod world;

use cairn::{
    app::{Cairn, NewCheckIn},
    care::{Private, Score},
};
use chrono::TimeDelta;
use divan::Bencher;
use std::sync::LazyLock;
use tokio::runtime::Runtime;
use world::Phone;

const DAYS: usize = 3653;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());
/// A phone with the sample plan and a check-in on each day of ten years.
static TEN_YEARS: LazyLock<(Phone, Cairn)> = LazyLock::new(|| RUNTIME.block_on(ten_years()));

fn main() {
    divan::main();
}

async fn ten_years() -> (Phone, Cairn) {
    let phone = Phone::new();
    phone.clock.forward(TimeDelta::days(-i64::try_from(DAYS).unwrap()));
    let app = phone.app();
    app.start().await;
    app.start_practice().await.unwrap();
    for _ in 0..DAYS {
        phone.clock.forward(TimeDelta::days(1));
        let words = Some(Private::new("Slept a little better, walked by the sea in the morning."));
        let new = NewCheckIn { words, ..NewCheckIn::new(Score::new(4).unwrap(), Score::new(6).unwrap()) };
        app.save_check_in(new).await.unwrap();
    }
    (phone, app)
}

#[divan::bench]
fn today(bencher: Bencher<'_, '_>) {
    let (_, app) = &*TEN_YEARS;
    bencher.bench_local(|| RUNTIME.block_on(app.today()).unwrap());
}

#[divan::bench]
fn first_page_of_check_ins(bencher: Bencher<'_, '_>) {
    let (_, app) = &*TEN_YEARS;
    bencher.bench_local(|| RUNTIME.block_on(app.check_ins(None)).unwrap());
}

/// From the tap to the disk: record and, for a patient of a clinic, its request in one transaction.
#[divan::bench(sample_count = 50)]
fn save_a_check_in(bencher: Bencher<'_, '_>) {
    let (phone, app) = &*TEN_YEARS;
    bencher.bench_local(|| {
        phone.clock.forward(TimeDelta::seconds(1));
        let new = NewCheckIn::new(Score::new(4).unwrap(), Score::new(6).unwrap());
        RUNTIME.block_on(app.save_check_in(new)).unwrap()
    });
}

/// From a phone just switched on to Today with its data, the window left out.
#[divan::bench(sample_count = 30)]
fn start_to_today(bencher: Bencher<'_, '_>) {
    let (phone, _) = &*TEN_YEARS;
    bencher.bench_local(|| {
        RUNTIME.block_on(async {
            let app = phone.app();
            app.start().await;
            app.today().await.unwrap()
        })
    });
}
