//! Decides, from what is wanted and what the server has, what to write and in which order.
//!
//! A document or a plan that is not in force yet is written as a draft first and put in force at the very end,
//! when everything it stands on is there. One that is in force is replaced in a single step, at the very end
//! too: a patient is never without a plan in between.

use cairn::fhir::desk::Publication;
use cairn::fhir::same_but_meta;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// One resource as it is wanted and as the server has it.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) wanted: Value,
    pub(crate) there: Option<There>,
}

/// What the server has.
#[derive(Debug)]
pub(crate) struct There {
    pub(crate) resource: Value,
    /// For `If-Match`.
    pub(crate) etag: Option<String>,
}

/// The resources of a publication, each beside what the server has.
#[derive(Debug, Default)]
pub(crate) struct Compared {
    pub(crate) documents: Vec<Pair>,
    pub(crate) records: Vec<Pair>,
    pub(crate) plans: Vec<Pair>,
}

/// One thing to do.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) verb: Verb,
    pub(crate) resource: Value,
    /// The version to write over; none where the server has none, or where an earlier step has written.
    pub(crate) over: Option<String>,
}

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Keep,
    Create,
    Update,
    Draft,
    Activate,
}

/// One thing done: `CarePlan/sample-plan` and what happened to it.
#[derive(Debug, Serialize)]
pub(crate) struct Done {
    pub(crate) resource: String,
    #[serde(rename = "action")]
    pub(crate) verb: Verb,
}

/// The name under which a resource is written: `Library/kap-im-default-v1`.
pub(crate) fn name_of(resource: &Value) -> String {
    let field = |name| resource.get(name).and_then(Value::as_str).unwrap_or_default();
    format!("{}/{}", field("resourceType"), field("id"))
}

/// The steps in order, or the name of a document in force that would say something else under the same version.
pub(crate) fn decide(compared: Compared, replace: bool) -> Result<Vec<Step>, String> {
    let clash = compared.documents.iter().find(|pair| !replace && pair.in_force() && !pair.is_same());
    if let Some(clash) = clash {
        return Err(name_of(&clash.wanted));
    }
    let (mut steps, mut last) = (Vec::new(), Vec::new());
    for pair in compared.documents {
        pair.drafted(&mut steps, &mut last);
    }
    steps.extend(compared.records.into_iter().map(Pair::written));
    for pair in compared.plans {
        pair.drafted(&mut steps, &mut last);
    }
    steps.append(&mut last);
    Ok(steps)
}

impl Compared {
    /// Puts each wanted resource beside what `there` finds of it.
    pub(crate) async fn with<E>(
        wanted: Publication,
        mut there: impl AsyncFnMut(&Value) -> Result<Option<There>, E>,
    ) -> Result<Self, E> {
        let mut compared = Self::default();
        for (list, wanted) in [
            (&mut compared.documents, wanted.documents),
            (&mut compared.records, wanted.records),
            (&mut compared.plans, wanted.plans),
        ] {
            for wanted in wanted {
                let there = there(&wanted).await?;
                list.push(Pair { wanted, there });
            }
        }
        Ok(compared)
    }
}

impl Pair {
    fn is_same(&self) -> bool {
        self.there.as_ref().is_some_and(|there| same_but_meta(&there.resource, &self.wanted))
    }

    /// A time that somebody has: to write it again as free would give it to another patient as well.
    fn is_given_away(&self) -> bool {
        let field = |name| self.there.as_ref()?.resource.get(name)?.as_str();
        field("resourceType") == Some("Slot") && field("status") != Some("free")
    }

    fn in_force(&self) -> bool {
        let status = self.there.as_ref().and_then(|there| there.resource.get("status"));
        status.and_then(Value::as_str) == Some("active")
    }

    fn written(self) -> Step {
        let verb = match &self.there {
            Some(_) if self.is_same() || self.is_given_away() => Verb::Keep,
            Some(_) => Verb::Update,
            None => Verb::Create,
        };
        Step { verb, resource: self.wanted, over: self.there.and_then(|there| there.etag) }
    }

    fn drafted(self, first: &mut Vec<Step>, last: &mut Vec<Step>) {
        if self.in_force() {
            let step = self.written();
            let when = if step.verb == Verb::Keep { first } else { last };
            when.push(step);
            return;
        }
        let mut draft = self.wanted.clone();
        if let Some(status) = draft.get_mut("status") {
            *status = Value::from("draft");
        }
        let over = self.there.as_ref().and_then(|there| there.etag.clone());
        if self.there.is_some_and(|there| same_but_meta(&there.resource, &draft)) {
            last.push(Step { verb: Verb::Activate, resource: self.wanted, over });
        } else {
            first.push(Step { verb: Verb::Draft, resource: draft, over });
            last.push(Step { verb: Verb::Activate, resource: self.wanted, over: None });
        }
    }
}

impl Verb {
    const fn word(self) -> &'static str {
        match self {
            Self::Keep => "unchanged",
            Self::Create => "created",
            Self::Update => "updated",
            Self::Draft => "drafted",
            Self::Activate => "activated",
        }
    }
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<9} {}", self.verb.word(), self.resource)
    }
}

impl Serialize for Verb {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}
