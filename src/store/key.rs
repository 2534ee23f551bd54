//! The key of one store: 32 random bytes that leave no trace in a log and are wiped when dropped.

use sha2::{Digest, Sha256};
use std::fmt::{self, Write};
use zeroize::Zeroizing;

/// Bytes of the key.
const KEY_BYTES: usize = 32;
/// Bytes of the salt, with which every `SQLCipher` file begins.
pub(super) const SALT_BYTES: usize = 16;

/// The raw 256-bit key of a store. It must be random: nothing is derived from a passphrase here.
#[derive(Clone)]
pub struct StoreKey(Zeroizing<[u8; KEY_BYTES]>);

impl StoreKey {
    /// Takes 32 random bytes as a key.
    #[must_use]
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The salt this key writes at the start of its file: the one part that is not encrypted.
    ///
    /// `SQLCipher` would take a random salt. Ours follows from the key, which is as good for a key that is
    /// random itself, and lets a wrong key be told from a damaged file: the first 16 bytes name the key.
    pub(super) fn salt(&self) -> [u8; SALT_BYTES] {
        let digest = Sha256::new().chain_update(b"cairn store salt").chain_update(*self.0).finalize();
        let mut salt = [0; SALT_BYTES];
        salt.iter_mut().zip(digest).for_each(|(byte, hashed)| *byte = hashed);
        salt
    }

    /// The statement that unlocks a connection.
    pub(super) fn pragma(&self) -> Zeroizing<String> {
        // Room for all of it at once: a string that grows leaves copies of the key behind.
        let mut sql = Zeroizing::new(String::with_capacity(128));
        sql.push_str("PRAGMA key = \"x'");
        for byte in self.0.iter().chain(&self.salt()) {
            // Writing to a String cannot fail.
            let _ = write!(sql, "{byte:02x}");
        }
        sql.push_str("'\"");
        sql
    }
}

impl fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreKey(…)")
    }
}

#[cfg(test)]
#[path = "key_tests.rs"]
mod tests;
