//! What the clinic's server answered, taken apart but not judged.

use super::{ClinicError, http::Reply};
use crate::fhir::bundle;
use chrono::{DateTime, Utc};
use reqwest::header::{ETAG, LOCATION};
use serde_json::Value;
use std::{fmt, time::Duration};

/// One answer of a FHIR server, success or not.
#[derive(Clone, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The JSON it carried, if it carried any.
    pub body: Option<Value>,
    /// The version as the server names it, ready to be sent back in `If-Match`; opaque.
    pub etag: Option<String>,
    /// Where the server says that what it took is.
    pub location: Option<String>,
    /// What the server's clock showed.
    pub date: Option<DateTime<Utc>>,
    /// How long the server asked to be left alone.
    pub retry_after: Option<Duration>,
    /// How long the server said this holds (`Expires`).
    pub holds_for: Option<Duration>,
}

impl Answer {
    /// Takes the reply apart. A page where data belongs, and data that ends in the middle, are errors at once:
    /// neither says anything about the record asked for.
    pub(super) fn of(reply: &Reply) -> Result<Self, ClinicError> {
        let retry_after = reply.retry_after();
        if reply.is_page() {
            return Err(match reply.status {
                // Something before the server (a gateway, a proxy) speaks; only its own troubles count.
                429 | 500..=599 => {
                    ClinicError::of_status(reply.status, retry_after).unwrap_or(ClinicError::CaptivePortal)
                }
                413 => ClinicError::Refused { status: 413 },
                // Not the clinic's word on this record, so never a reason to set the record aside.
                404 => ClinicError::ServerFault { status: 404 },
                _ => ClinicError::CaptivePortal,
            });
        }
        let body = match serde_json::from_slice::<Value>(&reply.body) {
            Ok(value) => Some(value),
            Err(_) if reply.body.iter().all(u8::is_ascii_whitespace) => None,
            Err(error) if error.is_eof() => return Err(ClinicError::CutShort),
            Err(_) if (200..=299).contains(&reply.status) => {
                return Err(ClinicError::NotUnderstood("not JSON"));
            }
            // The status says enough; some servers explain it in plain text.
            Err(_) => None,
        };
        Ok(Self {
            status: reply.status,
            body,
            etag: reply.header(&ETAG).map(str::to_owned),
            location: reply.header(&LOCATION).map(str::to_owned),
            date: reply.date(),
            retry_after,
            holds_for: reply.holds_for(),
        })
    }

    /// One part of the answer to a batch; `date` is of the whole.
    pub(super) fn of_part(part: bundle::Answer, date: Option<DateTime<Utc>>) -> Self {
        Self {
            status: part.status,
            body: part.body,
            etag: None,
            location: None,
            date,
            retry_after: None,
            holds_for: None,
        }
    }

    /// This answer if it is a success, else the error its status stands for.
    pub fn ok(self) -> Result<Self, ClinicError> {
        match ClinicError::of_status(self.status, self.retry_after) {
            None => Ok(self),
            Some(error) => Err(error),
        }
    }

    /// The type of the resource it carries.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.body.as_ref()?.get("resourceType")?.as_str()
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("kind", &self.kind())
            .finish_non_exhaustive()
    }
}
