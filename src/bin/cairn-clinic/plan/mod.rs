//! Shows a clinic what its patients will see of a protocol, by the app's own reckoning.

mod reckon;
mod text;
mod view;

use crate::args::Plan;
use crate::file;
use crate::report::Outcome;
use cairn::care::{ClockTime, Twice, time};

pub(crate) fn run(wish: &Plan) -> Outcome {
    let loaded = match file::load_draft(&wish.file) {
        Ok(loaded) => loaded,
        Err(mistakes) => return Outcome::NotPlanned(mistakes.iter().map(ToString::to_string).collect()),
    };
    let mut remarks: Vec<_> = loaded.warnings.iter().map(ToString::to_string).collect();
    remarks.extend(about_the_arrival(wish));
    match reckon::session(wish, &loaded.protocol) {
        Ok(session) if wish.json => match serde_json::to_string_pretty(&session) {
            Ok(text) => Outcome::Planned { text: text + "\n", remarks },
            Err(error) => Outcome::NotPlanned(vec![error.to_string()]),
        },
        Ok(session) => Outcome::Planned { text: text::of(&session), remarks },
        Err(why) => Outcome::NotPlanned(vec![why.to_string()]),
    }
}

/// What to say of a time that the clinic's clock does not show, or shows twice.
fn about_the_arrival(wish: &Plan) -> Option<String> {
    let (asked, zone) = (wish.arrival, wish.zone);
    let taken = ClockTime::of(time::instant_of(asked, zone), zone);
    let shown = taken.local;
    if shown != asked {
        return Some(format!("warning: clocks in {zone} skip {asked}: planned for {shown}, when they jump"));
    }
    let first = format!("warning: clocks in {zone} show {asked} twice: planned for the first time");
    (taken.twice == Some(Twice::First)).then_some(first)
}
