//! Finds a form by its name: the clinic's own, else the one that is built in.

use crate::{
    fhir,
    store::{Reader, StoreError},
};
use serde_json::Value;

/// The `Questionnaire` the protocol means by `name`; `None` if there is none on this phone.
pub(in crate::app) fn find(_reader: &Reader<'_>, name: &str) -> Result<Option<Value>, StoreError> {
    Ok(fhir::built_in::form(name))
}
