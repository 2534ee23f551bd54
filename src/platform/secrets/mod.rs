//! The system's keystore: the only place where the store's key and the sign-in live.

mod memory;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(target_os = "android", path = "android.rs")]
#[cfg_attr(target_os = "ios", path = "ios.rs")]
mod system;

pub use memory::MemorySecrets;

use super::paths;
use keyring_core::{CredentialStore, Entry, Error};
use std::{
    path::Path,
    sync::{Arc, Mutex},
};
use zeroize::Zeroizing;

/// The name our entries carry in the keystore; a person may see it there.
const SERVICE: &str = "cairn";

/// Keeps small secrets under a name. Every call may wait for the system, so none belongs on the UI's thread.
pub trait Secrets: Send + Sync {
    /// The secret under `name`, if there is one.
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, SecretsError>;
    /// Puts `secret` under `name`, in place of what was there.
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretsError>;
    /// Removes what is under `name`; nothing there is fine.
    fn delete(&self, name: &str) -> Result<(), SecretsError>;
}

/// Why the keystore did not help. None of these means that a secret is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SecretsError {
    /// This system runs no keystore at all.
    #[error("there is no keystore")]
    Missing,
    /// There is one and it is locked, or its owner said no.
    #[error("the keystore is locked")]
    Locked,
    /// It answered with a fault of its own.
    #[error("the keystore has a fault")]
    Faulty,
}

/// The keystore of the system this runs on. It is looked for anew until it is found, so that a person can
/// unlock it and simply try again.
pub struct Keystore {
    service: String,
    found: Mutex<Option<Arc<CredentialStore>>>,
}

impl std::fmt::Debug for Keystore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keystore")
    }
}

impl Keystore {
    /// The secrets that go with the files in `data_dir`. A folder of the person's own choice has secrets of
    /// its own, so that two of them on one desk never mix.
    #[must_use]
    pub fn of(data_dir: &Path) -> Self {
        let usual = paths::data_dir().is_ok_and(|usual| usual == data_dir);
        let service = if usual { SERVICE.to_owned() } else { format!("{SERVICE} {}", data_dir.display()) };
        Self { service, found: Mutex::default() }
    }

    /// Asks, and if the keystore has a fault looks for it anew and asks once more: it may have been restarted,
    /// and then the connection kept from before is dead.
    fn ask<T>(&self, name: &str, ask: impl Fn(&Entry) -> Result<T, Error>) -> Result<T, SecretsError> {
        let once = || ask(&self.entry(name)?).map_err(|error| classify(&error));
        match once() {
            Err(SecretsError::Faulty) => {
                self.found.lock().map_err(|_| SecretsError::Faulty)?.take();
                once()
            }
            answer => answer,
        }
    }

    fn entry(&self, name: &str) -> Result<Entry, SecretsError> {
        let mut found = self.found.lock().map_err(|_| SecretsError::Faulty)?;
        let store = match found.as_ref() {
            Some(store) => Arc::clone(store),
            None => Arc::clone(found.insert(system::find().map_err(|_| SecretsError::Missing)?)),
        };
        store.build(&self.service, name, None).map_err(|error| classify(&error))
    }
}

impl Secrets for Keystore {
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, SecretsError> {
        self.ask(name, |entry| match entry.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretsError> {
        self.ask(name, |entry| entry.set_secret(secret))
    }

    fn delete(&self, name: &str) -> Result<(), SecretsError> {
        self.ask(name, |entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
    }
}

/// The message of the system is left out: it may quote what we asked it to keep.
fn classify(error: &Error) -> SecretsError {
    match error {
        Error::NoStorageAccess(_) => SecretsError::Locked,
        Error::NoDefaultStore => SecretsError::Missing,
        _ => SecretsError::Faulty,
    }
}
