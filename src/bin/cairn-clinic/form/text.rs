//! What there is to say about a form, for a person to read.

use super::view::{Score, Shown, Tried};
use serde_json::Value;
use std::fmt::{Result, Write};

pub(crate) fn of(tried: &Tried) -> String {
    let mut text = String::new();
    // Writing into a String cannot go wrong.
    let _ = write(&mut text, tried);
    text.trim_end().to_owned()
}

fn write(text: &mut String, tried: &Tried) -> Result {
    if !tried.accepted {
        writeln!(text, "This form cannot be used. What is in the way:")?;
        for one in &tried.unsupported {
            writeln!(text, "  {}: {}", one.link_id.as_deref().unwrap_or("the form"), one.what)?;
        }
        return Ok(());
    }
    writeln!(text, "This form can be used.\n\nItems")?;
    tried.items.iter().try_for_each(|item| line(text, item))?;
    if !tried.scores.is_empty() {
        writeln!(text, "\nScores")?;
        tried.scores.iter().try_for_each(|score| total(text, score))?;
    }
    if let Some(response) = &tried.response {
        writeln!(text, "\nResponse\n{response:#}")?;
    }
    Ok(())
}

fn line(text: &mut String, item: &Shown) -> Result {
    let indent = "  ".repeat(item.depth.max(1));
    let name = item.link_id.as_deref().unwrap_or("the form");
    let kind = item.kind.unwrap_or("not in the form");
    write!(text, "{indent}{name} ({kind}")?;
    let marks = [
        (item.kind.is_some() && !item.enabled, "not asked"),
        (item.hidden, "hidden"),
        (item.required, "required"),
        (item.calculated.is_some(), "calculated"),
    ];
    for (_, mark) in marks.iter().filter(|(is, _)| *is) {
        write!(text, ", {mark}")?;
    }
    write!(text, ")")?;
    if !item.text.is_empty() {
        write!(text, " {}", item.text.split_whitespace().collect::<Vec<_>>().join(" "))?;
    }
    writeln!(text)?;
    for answer in &item.answers {
        writeln!(text, "{indent}  = {}", words(answer))?;
    }
    item.errors.iter().try_for_each(|error| writeln!(text, "{indent}  ! {error}"))
}

/// An answer in its own words where it has some.
fn words(answer: &Value) -> String {
    let said = ["display", "code", "title"].iter().find_map(|field| answer.get(*field)?.as_str());
    said.or(answer.as_str()).map_or_else(|| answer.to_string(), str::to_owned)
}

fn total(text: &mut String, score: &Score) -> Result {
    match score.total {
        Some(total) => writeln!(text, "  {}: {total} {}", score.code, score.band.unwrap_or_default()),
        None => writeln!(text, "  {}: no total, not every question is answered", score.code),
    }
}
