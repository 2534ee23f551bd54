//! New identifiers and random bytes, from the system's own source of chance.

use crate::care::Id;
use rand::{RngCore, TryRngCore, rngs::OsRng};
use uuid::Uuid;

/// A new identifier (UUID version 7): unique without asking anybody, and sorted by when it was made.
#[must_use]
pub fn new() -> Id {
    let uuid = Uuid::now_v7();
    // A UUID's 36 characters are all allowed in an identifier, so this never takes the second way.
    Id::new(uuid.hyphenated().to_string()).unwrap_or_else(|_| new())
}

/// The system could not give randomness; nothing secret can be made now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system has no randomness to give")]
pub struct NoRandomness;

/// 32 bytes nobody can guess, for a key.
pub fn key_bytes() -> Result<[u8; 32], NoRandomness> {
    let mut bytes = [0; 32];
    OsRng.try_fill_bytes(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A number from 0 up to, not including, 1: for jitter, never for secrets.
#[must_use]
pub fn fraction() -> f64 {
    f64::from(rand::rng().next_u32()) / (f64::from(u32::MAX) + 1.0)
}
