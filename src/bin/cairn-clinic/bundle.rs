//! Makes the file that practice mode reads: a sample and its protocol as JSON, with no YAML left.

use crate::args::Bundle;
use crate::file::{self, Loaded, Mistake};
use crate::report::Outcome;
use cairn::fhir::desk;
use serde_json::{Value, json};

pub(crate) fn run(bundle: &Bundle) -> Outcome {
    match file::load(&bundle.file) {
        Err(mistakes) => Outcome::Refused(mistakes),
        Ok(loaded) => match text(&loaded) {
            Some(text) => Outcome::Text(text),
            None => Outcome::Refused(vec![Mistake::of_file(
                &bundle.file,
                "this is not a sample: it has no patients",
            )]),
        },
    }
}

fn text(loaded: &Loaded) -> Option<String> {
    let sample = loaded.sample.as_ref()?;
    let protocol: Value = serde_json::from_str(&desk::canonical(&loaded.protocol).ok()?).ok()?;
    let mut text = serde_json::to_string_pretty(&json!({ "protocol": protocol, "sample": sample })).ok()?;
    text.push('\n');
    Some(text)
}
