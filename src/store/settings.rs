//! Small things to remember under a name, such as the language or when the clinic was last asked.

use super::{Reader, StoreError, Tx};
use serde::{Serialize, de::DeserializeOwned};

impl Tx<'_> {
    /// Remembers `value` under `key`, in place of what was there.
    pub fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO setting (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, value],
        )?;
        Ok(())
    }

    /// Remembers `value` under `key` as JSON, in place of what was there.
    ///
    /// # Errors
    /// [`StoreError::Bug`] for what has no JSON form.
    pub fn set_json(&self, key: &str, value: &impl Serialize) -> Result<(), StoreError> {
        // What serde says of it may hold what the patient wrote.
        let json = serde_json::to_string(value).map_err(|_| StoreError::Bug(format!("{key} is no JSON")))?;
        self.set(key, &json)
    }
}

impl Reader<'_> {
    /// What is remembered under `key`.
    pub fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.one("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))
    }

    /// What is remembered under `key` as JSON; `None` also where it cannot be read any more.
    pub fn get_json<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        Ok(self.get(key)?.and_then(|json| serde_json::from_str(&json).ok()))
    }
}
