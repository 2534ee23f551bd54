//! How long a search takes in a journal of ten years: 10,000 pages of 200 words, written a few at a time.
//!
//! `cargo bench --bench find` measures with divan; `cargo bench --bench find -- percentiles` tells the 50th and the 99th
//! of some hundred searches of each sort, on the clock and in processor time (which a busy machine does not stretch as
//! much), and what opening the list adds to the program's memory.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark that fails has nothing to measure"
)]

use cairn::{
    care::{
        Id, Private, Score,
        journal::{
            Entry, Media, Phase, Piece, Thread,
            search::{Days, Filters, Kind, MoodRange, Query},
        },
    },
    store::{FoundPlace, Store, StoreKey},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use divan::Bencher;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::{
    fmt, fs,
    sync::LazyLock,
    time::{Duration, Instant},
};
use tempfile::TempDir;

const PAGES: usize = 10_000;
const WORDS: usize = 200;
/// Different words; a person writes with some thousands.
const VOCABULARY: usize = 8_000;
/// Pages in one transaction: the index then consists of many parts, as one does that grew for years.
const AT_ONCE: usize = 20;
/// Letters that no index of words parts, each in some of the pages.
const LETTERS: [&str; 6] = ["海", "安静", "🌊", "👩‍🚀", "静かな", "เงียบ"];
/// Of so many pages one has a photo.
const PHOTO: usize = 2_000;
/// What a screen shows at first.
const PART: usize = 20;
const TIMES: usize = 500;

static JOURNAL: LazyLock<(TempDir, Store)> = LazyLock::new(journal);

fn main() {
    if std::env::args().any(|argument| argument == "percentiles") {
        percentiles();
    } else {
        divan::main();
    }
}

/// A word of syllables; common ones are short. Every number has its own.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ma", "so", "le", "ri", "tu", "na", "ve", "co", "di", "pa", "mor", "sen", "cal", "hun", "ber", "tan",
        "ló", "ñe", "wil", "gra",
    ];
    let mut rest = number + SYLLABLES.len();
    let mut word = String::new();
    while rest > 0 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word
}

/// The number of a word, drawn as words are in a language: the second most frequent half as often as the first, the
/// third a third as often (Zipf).
fn draw(chance: &mut StdRng, sums: &[f64]) -> usize {
    let point = chance.random::<f64>() * sums.last().unwrap();
    sums.partition_point(|sum| *sum < point)
}

fn begun(number: usize) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::hours(i64::try_from(number).unwrap() * 9)
}

fn journal() -> (TempDir, Store) {
    const PHASES: [Phase; 4] = [Phase::Preparation, Phase::Day0, Phase::Day3, Phase::Week1];
    let mut sum = 0.0;
    let weights = (1..=VOCABULARY).map(|rank| 1.0 / f64::from(u32::try_from(rank).unwrap()));
    let sums: Vec<f64> = weights
        .map(|weight| {
            sum += weight;
            sum
        })
        .collect();
    let mut chance = StdRng::seed_from_u64(7);
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("store.db"), &StoreKey::from_bytes([0x5a; 32])).unwrap();
    let all: Vec<usize> = (0..PAGES).collect();
    for some in all.chunks(AT_ONCE) {
        store
            .write(|tx| {
                for number in some {
                    let mut words: Vec<String> = (0..WORDS).map(|_| word(draw(&mut chance, &sums))).collect();
                    if number % 3 == 0 {
                        words.push(format!("大{}很", LETTERS[number / 3 % LETTERS.len()]));
                    }
                    tx.save_entry(&Entry {
                        id: entry_id(*number),
                        at: begun(*number),
                        zone: chrono_tz::Europe::Rome,
                        changed: begun(*number),
                        words: Private::new(words.join(" ")),
                        visit: (number % 2 == 0)
                            .then(|| Id::new(format!("session-{}", number / 1_000)).unwrap()),
                        phase: Some(PHASES[number / 3 % 4]),
                        prompt: None,
                        intention: None,
                        mood: Score::new(u8::try_from(number % 11).unwrap()).ok(),
                    })?;
                    if number % PHOTO == 0 {
                        tx.begin_piece(&photo(*number), true)?;
                    }
                }
                Ok(())
            })
            .unwrap();
    }
    (folder, store)
}

fn entry_id(number: usize) -> Id {
    Id::new(format!("0198c7a0-0000-7000-8000-{number:012}")).unwrap()
}

fn photo(number: usize) -> Piece {
    Piece {
        id: Id::new(format!("photo-{number}")).unwrap(),
        entry: entry_id(number),
        media: Media::of_mime("image/jpeg").unwrap(),
        title: Some(Private::new("the harbour")),
        made: begun(number),
        size: 0,
    }
}

/// What is looked for.
#[derive(Clone, Copy)]
enum Sort {
    /// In nearly every page.
    CommonWord,
    RareWord,
    OneLetter,
    TwoLetters,
    Beginning,
    TwoCommonWords,
    Phrase,
    NoSuchWord,
    CommonWordInSession,
    CommonWordAndMood,
    RareWordAndAll,
    AllButNoWords,
    OneDay,
    LettersAnywhere,
    LettersAndWord,
    WordWithoutAnother,
    OnlyWithout,
    CommonWordWithPhoto,
    Newest,
}

const SORTS: [Sort; 19] = [
    Sort::CommonWord,
    Sort::RareWord,
    Sort::OneLetter,
    Sort::TwoLetters,
    Sort::Beginning,
    Sort::TwoCommonWords,
    Sort::Phrase,
    Sort::NoSuchWord,
    Sort::CommonWordInSession,
    Sort::CommonWordAndMood,
    Sort::RareWordAndAll,
    Sort::AllButNoWords,
    Sort::OneDay,
    Sort::LettersAnywhere,
    Sort::LettersAndWord,
    Sort::WordWithoutAnother,
    Sort::OnlyWithout,
    Sort::CommonWordWithPhoto,
    Sort::Newest,
];

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::CommonWord => "a common word",
            Self::RareWord => "a rare word",
            Self::OneLetter => "one letter",
            Self::TwoLetters => "two letters",
            Self::Beginning => "four letters of a word",
            Self::TwoCommonWords => "two common words",
            Self::Phrase => "a phrase",
            Self::NoSuchWord => "no such word",
            Self::CommonWordInSession => "a common word, one session",
            Self::CommonWordAndMood => "a common word, low mood",
            Self::RareWordAndAll => "a rare word, all filters",
            Self::AllButNoWords => "all filters, no words",
            Self::OneDay => "one day",
            Self::LettersAnywhere => "letters anywhere (CJK, emoji)",
            Self::LettersAndWord => "such letters and a word",
            Self::WordWithoutAnother => "a word without another",
            Self::OnlyWithout => "all without a common word",
            Self::CommonWordWithPhoto => "a common word, with a photo",
            Self::Newest => "nothing: the newest",
        })
    }
}

/// The `number`th question of a sort: other words each time.
fn question(sort: Sort, number: usize) -> (Query, Filters) {
    let common = word(number % 20);
    let rare = word(VOCABULARY / 2 + number % (VOCABULARY / 2));
    let start = |word: &str, letters: usize| word.chars().take(letters).collect::<String>();
    let typed = match sort {
        Sort::CommonWord
        | Sort::CommonWordInSession
        | Sort::CommonWordAndMood
        | Sort::CommonWordWithPhoto => format!("\"{common}\""),
        Sort::RareWord | Sort::RareWordAndAll => rare,
        Sort::OneLetter => start(&rare, 1),
        Sort::TwoLetters => start(&rare, 2),
        Sort::Beginning => start(&rare, 4),
        Sort::TwoCommonWords => format!("{common} {}", word(20 + number % 50)),
        Sort::Phrase => format!("\"{common} {}\"", word(number % 7)),
        Sort::NoSuchWord => format!("zz{rare}"),
        Sort::LettersAnywhere => LETTERS[number % LETTERS.len()].to_owned(),
        Sort::LettersAndWord => format!("{} \"{common}\"", LETTERS[number % LETTERS.len()]),
        Sort::WordWithoutAnother => format!("{} -{common}", word(20 + number % 50)),
        Sort::OnlyWithout => format!("-{common}"),
        Sort::AllButNoWords | Sort::OneDay | Sort::Newest => String::new(),
    };
    let visit = Some(Id::new(format!("session-{}", number % 10)).unwrap());
    let mood = Some(MoodRange { low: 0, high: 3 });
    let filters = match sort {
        Sort::CommonWordInSession => Filters { visit, ..Filters::default() },
        Sort::CommonWordAndMood => Filters { mood, ..Filters::default() },
        Sort::RareWordAndAll | Sort::AllButNoWords => {
            let days = Days { first: NaiveDate::MIN, last: begun(PAGES).date_naive() };
            Filters { visit, mood, thread: Some(Thread::After), days: Some(days), ..Filters::default() }
        }
        Sort::CommonWordWithPhoto => Filters { kind: Some(Kind::Photo), ..Filters::default() },
        Sort::OneDay => {
            let day = begun(number * 7 % PAGES).date_naive();
            Filters { days: Some(Days::only(day)), ..Filters::default() }
        }
        _ => Filters::default(),
    };
    (Query::read(&typed), filters)
}

fn look((query, filters): &(Query, Filters)) -> usize {
    let (_, store) = &*JOURNAL;
    store.read(|reader| reader.find(query, filters, None, PART)).unwrap().0.len()
}

#[divan::bench(args = SORTS)]
fn find(bencher: Bencher<'_, '_>, sort: Sort) {
    LazyLock::force(&JOURNAL);
    let mut number = 0;
    bencher
        .with_inputs(move || {
            number += 1;
            question(sort, number)
        })
        .bench_local_values(|question| look(&question));
}

/// Time the processor has worked for this thread.
fn processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap())
}

/// Memory of this program that is its own, in kilobytes.
fn memory() -> i64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

fn percentiles() {
    LazyLock::force(&JOURNAL);
    let (folder, store) = &*JOURNAL;
    let size = fs::metadata(folder.path().join("store.db")).unwrap().len() / 1_000_000;
    println!("{PAGES} pages of {WORDS} words, {size} MB on disk; {TIMES} searches each, {PART} pages shown");
    println!("{:<32} {:>8} {:>8} {:>8} {:>8}  found", "milliseconds", "p50", "p99", "p50 cpu", "p99 cpu");
    for sort in SORTS {
        let (mut took, mut worked, mut found) = (Vec::new(), Vec::new(), 0);
        for number in 0..TIMES {
            let question = question(sort, number);
            let (began, at) = (Instant::now(), processor());
            found += look(&question);
            took.push(began.elapsed());
            worked.push(processor().saturating_sub(at));
        }
        let [took, worked] = [took, worked].map(|mut all| {
            all.sort();
            [all[TIMES / 2], all[TIMES * 99 / 100]].map(|time| time.as_secs_f64() * 1_000.0)
        });
        let ([half, most], [half_cpu, most_cpu]) = (took, worked);
        println!("{sort:<32} {half:>8.2} {most:>8.2} {half_cpu:>8.2} {most_cpu:>8.2}  {}", found / TIMES);
    }
    // Opened anew, as a program that was just started has it.
    let path = folder.path().join("store.db");
    let before = memory();
    let again = Store::open(&path, &StoreKey::from_bytes([0x5a; 32])).unwrap();
    let part = |after: Option<FoundPlace>| {
        again.read(|reader| reader.find(&Query::default(), &Filters::default(), after, PART)).unwrap()
    };
    let (first, mut on) = part(None);
    println!("opening it and reading the newest {} pages: {} kB", first.len(), memory() - before);
    let mut read = first.len();
    while let Some(after) = on {
        let (more, next) = part(Some(after));
        read += more.len();
        on = next;
    }
    println!("turning to the oldest of all {read}, a part at a time: {} kB", memory() - before);
    let before = memory();
    let whole = store.read(|reader| reader.entry_beginnings(None, usize::MAX, usize::MAX)).unwrap().0;
    println!("the control, all {} pages with all words at once: {} kB", whole.len(), memory() - before);
}
