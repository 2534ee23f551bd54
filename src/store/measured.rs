//! How feelings, sleep, severity and earlier forms stand in a column: texts of ours, lists and forms as JSON.

use crate::care::{CheckIn, Feeling, Id, Listed, LoggedEffect, Private, Score, Severity, Sleep};
use chrono::DateTime;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

/// Marks a feeling in the patient's own words; no code of the list holds a colon.
const OWN: &str = "own:";

/// Several feelings, in their order.
pub(super) struct Feelings(pub(super) Vec<Feeling>);

impl ToSql for Feelings {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        json(&texts(&self.0))
    }
}

impl FromSql for Feelings {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        feelings(parse(value)?).map(Self)
    }
}

impl ToSql for Sleep {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.in_minutes().into())
    }
}

impl FromSql for Sleep {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::new(u16::column_result(value)?).map_err(FromSqlError::other)
    }
}

impl ToSql for Severity {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.value().into())
    }
}

impl FromSql for Severity {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = u8::column_result(value)?;
        Self::of_value(number).ok_or(FromSqlError::OutOfRange(number.into()))
    }
}

/// How a check-in was; its id stands in a column of its own.
#[derive(Serialize, Deserialize)]
pub(super) struct CheckInForm {
    at: i64,
    zone: String,
    mood: Score,
    anxiety: Score,
    feelings: Vec<String>,
    sleep_minutes: Option<u16>,
    words: Option<Private>,
    changed_at: Option<i64>,
}

impl From<&CheckIn> for CheckInForm {
    fn from(check_in: &CheckIn) -> Self {
        Self {
            at: check_in.at.timestamp_millis(),
            zone: check_in.zone.name().to_owned(),
            mood: check_in.mood,
            anxiety: check_in.anxiety,
            feelings: texts(&check_in.feelings),
            sleep_minutes: check_in.sleep.map(Sleep::in_minutes),
            words: check_in.words.clone(),
            changed_at: check_in.changed.map(|at| at.timestamp_millis()),
        }
    }
}

impl CheckInForm {
    pub(super) fn of(self, id: Id) -> FromSqlResult<CheckIn> {
        Ok(CheckIn {
            id,
            at: instant(self.at)?,
            zone: self.zone.parse().map_err(FromSqlError::other)?,
            mood: self.mood,
            anxiety: self.anxiety,
            feelings: feelings(self.feelings)?,
            sleep: self.sleep_minutes.map(Sleep::new).transpose().map_err(FromSqlError::other)?,
            words: self.words,
            changed: self.changed_at.map(instant).transpose()?,
        })
    }
}

/// How a side effect was; its id stands in a column of its own.
#[derive(Serialize, Deserialize)]
pub(super) struct EffectForm {
    effect: String,
    part: Option<String>,
    severity: Option<u8>,
    began_at: i64,
    zone: String,
    ended_at: Option<i64>,
    note: Option<Private>,
    changed_at: i64,
}

impl From<&LoggedEffect> for EffectForm {
    fn from(effect: &LoggedEffect) -> Self {
        Self {
            effect: effect.effect.clone(),
            part: effect.part.clone(),
            severity: effect.severity.map(Severity::value),
            began_at: effect.began.timestamp_millis(),
            zone: effect.zone.name().to_owned(),
            ended_at: effect.ended.map(|at| at.timestamp_millis()),
            note: effect.note.clone(),
            changed_at: effect.changed.timestamp_millis(),
        }
    }
}

impl EffectForm {
    pub(super) fn of(self, id: Id) -> FromSqlResult<LoggedEffect> {
        let severity = |value: u8| Severity::of_value(value).ok_or(FromSqlError::OutOfRange(value.into()));
        Ok(LoggedEffect {
            id,
            effect: self.effect,
            part: self.part,
            severity: self.severity.map(severity).transpose()?,
            began: instant(self.began_at)?,
            zone: self.zone.parse().map_err(FromSqlError::other)?,
            ended: self.ended_at.map(instant).transpose()?,
            note: self.note,
            changed: instant(self.changed_at)?,
        })
    }
}

/// Anything of ours as JSON.
pub(super) struct Json<T>(pub(super) T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        json(&self.0)
    }
}

impl<T: for<'de> Deserialize<'de>> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        parse(value).map(Self)
    }
}

fn texts(feelings: &[Feeling]) -> Vec<String> {
    let text = |feeling: &Feeling| match feeling {
        Feeling::Listed(listed) => listed.code().to_owned(),
        Feeling::Own(words) => format!("{OWN}{}", words.reveal()),
    };
    feelings.iter().map(text).collect()
}

fn feelings(texts: Vec<String>) -> FromSqlResult<Vec<Feeling>> {
    let feeling = |text: String| match text.strip_prefix(OWN) {
        Some(words) => Ok(Feeling::Own(Private::new(words))),
        None => Listed::of_code(&text).map(Feeling::Listed).ok_or(FromSqlError::InvalidType),
    };
    texts.into_iter().map(feeling).collect()
}

fn instant(millis: i64) -> FromSqlResult<DateTime<chrono::Utc>> {
    DateTime::from_timestamp_millis(millis).ok_or(FromSqlError::OutOfRange(millis))
}

fn json<T: Serialize>(value: &T) -> rusqlite::Result<ToSqlOutput<'static>> {
    let text = serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    Ok(text.into())
}

fn parse<T: for<'de> Deserialize<'de>>(value: ValueRef<'_>) -> FromSqlResult<T> {
    serde_json::from_str(value.as_str()?).map_err(FromSqlError::other)
}
