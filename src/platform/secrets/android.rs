//! Android: a key in the Android Keystore wraps what is kept in the app's private preferences.

use keyring_core::{CredentialStore, Result};
use std::sync::Arc;

pub(super) fn find() -> Result<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = android_native_keyring_store::Store::new()?;
    Ok(store)
}
