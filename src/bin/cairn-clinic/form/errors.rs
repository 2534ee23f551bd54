//! What is wrong with an answer, in words that programs can rely on: the name of the rule, then what it asks for.

use cairn::care::form::Problem;
use cairn::fhir::questionnaire_response::{Misfit, content};

pub(crate) fn of(problem: &Problem) -> String {
    match problem {
        Problem::Missing => "required".to_owned(),
        Problem::NotAnAnswer => "not-an-answer".to_owned(),
        Problem::TooFew(least) => format!("min-occurs: {least}"),
        Problem::TooMany(most) => format!("max-occurs: {most}"),
        Problem::TooSmall(least) => format!("min-value: {}", content(least)),
        Problem::TooLarge(most) => format!("max-value: {}", content(most)),
        Problem::TooShort(least) => format!("min-length: {least}"),
        Problem::TooLong(most) => format!("max-length: {most}"),
        Problem::TooManyDecimals(most) => format!("max-decimal-places: {most}"),
        Problem::TooBig(most) => format!("max-size: {most}"),
        Problem::WrongMimeType => "mime-type".to_owned(),
        Problem::NotAlone => "option-exclusive".to_owned(),
        Problem::Broken(rule) => format!("constraint {}: {}", rule.key, rule.human),
        Problem::NotWorkedOut => "expression: cannot be worked out".to_owned(),
    }
}

/// `known`: the form has an item of this name, somewhere.
pub(crate) fn of_misfit(misfit: &Misfit, known: bool) -> String {
    let path = &misfit.why.path;
    match (known, path.ends_with(".linkId")) {
        (false, _) => format!("unknown-item: {path}"),
        (true, true) => format!("misplaced: {path}"),
        (true, false) => format!("not-an-answer: {}", misfit.why),
    }
}
