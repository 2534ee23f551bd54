//! Expressions of a form: of a language this app speaks, made of what it knows, over names the form defines.

use super::spot::{Spot, words};
use crate::care::form::{Constraint, Expression, Severity, Variable};
use crate::fhir::fhirpath;
use serde_json::Value as Json;

/// The one language, as media type.
const FHIRPATH: &str = "text/fhirpath";

/// What every expression of a form may name besides the form's variables.
const EVERYWHERE: [&str; 8] =
    ["resource", "rootResource", "context", "questionnaire", "qitem", "ucum", "sct", "loinc"];

/// The expression of an extension, which `what` stands for in findings; `names` are the variables in scope.
pub(super) fn expression(extension: &Spot<'_>, what: &str, names: &[&str]) -> Option<Expression> {
    let Some(value) = extension.child("valueExpression") else {
        extension.note(format!("{what} without an expression"));
        return None;
    };
    let language = value.text("language");
    if language.as_deref() != Some(FHIRPATH) {
        extension.note(format!("expression language {}", language.as_deref().unwrap_or("missing")));
        return None;
    }
    let Some(text) = value.text("expression") else {
        extension.note(format!("{what} without an expression"));
        return None;
    };
    Some(checked(extension, text, names))
}

fn checked(spot: &Spot<'_>, text: String, names: &[&str]) -> Expression {
    if let Err(why) = fhirpath::check(&text) {
        spot.note(format!("expression: {why}"));
    }
    for name in unknown_names(&text, names) {
        spot.note(format!("expression names %{name}"));
    }
    Expression(text)
}

/// The variables defined at this element; those `above` it may be named in them, too.
pub(super) fn variables(spot: &Spot<'_>, above: &[&str]) -> Vec<Variable> {
    let all = spot.extensions("variable");
    let name = |extension: &Spot<'_>| extension.child("valueExpression")?.text("name");
    let own: Vec<String> = all.iter().filter_map(name).collect();
    let names: Vec<&str> = above.iter().copied().chain(own.iter().map(String::as_str)).collect();
    let mut variables: Vec<Variable> = Vec::new();
    for extension in &all {
        let expression = expression(extension, "variable", &names);
        let Some(name) = name(extension) else {
            extension.note("variable without a name");
            continue;
        };
        if variables.iter().any(|variable| variable.name == name) {
            extension.note(format!("variable {name} twice"));
        }
        variables.extend(expression.map(|expression| Variable { name, expression }));
    }
    variables
}

/// `targetConstraint`, and `questionnaire-constraint`, which came before it.
pub(super) fn constraints(spot: &Spot<'_>, names: &[&str]) -> Vec<Constraint> {
    let all = spot.extensions("targetConstraint").into_iter().chain(spot.extensions("constraint"));
    all.filter_map(|extension| constraint(&extension, names)).collect()
}

fn constraint(extension: &Spot<'_>, names: &[&str]) -> Option<Constraint> {
    let parts = extension.list("extension");
    let part = |name: &str| parts.iter().find(|part| part.fields.get("url") == Some(&name.into()));
    let text = |name| {
        let fields = part(name)?.fields;
        let text =
            ["valueString", "valueMarkdown", "valueId", "valueCode"].iter().find_map(|key| fields.get(*key));
        text.and_then(Json::as_str).map(str::to_owned)
    };
    let severity = match text("severity").as_deref() {
        Some("error") => Severity::Error,
        Some("warning") => Severity::Warning,
        other => {
            extension.note(format!("constraint severity {}", other.unwrap_or("missing")));
            return None;
        }
    };
    let Some(rule) = part("expression") else {
        extension.note("constraint without an expression");
        return None;
    };
    let written =
        rule.fields.get("valueString").is_some().then(|| rule.value("value").ok().flatten()).flatten();
    let expression = match written.as_ref().and_then(words) {
        Some(text) => checked(extension, text, names),
        None => expression(rule, "constraint", names)?,
    };
    Some(Constraint {
        key: text("key").unwrap_or_default(),
        severity,
        human: text("human").or_else(|| text("requirements")).unwrap_or_default(),
        expression,
    })
}

/// The names after `%` that neither the language nor the form knows.
fn unknown_names(text: &str, names: &[&str]) -> Vec<String> {
    let (mut unknown, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find(['%', '\'']) {
        let (_, from) = rest.split_at(at);
        if let Some(quoted) = from.strip_prefix('\'') {
            rest = after_quote(quoted);
            continue;
        }
        let from = from.get(1..).unwrap_or_default();
        let (name, after) = name_at(from, names);
        let known = EVERYWHERE.contains(&name) || names.contains(&name);
        if !known && !name.starts_with("vs-") && !name.starts_with("ext-") {
            unknown.push(name.to_owned());
        }
        rest = after;
    }
    unknown
}

/// What follows the end of quoted text.
fn after_quote(quoted: &str) -> &str {
    let mut escaped = false;
    for (at, letter) in quoted.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\'' => return quoted.get(at + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}

/// The name at the beginning of `text`, and what follows it. A form's own names may hold a hyphen, which elsewhere is
/// a minus: the longest such name counts.
fn name_at<'a>(text: &'a str, names: &[&str]) -> (&'a str, &'a str) {
    for quote in ['`', '\'', '"'] {
        if let Some((name, after)) = text.strip_prefix(quote).and_then(|inner| inner.split_once(quote)) {
            return (name, after);
        }
    }
    let in_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let end = text.find(|letter| !in_name(letter)).unwrap_or(text.len());
    let ends_there = |name: &&str| !text.get(name.len()..).unwrap_or_default().starts_with(in_name);
    let own = names.iter().filter(|name| text.starts_with(**name)).filter(|name| ends_there(name));
    let length = own.map(|name| name.len()).max().unwrap_or(end).max(end);
    text.split_at_checked(length).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::unknown_names;

    #[test]
    fn names_are_found_outside_of_quotes_only() {
        let names = ["has-fever", "has", "a"];
        assert_eq!(unknown_names("%has-fever and %a+%has -1", &names), Vec::<String>::new());
        assert_eq!(unknown_names("%patient.x | %`b c` | %\"d\"", &names), ["patient", "b c", "d"]);
        assert_eq!(unknown_names(r"'%p \' %q' + %has-fevers", &names), Vec::<String>::new());
        assert_eq!(unknown_names("%resource.item | %`vs-x` | %", &names), [""]);
    }
}
