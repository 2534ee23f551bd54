//! `CarePlan`: what a clinician wrote for this patient to do, and which medicine lines it stands behind.
//!
//! - The things to do are `activity.detail`. An activity that only refers to another record is shown by
//!   that record, if at all.
//! - The medicine lines the plan names are the `MedicationRequest`s and `MedicationStatement`s in
//!   `activity.reference` and `supportingInfo`. (`detail.productReference` names a substance, not a line.)
//! - The protocol is the one `Library` in `supportingInfo`; where there is none, [`canonicals`] has what
//!   the plan says it follows.

mod item;

pub(super) use item::{form as form_of, task as task_of};

use super::element::Element;
use super::reference::{Reference, Target};
use super::task::ASKED_FOR;
use super::{Resource, Unreadable, What};
use crate::care::{Id, MedicineRecord, Plan, PlanItem, PlanState};

const STATES: [(&str, PlanState); 7] = [
    ("active", PlanState::Active),
    ("on-hold", PlanState::OnHold),
    ("draft", PlanState::NotInForce),
    ("revoked", PlanState::NotInForce),
    ("completed", PlanState::NotInForce),
    ("entered-in-error", PlanState::NotInForce),
    ("unknown", PlanState::NotInForce),
];

const MEDICINES: [(&str, MedicineRecord); 2] =
    [("MedicationRequest", MedicineRecord::Request), ("MedicationStatement", MedicineRecord::Statement)];

/// A medicine line by its type and id.
type Line = (MedicineRecord, Id);

/// A definition by its lasting address: `url|version`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canonical {
    pub url: String,
    /// `None` means whichever is current.
    pub version: Option<String>,
}

pub(super) fn read(resource: &Resource) -> Result<Plan, Unreadable> {
    let root = Element::root(resource)?;
    let state = root.need("status", root.code("status", &STATES)?)?;
    let asked_for = root.need("intent", root.code("intent", &ASKED_FOR)?)?;
    let (protocol, mut medicines) = supporting(&root)?;
    let mut items = Vec::new();
    for activity in root.acted_upon("activity")? {
        if let Some(reference) = Reference::one(&activity, "reference")? {
            medicines.extend(medicine(&root, &reference)?);
        }
        let Some(detail) = activity.child("detail")? else { continue };
        let item = item::read(&activity, &detail.without_modifiers()?)?;
        if items.iter().any(|other: &PlanItem| other.id == item.id) {
            return Err(activity.wrong("id", What::Ambiguous));
        }
        items.push(item);
    }
    medicines.sort();
    medicines.dedup();
    let teams = Reference::many(&root, "careTeam")?;
    Ok(Plan {
        id: resource.id.clone(),
        title: root.text("title")?.map(str::to_owned),
        state: if asked_for { state } else { PlanState::NotInForce },
        protocol,
        team: teams.iter().find_map(|team| team.to(&["CareTeam"])).cloned(),
        items,
        medicines,
    })
}

/// The definitions a `CarePlan` says it follows (`instantiatesCanonical`), in its order.
///
/// # Errors
/// [`Unreadable`] when the field is not a list of texts.
pub fn canonicals(plan: &Resource) -> Result<Vec<Canonical>, Unreadable> {
    let followed = Element::root(plan)?.texts("instantiatesCanonical")?;
    let canonical = |text: &str| match text.split_once('|') {
        Some((url, version)) => Canonical { url: url.to_owned(), version: Some(version.to_owned()) },
        None => Canonical { url: text.to_owned(), version: None },
    };
    Ok(followed.into_iter().map(canonical).collect())
}

/// The protocol and the medicine lines in `supportingInfo`.
fn supporting(root: &Element<'_>) -> Result<(Option<Id>, Vec<Line>), Unreadable> {
    let (mut protocol, mut medicines) = (None, Vec::new());
    for reference in Reference::many(root, "supportingInfo")? {
        medicines.extend(medicine(root, &reference)?);
        if let Some(library) = local(root, &reference, &["Library"])? {
            if protocol.as_ref().is_some_and(|other| *other != library) {
                return Err(reference.wrong(What::Ambiguous));
            }
            protocol = Some(library);
        }
    }
    Ok((protocol, medicines))
}

/// The medicine line a reference leads to, with its type: two types may use the same id.
fn medicine(root: &Element<'_>, to: &Reference<'_>) -> Result<Option<Line>, Unreadable> {
    for (kind, record) in MEDICINES {
        if let Some(id) = local(root, to, &[kind])? {
            return Ok(Some((record, id)));
        }
    }
    Ok(None)
}

/// The record of one of these `kinds` a reference leads to, if it leads to one.
///
/// When it leads to one this app cannot look up, the plan as a whole is unreadable: leaving the line out in
/// silence would show a plan the clinician did not write.
fn local(root: &Element<'_>, to: &Reference<'_>, kinds: &[&str]) -> Result<Option<Id>, Unreadable> {
    let kind = match &to.target {
        Target::Local { .. } => return Ok(to.to(kinds).cloned()),
        Target::Elsewhere { kind } => *kind,
        Target::Contained(name) => contained_kind(root, name)?,
    };
    if kind.is_some_and(|kind| kinds.contains(&kind)) { Err(to.wrong(What::OutOfReach)) } else { Ok(None) }
}

fn contained_kind<'a>(root: &Element<'a>, name: &str) -> Result<Option<&'a str>, Unreadable> {
    for contained in root.children("contained")? {
        if contained.text("id")? == Some(name) {
            return contained.text("resourceType");
        }
    }
    Ok(None)
}
