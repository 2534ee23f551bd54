//! `HumanName`: the one to show out of those a record has.

use super::Unreadable;
use super::element::Element;

/// The name to use: the usual one before the official one; never a former one. A `use` this app does not
/// know counts as the last choice.
pub(super) fn best<'a>(owner: &Element<'a>) -> Result<Option<Element<'a>>, Unreadable> {
    let mut ranked = Vec::new();
    for name in owner.children("name")? {
        let rank = match name.text("use")? {
            Some("usual") => 0,
            Some("official") => 1,
            None => 2,
            Some("old" | "maiden") => continue,
            Some(_) => 3,
        };
        ranked.push((rank, name));
    }
    Ok(ranked.into_iter().min_by_key(|(rank, _)| *rank).map(|(_, name)| name))
}

/// The whole name as one line: as the clinic wrote it, else put together from its parts.
pub(super) fn line(name: &Element<'_>) -> Result<Option<String>, Unreadable> {
    if let Some(text) = name.text("text")? {
        return Ok(Some(text.to_owned()));
    }
    let mut parts = name.texts("prefix")?;
    parts.extend(name.texts("given")?);
    parts.extend(name.text("family")?);
    parts.extend(name.texts("suffix")?);
    Ok(Some(parts.join(" ")).filter(|line| !line.is_empty()))
}
