//! Linux: the Secret Service (GNOME Keyring, `KWallet`), reached over the session bus.

use keyring_core::{CredentialStore, Result};
use std::sync::Arc;

pub(super) fn find() -> Result<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = zbus_secret_service_keyring_store::Store::new()?;
    Ok(store)
}
