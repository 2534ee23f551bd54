//! A summary on paper, made by the app and read back by another program (poppler's pdftotext).

use crate::world::{Phone, feeling, practising, write};
use cairn::{
    app::{
        Cairn,
        paper::{Column, Paper, PaperSize, Part, Table, print},
        read::{Language, Summary},
    },
    care::{
        Private,
        journal::{Kept, NewStep, Practice, Review},
        trends::Range,
    },
    ui::{
        here::Here,
        screens::{ChosenParts, SummaryPart, sheet},
    },
};
use chrono::TimeDelta;
use std::{path::Path, process::Command};

const WORDS: &str = "Caminé despacio: ñandú, Ångström, e\u{301}tude, “comillas” – y ya.";

fn read_back(pdf: &Path) -> String {
    let output =
        Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// `paper` as pdftotext reads it, kept as a file to be looked at.
fn printed(name: &str, paper: &Paper) -> (String, usize) {
    let printed = print(paper).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.pdf"));
    std::fs::write(&path, &printed.bytes).unwrap();
    (read_back(&path), printed.unprinted)
}

fn here(app: &Cairn, language: Language) -> Here {
    Here { language, zone: app.zone(), now: app.now() }
}

async fn summary(phone: &Phone) -> (Cairn, Summary) {
    let app = practising(phone).await;
    app.save_check_in(feeling(3, 7, WORDS)).await.unwrap();
    let page = app.begin_entry(None).await.unwrap();
    write(&app, &page, "only if I choose it").await;
    app.add_question(Private::new("May I bring music?"), None).await.unwrap();
    let model = app.summary(Range::FourWeeks).await.unwrap();
    (app, model)
}

#[tokio::test]
async fn the_numbers_are_there_and_no_word_that_was_not_chosen() {
    let phone = Phone::new();
    let (app, model) = summary(&phone).await;
    let (text, unprinted) =
        printed("numbers", &sheet(here(&app, Language::English), &model, &ChosenParts::default()));
    for said in ["Summary", "Check-ins", "12 noon, Tuesday, 12 May 2026", "Nothing in this time."] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("Caminé") && !text.contains("only if I choose") && !text.contains("music"));
    assert_eq!(unprinted, 0);
    for verdict in ["should", "better", "worse", "improve", "average", "normal"] {
        assert!(!text.to_lowercase().contains(verdict), "{verdict}");
    }
}

#[tokio::test]
async fn what_was_chosen_is_there_word_for_word_in_both_languages() {
    let phone = Phone::new();
    let (app, model) = summary(&phone).await;
    let mut chosen = ChosenParts { size: PaperSize::Letter, ..ChosenParts::default() };
    for part in SummaryPart::ALL {
        chosen.set(part, true);
    }
    chosen.choose(&model.entries[0].entry.id, true);
    for (language, title) in [(Language::English, "Summary"), (Language::Spanish, "Resumen")] {
        let (text, unprinted) = printed(title, &sheet(here(&app, language), &model, &chosen));
        let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [
            title,
            "ñandú, Ångström, étude,",
            "“comillas” – y ya.",
            "only if I choose it",
            "May I bring music?",
        ] {
            // A cell of a table is broken into lines beside its neighbours.
            let found = said.split(' ').all(|word| joined.contains(word));
            assert!(found, "{said}: {joined}");
        }
        assert_eq!(unprinted, 0);
    }
    let taken = app.print(sheet(here(&app, Language::English), &model, &chosen)).await.unwrap();
    assert_eq!(taken.name, "cairn-2026-05-12.pdf");
    assert!(read_back(&Path::new(&taken.folder).join(&taken.name)).contains("Summary"));
}

/// A word of each part that could be chosen, and of nothing else.
const OF_INSIGHT: &str = "goshawk";
const OF_STEP: &str = "wheatear";
const OF_STEP_BEFORE: &str = "turnstone";
const OF_KEPT: &str = "nightjar";

/// A phone with a marked word, a step that was looked at again, and something kept for the next session.
async fn carried(phone: &Phone) -> (Cairn, Summary) {
    let app = practising(phone).await;
    app.save_check_in(feeling(3, 7, "")).await.unwrap();
    let page = app.begin_entry(None).await.unwrap();
    write(&app, &page, &format!("A {OF_INSIGHT} over the ridge.")).await;
    app.mark_insight(page, Private::new(OF_INSIGHT), None).await.unwrap();
    let step = |deed| NewStep {
        cue: Private::new("I wake up"),
        deed: Private::new(deed),
        day: None,
        remind_at: None,
    };
    let id = app.add_step(None, step(OF_STEP_BEFORE)).await.unwrap().unwrap();
    app.review_step(id, Review::Change, step(OF_STEP)).await.unwrap();
    let helped = app.note_practised(Practice::Walk, None, Private::new(OF_KEPT)).await.unwrap();
    app.keep_for_session(Kept::Practised(helped), true).await.unwrap();
    let model = app.summary(Range::FourWeeks).await.unwrap();
    (app, model)
}

#[tokio::test]
async fn each_part_of_the_journal_is_in_the_file_only_if_it_was_chosen() {
    let phone = Phone::new();
    let (app, model) = carried(&phone).await;
    let own = [
        (SummaryPart::Insights, &[OF_INSIGHT][..]),
        (SummaryPart::Steps, &[OF_STEP, OF_STEP_BEFORE]),
        (SummaryPart::ForSession, &[OF_KEPT]),
        (SummaryPart::Chart, &["Each dot is one answer"]),
    ];
    let none = ChosenParts::default();
    assert!(own.iter().all(|(part, _)| !none.parts.contains(part)), "all are off at first");
    for language in [Language::English, Language::Spanish] {
        let (text, _) = printed("carried-none", &sheet(here(&app, language), &model, &none));
        for (_, words) in &own {
            assert!(words.iter().all(|word| !text.contains(word)), "{words:?}: {text}");
        }
    }
    for (part, words) in &own {
        let mut chosen = ChosenParts { parts: [*part].into(), ..ChosenParts::default() };
        chosen.size = PaperSize::Letter;
        let paper = sheet(here(&app, Language::English), &model, &chosen);
        let (text, _) = printed(&format!("carried-{part:?}"), &paper);
        for (other, words) in &own {
            let expected = other == part;
            assert!(words.iter().all(|word| text.contains(word) == expected), "{part:?}, {words:?}: {text}");
        }
        let _ = words;
    }
}

#[tokio::test]
async fn the_numbers_are_drawn_as_lines_with_their_ends_and_what_is_not_there_is_said() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    for (mood, hours) in [(2, 0), (8, 20), (5, 24), (6, 200)] {
        phone.clock.forward(TimeDelta::hours(hours));
        app.save_check_in(feeling(mood, 10 - mood, "")).await.unwrap();
    }
    let model = app.summary(Range::FourWeeks).await.unwrap();
    let chosen = ChosenParts { parts: [SummaryPart::Chart].into(), ..ChosenParts::default() };
    let paper = sheet(here(&app, Language::English), &model, &chosen);
    let charts: Vec<_> = paper
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Chart(chart) => Some(chart),
            _ => None,
        })
        .collect();
    let names: Vec<_> = charts.iter().map(|chart| chart.name.as_str()).collect();
    assert_eq!(names[..2], ["Mood", "Anxiety"]);
    let mood = charts[0];
    assert_eq!((mood.top.as_str(), mood.low.as_str()), ("10", "0"));
    let heights: Vec<Vec<u16>> =
        mood.runs.iter().map(|run| run.iter().map(|(_, high)| *high).collect()).collect();
    let ours: Vec<u16> = heights.concat().into_iter().rev().take(4).rev().collect();
    assert_eq!(ours, [2000, 8000, 5000, 6000], "each number at its height");
    assert_eq!(heights.last().unwrap(), &[6000], "and after a week without any the line is open");
    let (text, unprinted) = printed("chart", &paper);
    assert!(text.contains("Mood") && text.contains("Each tall line is a session"), "{text}");
    assert_eq!(unprinted, 0);

    let empty = Summary { series: Vec::new(), ..model };
    let (text, _) = printed("chart-none", &sheet(here(&app, Language::English), &empty, &chosen));
    assert!(text.contains("Nothing in this time."), "{text}");
}

fn of_parts(parts: Vec<Part>) -> Paper {
    Paper {
        title: "Title".into(),
        language: "en",
        size: PaperSize::A4,
        foot: Private::new("Foot"),
        parts,
        unprinted: "Not printed: #.".into(),
    }
}

#[test]
fn what_cannot_be_printed_is_marked_and_counted_and_never_silent() {
    let words = Private::new("heart ❤ and 😀😀, שלום, 日本 – done");
    let (text, unprinted) = printed("signs", &of_parts(vec![Part::Own { head: "When".into(), words }]));
    assert_eq!(unprinted, 1 + 2 + 4 + 2);
    assert!(text.contains("heart [?] and [?], [?], [?] – done"), "{text}");
    assert!(text.contains("Not printed: 9."));
    let (text, unprinted) = printed("plain", &of_parts(vec![Part::Words("plain".into())]));
    assert!(unprinted == 0 && !text.contains("Not printed"));
}

#[test]
fn a_long_table_goes_on_with_its_head_and_no_row_is_lost() {
    let column = |head: &str| Column { head: head.into(), share: 1 };
    let row =
        |at: usize| vec![Private::new(format!("row-{at}")), Private::new("a few words ".repeat(at % 9))];
    let table = Table { columns: vec![column("First"), column("Second")], rows: (0..300).map(row).collect() };
    let (text, _) = printed("table", &of_parts(vec![Part::Heading("All".into()), Part::Table(table)]));
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 5);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("First") && page.contains(&format!("{} / {}", at + 1, pages.len())), "{page}");
    }
    let found: Vec<&str> = text.split_whitespace().filter(|word| word.starts_with("row-")).collect();
    assert_eq!(found.len(), 300);
}

#[test]
fn a_page_of_the_journal_longer_than_paper_is_whole() {
    let words = (0..3000).map(|at| format!("w{at}")).collect::<Vec<_>>().join(" ");
    let (text, _) =
        printed("long", &of_parts(vec![Part::Own { head: "When".into(), words: Private::new(words) }]));
    let found: Vec<&str> = text.split_whitespace().filter(|word| word.starts_with('w')).collect();
    assert_eq!(found.len(), 3000);
    assert!(found.iter().enumerate().all(|(at, word)| **word == format!("w{at}")), "in order");
}
