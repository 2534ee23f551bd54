//! How long the plan of reminders takes, which is made anew after every change: for 14 days and for all time.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a benchmark that fails has nothing to measure"
)]

#[allow(dead_code, reason = "the tests need more of it")]
#[path = "../tests/care/given.rs"]
mod given;

use cairn::care::{Due, VisitKind};
use chrono::TimeDelta;
use divan::{Bencher, black_box};
use given::{Case, to_do, utc, visit};

const ARRIVAL: &str = "2026-11-01T14:00:00Z";

fn main() {
    divan::main();
}

/// A session on the day clocks go back, after a year of weekly visits, with ten things to do.
fn busy() -> Case {
    let mut case = Case::one_session(ARRIVAL);
    let weeks = (1..=52).map(|week| {
        let kind = if week % 4 == 0 { VisitKind::Session } else { VisitKind::Integration };
        visit(&format!("v{week}"), kind, utc(ARRIVAL) - TimeDelta::weeks(week))
    });
    case.visits.extend(weeks);
    case.to_do =
        (0..10).map(|day| to_do(&day.to_string(), Due::At(utc(ARRIVAL) - TimeDelta::days(day)))).collect();
    case
}

#[divan::bench]
fn fourteen_days(bencher: Bencher<'_, '_>) {
    let (case, from) = (busy(), utc(ARRIVAL) - TimeDelta::days(10));
    bencher.bench_local(|| black_box(case.rings(from, from + TimeDelta::days(14))));
}

#[divan::bench]
fn all_there_is(bencher: Bencher<'_, '_>) {
    let case = busy();
    bencher.bench_local(|| black_box(case.all()));
}
