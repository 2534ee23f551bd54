//! The sample clinic of practice mode.

use super::Unreadable;
use chrono::NaiveDate;
use serde_json::Value;

/// The sample clinic's resources with dates around `today`.
pub fn resources(_today: NaiveDate) -> Result<Vec<Value>, Unreadable> {
    Ok(Vec::new())
}
