//! A summary on paper, made by the app and read back by another program (poppler's pdftotext).

use crate::world::{Phone, feeling, practising, write};
use cairn::{
    app::{
        Cairn,
        paper::{Column, Paper, PaperSize, Part, Table, print},
        read::{Language, Summary},
    },
    care::{Private, trends::Range},
    ui::{
        here::Here,
        screens::{ChosenParts, SummaryPart, sheet},
    },
};
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
