//! A keystore that forgets everything when the program ends: for tests, and for nothing else.

use super::{Secrets, SecretsError};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard},
};
use zeroize::Zeroizing;

type Kept = HashMap<String, Zeroizing<Vec<u8>>>;

/// Secrets in memory. It can be locked to see what the app does then.
#[derive(Default)]
pub struct MemorySecrets {
    kept: Mutex<Kept>,
    /// From the how-manieth call on it refuses, and how.
    refuses: Mutex<Option<(usize, SecretsError)>>,
}

impl std::fmt::Debug for MemorySecrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MemorySecrets")
    }
}

impl MemorySecrets {
    /// From now on every call answers `error`; with `None` it works again.
    pub fn refuse_with(&self, error: Option<SecretsError>) {
        if let Ok(mut refuses) = self.refuses.lock() {
            *refuses = error.map(|error| (0, error));
        }
    }

    /// After so many more calls every call answers `error`.
    pub fn refuse_after(&self, calls: usize, error: SecretsError) {
        if let Ok(mut refuses) = self.refuses.lock() {
            *refuses = Some((calls, error));
        }
    }

    fn open(&self) -> Result<MutexGuard<'_, Kept>, SecretsError> {
        match self.refuses.lock().map_err(|_| SecretsError::Faulty)?.as_mut() {
            Some((0, error)) => return Err(*error),
            Some((calls, _)) => *calls -= 1,
            None => {}
        }
        self.kept.lock().map_err(|_| SecretsError::Faulty)
    }
}

impl Secrets for MemorySecrets {
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, SecretsError> {
        Ok(self.open()?.get(name).cloned())
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretsError> {
        self.open()?.insert(name.to_owned(), Zeroizing::new(secret.to_vec()));
        Ok(())
    }

    fn delete(&self, name: &str) -> Result<(), SecretsError> {
        self.open()?.remove(name);
        Ok(())
    }
}
