//! Small things to remember under a name, such as the language or when the clinic was last asked.

use super::{Reader, StoreError, Tx};

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
}

impl Reader<'_> {
    /// What is remembered under `key`.
    pub fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.one("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))
    }
}
