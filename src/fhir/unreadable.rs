//! Why a resource cannot be read: where in it and what is wrong, never what it says.

/// A resource, or a part of one, that this app cannot read for certain.
///
/// Neither the path nor the message holds anything of the resource's content: the path is made of field
/// names this app asked for and of positions, so it may be logged and shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {what}")]
pub struct Unreadable {
    /// Where, in the manner of `FHIRPath`: `Appointment.participant[0].actor.reference`.
    pub path: String,
    pub what: What,
}

/// What is wrong at that place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum What {
    #[error("missing")]
    Missing,
    #[error("not the type FHIR defines")]
    WrongType,
    #[error("a code this app does not know")]
    UnknownCode,
    #[error("not a date or time that can be used here")]
    BadDate,
    /// A `modifierExtension`: it may say the opposite of everything else.
    #[error("a modifier this app does not know")]
    UnknownModifier,
    /// `implicitRules`: the resource cannot be understood without rules this app does not have.
    #[error("rules this app does not know")]
    UnknownRules,
    /// FHIR allows it, but showing the rest without it could mislead.
    #[error("something this app cannot show")]
    NotSupported,
    #[error("not a reference")]
    BadReference,
    /// It names a record that does not lie on this clinic's server, so it cannot be looked up.
    #[error("a record this app cannot look up")]
    OutOfReach,
    #[error("not an identifier")]
    BadId,
    #[error("a number outside its range")]
    OutOfRange,
    /// Two things where one is meant, and no way to tell which.
    #[error("more than one where one is meant")]
    Ambiguous,
    /// The text is not JSON, the bytes are not text, or the length is not the one stated.
    #[error("damaged or not the announced format")]
    Damaged,
    /// A document that is JSON but not of the expected shape; both count from 1.
    #[error("not the expected document (line {line}, column {column})")]
    BadDocument { line: usize, column: usize },
}

impl Unreadable {
    pub(super) fn new(path: impl Into<String>, what: What) -> Self {
        Self { path: path.into(), what }
    }
}
