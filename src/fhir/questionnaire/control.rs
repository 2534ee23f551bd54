//! How an author would like an item shown; a wish that is not known here is none.

use super::spot::{Spot, words};
use crate::care::form::{Control, Orientation};
use serde_json::Value as Json;

/// Codes of HL7's item controls, and of display categories.
const CONTROLS: [(&str, Control); 16] = [
    ("radio-button", Control::Radio),
    ("check-box", Control::CheckBox),
    ("drop-down", Control::DropDown),
    ("autocomplete", Control::DropDown),
    ("lookup", Control::DropDown),
    ("slider", Control::Slider),
    ("page", Control::Page),
    ("help", Control::Help),
    ("flyover", Control::Help),
    ("lower", Control::Lower),
    ("upper", Control::Upper),
    ("prompt", Control::Instruction),
    ("inline", Control::Instruction),
    ("unit", Control::Instruction),
    ("legal", Control::Instruction),
    ("instructions", Control::Instruction),
];

pub(super) fn control(item: &Spot<'_>) -> Control {
    let named = |name| item.extensions(name).iter().find_map(|extension| known(extension.fields));
    named("itemControl").or_else(|| named("displayCategory")).unwrap_or_default()
}

/// The first code of the concept that is known.
fn known(extension: &serde_json::Map<String, Json>) -> Option<Control> {
    let codings = extension.get("valueCodeableConcept")?.get("coding")?.as_array()?;
    let codes = codings.iter().filter_map(|coding| coding.get("code")?.as_str());
    codes
        .filter_map(|code| CONTROLS.iter().find(|(name, _)| *name == code))
        .map(|(_, control)| *control)
        .next()
}

pub(super) fn orientation(item: &Spot<'_>) -> Orientation {
    let horizontal =
        |extension: &Spot<'_>| extension.fields.get("valueCode").and_then(Json::as_str) == Some("horizontal");
    if item.extensions("choiceOrientation").iter().any(horizontal) {
        Orientation::Horizontal
    } else {
        Orientation::default()
    }
}

/// True if nobody is to see the item while filling the form in.
pub(super) fn hidden(item: &Spot<'_>) -> bool {
    let only_afterwards = |extension: &Spot<'_>| {
        let mode = extension.fields.get("valueCode").and_then(Json::as_str);
        mode.is_some_and(|mode| mode.starts_with("display"))
    };
    item.extension_value("hidden", super::spot::yes).unwrap_or_default()
        || item.extensions("usageMode").iter().any(only_afterwards)
}

pub(super) fn entry_format(item: &Spot<'_>) -> Option<String> {
    item.extension_value("entryFormat", words)
}
