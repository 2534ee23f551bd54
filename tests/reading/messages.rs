//! Everything a patient can be shown that is written in files: the catalogues and the clinic's starting files.

use fluent_syntax::{ast, parser};
use std::{fs, path::Path};

/// One message with the place where it stands.
pub(crate) struct Message {
    pub(crate) place: String,
    pub(crate) text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The messages of a language, in every file of its folder; each variant is a message of its own.
pub(crate) fn of_catalogue(language: &str) -> Vec<Message> {
    let mut all = Vec::new();
    for entry in fs::read_dir(root().join("assets/locales").join(language)).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let parsed =
            parser::parse(text.as_str()).unwrap_or_else(|(_, problems)| panic!("{file}: {problems:?}"));
        for entry in parsed.body {
            let ast::Entry::Message(message) = entry else { continue };
            let Some(value) = message.value else { continue };
            for text in variants(&value) {
                all.push(Message { place: format!("{language}/{file} {}", message.id.name), text });
            }
        }
    }
    all
}

/// Every way the pattern can come out; a gap is filled with a short word.
fn variants(pattern: &ast::Pattern<&str>) -> Vec<String> {
    let mut ways = vec![String::new()];
    for element in &pattern.elements {
        let next: Vec<String> = match element {
            ast::PatternElement::TextElement { value } => vec![(*value).to_owned()],
            ast::PatternElement::Placeable { expression } => match expression {
                ast::Expression::Inline(ast::InlineExpression::StringLiteral { value }) => {
                    vec![(*value).to_owned()]
                }
                ast::Expression::Inline(_) => vec!["Ana".to_owned()],
                ast::Expression::Select { variants: all, .. } => {
                    all.iter().flat_map(|variant| variants(&variant.value)).collect()
                }
            },
        };
        ways = ways.iter().flat_map(|way| next.iter().map(move |text| format!("{way}{text}"))).collect();
    }
    ways
}

/// What the clinic's files hold that is no word for a patient: codes, times, names, sources, words for staff.
/// What is not named here is read as if a patient saw it, so a new field cannot slip through.
#[cfg(feature = "clinic-tools")]
const NOT_SHOWN: [&str; 43] = [
    "for",
    "src",
    "range",
    "why_no_default",
    "id",
    "form",
    "consent",
    "type",
    "anchor",
    "offset",
    "offset_from",
    "ref",
    "clock",
    "repeat",
    "lock",
    "fields",
    "confirm",
    "required_before",
    "clinic_only_flags",
    "template",
    "program",
    "sources",
    "search",
    "side_effect_log",
    "numbers",
    "quiet_hours",
    "checkins.daily",
    "checkins.session",
    "threshold",
    "rows",
    "protocol",
    "clinic",
    "places",
    "clinicians",
    "name",
    "birth_date",
    "team",
    "with",
    "place",
    "written_by",
    "value",
    "instructions.note",
    "plan.medicines",
];

/// The strings of the clinic's files that patients see.
#[cfg(feature = "clinic-tools")]
pub(crate) fn of_clinic_files() -> Vec<Message> {
    let mut all = Vec::new();
    for file in ["kap-im-default.yaml", "sample.yaml"] {
        let text = fs::read_to_string(root().join("clinic").join(file)).unwrap();
        let value: serde_json::Value = serde_saphyr::from_str(&text).unwrap();
        gather(&value, file, "", &mut all);
    }
    all
}

/// `above` is the key of the list or object that holds this value.
#[cfg(feature = "clinic-tools")]
fn gather(value: &serde_json::Value, place: &str, above: &str, all: &mut Vec<Message>) {
    use serde_json::Value;
    match value {
        Value::String(text) => all.push(Message { place: place.to_owned(), text: text.clone() }),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                gather(item, &format!("{place}[{at}]"), above, all);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let whole = format!("{above}.{key}");
                if !NOT_SHOWN.contains(&key.as_str()) && !NOT_SHOWN.contains(&whole.as_str()) {
                    gather(value, &format!("{place} {key}"), key, all);
                }
            }
        }
        _ => {}
    }
}
