//! Taking ten years along and bringing them back: how long it takes, how large it is, and how much memory it needs.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use cairn::{
    care::{CheckIn, Id, Private, Score, journal::Entry},
    store::{
        Owner, Store, StoreKey,
        archive::{self, Effort, Passphrase, Target, Whose},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use std::{fs::File, io::BufWriter, path::Path, time::Instant};

/// Days of ten years, each with a check-in.
const CHECK_INS: i64 = 3_653;
const ENTRIES: i64 = 10_000;
/// Words of an entry.
const WORDS: usize = 200;

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let days = if std::env::args().any(|arg| arg == "--bench") { CHECK_INS } else { 10 };
    let folder = tempfile::tempdir().unwrap();
    let (path, sealed) = (folder.path().join("store.db"), folder.path().join("copy.age"));
    let store = Store::open(&path, &StoreKey::from_bytes([7; 32])).unwrap();
    let owner = Owner { issuer: "https://clinic.example/fhir".into(), patient: Id::new("p").unwrap() };
    store.write(|tx| tx.bind(&owner)).unwrap();
    fill(&store, days);
    let passphrase = Passphrase::new("nine herons, one lake").unwrap();
    let began = (Instant::now(), peak());
    let to = BufWriter::new(File::create(&sealed).unwrap());
    let (to, _) = store
        .export(to, (&passphrase, Effort::PHONE), (Whose::Patient(owner.clone()), start()), |_, _| Ok(()))
        .unwrap();
    to.into_inner().unwrap().sync_all().unwrap();
    told("taken along", began, &sealed);
    let began = (Instant::now(), peak());
    archive::check(File::open(&sealed).unwrap(), &passphrase).unwrap();
    told("read back to be sure", began, &sealed);
    let began = (Instant::now(), peak());
    let target = folder.path().join("restored.db");
    archive::restore(File::open(&sealed).unwrap(), &passphrase, |_| {
        let key = StoreKey::from_bytes([8; 32]);
        Ok::<_, archive::ArchiveError>(Target { path: target.clone(), key, owner })
    })
    .unwrap();
    told("brought back", began, &target);
}

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_500_000_000, 0).unwrap()
}

fn fill(store: &Store, days: i64) {
    let five = Score::new(5).unwrap();
    let words = (0..WORDS).map(|at| format!("word{at}")).collect::<Vec<_>>().join(" ");
    store
        .write(|tx| {
            for day in 0..days {
                tx.save_check_in(&CheckIn {
                    id: Id::new(format!("c{day}")).unwrap_or_else(|_| unreachable!()),
                    at: start() + TimeDelta::days(day),
                    zone: chrono_tz::UTC,
                    mood: five,
                    anxiety: five,
                    feelings: Vec::new(),
                    sleep: None,
                    words: Some(Private::new("a few words")),
                    changed: None,
                })?;
            }
            for entry in 0..ENTRIES * days / CHECK_INS {
                let at = start() + TimeDelta::hours(entry);
                tx.save_entry(&Entry {
                    id: Id::new(format!("e{entry}")).unwrap_or_else(|_| unreachable!()),
                    at,
                    zone: chrono_tz::UTC,
                    changed: at,
                    words: Private::new(words.clone()),
                    visit: None,
                    phase: None,
                    prompt: None,
                    intention: None,
                    mood: None,
                })?;
            }
            Ok(())
        })
        .unwrap();
}

/// The most memory this process ever had, in kilobytes, as Linux counts it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

fn told(what: &str, (began, before): (Instant, u64), file: &Path) {
    let size = std::fs::metadata(file).unwrap().len() / 1024;
    println!(
        "{what}: {} ms, {size} KB, memory at most {} MB, before it {} MB",
        began.elapsed().as_millis(),
        peak() / 1024,
        before / 1024
    );
}
