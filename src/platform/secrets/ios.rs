//! iOS: the data-protection Keychain.

use keyring_core::{CredentialStore, Result};
use std::sync::Arc;

pub(super) fn find() -> Result<Arc<CredentialStore>> {
    let store: Arc<CredentialStore> = apple_native_keyring_store::protected::Store::new()?;
    Ok(store)
}
