//! A question to the clinic's server: one record, or all records of a type that fit.

use crate::care::Id;
use url::form_urlencoded::Serializer;

/// One read or one search. `Debug` shows no parameters: they name the patient.
#[derive(Clone, PartialEq, Eq)]
pub struct Ask {
    kind: String,
    id: Option<Id>,
    params: Vec<(String, String)>,
}

impl Ask {
    /// Reads the record `id` of the FHIR type `kind`.
    pub fn one(kind: &str, id: &Id) -> Self {
        Self { kind: kind.to_owned(), id: Some(id.clone()), params: Vec::new() }
    }

    /// Searches the FHIR type `kind`.
    pub fn all(kind: &str) -> Self {
        Self { kind: kind.to_owned(), id: None, params: Vec::new() }
    }

    /// Adds a search parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.push((name.to_owned(), value.into()));
        self
    }

    /// The FHIR type asked for.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The record asked for, if it is one.
    pub fn id(&self) -> Option<&Id> {
        self.id.as_ref()
    }

    /// The address below the base.
    pub(super) fn relative(&self) -> String {
        let mut path = self.kind.clone();
        if let Some(id) = &self.id {
            path.push('/');
            path.push_str(id.as_str());
        }
        if !self.params.is_empty() {
            path.push('?');
            path.push_str(&Serializer::new(String::new()).extend_pairs(&self.params).finish());
        }
        path
    }
}

impl std::fmt::Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ask").field("kind", &self.kind).field("id", &self.id).finish_non_exhaustive()
    }
}
