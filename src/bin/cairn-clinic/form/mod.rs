//! Tells a clinic whether the app can use a form, and what becomes of answers to it: by the app's own code.

mod errors;
mod text;
mod view;

use crate::args::Form as Wish;
use crate::report::Outcome;
use cairn::care::form::{Answers, Form, start, work_out};
use cairn::care::instruments::outcomes;
use cairn::fhir::FhirPath;
use cairn::fhir::questionnaire;
use cairn::fhir::questionnaire_response::{Misfit, Sheet, SheetState, fit, write};
use cairn::platform::clock::{Clock, SystemClock};
use cairn::platform::ids;
use cairn::platform::zone::{LocalZone, SystemZone};
use serde_json::Value;
use std::path::Path;
use view::{Score, Tried};

pub(crate) fn run(wish: &Wish) -> Outcome {
    match look(wish) {
        Err(why) => Outcome::NotUnderstood(vec![why]),
        Ok(tried) => {
            let text = if wish.json { serde_json::to_string_pretty(&tried) } else { Ok(text::of(&tried)) };
            match text {
                Ok(text) => {
                    Outcome::Tried { text: text + "\n", remarks: Vec::new(), accepted: tried.accepted }
                }
                Err(error) => Outcome::NotUnderstood(vec![error.to_string()]),
            }
        }
    }
}

fn look(wish: &Wish) -> Result<Tried, String> {
    let form = json(&wish.file)?;
    if !questionnaire::is_one(&form) {
        return Err(format!("{}: this is not a Questionnaire", wish.file.display()));
    }
    let given = wish.answers.as_deref().map(|path| Ok::<_, String>((path, json(path)?))).transpose()?;
    match questionnaire::read(&form) {
        Err(refused) => Ok(view::refused(&refused)),
        Ok(read) => {
            let (answers, misfits) = match &given {
                None => (start(&read), Vec::new()),
                Some((path, response)) => {
                    fit(&read, response).map_err(|why| format!("{}: {why}", path.display()))?
                }
            };
            Ok(tried(&form, &read, &answers, &misfits))
        }
    }
}

fn json(path: &Path) -> Result<Value, String> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: cannot be read: {error}"))?;
    // Some programs begin a file with a mark of its byte order.
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| format!("{name}: not JSON: {error}"))
}

fn tried(questionnaire: &Value, form: &Form, answers: &Answers, misfits: &[Misfit]) -> Tried {
    let (now, zone) = (SystemClock.now(), SystemZone.zone());
    let worked = work_out(form, answers, &FhirPath::new(questionnaire).at(now, zone));
    let state = if worked.can_be_sent() { SheetState::Completed } else { SheetState::InProgress };
    let id = ids::new();
    let sheet = Sheet { id: &id, form, worked: &worked, at: now, zone, state, based_on: None, patient: None };
    let scores = outcomes(form, &worked).into_iter().map(|outcome| Score {
        code: outcome.instrument.total_code().unwrap_or(outcome.instrument.name()),
        total: outcome.total,
        band: outcome.band.map(|band| band.words),
    });
    Tried {
        accepted: true,
        unsupported: Vec::new(),
        items: view::items(form, &worked, misfits),
        scores: scores.collect(),
        response: Some(write(&sheet)),
    }
}
