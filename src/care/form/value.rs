//! One answer as a value: of one of FHIR's types, and never written into a log.

use super::{Decimal, PartialDate, PartialDateTime};
use crate::care::Private;
use chrono::NaiveTime;
use std::fmt;

/// A value: an answer, an option, a bound.
#[derive(Clone, PartialEq)]
pub enum Value {
    Boolean(bool),
    Decimal(Decimal),
    Integer(i32),
    Date(PartialDate),
    DateTime(PartialDateTime),
    Time(NaiveTime),
    /// `string` and `text`.
    Text(Private),
    Uri(Private),
    Coding(Coding),
    Quantity(Quantity),
    Attachment(Attachment),
}

/// A code of a system, with its words.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Coding {
    pub system: Option<String>,
    pub version: Option<String>,
    pub code: Option<String>,
    pub display: Option<String>,
}

/// A number with its unit.
#[derive(Clone, PartialEq, Default)]
pub struct Quantity {
    pub value: Option<Decimal>,
    /// The unit in words.
    pub unit: Option<String>,
    pub system: Option<String>,
    pub code: Option<String>,
}

/// A file.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Attachment {
    /// The MIME type.
    pub content_type: Option<String>,
    pub title: Option<String>,
    /// In bytes.
    pub size: Option<u64>,
    /// The bytes as base64.
    pub data: Option<String>,
    pub url: Option<String>,
}

impl fmt::Debug for Value {
    /// Names the type only: an answer is health text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Boolean(_) => "Boolean(..)",
            Self::Decimal(_) => "Decimal(..)",
            Self::Integer(_) => "Integer(..)",
            Self::Date(_) => "Date(..)",
            Self::DateTime(_) => "DateTime(..)",
            Self::Time(_) => "Time(..)",
            Self::Text(_) => "Text(..)",
            Self::Uri(_) => "Uri(..)",
            Self::Coding(_) => "Coding(..)",
            Self::Quantity(_) => "Quantity(..)",
            Self::Attachment(_) => "Attachment(..)",
        })
    }
}

impl fmt::Debug for Coding {
    /// Leaves everything out: chosen, it is an answer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Coding(..)")
    }
}

impl fmt::Debug for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Quantity(..)")
    }
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Attachment(..)")
    }
}
