//! How values of care stand in a column: instants as UTC milliseconds, the rest as short text.

use crate::care::{Id, Private, Refusal, Score, Subject, VisitKind};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// An instant, cut to the millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Millis(pub(super) DateTime<Utc>);

impl ToSql for Millis {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.timestamp_millis().into())
    }
}

impl FromSql for Millis {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let millis = value.as_i64()?;
        DateTime::from_timestamp_millis(millis).map(Self).ok_or(FromSqlError::OutOfRange(millis))
    }
}

/// A time zone, by its IANA name.
pub(super) struct Zone(pub(super) Tz);

impl ToSql for Zone {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.name().into())
    }
}

impl FromSql for Zone {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Self).map_err(FromSqlError::other)
    }
}

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::new(value.as_str()?).map_err(FromSqlError::other)
    }
}

impl ToSql for Private {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.reveal().into())
    }
}

impl FromSql for Private {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str().map(Self::new)
    }
}

impl ToSql for Score {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.value().into())
    }
}

impl FromSql for Score {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::new(u8::column_result(value)?).map_err(FromSqlError::other)
    }
}

impl ToSql for VisitKind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

impl FromSql for VisitKind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_code(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

impl ToSql for Refusal {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let code = match self {
            Self::NotUnderstood => "not-understood",
            Self::NotAllowed => "not-allowed",
            Self::Conflict => "conflict",
            Self::Gone => "gone",
            Self::TooLarge => "too-large",
            Self::CameBack => "came-back",
        };
        Ok(code.into())
    }
}

impl FromSql for Refusal {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "not-understood" => Ok(Self::NotUnderstood),
            "not-allowed" => Ok(Self::NotAllowed),
            "conflict" => Ok(Self::Conflict),
            "gone" => Ok(Self::Gone),
            "too-large" => Ok(Self::TooLarge),
            "came-back" => Ok(Self::CameBack),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for Subject {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let code = match self {
            Self::Visit => "visit",
            Self::Plan => "plan",
            Self::Protocol => "protocol",
            Self::Medicine => "medicine",
            Self::Wish => "wish",
        };
        Ok(code.into())
    }
}

impl FromSql for Subject {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "visit" => Ok(Self::Visit),
            "plan" => Ok(Self::Plan),
            "protocol" => Ok(Self::Protocol),
            "medicine" => Ok(Self::Medicine),
            "wish" => Ok(Self::Wish),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

/// A number of rows as `SQLite` counts them.
pub(super) fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// A count that `SQLite` made; it cannot be negative.
pub(super) fn count(rows: i64) -> usize {
    usize::try_from(rows).unwrap_or_default()
}
