//! `CodeableConcept`: words for people, codes for programs.

use super::Unreadable;
use super::element::Element;

/// What a person reads: the text, else the first code that has a display.
pub(super) fn words<'a>(concept: &Element<'a>) -> Result<Option<&'a str>, Unreadable> {
    if let Some(text) = concept.text("text")? {
        return Ok(Some(text));
    }
    for coding in concept.children("coding")? {
        if let Some(display) = coding.text("display")? {
            return Ok(Some(display));
        }
    }
    Ok(None)
}

/// The words of the concept in `field`, if it is there.
pub(super) fn words_of<'a>(owner: &Element<'a>, field: &str) -> Result<Option<&'a str>, Unreadable> {
    owner.child(field)?.map_or(Ok(None), |concept| words(&concept))
}

/// The codings of `concept` that belong to `system`, each with its code.
pub(super) fn codes<'a>(
    concept: &Element<'a>,
    system: &str,
) -> Result<Vec<(Element<'a>, &'a str)>, Unreadable> {
    let mut codes = Vec::new();
    for coding in concept.children("coding")? {
        if coding.text("system")? == Some(system) {
            let code = coding.need("code", coding.text("code")?)?;
            codes.push((coding, code));
        }
    }
    Ok(codes)
}
