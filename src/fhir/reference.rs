//! `Reference`: which record another one points at.

use super::element::Element;
use super::{Unreadable, What};
use crate::care::Id;

/// A reference with the words shown for it.
pub(super) struct Reference<'a> {
    pub(super) target: Target<'a>,
    pub(super) display: Option<&'a str>,
    element: Element<'a>,
}

/// Where a reference leads.
pub(super) enum Target<'a> {
    /// To a record of this clinic's server: `Type/id`, with or without a version.
    Local { kind: &'a str, id: Id },
    /// Into the same resource, by the name it has there.
    Contained(&'a str),
    /// By full address or by identifier only. The type, where it is said.
    Elsewhere { kind: Option<&'a str> },
}

impl<'a> Reference<'a> {
    fn of(element: Element<'a>) -> Result<Self, Unreadable> {
        let stated = element.text("type")?;
        let target = match element.text("reference")? {
            None => Target::Elsewhere { kind: stated },
            Some(text) => {
                target(text, stated).ok_or_else(|| element.wrong("reference", What::BadReference))?
            }
        };
        Ok(Self { target, display: element.text("display")?, element })
    }

    /// The reference in `field`, if there is one.
    pub(super) fn one(owner: &Element<'a>, field: &str) -> Result<Option<Self>, Unreadable> {
        owner.child(field)?.map(Self::of).transpose()
    }

    /// All references in the repeated `field`.
    pub(super) fn many(owner: &Element<'a>, field: &str) -> Result<Vec<Self>, Unreadable> {
        owner.children(field)?.into_iter().map(Self::of).collect()
    }

    /// The id, if it leads to a record of this server of one of these types.
    pub(super) fn to(&self, kinds: &[&str]) -> Option<&Id> {
        match &self.target {
            Target::Local { kind, id } if kinds.contains(kind) => Some(id),
            _ => None,
        }
    }

    /// What is wrong with this reference.
    pub(super) fn wrong(&self, what: What) -> Unreadable {
        self.element.wrong_here(what)
    }
}

fn target<'a>(text: &'a str, stated: Option<&'a str>) -> Option<Target<'a>> {
    if let Some(name) = text.strip_prefix('#') {
        return Some(Target::Contained(name));
    }
    if text.starts_with("urn:") {
        return Some(Target::Elsewhere { kind: stated });
    }
    let (path, absolute) = text.split_once("://").map_or((text, false), |(_, path)| (path, true));
    let mut steps: Vec<&str> = path.split('/').collect();
    if let [.., before, _] = steps.as_slice()
        && *before == "_history"
    {
        steps.truncate(steps.len().saturating_sub(2));
    }
    match steps.as_slice() {
        [.., kind, _] if absolute => Some(Target::Elsewhere { kind: stated.or(Some(kind)) }),
        [_] if absolute => Some(Target::Elsewhere { kind: stated }),
        [kind, id] if kind.starts_with(|c: char| c.is_ascii_uppercase()) => {
            Some(Target::Local { kind, id: Id::new(*id).ok()? })
        }
        _ => None,
    }
}
