//! Shows a clinic what its patients will see of a protocol, by the app's own reckoning.

mod doubts;
mod reckon;
mod text;
mod view;

use crate::args::Plan;
use crate::file;
use crate::report::Outcome;
use view::Session;

pub(crate) fn run(wish: &Plan) -> Outcome {
    let loaded = match file::load_draft(&wish.file) {
        Ok(loaded) => loaded,
        Err(mistakes) => return Outcome::NotUnderstood(mistakes.iter().map(ToString::to_string).collect()),
    };
    let mut remarks: Vec<_> = loaded.warnings.iter().map(ToString::to_string).collect();
    remarks.extend(doubts::about(wish).into_iter().map(|doubt| format!("warning: {doubt}")));
    let session = reckon::session(wish, &loaded.protocol);
    match session.map(|session| Session { warnings: remarks.clone(), ..session }) {
        Ok(session) if wish.json => match serde_json::to_string_pretty(&session) {
            Ok(text) => Outcome::Planned { text: text + "\n", remarks },
            Err(error) => Outcome::NotUnderstood(vec![error.to_string()]),
        },
        Ok(session) => Outcome::Planned { text: text::of(&session), remarks },
        Err(why) => Outcome::NotUnderstood(vec![why.to_string()]),
    }
}
