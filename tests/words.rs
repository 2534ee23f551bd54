//! Every word a screen asks for is in every language, nothing in the catalogues is left over, and none of them
//! says what Cairn never says.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use cairn::{
    app::read::Language,
    ui::{when, words::Words},
};
use chrono::NaiveTime;
use fluent_syntax::{ast, parser};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

const LANGUAGES: [&str; 2] = ["en", "es"];

/// What is never said to a patient, in any language (small letters).
const NEVER: [&str; 22] = [
    "journey of healing",
    "viaje de sanación",
    "magic",
    "mágic",
    "medicine for ketamine",
    "committed suicide",
    "cometió suicidio",
    "suicid",
    "compliance",
    "adherencia",
    "streak",
    "racha",
    "you missed",
    "te perdiste",
    "sync failed",
    "failed",
    "invalid",
    "error",
    "inválid",
    "please wait",
    "oops",
    "!",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A message's gaps and its text as it is written, by its key.
fn catalogue(language: &str) -> BTreeMap<String, (BTreeSet<String>, String)> {
    let mut all = BTreeMap::new();
    for file in files_below(&root().join("assets/locales").join(language), "ftl") {
        let text = fs::read_to_string(&file).unwrap();
        let parsed = parser::parse(text.as_str())
            .unwrap_or_else(|(_, problems)| panic!("{}: {problems:?}", file.display()));
        for entry in parsed.body {
            match entry {
                ast::Entry::Message(message) => {
                    let pattern =
                        message.value.unwrap_or_else(|| panic!("{language}: {} is empty", message.id.name));
                    let (mut gaps, mut said) = (BTreeSet::new(), String::new());
                    gather(&pattern, &mut gaps, &mut said);
                    let known = all.insert(message.id.name.to_owned(), (gaps, said));
                    assert!(known.is_none(), "{language}: {} stands twice", message.id.name);
                }
                ast::Entry::Junk { content } => panic!("{}: {content}", file.display()),
                _ => {}
            }
        }
    }
    all
}

fn gather(pattern: &ast::Pattern<&str>, gaps: &mut BTreeSet<String>, said: &mut String) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => said.push_str(value),
            ast::PatternElement::Placeable { expression } => match expression {
                ast::Expression::Inline(inline) => gap(inline, gaps),
                ast::Expression::Select { selector, variants } => {
                    gap(selector, gaps);
                    for variant in variants {
                        said.push(' ');
                        gather(&variant.value, gaps, said);
                    }
                }
            },
        }
    }
}

fn gap(inline: &ast::InlineExpression<&str>, gaps: &mut BTreeSet<String>) {
    if let ast::InlineExpression::VariableReference { id } = inline {
        gaps.insert(id.name.to_owned());
    }
}

/// The keys named in the screens: `Key("…")`, `get("…")`, `with("…"`, and what is chosen within such a call.
fn asked_for() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for file in files_below(&root().join("src/ui"), "rs") {
        let text = fs::read_to_string(&file).unwrap();
        // However the lines are broken, a call reads the same.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(");
        for mark in ["Key(\"", ".get(\"", ".with(\"", ".tell(\"", "shown(\""] {
            keys.extend(after(&text, mark));
        }
        for call in [".get(if ", ".with(if "] {
            for (at, _) in text.match_indices(call) {
                let chosen =
                    &text[at..at + text[at..].find(',').unwrap_or(0).max(text[at..].find(')').unwrap_or(0))];
                keys.extend(chosen.split('"').skip(1).step_by(2).map(str::to_owned));
            }
        }
    }
    keys
}

fn after(text: &str, mark: &str) -> Vec<String> {
    let quoted = |(at, _): (usize, &str)| text[at + mark.len()..].split('"').next().unwrap().to_owned();
    text.match_indices(mark).map(quoted).collect()
}

#[test]
fn every_word_a_screen_asks_for_is_in_every_language() {
    let asked = asked_for();
    assert!(asked.len() > 150, "the screens were searched: {}", asked.len());
    for language in LANGUAGES {
        let known: BTreeSet<_> = catalogue(language).into_keys().collect();
        let missing: Vec<_> = asked.difference(&known).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        let unused: Vec<_> = known.difference(&asked).collect();
        assert!(unused.is_empty(), "{language}: no screen says {unused:?}");
    }
}

#[test]
fn the_languages_leave_the_same_gaps() {
    let english = catalogue("en");
    for (key, (gaps, _)) in catalogue("es") {
        assert_eq!(english[&key].0, gaps, "{key}");
    }
}

#[test]
fn no_language_is_a_copy_of_another() {
    let english = catalogue("en");
    let same: Vec<_> = catalogue("es")
        .into_iter()
        .filter(|(key, (_, said))| english[key].1 == *said && said.len() > 12)
        .collect();
    assert!(same.is_empty(), "{same:?}");
}

#[test]
fn cairn_never_says_what_it_should_not() {
    for language in LANGUAGES {
        for (key, (_, said)) in catalogue(language) {
            let said = said.to_lowercase();
            for never in NEVER {
                assert!(!said.contains(never), "{language}: {key} says {never:?}");
            }
        }
    }
}

#[test]
fn sentences_are_short() {
    for language in LANGUAGES {
        for (key, (_, said)) in catalogue(language) {
            let longest = said
                .split(['.', '?', ':'])
                .map(|sentence| sentence.split_whitespace().count())
                .max()
                .unwrap();
            assert!(longest <= 24, "{language}: {key} has a sentence of {longest} words");
        }
    }
}

/// The message with a time in each of its gaps.
fn with_times(words: Words, key: &str, gaps: &BTreeSet<String>) -> String {
    let time = when::time(words, NaiveTime::from_hms_opt(7, 15, 0).unwrap());
    let leak = |name: &str| -> &'static str { Box::leak(name.to_owned().into_boxed_str()) };
    let mut filled = gaps.iter().map(|gap| (leak(gap), time.as_str().into()));
    // What is filled in and not asked for is left out.
    words.with::<8>(leak(key), std::array::from_fn(|_| filled.next().unwrap_or(("none", "".into()))))
}

#[test]
fn a_sentence_that_ends_with_a_time_ends_once() {
    for (language, tag) in [(Language::English, "en"), (Language::Spanish, "es")] {
        let words = Words::of(language);
        let mut ended = 0;
        for (key, (gaps, _)) in catalogue(tag) {
            let said = with_times(words, &key, &gaps);
            assert!(!said.contains(".."), "{tag}: {key}: {said}");
            ended += usize::from(said.ends_with(" m.") || said.contains("\u{a0}m. "));
        }
        assert_eq!(ended > 20, tag == "es", "the control: in Spanish a time has stops of its own: {ended}");
    }
}

#[test]
fn no_spanish_hour_is_told_in_the_plural_when_it_is_one() {
    for (key, (_, said)) in catalogue("es") {
        assert!(!said.ends_with("las ") && !said.contains("las ."), "{key}: {said}");
    }
}
