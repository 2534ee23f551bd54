//! What a chosen answer counts (SDC `weight()`, and `ordinal()` before it).

use super::node::Node;
use super::run::World;
use crate::care::form::{AnswerOption, Value};

/// The extensions that say what a code or an option counts.
const EXTENSIONS: [&str; 3] = [
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
];

/// What an answer of the response, its value, or an option of the questionnaire counts: as it says itself, else as
/// the option of its item that was chosen.
pub(super) fn of<'a>(world: &World<'a>, node: &Node<'a>) -> Option<Node<'a>> {
    let inner = node.member("value");
    own(node).or_else(|| inner.iter().find_map(own)).or_else(|| {
        let item = world.items.get(world.owner(node)?)?;
        let chosen = inner.first().unwrap_or(node).value()?;
        let option = item.options.iter().find(|option| is_chosen(option, &chosen))?;
        option.weight.map(Node::Decimal)
    })
}

fn own<'a>(node: &Node<'a>) -> Option<Node<'a>> {
    let extensions = node.member("extension");
    let weighs = |extension: &&Node<'a>| extension.text("url").is_some_and(|url| EXTENSIONS.contains(&url));
    extensions.iter().find(weighs).and_then(|extension| extension.member("value").into_iter().next())
}

fn is_chosen(option: &AnswerOption, chosen: &Value) -> bool {
    match (&option.value, chosen) {
        (Value::Coding(option), Value::Coding(chosen)) => {
            option.code == chosen.code && option.system == chosen.system
        }
        (option, chosen) => option == chosen,
    }
}
